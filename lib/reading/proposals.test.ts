import { expect, test } from 'vitest';
import { growthOver, linearGrowth } from '#lib/testing/growth';
import { maxProposals } from './claim-kinds';
import { proposeClaims } from './proposals';

test('a claim has the speaker of the innermost words around it', () => {
  const text = '“The firm had 375 staff,” said Ada Brown. “Costs were $5 million,” said Bo Chen.';
  const of = (words: string) =>
    proposeClaims([text]).find(({ start, end, kind }) => kind === 'figure' && text.slice(start, end).includes(words));
  expect(of('375')?.speaker?.name).toBe('Ada Brown');
  expect(of('$5')?.speaker?.name).toBe('Bo Chen');
});

test('of more claims than anybody can check, the most check-worthy are proposed, in the order of the text', () => {
  const weak = 'He had 5 people in the room. '.repeat(3_200);
  const strong = 'Sales of Acme rose 40% to $375 million in 2023, the highest ever. '.repeat(100);
  const proposed = proposeClaims([weak, strong]);
  expect(proposed).toHaveLength(maxProposals);
  const last = proposed.filter(({ paragraph }) => paragraph === 1);
  expect(last.length).toBe(proposeClaims([strong]).length);
  expect(proposed).toEqual(
    proposed.toSorted((a, b) => a.paragraph - b.paragraph || a.start - b.start || b.end - a.end),
  );
});

test.each(['“a” said Bo. ', 'He had 5 people in 2023. ', '“他们有5人，”李明说。'])(
  'takes time by the length of %s',
  (unit) => {
    expect(growthOver(unit.repeat(60_000 / unit.length), (text) => proposeClaims([text]))).toBeLessThan(linearGrowth);
  },
);
