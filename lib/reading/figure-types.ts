/**
 * The shapes of a figure: as it is found in a text, as a reading without its place, and as facts that the desk keeps.
 * Types and vocabularies only, so that pages and lower readers can import it without the reader of figures.
 */

export const qualifiers = ['exact', 'about', 'at-least', 'more-than', 'at-most', 'less-than'] as const;
export type Qualifier = (typeof qualifiers)[number];

export interface Figure {
  start: number;
  end: number;
  text: string;
  /** Null where the figure has no lower bound (`不超过5%`). */
  low: number | null;
  high: number | null;
  /**
   * ISO 4217 code, `percent`, `times`, `ratio`, a measure or a counted noun in English singular; null for a pure
   * number.
   */
  unit: string | null;
  qualifier: Qualifier;
  /** What it is reckoned by (`1000 impressions`, `year`), else null. */
  per: string | null;
}

/** What a figure says, apart from where it stands. */
export type FigureReading = Pick<Figure, 'low' | 'high' | 'unit' | 'qualifier' | 'per'>;

/** A reading with the date it holds for: ISO 8601 of year, month or day precision. */
export type FigureFacts = FigureReading & { asOf: string | null };
