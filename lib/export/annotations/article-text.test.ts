import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '#lib/testing/article/any-text';
import { paragraphView } from '#lib/testing/article/factories';
import { codePointCounter, utf16Counter } from '#lib/text/code-points';
import { articleText } from './article-text';

describe('codePointCounter', () => {
  test.each<[string, number, number]>([
    ['', 0, 0],
    ['375', 3, 3],
    ['😀375', 2, 1],
    // Half a character.
    ['😀375', 1, 1],
    ['𠮷野家', 3, 2],
    // Woman, joiner, girl; a flag is two letters.
    ['👩‍👧🇨🇳', 9, 5],
    ['\ud800a', 1, 1],
    ['\udc00\ud800', 2, 2],
    ['ab', 5, 2],
  ])('in %j, %i units are %i code points', (text, offset, count) => {
    expect(codePointCounter(text)(offset)).toBe(count);
  });

  test('counts as an iterator over the text does, at any offset', () => {
    fc.assert(
      fc.property(anyText('😀|𠮷|a|國|👩‍👧|\n'), (text) => {
        const count = codePointCounter(text);
        const offsets = [0, 0.1, 0.5, 0.9, 1].map((share) => Math.round(text.length * share));
        expect(offsets.map(count)).toEqual(offsets.map((offset) => [...text.slice(0, offset)].length));
      }),
    );
  });
});

test('utf16Counter leads back from code points, and stops at the end', () => {
  fc.assert(
    fc.property(anyText('😀|𠮷|a|國|👩‍👧|\n'), (text) => {
      const points = [...text];
      const counts = [0, 0.1, 0.5, 0.9, 1].map((share) => Math.round(points.length * share));
      expect(counts.map(utf16Counter(text))).toEqual(counts.map((count) => points.slice(0, count).join('').length));
      expect(utf16Counter(text)(points.length + 5)).toBe(text.length);
    }),
  );
});

describe('articleText', () => {
  const paragraphs = [
    paragraphView({ number: 2, text: '訂閱我們', kind: 'boilerplate' }),
    paragraphView({ number: 3, text: '公司有𠮷375人' }),
    paragraphView({ number: 1, text: '😀標題', kind: 'heading' }),
  ];

  test('joins what belongs to the article, in order', () => {
    expect(articleText(paragraphs).text).toBe('😀標題\n公司有𠮷375人');
    expect(articleText([]).text).toBe('');
  });

  test.each<[string, number, number, string]>([
    ['p1', 0, 2, '😀'],
    ['p1', 2, 4, '標題'],
    ['p3', 3, 5, '𠮷'],
    ['p3', 5, 8, '375'],
  ])('places %s %i to %i', (id, start, end, words) => {
    const { text, place } = articleText(paragraphs);
    const found = place(id, { start, end });
    expect([...text].slice(found?.points.start, found?.points.end).join('')).toBe(words);
    expect(text.slice(found?.units.start, found?.units.end)).toBe(words);
    expect(text.slice(found?.within.start, found?.within.end)).toBe(paragraphs.find((one) => one.id === id)?.text);
  });

  test.each(['p2', 'elsewhere'])('has no place for %s', (id) => {
    expect(articleText(paragraphs).place(id, { start: 0, end: 1 })).toBeNull();
  });
});
