import { describe, expect, it } from 'vitest';
import { newId } from '#lib/data/database/id';
import { measureClaim } from '#lib/data/ledger/edit-metrics';
import {
  claimLedger,
  countUnreadNotices,
  disputedMetrics,
  listMetrics,
  markNoticesRead,
  metricPage,
  metricsPage,
  noticesOf,
  summariesOf,
} from '#lib/data/ledger/ledger';
import { setReviewRules } from '#lib/data/review/assignments';
import { addComment, markMentionsRead, mentionsOf, threadsOf } from '#lib/data/review/comments';
import { workloads, workOf } from '#lib/data/review/work';
import { findSources, listSources } from '#lib/data/sources/sources';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { type Role, roles } from '#lib/domain/people/permission';
import { isBlindTo } from '#lib/domain/review/blind';
import { testDatabase } from '#lib/testing/database/database';
import { addDesk, addPerson, addTextArticle, evidenceFacts, judgementOf, must } from '#lib/testing/database/rows';
import { blindClaims, isBlind } from './blind';
import { suggestCorrection } from './edit-claim';
import { judgeClaim, ruleOnClaim, withdrawJudgement } from './findings';
import { claimView, readClaim } from './read-claims';

const db = testDatabase();
const blindRules = { requiredJudgements: 1, blindFirstPass: true };

describe('the condition of the database', () => {
  it('says of every claim and person what the rule says', async () => {
    const { ann, bo, ed } = await addDesk(db());
    const viewers: { id: string; role: Role }[] = roles.map((role) => ({ id: bo.id, role }));
    const states = ['none', 'counted', 'earlier'] as const;
    for (const blindFirstPass of [true, false]) {
      const { id: articleId, mark } = await addTextArticle(ann, ['One two three four five six seven eight nine.']);
      const words = ['One', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
      const cases = states.flatMap((own) => states.map((ruling) => ({ own, ruling })));
      for (const [index, { own, ruling }] of cases.entries()) {
        const { claimId } = (await mark(words[index] ?? '', 'fact')).ref;
        const dated = (state: string) => ({ id: newId(), claimId, givenOn: state === 'earlier' ? 'before' : null });
        await db().judgement.create({ data: { ...dated('counted'), reviewerId: ann.id, verdict: 'unverifiable' } });
        const given = { ...dated(own), reviewerId: bo.id, verdict: 'unverifiable' };
        if (own !== 'none') await db().judgement.create({ data: given });
        const ruled = { ...dated(ruling), editorId: ed.id, verdict: 'false', reason: '' };
        if (ruling !== 'none') await db().adjudication.create({ data: ruled });
      }
      await must(setReviewRules(ed, articleId, { ...blindRules, blindFirstPass }));
      const claims = await db().claim.findMany({ where: { articleId }, select: { id: true } });
      for (const viewer of viewers) {
        const hidden = await blindClaims(db(), viewer, { articleId });
        const asStatement = await db().$queryRaw<{ id: string }[]>`
          SELECT c."id" FROM "Claim" c WHERE c."articleId" = ${articleId} AND ${isBlind(viewer)}`;
        expect(new Set(asStatement.map(({ id }) => id))).toEqual(hidden);
        for (const { id } of claims) {
          const claim = claimView(await readClaim(db(), id));
          expect([viewer.role, claim.exact, hidden.has(id)]).toEqual([
            viewer.role,
            claim.exact,
            isBlindTo(viewer, claim, { blindFirstPass }),
          ]);
        }
        expect(hidden.size).toBe(blindFirstPass && viewer.role === 'reviewer' ? 4 : 0);
      }
    }
  });
});

const headcount = { subject: 'OpenAI', measure: 'headcount', scope: null };

/** A figure that Ann judged in a blind first pass, on a metric that Bo watches; Bo is assigned and has not judged. */
async function blindFigure() {
  const desk = await addDesk(db());
  const { ann, bo, ed } = desk;
  const article = await addTextArticle(ann, ['OpenAI has 375 employees.'], { publishedOn: '2023-02-14' });
  const { ref } = await article.mark('375 employees', 'figure');
  await must(setReviewRules(ed, article.id, blindRules));
  const metric = (await must(measureClaim(ann, ref, headcount))).metric ?? { id: '' };
  await db().watch.create({ data: { metricId: metric.id, userId: bo.id, createdAt: bo.now } });
  await db().assignment.create({
    data: { id: newId(), articleId: article.id, claimId: ref.claimId, assigneeId: bo.id, assignedById: ed.id },
  });
  const filing = evidenceFacts({ title: 'Filing', excerpt: 'We have 770 employees.' });
  const judged = await must(judgeClaim(ann, ref, judgementOf('disputed', { rationale: 'Filed.' }), filing));
  return { ...desk, ref, metric, judged };
}

const everything = { search: '', standing: null, watched: false, sort: 'changed', page: 1 } as const;

it('a wording that a blind reviewer does not see is not replaced by theirs', async () => {
  const { ann, ed } = await addDesk(db());
  const article = await addTextArticle(ann, ['OpenAI has 375 employees.']);
  const { ref } = await article.mark('375 employees', 'figure');
  await must(setReviewRules(ed, article.id, blindRules));
  await must(suggestCorrection(ed, ref, '335 employees'));
  expect(await suggestCorrection(ann, ref, '770 employees')).toMatchObject({ code: 'judge-first' });
  const filing = evidenceFacts({ title: 'Filing', excerpt: 'We have 770 employees.' });
  const judged = await must(judgeClaim(ann, ref, judgementOf('disputed', { rationale: 'Filed.' }), filing));
  expect(judged.correction).toBe('335 employees');
  await must(suggestCorrection(ann, ref, '770 employees'));
});

describe('the ledger of a blind reviewer', () => {
  it('holds back what others found until their own finding is in', async () => {
    const { ann, bo, ed, ref, metric } = await blindFigure();
    const seenBy = async (viewer: typeof ann) => {
      const page = await metricPage(db(), metric.id, viewer);
      if (!page || 'mergedInto' in page) throw new Error('no page');
      const known = await claimLedger(db(), ref, viewer);
      return {
        standing: page.metric.standing,
        heldBack: page.metric.heldBack,
        sources: page.metric.sources,
        observed: page.observations.map(({ from, standing }) => `${from} ${standing}`),
        told: page.history.map(({ verb }) => verb),
        notices: (await noticesOf(db(), viewer)).map(({ kind }) => kind),
        unread: await countUnreadNotices(db(), viewer),
        cited: known?.evidence.map(({ source }) => source),
        disputed: (await disputedMetrics(db(), viewer)).length,
        listed: (await listMetrics(db(), everything, viewer)).counts,
        found: (await listMetrics(db(), { ...everything, standing: 'disputed' }, viewer)).metrics.length,
        asked: (
          await metricsPage(
            db(),
            { search: '', after: null, limit: 9, standing: 'open', updatedSince: new Date('2999-01-01') },
            viewer,
          )
        ).items.map(({ standing }) => standing),
        summary: (await summariesOf(db(), [metric.id], viewer)).map(({ spread }) => spread !== null && spread > 1),
      };
    };
    const hidden = {
      ...{ standing: 'open', heldBack: true, sources: 0, observed: ['claim open'], told: ['opened'] },
      ...{ notices: [], unread: 0, cited: [], disputed: 0, listed: { disputed: 0, open: 1, settled: 0 }, found: 0 },
      ...{ asked: ['open'], summary: [false] },
    };
    const shown = {
      ...{ standing: 'disputed', heldBack: false, sources: 1, observed: ['claim disputed', 'source null'] },
      ...{ told: ['standing', 'source-added', 'opened'], cited: ['Filing'], disputed: 1, found: 1, asked: [] },
      ...{ listed: { disputed: 1, open: 0, settled: 0 }, summary: [true] },
    };
    expect(await seenBy(bo)).toEqual(hidden);
    expect(await seenBy(ed)).toEqual({ ...shown, notices: [], unread: 0 });
    // What was held back stays unread.
    await markNoticesRead(db(), bo, bo.now);
    await must(judgeClaim(bo, ref, judgementOf('unverifiable')));
    expect(await seenBy(bo)).toMatchObject({ ...shown, observed: ['claim contested', 'source null'], unread: 1 });
  });

  it('shows what is known from elsewhere, and a claim that nobody else touched holds nothing back', async () => {
    const { ann, bo, metric } = await blindFigure();
    // Observations come in the order in which their claims were marked.
    const later = { ...ann, now: new Date(ann.now.getTime() + 60_000) };
    const other = await addTextArticle(later, ['OpenAI has 375 employees.'], { title: 'Elsewhere' });
    const { ref } = await other.mark('375 employees', 'figure');
    await must(measureClaim(ann, ref, { id: metric.id }));
    const census = evidenceFacts({ title: 'Census', excerpt: 'OpenAI: 375 employees.' });
    await must(judgeClaim(ann, ref, judgementOf('verified'), census));
    const page = await metricPage(db(), metric.id, bo);
    expect(page).toMatchObject({
      metric: { standing: 'open', heldBack: true, sources: 1, settled: { figure: { low: 375 } } },
      observations: [{ standing: 'open' }, { standing: 'verified' }, { source: { title: 'Census' } }],
    });
    const own = await addTextArticle(bo, ['It has 12 offices.']);
    await must(setReviewRules(bo, own.id, blindRules));
    const marked = await own.mark('12 offices', 'figure', bo);
    const offices = (await must(measureClaim(bo, marked.ref, { ...headcount, measure: 'offices' }))).metric;
    expect((await summariesOf(db(), [offices?.id ?? ''], bo))[0]?.heldBack).toBe(false);
  });
});

describe('what else others wrote about a claim', () => {
  it('is held back from a blind reviewer in discussions, mentions, the list of sources and their work', async () => {
    const { ann, bo, ed, ref, judged } = await blindFigure();
    await must(addComment(ann, ref.articleId, { claimId: ref.claimId }, '@Bo it is 770, see the filing.'));
    const seen = async (viewer: typeof ann) => ({
      threads: (await threadsOf(db(), ref.articleId, viewer)).length,
      mentions: (await mentionsOf(db(), viewer)).map(({ excerpt, unread }) => [excerpt !== null, unread]),
      found: (await findSources(db(), 'filing', viewer)).length,
      listed: (await listSources(db(), '', viewer)).length,
      assigned: (await workOf(db(), viewer, viewer.now)).assigned.length,
    });
    await markMentionsRead(bo, 'all');
    expect(await seen(bo)).toEqual({ threads: 0, mentions: [[false, true]], found: 0, listed: 0, assigned: 1 });
    expect(await seen(ed)).toMatchObject({ threads: 1, found: 1, listed: 1 });
    const load = (await workloads(db(), bo.now)).find(({ person }) => person.id === bo.id);
    expect(load).toMatchObject({ open: 1 });
    // Their verdict rests on what they see: the source that others cite does not carry it.
    expect(await judgeClaim(bo, ref, judgementOf('false'))).toMatchObject({ code: 'source-required' });
    const own = await must(judgeClaim(bo, ref, judgementOf('false'), evidenceFacts({ title: 'Interview' })));
    expect(own.evidence).toHaveLength(judged.evidence.length + 1);
    expect(await seen(bo)).toEqual({ threads: 1, mentions: [[true, true]], found: 1, listed: 2, assigned: 0 });
  });
});

const passesOf = ({ judgements }: ClaimView) =>
  Object.fromEntries(judgements.map(({ reviewer, pass }) => [reviewer.name, pass]));

describe('a verdict in a blind first pass', () => {
  it('is noted with how it came about, and so is taking it back', async () => {
    const { ann, bo, ed, ref, judged } = await blindFigure();
    expect(judged.judgements).toMatchObject([{ pass: 'blind' }]);
    const throwaway = await must(judgeClaim(bo, ref, judgementOf('not-checkable')));
    expect(passesOf(throwaway)).toEqual({ Ann: 'blind', Bo: 'blind' });
    const closed = await must(withdrawJudgement(bo, ref));
    expect(closed).toMatchObject({ standing: 'open', judgements: [], hiddenJudgements: 1, evidence: [] });
    const again = await must(judgeClaim(bo, ref, judgementOf('disputed'), evidenceFacts({ title: 'Report' })));
    expect(passesOf(again)).toEqual({ Ann: 'blind', Bo: 'informed' });
    const lines = await db().change.findMany({ where: { actorId: bo.id }, orderBy: { seq: 'asc' } });
    expect(lines.map(({ verb, after }) => ({ verb, ...(after as object) }))).toMatchObject([
      { verb: 'claim-judged', pass: 'blind', shown: 2 },
      { verb: 'judgement-withdrawn', shown: 2 },
      { verb: 'claim-judged', pass: 'informed', shown: 2 },
    ]);
    const loads = await workloads(db(), bo.now);
    expect(loads.find(({ person }) => person.id === bo.id)).toMatchObject({ informed: 1, withdrawn: 1 });
    expect(loads.find(({ person }) => person.id === ann.id)).toMatchObject({ informed: 0, withdrawn: 0 });
    await must(ruleOnClaim(ed, ref, { verdict: 'disputed', reason: 'Filed.' }));
    const cy = await addPerson(db(), 'Cy');
    const late = await must(judgeClaim(cy, ref, judgementOf('unverifiable')));
    expect(passesOf(late)).toMatchObject({ Cy: 'informed' });
  });
});
