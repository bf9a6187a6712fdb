/**
 * From one revision of an article to the next: which paragraph became which, and what became of every claim. A claim is
 * never left on words that say something else without being told: it keeps its place with the same words, with other
 * words that say the same, with words that say something else, or it is gone. Pure: the desk stores what is planned here.
 */
import { moveAnchors } from '#lib/anchoring/anchor';
import { type Anchor, describeAnchor } from '#lib/anchoring/description';
import { alignLines, type Lines, Stretches } from '#lib/anchoring/lines';
import { relocatedLines } from '#lib/anchoring/relocated';
import type { BoilerplateReason, ParagraphKind } from '#lib/domain/articles/article';
import { isClauseChanged, isOtherSpeaker, speakerAt } from '#lib/reading/claim-context';
import type { ClaimKind } from '#lib/reading/claim-kinds';
import { figureIn } from '#lib/reading/proposals';
import { findQuotes } from '#lib/reading/quotes';
import { changeOf } from '#lib/reading/substance';
import { lowerBound } from '#lib/text/lower-bound';
import { type Matched, weigh } from '#lib/text/match';
import { type Span, settleSpan } from '#lib/text/span';

export type RevisedParagraph = { kind: ParagraphKind; text: string; reason?: BoilerplateReason | null };

/** Where a claim lies: `paragraph` is an index into its revision, the rest as an anchor in that paragraph's text. */
export type ClaimPlace = Anchor & { paragraph: number };

export type PlacedClaim = ClaimPlace & { kind: ClaimKind };

/** In the order in which a desk cares. */
export const fates = ['gone', 'substance', 'wording', 'moved', 'unchanged'] as const;

/**
 * What a revision did to a claim. `unchanged`: the same words at the same place of the same paragraph, whatever its number
 * is now. `moved`: the same words elsewhere. `wording`: other words that say the same. `substance`: what they say may be
 * something else, so that what was found about them is to be looked at again. `gone`: no place.
 */
export type Fate = (typeof fates)[number];

export type ClaimMove = { fate: 'gone'; place: null } | { fate: Exclude<Fate, 'gone'>; place: ClaimPlace };

/** Claims sit on no boilerplate: its text is blank to them. */
const readable = ({ kind, text }: RevisedParagraph): string => (kind === 'boilerplate' ? '' : text);

/** Texts as the lines of one text, and where each begins. */
function joined(texts: string[]): { text: string; starts: number[] } {
  const starts: number[] = [];
  let length = 0;
  for (const text of texts) {
    starts.push(length);
    length += text.length + 1;
  }
  return { text: texts.join('\n'), starts };
}

/** The index of the text that an offset of the joined ones lies in. */
const indexAt = (starts: number[], offset: number): number =>
  lowerBound(starts.length, (i) => (starts[i] ?? 0) > offset) - 1;

/**
 * Carries claims from one revision to the next, in the order given. Near linear in the texts. A claim whose passage is cut
 * by a new paragraph's end keeps the larger part, as `substance` where words were cut off.
 */
export function planRevision(
  before: RevisedParagraph[],
  after: RevisedParagraph[],
  claims: PlacedClaim[],
): ClaimMove[] {
  if (claims.length === 0) return [];
  const [from, into] = [joined(before.map(readable)), joined(after.map(readable))];
  const anchors = claims.map(({ paragraph, start, end, exact, prefix, suffix }) => {
    const shift = from.starts[paragraph] ?? 0;
    return { start: shift + start, end: shift + end, exact, prefix, suffix };
  });
  const links = alignParagraphs(before, after);
  const counterparts = counterpartsOf(links.filter(({ relation }) => relation !== 'moved'));
  const [quoted, quotes] = [findQuotes(before.map(readable)), findQuotes(after.map(readable))];
  return moveAnchors(from.text, into.text, anchors).map((located, index) => {
    const claim = claims[index];
    const settled = located && settleIn(after, into.starts, located);
    if (!claim || !located || !settled) return { fate: 'gone', place: null };
    const { paragraph, span, isCut } = settled;
    const [old, text] = [before[claim.paragraph]?.text ?? '', after[paragraph]?.text ?? ''];
    const place = { paragraph, ...describeAnchor(text, span.start, span.end) };
    const isSaidByOther = isOtherSpeaker(
      speakerAt(quoted, claim.paragraph, claim),
      speakerAt(quotes, paragraph, place),
    );
    const isOtherwise =
      isCut ||
      isSaidByOther ||
      (old !== text && (isClauseChanged(old, claim, text, place) || isOtherFigure(claim, old, text, place)));
    const change = place.exact === claim.exact ? 'none' : changeOf(claim.exact, place.exact);
    if (isOtherwise || change === 'substance') return { fate: 'substance', place };
    if (change === 'wording') return { fate: 'wording', place };
    const stays = counterparts.get(claim.paragraph) === paragraph && place.start === claim.start;
    return { fate: stays ? 'unchanged' : 'moved', place };
  });
}

/** Whether a figure claim comes down to another figure, date included: words around it may hold its unit. */
function isOtherFigure(claim: PlacedClaim, before: string, after: string, place: ClaimPlace): boolean {
  if (claim.kind !== 'figure') return false;
  const reading = (text: string, span: Span) => {
    const figure = figureIn(text, span);
    return figure && JSON.stringify({ ...figure, raw: null });
  };
  return reading(before, claim) !== reading(after, place);
}

/** The part of a span that lies in one paragraph, the largest, as a person would have marked it. */
function settleIn(paragraphs: RevisedParagraph[], starts: number[], { start, end }: Span) {
  let best: { paragraph: number; span: Span } | null = null;
  for (let i = Math.max(0, indexAt(starts, start)); i < starts.length && (starts[i] ?? 0) < end; i++) {
    const paragraph = paragraphs[i];
    if (!paragraph || paragraph.kind === 'boilerplate') continue;
    const shift = starts[i] ?? 0;
    const span = { start: Math.max(0, start - shift), end: Math.min(paragraph.text.length, end - shift) };
    if (span.end - span.start > (best ? best.span.end - best.span.start : 0)) best = { paragraph: i, span };
  }
  const span = best && settleSpan(paragraphs[best.paragraph]?.text ?? '', best.span);
  if (!best || !span) return null;
  const shift = starts[best.paragraph] ?? 0;
  const outside = wordsBetween(paragraphs, starts, start, shift + span.start);
  const beyond = wordsBetween(paragraphs, starts, shift + span.end, end);
  return { paragraph: best.paragraph, span, isCut: outside || beyond };
}

/** Whether letters or digits stand between two offsets of the joined texts. */
function wordsBetween(paragraphs: RevisedParagraph[], starts: number[], from: number, to: number): boolean {
  for (let i = Math.max(0, indexAt(starts, from)); i < starts.length && (starts[i] ?? 0) < to; i++) {
    const shift = starts[i] ?? 0;
    const part = (paragraphs[i]?.text ?? '').slice(Math.max(0, from - shift), Math.max(0, to - shift));
    if (/[\p{L}\p{N}]/u.test(part)) return true;
  }
  return false;
}

/**
 * A paragraph of one revision that became one of another, by their indices. `same`: the same text, but for width and
 * traditional characters, in order; `moved`: the same text elsewhere, or much the same; `changed`: one holds much of the other. A paragraph
 * that was split has several links, and so has one that was merged. `weight` is how much they share.
 */
export type ParagraphLink = { from: number; to: number; relation: 'same' | 'moved' | 'changed'; weight: number };

/** Of two changed paragraphs, the shorter one shares this much with the other. */
const leastShared = 0.5;

/** Links the paragraphs of two revisions, in order of `from`, then `to`. Near linear in the texts. */
export function alignParagraphs(before: { text: string }[], after: { text: string }[]): ParagraphLink[] {
  // One line for each paragraph: a line break inside of one is none here.
  const oneLine = ({ text }: { text: string }) => text.replaceAll('\n', ' ');
  const [from, into] = [joined(before.map(oneLine)), joined(after.map(oneLine))];
  const alignment = alignLines(from.text, into.text);
  const stretches = new Stretches(alignment);
  const ownOf = (lines: Lines, line: number, starts: number[]) => indexAt(starts, lines.start[line] ?? 0);
  const links: ParagraphLink[] = [];
  for (const [line, { at, shared }] of relocatedLines(alignment, stretches)) {
    const [own, other] = [ownOf(alignment.before, line, from.starts), ownOf(alignment.after, at, into.starts)];
    links.push({ from: own, to: other, relation: 'moved', weight: shared });
  }
  const seen = new Set<Matched>();
  for (let line = 0; line < alignment.to.length; line++) {
    const own = ownOf(alignment.before, line, from.starts);
    const [to, moved] = [alignment.to[line] ?? -1, alignment.moved[line] ?? -1];
    if (to >= 0 || moved >= 0) {
      const other = ownOf(alignment.after, Math.max(to, moved), into.starts);
      links.push({ from: own, to: other, relation: to >= 0 ? 'same' : 'moved', weight: Number.POSITIVE_INFINITY });
      continue;
    }
    const stretch = stretches.around(line, line);
    if (seen.has(stretch)) continue;
    seen.add(stretch);
    links.push(...sharesIn(stretch, from.starts, into.starts));
  }
  const equal = links.filter(({ relation }) => relation !== 'changed');
  const [takenFrom, takenTo] = [new Set(equal.map((one) => one.from)), new Set(equal.map((one) => one.to))];
  return links
    .filter((one) => one.relation !== 'changed' || (!takenFrom.has(one.from) && !takenTo.has(one.to)))
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Which paragraphs of a stretch share enough of their words. */
function sharesIn({ a, b, to }: Matched, starts: number[], others: number[]): ParagraphLink[] {
  const shared = new Map<number, Map<number, number>>();
  for (const [i, at] of to.entries()) {
    if (at < 0) continue;
    const own = indexAt(starts, a.start[i] ?? 0);
    const other = indexAt(others, b.start[at] ?? 0);
    const row = shared.get(own) ?? new Map<number, number>();
    row.set(other, (row.get(other) ?? 0) + (a.weight[i] ?? 0));
    shared.set(own, row);
  }
  const whole = (tokens: Matched['a'], of: number[]) => {
    const sums = new Map<number, number>();
    for (let i = 0; i < tokens.count; i++) {
      const index = indexAt(of, tokens.start[i] ?? 0);
      sums.set(index, (sums.get(index) ?? 0) + weigh(tokens, i, i + 1));
    }
    return sums;
  };
  const [own, other] = [whole(a, starts), whole(b, others)];
  return [...shared].flatMap(([from, row]) =>
    [...row].flatMap(([at, weight]): ParagraphLink[] => {
      const lighter = Math.min(own.get(from) ?? 0, other.get(at) ?? 0);
      return weight >= leastShared * lighter ? [{ from, to: at, relation: 'changed', weight }] : [];
    }),
  );
}

/** The paragraph that each one chiefly became. One that is not here is gone. */
export function counterpartsOf(links: ParagraphLink[]): Map<number, number> {
  const heaviest = new Map<number, ParagraphLink>();
  for (const link of links) if (link.weight > (heaviest.get(link.from)?.weight ?? 0)) heaviest.set(link.from, link);
  return new Map([...heaviest].map(([from, { to }]) => [from, to]));
}

/** The text that a person edits: paragraphs with a blank line between them. */
export const editableText = (paragraphs: { text: string }[]): string =>
  paragraphs.map(({ text }) => text.replace(/\n{2,}/g, '\n')).join('\n\n');

/** Reads an edited text back: what stands between blank lines is a paragraph. */
export function paragraphsIn(text: string): { text: string }[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n/)
    .map((block) => ({ text: block.trim() }))
    .filter((paragraph) => paragraph.text !== '');
}

/**
 * Gives new paragraphs their kinds: what people decided about a paragraph that is still there stays decided; of the
 * others, a changed one keeps its kind unless the new text says what it is.
 */
export function withKinds(
  before: RevisedParagraph[],
  after: { text: string; kind?: ParagraphKind; reason?: BoilerplateReason | null }[],
): RevisedParagraph[] {
  const sources = new Map<number, ParagraphLink>();
  for (const link of alignParagraphs(before, after)) {
    if (link.weight > (sources.get(link.to)?.weight ?? 0)) sources.set(link.to, link);
  }
  return after.map(({ text, kind, reason }, index) => {
    const link = sources.get(index);
    const old = link && before[link.from];
    if (old && (link.relation !== 'changed' || !kind)) return { text, kind: old.kind, reason: old.reason ?? null };
    return { text, kind: kind ?? 'body', reason: reason ?? null };
  });
}
