import { describe, expect, test } from 'vitest';
import { maxParagraphLength } from '#lib/domain/articles/article';
import { withTool } from './paragraph-tool';
import type { RevisedParagraph } from './plan';

const paragraphs: RevisedParagraph[] = [
  { kind: 'heading', text: 'What it costs' },
  { kind: 'body', text: 'It costs a lot. Nobody knows why.' },
  { kind: 'body', text: 'They asked around.' },
];

function texts(...use: Parameters<typeof withTool>) {
  const result = withTool(...use);
  return result.ok ? result.value.map(({ text }) => text) : result.code;
}

describe('splitting', () => {
  test('makes two paragraphs of the same kind, without the space between them', () => {
    const result = withTool(paragraphs, 1, { tool: 'split', at: 15 });
    expect(result.ok && result.value.slice(1, 3)).toMatchObject([
      { kind: 'body', text: 'It costs a lot.' },
      { kind: 'body', text: 'Nobody knows why.' },
    ]);
    expect(texts(paragraphs, 1, { tool: 'split', at: 15 })).toHaveLength(4);
    const heading = withTool(paragraphs, 0, { tool: 'split', at: 5 });
    expect(heading.ok && heading.value.map(({ kind }) => kind)).toEqual(['heading', 'heading', 'body', 'body']);
  });

  test.each([
    ['at the beginning', 0],
    ['at the end', 18],
    ['beyond the end', 99],
  ])('is refused %s', (_, at) => {
    expect(texts(paragraphs, 2, { tool: 'split', at })).toBe('split-at-end');
  });

  test('never cuts a character in two', () => {
    expect(texts([{ kind: 'body', text: 'a👨‍👩‍👧b' }], 0, { tool: 'split', at: 4 })).toEqual(['a', '👨‍👩‍👧b']);
  });
});

describe('merging', () => {
  test('joins a paragraph with the next, with a space between them', () => {
    expect(texts(paragraphs, 1, { tool: 'merge' })).toEqual([
      'What it costs',
      'It costs a lot. Nobody knows why. They asked around.',
    ]);
  });

  test.each([
    ['价格很高。', '没人知道。', '价格很高。没人知道。'],
    ['价格很高', 'GPT 也是', '价格很高GPT 也是'],
    ['They say', '价格很高', 'They say价格很高'],
    ['They say', '（价格）', 'They say（价格）'],
    ['说“A', 'B”', '说“A B”'],
  ])('puts no space beside Chinese: %s | %s', (first, second, joined) => {
    const both: RevisedParagraph[] = [
      { kind: 'body', text: first },
      { kind: 'heading', text: second },
    ];
    const result = withTool(both, 0, { tool: 'merge' });
    expect(result).toMatchObject({ ok: true, value: [{ kind: 'body', text: joined }] });
  });

  test('is refused where no paragraph follows', () => {
    expect(texts(paragraphs, 2, { tool: 'merge' })).toBe('no-next-paragraph');
  });

  test('is refused where the whole is too long, and names the paragraph', () => {
    const half = 'a'.repeat(maxParagraphLength / 2);
    const long: RevisedParagraph[] = [paragraphs[0] as RevisedParagraph, { kind: 'body', text: half }];
    long.push({ kind: 'body', text: half });
    expect(withTool(long, 1, { tool: 'merge' })).toMatchObject({
      code: 'paragraph-too-long',
      values: { limit: maxParagraphLength, paragraph: 2 },
    });
    expect(texts([...long.slice(0, 2), { kind: 'body', text: half.slice(1) }], 1, { tool: 'merge' })).toHaveLength(2);
  });
});

describe('rewriting', () => {
  test('replaces the text alone, tidied', () => {
    const result = withTool(paragraphs, 0, { tool: 'rewrite', text: ' What it really costs\n' });
    expect(result.ok && result.value[0]).toMatchObject({ kind: 'heading', text: 'What it really costs' });
    expect(result.ok && result.value.slice(1)).toEqual(paragraphs.slice(1));
  });

  test('is refused without a text, and of no paragraph', () => {
    expect(withTool(paragraphs, 0, { tool: 'rewrite', text: ' \n' })).toMatchObject({
      ...{ code: 'text-missing', field: 'text' },
    });
    expect(texts(paragraphs, 3, { tool: 'rewrite', text: 'x' })).toBe('paragraph-not-in-article');
  });
});
