import { expect, test } from 'vitest';
import { publicPages } from './published-report';

const report = { slug: '员工数-核查', claims: [{ number: 4, exact: '375', standing: 'false' as const }] };

test('a claim’s public page is that of the report, while it says the same', () => {
  const pageOf = publicPages(report);
  const claim = { number: 4, exact: '375', standing: 'false' as const };
  expect(pageOf(claim)).toBe(`/reports/${encodeURIComponent('员工数-核查')}/claims/4`);
  expect(pageOf({ ...claim, standing: 'verified' })).toBeNull();
  expect(pageOf({ ...claim, exact: '376' })).toBeNull();
  expect(pageOf({ ...claim, number: 5 })).toBeNull();
  expect(publicPages(null)(claim)).toBeNull();
});
