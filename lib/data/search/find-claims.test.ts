import { beforeEach, describe, expect, it, vi } from 'vitest';
import { describeClaim } from '#lib/data/claims/edit-claim';
import { judgeClaim } from '#lib/data/claims/findings';
import { newId } from '#lib/data/database/id';
import { measureClaim } from '#lib/data/ledger/edit-metrics';
import { setReviewRules } from '#lib/data/review/assignments';
import { mergeSource } from '#lib/data/sources/merge-source';
import { editSpeaker, mergeSpeaker } from '#lib/data/sources/speakers';
import type { Verdict } from '#lib/domain/claims/standing';
import type { Viewer } from '#lib/domain/review/blind';
import { type ClaimParameters, type ClaimQuery, claimQuery, claimSorts } from '#lib/domain/search/claim-query';
import { placesOfPhrase } from '#lib/domain/search/phrase';
import { testDatabase } from '#lib/testing/database/database';
import { addDesk, addTextArticle, evidenceFacts, judgementOf, must, type TestPerson } from '#lib/testing/database/rows';
import { comparisonForm } from '#lib/text/forms/comparison-form';
import { claimsOfPage, findClaims, namesIn } from './find-claims';

const db = testDatabase();
const now = new Date('2026-03-01T12:00:00Z');

/** What each claim is called here, by its words. */
const english = 'OpenAI had 375 employees in 2023. Its CPM lay between US$5 and US$12. Sales doubled, Lin said.';
const chinese = '該公司有3750名員工。融资300万美元。林某说：“销售额下降了8%。”';

interface Desk {
  ann: TestPerson;
  bo: TestPerson;
  ed: TestPerson;
}

async function desk(): Promise<Desk & { en: string; zh: string }> {
  const { ann, bo, ed } = await addDesk(db());
  const en = await addTextArticle(ann, [english], {
    title: 'What AI costs',
    publisher: 'The Ledger',
    publishedOn: '2025-11',
  });
  const zh = await addTextArticle(bo, [chinese], {
    title: '人工智能的成本',
    publisher: '《账本》',
    language: 'zh',
    publishedOn: '2026-01-20',
  });
  const judge = async (
    who: TestPerson,
    ref: { articleId: string; claimId: string },
    verdict: Verdict,
    title = 'Annual report',
  ) => must(judgeClaim(who, ref, judgementOf(verdict), evidenceFacts({ title })));
  const staff = await en.mark('375 employees', 'figure');
  const cpm = await en.mark('between US$5 and US$12', 'figure');
  const sales = await en.mark('Sales doubled', 'fact');
  const staffZh = await zh.mark('3750名員工', 'figure');
  await zh.mark('300万美元', 'figure');
  await zh.mark('销售额下降了8%', 'quote');
  await judge(ann, staff.ref, 'verified');
  await judge(ann, cpm.ref, 'disputed', 'Rate card');
  await must(
    describeClaim(ann, sales.ref, {
      speaker: { name: 'Marisol Quint', role: null, organisation: null },
    }),
  );
  const { speaker } = await must(describeClaim(ann, sales.ref, { kind: 'fact' }));
  await must(
    editSpeaker(ed, speaker?.id ?? '', { name: 'Marisol Quint', role: null, organisation: null, aliases: ['奎特'] }),
  );
  await must(measureClaim(ann, staff.ref, { subject: 'OpenAI', measure: 'headcount', scope: null }));
  await db().assignment.create({
    data: {
      id: newId(),
      articleId: zh.id,
      claimId: staffZh.ref.claimId,
      assigneeId: ann.id,
      assignedById: ed.id,
      dueOn: '2026-02-01',
    },
  });
  return { ann, bo, ed, en: en.id, zh: zh.id };
}

let people: Desk & { en: string; zh: string };

const list = (asked: ClaimParameters, viewer: Viewer = people.ed) => findClaims(db(), claimQuery(asked), viewer, now);
const found = async (asked: ClaimParameters, viewer?: Viewer) =>
  (await list(asked, viewer)).claims.map(({ exact }) => exact).sort();

/** For every filter of a query a value that some claims here have and others do not, or that all have. */
const filters: { [Name in Exclude<keyof ClaimQuery, 'search' | 'page'>]: ClaimQuery[Name] } = {
  ...{ standing: 'verified', kind: 'figure', speaker: 'quint', reviewer: 'ann', source: 'report', article: 'costs' },
  ...{ publisher: 'The Ledger', metric: 'openai', figure: '300 to 500', judgedFrom: '2020-01-01' },
  ...{ judgedTo: '2100-01-01', publishedFrom: '2025-01-01', publishedTo: '2025-12-31', sources: 'one' },
  ...{ lookAgain: false, overdue: true, sort: 'published' },
};

describe('a search within a filter', () => {
  beforeEach(async () => {
    people = await desk();
  });

  it.each(Object.entries(filters))('finds what both find: %s', async (name, value) => {
    const idsOf = async (query: Partial<ClaimQuery>, viewer: Viewer) => {
      const { claims, total, counts } = await findClaims(db(), { ...claimQuery({}), ...query }, viewer, now);
      const counted = Object.values(counts).reduce((sum, count) => sum + count, 0);
      expect([total, query.standing ? counts[query.standing] : counted]).toEqual([counted, claims.length]);
      return claims.map(({ id }) => id).sort();
    };
    await must(setReviewRules(people.ed, people.en, { requiredJudgements: 1, blindFirstPass: true }));
    for (const viewer of [people.ed, people.bo]) {
      for (const search of ['2023 375', '员工', 'sales', '"in 2023"']) {
        const [found, filtered] = [await idsOf({ search }, viewer), await idsOf({ [name]: value }, viewer)];
        const both = await idsOf({ search, [name]: value }, viewer);
        expect(both).toEqual(found.filter((id) => filtered.includes(id)));
      }
    }
  });
});

describe('claims of the desk', () => {
  beforeEach(async () => {
    people = await desk();
  });

  const answers: [ClaimParameters, string[]][] = [
    [{ q: 'employees' }, ['375 employees', '3750名員工']],
    [{ q: '员工' }, ['375 employees', '3750名員工']],
    [{ q: '375' }, ['375 employees']],
    [{ q: '3 million' }, ['300万美元']],
    [{ q: '３００萬' }, ['300万美元']],
    [{ q: 'quint' }, ['Sales doubled']],
    [{ q: '奎特' }, ['Sales doubled']],
    [{ speaker: 'kuite' }, ['Sales doubled']],
    [{ speaker: 'QUINT marisol' }, ['Sales doubled']],
    [{ speaker: '?' }, []],
    [{ q: 'Quint doubled' }, ['Sales doubled']],
    [{ q: '"375 employees in"' }, ['375 employees']],
    [{ q: '"375 employees at"' }, []],
    [{ q: 'ＣＰＭ' }, ['between US$5 and US$12']],
    [{ standing: 'disputed' }, ['between US$5 and US$12']],
    [{ kind: 'quote' }, ['销售额下降了8%']],
    [{ speaker: 'marisol' }, ['Sales doubled']],
    [{ reviewer: 'ann' }, ['375 employees', 'between US$5 and US$12']],
    [{ source: 'rate card' }, ['between US$5 and US$12']],
    [{ article: '人工智能', kind: 'figure' }, ['300万美元', '3750名員工']],
    [{ publisher: 'the ledger', kind: 'fact' }, ['Sales doubled']],
    [{ metric: 'openai' }, ['375 employees']],
    [{ figure: 'US$3m to 5m' }, ['300万美元']],
    [{ figure: '200万至400万美元' }, ['300万美元']],
    [{ figure: 'US$12' }, ['between US$5 and US$12']],
    [{ figure: 'at least 3000 employees' }, ['3750名員工']],
    [{ figure: 'many' }, []],
    [{ 'judged-from': '2026-01-05', 'judged-to': '2026-01-05' }, ['375 employees', 'between US$5 and US$12']],
    [{ 'judged-from': '2026-01-06' }, []],
    [{ 'judged-from': '0001-01-01', 'judged-to': '9999-12-31' }, ['375 employees', 'between US$5 and US$12']],
    [{ 'judged-to': '0001-01-01' }, []],
    [{ 'published-from': '2025-11-15', 'published-to': '2025-12-31', kind: 'fact' }, ['Sales doubled']],
    [{ 'published-from': '2026-01-20' }, ['300万美元', '3750名員工', '销售额下降了8%']],
    [{ sources: 'one' }, ['375 employees', 'between US$5 and US$12']],
    [{ sources: 'none', kind: 'figure' }, ['300万美元', '3750名員工']],
    [{ overdue: '1' }, ['3750名員工']],
    [{ 'look-again': '1' }, []],
    [{ q: 'employees', standing: 'verified' }, ['375 employees']],
  ];

  it('are found by words, figures and filters', async () => {
    const given: typeof answers = [];
    for (const [asked] of answers) given.push([asked, await found(asked)]);
    expect(given).toEqual(answers.map(([asked, expected]) => [asked, [...expected].sort()]));
  });

  it('are of an outlet or reviewer however the name is written', async () => {
    const { ann, en, zh } = people;
    await db().user.update({ where: { id: ann.id }, data: { name: 'Édith Okoro' } });
    await db().article.update({ where: { id: en }, data: { publisher: 'Élan' } });
    await db().article.update({ where: { id: zh }, data: { publisher: 'Ｒｅｕｔｅｒｓ' } });
    const judged = ['375 employees', 'between US$5 and US$12'];
    for (const reviewer of ['Édith', 'édith okoro', 'ÉDITH', 'Ｅ\u0301dith', ann.id]) {
      expect(await found({ reviewer })).toEqual(judged);
    }
    for (const publisher of ['ÉLAN', 'Élan', 'élan']) expect((await list({ publisher })).total).toBe(3);
    for (const publisher of ['reuters', 'ＲＥＵＴＥＲＳ']) {
      expect(await found({ publisher })).toEqual(await found({ article: zh }));
    }
    expect((await list({ publisher: 'Elan' })).total).toBe(0);
    expect((await list({ reviewer: 'Edith' })).total).toBe(0);
  });

  it('are of a speaker or source that was merged, and of the one that it is shown as', async () => {
    const { ann, ed } = people;
    const { mark } = await addTextArticle(ann, ['Rents fell by 4%.']);
    const { ref } = await mark('Rents fell', 'fact');
    await must(describeClaim(ann, ref, { speaker: { name: 'M. Quint', role: null, organisation: null } }));
    await must(judgeClaim(ann, ref, judgementOf('verified'), evidenceFacts({ title: 'Rates' })));
    const speakers = await db().speaker.findMany({ orderBy: { name: 'asc' } });
    const sources = await db().source.findMany({ where: { title: { in: ['Rates', 'Rate card'] } } });
    const [young = '', old = ''] = speakers.map(({ id }) => id);
    const [card = '', rates = ''] = ['Rate card', 'Rates'].map(
      (name) => sources.find(({ title }) => title === name)?.id,
    );
    await must(mergeSpeaker(ed, young, old));
    await must(mergeSource(ed, rates, card));
    for (const speaker of [young, old]) {
      expect(await found({ speaker })).toEqual(['Rents fell', 'Sales doubled']);
      expect(await namesIn(db(), claimQuery({ speaker }))).toMatchObject({ speaker: speakers[1]?.name });
    }
    for (const source of [rates, card]) {
      expect(await found({ source })).toEqual(['Rents fell', 'between US$5 and US$12']);
      expect(await namesIn(db(), claimQuery({ source }))).toMatchObject({ source: 'Rate card' });
    }
  });

  it('is overdue when its day is over at the desk, wherever that is', async () => {
    const evening = new Date('2026-02-01T17:00:00Z');
    const overdue = async () => (await findClaims(db(), claimQuery({ overdue: '1' }), people.ed, evening)).total;
    try {
      vi.stubEnv('TZ', 'UTC');
      expect(await overdue()).toBe(0);
      vi.stubEnv('TZ', 'Asia/Shanghai');
      expect(await overdue()).toBe(1);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it('are judged on the days of the desk', async () => {
    await db().judgement.updateMany({ data: { updatedAt: new Date('2026-01-05T20:00:00Z') } });
    const judgedOn = (day: string) => found({ 'judged-from': day, 'judged-to': day });
    const judged = ['375 employees', 'between US$5 and US$12'];
    vi.stubEnv('TZ', 'Asia/Shanghai');
    try {
      expect([await judgedOn('2026-01-05'), await judgedOn('2026-01-06')]).toEqual([[], judged]);
      vi.stubEnv('TZ', 'America/New_York');
      expect([await judgedOn('2026-01-05'), await judgedOn('2026-01-06')]).toEqual([judged, []]);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it('are sorted', async () => {
    for (const sort of claimSorts) {
      expect(await found({ sort })).toHaveLength(6);
      expect(await found({ sort, q: 'employees' })).toHaveLength(2);
      expect(await found({ sort, q: '"employees"' })).toHaveLength(1);
    }
    const order = async (sort: string) => (await list({ sort })).claims.map(({ exact }) => exact);
    expect((await order('judged')).slice(0, 2).sort()).toEqual(['375 employees', 'between US$5 and US$12']);
    expect((await order('published'))[5]).not.toMatch(/美元|員工|销售/);
  });

  it.each([
    '%',
    '_',
    '*',
    '"',
    '""',
    "'",
    '\\',
    ';',
    '()',
    '?!',
    '😀',
    'NOT',
    'a AND',
    'words:',
    'NEAR(',
    "' OR 1=1 --",
    '\0',
    '\ud800',
  ])('stand a search for %j', async (q) => {
    for (const field of ['q', 'speaker', 'reviewer', 'source', 'article', 'publisher', 'metric', 'figure']) {
      expect((await list({ [field]: q })).claims.length).toBeLessThanOrEqual(6);
    }
  });

  it('say that nothing in a field can be searched for', async () => {
    expect(await list({ q: '?!' })).toMatchObject({ isUnreadable: true, total: 0, claims: [] });
    expect(await list({ q: 'nowhere' })).toMatchObject({ isUnreadable: false, total: 0 });
  });

  it('of one sentence come by what their own words hold', async () => {
    const { ann } = people;
    const { mark } = await addTextArticle(ann, ['Lumford had 41 looms, 42 dyers and 43 carts.']);
    for (const words of ['41 looms', '42 dyers', '43 carts']) await mark(words, 'figure');
    for (const [at, words] of ['41 looms', '42 dyers', '43 carts'].entries()) {
      expect((await list({ q: `Lumford ${41 + at}` })).claims[0]?.exact).toBe(words);
    }
  });

  it('tell what they are, with what was found in them', async () => {
    const [staff] = (await list({ q: '375' })).claims;
    expect(staff).toMatchObject({
      kind: 'figure',
      standing: 'verified',
      sources: 1,
      article: { title: 'What AI costs', publisher: 'The Ledger' },
      judgedAt: expect.stringContaining('2026-01-05'),
    });
    const { text, hits } = staff?.passage ?? { text: '', hits: [] };
    expect(hits.map(({ start, end }) => text.slice(start, end))).toEqual(['375']);
  });

  it('keep what is blind', async () => {
    await must(setReviewRules(people.ed, people.en, { requiredJudgements: 1, blindFirstPass: true }));
    const { bo, ann } = people;
    const all = await list({}, bo);
    expect(all.counts).toMatchObject({ open: 6, verified: 0, disputed: 0 });
    expect(
      all.claims.every(({ standing, judgedAt, sources }) => standing === 'open' && judgedAt === null && sources === 0),
    ).toBe(true);
    for (const asked of [
      { standing: 'verified' },
      { reviewer: 'ann' },
      { source: 'rate' },
      { sources: 'some' },
      { 'judged-from': '2020-01-01' },
    ]) {
      expect(await list(asked, bo)).toMatchObject({ claims: [] });
    }
    expect((await list({ standing: 'open' }, bo)).claims).toHaveLength(6);
    expect((await list({ sources: 'none' }, bo)).claims).toHaveLength(6);
    expect((await list({}, ann)).counts).toMatchObject({ verified: 1, disputed: 1, open: 4 });
    expect(await found({ standing: 'verified' })).toEqual(['375 employees']);
    await must(setReviewRules(people.ed, people.en, { requiredJudgements: 1, blindFirstPass: false }));
  });

  it('leave out those of removed articles', async () => {
    await db().article.update({ where: { id: people.zh }, data: { removedAt: now } });
    expect((await list({})).total).toBe(3);
    expect(await found({ q: '员工' })).toEqual(['375 employees']);
    await db().article.update({ where: { id: people.zh }, data: { removedAt: null } });
  });

  it('come a page at a time', async () => {
    const { ann } = people;
    const sentences = Array.from({ length: 60 }, (_, at) => `Orvane plant ${at} closed.`);
    const { mark } = await addTextArticle(ann, [sentences.join(' ')]);
    for (const sentence of sentences) await mark(sentence, 'fact');
    const [first, second] = [await list({ q: 'orvane' }), await list({ q: 'orvane', page: '2' })];
    expect([first.claims.length, second.claims.length, first.pages]).toEqual([claimsOfPage, 10, 2]);
    expect(new Set([...first.claims, ...second.claims].map(({ id }) => id)).size).toBe(60);
    expect((await list({ q: 'orvane', page: '9' })).claims).toEqual([]);
  });
});

describe('a phrase in quotation marks', () => {
  const texts = [
    'He said that 375 loaves were sold.',
    'An AI firm: “AI” is dear, [x] or a*b or c++ is not.',
    'They counted 3007 units, 300 of them red.',
    'Costs of US$125 million, 1.5 million and 5 million.',
    '该公司有1375名员工，AI很贵，涨幅50%。',
    'Is it 5? 2,5 million or 5, million',
  ];
  const phrases = [
    'ai',
    'AI',
    '300',
    '3007',
    '5 million',
    '1.5 million',
    '5',
    '员工',
    '375',
    '[x]',
    'a*b',
    'c++',
    'c+',
  ];
  const more = ['50%', 'US$1', 'US$125 million', 'dear, [x', 'it 5?', '?', '名员工', 'AI很贵', 'said that', 'aid that'];

  it.each([...phrases, ...more])('is found from one end of a word to another: %s', async (phrase) => {
    const { ann } = await addDesk(db());
    const { id, mark } = await addTextArticle(ann, texts);
    for (const text of texts) await mark(text);
    const { claims, isUnreadable } = await findClaims(db(), claimQuery({ q: `"${phrase}"` }), ann, now);
    const form = comparisonForm(phrase).trim();
    const holding = texts.filter((text) => placesOfPhrase(comparisonForm(text), form).length > 0);
    if (isUnreadable) expect(claims).toEqual([]);
    else expect(claims.map(({ exact }) => exact).sort()).toEqual(holding.sort());
    for (const { article, passage } of claims) expect([article.id, passage.hits.length > 0]).toEqual([id, true]);
  });
});

it('finds a name with a number by its parts, and the other way round', async () => {
  const { ann } = await addDesk(db());
  const text = 'OpenAI showed GPT-4 in March. Flight MH370 vanished. The GPT 5 model came.';
  const { mark } = await addTextArticle(ann, [text], { title: 'Names', language: 'en' });
  for (const words of ['GPT-4', 'MH370', 'GPT 5']) await mark(words, 'fact');
  const foundBy = (q: string) => found({ q }, ann);
  expect(await foundBy('GPT')).toEqual(['GPT 5', 'GPT-4']);
  expect(await foundBy('GPT-5')).toEqual(['GPT 5']);
  expect(await foundBy('GPT 4')).toEqual(['GPT-4']);
  expect(await foundBy('MH 370')).toEqual(['MH370']);
  expect(await foundBy('GPT-6')).toEqual([]);
});
