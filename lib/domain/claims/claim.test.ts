import { describe, expect, test } from 'vitest';
import { paragraphKinds } from '#lib/domain/articles/article';
import type { RefusalCode } from '#lib/domain/refusal';
import { guessKind } from '#lib/reading/claim-kinds';
import { anchorClaim } from './claim';

const text = '约有375人👨‍👩‍👧 。';

describe('anchorClaim', () => {
  test.each(paragraphKinds.filter((kind) => kind !== 'boilerplate'))('anchors a span of a %s', (kind) => {
    expect(anchorClaim({ kind, text }, { start: 2, end: 6 })).toEqual({
      ok: true,
      value: { start: 2, end: 6, exact: '375人', prefix: '约有', suffix: '👨‍👩‍👧 。' },
    });
  });

  test.each<[string, number, number]>([
    ['all of the text', 0, text.length],
    ['a family emoji', 6, 14],
    ['white space beside something visible', 14, 16],
  ])('anchors %s', (_, start, end) => {
    expect(anchorClaim({ kind: 'body', text }, { start, end })).toMatchObject({
      ok: true,
      value: { exact: text.slice(start, end) },
    });
  });

  test.each<[string, number, number, RefusalCode]>([
    ['an empty span', 3, 3, 'span-empty'],
    ['a span of white space', 14, 15, 'span-empty'],
    ['a span that begins before the text', -1, 3, 'span-outside-paragraph'],
    ['a span that ends behind the text', 3, text.length + 1, 'span-outside-paragraph'],
    ['a span that ends before it begins', 6, 2, 'span-outside-paragraph'],
    ['a span that begins inside of an emoji', 8, 16, 'span-splits-character'],
    ['a span that ends inside of an emoji', 2, 8, 'span-splits-character'],
    ['a span that ends inside of a surrogate pair', 2, 7, 'span-splits-character'],
  ])('refuses %s', (_, start, end, code) => {
    expect(anchorClaim({ kind: 'body', text }, { start, end })).toMatchObject({ ok: false, code });
  });

  test('refuses a letter without its accent', () => {
    const refused = anchorClaim({ kind: 'body', text: 'cafe\u0301' }, { start: 0, end: 4 });
    expect(refused).toMatchObject({ ok: false, code: 'span-splits-character' });
  });

  test('refuses boilerplate first, whatever the span', () => {
    for (const span of [
      { start: 2, end: 6 },
      { start: 9, end: 2 },
    ]) {
      expect(anchorClaim({ kind: 'boilerplate', text }, span)).toMatchObject({ code: 'paragraph-is-boilerplate' });
    }
  });
});

describe('guessKind', () => {
  test.each<[string, string, string]>([
    ['他说“差距很大”。', '“差距很大”', 'quote'],
    ['他说“差距很大”。', '差距很大', 'quote'],
    ['他说「我们有3个问题」。', '我们有3个问题', 'quote'],
    ['他说“差距很大”。', '差距', 'fact'],
    ['公司约有375人。', '约有375人', 'figure'],
    ['公司约有３７５人。', '３７５人', 'figure'],
    ['增长了百分之五。', '百分之五', 'figure'],
    ['花了两百万元。', '两百万元', 'figure'],
    ['这是一个问题。', '这是一个问题', 'fact'],
    ['预计明年投产。', '预计明年投产', 'prediction'],
    ['到2030年将达到500亿元。', '到2030年将达到500亿元', 'prediction'],
    ['公司总部在北京。', '公司总部在北京', 'fact'],
    ['She said “we are late” again.', '“we are late”', 'quote'],
    ['She said "we are late" again.', 'we are late', 'quote'],
    ['«Nous sommes en retard»', 'Nous sommes en retard', 'quote'],
    ['Costs rose 3.5% last year.', 'Costs rose 3.5%', 'figure'],
    ['It had 375 staff.', '375 staff', 'figure'],
    ['It will open next year.', 'It will open next year', 'prediction'],
    ['Sales are expected to reach 5 million by 2030.', 'expected to reach 5 million by 2030', 'prediction'],
    ['Goodwill is an asset.', 'Goodwill is an asset', 'fact'],
    ['The plant is in Ohio.', 'The plant is in Ohio', 'fact'],
  ])('in %j takes %j for a %s', (sentence, words, kind) => {
    const start = sentence.indexOf(words);
    expect(guessKind(sentence, { start, end: start + words.length })).toBe(kind);
  });
});
