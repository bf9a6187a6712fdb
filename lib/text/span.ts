/**
 * Spans of one text, in UTF-16 indices: where a claim may start and end, and how overlapping claims are drawn.
 *
 * A span never cuts a character. "Character" means what a user perceives as one, an extended grapheme cluster (Unicode
 * UAX #29): a family emoji, a letter with its accents and a surrogate pair are one each.
 */
import { TakenPlaces } from './taken-places';

export type Span = { start: number; end: number };

let segmenter: Intl.Segmenter | undefined;

/** Made when it is first needed: making one takes a phone tens of milliseconds, and most texts never need it. */
const graphemes = (): Intl.Segmenter => {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  return segmenter;
};

/**
 * How far around an index to segment at least: the longest emoji in use (flags of subdivisions) have fewer than 40
 * units.
 */
const reach = 64;

/**
 * Whether a text may be cut here without moving a later boundary. Flags pair up from the first of their run and marks
 * pile up on a letter, both without limit, so a window opens and closes at a letter, digit, space or punctuation mark.
 */
function isSafeCut(text: string, index: number): boolean {
  if (index <= 0 || index >= text.length) return true;
  return /^[\p{L}\p{N}\p{P}\p{Z}]/u.test(String.fromCodePoint(text.codePointAt(index) ?? 0));
}

/**
 * Letters and signs below the combining marks, Han characters and full-width forms, and the punctuation that stands with
 * them: no rule of UAX #29 joins two of these, but for a line feed after a carriage return.
 */
const standsAlone = (code: number): boolean =>
  code < 0x300 ||
  (code >= 0x3400 && code <= 0x9fff) ||
  (code >= 0x2010 && code <= 0x2027) ||
  (code >= 0x3000 && code <= 0x3029) ||
  (code >= 0xff01 && code <= 0xff60);

/** The cluster that holds `index`, or an empty span where `index` lies between two. */
function clusterAt(text: string, index: number): Span {
  if (index <= 0 || index >= text.length) return { start: index, end: index };
  // Two characters that never join with another one: the usual case, without the segmenter.
  if (
    standsAlone(text.charCodeAt(index)) &&
    standsAlone(text.charCodeAt(index - 1)) &&
    text.charCodeAt(index) !== 0x0a
  ) {
    return { start: index, end: index };
  }
  let from = Math.max(0, index - reach);
  let to = Math.min(text.length, index + reach);
  while (!isSafeCut(text, from)) from -= 1;
  while (!isSafeCut(text, to)) to += 1;
  const cluster = graphemes()
    .segment(text.slice(from, to))
    .containing(index - from);
  const start = from + (cluster?.index ?? 0);
  if (!cluster || start === index) return { start: index, end: index };
  return { start, end: start + cluster.segment.length };
}

/** Whether a span may start or end here. */
export function isCharacterBoundary(text: string, index: number): boolean {
  const cluster = clusterAt(text, index);
  return cluster.start === cluster.end;
}

/**
 * The span that a person meant by a selection: limited to the text, widened to whole characters, without white space at
 * its ends. Never wider than that: a Chinese phrase stays as it was selected. null where nothing is left.
 */
export function settleSpan(text: string, selected: Span): Span | null {
  const clamp = (index: number) => Math.min(text.length, Math.max(0, index));
  let start = clusterAt(text, clamp(Math.min(selected.start, selected.end))).start;
  let end = clusterAt(text, clamp(Math.max(selected.start, selected.end))).end;
  // By whole characters: a space with an accent is one character, and not blank.
  const isBlank = (from: number, to: number) => text.slice(from, to).trim() === '';
  while (start < end && isBlank(start, stepCharacter(text, start, 1))) start = stepCharacter(text, start, 1);
  while (end > start && isBlank(stepCharacter(text, end, -1), end)) end = stepCharacter(text, end, -1);
  return end > start ? { start, end } : null;
}

/** The boundary one character away from `index` in a direction; stays at the ends. */
export function stepCharacter(text: string, index: number, direction: 1 | -1): number {
  const next = Math.min(text.length, Math.max(0, index + direction));
  const cluster = clusterAt(text, next);
  return direction === 1 ? cluster.end : cluster.start;
}

/** One piece of a paragraph: the claims that cover it, outermost first, each with its lane. */
export type Segment = Span & { layers: { id: string; lane: number }[] };

/** How many layers a character has at most; of more spans that cover it, the longest are not drawn. */
const mostLayers = 32;

/**
 * Cuts a text at every end of a span, so that nested and crossing spans can be drawn. Lane 0 is nearest to the text;
 * spans that share a character never share a lane, and shorter ones are nearer. O(n log n), with `mostLayers` as a factor.
 */
export function layerSpans(length: number, spans: (Span & { id: string })[]): Segment[] {
  const inside = spans.filter((span) => span.start < span.end && span.start >= 0 && span.end <= length);
  const cuts = [...new Set([0, length, ...inside.flatMap((span) => [span.start, span.end])])].sort((a, b) => a - b);
  const lanes = assignLanes(inside, cuts);
  const starting = inside.filter(({ id }) => lanes.has(id)).sort((a, b) => a.start - b.start);
  const segments: Segment[] = [];
  let active: typeof inside = [];
  let next = 0;
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const [start, end] = [cuts[i] as number, cuts[i + 1] as number];
    active = active.filter((span) => span.end > start);
    for (let span = starting[next]; span && span.start === start; span = starting[next]) {
      active.push(span);
      next += 1;
    }
    const layers = active.map((span) => ({ id: span.id, lane: lanes.get(span.id) ?? 0 }));
    segments.push({ start, end, layers: layers.sort((a, b) => b.lane - a.lane) });
  }
  return segments;
}

/** The lane of each span by its id, the shortest first; none for those that find all lanes taken. */
function assignLanes(spans: (Span & { id: string })[], cuts: readonly number[]): Map<string, number> {
  const shortestFirst = [...spans].sort(
    (a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start || (a.id < b.id ? -1 : 1),
  );
  const places = new Map(cuts.map((cut, place) => [cut, place]));
  const taken: TakenPlaces[] = [];
  const lanes = new Map<string, number>();
  for (const { id, start, end } of shortestFirst) {
    const [from, to] = [places.get(start) ?? 0, places.get(end) ?? 0];
    let lane = taken.findIndex((places) => places.isFree(from, to));
    if (lane < 0) {
      if (taken.length === mostLayers) continue;
      lane = taken.push(new TakenPlaces(cuts.length)) - 1;
    }
    taken[lane]?.take(from, to);
    lanes.set(id, lane);
  }
  return lanes;
}
