/**
 * Measures how passages of real documents are found in their later versions when each is taken for a quote and the version
 * for its source, beside `locateAnchor` on the same cases. A quote has its words alone; an anchor has its surroundings and
 * its place too, so `locateAnchor` is measured with and without them.
 */

import { type Anchor, describeAnchor, locateAnchor } from '#lib/anchoring/anchor';
import { findQuoteInSource } from '#lib/domain/claims/in-source';
import { dataset } from '#lib/testing/outside/datasets';
import { isAtPlace, realRevisions } from '#lib/testing/outside/revisions';
import type { Span } from '#lib/text/span';

function placeOfQuote(text: string, { exact }: Anchor): Span | null {
  const { relation, ...place } = findQuoteInSource(exact, text);
  return relation === 'absent' ? null : place;
}

/** An anchor without its surroundings and its place: no more than a quote has. */
const placeOfWords = (text: string, { exact }: Anchor): Span | null =>
  locateAnchor(text, describeAnchor(exact, 0, exact.length));

export function measureRevisions(show: boolean): void {
  const folder = dataset('revisions', '18f');
  if (!folder.isThere) {
    console.log(`Quotes in later versions are not measured: ${folder.what} is absent.`);
    return;
  }
  const revisions = realRevisions(folder.path);
  for (const [name, find] of [
    ['locateAnchor in revisions', locateAnchor],
    ['locateAnchor, words alone', placeOfWords],
    ['quotes in revisions', placeOfQuote],
  ] as const) {
    const counts = { unchanged: [0, 0], edited: [0, 0], deleted: [0, 0] };
    for (const { after, cases } of revisions)
      for (const { kind, anchor, gold } of cases) {
        const place = find(after, anchor);
        const isRight = isAtPlace(gold, place);
        counts[kind] = [(counts[kind][0] ?? 0) + Number(isRight), (counts[kind][1] ?? 0) + 1];
        if (show && !isRight && find === placeOfQuote) {
          const textAt = (span: Span | null): string => (span ? after.slice(span.start, span.end) : 'nowhere');
          console.log(`  ✗ ${kind}: ${anchor.exact}\n     is ${textAt(gold)}\n     found ${textAt(place)}`);
        }
      }
    const shares = Object.entries(counts).map(([kind, [right, all]]) => `${kind} ${right}/${all}`);
    console.log(`${name.padEnd(32)} ${shares.join(', ')}`);
  }
}
