import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHINESE,
  CHINESE_NONE,
  ENGLISH,
  ENGLISH_NONE,
  LATER,
  QUOTES,
  type QuoteFixture,
} from '#lib/reading/fixtures/quotes';
import { VARIANTS } from '#lib/reading/fixtures/variants';
import { anyText } from '#lib/testing/article/any-text';
import { growth, growthOver, linearGrowth } from '#lib/testing/growth';
import { testNeeding } from '#lib/testing/needs';
import { dataset } from '#lib/testing/outside/datasets';
import { findQuotes, findReportedSpeech, findSpeakers, readSpeech } from './quotes';

/** What quotes are made of, to meet in unusual ways. */
const PIECES =
  '“|”|"|\'|‘|’|「|」|『|』|＂|他|说|：|，|。|李笛|CEO|表示|在|看来|《|》|（|）|said| |Jane Doe|,|.|according to|the|company|that|of|' +
  'Ministry|—|让|地|的|1|\n|１、|ｓａｉｄ|e\u0301|\u3000';

const spoken = (paragraphs: string[]): [string, string | null][] =>
  findQuotes(paragraphs).map((quote) => [quote.text, quote.speaker]);

describe('findQuotes', () => {
  it('has at least eighty quotes to be measured on', () => {
    expect(QUOTES.flatMap((one) => one.quotes).length).toBeGreaterThanOrEqual(80);
  });

  it.each<[string, QuoteFixture[]]>([
    ['Chinese speech', CHINESE],
    ['Chinese names and scare quotes', CHINESE_NONE],
    ['English speech', ENGLISH],
    ['English names and scare quotes', ENGLISH_NONE],
    ['later passages', LATER],
  ])('finds quotes and speakers: %s', (_, fixtures) => {
    for (const { paragraphs, quotes } of fixtures) expect(spoken(paragraphs)).toEqual(quotes);
  });

  it('gives offsets without the marks and the cue as it stands', () => {
    const text = '李笛直言，“本质是专注。”';
    expect(findQuotes([text])).toEqual([
      { paragraph: 0, start: 6, end: 12, text: '本质是专注。', speaker: '李笛', cue: '直言' },
    ]);
  });

  it.each([
    ['“', '”'],
    ['「', '」'],
    ['『', '』'],
    ['｢', '｣'],
    ['"', '"'],
    ['＂', '＂'],
  ])('reads %s%s alike', (open, close) => {
    expect(spoken([`周立平说：${open}我们没有裁员。${close}`])).toEqual([['我们没有裁员。', '周立平']]);
    expect(spoken([`${open}我们没有裁员，${close}周立平说。`])).toEqual([['我们没有裁员，', '周立平']]);
  });

  it('gives every part of a quotation over paragraphs its speaker', () => {
    const paragraphs = ['“One thing first.', '“Then another.', '“And a third,” said Joan Whitaker.'];
    expect(findQuotes(paragraphs).map((quote) => quote.speaker)).toEqual([
      'Joan Whitaker',
      'Joan Whitaker',
      'Joan Whitaker',
    ]);
  });

  it('does not let a missing closing mark swallow the article', () => {
    const quotes = findQuotes(['他判断，“我们都是领先的。', '对比海内外的团队，差异很大。', '梁望说：“有差异。”']);
    expect(quotes.map((quote) => quote.text)).toEqual(['我们都是领先的。', '有差异。']);
  });

  it.each(VARIANTS)('finds the same quotes, speakers and cues in %s', (_, write) => {
    const found = (paragraphs: string[]): (string | null | undefined)[][] =>
      findQuotes(paragraphs).map(({ text, speaker, cue }) =>
        [text, speaker, cue].map((part) => part?.normalize('NFKC')),
      );
    for (const { paragraphs } of QUOTES) expect(found(paragraphs.map(write))).toEqual(found(paragraphs));
  });

  it('never throws and keeps its invariants on any text', () => {
    fc.assert(
      fc.property(fc.array(anyText(PIECES), { maxLength: 5 }), (paragraphs) => {
        let last = { paragraph: -1, end: 0 };
        for (const quote of findQuotes(paragraphs)) {
          expect(paragraphs[quote.paragraph]?.slice(quote.start, quote.end)).toBe(quote.text);
          expect(quote.text).not.toBe('');
          if (quote.paragraph === last.paragraph) expect(quote.start).toBeGreaterThanOrEqual(last.end);
          else expect(quote.paragraph).toBeGreaterThan(last.paragraph);
          last = quote;
        }
        for (const said of findReportedSpeech(paragraphs)) {
          expect(paragraphs[said.paragraph]?.slice(said.start, said.end)).toBe(said.text);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('readSpeech', () => {
  /** Quotes with who says them, reported clauses with who reports them, and the sentences that only attribute. */
  const read = (...paragraphs: string[]) => {
    const { quotes, reported, leads, speakers } = readSpeech(paragraphs);
    return {
      quotes: quotes.map(({ paragraph, text, speaker }) => [paragraph, text, speaker]),
      reported: reported.map(({ text, speaker, cue }) => [text, speaker, cue]),
      leads: leads.map(({ paragraph, start, end }) => paragraphs[paragraph]?.slice(start, end)),
      speakers: speakers.map(({ name, role, organisation }) => [name, role, organisation]),
    };
  };

  it('reports what is told to a paper or a reporter, not whom it is told to', () => {
    expect(read('李笛告诉《后厂村7号》，公司明年会继续做下去。')).toEqual({
      quotes: [],
      reported: [['公司明年会继续做下去', '李笛', '告诉']],
      leads: [],
      speakers: [['李笛', null, null]],
    });
    expect(read('小冰公司CEO李笛告诉记者，公司明年会继续做下去。')).toEqual({
      quotes: [],
      reported: [['公司明年会继续做下去', '李笛', '告诉']],
      leads: [],
      speakers: [['李笛', 'CEO', '小冰公司']],
    });
  });

  it('takes a name before a colon for the speaker, and a reporter for none', () => {
    expect(read('记者：“为什么会这样？”', '李笛：“因为公司很好。”')).toEqual({
      quotes: [
        [0, '为什么会这样？', null],
        [1, '因为公司很好。', '李笛'],
      ],
      reported: [],
      leads: ['李笛'],
      speakers: [['李笛', null, null]],
    });
  });

  it('gives a paragraph of its own to the speaker whom the next one names', () => {
    expect(read('“公司明年会继续做下去。”', '李笛说。')).toMatchObject({
      quotes: [[0, '公司明年会继续做下去。', '李笛']],
    });
  });
});

describe('findReportedSpeech', () => {
  it.each([
    ['麦肯锡则预测，到2030年相关支出或达5万亿美元。', '麦肯锡', '到2030年相关支出或达5万亿美元', true],
    ['一位投资人告诉记者，去年大多团队生存堪忧。', '一位投资人', '去年大多团队生存堪忧', false],
    ['有数据显示，内测用户已经达到两万人。', null, '内测用户已经达到两万人', false],
    ['Maria Delgado said that the plant would close in May.', 'Maria Delgado', 'the plant would close in May', false],
    [
      'According to the Ministry of Health, cases fell by a third.',
      'Ministry of Health',
      'cases fell by a third',
      false,
    ],
    ['The plant will close in May, said Maria Delgado.', 'Maria Delgado', 'The plant will close in May', false],
    ['Goldman expects the index to reach 6,000 by June.', 'Goldman', 'the index to reach 6,000 by June', true],
  ])('reads %s', (text, speaker, said, forecast) => {
    const [first] = findReportedSpeech([text]);
    expect(first && [first.speaker, first.text, first.forecast]).toEqual([speaker, said, forecast]);
  });
});

describe('reported speech', () => {
  /** Who says what in a text, by which word. */
  const reports = (text: string): (string | null)[][] =>
    findReportedSpeech([text]).map(({ speaker, text: said, cue }) => [speaker, said, cue]);

  const clause = '公司明年会进入三个新市场';
  it.each<[string, string | null, string]>([
    ['李笛表示，', '李笛', '表示'],
    ['李笛表示：', '李笛', '表示'],
    ['李笛认为', '李笛', '认为'],
    ['李笛相信，', '李笛', '相信'],
    ['在李笛看来，', '李笛', '看来'],
    ['据李笛介绍，', '李笛', '介绍'],
    ['李笛判断', '李笛', '判断'],
    ['他是个演员，李笛说，', '李笛', '说'],
    ['这家店的老店主李笛——他——说，', '李笛', '说'],
    ['李笛告诉记者，', '李笛', '告诉'],
    ['李笛告诉《后厂村7号》，', '李笛', '告诉'],
    ['李笛告诉路透社称，', '李笛', '称'],
    ['李笛提到新片时说，', '李笛', '说'],
    ['“某某”表示，', '某某', '表示'],
    ['创业者“某某”表示，', '某某', '表示'],
    ['彭越——这家店的店主——低声说，', '彭越', '低声说'],
    ['昨天在会上，彭越——这家店的店主——低声说，', '彭越', '低声说'],
    ['报告显示，', null, '显示'],
    ['报告指出，', null, '指出'],
  ])('is introduced by %s', (lead, speaker, cue) => {
    expect(reports(`${lead}${clause}。`)).toEqual([[speaker, clause, cue]]);
  });

  it.each([
    ['a relative clause', '李笛说的话大家都不相信，公司明年会裁员。'],
    ['an object', '李笛宣布了公司明年的三个新计划和目标。'],
    ['a clause that gives the time', '李笛宣布融资后，公司明年会进入三个新市场。'],
    ['a word that gives the time', '李笛宣布后，公司明年会进入三个新市场。'],
    ['a document that cannot believe', '报告相信，公司明年会进入三个新市场。'],
    ['a question', '李笛问，公司明年会不会进入三个新市场。'],
    ['the end of a speech', '李笛说完，公司的员工都站起来鼓了掌。'],
    ['the end of a speech', '李笛说罢，公司的员工都站起来鼓了掌。'],
    ['a clause too short to list', '李笛表示公司会盈利。'],
    ['a subject that dashes cut off', '李笛，店主——说，公司明年会进入三个新市场。'],
    ['a thirteenth cue', `${'他想说'.repeat(13)}，李笛说，公司明年会进入三个新市场。`],
    ['data without a cue', '根据工信部的数据，公司明年会进入三个新市场。'],
  ])('is not read in %s: %s', (_, text) => {
    expect(reports(text)).toEqual([]);
  });

  it('keeps a title that stands in what is said', () => {
    expect(reports('李笛表示，公司会在《后厂村7号》刊登三个新的广告。')).toEqual([
      ['李笛', '公司会在《后厂村7号》刊登三个新的广告', '表示'],
    ]);
  });

  it('keeps words of time that belong to what is said', () => {
    expect(reports('李笛宣布此前，公司没有进入新市场。')).toEqual([['李笛', '此前，公司没有进入新市场', '宣布']]);
    expect(reports('李笛表示目前，公司没有进入新市场。')).toEqual([['李笛', '目前，公司没有进入新市场', '表示']]);
  });

  it('lists a clause of eight characters in Chinese and of twenty in English', () => {
    expect(reports('李笛说，公司会有盈利的。')).toEqual([]);
    expect(reports('李笛说，公司明年会有盈利。')).toEqual([['李笛', '公司明年会有盈利', '说']]);
    expect(reports('Jane Doe said it would close late.')).toEqual([]);
    expect(reports('Jane Doe said that it would close soon.')).toEqual([]);
    expect(reports('Jane Doe said that it would close early.')).toEqual([['Jane Doe', 'it would close early', 'said']]);
  });

  it('keeps a clause that only begins like one that gives the time', () => {
    expect(reports('李笛表示公司明年会有盈利后。明年，好。')).toEqual([['李笛', '公司明年会有盈利后', '表示']]);
    const long = `公司在${'很多'.repeat(17)}成立以后，公司明年会有盈利`;
    expect(reports(`李笛表示${long}。`)).toEqual([['李笛', long, '表示']]);
  });

  it('holds the titles that stand in it', () => {
    expect(reports('Jane Doe said the film “Gone Home” had opened.')).toEqual([
      ['Jane Doe', 'the film “Gone Home” had opened', 'said'],
    ]);
  });

  it('is what the first of two says, where the second comes late', () => {
    expect(reports('Reuters said that on Monday Jane Doe said the plant would close.')).toEqual([
      ['Reuters', 'on Monday Jane Doe said the plant would close', 'said'],
    ]);
  });

  it('leaves out what a quotation gives', () => {
    const text = '李笛说，“公司很好。”他说，公司明年会进入三个新市场。';
    expect(reports(text)).toEqual([['李笛', '公司明年会进入三个新市场', '说']]);
    expect(reports('李笛说，“一个很大的新市场”，公司会进去。')).toEqual([]);
    expect(reports('李笛说，公司会进入“一个很大的新市场”。')).toEqual([['李笛', '公司会进入“一个很大的新市场”', '说']]);
  });

  it('is not taken from a quotation in a later paragraph', () => {
    const paragraphs = ['“明年的市场会更大。”周立平说。', '李笛说，“一个很大的新市场”，公司会进去。'];
    expect(findReportedSpeech(paragraphs)).toEqual([]);
  });

  const plant = 'the plant will close in May';
  it.each<[string, string | null, string]>([
    ['Jane Doe said', 'Jane Doe', 'said'],
    ['Jane Doe said on Monday that', 'Jane Doe', 'said'],
    ['Jane Doe told reporters that', 'Jane Doe', 'told'],
    ['Jane Doe could say', 'Jane Doe', 'say'],
    ['The company ‘admitted’ that', 'The company', 'admitted'],
    ['Jane Doe was quoted as saying', 'Jane Doe', 'saying'],
    ['Jane Doe believes', 'Jane Doe', 'believes'],
    ['Jane Doe claimed that', 'Jane Doe', 'claimed'],
    ['Jane Doe observed:', 'Jane Doe', 'observed'],
    ['Jane Doe and Mark Ellis said', 'Jane Doe and Mark Ellis', 'said'],
    ['The company signaled', 'The company', 'signaled'],
    ['A spokesman thinks', 'A spokesman', 'thinks'],
    ['Workers think', 'Workers', 'think'],
    ['Jane Doe of the union report says', 'Jane Doe', 'says'],
    ['According to Jane Doe,', 'Jane Doe', 'According to'],
    ['According to people familiar with the matter,', 'people familiar with the matter', 'According to'],
    ['A report shows', 'A report', 'shows'],
    ['The report shows that', 'The report', 'shows'],
    ['The lawsuit said', 'The lawsuit', 'said'],
    ['The workers we spoke to said', 'The workers we spoke to', 'said'],
    ['The workers we live with told reporters that', 'The workers we live with', 'told'],
    ['The man I depend on says', 'The man I depend on', 'says'],
    ['The study predicts', null, 'predicts'],
    ['Figures released on Monday show', null, 'show'],
    ['Data from the ministry show', 'the ministry', 'show'],
    ['A survey by the union finds', 'the union', 'finds'],
    ['Some data show', null, 'show'],
    ['Jane Doe stated to reporters that', 'Jane Doe', 'stated'],
    ['It rained. According to Jane Doe,', 'Jane Doe', 'According to'],
    ['According to what we know,', null, 'According to'],
    ['Reuters said Jane Doe said', 'Jane Doe', 'said'],
  ])('is introduced by %s', (lead, speaker, cue) => {
    expect(reports(`${lead} ${plant}.`)).toEqual([[speaker, plant, cue]]);
  });

  const early = 'The plant will close in May';
  it.each<[string, string]>([
    ['according to Jane Doe', 'according to'],
    ['according to Jane Doe, who runs it', 'according to'],
    ['Jane Doe said', 'said'],
    ['Jane Doe says', 'says'],
    ['Jane Doe noted', 'noted'],
    ['announced Jane Doe', 'announced'],
  ])('is followed by %s', (end, cue) => {
    expect(reports(`${early}, ${end}.`)).toEqual([['Jane Doe', early, cue]]);
  });

  it.each([
    ['where it was said', 'Jane Doe said at a news conference on Monday.'],
    ['a verb with an object', 'Jane Doe reported record profits in the second quarter of May.'],
    ['a question', 'Jane Doe asked whether the plant would close in May.'],
    ['a loose verb without that', 'Jane Doe claimed the plant would close in May.'],
    ['a loose verb without that', 'A manager noted the plant would close in May.'],
    ['a participle that goes on from nothing', 'The plant will close in May, adding that 300 jobs would go.'],
    ['a participle', 'The plant will close in May, warning Jane Doe that jobs would go.'],
    ['a participle', 'Jane Doe, saying the plant would close in May, left.'],
    ['a passive', 'The plant is said to have closed two of its lines.'],
    ['a passive', 'He was told the plant would close in May.'],
    ['a passive', 'Workers are said the plant would close in May.'],
    ['a future', 'Jane Doe will report that the plant would close in May.'],
    ['a verb without a subject', 'The plant will close in May, warned.'],
    ['a subject that is no speaker', 'This shows that the plant will close in May.'],
    ['a subject that is no document', 'The weather here shows the plant will close in May.'],
    ['a document that cannot believe', 'The poll believes that the plant will close in May.'],
    ['a loose verb without that', 'A manager observed the plant would close in May.'],
    ['a sentence without an end', 'The plant in Ohio will close in May, Jane Doe said'],
    ['a word before the cue', 'Now, according to Jane Doe, the plant will close in May.'],
    ['a noun', "James' hope that the plant would close in May was wrong."],
    ['a noun', "The mayor's claim that the plant would close in May was wrong."],
    ['a title', 'Jane Doe Says that the plant would close in May.'],
    ['a loose verb in a later sentence', '“We did not.” It rained. A manager noted the plant would close in May.'],
    ['what officials may say', 'The firm left it to officials to say that the plant will close in May.'],
    [
      'nothing said',
      'As they left, Jane Doe took her arm and in a whisper said nothing of the plan to close the plant.',
    ],
    ['a denial', 'Jane Doe did not say the plant would close in May.'],
    ['a noun', 'In reports that were read on Monday the plant would close in May.'],
    ['a noun', "Jane Doe's claim the plant would close in May is wrong."],
    ['a noun', "The workers' demand the plant stay open is not met."],
    ['a name', 'The Reported Times is what the plant reads in May.'],
  ])('is not read in %s: %s', (_, text) => {
    expect(reports(text)).toEqual([]);
  });
});

describe('a sentence that only attributes', () => {
  const leads = (...paragraphs: string[]): string[] =>
    readSpeech(paragraphs).leads.map(({ paragraph, start, end }) => paragraphs[paragraph]?.slice(start, end) ?? '');

  it.each([
    ['李笛说，“好。”', '李笛说'],
    ['公司很好。李笛说，“好。”', '李笛说'],
    ['李笛：“好。”', '李笛'],
    [
      '从目前的这个市场的一些初步的反馈的数据的结果看，李笛判断，“好的。”',
      '从目前的这个市场的一些初步的反馈的数据的结果看，李笛判断',
    ],
    ['It rained. On Monday, Jane Doe said, “It will be better.”', 'On Monday, Jane Doe said'],
  ])('is one in %s', (text, lead) => {
    expect(leads(text)).toEqual([lead]);
  });

  it.each([
    ['says more before it', '从目前的这个市场的一些初步的反馈的数据的结果看来的话，李笛判断，“好的。”'],
    ['reports something', '李笛说，公司明年会有盈利的，“好的。”'],
    ['has no quotation', '李笛说：'],
  ])('is none where it %s', (_, text) => {
    expect(leads(text)).toEqual([]);
  });

  it('is found in its paragraph', () => {
    expect(leads('公司很好。', '周立平说：“好。”', '李笛说，“不好。”')).toEqual(['周立平说', '李笛说']);
  });
});

describe('findSpeakers', () => {
  const names = (...paragraphs: string[]): string[] => findSpeakers(paragraphs).map(({ name }) => name);

  it('lists who is quoted and who is reported, in order of mention', () => {
    expect(names('李笛说，公司很好。', '周立平说：“不好。”')).toEqual(['李笛', '周立平']);
    expect(names('Jane Doe said the plant would close.', '“No,” said Mark Ellis.')).toEqual(['Jane Doe', 'Mark Ellis']);
  });

  it('lists who is quoted only by what the text is about', () => {
    expect(names('李明是一名程序员。', '“明年会更好。”')).toEqual(['李明']);
  });

  it('leaves out who says nothing', () => {
    expect(names('创始人李笛坐在一旁。', '周立平说，公司很好。')).toEqual(['周立平']);
    expect(names('Mark Ellis walked in.', 'Jane Doe said the plant would close.')).toEqual(['Jane Doe']);
    expect(names('Jane Doe: It will be a long day for all of us.')).toEqual([]);
  });
});

const article = dataset('articles', 'aigc-hunt-zh.txt');

/** The direct quotes of the article by their beginning, with the speaker as read by hand. */
const annotated: [beginning: string, speaker: string][] = [
  ['本质是专注和决心', '李笛'],
  ['AIGC背后的大模型是大资本', '田涛源'],
  ['GPT3.5训练一次需要花费', '田涛源'],
  ['好得吓人', '马斯克'],
  ['AIGC并不是一个多么新鲜', '陈东'],
  ['好的人工智能大模型', '田涛源'],
  ['这真是很贵', '田涛源'],
  ['AIGC生态最值得关注', 'web3天空之城城主'],
  ['这是用短期的投入', 'web3天空之城城主'],
  ['感觉已经动心了', '王思捷'],
  ['我们之前投资的相关领域', '谢梦晖'],
  ['在新的生产力基础上', '谢梦晖'],
  ['之前搞元宇宙', '陈东'],
  ['像王慧文这种大佬', '陈东'],
  ['他们其实也想更了解', '陈东'],
  ['有的甚至前端的开发人员', '张颀'],
  ['目前ChatGPT每回答一个', '田涛源'],
  ['但至少让大家看到了', '田涛源'],
  ['可能资本的溢价', '夏令'],
  ['这种想象能力', '王思捷'],
  ['它的客单价', '李笛'],
  ['价值有限', '参与本次采访的受访者'],
  ['API调用的商业模式', '李笛'],
  ['你要做起来', '李笛'],
  ['大模型的技术没有太多', '李笛'],
  ['中文知识与理解方面', '文心一格相关负责人'],
  ['我们现在主要的产品', '梁望'],
  ['一是欧美地区', '梁望'],
  ['AIGC 这件事', '梁望'],
  ['在这个方向上', '梁望'],
  ['要花很多的钱', '李笛'],
  ['本质是专注和决心', '李笛'],
  ['创业生死一线间', '李笛'],
  ['在中国是大家看到', '田涛源'],
  ['我们这么大的人口基数', '夏令'],
  ['中国一定要有自己的GPT-4', '田涛源'],
  ['中国的科技创业团队', '田涛源'],
  ['谁先去做强化学习', '田涛源'],
  ['我们的实验室也有', '一位头部AI公司创始人'],
  ['OpenAI官方在2020年7月', '田涛源'],
  ['1、表达问题', '田涛源'],
  ['2、缺少物理常识', '田涛源'],
  ['3、训练效率差', '田涛源'],
  ['4、不确定性', '田涛源'],
  ['5、大模型适用性不好', '田涛源'],
  ['我看到像Open AI', '一位头部AI公司创始人'],
  ['如果放任发展', '一位头部AI公司创始人'],
  ['在美国，10个学生', '一位头部AI公司创始人'],
  ['不是特别爱抢', '一位头部AI公司创始人'],
  ['尽力做好安全', '一位头部AI公司创始人'],
  ['再往上走', '田涛源'],
];

describe('a real article', () => {
  testNeeding(article, 'gets the speaker of nine in ten quotes', () => {
    const quotes = findQuotes(readFileSync(article.path, 'utf8').split('\n'));
    let next = 0;
    let right = 0;
    for (const [beginning, speaker] of annotated) {
      const at = quotes.findIndex((quote, i) => i >= next && quote.text.startsWith(beginning));
      if (at < 0) continue;
      next = at + 1;
      if (quotes[at]?.speaker === speaker) right++;
    }
    expect(right / annotated.length).toBeGreaterThanOrEqual(0.9);
    // Scare quotes, names and titles (攻坚战, 文心一言, 王座) are not speech.
    expect(quotes.length).toBeLessThanOrEqual(annotated.length + 1);
  });
});

describe('speed', { timeout: 60_000 }, () => {
  it.each([
    '“',
    '「',
    '"',
    "'",
    '”',
    '“a”',
    '“甲。”',
    '说',
    '他说，',
    '中',
    'said ',
    'a',
    '的',
    '让',
    '（',
    '”）',
    '《',
    'Jane Doe ',
    '，',
    '\ud800',
  ])('does not slow down on 100,000 characters of %s', (unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    expect(growthOver(text, (part) => findQuotes([part]))).toBeLessThan(linearGrowth);
  });

  it('reads ten times as many paragraphs in about ten times as long', () => {
    const story = CHINESE.flatMap((one) => one.paragraphs);
    const stories = (count: number): string[] => Array.from({ length: count }, () => story).flat();
    expect(growth(findQuotes, stories(3), stories(30))).toBeLessThan(linearGrowth);
  });
});
