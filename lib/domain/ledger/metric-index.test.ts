import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MetricName } from '#lib/reading/metrics';
import { type IndexedMetric, metricIndex, metricKey } from './metric-index';

const name = (text: string): MetricName => {
  const [subject = '', measure = '', scope] = text.split(' · ');
  return { subject, measure, scope: scope ?? null };
};

const metric = (id: string, text: string, ...aliases: string[]): IndexedMetric => ({ id, ...name(text), aliases });

const desk = metricIndex([
  metric('openai-staff', 'OpenAI · headcount', 'OpenAI Inc', '开放人工智能'),
  metric('openai-revenue', 'OpenAI · revenue'),
  metric('openai-revenue-us', 'OpenAI · revenue · US'),
  metric('deepmind-staff', 'DeepMind · headcount'),
  metric('gpt3-cost', 'GPT-3 · training cost'),
  metric('gpt4-cost', 'GPT-4 · training cost'),
  metric('gpt35-cost', 'GPT-3.5 · training cost'),
  metric('ads-cpm', 'display advertising · CPM', '展示广告'),
  metric('microsoft-revenue', '微软 · 营收', 'Microsoft'),
  metric('microsoft-growth', '微软 · 营收增长率', 'Microsoft · revenue growth'),
  metric('xiaomi-car', '小米汽车 · 销量'),
  metric('xiaomi', '小米 · 营收'),
  metric('nvidia-margin', 'Nvidia · gross margin'),
  metric('chatgpt-users', 'ChatGPT · users'),
  metric('chatgpt-mau', 'ChatGPT · monthly active users'),
  metric('odd', 'Contoso · number of moons'),
]);

const first = (text: string): string | undefined => desk.similar(name(text))[0]?.id;

it('gives the same answer however often it was asked for others', () => {
  const asked = name('Deep Mint · headcount');
  const once = desk.similar(asked, 20);
  for (let times = 0; times < 40; times += 1) desk.similar(name('Kind Arms · headcount'));
  expect(desk.similar(asked, 20)).toEqual(once);
  const other = desk.similar(name('Kind Arms · headcount'), 20);
  expect(desk.similar(name('Kind Arms · headcount'), 20)).toEqual(other);
});

describe('the metric most like a name', () => {
  it.each([
    ['OpenAI · headcount', 'openai-staff'],
    ['OpenAI · 员工人数', 'openai-staff'],
    ['Open AI · head count', 'openai-staff'],
    ['ＯｐｅｎＡＩ · employees', 'openai-staff'],
    ['OPENAI · 雇员', 'openai-staff'],
    ["OpenAI's · staff", 'openai-staff'],
    ['OpenAl · headcount', 'openai-staff'],
    ['开放人工智能 · 员工数', 'openai-staff'],
    ['OpenAI · 营收', 'openai-revenue'],
    ['OpenAI · revenues · United States', 'openai-revenue-us'],
    ['OpenAI · 收入 · 美国', 'openai-revenue-us'],
    ['GPT-3 · 训练成本', 'gpt3-cost'],
    ['GPT 4 · cost of training', 'gpt4-cost'],
    ['GPT-3.5 · training costs', 'gpt35-cost'],
    ['展示广告 · 千次展示费用', 'ads-cpm'],
    ['Display Advertising · cost per mille', 'ads-cpm'],
    ['微軟 · 營收', 'microsoft-revenue'],
    ['Microsoft · turnover', 'microsoft-revenue'],
    ['Microsoft Corp · revenue', 'microsoft-revenue'],
    ['Microsoft · revenue growth', 'microsoft-growth'],
    ['微软 · 营收增长率', 'microsoft-growth'],
    ['微软公司 · 营收', 'microsoft-revenue'],
    ['小米 · 销量', 'xiaomi'],
    ['小米集团 · 营业收入', 'xiaomi'],
    ['小米汽车 · 交付量', 'xiaomi-car'],
    ['英伟达 Nvidia · 毛利率', 'nvidia-margin'],
    ['Chat GPT · 月活', 'chatgpt-mau'],
    ['ChatGPT · 用户', 'chatgpt-users'],
    ['Contoso · moons', 'odd'],
  ])('%s is %s', (text, id) => {
    expect(first(text)).toBe(id);
  });

  it('scores the same subject, measure and scope 1, and nothing else', () => {
    expect(desk.similar(name('Open AI · 员工人数'))[0]?.score).toBeCloseTo(1, 12);
    const others = desk.similar(name('OpenAI · headcount'), 20).slice(1);
    expect(Math.max(...others.map(({ score }) => score))).toBeLessThan(0.8);
  });

  it('puts other measures of the company before the measure of another company', () => {
    const ids = desk.similar(name('OpenAI · market share'), 20).map(({ id }) => id);
    expect(ids.slice(0, 3).toSorted()).toEqual(['openai-revenue', 'openai-revenue-us', 'openai-staff']);
    expect(desk.similar(name('Anthropic · headcount'))).toEqual([]);
  });

  it('offers no metric for an empty subject, and at most as many as asked for', () => {
    expect(desk.similar(name(' · headcount'))).toEqual([]);
    expect(desk.similar(name('OpenAI · headcount'), 2)).toHaveLength(2);
    expect(metricIndex([]).similar(name('OpenAI · headcount'))).toEqual([]);
  });

  it('finds every metric by its own name, with scores from 0 to 1 in order', () => {
    const text = fc.string({ unit: fc.constantFrom(...'OpenAI微软小米 3.-'), minLength: 1, maxLength: 8 });
    const metrics = fc.array(fc.tuple(text, fc.constantFrom('headcount', '营收', 'moons'), text), { maxLength: 12 });
    fc.assert(
      fc.property(metrics, (rows) => {
        const given = rows.map(([subject, measure, alias], at) => ({
          ...{ id: `${at}`, subject, measure, scope: null, aliases: [alias] },
        }));
        const index = metricIndex(given);
        for (const one of given) {
          const found = index.similar(one, 50);
          const scores = found.map(({ score }) => score);
          expect(scores).toEqual(scores.toSorted((a, b) => b - a));
          for (const score of scores) expect(score >= 0 && score <= 1).toBe(true);
          if (/[\p{L}\p{N}]/u.test(one.subject)) expect(scores[0]).toBeCloseTo(1, 9);
        }
      }),
    );
  });
});

describe('two names of one metric have one key', () => {
  const key = (text: string) => metricKey(name(text));

  it.each([
    ['OpenAI · headcount', 'Open AI · 员工人数'],
    ['OpenAI Inc · revenue', 'openai · 营收'],
    ['The Guardian · revenue', 'Guardian · revenue'],
    ['小米集团 · 营收', '小米 · revenue'],
    ['微軟股份有限公司 · 营收', '微软 · revenue'],
    ["OpenAI's · revenue", 'OpenAI · revenue'],
    ['ferrets · number of moons', 'ferret · moons'],
    ['OpenAI · revenue · 全球', 'OpenAI · revenue · worldwide'],
    ['OpenAI · revenue · United States', 'OpenAI · revenue · 美国'],
    ['OpenAI · revenue · in China', 'OpenAI · revenue · 中国市场'],
    ['OpenAI · revenue · European market', 'OpenAI · revenue · european'],
  ])('%s, %s', (one, other) => {
    expect(key(one)).toBe(key(other));
  });

  it.each([
    ['GPT-3 · training cost', 'GPT-4 · training cost'],
    ['OpenAI · revenue', 'OpenAI · headcount'],
    ['Orvane · moons', 'Orvanem · oons'],
    ['Orvane · moons · north', 'Orvane · moonsnorth'],
    ['OpenAI · revenue · US', 'OpenAI · revenue'],
    ['OpenAI · revenue · 欧洲', 'OpenAI · revenue · 欧盟'],
    ['OpenAI · revenue', 'OpenAI · revenue growth'],
    ['小米 · 营收', '小米汽车 · 营收'],
    ['Ross · revenue', 'Ros · revenue'],
  ])('but not %s, %s', (one, other) => {
    expect(key(one)).not.toBe(key(other));
  });
});

describe('an alias', () => {
  const similar = (text: string, ...aliases: string[]) =>
    metricIndex([metric('one', 'Contoso · headcount', ...aliases)]).similar(name(text))[0]?.score ?? 0;

  it.each(['Fabrikam · staff', 'Fabrikam – 员工人数', 'Fabrikam'])('%s names the metric as well', (alias) => {
    expect(similar('Fabrikam · headcount', alias)).toBeCloseTo(1, 9);
  });

  it('without the words of its measure names the subject', () => {
    expect(similar('Fabrikam · headcount', 'Fabrikam headcount')).toBeCloseTo(1, 9);
    expect(similar('Fabrikam · headcount')).toBe(0);
  });

  it('of another measure is less like it', () => {
    expect(similar('Fabrikam · headcount', 'Fabrikam · revenue')).toBeLessThan(1);
    expect(similar('Fabrikam · revenue', 'Fabrikam · revenue')).toBeCloseTo(1, 9);
  });
});

it('keeps the order of metrics that are as similar', () => {
  const index = metricIndex([metric('b', 'OpenAI · revenue'), metric('a', 'OpenAI · revenue')]);
  expect(index.similar(name('OpenAI · revenue')).map(({ id }) => id)).toEqual(['b', 'a']);
});
