import { expect, it } from 'vitest';
import { findWords } from './passage';

/** The marked part of the pieces, with a bar between two. */
function marked(pieces: string[], words: string): string | null {
  const found = findWords(pieces, words);
  if (!found) return null;
  const { from, to } = found;
  return pieces
    .slice(from.piece, to.piece + 1)
    .map((text, at) => text.slice(at === 0 ? from.offset : 0, from.piece + at === to.piece ? to.offset : undefined))
    .join('|');
}

it.each([
  [['The firm had ', '375', ' staff.'], 'had 375 staff', 'had |375| staff'],
  [['The firm had', '375  staff.'], 'had 375 staff.', 'had|375  staff.'],
  [['公司裁员', '３７５', '人。'], '裁员 375 人', '裁员|３７５|人'],
  [['He said “no” –', 'twice.'], 'said "no" - twice', 'said “no” –|twice'],
  [['an of\ufb01ce of infor-', 'mation'], 'office of information', 'of\ufb01ce of infor-|mation'],
  [['well-known'], 'well-known', 'well-known'],
  [['Cafe\u0301 au lait'], 'café', 'Cafe\u0301'],
  [['共有一万⼆千⼋百⼾，⻓约', '七⽶'], '二千八百户，长约七米', '⼆千⼋百⼾，⻓约|七⽶'],
  [['😀 rose by 3 %', ' 😀'], '3 % 😀', '3 %| 😀'],
  [['Sales ROSE'], 'sales rose', 'Sales ROSE'],
  [['', 'a', '', 'b', ''], 'ab', 'a||b'],
])('finds in %j the words %j', (pieces, words, found) => {
  expect(marked(pieces, words)).toBe(found);
});

it.each([
  [['It fell by 3%.'], 'It fell by 8%.'],
  [['Anything'], ''],
  [['Anything'], ' \n'],
  [[], 'words'],
  [['a+b'], 'a.b'],
])('finds in %j no %j', (pieces, words) => {
  expect(findWords(pieces, words)).toBeNull();
});

it('looks through a long page at once', () => {
  const pieces = Array.from({ length: 50_000 }, (_, at) => `word${at} `);
  expect(findWords(pieces, 'word49998 word49999')).toEqual({
    from: { piece: 49_998, offset: 0 },
    to: { piece: 49_999, offset: 9 },
  });
});
