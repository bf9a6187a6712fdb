import { expect, test } from 'vitest';
import { isSameView, viewQuery } from './saved-view';

test('a view keeps what is asked for, without the page and what goes without saying', () => {
  expect(viewQuery({ q: ' GPU ', standing: 'disputed', page: '3', sort: 'best', kind: 'nonsense' })).toEqual({
    q: 'GPU',
    standing: 'disputed',
  });
});

test('two searches are the same where all parameters are', () => {
  const one = viewQuery({ q: 'GPU', kind: 'figure', page: '2' });
  expect(isSameView(one, viewQuery({ kind: 'figure', q: 'GPU' }))).toBe(true);
  expect(isSameView(one, viewQuery({ q: 'GPU' }))).toBe(false);
  expect(isSameView(one, viewQuery({ q: 'TPU', kind: 'figure' }))).toBe(false);
});
