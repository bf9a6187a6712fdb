/**
 * From one revision of an article to the next: which paragraph became which, and what happened to every claim. A claim
 * is never left on words with another meaning without notice: it keeps its place with the same words, with other words
 * that say the same, with words that say something else, or it is gone. Pure; the data layer stores what is planned
 * here.
 */
import { movePlaces } from '#lib/anchoring/anchor';
import { type Anchor, describeAnchor } from '#lib/anchoring/description';
import { alignParagraphs, counterpartsOf, indexAt, joinLines } from '#lib/anchoring/paragraphs';
import type { BoilerplateReason, ParagraphKind } from '#lib/domain/articles/article';
import { isClauseChanged, isOtherSpeaker, speakerAt } from '#lib/reading/claim-context';
import type { ClaimKind } from '#lib/reading/claim-kinds';
import { figureAt } from '#lib/reading/figure-at';
import { findQuotes, type Quote } from '#lib/reading/quotes';
import { changeOf } from '#lib/reading/substance';
import { type Span, settleSpan } from '#lib/text/span';

export type RevisedParagraph = { kind: ParagraphKind; text: string; reason?: BoilerplateReason | null };

/** The place of a claim: `paragraph` is an index into its revision, the rest an anchor in that paragraph's text. */
export type ClaimPlace = Anchor & { paragraph: number };

export type PlacedClaim = ClaimPlace & { kind: ClaimKind };

/** The most important first. */
export const fates = ['gone', 'substance', 'wording', 'moved', 'unchanged'] as const;

/**
 * What a revision did to a claim. `unchanged`: the same words at the same place of the same paragraph, whatever its
 * number is now. `moved`: the same words elsewhere. `wording`: other words that say the same. `substance`: the meaning
 * may have changed, so findings must be looked at again. `gone`: no place.
 */
export type Fate = (typeof fates)[number];

export type ClaimMove = { fate: 'gone'; place: null } | { fate: Exclude<Fate, 'gone'>; place: ClaimPlace };

/** Boilerplate holds no claims, so its text counts as blank. */
const readable = ({ kind, text }: RevisedParagraph): string => (kind === 'boilerplate' ? '' : text);

/**
 * Carries claims from one revision to the next, in the order given. Near linear in the length of the texts. A claim
 * whose passage is cut by a new paragraph end keeps the larger part, as `substance` if words were cut off.
 */
export function planRevision(
  before: RevisedParagraph[],
  after: RevisedParagraph[],
  claims: PlacedClaim[],
): ClaimMove[] {
  if (claims.length === 0) return [];
  const [from, into] = [joinLines(before.map(readable)), joinLines(after.map(readable))];
  const anchors = claims.map(({ paragraph, start, end, exact, prefix, suffix }) => {
    const shift = from.starts[paragraph] ?? 0;
    return { start: shift + start, end: shift + end, exact, prefix, suffix };
  });
  const links = alignParagraphs(before, after);
  const counterparts = counterpartsOf(links.filter(({ relation }) => relation !== 'moved'));
  const [quoted, quotes] = [quotesByParagraph(before), quotesByParagraph(after)];
  return movePlaces(from.text, into.text, anchors).map((located, index) => {
    const claim = claims[index];
    const settled = located && settleIn(after, into.starts, located);
    if (!claim || !located || !settled) return { fate: 'gone', place: null };
    const { paragraph, span, isCut } = settled;
    const [old, text] = [before[claim.paragraph]?.text ?? '', after[paragraph]?.text ?? ''];
    const place = { paragraph, ...describeAnchor(text, span.start, span.end) };
    const isSaidByOther = isOtherSpeaker(
      speakerAt(quoted.get(claim.paragraph), claim),
      speakerAt(quotes.get(paragraph), place),
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

/** The quotes of a text, by the paragraph that they stand in. */
function quotesByParagraph(paragraphs: RevisedParagraph[]): Map<number, Quote[]> {
  const quotes = new Map<number, Quote[]>();
  for (const quote of findQuotes(paragraphs.map(readable))) {
    const others = quotes.get(quote.paragraph);
    if (others) others.push(quote);
    else quotes.set(quote.paragraph, [quote]);
  }
  return quotes;
}

/** Whether a figure claim now has another value or date. Words around it may hold its unit. */
function isOtherFigure(claim: PlacedClaim, before: string, after: string, place: ClaimPlace): boolean {
  if (claim.kind !== 'figure') return false;
  const reading = (text: string, span: Span) => {
    const figure = figureAt(text, span);
    return figure && JSON.stringify({ ...figure, raw: null });
  };
  return reading(before, claim) !== reading(after, place);
}

/** The largest part of a span that lies in one paragraph, as a person would have marked it. */
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
