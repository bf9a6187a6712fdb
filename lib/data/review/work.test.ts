import { describe, expect, test } from 'vitest';
import { addArticle, listArticles } from '#lib/data/articles/articles';
import { judgeClaim, ruleOnClaim } from '#lib/data/claims/findings';
import { markClaim } from '#lib/data/claims/mark-claim';
import { newId } from '#lib/data/database/id';
import { testDatabase } from '#lib/testing/database/database';
import { assignWork, returnClaim, setReviewRules } from './assignments';
import { rulingQueue, workloads, workOf } from './work';

const now = new Date('2026-01-05T10:00:00Z');
const db = testDatabase();

async function addPerson(name: string, role = 'reviewer') {
  const id = newId();
  await db().user.create({ data: { id, name, role, email: `${id}@example.org` } });
  return { db: db(), actorId: id, now };
}

async function begin() {
  const [ann, bo, ed] = [await addPerson('Ann'), await addPerson('Bo'), await addPerson('Ed', 'editor')];
  const facts = { title: 'T', publisher: null, url: null, byline: null, publishedOn: null, language: 'en' };
  const paragraphs = ['Alpha beta gamma.', 'Delta epsilon.'].map((text) => ({ kind: 'body' as const, text }));
  const { id: articleId, paragraphIds } = await addArticle(ann, { ...facts, paragraphs }, { intake: 'paste' });
  const refs: { articleId: string; claimId: string }[] = [];
  for (const [paragraph, start, end] of [
    [0, 0, 5],
    [0, 6, 10],
    [1, 0, 5],
  ] as const) {
    const place = { articleId, paragraphId: paragraphIds[paragraph] ?? '', start, end };
    const marked = await markClaim(ann, place, 'fact');
    if (!marked.ok) throw new Error(marked.code);
    refs.push({ articleId, claimId: marked.value.id });
  }
  const [alpha, beta, delta] = refs;
  if (!alpha || !beta || !delta) throw new Error('three claims');
  return { ann, bo, ed, articleId, paragraphIds, alpha, beta, delta };
}

const verdict = (name: 'unverifiable' | 'not-checkable') => ({
  ...{ verdict: name, rationale: '', confidence: 'medium' as const },
});
const words = (claims: { exact: string }[]) => claims.map(({ exact }) => exact);

describe('the work of a person', () => {
  test('is what is assigned to them and not judged by them, soonest due first', async () => {
    const { ann, bo, articleId, paragraphIds, alpha, delta } = await begin();
    const give = { assigneeId: bo.actorId, paragraphIds: paragraphIds.slice(0, 1) };
    await assignWork(ann, articleId, { ...give, claimIds: [], dueOn: '2026-01-20' });
    await assignWork(ann, articleId, { ...give, claimIds: [delta.claimId], paragraphIds: [], dueOn: '2026-01-10' });
    const { assigned } = await workOf(db(), bo.actorId, now);
    expect(assigned.map(({ exact, dueOn }) => [exact, dueOn])).toEqual([
      ['Delta', '2026-01-10'],
      ['Alpha', '2026-01-20'],
      ['beta', '2026-01-20'],
    ]);
    await judgeClaim(bo, alpha, verdict('unverifiable'));
    expect(words((await workOf(db(), bo.actorId, now)).assigned)).toEqual(['Delta', 'beta']);
    expect((await workOf(db(), ann.actorId, now)).assigned).toEqual([]);
    const loads = await workloads(db(), new Date('2026-01-15T00:00:00Z'));
    expect(loads.map(({ person, ...load }) => [person.name, load])).toEqual([
      ['Ann', { open: 0, late: 0, judged: 0 }],
      ['Bo', { open: 2, late: 1, judged: 0 }],
      ['Ed', { open: 0, late: 0, judged: 0 }],
    ]);
  });

  test('comes back with what is missing, and shows where a ruling differs', async () => {
    const { ann, ed, alpha, beta } = await begin();
    await judgeClaim(ann, alpha, verdict('unverifiable'));
    await judgeClaim(ann, beta, verdict('unverifiable'));
    await returnClaim(ed, alpha, 'Which year?');
    await ruleOnClaim(ed, beta, { verdict: 'not-checkable', reason: 'An opinion.' });
    expect(await workOf(db(), ann.actorId, now)).toMatchObject({
      returned: [{ exact: 'Alpha', note: 'Which year?' }],
      overruled: [{ exact: 'beta', mine: 'unverifiable', ruling: 'not-checkable', reason: 'An opinion.' }],
    });
  });
});

describe('the queue of an editor', () => {
  test('holds what is contested, then what reviewers agree on, and nothing that is ruled or sent back', async () => {
    const { ann, bo, ed, articleId, alpha, beta, delta } = await begin();
    await setReviewRules(ed, articleId, { requiredJudgements: 2, blindFirstPass: false });
    for (const ref of [alpha, beta, delta]) await judgeClaim(ann, ref, verdict('unverifiable'));
    await judgeClaim(bo, alpha, verdict('not-checkable'));
    await judgeClaim(bo, beta, verdict('unverifiable'));
    const queue = await rulingQueue(db());
    expect([words(queue.contested), words(queue.agreed)]).toEqual([['Alpha'], ['beta']]);
    await ruleOnClaim(ed, alpha, { verdict: 'unverifiable', reason: 'x' });
    await returnClaim(ed, beta, 'y');
    expect(await rulingQueue(db())).toEqual({ contested: [], agreed: [] });
  });
});

test('the list of articles tells a blind reviewer nothing of what others found', async () => {
  const { ann, bo, ed, articleId, alpha, beta } = await begin();
  await setReviewRules(ed, articleId, { requiredJudgements: 1, blindFirstPass: true });
  await judgeClaim(ann, alpha, verdict('unverifiable'));
  await judgeClaim(bo, beta, verdict('unverifiable'));
  const settledFor = async ({ actorId: id }: { actorId: string }, role: 'reviewer' | 'editor') =>
    (await listArticles(db(), '', { id, role }))[0]?.tally;
  expect(await settledFor(ann, 'reviewer')).toMatchObject({ total: 3, settled: 1, standings: { open: 2 } });
  expect(await settledFor(ed, 'editor')).toMatchObject({ total: 3, settled: 2, standings: { open: 1 } });
  await ruleOnClaim(ed, beta, { verdict: 'unverifiable', reason: 'No filing.' });
  expect(await settledFor(ann, 'reviewer')).toMatchObject({ settled: 2 });
});
