import { describe, expect, it } from 'vitest';
import { ROWS } from '#lib/reading/figures/units/table';
import { findFigures } from './figures';
import { kindOf, measureOf } from './measures';

const words = (list: string): string[] => list.split(/\s+/).filter(Boolean);

/** Counted things whose names hold that of a unit, by the unit they hold. */
const counted = words(`
  program programmer diagram telegram hologram parallelogram anagram
  announcement announcer pronouncement bouncer
  birthday holiday workday weekday Sunday day-tripper
  compound impoundment poundcake
  smile milestone
  skeleton button baton cotton carton tone
  yearbook yearling
  massacre
  finch winch clincher inchworm
  football footballer footnote footprint footpath
  parameter diameter thermometer perimeter barometer speedometer
  hourglass
  splitter
  rabbit orbit exhibit gambit bitmap
  cupboard cupcake hiccup occupant
  barrister minibar crowbar
  wattle
  degree-holder
  secondment
  yardstick vineyard graveyard shipyard
  galleon knotweed pinto
  weekend fortnightly
  quarterback headquarter
  revolt voltmeter
  jinx nightclub knight
  person company vehicle token employee panda share point
`);

describe('the kind of a unit', () => {
  it.each(counted)('counts a %s', (noun) => {
    expect(kindOf(noun)).toBe('count');
  });

  it.each([
    ['The broadcaster cut 12 programs.', 'program'],
    ['The minister made 40 announcements.', 'announcement'],
    ['She has celebrated 90 birthdays.', 'birthday'],
    ['They screened 3,000 compounds.', 'compound'],
    ['The model has 7 billion parameters.', 'parameter'],
    ['他们卖出了300块手表', null],
    ['有12名米其林厨师', 'person'],
    ['新增20所分校', 'school'],
    ['共有35个度假村', null],
  ])('counts what %s counts', (text, unit) => {
    const [figure] = findFigures(text);
    expect(figure?.unit).toBe(unit);
    expect(kindOf(unit)).toBe('count');
  });

  it.each(ROWS.map(({ name, dimension }) => [name, dimension] as const))('of %s is that of %s', (name, dimension) => {
    expect(kindOf(name)).toBe(dimension === 'share' ? 'share' : 'size');
  });

  it.each(words('USD CNY BTC penny cent peso franc krone kopek fen'))('of %s is money', (unit) => {
    expect(kindOf(unit)).toBe('money');
  });

  it('of a bare number is a count', () => {
    expect(kindOf(null)).toBe('count');
  });

  it.each([
    ['平方英尺', 'size'],
    ['英里', 'size'],
    ['光年', 'size'],
    ['度电', 'size'],
    ['个百分点', 'share'],
    ['倍', 'share'],
    ['便士', 'money'],
    ['名员工', 'count'],
    ['辆', 'count'],
    ['个项目', 'count'],
  ])('of 7%s is %s', (form, kind) => {
    const [figure] = findFigures(`达到7${form}。`);
    expect(kindOf(figure?.unit ?? null)).toBe(kind);
  });
});

describe('a measure by its name', () => {
  it.each([
    ['Headcount', 'headcount'],
    ['员工数', 'headcount'],
    ['日活', 'daily active users'],
    ['nothing known', undefined],
  ])('%s is %s', (name, measure) => {
    expect(measureOf(name)?.en).toBe(measure);
  });
});
