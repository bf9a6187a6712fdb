/**
 * Runs short inputs that users of comparable tools reported, each with what must be read in it, and prints how many are
 * right of each kind. A row is `{text, kind, check}`; a check names the figures in the text (`exact`: no others; `ordered`:
 * in this order), a quote with its speaker, or words that no quote may hold; `anyOf` accepts one of several. A value,
 * unit or speaker may be a list of accepted ones, and `any` is not compared. A rate in a unit (`mile per hour`) is also met
 * by the unit and its base.
 */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from '#lib/reading/figure-types';
import { findFigures } from '#lib/reading/figures';
import { findQuotes } from '#lib/reading/quotes';

type Accepted<Value> = Value | Value[];
interface WantedFigure {
  low: Accepted<number | null>;
  high: Accepted<number | null>;
  unit: Accepted<string | null>;
}
interface WantedQuote {
  text: string;
  speaker?: string | null;
  speakers?: (string | null)[];
}
interface Check {
  figures?: WantedFigure[];
  exact?: boolean;
  ordered?: boolean;
  quote?: WantedQuote;
  noQuote?: string;
  anyOf?: Check[];
}
interface Row {
  text: string;
  kind: string;
  check: Check;
}

const listOf = <Value>(value: Accepted<Value>): Value[] => (Array.isArray(value) ? value : [value]);

/** Equal but for rounding in the last digits. */
const isNumber = (wanted: number | null, value: number | null): boolean =>
  wanted === null || value === null
    ? wanted === value
    : Math.abs(wanted - value) <= 1e-9 * Math.max(Math.abs(wanted), Math.abs(value));

function isFigure({ low, high, unit }: WantedFigure, figure: Figure): boolean {
  const units = listOf(unit);
  return (
    listOf(low).some((value) => isNumber(value, figure.low)) &&
    listOf(high).some((value) => isNumber(value, figure.high)) &&
    (units.includes('any') || units.includes(figure.unit) || units.includes(`${figure.unit} per ${figure.per}`))
  );
}

function hasFigures(wanted: WantedFigure[], { exact, ordered }: Check, text: string): boolean {
  const found = findFigures(text);
  const rest = [...found];
  for (const one of wanted) {
    const at = rest.findIndex((figure) => isFigure(one, figure));
    if (at < 0) return false;
    rest.splice(ordered ? 0 : at, ordered ? at + 1 : 1);
  }
  return !exact || found.length === wanted.length;
}

const bare = (text: string): string => text.replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '');

const nameOf = (speaker: string | null): string | null =>
  speaker === null
    ? null
    : bare(speaker)
        .toLowerCase()
        .replace(/^(?:the|an?) /, '');

function hasQuote({ text: words, speaker = null, speakers = [speaker] }: WantedQuote, text: string): boolean {
  return findQuotes(text.split('\n')).some(
    (quote) =>
      bare(quote.text) === bare(words) &&
      speakers.some((name) => name === 'any' || nameOf(name) === nameOf(quote.speaker)),
  );
}

/** Whether a text is read as a check says. */
function isReadAs(check: Check, text: string): boolean {
  const { anyOf, figures, quote, noQuote } = check;
  if (anyOf) return anyOf.some((one) => isReadAs(one, text));
  if (figures) return hasFigures(figures, check, text);
  if (quote) return hasQuote(quote, text);
  return noQuote === undefined || !findQuotes(text.split('\n')).some((found) => found.text.includes(noQuote));
}

function reading({ kind, text }: Row): string {
  const found = kind.startsWith('figure')
    ? findFigures(text).map(({ low, high, unit, per }) => `${low}..${high} ${unit}${per ? ` per ${per}` : ''}`)
    : findQuotes(text.split('\n')).map((quote) => `«${quote.text}» by ${quote.speaker}`);
  return found.join('; ') || 'nothing';
}

/** Prints how many reported inputs of each kind are read right, and with `show` those that are not. */
export function printReported(datasets: string, show: boolean): void {
  const file = join(datasets, 'reported', 'reading.jsonl');
  if (!existsSync(file)) {
    console.log(`No reported inputs at ${file}: nothing to measure.`);
    return;
  }
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): Row => JSON.parse(line));
  const misses = rows.filter(({ check, text }) => !isReadAs(check, text));
  for (const kind of new Set(rows.map((row) => row.kind))) {
    const count = rows.filter((row) => row.kind === kind).length;
    const missed = misses.filter((row) => row.kind === kind);
    console.log(`${kind.padEnd(56)} ${count - missed.length}/${count}`);
    if (show)
      for (const row of missed)
        console.log(`  ✗ ${row.text}\n     want ${JSON.stringify(row.check)}\n     got  ${reading(row)}`);
  }
  console.log(`${'all'.padEnd(56)} ${rows.length - misses.length}/${rows.length}`);
}
