import { expect, it } from 'vitest';
import { setClaimRemoved } from '#lib/data/claims/edit-claim';
import { judgeClaim } from '#lib/data/claims/findings';
import { setReviewRules } from '#lib/data/review/assignments';
import type { Viewer } from '#lib/domain/review/blind';
import { type ClaimParameters, claimQuery } from '#lib/domain/search/claim-query';
import type { FoundClaim } from '#lib/domain/search/found-claim';
import { testDatabase } from '#lib/testing/database/database';
import { addDesk, addTextArticle, evidenceFacts, judgementOf, must } from '#lib/testing/database/rows';
import { claimsOfIds, everyClaimFound } from './every-claim';

const db = testDatabase();
const now = new Date('2026-03-01T12:00:00Z');
const sizes = { ids: 5, rows: 2 };
const sentences = Array.from({ length: 12 }, (_, at) => `Plant ${at} has ${at + 100} workers.`);

const found = async (asked: ClaimParameters, viewer: Viewer) => {
  const parts: FoundClaim[][] = [];
  for await (const part of everyClaimFound(db(), claimQuery(asked), viewer, now, sizes)) parts.push(part);
  return parts;
};

it('gives every claim of a search once and in its order, some at a time', async () => {
  const { ann, ed } = await addDesk(db());
  const { mark } = await addTextArticle(ann, [sentences.join(' ')]);
  for (const at of sentences.keys()) await mark(`${at + 100} workers`, 'figure');
  const parts = await found({ sort: 'published', page: '7' }, ed);
  expect(parts.map(({ length }) => length)).toEqual([2, 2, 1, 2, 2, 1, 2]);
  const claims = parts.flat();
  expect(new Set(claims.map(({ id }) => id)).size).toBe(12);
  expect(claims.every(({ figure, exact }) => figure?.low === Number.parseInt(exact, 10))).toBe(true);
  expect((await found({ q: '"105 workers"' }, ed)).flat().map(({ exact }) => exact)).toEqual(['105 workers']);
  expect(await found({ standing: 'verified' }, ed)).toEqual([]);
});

it('gives none twice where claims come in meanwhile', async () => {
  const { ann, ed } = await addDesk(db());
  const { mark } = await addTextArticle(ann, [sentences.join(' ')]);
  const first: string[] = [];
  for (const at of [0, 1, 2, 3, 4, 5, 6]) first.push((await mark(`${at + 100} workers`, 'figure')).ref.claimId);
  const seen: string[] = [];
  for await (const part of everyClaimFound(db(), claimQuery({}), ed, now, sizes)) {
    if (seen.length === 0) for (const at of [7, 8]) await mark(`${at + 100} workers`, 'figure');
    seen.push(...part.map(({ id }) => id));
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toEqual(expect.arrayContaining(first));
});

it('keeps what is blind', async () => {
  const { ann, bo, ed } = await addDesk(db());
  const article = await addTextArticle(ann, [sentences.join(' ')]);
  const { ref } = await article.mark('103 workers', 'figure');
  await must(judgeClaim(ann, ref, judgementOf('disputed'), evidenceFacts()));
  await must(setReviewRules(ed, article.id, { requiredJudgements: 1, blindFirstPass: true }));
  expect(await found({ standing: 'disputed' }, bo)).toEqual([]);
  expect((await found({}, bo)).flat()).toMatchObject([{ standing: 'open', judgedAt: null, sources: 0 }]);
  expect((await found({ standing: 'disputed' }, ed)).flat()).toMatchObject([{ standing: 'disputed', sources: 1 }]);
});

it('gives chosen claims in their order, as the reader sees them, and leaves out what is gone', async () => {
  const { ann, bo, ed } = await addDesk(db());
  const { id: articleId, mark } = await addTextArticle(ann, [sentences.join(' ')]);
  const [first, second, gone] = [await mark('100 workers'), await mark('101 workers'), await mark('102 workers')];
  await must(setReviewRules(ed, articleId, { requiredJudgements: 1, blindFirstPass: true }));
  await must(judgeClaim(ann, first.ref, judgementOf('false'), evidenceFacts()));
  await must(setClaimRemoved(ann, gone.ref, true));
  const ids = [second.id, gone.id, 'nothing', first.id];
  const chosen = async (viewer: Viewer) => {
    const parts: FoundClaim[][] = [];
    for await (const part of claimsOfIds(db(), ids, viewer)) parts.push(part);
    return parts.flat().map(({ id, standing }) => [id, standing]);
  };
  expect(await chosen(ed)).toEqual([
    [second.id, 'open'],
    [first.id, 'false'],
  ]);
  expect((await chosen(bo)).at(1)).toEqual([first.id, 'open']);
});
