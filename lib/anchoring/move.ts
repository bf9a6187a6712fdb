/**
 * Moves passages from one revision to the next when both texts are available: in unchanged paragraphs by line, in
 * changed ones by word, in paragraphs that were moved and changed within the line they became; what is still missing is
 * looked for among the new words. Invariants: a passage does not go where another passage of the old text went, unless
 * the two overlapped; it is never placed on words that came from elsewhere in the old text.
 */

import { type Matched, weigh } from '#lib/text/match';
import type { Span } from '#lib/text/span';
import { joinTokens, type Tokens, tokenFrom, tokenise, tokenTo } from '#lib/text/tokens';
import { distinctive, leastElsewhere } from './find';
import { type Alignment, alignLines, lineFrom, Stretches } from './lines';
import { type Place, placeSpan, wholeCharacters } from './place';
import { keepsWords, type Relocated, relocatedLines } from './relocated';
import { PassageIndex } from './search';

/** Context units used to find a passage elsewhere: as many as an anchor keeps. */
const surroundings = 32;

/** The share of its surroundings that must move with a short passage. */
const surroundingsElsewhere = 0.5;

/** Matched runs shorter than this many tokens are likely to be chance. */
const solidRun = 3;

/** If more than this share of a place came from other words of the old text, the place belongs to them. */
const mostClaimed = 0.5;

/** Maps spans of one text to another. */
export class SpanMover {
  private readonly alignment: Alignment;
  private readonly stretches: Stretches;
  private relocated: Relocated | null = null;
  private fresh: PassageIndex | null = null;

  constructor(
    private readonly before: string,
    private readonly after: string,
  ) {
    this.alignment = alignLines(before, after);
    this.stretches = new Stretches(this.alignment);
  }

  /** The new place of a span of the old text; null where the passage is gone. */
  move(span: Span): Place | null {
    const { before: lines } = this.alignment;
    const first = lineFrom(lines, span.start);
    let last = first;
    while (last + 1 < lines.start.length && (lines.start[last + 1] ?? 0) < span.end) last++;
    if (first >= lines.start.length || (lines.start[first] ?? 0) >= span.end) return null;
    const unchanged = this.inEqualLines(span, first, last);
    if (unchanged) return unchanged;
    return (
      placeSpan(this.stretches.around(first, last), span) ??
      (first === last ? this.inRelocatedLine(span, first) : null) ??
      this.elsewhere(span)
    );
  }

  /** The place of a span whose lines all stand together, unchanged, in the new text. */
  private inEqualLines(span: Span, first: number, last: number): Place | null {
    const { before: lines, after: others, to, moved } = this.alignment;
    const at = lineOf(to, moved, first);
    if (at < 0) return null;
    for (let i = first; i <= last; i++) if (lineOf(to, moved, i) !== at + i - first) return null;
    const shiftStart = (others.start[at] ?? 0) - (lines.start[first] ?? 0);
    const shiftEnd = (others.end[at + last - first] ?? 0) - (lines.end[last] ?? 0);
    // Beyond a line is white space, which may differ.
    const start = Math.max(span.start, lines.start[first] ?? 0) + shiftStart;
    const end = Math.min(span.end, lines.end[last] ?? 0) + shiftEnd;
    const lead = this.before.slice(span.start, Math.max(span.start, lines.start[first] ?? 0));
    const trail = this.before.slice(Math.min(span.end, lines.end[last] ?? 0), span.end);
    return {
      ...wholeCharacters(
        this.after,
        this.after.endsWith(lead, start) ? start - lead.length : start,
        this.after.startsWith(trail, end) ? end + trail.length : end,
      ),
      ...{ score: 1, left: 1, context: 1 },
    };
  }

  /**
   * The place of a span in a line that was moved and edited, if its own words stayed the same (figures may differ). If
   * the passage was reworded too, a person decides whether it is the same.
   */
  private inRelocatedLine(span: Span, line: number): Place | null {
    this.relocated ??= relocatedLines(this.alignment, this.stretches);
    const other = this.relocated.get(line);
    return other && keepsWords(other.matched, span) ? placeSpan(other.matched, span) : null;
  }

  /** The place of a passage among the new words. */
  private elsewhere(span: Span): Place | null {
    const start = Math.max(0, span.start - surroundings);
    const end = Math.min(this.before.length, span.end + surroundings);
    const tokens = tokenise(this.before, start, end);
    const [first, last] = [tokenFrom(tokens, span.start), tokenTo(tokens, span.end)];
    const own = weigh(tokens, first, last);
    // No more of the passage can be left than its words that occur there at all.
    const mayFit = (stretch: Tokens) => weightOfShared(tokens, first, last, stretch) / own >= leastElsewhere;
    let best: Place | null = null;
    for (const matched of this.freshWords().candidates(this.before, tokens, null, mayFit)) {
      const place = placeSpan(matched, span);
      if (!place || place.left < leastElsewhere || (best && place.score <= best.score)) continue;
      const isSure = own >= distinctive || (place.left === 1 && place.context >= surroundingsElsewhere);
      if (isSure && !this.isClaimed(place, span)) best = place;
    }
    return best;
  }

  private freshWords(): PassageIndex {
    if (this.fresh) return this.fresh;
    const { after: lines, taken } = this.alignment;
    const parts = lines.start.flatMap((start, i) =>
      taken[i] === 1 ? [] : [tokenise(this.after, start, lines.end[i])],
    );
    this.fresh = new PassageIndex(this.after, joinTokens(parts));
    return this.fresh;
  }

  /** Whether most of a place came, in order, from other words of the old text. */
  private isClaimed(place: Span, span: Span): boolean {
    const stretch = this.stretches.aroundAfter(lineFrom(this.alignment.after, place.start));
    const { b } = stretch;
    const from = tokenFrom(b, place.start);
    const end = tokenTo(b, place.end);
    return claimedWeight(stretch, from, end, span) > mostClaimed * weigh(b, from, end);
  }
}

/** The weight of the tokens from `from` to before `end` that occur among others. */
function weightOfShared(tokens: Tokens, from: number, end: number, { id, count }: Tokens): number {
  const there = new Set(id.subarray(0, count));
  let shared = 0;
  for (let i = from; i < end; i++) if (there.has(tokens.id[i] ?? -1)) shared += tokens.weight[i] ?? 0;
  return shared;
}

const lineOf = (to: Int32Array, moved: Int32Array, i: number): number =>
  (to[i] ?? -1) >= 0 ? (to[i] ?? -1) : (moved[i] ?? -1);

/** The weight of tokens `from`–`end` of the new text in solid runs that came from outside a span of the old text. */
function claimedWeight({ a, b, to }: Matched, from: number, end: number, span: Span): number {
  let claimed = 0;
  for (let i = 0; i < to.length; i++) {
    const at = to[i] ?? -1;
    if (at < 0) continue;
    let length = 1;
    while (to[i + length] === at + length) length++;
    for (let k = 0; k < length && length >= solidRun; k++) {
      const isOther = (a.end[i + k] ?? 0) <= span.start || (a.start[i + k] ?? 0) >= span.end;
      if (isOther && at + k >= from && at + k < end) claimed += b.weight[at + k] ?? 0;
    }
    i += length - 1;
  }
  return claimed;
}
