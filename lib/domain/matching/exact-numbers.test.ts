/** A number that is nearly the same is another number, and one that is denied is no agreement. */
import { describe, expect, it } from 'vitest';
import { compareClaims } from '#lib/domain/claims/compare';

const relations = (text: string, other: string, lang: string) => [
  compareClaims({ text, lang }, { text: other, lang }).relation,
  compareClaims({ text: other, lang }, { text, lang }).relation,
];

describe('beside "Kestrel Optics had 375 employees in March."', () => {
  const known = 'Kestrel Optics had 375 employees in March.';

  it.each([
    ['Kestrel Optics had 375 employees in March.', 'same'],
    // A rounding, and what is about so many.
    ['Kestrel Optics had 380 employees in March.', 'same'],
    ['Kestrel Optics had about 380 employees in March.', 'same'],
    ['Kestrel Optics had 376 employees in March.', 'figure-differs'],
    ['Kestrel Optics had 374 employees in March.', 'figure-differs'],
    ['Kestrel Optics had 3,750 employees in March.', 'figure-differs'],
    ['Kestrel Optics did not have 375 employees in March.', 'negated'],
    ['Kestrel Optics never had 375 employees in March.', 'negated'],
    ['Kestrel Optics denied that it had 375 employees in March.', 'negated'],
    ['It is false that Kestrel Optics had 375 employees in March.', 'negated'],
  ])('%s is %s', (text, relation) => {
    expect(relations(known, text, 'en')).toEqual([relation, relation]);
  });
});

describe('在“红隼光学三月有375名员工。”旁边', () => {
  const known = '红隼光学三月有375名员工。';

  it.each([
    ['红隼光学3月有三百七十五名员工。', 'same'],
    ['红隼光学三月有376名员工。', 'figure-differs'],
    ['红隼光学三月没有375名员工。', 'negated'],
    ['红隼光学否认三月有375名员工。', 'negated'],
  ])('%s 是 %s', (text, relation) => {
    expect(relations(known, text, 'zh')).toEqual([relation, relation]);
  });
});
