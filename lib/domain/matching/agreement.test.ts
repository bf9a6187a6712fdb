import { expect, test } from 'vitest';
import { comparisonForm } from '#lib/text/forms/comparison-form';
import { matchFigures } from './agreement';
import { figuresIn } from './figure-values';

const figures = (text: string) => figuresIn(text, comparisonForm(text));
const related = (one: string, other: string) => matchFigures(figures(one), figures(other)).map(({ how }) => how);

test.each([
  ['one in three', '33%'],
  ['一半', '49%'],
])('%s and %s are one, whichever comes first', (one, other) => {
  expect([related(one, other), related(other, one)]).toEqual([['equal'], ['equal']]);
});
