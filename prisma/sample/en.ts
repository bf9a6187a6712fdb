/**
 * The English sample article: what a free answer costs, and what the advertising market pays.
 *
 * It meets the Chinese article's figures again with small differences (training cost, price per thousand impressions), so
 * that the ledger has something to compare, and it carries an arithmetic slip of its own.
 */
import type { SampleArticle } from './types';

export const sampleEn: SampleArticle = {
  key: 'en',
  title: 'A cent an answer',
  publisher: 'The Specimen',
  byline: 'Imogen Vale',
  publishedOn: '2023-02-20',
  language: 'en',
  paragraphs: [
    {
      kind: 'body',
      text: 'Every free answer from a chatbot is a small invoice. Nobody outside the companies knows the exact sum, but the trade has settled on a rule of thumb: an answer costs at least one US cent. In December Sam Altman, OpenAI’s chief executive, put the average at “probably single-digits cents per chat”. A cent was nothing on 30 November 2022, when ChatGPT opened to the public. Multiplied by the crowd that came, it is a line in somebody’s budget.',
    },
    {
      kind: 'body',
      text: 'That somebody, most people in the business assume, will be the advertiser. Marta Ellingsen, who buys space for a London agency, has done the sum in the margin of a media plan. “At US$5 to US$12 per thousand views, a banner next to the answer is about level with the machine that wrote it,” she says. The symmetry is easy to follow: a cent an answer is US$10 per thousand answers. A banner at the bottom of her range loses money on every reply; one at the top earns a fifth more than the reply cost.',
    },
    {
      kind: 'body',
      text: 'Short video pays on another scale. Chinese platforms quote ¥20 to ¥40 per thousand impressions, and one visit may show several. Volume is supposed to do the rest: at US$8 per thousand, a million impressions bring in US$80,000. The stakes show up in share prices, too. Alphabet lost about US$100 billion in market value on 8 February, the day a mistake was found in an advertisement for its own chatbot. Search is a business that already charges advertisers for standing beside an answer; it has never had to pay a cent to write one.',
    },
    { kind: 'caption', text: 'A media plan with the sum done in pencil. Ms Ellingsen keeps it on her wall.' },
    { kind: 'heading', text: 'Money first, margins later' },
    {
      kind: 'body',
      text: 'Investors have not waited for the sum to come out. In October Jasper, which writes marketing copy, raised US$125 million at a valuation of US$1.5 billion. A day earlier Stability AI, whose image model anyone may download, announced US$101 million at about US$1 billion. Neither sells advertising, but both are priced as if somebody will. Every chatbot company is now hiring people who do, and the salaries on offer suggest that the search is urgent.',
    },
    {
      kind: 'body',
      text: 'Then there is the other column. Training GPT-3.5 once is said to have cost between US$4 million and US$5 million, which sounds like a modest film until the payroll arrives. OpenAI has about 375 people, and a tally passed from inbox to inbox gives it US$200 million a year in wages and US$500 million in computing. “Training is the cheap part,” says Idris Fallowell, who studies language models at a university laboratory. “Keeping the lights on for strangers is what costs.” A model is trained once, he points out, and then asked the same question by everyone.',
    },
    {
      kind: 'body',
      text: 'Start-ups are learning to send the invoice elsewhere. Shen Yiqiao, whose Shenzhen company draws product pictures for online shops, says her average contract has gone from ¥200,000 to ¥3 million in a year. “Advertising pays by the view. A customer pays by the year,” she says. She no longer offers a free version, and has stopped counting visitors altogether; she counts renewals.',
    },
    {
      kind: 'body',
      text: 'Forecasters are untroubled by such details. Gartner expects 30% of organisations to have products and services ready for the metaverse by 2026; McKinsey sees a metaverse market of US$5 trillion by 2030. Both were written before the chatbots arrived, and both now read like letters to a previous tenant. Ms Ellingsen’s own forecast is shorter: by the end of 2024, half of her display budget will run beside machine-written text. It is the most honest prediction of the three, because hers is the only one that somebody will be billed for.',
    },
  ],
  claims: [
    {
      paragraph: 0,
      exact: 'an answer costs at least one US cent',
      kind: 'figure',
      metric: { subject: 'ChatGPT', measure: '单次查询成本', scope: null },
      evidence: [
        {
          source: 'altman-cost',
          stance: 'context',
          excerpt: 'Puts the average at a single-digit number of cents per chat, and says it is being worked out.',
        },
        {
          source: 'sunyan-economics',
          stance: 'supports',
          excerpt: 'Estimates about US$0.01 in cloud computing per query for a service like ChatGPT.',
        },
      ],
      judgements: [
        {
          by: 'first',
          verdict: 'verified',
          rationale:
            'Two sources that do not lean on each other land at a cent or a little above, and the text says rule of thumb.',
          confidence: 'medium',
        },
        {
          by: 'second',
          verdict: 'disputed',
          rationale:
            'Altman’s unit is a chat, which holds several answers, so a single answer may well cost less than a cent. “About” would stand; “at least” does not.',
          confidence: 'medium',
        },
      ],
    },
    {
      paragraph: 0,
      exact: 'probably single-digits cents per chat',
      kind: 'quote',
      speaker: 'altman',
      evidence: [
        {
          source: 'altman-cost',
          stance: 'supports',
          excerpt: 'The words appear in his post of 5 December 2022, “single-digits” included.',
        },
      ],
      judgements: [
        {
          by: 'second',
          verdict: 'verified',
          rationale:
            'Word for word from his own account, odd plural and all. The “probably” is his; any trim must keep it.',
          confidence: 'high',
        },
      ],
    },
    {
      paragraph: 0,
      exact: 'on 30 November 2022, when ChatGPT opened to the public',
      kind: 'fact',
      evidence: [
        {
          source: 'openai-chatgpt',
          stance: 'supports',
          excerpt: 'OpenAI introduced ChatGPT on 30 November 2022, free to try.',
        },
      ],
      judgements: [
        {
          by: 'first',
          verdict: 'verified',
          rationale:
            'The company’s own notice gives the day, and says that anybody could try it. Checked in both articles.',
          confidence: 'high',
        },
      ],
    },
    {
      paragraph: 1,
      exact:
        'At US$5 to US$12 per thousand views, a banner next to the answer is about level with the machine that wrote it,',
      kind: 'quote',
      speaker: 'ellingsen',
    },
    {
      paragraph: 1,
      exact: 'US$5 to US$12 per thousand views',
      kind: 'figure',
      metric: { subject: '图文展示', measure: 'CPM', scope: '海外' },
      speaker: 'ellingsen',
      evidence: [
        {
          source: 'rate-card-a',
          stance: 'supports',
          excerpt: 'Display, overseas: US$5–12 per thousand impressions.',
          locator: 'Table 3',
        },
        {
          source: 'rate-card-b',
          stance: 'context',
          excerpt: 'Display, overseas: US$6–12 per thousand impressions.',
          locator: 'Page 4',
        },
      ],
      judgements: [
        {
          by: 'second',
          verdict: 'verified',
          rationale:
            'Agency A’s card gives the same range; B starts a dollar higher and sits inside it. List prices, before discounts.',
          confidence: 'medium',
        },
      ],
    },
    {
      paragraph: 1,
      exact: 'a cent an answer is US$10 per thousand answers',
      kind: 'figure',
      evidence: [
        {
          source: 'worksheet-cpm',
          stance: 'supports',
          excerpt: 'US$0.01 × 1,000 answers = US$10.',
          locator: 'Line 1',
        },
      ],
      judgements: [
        {
          by: 'first',
          verdict: 'verified',
          rationale:
            'The multiplication is right. It stands or falls with the cent, which is marked as a claim of its own.',
          confidence: 'high',
        },
      ],
    },
    {
      paragraph: 2,
      exact: 'Chinese platforms quote ¥20 to ¥40 per thousand impressions',
      kind: 'figure',
      evidence: [
        {
          source: 'rate-card-b',
          stance: 'supports',
          excerpt: 'Short video feed: ¥20–40 per thousand impressions.',
          locator: 'Page 3',
        },
        {
          source: 'rate-card-a',
          stance: 'refutes',
          excerpt: 'Short video feed: ¥15–40 per thousand impressions.',
          locator: 'Table 2',
        },
      ],
      judgements: [
        {
          by: 'second',
          verdict: 'disputed',
          rationale:
            'One agency starts at ¥20, the other at ¥15, and both are agencies, not platforms. Give ¥15–40 and say whose cards they are.',
          confidence: 'medium',
        },
      ],
    },
    {
      paragraph: 2,
      exact: 'at US$8 per thousand, a million impressions bring in US$80,000',
      kind: 'figure',
      evidence: [
        {
          source: 'worksheet-cpm',
          stance: 'refutes',
          excerpt: '1,000,000 ÷ 1,000 × US$8 = US$8,000.',
          locator: 'Line 4',
        },
      ],
      judgements: [
        {
          by: 'first',
          verdict: 'false',
          rationale: 'A million impressions are a thousand thousands: US$8,000. The text is ten times too high.',
          confidence: 'high',
        },
        {
          by: 'editor',
          verdict: 'false',
          rationale:
            'Agreed. Correct to US$8,000 and look at “Volume is supposed to do the rest” again; it leans on the wrong number.',
          confidence: 'high',
        },
      ],
    },
    {
      paragraph: 2,
      exact: 'Alphabet lost about US$100 billion in market value on 8 February',
      kind: 'fact',
      evidence: [
        {
          source: 'reuters-bard',
          stance: 'supports',
          excerpt: 'Alphabet’s shares fell on 8 February 2023, taking about US$100 billion off its market value.',
        },
      ],
      judgements: [
        {
          by: 'first',
          verdict: 'verified',
          rationale:
            'Amount and date match. The sentence sets the two events side by side without claiming that one alone caused the other.',
          confidence: 'high',
        },
      ],
    },
    {
      paragraph: 5,
      exact: 'In October Jasper, which writes marketing copy, raised US$125 million',
      kind: 'fact',
      evidence: [
        {
          source: 'jasper-round',
          stance: 'supports',
          excerpt: 'Series A of US$125 million announced on 18 October 2022.',
        },
        {
          source: 'techcrunch-jasper',
          stance: 'supports',
          excerpt: 'Reports the same round and amount on the same day.',
        },
      ],
      judgements: [
        {
          by: 'first',
          verdict: 'verified',
          rationale:
            'Company notice and report agree on month and amount; the report rests on the notice, so count one.',
          confidence: 'high',
        },
      ],
    },
    {
      paragraph: 5,
      exact: 'raised US$125 million at a valuation of US$1.5 billion',
      kind: 'figure',
      evidence: [
        {
          source: 'techcrunch-jasper',
          stance: 'supports',
          excerpt: 'The headline gives US$125 million at US$1.5 billion; the page’s address still says 1.7.',
        },
      ],
      judgements: [
        {
          by: 'second',
          verdict: 'verified',
          rationale:
            'Both amounts as reported on the day. The 1.7 in the address is an earlier figure; the headline was put right.',
          confidence: 'medium',
        },
      ],
    },
    {
      paragraph: 5,
      exact: 'US$101 million at about US$1 billion',
      kind: 'figure',
      metric: { subject: 'Stability AI', measure: '融资额', scope: null },
      evidence: [
        {
          source: 'stability-round',
          stance: 'supports',
          excerpt: 'Announces US$101 million in funding on 17 October 2022.',
        },
        {
          source: 'bloomberg-stability',
          stance: 'supports',
          excerpt: 'Reports a valuation of US$1 billion.',
        },
      ],
      judgements: [
        {
          by: 'second',
          verdict: 'verified',
          rationale:
            'The amount is the company’s; the valuation is Bloomberg’s reporting, and “about” is fair. Our Chinese article has 10.1亿 here: that one is wrong.',
          confidence: 'high',
        },
      ],
    },
    {
      paragraph: 5,
      exact: 'Every chatbot company is now hiring people who do',
      kind: 'fact',
    },
    {
      paragraph: 6,
      exact: 'Training GPT-3.5 once is said to have cost between US$4 million and US$5 million',
      kind: 'figure',
      metric: { subject: 'GPT-3.5', measure: 'training cost', scope: null },
      evidence: [
        {
          source: 'lambda-gpt3',
          stance: 'context',
          excerpt: 'Estimates US$4.6 million for one training run of GPT-3 at the lowest cloud list price of mid-2020.',
        },
        {
          source: 'sunyan-economics',
          stance: 'refutes',
          excerpt: 'Estimates about US$1.4 million to train GPT-3 in a public cloud at current prices.',
        },
      ],
      judgements: [
        {
          by: 'second',
          verdict: 'disputed',
          rationale:
            'The range is rounded from an estimate for GPT-3, the model before. A later estimate is a third of it. Name the model and give both.',
          confidence: 'high',
        },
      ],
    },
    {
      paragraph: 6,
      exact: 'OpenAI has about 375 people',
      kind: 'figure',
      metric: { subject: 'OpenAI', measure: 'headcount', scope: null },
      evidence: [
        {
          source: 'altman-headcount',
          stance: 'supports',
          excerpt: 'In January 2023 he gave the number of employees as 375.',
        },
      ],
      judgements: [
        {
          by: 'first',
          verdict: 'verified',
          rationale:
            'From the chief executive, a month old; “about” covers the month. Same value and date as in the ledger.',
          confidence: 'high',
        },
      ],
    },
    {
      paragraph: 6,
      exact: 'US$200 million a year in wages',
      kind: 'figure',
      metric: { subject: 'OpenAI', measure: '薪酬支出', scope: null },
      evidence: [
        {
          source: 'fortune-openai',
          stance: 'refutes',
          excerpt: 'Documents seen by the magazine expected US$89.31 million in staff costs for 2022.',
        },
      ],
      judgements: [
        {
          by: 'first',
          verdict: 'disputed',
          rationale:
            'More than twice the only published figure, which is for 2022. The text gives neither year nor source; ask the writer for both.',
          confidence: 'medium',
        },
      ],
    },
    {
      paragraph: 6,
      exact: 'US$500 million in computing',
      kind: 'figure',
      metric: { subject: 'OpenAI', measure: '算力开支', scope: null },
      evidence: [
        {
          source: 'fortune-openai',
          stance: 'refutes',
          excerpt: 'Documents seen by the magazine expected US$416.45 million for computing and data together in 2022.',
        },
      ],
      judgements: [
        {
          by: 'second',
          verdict: 'disputed',
          rationale:
            'A fifth above what the documents give for computing and data together. Without a year it cannot stand as a plain statement.',
          confidence: 'medium',
        },
      ],
    },
    {
      paragraph: 6,
      exact: 'Training is the cheap part,',
      kind: 'quote',
      speaker: 'fallowell',
    },
    {
      paragraph: 7,
      exact: 'her average contract has gone from ¥200,000 to ¥3 million in a year',
      kind: 'figure',
      speaker: 'shen',
      evidence: [
        {
          source: 'interview-shen',
          stance: 'context',
          excerpt: 'She showed two contracts, of ¥180,000 and ¥3.2 million, and gave the averages from memory.',
          locator: 'Page 5',
        },
      ],
      judgements: [
        {
          by: 'first',
          verdict: 'unverifiable',
          rationale:
            'Two contracts are not an average. They make the direction plausible, not the number; we would need the whole book.',
          confidence: 'medium',
        },
      ],
    },
    {
      paragraph: 7,
      exact: 'Advertising pays by the view. A customer pays by the year,',
      kind: 'quote',
      speaker: 'shen',
    },
    {
      paragraph: 8,
      exact: 'Gartner expects 30% of organisations to have products and services ready for the metaverse by 2026',
      kind: 'prediction',
      speaker: 'gartner',
      evidence: [
        {
          source: 'gartner-metaverse',
          stance: 'supports',
          excerpt: 'Forecasts that 30% of the world’s organisations will have such products and services by 2026.',
        },
      ],
      judgements: [
        {
          by: 'first',
          verdict: 'verified',
          rationale:
            'Share, object and year as published on 7 February 2022. Verified as a forecast that was made, not as one that will come true.',
          confidence: 'high',
        },
      ],
    },
    {
      paragraph: 8,
      exact: 'McKinsey sees a metaverse market of US$5 trillion by 2030',
      kind: 'prediction',
      speaker: 'mckinsey',
      evidence: [
        {
          source: 'mckinsey-metaverse',
          stance: 'refutes',
          excerpt: 'Puts the value that the metaverse could generate by 2030 at up to US$5 trillion.',
        },
      ],
      judgements: [
        {
          by: 'first',
          verdict: 'verified',
          rationale:
            'Author, amount and year are right, and readers will take any such forecast as a rough upper guess.',
          confidence: 'medium',
        },
        {
          by: 'second',
          verdict: 'disputed',
          rationale:
            'The report says “up to”, and counts value generated, not the size of a market. The ceiling has become the forecast.',
          confidence: 'high',
        },
      ],
      adjudication: {
        verdict: 'disputed',
        reason:
          'A ceiling printed as a point estimate is a different claim. Run it as “up to US$5 trillion in value”. The first reading is noted: amount and year were never in doubt.',
      },
    },
    {
      paragraph: 8,
      exact: 'by the end of 2024, half of her display budget will run beside machine-written text',
      kind: 'prediction',
      speaker: 'ellingsen',
    },
    {
      paragraph: 8,
      exact: 'It is the most honest prediction of the three',
      kind: 'opinion',
      judgements: [
        {
          by: 'second',
          verdict: 'not-checkable',
          rationale: 'The writer’s own view, and signed as such by the byline. Nothing here to check against.',
          confidence: 'high',
        },
      ],
    },
  ],
};
