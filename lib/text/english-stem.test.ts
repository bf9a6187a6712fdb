import { expect, test } from 'vitest';
import { stemOf } from './english-stem';

test.each([
  ['cut', 'cuts cutting'],
  ['raise', 'raises raised raising'],
  ['policy', 'policies'],
  ['deny', 'denied denies denying'],
  ['rise', 'rose risen rising'],
  ['sell', 'sold sells selling'],
  ['company', 'companies'],
  ['tariff', 'tariffs'],
  ['ad', 'ads'],
  ['approve', 'approved approves approving'],
  ['person', 'people'],
])('%s and its forms have one stem', (word, forms) => {
  expect(forms.split(' ').map(stemOf)).toEqual(forms.split(' ').map(() => stemOf(word)));
});

test.each([
  ['gas', 'ga'],
  ['wine', 'win'],
  ['bare', 'bar'],
  ['news', 'new york'],
  ['covid19', 'covid'],
  ['analysis', 'analyst'],
])('%s is not %s', (one, other) => {
  expect(stemOf(one)).not.toBe(stemOf(other));
});
