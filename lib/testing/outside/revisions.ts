/** Real revisions of documents with passages and where they went, from the data sets, for what finds passages again. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Anchor, describeAnchor } from '#lib/anchoring/anchor';
import type { Span } from '#lib/text/span';

export type PassageKind = 'unchanged' | 'edited' | 'deleted';
/** `gold` is where the passage is in the new text; null where it is gone. */
export type RevisionCase = { kind: PassageKind; anchor: Anchor; gold: Span | null };
export type Revision = { before: string; after: string; cases: RevisionCase[] };

/** A place is right where it shares this much with the true one (length in common by length together). */
const leastShared = 0.7;

export function sharedPart(one: Span, other: Span): number {
  const common = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return common <= 0 ? 0 : common / (Math.max(one.end, other.end) - Math.min(one.start, other.start));
}

/** Whether a passage was found where it is, or missed where it is gone. */
export const isAtPlace = (gold: Span | null, place: Span | null): boolean =>
  gold && place ? sharedPart(gold, place) >= leastShared : gold === place;

/** The UTF-16 index of every code point of a text. */
function unitIndices(text: string): number[] {
  const indices = [0];
  for (const char of text) indices.push((indices.at(-1) ?? 0) + char.length);
  return indices;
}

type RawCase = { doc: string; kind: PassageKind; start: number; end: number; gold: [number, number] | null };

/** Real revisions with hand-derived places, where the data sets are at hand; their offsets count code points. */
export function realRevisions(folder: string): Revision[] {
  const raw = readFileSync(path.join(folder, 'cases.jsonl'), 'utf8')
    .trim()
    .split('\n')
    // The file's form is written beside it.
    .map((line) => JSON.parse(line) as RawCase);
  const byDocument = new Map<string, RawCase[]>();
  for (const one of raw) byDocument.set(one.doc, [...(byDocument.get(one.doc) ?? []), one]);
  return [...byDocument].map(([doc, cases]) => {
    const [before, after] = (['v1', 'v2'] as const).map(
      (version) => readFileSync(path.join(folder, 'text', `${doc}.${version}.txt`), 'utf8'),
      // One text for each of two versions.
    ) as [string, string];
    const [old, fresh] = [unitIndices(before), unitIndices(after)];
    return {
      ...{ before, after },
      cases: cases.map(({ kind, start, end, gold }) => ({
        kind,
        anchor: describeAnchor(before, old[start] ?? 0, old[end] ?? 0),
        gold: gold && { start: fresh[gold[0]] ?? 0, end: fresh[gold[1]] ?? 0 },
      })),
    };
  });
}
