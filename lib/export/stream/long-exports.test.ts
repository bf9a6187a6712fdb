import { expect, test } from 'vitest';
import { everyClaim } from '#lib/domain/exchange/claim-list';
import { ratingScales } from '#lib/domain/report/rating-scale';
import { annotationCollectionJson } from '#lib/export/annotations/annotations';
import { articleJson, articleJsonPieces, exportArticle } from '#lib/export/article-file';
import { claimReviews } from '#lib/export/claim-review';
import { claimListCsv, claimListJson } from '#lib/export/csv-and-json';
import { articleDocument } from '#lib/export/docx/docx';
import type { OnClaim } from '#lib/export/listed-claims';
import { claimMarkdown } from '#lib/export/markdown';
import { claimWorkbook } from '#lib/export/xlsx';
import { exportWords as words } from '#lib/testing/article/export-words';
import { wholeArticle } from '#lib/testing/article/factories';
import { longArticle } from '#lib/testing/article/long-article';
import { gather } from '#lib/testing/outside/office';

const now = new Date('2026-01-05T10:00:00Z');
const claimCount = 5_000;
const view = longArticle(200_000, claimCount);
const all = everyClaim;

const setting = {
  ...{
    container: 'https://desk.example/a/',
    article: 'https://desk.example/a',
    text: 'https://desk.example/a/text',
    desk: 'Desk',
    filter: all,
  },
  ...{ revisedAt: now.toISOString(), withDiscussion: false },
};
const publication = {
  ...{ url: 'https://desk.example/a', desk: { name: 'Desk', url: 'https://desk.example' }, publishedOn: '2026-01-05' },
  ...{ scale: ratingScales[0], language: 'en' as const, why: null },
};

test.each<[string, (onClaim: OnClaim) => AsyncIterable<string | Uint8Array>]>([
  ['CSV', (onClaim) => claimListCsv(view, all, onClaim)],
  ['JSON', (onClaim) => claimListJson(view, all, now, onClaim)],
  ['annotations', (onClaim) => annotationCollectionJson(view, setting, onClaim)],
  ['Markdown', (onClaim) => claimMarkdown(view, all, words, now, onClaim)],
  ['a workbook', (onClaim) => claimWorkbook(view, all, words, now, onClaim)],
  ['a document', (onClaim) => articleDocument(view, all, words, { desk: 'Desk', at: now }, onClaim)],
])('5,000 claims as %s come in pieces, with their number as it grows', async (_, write) => {
  const told: number[] = [];
  const { bytes, pieces } = await gather(write((written) => told.push(written)));
  expect(pieces).toBeGreaterThan(1);
  expect(bytes.length).toBeGreaterThan(pieces);
  expect(told.at(-1)).toBe(claimCount);
  expect(told).toEqual([...told].sort((a, b) => a - b));
});

test('5,000 claims as fact-checks come in pieces, all those that are settled', async () => {
  const { bytes, pieces } = await gather(claimReviews(view, all, () => publication));
  expect(pieces).toBeGreaterThan(1);
  const settled = view.claims.filter(({ standing }) => standing !== 'open' && standing !== 'contested').length;
  expect(JSON.parse(bytes.toString('utf8'))['@graph']).toHaveLength(settled);
});

test('the article’s file is the same in pieces as at once', async () => {
  const file = exportArticle(wholeArticle(view));
  const { bytes, pieces } = await gather(articleJsonPieces(wholeArticle(view)));
  expect(pieces).toBeGreaterThan(1);
  expect(bytes.equals(Buffer.from(`${JSON.stringify(file, null, 2)}\n`))).toBe(true);
  expect(articleJson(file)).toBe(bytes.toString('utf8'));
});
