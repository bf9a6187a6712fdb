import { describe, expect, it } from 'vitest';
import { findFigures, readFigure } from '#lib/reading/figures';
import { HAN } from './chinese';
import { BEFORE, CODES, HAN_PARTS } from './currency';
import { CENTS, HAN_MONEY, NOUNS } from './currency-names';
import { LATIN } from './english';
import { CLASSIFIERS, DIRECT_NOUNS, LATIN_NOUNS } from './names';
import { PARTS, pluralOf, ROWS, UNITS } from './table';

const repeated = <T>(values: T[]): T[] => values.filter((value, at) => values.indexOf(value) < at);

describe('the table of units', () => {
  it('has one row for each name', () => {
    expect(repeated(ROWS.map(({ name }) => name))).toEqual([]);
    expect(UNITS.size).toBe(ROWS.length);
  });

  it.each(['zh', 'en'] as const)('has no written form that means two units (%s)', (language) => {
    const forms = [...ROWS.flatMap((row) => row[language]), ...PARTS[language].map(([form]) => form)];
    expect(repeated(forms)).toEqual([]);
    expect((language === 'zh' ? HAN : LATIN).size).toBe(forms.length);
  });

  it('has no form that also counts or is money', () => {
    const chinese = [...CLASSIFIERS.keys(), ...DIRECT_NOUNS, ...HAN_MONEY.keys(), ...HAN_PARTS.keys()];
    expect(chinese.filter((form) => HAN.has(form))).toEqual([]);
    const english = [...LATIN_NOUNS.keys(), ...CODES, ...BEFORE.keys()];
    expect(english.filter((form) => LATIN.has(form))).toEqual([]);
    const money = [...NOUNS.keys(), ...CENTS.keys()].flatMap((noun) => [noun, pluralOf(noun)]);
    expect(money.filter((form) => LATIN.has(form))).toEqual([]);
  });

  it('gives every unit that is a multiple of another a base unit', () => {
    for (const { name, dimension, factor } of ROWS) {
      if (factor === null) continue;
      expect([name, factor > 0 && Number.isFinite(factor)]).toEqual([name, true]);
      const bases = ROWS.filter((row) => row.dimension === dimension && row.factor === 1);
      expect([dimension, bases.length]).toEqual([dimension, 1]);
    }
  });

  /** Forms that are read in some places only: a day of the month, a part of a height, an abbreviation. */
  const elsewhere = new Map([
    ['日', '工期为70日左右'],
    ['foot', 'a 70-foot wall'],
    ['pc', 'rose 70pc'],
  ]);

  it.each(ROWS.map((row) => [row.name, row] as const))('reads every written form of %s', (name, { zh, en }) => {
    for (const form of [...zh, ...en]) {
      const text = elsewhere.get(form) ?? (zh.includes(form) ? `用了7${form}。` : `It was 7 ${form}.`);
      expect([form, findFigures(text).map(({ unit }) => unit)]).toEqual([form, [name]]);
      if (!elsewhere.has(form)) expect([form, findFigures(text)[0]?.low]).toEqual([form, 7]);
    }
  });

  it('reads the parts and multiples of a unit', () => {
    const read = [...PARTS.zh, ...PARTS.en].map(([form]) => [form, readFigure(`5${form}`)?.low]);
    expect(read).toEqual([...PARTS.zh, ...PARTS.en].map(([form, , factor]) => [form, 5 * factor]));
  });

  it('reads areas and volumes by their lengths', () => {
    const lengths = ROWS.filter(({ dimension }) => dimension === 'length');
    for (const { name, en } of lengths)
      for (const power of ['square', 'cubic'])
        for (const form of en) {
          const unit = `${power} ${name}`;
          // 7 square kilograms and square light-years are no units.
          const read = findFigures(`It took 7 ${power} ${form}.`)[0]?.unit ?? null;
          expect([form, read === unit]).toEqual([form, UNITS.has(unit)]);
        }
  });
});
