/**
 * The text of a file, part by part, and how far it could be read. Parts stand in the file's order; a place in them, or in all
 * of them joined, is a locator.
 */
import { lowerBound } from '#lib/text/lower-bound';
import type { Span } from '#lib/text/span';
import type { Locator } from './locator';

/**
 * `no-text`: its pages are pictures. `locked`: it asks for a password. `broken`: it cannot be read. `too-long`: a limit was met;
 * the parts are what was read until then. `none`: a picture, sound or film, which has none.
 */
export const textStates = ['read', 'no-text', 'locked', 'broken', 'too-long', 'none'] as const;
export type TextState = (typeof textStates)[number];

/** What a part of a file is: a page, a sheet; the cues of a recording and other text are one part. */
export const partUnits = ['page', 'sheet', 'time', 'text'] as const;
export type PartUnit = (typeof partUnits)[number];

/**
 * `label`: the number of a page or the name of a sheet, else nothing. `marks` of a sheet: the row (from 1) of each line that
 * does not follow the row of the line before, as [line from 0, row]; of cues: the second at which each begins, as [offset,
 * seconds].
 */
export type TextPart = { label: string; text: string; marks?: [number, number][] };

/** `total`: the pages or sheets of the file, however many were read. */
export type FileText = { state: TextState; unit: PartUnit; total: number; parts: TextPart[] };

/** What a list shows of a file's text: how many parts were read, and how many of these have any. */
export type TextFacts = { state: TextState; unit: PartUnit; total: number; read: number; withText: number };

export const factsOf = ({ state, unit, total, parts }: FileText): TextFacts => ({
  ...{ state, unit, total, read: parts.length },
  withText: parts.filter(({ text }) => text !== '').length,
});

/** A text as it is stored: its facts, and its parts as lib/intake/file-text packs them. */
export type PackedText = TextFacts & { packed: Uint8Array };

/**
 * A part of a text: the one at a place among those that were read, or the first one that has a name or holds words; where none
 * does, the first of all.
 */
export type SoughtPart = { at: number } | { label: string } | { words: string };
export type FoundPart = { at: number; part: TextPart };

/** Raised when the readers of files read differently: what an older one read is read again when it is asked for. */
export const textReader = 1;

/** UTF-16 units of one file's text: a book of a thousand pages has three million. */
export const longestText = 4_000_000;

const betweenParts = '\n\n';

/** The parts as one text, and where each begins in it. A sentence that goes on over a page is not cut by more than blanks. */
export function joinParts(parts: readonly TextPart[]): { text: string; starts: number[] } {
  const starts: number[] = [];
  let at = 0;
  for (const { text } of parts) {
    starts.push(at);
    at += text.length + betweenParts.length;
  }
  return { text: parts.map(({ text }) => text).join(betweenParts), starts };
}

/** The place of a passage of the joined text: where it begins, and what of it stands in that part. */
export function locatorAt({ unit, parts }: FileText, starts: readonly number[], { start, end }: Span): Locator {
  const index = Math.max(0, lowerBound(starts.length, (i) => (starts[i] ?? 0) > start) - 1);
  const part = parts[index];
  const from = start - (starts[index] ?? 0);
  if (!part) return { kind: 'text', start, end };
  const own = { start: from, end: Math.min(end - (starts[index] ?? 0), part.text.length) };
  if (unit === 'page') return { kind: 'page', page: Number(part.label), ...(own.end > own.start && own) };
  if (unit === 'sheet') return { kind: 'cell', sheet: part.label, cell: cellAt(part, from) };
  if (unit === 'time') return { kind: 'time', seconds: lastMark(part, from)?.[1] ?? 0 };
  return { kind: 'text', start, end };
}

/** The last mark at or before a place; none where it stands before all. */
const lastMark = ({ marks = [] }: TextPart, at: number): [number, number] | undefined =>
  marks[lowerBound(marks.length, (i) => (marks[i]?.[0] ?? 0) > at) - 1];

/** A line of a sheet's text is a row, and a tab parts two cells. */
function cellAt(part: TextPart, at: number): string {
  const before = part.text.slice(0, at);
  const line = before.split('\n').length - 1;
  const [from, row] = lastMark(part, line) ?? [0, 1];
  const column = before.slice(before.lastIndexOf('\n') + 1).split('\t').length;
  return `${columnName(column)}${row + line - from}`;
}

/** The letters of a column, which is counted from 1. */
function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}
