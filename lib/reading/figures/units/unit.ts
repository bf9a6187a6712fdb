/**
 * What the readers of units share: the shape of a unit read from a text, and the meaning of each written form in the
 * table. It imports no reader, so that each language's reader can import it.
 */

import { type MeasuringUnit, PARTS, ROWS, UNITS } from './table';

/** A unit read after a number. Offsets are UTF-16. */
export interface Unit {
  kind: 'percent' | 'times' | 'duration' | 'measure' | 'count';
  unit: string | null;
  factor: number;
  /** Where the figure's span ends. */
  end: number;
  /** Where the noun ends, for bounds that follow it (`375人左右`). */
  nounEnd: number;
  /** True where 多 or 来 makes it a lower bound (`七个多小时`, `两成多`). */
  more?: boolean;
  /** The base of the rate that the unit is (`mph`: per hour). */
  per?: string;
  /** An added half (`三个半小时`, `两年半`). */
  plus?: number;
}

/** A unit's kind, its name, and the factor that turns the number into it (1 if left out). */
export type Entry = [kind: Unit['kind'], unit: string, factor?: number];

function kindOf({ name, dimension }: MeasuringUnit): Entry[0] {
  if (dimension === 'share') return name === 'percent' ? 'percent' : 'times';
  return dimension === 'duration' || dimension === 'calendar' ? 'duration' : 'measure';
}

/** The written forms of a language with their meanings. */
export const entriesOf = (language: 'zh' | 'en'): [form: string, entry: Entry][] => [
  ...ROWS.flatMap((unit) => unit[language].map((form): [string, Entry] => [form, [kindOf(unit), unit.name]])),
  ...PARTS[language].flatMap(([form, name, factor]): [string, Entry][] => {
    const unit = UNITS.get(name);
    return unit ? [[form, [kindOf(unit), name, factor]]] : [];
  }),
];
