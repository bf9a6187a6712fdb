/**
 * The shapes of a figure: found in a text, as a value without its place, and as facts that the desk stores. Types and
 * vocabularies only, so that pages and lower modules can import it without the reader of figures.
 */

export const qualifiers = ['exact', 'about', 'at-least', 'more-than', 'at-most', 'less-than'] as const;
export type Qualifier = (typeof qualifiers)[number];

export interface Figure {
  start: number;
  end: number;
  text: string;
  /** null where the figure has no lower bound (`不超过5%`). */
  low: number | null;
  high: number | null;
  /**
   * ISO 4217 code, `percent`, `times`, `ratio`, a measure or a counted noun in English singular; null for a pure
   * number.
   */
  unit: string | null;
  qualifier: Qualifier;
  /** The base of a rate (`1000 impressions`, `year`), otherwise null. */
  per: string | null;
  /**
   * Its part in a change that the text tells: the value before (`from`), the value after (`to`), or how much it changed
   * (`by`). Left out where the figure is part of none.
   */
  change?: Change;
}

export type Change = 'from' | 'to' | 'by';

/** The value of a figure, without its place. */
export type FigureReading = Pick<Figure, 'low' | 'high' | 'unit' | 'qualifier' | 'per'>;

/** A value with the date it holds for: ISO 8601 of year, month or day precision. */
export type FigureFacts = FigureReading & { asOf: string | null };
