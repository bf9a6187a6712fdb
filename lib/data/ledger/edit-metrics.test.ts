import { describe, expect, it } from 'vitest';
import { setArticleRemoved } from '#lib/data/articles/articles';
import { correctFigure, setClaimRemoved } from '#lib/data/claims/edit-claim';
import { setEvidenceFigure } from '#lib/data/claims/edit-evidence';
import { judgeClaim, ruleOnClaim, setEvidenceRemoved } from '#lib/data/claims/findings';
import { measureClaim, mergeMetric, nameMetric, separateMetric, setWatched } from '#lib/data/ledger/edit-metrics';
import { similarMetrics } from '#lib/data/metrics/names';
import type { EvidenceFacts } from '#lib/domain/claims/claim-input';
import type { MetricPage } from '#lib/domain/ledger/ledger';
import type { Viewer } from '#lib/domain/review/blind';
import { testDatabase } from '#lib/testing/database/database';
import {
  addDesk,
  addPerson,
  addTextArticle,
  evidenceFacts,
  judgementOf,
  must,
  type TestPerson,
} from '#lib/testing/database/rows';
import { claimLedger, ledgerRows, listMetrics, metricPage, noticesOf } from './ledger';

const db = testDatabase();
const everything = { search: '', standing: null, watched: false, sort: 'changed', page: 1 } as const;

/** An article of one paragraph with its figure marked as a claim. */
async function claimIn(writer: TestPerson, text: string, exact: string, title = 'T') {
  const { mark } = await addTextArticle(writer, [text], { title, publishedOn: '2023-02-14' });
  return (await mark(exact, 'figure')).ref;
}

const headcount = { subject: 'OpenAI', measure: 'headcount', scope: null };
const source = (title: string, excerpt: string, more: Partial<EvidenceFacts> = {}) =>
  evidenceFacts({ title, excerpt, ...more });

async function only(viewer: Viewer) {
  const { metrics } = await listMetrics(db(), everything, viewer);
  expect(metrics).toHaveLength(1);
  const [metric] = metrics;
  if (!metric) throw new Error('no metric');
  return metric;
}

async function pageOf(id: string, viewer: Viewer): Promise<MetricPage> {
  const page = await metricPage(db(), id, { id: viewer.id, role: 'editor' });
  if (!page || 'mergedInto' in page) throw new Error('no page');
  return page;
}

describe('a metric', () => {
  it('goes from open to disputed to settled as articles and sources speak, and flags the next wrong figure', async () => {
    const { ann, bo } = await addDesk(db());
    const first = await claimIn(ann, 'OpenAI has 375 employees.', '375 employees', 'First');
    expect((await must(measureClaim(ann, first, headcount))).metric).toMatchObject(headcount);
    expect(await only(ann)).toMatchObject({ standing: 'open', observations: 1, articles: 1, sources: 0 });

    const second = await claimIn(ann, 'OpenAI employs 770 people.', '770 people', 'Second');
    await must(measureClaim(ann, second, { subject: 'Open AI', measure: '员工人数', scope: null }));
    const metric = await only(ann);
    expect(metric).toMatchObject({ standing: 'disputed', observations: 2, articles: 2 });
    expect(metric.spread).toBeCloseTo(770 / 375, 3);

    await must(setWatched(bo, metric.id, true));
    await must(
      judgeClaim(ann, first, judgementOf('verified'), source('Filing', 'It had 375 employees in January 2023.')),
    );
    await must(
      judgeClaim(ann, second, judgementOf('false'), source('Filing', 'It had 375 employees.', { stance: 'refutes' })),
    );
    const settled = await only(bo);
    expect(settled).toMatchObject({ standing: 'settled', observations: 4, watched: true });
    expect(settled.settled?.figure).toMatchObject({ low: 375, high: 375 });
    expect((await noticesOf(db(), bo)).map(({ kind, facts }) => [kind, facts.after])).toContainEqual([
      'standing',
      'settled',
    ]);

    const third = await claimIn(ann, 'OpenAI has 1,200 employees.', '1,200 employees', 'Third');
    // Before anybody puts it there: its words say which metric it is.
    const seen = await claimLedger(db(), third, ann);
    expect(seen?.proposal?.similar[0]).toMatchObject({ id: metric.id, same: true });
    expect(seen?.against).toMatchObject({ relation: 'off' });
    expect(seen?.settled?.sources).toEqual(['Filing']);
    await must(measureClaim(ann, third, { id: metric.id }));
    const told = await noticesOf(db(), bo);
    expect(told.find(({ kind }) => kind === 'contradiction')).toMatchObject({
      claim: { article: 'Third' },
      unread: true,
    });
    expect(await noticesOf(db(), ann)).toEqual([]);
    // In question, but not unsaid.
    expect(await only(ann)).toMatchObject({ standing: 'disputed', settled: { figure: { low: 375 } } });
    const { history, observations } = await pageOf(metric.id, ann);
    expect(history.map(({ verb }) => verb).toReversed()).toEqual([
      ...['opened', 'joined', 'standing', 'source-added', 'source-added', 'standing', 'joined', 'standing'],
    ]);
    expect(
      observations.find(({ article, from }) => article.title === 'Third' && from === 'claim')?.against,
    ).toMatchObject({ relation: 'off' });
  });

  it('hears of every way in which an observation comes and goes', async () => {
    const { ann, ed } = await addDesk(db());
    const claim = await claimIn(ann, 'The firm has 375 employees.', '375 employees');
    const view = await must(measureClaim(ann, claim, headcount));
    const { id } = view.metric ?? { id: '' };
    const cited = await must(judgeClaim(ann, claim, judgementOf('false'), source('Filing', 'Some staff.')));
    expect(await only(ann)).toMatchObject({ observations: 1, sources: 0 });
    const evidenceId = cited.evidence[0]?.id ?? '';
    await must(setEvidenceFigure(ann, claim, evidenceId, '335 people'));
    expect(await only(ann)).toMatchObject({ observations: 2, sources: 1 });
    expect(await setEvidenceFigure(ann, claim, evidenceId, 'many')).toMatchObject({ code: 'figure-unreadable' });
    await must(setEvidenceFigure(ann, claim, evidenceId, ''));
    expect(await only(ann)).toMatchObject({ observations: 1, sources: 0 });
    await must(setEvidenceFigure(ann, claim, evidenceId, '335 people'));
    await must(ruleOnClaim(ed, claim, { verdict: 'unverifiable', reason: 'No filing.' }));
    await must(ruleOnClaim(ed, claim, null));
    await must(
      correctFigure(ann, claim, { low: 335, high: 335, unit: 'person', qualifier: 'exact', per: null, asOf: null }),
    );
    expect((await pageOf(id, ann)).observations[0]?.against).toMatchObject({ relation: 'consistent' });
    await must(setClaimRemoved(ann, claim, true));
    expect((await listMetrics(db(), everything, ann)).metrics).toEqual([]);
    await must(setClaimRemoved(ann, claim, false));
    await must(setArticleRemoved(ed, claim.articleId, true));
    expect((await listMetrics(db(), everything, ann)).metrics).toEqual([]);
    await must(setArticleRemoved(ed, claim.articleId, false));
    expect(await only(ann)).toMatchObject({ observations: 2 });
    const kept = await setEvidenceRemoved(ann, claim, evidenceId, true);
    expect(kept).toMatchObject({ code: 'evidence-in-use' });
    await must(measureClaim(ann, claim, null));
    expect((await listMetrics(db(), everything, ann)).metrics).toEqual([]);
  });

  it('is merged with its twin in another language, and separated again, with history in both', async () => {
    const { ann, bo } = await addDesk(db());
    const one = await claimIn(ann, 'OpenAI has 375 employees.', '375 employees');
    const two = await claimIn(ann, 'OpenAI LP employs 375 people.', '375 people');
    const left = (await must(measureClaim(ann, one, headcount))).metric?.id ?? '';
    const right = (await must(measureClaim(ann, two, { ...headcount, subject: 'OpenAI LP' }))).metric?.id ?? '';
    expect(left).not.toBe(right);
    await must(setWatched(bo, right, true));
    await must(mergeMetric(ann, right, left));
    expect(await only(bo)).toMatchObject({
      id: left,
      observations: 2,
      watched: true,
      aliases: ['OpenAI LP · headcount'],
    });
    expect(await metricPage(db(), right, { id: ann.id, role: 'editor' })).toEqual({ mergedInto: left });
    expect((await similarMetrics(db(), { ...headcount, subject: 'OpenAI LP' }))[0]).toMatchObject({ id: left });
    expect(await mergeMetric(ann, left, left)).toMatchObject({ code: 'metric-is-itself' });
    const apart = await must(separateMetric(ann, left, { ...headcount, subject: 'OpenAI LP' }, [two.claimId]));
    expect((await pageOf(apart.id, ann)).observations).toHaveLength(1);
    expect((await pageOf(left, ann)).metric).toMatchObject({ observations: 1, aliases: [] });
    expect((await pageOf(left, ann)).history.map(({ verb }) => verb)).toEqual(['separated', 'merged', 'opened']);
    const lines = await db().change.count({ where: { articleId: two.articleId, verb: 'claim-measured' } });
    expect(lines).toBe(3);
  });

  it('is named anew on the edition that was seen, and by no other metric’s name', async () => {
    const ann = await addPerson(db());
    const one = await claimIn(ann, 'OpenAI has 375 employees.', '375 employees');
    const two = await claimIn(ann, 'Anthropic has 160 employees.', '160 employees');
    const metric = (await must(measureClaim(ann, one, headcount))).metric ?? { id: '' };
    await must(measureClaim(ann, two, { ...headcount, subject: 'Anthropic' }));
    const entry = { ...headcount, aliases: ['OpenAI Inc'] };
    await must(nameMetric(ann, { id: metric.id, edition: 1 }, entry));
    expect(await nameMetric(ann, { id: metric.id, edition: 1 }, entry)).toMatchObject({ code: 'metric-changed' });
    const taken = { ...entry, subject: 'anthropic', measure: '员工数' };
    expect(await nameMetric(ann, { id: metric.id, edition: 2 }, taken)).toMatchObject({ code: 'metric-exists' });
    const found = async (search: string) =>
      (await listMetrics(db(), { ...everything, search }, ann)).metrics.map(({ subject }) => subject);
    expect(await found('员工 openai')).toEqual(['OpenAI']);
    expect(await found('inc')).toEqual(['OpenAI']);
    expect(await found('headcount')).toHaveLength(2);
    const rows: string[] = [];
    for await (const { metric: each, observations } of ledgerRows(db(), { id: ann.id, role: 'editor' })) {
      rows.push(`${each.subject} ${observations.length}`);
    }
    expect(rows.sort()).toEqual(['Anthropic 1', 'OpenAI 1']);
  });

  it('loses no observation of many articles that write at once', async () => {
    const ann = await addPerson(db());
    const claims = [];
    for (let at = 0; at < 12; at += 1) {
      claims.push(await claimIn(ann, `OpenAI has ${370 + at} employees.`, `${370 + at} employees`));
    }
    const [first, ...others] = claims;
    if (!first) throw new Error('no claim');
    await must(measureClaim(ann, first, headcount));
    await Promise.all(others.map((claim) => must(measureClaim(ann, claim, headcount))));
    const metric = await only(ann);
    expect(metric).toMatchObject({ observations: 12, articles: 12, standing: 'disputed' });
    const { history } = await pageOf(metric.id, ann);
    expect(history.map(({ seq }) => seq).toReversed()).toEqual(history.map((_, at) => at + 1));
  });

  it('is found by its likes as soon as it is named, renamed or merged', async () => {
    const ann = await addPerson(db());
    const found = async (subject: string) =>
      (await similarMetrics(db(), { ...headcount, subject })).map(({ id }) => id);
    const add = async (subject: string) => {
      const claim = await claimIn(ann, `${subject} has 375 employees.`, '375 employees');
      return (await must(measureClaim(ann, claim, { ...headcount, subject }))).metric?.id ?? '';
    };
    const one = await add('Acme');
    expect(await found('Acme')).toEqual([one]);
    const other = await add('Zenith');
    expect(await found('Zenith')).toEqual([other]);
    await must(nameMetric(ann, { id: other, edition: 1 }, { ...headcount, subject: 'Nadir', aliases: [] }));
    expect(await found('Nadir')).toEqual([other]);
    expect(await found('Zenith')).toEqual([]);
    await must(mergeMetric(ann, other, one));
    expect(await found('Nadir')).toEqual([one]);
    // Those that went without a word.
    await db().claim.updateMany({ data: { metricId: null } });
    await db().metric.deleteMany();
    expect(await found('Acme')).toEqual([]);
  });
});
