/**
 * The figures of a claim, prepared for comparing across languages: each with its value, what it counts, and whether it
 * is a level that is reached (`to 40%`) or a change (`by 40%`). Invariant: a value is finite; open bounds give the end
 * that was said.
 */

import type { FigureFacts } from '#lib/reading/figure-types';
import { placeFigures } from '#lib/reading/figures';
import { dimensionOf, unitFactor } from '#lib/reading/unit-scale';

export interface ClaimFigure {
  /** Place of the number and its unit, in UTF-16 units. */
  start: number;
  end: number;
  facts: FigureFacts & { raw: string };
  /** The ends as said; both are the same for a single number. */
  low: number;
  high: number;
  kind: 'money' | 'share' | 'count' | 'size' | 'bare';
  /** Percentage or basis points. */
  isPoints: boolean;
  mode: 'level' | 'change' | null;
  /** Whether the text calls it a limit (`the $800 exemption`): it is a bound without the words of one. */
  isLimit: boolean;
}

const pointWords =
  /百分点|个点|基点|点子|\bbps?\b|\b(?:percentage|basis|per ?cent|quarter|half) points?\b|\bpoints?\b/i;

/** Words right before a figure that make it a level, or a change. In comparison form. */
const levelBefore =
  /(?:\b(?:to|at|reached|reaching|was|is|stood at|came to|totall?ed|of)|[至到达为报是]|达到|原来的|峰值的|原价的)(?: ?(?:a|an|about|around|some|roughly|just|约|了|大约|近|record|range of))* ?$/;
const changeBefore =
  /(?:\bby|\b(?:rose|rise|rises|fell|fall|falls|climbed|dropped|grew|grow|slipped|gained|lost|jumped|surged|slumped|plunged|up|down|cut|cuts|increased?|decreased?|declined|got|went up|went down|improved)|[涨跌降升增减贵]了?|上调|下调|提高了?|增长了?|下降了?|减少了?|上升了?|降低了?|下滑|下挫|上涨|提升了?|调低了|调高了|降价|便宜了?|降准|降息|加息)(?: ?(?:a|an|about|around|some|roughly|just|约|大约|近|另外))* ?$/;
const levelAfter = /^ ?(?:of (?:the|its|their) (?:earlier|original|previous|former|old)|of what|左右的水平)/;
const changeAfter =
  /^ ?(?:dearer|cheaper|more|less|higher|lower|fewer|increase|decrease|rise|fall|drop|cut|jump|warmer|hotter)\b/;

const limitAfter =
  /^ ?(?:[a-z-]+ ){0,2}(?:exemption|allowance|limit|cap|ceiling|threshold|minimum|maximum)\b|^的?(?:上限|下限|限额|门槛|起征点)/;
const limitBefore =
  /\b(?:exemption|allowance|limit|cap|ceiling|threshold|minimum|maximum) (?:of|at|is|was) $|(?:上限|下限|限额|门槛|起征点)[为是]?$/;

/** Before `up to` these tell a level that is reached, and no bound (`went up to half a percent`). */
const moves = /\b(?:go|goes|going|gone|went|move[sd]?|moving|climb(?:s|ed)?|push(?:es|ed)?|rais(?:es|ed)) (?:it )?$/;

/** Units that writers leave half said. */
const alike = new Map([
  ['point', 'percent'],
  ['degree', 'degree Celsius'],
]);

/** How far to look for those words. */
const reach = 24;

/** The figures of a text; `form` is the text in comparison form. Dates and codes are none. */
export function figuresIn(text: string, form: string): ClaimFigure[] {
  return placeFigures(text).flatMap(({ figure, from, to }): ClaimFigure[] => {
    const { per, start, end } = figure;
    const before = form.slice(Math.max(0, start - reach), start);
    const isReached = figure.qualifier === 'at-most' && form.startsWith('up to ', start) && moves.test(before);
    const qualifier = isReached ? 'exact' : figure.qualifier;
    const [low, high] = isReached ? [figure.high, figure.high] : [figure.low, figure.high];
    const after = form.slice(end, end + reach);
    const isFractionOfPoint = figure.unit === null && /^[ -](?:percentage )?points?\b/.test(after);
    const unit = isFractionOfPoint ? 'percent' : (alike.get(figure.unit ?? '') ?? figure.unit);
    const raw = text.slice(from, isFractionOfPoint ? end + 7 : Math.max(to, end));
    const ends = [low ?? high, high ?? low].filter((value) => value !== null);
    const [least, most] = ends;
    if (least === undefined || most === undefined || !Number.isFinite(least) || !Number.isFinite(most)) return [];
    const isPoints = unit === 'percent' && (pointWords.test(raw) || figure.unit === 'point');
    // A fraction in words is rounded: one in twelve is 8 %.
    const isFraction = unit === null && most < 1;
    const facts = {
      low,
      high,
      unit,
      qualifier: isFraction && qualifier === 'exact' ? ('about' as const) : qualifier,
      per,
      asOf: null,
      raw: isPoints ? `${raw} percentage points` : raw,
    };
    const isLimit = limitAfter.test(after) || limitBefore.test(before);
    const mode = modeOf(form, figure);
    return [{ start, end, facts, low: least, high: most, kind: kindOf(unit), isPoints, mode, isLimit }];
  });
}

function kindOf(unit: string | null): ClaimFigure['kind'] {
  if (unit === null) return 'bare';
  const dimension = dimensionOf(unit);
  if (dimension === 'money' || dimension === 'share' || dimension === 'count') return dimension;
  return 'size';
}

function modeOf(
  form: string,
  { start, end, change }: { start: number; end: number; change?: string },
): ClaimFigure['mode'] {
  if (change === 'by') return 'change';
  if (change !== undefined) return 'level';
  const after = form.slice(end, end + reach);
  if (levelAfter.test(after)) return 'level';
  if (changeAfter.test(after)) return 'change';
  // A bound belongs to the figure's span (`up to 5%`, `近27%`), so the words may stand inside it.
  const before = form.slice(Math.max(0, start - reach), start);
  if (changeBefore.test(before)) return 'change';
  return levelBefore.test(before) ? 'level' : null;
}

/** Units by which sizes of one dimension are indexed: a claim in hours finds one in days. */
const bases = ['second', 'month', 'metre', 'gram', 'square metre', 'litre', 'watt', 'joule'];

/** The value and unit of a figure's end as an index has them: in the base unit of its dimension, shares in per cent. */
function indexed(value: number, unit: string | null): number {
  if (unit === 'times') return value;
  for (const base of unit === null ? [] : bases) {
    const known = unitFactor(unit ?? '', base);
    if (known) return value * known.factor;
  }
  return value;
}

/**
 * Search tokens of a figure: each end by its exact value (`0n3000000`) and by its first two digits (`0r30e5`), and its
 * currency (`0uusd`). Letters and digits only.
 */
export function tokensOfFigure({ low, high, facts, kind }: ClaimFigure): string[] {
  const tokens: string[] = [];
  for (const end of low === high ? [low] : [low, high]) {
    const value = Math.abs(indexed(end, facts.unit));
    if (value === 0) {
      tokens.push('0n0');
      continue;
    }
    tokens.push(`0n${plain(value.toPrecision(12))}`);
    if (value >= 10 || value % 1 !== 0) tokens.push(`0r${plain(value.toExponential(1), true)}`);
  }
  if (kind === 'money' && facts.unit !== null)
    tokens.push(`0u${facts.unit.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}`);
  return tokens;
}

/** A number in letters and digits: `p` for the point, `m` for a minus in the exponent. */
function plain(written: string, keepsPower = false): string {
  const number = keepsPower ? written : String(Number(written));
  return number.replace('.', 'p').replace('e+', 'e').replace('e-', 'em');
}
