import { expect, test } from 'vitest';
import { readClaim } from './claim-reading';
import { deny, polarityOf } from './polarity';

const denies = (one: string, other: string, isExact = false) => {
  const [a, b] = [one, other].map((text) => polarityOf(readClaim(text)));
  if (!a || !b) throw new Error('two claims are compared');
  expect(deny(b, a, isExact)).toBe(deny(a, b, isExact));
  return deny(a, b, isExact);
};

test.each([
  ['Rates were unchanged', '利率维持不变'],
  ['The Fed made no change to its rate', 'The Fed left its rate untouched'],
  ['The central bank left its rate unchanged', '央行维持利率不变'],
  ['The bank left its rate unchanged', '利率保持不变'],
  ['The bank did not change its rate', '利率维持不变'],
  ['利率没有变化', 'Rates were held steady'],
  ['央行宣布不加息', 'Rates were held steady'],
  ['央行没有调整利率', 'The central bank left its rate unchanged'],
])('“%s” and “%s” say the same, though one is worded as a negation', (one, other) => {
  expect(denies(one, other)).toBe(false);
});

test.each([
  ['Prices rose in May', 'Prices fell in May'],
  ['Prices rose in May', '物价下降'],
  ['He denied it', 'He confirmed it'],
  ['The court acquitted him', 'The court found him guilty'],
  ['The minister did not approve the plan', 'The minister approved the plan'],
  ['部长没有批准该计划', '部长批准了该计划'],
  ['央行没有下调利率', '央行下调利率'],
  ['The plan was not approved, and prices rose', 'The plan was approved, and prices rose'],
  ['Sales rose and the firm won', 'Sales fell and the firm won'],
  ['The ban is still in force after the talks end', 'The ban ended'],
  ['直到会议结束仍在实行', '该规定已经结束'],
  ['Rates were unchanged', 'The bank raised rates'],
  ['利率维持不变', '央行降息'],
  ['Rates were unchanged', 'The firm closed its plant'],
])('“%s” and “%s” deny each other', (one, other) => {
  expect(denies(one, other)).toBe(true);
  expect(denies(one, other, true)).toBe(true);
});

test.each([
  ['Prices rose', 'Prices went up'],
  ['Sales rose and fell', 'Sales rose'],
  ['Sales rose', 'The board approved the plan'],
  ['Sales rose, the firm won and it opened', 'Sales fell, the firm won and it opened'],
  ['Rates were unchanged', 'The firm opened its plant'],
  ['Rates were unchanged', 'The board approved the plan'],
  ['The board, which did not meet, approved the plan', 'The board approved the plan'],
  ['It did not rain, but the board approved the plan', 'The board approved the plan'],
  ['They did not fail to pay', 'They paid'],
  ['The firm no longer pays', 'The firm pays'],
])('“%s” and “%s” do not', (one, other) => {
  expect(denies(one, other)).toBe(false);
});

test('a negation on one side alone denies, but not where an exact number is shared', () => {
  expect(denies('The firm never paid', 'The firm paid')).toBe(true);
  expect(denies('The firm never paid', 'The firm paid', true)).toBe(false);
});

test.each([
  ['the strike ended', true],
  ['罢工结束了', true],
  ['the strike began', false],
])('“%s” says that something is over: %s', (text, isOver) => {
  expect(polarityOf(readClaim(text)).isOver).toBe(isOver);
});
