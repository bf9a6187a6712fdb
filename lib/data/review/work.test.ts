import { describe, expect, test } from 'vitest';
import { listArticles } from '#lib/data/articles/articles';
import { judgeClaim, ruleOnClaim } from '#lib/data/claims/findings';
import { testDatabase } from '#lib/testing/database/database';
import { addDeskArticle, judgementOf, testMoment } from '#lib/testing/database/rows';
import { assignWork, returnClaim, setReviewRules } from './assignments';
import { rulingQueue, workloads, workOf } from './work';

const db = testDatabase();

async function deskWithClaims() {
  const texts = ['Alpha beta gamma.', 'Delta epsilon.'];
  const { id: articleId, paragraphIds, mark, ...desk } = await addDeskArticle(db(), texts);
  const [alpha, beta, delta] = [await mark('Alpha'), await mark('beta'), await mark('Delta')];
  return { ...desk, articleId, paragraphIds, alpha: alpha.ref, beta: beta.ref, delta: delta.ref };
}

const words = (claims: { exact: string }[]) => claims.map(({ exact }) => exact);

/** Nobody's work here is of a blind first pass. */
const none = { informed: 0, withdrawn: 0 };

describe('the work of a person', () => {
  test('is what is assigned to them and not judged by them, soonest due first', async () => {
    const { ann, bo, articleId, paragraphIds, alpha, delta } = await deskWithClaims();
    const give = { assigneeId: bo.actorId, paragraphIds: paragraphIds.slice(0, 1) };
    await assignWork(ann, articleId, { ...give, claimIds: [], dueOn: '2026-01-20' });
    await assignWork(ann, articleId, { ...give, claimIds: [delta.claimId], paragraphIds: [], dueOn: '2026-01-10' });
    const { assigned } = await workOf(db(), bo, testMoment);
    expect(assigned.map(({ exact, dueOn }) => [exact, dueOn])).toEqual([
      ['Delta', '2026-01-10'],
      ['Alpha', '2026-01-20'],
      ['beta', '2026-01-20'],
    ]);
    await judgeClaim(bo, alpha, judgementOf('unverifiable'));
    expect(words((await workOf(db(), bo, testMoment)).assigned)).toEqual(['Delta', 'beta']);
    expect((await workOf(db(), ann, testMoment)).assigned).toEqual([]);
    const loads = await workloads(db(), new Date('2026-01-15T00:00:00Z'));
    expect(loads.map(({ person, ...load }) => [person.name, load])).toEqual([
      ['Ann', { open: 0, late: 0, judged: 0, ...none }],
      ['Bo', { open: 2, late: 1, judged: 0, ...none }],
      ['Ed', { open: 0, late: 0, judged: 0, ...none }],
    ]);
  });

  test('comes back with what is missing, and shows where a ruling differs', async () => {
    const { ann, ed, alpha, beta } = await deskWithClaims();
    await judgeClaim(ann, alpha, judgementOf('unverifiable'));
    await judgeClaim(ann, beta, judgementOf('unverifiable'));
    await returnClaim(ed, alpha, 'Which year?');
    await ruleOnClaim(ed, beta, { verdict: 'not-checkable', reason: 'An opinion.' });
    expect(await workOf(db(), ann, testMoment)).toMatchObject({
      returned: [{ exact: 'Alpha', note: 'Which year?' }],
      overruled: [{ exact: 'beta', mine: 'unverifiable', ruling: 'not-checkable', reason: 'An opinion.' }],
    });
  });
});

describe('the queue of an editor', () => {
  test('holds what is contested, then what reviewers agree on, and nothing that is ruled or sent back', async () => {
    const { ann, bo, ed, articleId, alpha, beta, delta } = await deskWithClaims();
    await setReviewRules(ed, articleId, { requiredJudgements: 2, blindFirstPass: false });
    for (const ref of [alpha, beta, delta]) await judgeClaim(ann, ref, judgementOf('unverifiable'));
    await judgeClaim(bo, alpha, judgementOf('not-checkable'));
    await judgeClaim(bo, beta, judgementOf('unverifiable'));
    const queue = await rulingQueue(db());
    expect([words(queue.contested), words(queue.agreed)]).toEqual([['Alpha'], ['beta']]);
    await ruleOnClaim(ed, alpha, { verdict: 'unverifiable', reason: 'x' });
    await returnClaim(ed, beta, 'y');
    expect(await rulingQueue(db())).toEqual({ contested: [], agreed: [] });
  });
});

test('the list of articles tells a blind reviewer nothing of what others found', async () => {
  const { ann, bo, ed, articleId, alpha, beta } = await deskWithClaims();
  await setReviewRules(ed, articleId, { requiredJudgements: 1, blindFirstPass: true });
  await judgeClaim(ann, alpha, judgementOf('unverifiable'));
  await judgeClaim(bo, beta, judgementOf('unverifiable'));
  const settledFor = async ({ actorId: id }: { actorId: string }, role: 'reviewer' | 'editor') =>
    (await listArticles(db(), '', { id, role }))[0]?.tally;
  expect(await settledFor(ann, 'reviewer')).toMatchObject({ total: 3, settled: 1, standings: { open: 2 } });
  expect(await settledFor(ed, 'editor')).toMatchObject({ total: 3, settled: 2, standings: { open: 1 } });
  await ruleOnClaim(ed, beta, { verdict: 'unverifiable', reason: 'No filing.' });
  expect(await settledFor(ann, 'reviewer')).toMatchObject({ settled: 2 });
});
