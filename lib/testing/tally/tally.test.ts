import { describe, expect, test } from 'vitest';
import { needOf, summarise, titleNeeding } from './tally';

const skipped = (file: string, why: string | null) => ({ file, title: 'opens', why });

describe('the summary of all tests', () => {
  test('ends in one line of numbers over all programs', () => {
    const summary = summarise({
      vitest: { passed: 10, failed: 1, skipped: [] },
      browser: { passed: 2, failed: 0, skipped: [] },
    });
    expect(summary).toBe('12 passed, 1 failed, 0 skipped\n');
  });

  test('tells what was skipped and why, by reason and file', () => {
    const summary = summarise({
      vitest: {
        ...{ passed: 1, failed: 0 },
        skipped: [
          skipped('b.test.ts', 'needs LibreOffice'),
          skipped('a.test.ts', 'needs LibreOffice'),
          skipped('b.test.ts', 'needs LibreOffice'),
          skipped('c.test.ts', null),
        ],
      },
      browser: { passed: 0, failed: 0, skipped: [skipped('d.spec.ts', 'needs ../shared/datasets')] },
    });
    expect(summary).toBe(
      [
        'Skipped:',
        '  needs ../shared/datasets: 1 in d.spec.ts',
        '  needs LibreOffice: 1 in a.test.ts, 2 in b.test.ts',
        '  no reason given: 1 in c.test.ts',
        '',
        '1 passed, 0 failed, 5 skipped',
        '',
      ].join('\n'),
    );
  });

  test('says which program came to no end', () => {
    expect(summarise({ vitest: { passed: 3, failed: 0, skipped: [] }, browser: null })).toBe(
      'browser: did not come to its end, its tests are not counted.\n\n3 passed, 0 failed, 0 skipped\n',
    );
  });
});

describe('what a test needs', () => {
  test('is read from its title or that of a group around it', () => {
    expect(needOf([titleNeeding('opens', 'LibreOffice')])).toBe('needs LibreOffice');
    expect(needOf(['gives 3', titleNeeding('a real article', '../shared/datasets/a (1).txt')])).toBe(
      'needs ../shared/datasets/a (1).txt',
    );
  });

  test('is unknown where no title says so', () => {
    expect(needOf(['opens (needs care) at once', 'an article'])).toBeNull();
    expect(needOf([])).toBeNull();
  });
});
