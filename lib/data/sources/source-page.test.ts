import { expect, test } from 'vitest';
import { addNewEvidence, judgeClaim } from '#lib/data/claims/findings';
import { verifyHistory } from '#lib/data/history/verify';
import { articleForReview } from '#lib/data/review/article-for-review';
import { setReviewRules } from '#lib/data/review/assignments';
import { testDatabase } from '#lib/testing/database/database';
import { addDesk, addTextArticle, evidenceFacts, judgementOf, must, type TestPerson } from '#lib/testing/database/rows';
import { editSource } from './edit-source';
import { mergeSource, separateSource } from './merge-source';
import { refusalToReinstate, reinstateSource, retireSource } from './retire-source';
import { sourcePage } from './source-page';
import { findSources, listSources, readSource, sourcesPage } from './sources';

const db = testDatabase();
const query = { standing: null, year: null, leaning: false, page: 1 };

/** An article of two claims: Bo refutes the first with a filing and calls it false, and cites it on the second as context. */
async function citing({ ann, bo }: { ann: TestPerson; bo: TestPerson }, title = 'Filing') {
  const article = await addTextArticle(ann, ['It has 375 staff. It paid $40 million.']);
  const refuted = await article.mark('375 staff', 'figure');
  const other = await article.mark('$40 million', 'figure');
  const cited = { ...evidenceFacts({ title }), stance: 'refutes' as const, excerpt: 'a staff of 370', locator: 'p. 4' };
  await must(judgeClaim(bo, refuted.ref, judgementOf('false'), cited));
  const sourceId = await sourceOf(refuted.id);
  await must(addNewEvidence(bo, other.ref, { ...evidenceFacts(), source: { id: sourceId }, stance: 'context' }));
  const verbs = async () =>
    (await db().change.findMany({ where: { articleId: article.id }, orderBy: { seq: 'asc' } })).map(({ verb }) => verb);
  return { id: article.id, refuted, other, sourceId, verbs };
}

const sourceOf = async (claimId: string) => (await db().evidence.findFirstOrThrow({ where: { claimId } })).sourceId;

async function pageOf(id: string, viewer: TestPerson, asked: Parameters<typeof sourcePage>[3] = query) {
  const page = await sourcePage(db(), id, viewer, asked);
  if (!page || 'mergedInto' in page) throw new Error('There is no such page.');
  return page;
}

/** The sources that an article's first claim cites, as its card shows them. */
async function cardOf(articleId: string, viewer: TestPerson) {
  const view = await articleForReview(db(), articleId, viewer);
  return view?.claims[0]?.evidence.map(({ source }) => source) ?? [];
}

test('lists what rests on a source, with what it is cited for and whether the verdict leans on it', async () => {
  const desk = await addDesk(db());
  const { sourceId, refuted, other } = await citing(desk);
  const repost = { ...evidenceFacts().source, title: 'Repost', originId: sourceId };
  await must(addNewEvidence(desk.bo, other.ref, evidenceFacts({ source: repost })));
  const page = await pageOf(sourceId, desk.ed);
  expect(page.record.claims.map(({ exact, standing }) => [exact, standing]).sort()).toEqual([
    ['$40 million', 'open'],
    ['375 staff', 'false'],
  ]);
  expect(page.citations.get(refuted.id)).toMatchObject([
    { stance: 'refutes', excerpt: 'a staff of 370', locator: 'p. 4' },
  ]);
  expect([page.leaning, [...page.leans]]).toEqual([1, [refuted.id]]);
  expect(page.reposts.map(({ title }) => title)).toEqual(['Repost']);
  const [{ id: repostId } = { id: '' }] = page.reposts;
  expect((await pageOf(repostId, desk.ed)).origin).toMatchObject({ id: sourceId, isRetired: false });
  const leaning = await pageOf(sourceId, desk.ed, { ...query, leaning: true });
  expect(leaning.record.claims.map(({ exact }) => exact)).toEqual(['375 staff']);
  expect(await sourcePage(db(), 'nothing', desk.ed, query)).toBe(null);
});

test('a withdrawn source is marked where it is cited, and the verdict stays', async () => {
  const desk = await addDesk(db());
  const { id, sourceId, verbs } = await citing(desk);
  await must(retireSource(desk.bo, sourceId, 'Retracted by the journal.'));
  const retired = { at: desk.bo.now.toISOString(), note: 'Retracted by the journal.' };
  expect(await cardOf(id, desk.ed)).toMatchObject([{ title: 'Filing', retired }]);
  const page = await pageOf(sourceId, desk.ed);
  expect(page).toMatchObject({ leaning: 1, retired: { ...retired, by: { name: 'Bo' } } });
  expect(page.record.counts).toMatchObject({ false: 1, open: 1 });
  expect(page.record.claims.map((claim) => claim.retired)).toEqual([1, 1]);
  expect((await verbs()).at(-1)).toBe('source-retired');
  expect(await retireSource(desk.bo, sourceId, 'Again')).toMatchObject({ code: 'source-changed' });

  // Whoever brought it does not overrule an editor.
  await must(reinstateSource(desk.bo, sourceId));
  await must(retireSource(desk.ed, sourceId, 'Withdrawn.'));
  expect(await refusalToReinstate(db(), desk.bo, sourceId)).toMatchObject({ code: 'not-allowed' });
  expect(await refusalToReinstate(db(), desk.ed, sourceId)).toBe(null);
  await must(reinstateSource(desk.ed, sourceId));
  expect((await verbs()).at(-1)).toBe('source-reinstated');
  expect(await cardOf(id, desk.ed)).toMatchObject([{ retired: null }]);
  expect(await reinstateSource(desk.ed, sourceId)).toMatchObject({ code: 'source-changed' });
  const broken: unknown[] = [];
  const tell = (found: unknown) => void broken.push(found);
  await verifyHistory(db(), { place: tell, row: tell, deskLine: tell });
  expect(broken).toEqual([]);
});

test('a merged source is shown as the other one everywhere, counts once, and can be separated', async () => {
  const desk = await addDesk(db());
  const [a, b] = [await citing(desk), await citing(desk, 'Annual filing')];
  const more = { ...evidenceFacts(), source: { id: b.sourceId }, stance: 'refutes' as const };
  await must(addNewEvidence(desk.bo, a.refuted.ref, more));
  const repost = { ...evidenceFacts().source, title: 'Repost', originId: a.sourceId };
  await must(addNewEvidence(desk.bo, b.refuted.ref, evidenceFacts({ source: repost })));
  const sourcesOf = async (claimId: string) =>
    (await pageOf(b.sourceId, desk.ed)).record.claims.find(({ id }) => id === claimId)?.sources;
  expect(await sourcesOf(a.refuted.id)).toBe(2);

  expect(await mergeSource(desk.bo, a.sourceId, a.sourceId)).toMatchObject({ code: 'source-is-itself' });
  await must(mergeSource(desk.bo, a.sourceId, b.sourceId));
  expect((await cardOf(a.id, desk.ed)).map(({ id, title }) => [id, title])).toEqual([
    [b.sourceId, 'Annual filing'],
    [b.sourceId, 'Annual filing'],
  ]);
  const page = await pageOf(b.sourceId, desk.ed);
  expect(page).toMatchObject({ leaning: 2, merged: [{ title: 'Filing' }], reposts: [{ title: 'Repost' }] });
  expect(page.record.found).toBe(4);
  expect(await sourcesOf(a.refuted.id)).toBe(1);
  expect(await sourcesOf(b.refuted.id)).toBe(1);
  expect(await sourcePage(db(), a.sourceId, desk.ed, query)).toEqual({ mergedInto: b.sourceId });
  expect(await readSource(db(), a.sourceId, desk.ed)).toMatchObject({ id: b.sourceId, claims: 4, articles: 2 });
  expect((await listSources(db(), '', desk.ed)).map(({ title }) => title).sort()).toEqual(['Annual filing', 'Repost']);
  const everything = { search: '', after: null, limit: 10 };
  expect((await sourcesPage(db(), everything, desk.ed)).items).toHaveLength(2);
  expect(await mergeSource(desk.bo, a.sourceId, b.sourceId)).toMatchObject({ code: 'not-found' });
  // It is found by the words of those that were merged into it, and edited as what it is shown as.
  await db().source.update({ where: { id: a.sourceId }, data: { searchText: 'quarterly' } });
  expect(await findSources(db(), 'quarterly', desk.ed)).toMatchObject([{ id: b.sourceId }]);
  const seen = await findSources(db(), 'repost', desk.ed);
  expect(seen).toMatchObject([{ originId: b.sourceId }]);
  if (seen[0]) await must(editSource(desk.bo, seen[0], { publisher: 'The Paper' }));

  await must(separateSource(desk.bo, a.sourceId));
  expect(await findSources(db(), 'repost', desk.ed)).toMatchObject([{ originId: a.sourceId }]);
  expect((await cardOf(a.id, desk.ed)).map(({ title }) => title)).toEqual(['Filing', 'Annual filing']);
  expect(await separateSource(desk.bo, a.sourceId)).toMatchObject({ code: 'not-found' });
  expect((await a.verbs()).slice(-2)).toEqual(['source-merged', 'source-separated']);
});

test('a source that repeats another is merged into it and repeats nothing; a circle is refused', async () => {
  const desk = await addDesk(db());
  const { sourceId, other } = await citing(desk);
  const cite = async (title: string, originId: string) => {
    const source = { ...evidenceFacts().source, title, originId };
    const { id } = await must(addNewEvidence(desk.bo, other.ref, evidenceFacts({ source })));
    return (await db().evidence.findUniqueOrThrow({ where: { id } })).sourceId;
  };
  const repost = await cite('Repost', sourceId);
  const further = await cite('Repost of the repost', repost);
  expect(await mergeSource(desk.bo, sourceId, further)).toMatchObject({ code: 'origin-in-a-circle' });
  await must(mergeSource(desk.bo, sourceId, repost));
  expect(await readSource(db(), repost, desk.ed)).toMatchObject({ originId: null });
  await must(separateSource(desk.bo, sourceId));
  expect(await readSource(db(), repost, desk.ed)).toMatchObject({ originId: sourceId });
});

test('tells a reviewer nothing of what others cite on claims that they have yet to judge', async () => {
  const desk = await addDesk(db());
  const [blind, open] = [await citing(desk), await citing(desk, 'Annual filing')];
  await must(setReviewRules(desk.ed, blind.id, { requiredJudgements: 1, blindFirstPass: true }));
  expect(await sourcePage(db(), blind.sourceId, desk.ann, query)).toBe(null);
  expect((await pageOf(open.sourceId, desk.ann)).record.found).toBe(2);
  await must(mergeSource(desk.bo, blind.sourceId, open.sourceId));
  const page = await pageOf(open.sourceId, desk.ann);
  expect(page).toMatchObject({ leaning: 1, merged: [], source: { claims: 2 } });
  expect(page.record.claims.map(({ article }) => article.id)).toEqual([open.id, open.id]);
  const all = await pageOf(open.sourceId, desk.ed);
  expect(all).toMatchObject({ leaning: 2, merged: [{ title: 'Filing' }], record: { found: 4 } });
  // Merged the other way round, what the blind claims cite does not hold back what others may see.
  await must(separateSource(desk.bo, blind.sourceId));
  await must(mergeSource(desk.bo, open.sourceId, blind.sourceId));
  expect((await pageOf(blind.sourceId, desk.ann)).record.found).toBe(2);
  expect(await findSources(db(), 'filing', desk.ann)).toHaveLength(1);
});
