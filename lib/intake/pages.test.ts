import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodePage } from '#lib/intake/page/charset';
import { draftFromPage } from './page';

/** Saved pages of invented outlets, each in the markup of another kind of publishing system; what is right is by hand. */
type Truth = {
  page: string;
  title: string;
  byline: string;
  publishedOn: string;
  publisher: string;
  language: string;
  text: string[];
};

const folder = new URL('./fixtures/pages/', import.meta.url);
const truths: Truth[] = JSON.parse(readFileSync(new URL('truth.json', folder), 'utf8'));

/** Words of text in letters, single characters of Chinese; punctuation and white space say nothing about extraction. */
function tokensOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [token] of texts
    .join('\n')
    .toLowerCase()
    .matchAll(/\p{Script=Han}|[\p{L}\p{N}]+/gu)) {
    counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  return counts;
}

function f1(found: readonly string[], right: readonly string[]): number {
  const [left, truth] = [tokensOf(found), tokensOf(right)];
  let common = 0;
  for (const [token, count] of left) common += Math.min(count, truth.get(token) ?? 0);
  const size = (counts: Map<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  return (2 * common) / (size(left) + size(truth));
}

function readPage(page: string) {
  const decoded = decodePage(readFileSync(new URL(`${page}.html`, folder)), null);
  if (!decoded.ok) throw new Error(decoded.code);
  const result = draftFromPage(decoded.text, { today: '2023-12-01' });
  if (!result.ok) throw new Error(result.code);
  return result.draft;
}

describe.each(truths)('$page', (truth) => {
  const draft = readPage(truth.page);

  it('states its facts', () => {
    const { title, byline, publishedOn, publisher, language } = draft;
    const { page: _, text: __, ...facts } = truth;
    expect({ title, byline, publishedOn, publisher, language }).toEqual(facts);
  });

  it('gives its article and little else', () => {
    const article = draft.paragraphs.filter(({ kind }) => kind !== 'boilerplate').map(({ text }) => text);
    const score = f1(article, truth.text);
    expect({ score: score >= 0.95, article: score >= 0.95 ? [] : article }).toEqual({ score: true, article: [] });
  });
});
