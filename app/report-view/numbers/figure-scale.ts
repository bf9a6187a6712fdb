/** Where ranges lie on an axis, as shares of its length, so that a drawing of any width or on paper is the same. */
import { scaleLinear, scaleLog } from 'd3-scale';
import type { ReportClaim, ReportFigure } from '#lib/domain/report/content';

/** What a claim says or a source gives. `citation` is null for the claim itself. */
export type RangeRow = { citation: number | null; stance: string | null; figure: ReportFigure };

/** The claim's figure and those of its sources that are in the same unit; null where there is nothing to compare. */
export function comparableRows({ figure, evidence }: Pick<ReportClaim, 'figure' | 'evidence'>): RangeRow[] | null {
  if (!figure) return null;
  const given = evidence.flatMap(({ citation, stance, figure: own }) =>
    own && own.unit === figure.unit && own.per === figure.per ? [{ citation, stance, figure: own }] : [],
  );
  // A source that gives the same figure in two passages is one row.
  const rows = new Map(given.map((row) => [`${row.citation} ${row.figure.reads.en}`, row]));
  return rows.size === 0 ? null : [{ citation: null, stance: null, figure }, ...rows.values()];
}

/** `from` and `to` are shares of the axis, 0–1; a side that is open runs to the edge. */
export type Extent = { from: number; to: number; isPoint: boolean; openLow: boolean; openHigh: boolean };
export type Axis = { ticks: { at: number; value: number }[]; extentOf: (figure: ReportFigure) => Extent };

/** Beyond this ratio of the greatest to the least value the axis is logarithmic. */
const logarithmicFrom = 50;

/** An axis on which all rows lie, with room at both ends. */
export function axisOf(rows: RangeRow[]): Axis {
  const values = rows.flatMap(({ figure: { low, high } }) => [low, high].filter((value) => value !== null));
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const isLogarithmic = least > 0 && most / least > logarithmicFrom;
  const room = isLogarithmic ? 1 : (most - least || Math.abs(most) || 1) * 0.15;
  const scale = isLogarithmic
    ? scaleLog([least / 1.5, most * 1.5], [0, 1])
    : scaleLinear([least >= 0 ? Math.max(0, least - room) : least - room, most + room], [0, 1]).nice(4);
  const ticks = scale.ticks(4);
  const step = Math.ceil(ticks.length / 6);
  return {
    ticks: ticks.filter((_, index) => index % step === 0).map((value) => ({ at: scale(value), value })),
    extentOf: ({ low, high }) => ({
      from: low === null ? 0 : scale(low),
      to: high === null ? 1 : scale(high),
      isPoint: low !== null && low === high,
      openLow: low === null,
      openHigh: high === null,
    }),
  };
}
