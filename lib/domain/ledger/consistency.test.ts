import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClaimKind } from '#lib/reading/claim-kinds';
import { findFigures } from '#lib/reading/figures';
import { proposeMetric } from '#lib/reading/metrics';
import { anyText } from '#lib/testing/article/any-text';
import { growthOver, linearGrowth } from '#lib/testing/growth';
import { type ArticleFigure, type FigureArticle, findInconsistencies, type Inconsistency } from './consistency';

/** An article with every figure of its text as a claim, with the metric proposed for it. */
function articleOf(texts: string[], more: Partial<FigureArticle> = {}, kind: ClaimKind = 'figure'): FigureArticle {
  const paragraphs = texts.map((text, at) => ({ id: `p${at}`, number: at + 1, kind: 'body' as const, text }));
  const claims = paragraphs.flatMap(({ id, text }, at) =>
    findFigures(text).map((one): ArticleFigure => {
      const { start, end, low, high, unit, qualifier, per } = one;
      const figure = { low, high, unit, qualifier, per, asOf: null, raw: one.text };
      const language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
      const { best } = proposeMetric({ text, start, end, figure, before: texts.slice(0, at), language });
      const place = { paragraphId: id, start, end };
      return { id: `${id}:${one.text}`, ...place, kind, figure, metricId: null, metric: best, speakerId: null };
    }),
  );
  return { title: '', publishedOn: null, paragraphs, claims, ...more };
}

const codes = (flags: Inconsistency[]): string[] => flags.map(({ code }) => code);
const inText = (...texts: string[]): string[] =>
  codes(findInconsistencies(articleOf(texts))).filter((code) => code !== 'repeated');

describe('a part that exceeds its total', () => {
  it.each([
    '公司共有375人，其中研发人员400人。',
    '去年营收10亿元，其中广告收入12亿元。',
    '全国共有500家企业，其中上市公司800家。',
    '项目总投资3亿美元，其中设备投入5亿美元。',
    'The firm has 375 employees, of whom 400 employees are engineers.',
    'Revenue was US$10 million, of which US$12 million came from ads.',
    'It runs 500 stores, including 800 stores in Asia.',
    'They counted 300 people, of whom 350 people were children.',
  ])('is found in %s', (text) => {
    expect(inText(text)).toEqual(['part-exceeds-total']);
  });

  it.each([
    '公司共有375人，其中研发人员259人。',
    '公司共有375人，其中研发人员375人。',
    '公司超过375人，其中研发人员400人。',
    '公司共有375人，其中研发占60%。',
    '去年营收10亿元，其中最大的客户贡献了5亿元。',
    '公司约有400人，其中研发人员410人。',
    'The firm has 375 employees, of whom 259 employees are engineers.',
    'More than 300 people came, including 350 people from abroad.',
    'It has 375 employees, including founders who own US$400 million.',
    'Revenue was US$10 million, of which US$10 million came from ads.',
    'Revenue was US$10 million, including US$4 million from ads, up from US$12 million.',
  ])('is not found in %s', (text) => {
    expect(inText(text)).toEqual([]);
  });
});

describe('parts that do not make their total', () => {
  it.each([
    '公司共 375 人，其中研发 259、产品 80、管理 50。',
    '团队共375人，其中研发259人、产品80人、管理50人。',
    '三地共有100家门店，分别为30家、40家和20家。',
    '总收入10亿元，其中广告6亿元、游戏5.5亿元。',
    'It has 375 employees, of whom 259 employees work in research and 150 employees in sales.',
    'The fund holds US$10 million, including US$6 million in shares and US$5.5 million in bonds.',
    'The fleet of 100 ships, comprising 30 ships in Asia and 40 ships in Europe, is old.',
    'A staff of 375 people, made up of 200 people in research and 100 people in sales, was there.',
  ])('are found in %s', (text) => {
    expect(inText(text)).toEqual(['parts-differ-from-total']);
  });

  it.each([
    '公司共 375 人，其中研发 259、产品 80、管理 36。',
    '公司共 375 人，其中研发 259、产品 80。',
    '三地共有100家门店，分别为30家、40家和30家。',
    '总收入10亿元，其中广告6.1亿元、游戏3.9亿元。',
    '总收入10亿元，其中广告6亿元、游戏5亿元。',
    '总收入约10亿元，其中广告6亿元、游戏4.4亿元。',
    '公司共375人，其中研发259人，同时有200人兼任产品。',
    'It has 375 employees, of whom 259 employees work in research and 80 employees in sales.',
    'The fund holds US$10 million, including US$6.2 million in shares and US$3.8 million in bonds.',
    'The fleet of 100 ships, comprising 30 ships in Asia, 40 ships in Europe and others, is old.',
    'It has 375 employees, including 259 employees in research and 200 employees who also sell.',
  ])('are not found in %s', (text) => {
    expect(inText(text)).toEqual([]);
  });
});

describe('shares of more than a whole', () => {
  it.each([
    '市场上，甲公司占50%，乙公司占40%，丙公司占30%。',
    '收入中广告占60%、游戏占35%、其他占15%。',
    '甲的份额为55%，乙为30%，丙为25%。',
    '成本里人工占70%，其余50%为材料。',
    'Alpha has a market share of 50%, Beta 40% and Gamma 30%.',
    'Ads account for 60% of sales, games for 35%, and services for 15%.',
    'Ads make up 70% of sales, and the remaining 50% are services.',
    'The budget is split into 45% for schools, 40% for roads and 25% for parks.',
  ])('are found in %s', (text) => {
    expect(inText(text)).toEqual(['shares-exceed-whole']);
  });

  it.each([
    '市场上，甲公司占50%，乙公司占30%，丙公司占20%。',
    '收入同比增长60%，利润增长45%，份额提高30%。',
    '受访者中60%认为贵，50%表示慢，占比最高的是40%。',
    '广告占60%，其中视频占80%，图片占20%。',
    '甲的份额为33.4%，乙为33.3%，丙为33.4%。',
    'Alpha has a market share of 50%, Beta 30% and Gamma 20%.',
    'Sales rose 60%, profits 45% and the share price 30%.',
    'Of all users 60% said it was slow, 50% that it was dear and 40% both.',
    'Ads account for 60% of sales, of which video makes up 80% and images 20%.',
    'The shares are 33.4%, 33.3% and 33.4%.',
  ])('are not found in %s', (text) => {
    expect(inText(text)).toEqual([]);
  });
});

describe('a range that stands upside down', () => {
  it.each([
    'CPM 在 12-5 美元。',
    '训练成本约460-300万美元。',
    '占比为25%-20%。',
    '人数在400至300人之间。',
    'The CPM is US$12–5.',
    'Training costs US$4.6–3 million.',
    'The share is 25–20%.',
    'There are between 400 and 300 people.',
    '需要1.2亿-9000万元。',
  ])('is found in %s', (text) => {
    expect(inText(text)).toEqual(['range-upside-down']);
  });

  it.each([
    'CPM 在 5-12 美元。',
    '训练成本约300-460万美元。',
    '占比从25%降至20%。',
    '价格在800-1万元。',
    '他们以12-5获胜。',
    '会议在2023-11-05举行，有20人。',
    '价格9000万-1.2亿元。',
    'The CPM is US$5–12.',
    'It fell from 25% to 20%.',
    'They won 12–5.',
    'On 2023-11-05 there were 20 people.',
    'Model GPT-4-32 users wait.',
    'He worked there 2019–18 months in all.',
  ])('is not found in %s', (text) => {
    expect(inText(text)).toEqual([]);
  });
});

describe('a metric that contradicts itself', () => {
  it.each([
    [['OpenAI 只有 375 名员工。', 'OpenAI 的员工人数是 770 人。']],
    [['微软的市值为3万亿美元。', '分析认为竞争激烈。', '微软市值是2万亿美元。']],
    [['GPT-3有1750亿个参数。', 'GPT-3有1750万个参数。']],
    [['训练GPT-3.5的成本是460万美元。', 'GPT-3.5的训练成本为1200万美元。']],
    [['OpenAI has 375 employees.', "OpenAI's headcount is 770 people."]],
    [['Apple is valued at US$3 trillion.', "Apple's valuation is US$2 trillion."]],
    [['GPT-3 has 175 billion parameters.', 'GPT-3 has 175 million parameters.']],
    [['OpenAI 只有 375 名员工。', 'OpenAI has 770 employees.']],
  ])('is found in %j', (texts) => {
    expect(inText(...texts)).toEqual(['contradicts-itself']);
  });

  it.each([
    [['OpenAI 只有 375 名员工。', 'OpenAI 的员工人数约为 370 人。']],
    [['2021年OpenAI有375名员工。', '2023年OpenAI有770名员工。']],
    [['OpenAI 只有 375 名员工。', '谷歌有 19 万名员工。']],
    [['此前OpenAI有375名员工。', 'OpenAI有770名员工。']],
    [['蔚来完成10亿元融资。', '蔚来获得20亿元融资。']],
    [['OpenAI has 375 employees.', "OpenAI's headcount is about 370 people."]],
    [['OpenAI had 375 employees in 2021.', 'OpenAI had 770 employees in 2023.']],
    [['OpenAI previously had 375 employees.', 'OpenAI has 770 employees.']],
    [['OpenAI has 770 employees.', 'OpenAI previously had 375 employees.']],
    [['OpenAI had 375 employees in 2021.', 'OpenAI has 770 employees.']],
    [['OpenAI has 770 employees.', 'OpenAI had 375 employees in 2021.']],
    [['Revenue at Nvidia grew 262%.', 'Revenue at Nvidia grew 22%.']],
    [['OpenAI has 375 employees.', 'DeepMind has 770 employees.']],
  ])('is not found in %j', (texts) => {
    expect(inText(...texts)).toEqual([]);
  });

  it('is not found where two people are quoted', () => {
    const article = articleOf(['OpenAI has 375 employees.', 'OpenAI has 770 employees.']);
    const claims = article.claims.map((claim, at) => ({ ...claim, speakerId: `s${at}` }));
    expect(findInconsistencies({ ...article, claims })).toEqual([]);
  });

  const kinds = (one: ClaimKind, other: ClaimKind): string[] => {
    const article = articleOf(['OpenAI has 375 employees.', 'OpenAI has 770 employees.']);
    const claims = article.claims.map((claim, at) => ({ ...claim, kind: at === 0 ? one : other }));
    return codes(findInconsistencies({ ...article, claims }));
  };

  it('is not found between a fact and a forecast, whichever comes first', () => {
    expect(kinds('figure', 'prediction')).toEqual([]);
    expect(kinds('prediction', 'figure')).toEqual([]);
  });

  it('is found between two facts and between two forecasts', () => {
    expect(kinds('figure', 'fact')).toEqual(['contradicts-itself']);
    expect(kinds('prediction', 'prediction')).toEqual(['contradicts-itself']);
  });

  it('is found in what one person says twice', () => {
    const article = articleOf(['OpenAI has 375 employees.', 'OpenAI has 770 employees.']);
    const claims = article.claims.map((claim) => ({ ...claim, speakerId: 's' }));
    expect(codes(findInconsistencies({ ...article, claims }))).toEqual(['contradicts-itself']);
  });

  it('is not found where one person is quoted and the article says something else', () => {
    const article = articleOf(['OpenAI has 375 employees.', 'OpenAI has 770 employees.']);
    const claims = article.claims.map((claim, at) => ({ ...claim, speakerId: at === 0 ? 's' : null }));
    expect(findInconsistencies({ ...article, claims })).toEqual([]);
  });

  it('is found under one metric of the desk even where such a metric has many values', () => {
    const article = articleOf(['蔚来完成10亿元融资。', '蔚来获得20亿元融资。']);
    const claims = article.claims.map((claim) => ({ ...claim, metricId: 'm' }));
    expect(codes(findInconsistencies({ ...article, claims }))).toEqual(['contradicts-itself']);
  });

  it('is not found between two metrics of the desk', () => {
    const article = articleOf(['OpenAI has 375 employees.', 'OpenAI has 770 employees.']);
    const claims = article.claims.map((claim, at) => ({ ...claim, metricId: `m${at}` }));
    expect(findInconsistencies({ ...article, claims })).toEqual([]);
  });

  it('names its claims in reading order', () => {
    const article = articleOf(['OpenAI has 375 employees.', 'OpenAI has 770 employees.', 'OpenAI has 770 employees.']);
    const claims = article.claims.toReversed();
    expect(findInconsistencies({ ...article, claims })).toMatchObject([
      { claims: ['p0:375', 'p1:770', 'p2:770'], values: { first: 375, second: 770, deviation: (375 - 770) / 770 } },
    ]);
  });

  it('is found under one metric of the desk, whatever was proposed', () => {
    const article = articleOf(['They have 375 staff.', 'Its people number 770 people.']);
    const claims = article.claims.map((claim) => ({ ...claim, metricId: 'm', metric: null }));
    const [flag] = findInconsistencies({ ...article, claims });
    expect(flag).toMatchObject({ code: 'contradicts-itself', values: { first: 375, second: 770 } });
  });

  it('is a group where its figures agree', () => {
    const flags = findInconsistencies(articleOf(['OpenAI 只有 375 名员工。', 'OpenAI has about 370 employees.']));
    expect(flags).toMatchObject([{ code: 'repeated', claims: ['p0:375', 'p1:about 370'], values: { count: 2 } }]);
  });
});

describe('claims are of one metric', () => {
  const measured = (...names: { subject: string; measure: string; scope: string | null }[]): string[] => {
    const article = articleOf(['OpenAI has 375 employees.', 'OpenAI has 770 employees.']);
    const claims = article.claims.map((claim, at) => ({ ...claim, metric: names[at] ?? null }));
    return codes(findInconsistencies({ ...article, claims }));
  };
  const metric = { subject: 'OpenAI', measure: 'headcount', scope: null };

  it.each([
    ['written apart', { ...metric, subject: 'Open AI' }],
    ['in another case and width', { ...metric, subject: 'ＯＰＥＮＡＩ' }],
    ['with a measure in Chinese', { ...metric, measure: '员工人数' }],
    ['with a blank scope', { ...metric, scope: '' }],
  ])('%s', (_, other) => {
    expect(measured(metric, other)).toEqual(measured(metric, metric));
    expect(measured(metric, other)).not.toEqual([]);
  });

  it.each([
    ['another subject', metric, { ...metric, subject: 'Google' }],
    ['another measure', metric, { ...metric, measure: 'revenue' }],
    ['another scope', metric, { ...metric, scope: 'US' }],
    ['no subject', { ...metric, subject: '' }, { ...metric, subject: '' }],
    ['no measure', { ...metric, measure: '' }, { ...metric, measure: '' }],
  ])('but not with %s', (_, one, other) => {
    expect(measured(one, other)).toEqual([]);
  });
});

describe('a headline that its text does not bear out', () => {
  const flags = (title: string, text: string): string[] => codes(findInconsistencies(articleOf([text], { title })));

  it.each([
    ['OpenAI 只有 375 名员工', 'OpenAI 的员工人数是 770 人。'],
    ['微软市值突破3万亿美元', '微软的市值为2万亿美元。'],
    ['GPT-3有1750万个参数', 'GPT-3有1750亿个参数。'],
    ['英伟达毛利率达83%', '英伟达的毛利率为73%。'],
    ['OpenAI has 375 employees', "OpenAI's headcount is 770 people."],
    ['Apple valued at US$3 trillion', 'Apple is valued at US$2 trillion.'],
    ['GPT-3 has 175 million parameters', 'GPT-3 has 175 billion parameters.'],
    ['Netflix has 300 million subscribers', 'Netflix has 230 million subscribers.'],
  ])('%s: %s', (title, text) => {
    expect(flags(title, text)).toEqual(['headline-differs']);
  });

  it.each([
    ['OpenAI 有近 400 名员工', 'OpenAI 的员工人数是 385 人。'],
    ['微软市值突破3万亿美元', '微软的市值为3.1万亿美元。'],
    ['OpenAI 只有 375 名员工', '谷歌的员工人数是 770 人。'],
    ['微软营收增长20%', '微软的毛利率为70%。'],
    ['OpenAI 只有 375 名员工', 'OpenAI 的员工人数是 770 人，研发375人。'],
    ['OpenAI has nearly 400 employees', "OpenAI's headcount is 385 people."],
    ['Apple valued at more than US$3 trillion', 'Apple is valued at US$3.1 trillion.'],
    ['OpenAI has 375 employees', 'Google has 770 employees.'],
    ['Netflix grew to 300 million subscribers', 'Netflix has 230 million subscribers.'],
  ])('is not flagged: %s: %s', (title, text) => {
    expect(flags(title, text)).toEqual([]);
  });
});

describe('a headline beside claims that it need not agree with', () => {
  const flags = (change: Partial<ArticleFigure>): string[] => {
    const article = articleOf(["OpenAI's headcount is 770 people."], { title: 'OpenAI has 375 employees' });
    const claims = article.claims.map((claim) => ({ ...claim, ...change }));
    return codes(findInconsistencies({ ...article, claims }));
  };

  it('is flagged beside a claim of its metric', () => {
    expect(flags({})).toEqual(['headline-differs']);
  });

  it('names the claims and the two numbers', () => {
    const article = articleOf(["OpenAI's headcount is 770 people."], { title: 'OpenAI has 375 employees' });
    expect(findInconsistencies(article)).toMatchObject([
      { claims: article.claims.map(({ id }) => id), place: null, values: { headline: 375, body: 770 } },
    ]);
  });

  it('is not flagged where some figure of the text says the same, unless that is not of the article itself', () => {
    const title = 'OpenAI has 375 employees';
    const article = articleOf(["OpenAI's headcount is 770 people.", 'The lab in Paris: 375 people.'], { title });
    const only = { ...article, claims: article.claims.slice(0, 1) };
    expect(codes(findInconsistencies(only))).toEqual([]);
    const [first, second] = article.paragraphs;
    if (!first || !second) throw new Error('two paragraphs');
    const paragraphs = [first, { ...second, kind: 'boilerplate' as const }];
    expect(codes(findInconsistencies({ ...only, paragraphs }))).toEqual(['headline-differs']);
  });

  it('is not flagged beside a forecast', () => {
    expect(flags({ kind: 'prediction' })).toEqual([]);
  });

  it('is not flagged beside a claim without a metric', () => {
    expect(flags({ metric: null })).toEqual([]);
  });

  it('is not flagged where its claim is in another unit', () => {
    const figure = { low: 770, high: 770, unit: 'US dollar', qualifier: 'exact' as const, per: null, asOf: null };
    expect(flags({ figure })).toEqual([]);
  });

  it.each([
    ['an earlier value', ['OpenAI previously had 770 employees.']],
    ['one of two values that cannot be compared with it', ['OpenAI has 770 employees.', 'OpenAI has US$9 employees.']],
  ])('is not flagged beside %s', (_name, texts) => {
    const article = articleOf(texts, { title: 'OpenAI has 375 employees' });
    const [first] = article.claims;
    const claims = article.claims.map((claim) => ({ ...claim, metric: first?.metric ?? null }));
    expect(codes(findInconsistencies({ ...article, claims }))).toEqual([]);
  });
});

describe('a date after publication', () => {
  const flags = (text: string, kind: ClaimKind = 'figure'): string[] =>
    codes(findInconsistencies(articleOf([text], { publishedOn: '2023-03-27' }, kind)));

  it.each([
    '2024年公司有375人。',
    '截至2023年12月31日，公司有375人。',
    '2025年3月的营收为2亿美元。',
    '2023年5月用户达1亿用户。',
    'In 2024 the firm had 375 employees.',
    'As of December 31, 2023 it had 375 employees.',
    'Revenue in March 2025 was US$2 million.',
    'On 2023-05-01 there were 300 people.',
  ])('is found in %s', (text) => {
    expect(flags(text)).toContain('after-publication');
  });

  it.each([
    '2022年公司有375人。',
    '2023年公司有375人。',
    '截至2023年3月27日，公司有375人。',
    '预计2024年公司将有375人。',
    '5月公司有375人。',
    '到2030年，公司有375人。',
    'In 2022 the firm had 375 employees.',
    'It will have 375 employees in 2024.',
    'By 2030 it has 375 employees.',
    'In May it had 375 employees.',
  ])('is not found in %s', (text) => {
    expect(flags(text)).toEqual([]);
  });

  it('is not found in a prediction, nor where the day of publication is not known', () => {
    expect(flags('2024年公司有375人。', 'prediction')).toEqual([]);
    expect(inText('2024年公司有375人。')).toEqual([]);
  });

  it('may be the as-of date of the reading', () => {
    const article = articleOf(['公司有375人。'], { publishedOn: '2023-03' });
    const dated = (asOf: string) => ({
      ...article,
      claims: article.claims.map((claim) => ({ ...claim, figure: { ...claim.figure, asOf } })),
    });
    expect(codes(findInconsistencies(dated('2023-04-01')))).toEqual(['after-publication']);
    expect(findInconsistencies(dated('2023-03-30'))).toEqual([]);
  });
});

describe('the day of publication', () => {
  const flags = (asOf: string, publishedOn: string): string[] => {
    const article = articleOf(['公司有375人。'], { publishedOn });
    const claims = article.claims.map((claim) => ({ ...claim, figure: { ...claim.figure, asOf } }));
    return codes(findInconsistencies({ ...article, claims }));
  };

  it.each([
    ['2023-03-28', '2023-03-27'],
    ['2023-04', '2023-03-27'],
    ['2024', '2023-12-31'],
    ['2024-01-01', '2023'],
  ])('is before %s where it is %s', (asOf, publishedOn) => {
    expect(flags(asOf, publishedOn)).toEqual(['after-publication']);
  });

  it.each([
    ['2023-03-27', '2023-03-27'],
    ['2023-03-26', '2023-03-27'],
    ['2023-03', '2023-03-27'],
    ['2023', '2023-03-27'],
    ['2023-12-31', '2023'],
    ['2022-12', '2023-01-01'],
  ])('is not before %s where it is %s', (asOf, publishedOn) => {
    expect(flags(asOf, publishedOn)).toEqual([]);
  });
});

it('names a claim only where it touches the words that are flagged', () => {
  const text = 'CPM 在 12-5 美元，3人。';
  const article = articleOf([text]);
  const [claim] = article.claims;
  if (!claim) throw new Error('no claim');
  const at = text.indexOf('12-5');
  const spans = [
    { id: 'before', start: 0, end: at },
    { id: 'first', start: 0, end: at + 1 },
    { id: 'last', start: at + '12-5 美元'.length - 1, end: text.length },
    { id: 'behind', start: at + '12-5 美元'.length, end: text.length },
  ];
  const claims = spans.map((span) => ({ ...claim, ...span, metric: null }));
  const elsewhere = { ...claim, id: 'elsewhere', paragraphId: 'p9', start: 0, end: text.length, metric: null };
  const [flag] = findInconsistencies({ ...article, claims: [...claims, elsewhere] });
  expect(flag).toMatchObject({ code: 'range-upside-down', claims: ['first', 'last'] });
});

it('names the claims and the place', () => {
  const article = articleOf(['公司共 375 人，其中研发 259、产品 80、管理 50。']);
  expect(findInconsistencies(article)).toMatchObject([
    {
      claims: ['p0:375', 'p0:50'],
      place: { paragraphId: 'p0' },
      values: { total: 375, parts: 389 },
    },
  ]);
});

it('passes over text that is no part of the article', () => {
  const article = articleOf(['CPM 在 12-5 美元。']);
  const paragraphs = article.paragraphs.map((one) => ({ ...one, kind: 'boilerplate' as const }));
  expect(findInconsistencies({ ...article, paragraphs })).toEqual([]);
});

const pieces = '共375人，|其中|研发259、|50%，|占|12-5美元|OpenAI |有|375名员工。|of which |and |US$5|2024年|between ';
it('never throws on any text', () => {
  fc.assert(
    fc.property(anyText(pieces), (text) => {
      const some = text.slice(0, 200);
      expect(findInconsistencies(articleOf([some], { title: some }))).toBeInstanceOf(Array);
    }),
  );
});

it('takes time in proportion to the paragraph', () => {
  const text = '公司共 375 人，其中研发 259、产品 80。12-5美元，'.repeat(800);
  const paragraph = { id: 'p', number: 1, kind: 'body' as const };
  const work = (part: string) =>
    findInconsistencies({ title: '', publishedOn: null, claims: [], paragraphs: [{ ...paragraph, text: part }] });
  expect(growthOver(text, work)).toBeLessThan(linearGrowth);
});

describe('figures that say the same of one thing', () => {
  const claim = (id: string, start: number, more: Partial<ArticleFigure>): ArticleFigure => ({
    ...{ id, paragraphId: 'p0', start, end: start + 3, kind: 'figure', metricId: null, speakerId: null, metric: null },
    figure: { low: 375, high: 375, unit: 'person', qualifier: 'exact', per: null, asOf: null },
    ...more,
  });
  const found = (more: Partial<ArticleFigure>): string[] => {
    const paragraphs = [{ id: 'p0', number: 1, kind: 'body' as const, text: 'It has 375 yurts and 375 gnomes.' }];
    const claims = [claim('a', 7, more), claim('b', 21, more)];
    return codes(findInconsistencies({ title: '', publishedOn: null, paragraphs, claims }));
  };

  it('are repeated where subject and measure are known, or the metric is', () => {
    expect(found({ metric: { subject: 'Orvane', measure: 'headcount', scope: null } })).toEqual(['repeated']);
    expect(found({ metricId: 'm' })).toEqual(['repeated']);
  });

  it('are not where either is missing', () => {
    expect(found({ metric: { subject: '', measure: 'headcount', scope: null } })).toEqual([]);
    expect(found({ metric: { subject: 'Orvane', measure: '', scope: null } })).toEqual([]);
    expect(found({})).toEqual([]);
  });
});
