import { describe, expect, test } from 'vitest';
import { weigh } from './match';
import { joinTokens, tokenFrom, tokenise, tokenTo } from './tokens';

const words = (text: string, from?: number, to?: number) => {
  const { count, start, end } = tokenise(text, from, to);
  return Array.from({ length: count }, (_, i) => text.slice(start[i], end[i]));
};
const weights = (text: string) => {
  const { count, weight } = tokenise(text);
  return [...weight.subarray(0, count)];
};
const ids = (text: string) => {
  const { count, id } = tokenise(text);
  return [...id.subarray(0, count)];
};

describe('the tokens of a text', () => {
  test.each<[string, string[]]>([
    ['', []],
    [' \n\t\u200b\ufeff', []],
    ['Cooks left.', ['Cooks', 'left', '.']],
    ['公司有375名', ['公', '司', '有', '375', '名']],
    ["It's the firm's, isn't it'", ["It's", 'the', "firm's", ',', "isn't", 'it', "'"]],
    ['It’s', ['It’s']],
    ['1,234.5', ['1,234.5']],
    ['3. 4, 5', ['3', '.', '4', ',', '5']],
    ['3-4 9.9', ['3', '-', '4', '9.9']],
    ["the dogs' home", ['the', 'dogs', "'", 'home']],
    ['v2.0a', ['v', '2.0', 'a']],
    ['so ... no!!?', ['so', '...', 'no', '!!', '?']],
    ['ひらカナㄅ々〇', ['ひ', 'ら', 'カ', 'ナ', 'ㄅ', '々', '〇']],
    ['㐀㐀鿿鿿', ['㐀', '㐀', '鿿', '鿿']],
    ['々々〆〆〇〇ㇿㇿ', ['々', '々', '〆', '〆', '〇', '〇', 'ㇿ', 'ㇿ']],
    ['a😀b𠮷', ['a', '😀', 'b', '𠮷']],
    ['\u{10000}\u{10ffff}', ['\u{10000}', '\u{10ffff}']],
    ['½½Ⅳ', ['½', '½', 'Ⅳ']],
    ['a\u0001b', ['a', 'b']],
    ['cafe\u0301', ['cafe\u0301']],
    ['\ud83d', ['\ud83d']],
    ['\ud83da', ['\ud83d', 'a']],
    ['中\ude00', ['中', '\ude00']],
  ])('of %j are %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('of a range are those in it, cut at its ends', () => {
    expect(words('Cooks left here', 2, 8)).toEqual(['oks', 'le']);
    expect(words('1,234', 0, 2)).toEqual(['1', ',']);
    expect(words('1234', 0, 2)).toEqual(['12']);
    expect(words('!!!', 0, 2)).toEqual(['!!']);
    expect(words("it's", 0, 3)).toEqual(['it', "'"]);
    expect(words('😀', 0, 1)).toEqual(['\ud83d']);
  });

  test('are as many as there are', () => {
    const text = 'word '.repeat(1000);
    expect(words(text)).toEqual(new Array(1000).fill('word'));
    expect(ids(text)).toEqual(new Array(1000).fill(ids('word')[0]));
    expect(weights(text)).toEqual(new Array(1000).fill(8));
  });
});

describe('tokens are equal', () => {
  test.each([
    ['員工', '员工'],
    ['Ｒｏｓｅ １２％', 'rose 12%'],
    ['“Yes”', '"Yes"'],
    ['It’s', "IT'S"],
  ])('of %s and %s', (one, other) => {
    expect(ids(one)).toEqual(ids(other));
  });

  test.each([
    ['cook', 'cooks'],
    ['12', '1.2'],
    ['375', '377'],
    ['😀', '😁'],
    ['员', '工'],
    ['ab', 'ba'],
  ])('but not of %s and %s', (one, other) => {
    expect(ids(one)).not.toEqual(ids(other));
  });
});

describe('the weight of a token', () => {
  test.each<[string, number[]]>([
    ['cook', [8]],
    ['the', [4]],
    ['7', [8]],
    ['员工', [4, 4]],
    ['...', [1]],
    ['😀', [4]],
    ['https://example.org/a-b 375', [1, 1, 1, 1, 1, 1, 1, 1, 1, 8]],
    ['of https://example.org', [4]],
    ['See (https://example.org) staff', [4, 1, 1, 1, 1, 1, 1, 1, 8]],
    ['见（https://example.org/a）公司', [4, 4, 4]],
    ['《https://example.org》有375名', [4, 8, 4]],
    ['见https://example.org/a，公司。', [4, 4, 4]],
    ['见https://example.org/公司。员工', [4, 4, 4]],
    ['at a://b, c', [4, 1, 1, 1, 1, 1, 4]],
  ])('of %s: %j', (text, expected) => {
    expect(weights(text).filter((weight) => weight > 1)).toEqual(expected.filter((weight) => weight > 1));
  });

  test('of several is their sum', () => {
    const tokens = tokenise('the cook, 375');
    expect([weigh(tokens, 0, tokens.count), weigh(tokens, 1, 3), weigh(tokens, 2, 2)]).toEqual([21, 9, 0]);
  });
});

describe('a span', () => {
  const tokens = tokenise('One two  three');

  test.each<[number, number]>([
    [0, 0],
    [2, 0],
    [3, 1],
    [4, 1],
    [7, 2],
    [14, 3],
  ])('that begins at %i begins with token %i', (offset, token) => {
    expect(tokenFrom(tokens, offset)).toBe(token);
  });

  test.each<[number, number]>([
    [0, 0],
    [1, 1],
    [4, 1],
    [5, 2],
    [9, 2],
    [10, 3],
    [99, 3],
  ])('that ends at %i ends before token %i', (offset, token) => {
    expect(tokenTo(tokens, offset)).toBe(token);
  });
});

test('tokens of several ranges are one row', () => {
  const text = 'One two three';
  const { count, start, end, id, weight } = joinTokens([tokenise(text, 0, 3), tokenise(text, 3, 3), tokenise(text, 8)]);
  expect([count, [...start.subarray(0, 2)], [...end.subarray(0, 2)]]).toEqual([2, [0, 8], [3, 13]]);
  expect([...id.subarray(0, 2)]).toEqual([ids(text)[0], ids(text)[2]]);
  expect([...weight.subarray(0, 2)]).toEqual([4, 8]);
});
