import { describe, expect, test } from 'vitest';
import { drawSample, keyOf, type Mutant, partOf } from './draw';
import { summarise } from './summary';

const mutant = (file: string, line = 0, replacement = 'true'): Mutant => ({
  ...{ file, mutatorName: 'ConditionalExpression', replacement },
  location: { start: { line, column: 4 }, end: { line, column: 9 } },
});
const many = (file: string, count: number) => Array.from({ length: count }, (_, line) => mutant(file, line));

describe('a sample of mutants', () => {
  const all = [
    ...many('lib/text/span.ts', 50),
    ...many('lib/reading/figures/ranges.ts', 5),
    ...many('lib/api/x.ts', 5),
  ];
  const sizes = { 'lib/text': 20, 'lib/reading/figures': 20 };

  test('has as many of each part as is asked for, and none of another', () => {
    const parts = drawSample(all, sizes).map(({ file }) => partOf(file));
    expect(parts.filter((part) => part === 'lib/text')).toHaveLength(20);
    expect(parts.filter((part) => part === 'lib/reading/figures')).toHaveLength(5);
    expect(parts).toHaveLength(25);
  });

  test('is the same whatever the order of the files, and not just the first', () => {
    const keys = (mutants: Mutant[]) => drawSample(mutants, sizes).map(keyOf).sort();
    expect(keys([...all].reverse())).toEqual(keys(all));
    expect(keys(all)).not.toEqual([...all.slice(0, 20), ...all.slice(50, 55)].map(keyOf).sort());
  });

  test('knows two changes of one place apart', () => {
    expect(keyOf(mutant('lib/text/span.ts', 1, 'true'))).not.toBe(keyOf(mutant('lib/text/span.ts', 1, 'false')));
  });
});

test.each([
  ['lib/text/forms/folded.ts', 'lib/text'],
  ['lib/domain/fields.ts', 'lib/domain'],
  ['lib/reading/figures.ts', 'lib/reading/figures'],
  ['lib/reading/figures/units/unit.ts', 'lib/reading/figures'],
])('%s counts to %s', (file, part) => {
  expect(partOf(file)).toBe(part);
});

test('the end of a run tells what no test noticed, and the share of what one did in each part', () => {
  const tested = (file: string, line: number, status: string) => ({ ...mutant(file, line), status });
  expect(
    summarise([
      tested('lib/text/span.ts', 9, 'Survived'),
      tested('lib/text/span.ts', 2, 'Killed'),
      tested('lib/text/span.ts', 3, 'Timeout'),
      tested('lib/domain/fields.ts', 7, 'NoCoverage'),
      tested('lib/domain/fields.ts', 8, 'CompileError'),
      tested('lib/domain/fields.ts', 8, 'Ignored'),
    ]),
  ).toBe(
    [
      'lib/domain/fields.ts:7:4 no test runs it: ConditionalExpression → true',
      'lib/text/span.ts:9:4 survived: ConditionalExpression → true',
      '',
      'lib/domain: 0 of 1 killed, 0.0%',
      'lib/text: 2 of 3 killed, 66.7%',
      '',
      '4 mutants',
      '',
    ].join('\n'),
  );
});
