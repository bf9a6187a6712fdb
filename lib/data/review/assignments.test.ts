import { describe, expect, test } from 'vitest';
import { editArticleFacts } from '#lib/data/articles/articles';
import { describeClaim } from '#lib/data/claims/edit-claim';
import { judgeClaim, ruleOnClaim } from '#lib/data/claims/findings';
import { markClaim } from '#lib/data/claims/mark-claim';
import { articleForReview } from '#lib/data/review/article-for-review';
import { testDatabase } from '#lib/testing/database/database';
import {
  addDeskArticle,
  addPerson,
  articleFacts,
  judgementOf,
  type TestPerson,
  testMoment,
} from '#lib/testing/database/rows';
import { assignmentsOf, assignWork, listAssignees, returnClaim, setReviewRules, unassignWork } from './assignments';

const db = testDatabase();

async function deskWithWork() {
  const paragraphs = ['Nothing to see here, move along.', 'Still nothing.'];
  const { id: articleId, paragraphIds, mark, ...desk } = await addDeskArticle(db(), paragraphs);
  const { ref } = await mark('Nothing');
  const seenBy = async (viewer: TestPerson) => (await articleForReview(db(), articleId, viewer))?.claims[0];
  const verbs = async () =>
    (await db().change.findMany({ where: { articleId }, orderBy: { seq: 'asc' } })).map(({ verb }) => verb).slice(2);
  return { ...desk, articleId, paragraphIds, ref, seenBy, verbs };
}

describe('work', () => {
  test('is given by claim and by paragraph, gets another date, and is taken again', async () => {
    const { ann, bo, articleId, paragraphIds, ref, verbs } = await deskWithWork();
    const work = { assigneeId: bo.actorId, claimIds: [ref.claimId], paragraphIds: paragraphIds.slice(1) };
    const given = await assignWork(ann, articleId, { ...work, dueOn: '2026-01-10' });
    expect(given.ok && given.value).toEqual([
      { assignee: { id: bo.actorId, name: 'Bo' }, dueOn: '2026-01-10', claimId: ref.claimId, paragraphId: null },
      { assignee: { id: bo.actorId, name: 'Bo' }, dueOn: '2026-01-10', claimId: null, paragraphId: paragraphIds[1] },
    ]);
    const later = await assignWork(ann, articleId, { ...work, paragraphIds: [], dueOn: null });
    expect(later.ok && later.value.map(({ dueOn }) => dueOn)).toEqual(['2026-01-10', null]);
    await unassignWork(ann, articleId, work);
    expect(await assignmentsOf(db(), articleId)).toEqual([]);
    expect(await verbs()).toEqual([
      'claim-assigned',
      'paragraph-assigned',
      'claim-assigned',
      'claim-unassigned',
      'paragraph-unassigned',
    ]);
  });

  test('is given to people who may judge alone', async () => {
    const { ann, articleId, ref } = await deskWithWork();
    const viewer = await addPerson(db(), 'Vi', 'viewer');
    const gone = await addPerson(db(), 'Gone');
    await db().user.update({ where: { id: gone.actorId }, data: { active: false } });
    for (const { actorId } of [viewer, gone]) {
      const work = { assigneeId: actorId, dueOn: null, claimIds: [ref.claimId], paragraphIds: [] };
      expect(await assignWork(ann, articleId, work)).toMatchObject({ code: 'not-found' });
    }
    const nobody = { assigneeId: 'nobody', claimIds: [ref.claimId], paragraphIds: [] };
    expect(await unassignWork(ann, articleId, nobody)).toMatchObject({ code: 'not-found' });
    expect((await listAssignees(db())).map(({ name }) => name)).toEqual(['Ann', 'Bo', 'Ed']);
  });

  test('of another article is out of reach', async () => {
    const { ann, bo, articleId } = await deskWithWork();
    const other = await deskWithWork();
    const work = { assigneeId: bo.actorId, dueOn: null, claimIds: [other.ref.claimId], paragraphIds: [] };
    expect(await assignWork(ann, articleId, work)).toMatchObject({ code: 'not-found' });
    expect(await assignmentsOf(db(), other.articleId)).toEqual([]);
  });
});

describe('a claim that is sent back', () => {
  test('loses its ruling, says what is missing, and is done with by the next judgement', async () => {
    const { ann, ed, ref, seenBy } = await deskWithWork();
    expect(await returnClaim(ed, ref, 'Which year?')).toMatchObject({ code: 'nothing-to-return' });
    await judgeClaim(ann, ref, judgementOf('unverifiable'));
    await ruleOnClaim(ed, ref, { verdict: 'not-checkable', reason: 'An opinion.' });
    expect(await returnClaim(ed, ref, 'Which year?')).toMatchObject({
      value: { returnNote: 'Which year?', ruling: null, standing: 'unverifiable' },
    });
    await judgeClaim(ann, ref, judgementOf('not-checkable'));
    expect(await seenBy(ann)).toMatchObject({ returnNote: null, standing: 'not-checkable' });
  });
});

describe('the rules of an article', () => {
  test('change what counts as settled', async () => {
    const { ann, bo, ed, articleId, ref, seenBy } = await deskWithWork();
    await judgeClaim(ann, ref, judgementOf('unverifiable'));
    await setReviewRules(ed, articleId, { requiredJudgements: 2, blindFirstPass: false });
    expect(await seenBy(ann)).toMatchObject({ standing: 'open' });
    await judgeClaim(bo, ref, judgementOf('unverifiable'));
    expect(await seenBy(ann)).toMatchObject({ standing: 'unverifiable' });
    await setReviewRules(ed, articleId, { requiredJudgements: 3, blindFirstPass: false });
    expect(await seenBy(ann)).toMatchObject({ standing: 'open' });
  });

  test('leave no look-again mark on a claim that they settle', async () => {
    const { ann, ed, articleId, ref } = await deskWithWork();
    await setReviewRules(ed, articleId, { requiredJudgements: 2, blindFirstPass: false });
    await judgeClaim(ann, ref, judgementOf('unverifiable'));
    await db().claim.update({ where: { id: ref.claimId }, data: { lookAgain: 'other words' } });
    await setReviewRules(ed, articleId, { requiredJudgements: 1, blindFirstPass: false });
    expect(await db().claim.findUnique({ where: { id: ref.claimId } })).toMatchObject({
      standing: 'unverifiable',
      lookAgain: null,
    });
  });

  test('hide others’ judgements from a reviewer until their own is in, in reads and in answers', async () => {
    const { ann, bo, ed, articleId, ref, seenBy } = await deskWithWork();
    await setReviewRules(ed, articleId, { requiredJudgements: 2, blindFirstPass: true });
    await judgeClaim(ann, ref, judgementOf('unverifiable'));
    expect(await seenBy(bo)).toMatchObject({ judgements: [], hiddenJudgements: 1, standing: 'open' });
    expect(await seenBy(ed)).toMatchObject({ judgements: [{ verdict: 'unverifiable' }] });
    const described = await describeClaim(bo, ref, { checkWorthy: true });
    expect(described).toMatchObject({ value: { judgements: [], hiddenJudgements: 1 } });
    const judged = await judgeClaim(bo, ref, judgementOf('not-checkable'));
    expect(judged).toMatchObject({ value: { standing: 'contested', judgements: [{}, {}], hiddenJudgements: 0 } });
  });
});

describe('an act', () => {
  test('that is sent fifty times at once is done once, and answered alike', async () => {
    const { ann, articleId, paragraphIds } = await deskWithWork();
    const writer = { ...ann, key: 'an-act-with-this-key' };
    const place = { articleId, paragraphId: paragraphIds[1] ?? '', start: 0, end: 5 };
    const answers = await Promise.all(Array.from({ length: 50 }, () => markClaim(writer, place, 'fact')));
    expect(new Set(answers.map((answer) => answer.ok && answer.value.id)).size).toBe(1);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await db().claim.count({ where: { articleId } })).toBe(2);
    expect(await db().change.count({ where: { articleId } })).toBe(3);
  });

  test('that was refused may be tried again', async () => {
    const { bo, ref } = await deskWithWork();
    const writer = { ...bo, key: 'another-act-with-key' };
    expect(await judgeClaim(writer, ref, judgementOf('verified'))).toMatchObject({ code: 'source-required' });
    expect(await judgeClaim(writer, ref, judgementOf('unverifiable'))).toMatchObject({ ok: true });
  });

  test('of another person may have the same key', async () => {
    const { ann, bo, ref } = await deskWithWork();
    const key = 'a-key-that-two-share';
    await judgeClaim({ ...ann, key }, ref, judgementOf('unverifiable'));
    const theirs = await judgeClaim({ ...bo, key }, ref, judgementOf('not-checkable'));
    expect(theirs).toMatchObject({ value: { standing: 'contested' } });
  });
});

describe('an edit', () => {
  test('of one’s own verdict does not overwrite what another window gave', async () => {
    const { ann, ref } = await deskWithWork();
    await judgeClaim(ann, ref, { ...judgementOf('unverifiable'), replaces: null });
    const first = { ...judgementOf('not-checkable'), replaces: testMoment.toISOString() };
    const later = { ...ann, now: new Date(testMoment.getTime() + 1_000) };
    expect(await judgeClaim(later, ref, first)).toMatchObject({ ok: true });
    expect(await judgeClaim(later, ref, first)).toMatchObject({ code: 'judgement-changed' });
    expect(await judgeClaim(later, ref, { ...first, replaces: null })).toMatchObject({ code: 'judgement-changed' });
  });

  test('of the article’s details does not overwrite what another window changed', async () => {
    const { ann, articleId } = await deskWithWork();
    const edit = { id: articleId, edition: 1, facts: articleFacts({ title: 'New' }) };
    expect(await editArticleFacts(ann, edit)).toEqual({ ok: true, value: { edition: 2 } });
    expect(await editArticleFacts(ann, edit)).toMatchObject({ code: 'article-changed' });
  });

  test('of the claim itself is not stopped by a judgement that came meanwhile', async () => {
    const { ann, bo, ref } = await deskWithWork();
    await judgeClaim(bo, ref, judgementOf('unverifiable'));
    expect(await describeClaim(ann, { ...ref, edition: 1 }, { kind: 'opinion' })).toMatchObject({
      value: { kind: 'opinion', edition: 2 },
    });
    expect(await describeClaim(bo, { ...ref, edition: 1 }, { kind: 'figure' })).toMatchObject({
      code: 'claim-changed',
    });
  });
});
