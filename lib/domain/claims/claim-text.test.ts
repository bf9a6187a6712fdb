import { describe, expect, test } from 'vitest';
import { claimText } from './claim-text';
import type { ClaimView } from './claim-view';

const text = 'The firm was small. It had 375 staff; few stayed. Nobody knew.';

describe('claimText', () => {
  const claim = (kind: ClaimView['kind'], within: string, exact: string) => {
    const start = within.indexOf(exact);
    return claimText({ kind, exact, start, end: start + exact.length }, within);
  };

  test.each<[ClaimView['kind'], string, string, string]>([
    ['figure', text, '375', 'It had 375 staff'],
    ['figure', '小冰很小。训练一次要花300-460万美元！没人信。', '300-460万美元', '训练一次要花300-460万美元'],
    ['figure', text, '375 staff; few stayed. Nobody', 'It had 375 staff; few stayed. Nobody knew'],
    ['fact', text, '375', '375'],
    ['quote', '他说：“很小。”', '很小', '很小'],
  ])('of a %s in %j, %j: %j', (kind, within, exact, expected) => {
    expect(claim(kind, within, exact)).toBe(expected);
  });

  test('falls back on the marked words', () => {
    expect(claimText({ kind: 'figure', exact: '375', start: 0, end: 3 }, '')).toBe('375');
  });
});
