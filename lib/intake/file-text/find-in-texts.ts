/** Looks for a claim, and for the excerpts of its evidence, in the texts of sources. Runs in a worker process alone. */
import {
  findFiguresInReading,
  findQuoteInSource,
  type QuoteInSource,
  readForFigures,
  type SourceReading,
} from '#lib/domain/claims/in-source';
import { type FileText, joinParts, locatorAt, type PackedText } from '#lib/domain/files/file-text';
import type {
  Bearing,
  CheckedExcerpt,
  FoundForClaims,
  FoundInTexts,
  FoundPassage,
  PlaceInTexts,
} from '#lib/domain/files/found-in-texts';
import { diffTexts } from '#lib/domain/revisions/diff';
import { type QuoteRelation, quoteRelations } from '#lib/domain/sources/relations';
import { detectLanguage } from '#lib/intake/text/language';
import { joinsWithoutSpace } from '#lib/intake/text/line';
import { splitSentences } from '#lib/text/sentences';
import type { Span } from '#lib/text/span';
import { unpackText } from './packed-text';
import { readPageText } from './read-file-text';

/** `quote` and `figure`: the claim's words, where it is of that kind. A text is a file's, or the markup of a capture. */
export type Search = {
  quote: string | null;
  figure: string | null;
  excerpts: { evidenceId: string; sourceId: string; excerpt: string }[];
  texts: { sourceId: string; packed: PackedText | null; html: string | null }[];
};

/** Milliseconds; the worker's own limit is beyond. */
const longestSearch = 30_000;
/** Passages that are shown, and figures of one text among them. */
const mostPassages = 5;
const mostOfText = 3;
/** UTF-16 units of a passage around a figure. */
const longestPassage = 400;

type Text = { number: number; sourceId: string; text: string; placeOf: (span: Span) => PlaceInTexts };

/**
 * Searches the texts in their order, for as long as time lasts. `otherLanguage`: the numbers of those in which a quote could
 * stand as a translation alone. Any texts have an answer.
 */
export function findInTexts({ quote, figure, excerpts, texts }: Search): FoundInTexts & { otherLanguage: number[] } {
  const until = performance.now() + longestSearch;
  const checked = new Map<string, CheckedExcerpt>();
  const passages: (FoundPassage & { rank: number })[] = [];
  const otherLanguage: number[] = [];
  let isPartial = false;
  for (const [number, { sourceId, packed, html }] of texts.entries()) {
    if (performance.now() > until) {
      isPartial = true;
      break;
    }
    const text = readable(number, sourceId, packed ? unpackText(packed) : readPageText(html ?? ''));
    if (quote !== null && isOtherLanguage(quote, text.text)) otherLanguage.push(number);
    for (const { evidenceId, excerpt } of excerpts.filter((one) => one.sourceId === sourceId)) {
      const found = checkExcerpt(evidenceId, excerpt, text);
      const before = checked.get(evidenceId);
      if (!before || rankOf(found.relation) < rankOf(before.relation)) checked.set(evidenceId, found);
    }
    if (quote !== null) passages.push(...quotedIn(quote, text));
    if (figure !== null) passages.push(...figuresIn(figure, text));
  }
  const best = passages.toSorted((one, other) => one.rank - other.rank).slice(0, mostPassages);
  return {
    excerpts: [...checked.values()],
    passages: best.map(({ rank: _, ...passage }) => passage),
    ...{ isPartial, otherLanguage },
  };
}

/** Whether one of two texts is Chinese and the other is not: of others, a short quote does not tell its language. */
function isOtherLanguage(quote: string, text: string): boolean {
  const [one, other] = [detectLanguage(quote), detectLanguage(text)];
  return one !== 'und' && other !== 'und' && one.startsWith('zh') !== other.startsWith('zh');
}

/** Claims of an article, in its order: a quote by its words, a figure by what it measures, a statement by its own words. */
export type ClaimsSearch = {
  claims: { claimId: string; kind: 'quote' | 'figure' | 'fact'; words: string }[];
  texts: Search['texts'];
};

/** Passages of a claim that are shown. */
const mostOfClaim = 2;

/** Looks for claims, one after the other, in all texts of a source, for as long as time lasts. */
export function findClaimsInTexts({ claims, texts }: ClaimsSearch): FoundForClaims {
  const until = performance.now() + longestSearch;
  const readTexts = texts.map(({ sourceId, packed, html }, number) =>
    readable(number, sourceId, packed ? unpackText(packed) : readPageText(html ?? '')),
  );
  const readings = new Map<Text, SourceReading>();
  const readingOf = (text: Text): SourceReading => {
    const reading = readings.get(text) ?? readForFigures(text.text);
    readings.set(text, reading);
    return reading;
  };
  const bearings: Bearing[] = [];
  for (const [at, { claimId, kind, words }] of claims.entries()) {
    if (performance.now() > until) return { bearings, left: claims.length - at };
    const found = readTexts.flatMap((text) =>
      kind === 'figure' ? figuresIn(words, text, readingOf(text)) : quotedIn(words, text),
    );
    // Of a statement in other words, nothing can be told.
    const sure = kind === 'fact' ? found.filter(({ relation }) => relation !== 'altered') : found;
    const best = sure.toSorted((one, other) => one.rank - other.rank).slice(0, mostOfClaim);
    if (best.length > 0) bearings.push({ claimId, passages: best.map(({ rank: _, ...passage }) => passage) });
  }
  return { bearings, left: 0 };
}

function readable(number: number, sourceId: string, file: FileText): Text {
  const { text, starts } = joinParts(file.parts);
  return { number, sourceId, text, placeOf: (span) => ({ text: number, locator: locatorAt(file, starts, span) }) };
}

const rankOf = (relation: QuoteRelation): number => quoteRelations.indexOf(relation);

function checkExcerpt(evidenceId: string, excerpt: string, { text, placeOf }: Text): CheckedExcerpt {
  const found = findQuoteInSource(excerpt, text);
  if (found.relation === 'absent') return { evidenceId, relation: 'absent', place: null, pieces: [] };
  return { evidenceId, relation: found.relation, place: placeOf(found), pieces: differencesOf(excerpt, found, text) };
}

/** How a quote differs from its source; nothing where it does not. */
const differencesOf = (quote: string, found: QuoteInSource, text: string) =>
  found.relation === 'verbatim' ? [] : diffTexts(inOneLine(text.slice(found.start, found.end)), inOneLine(quote));

function quotedIn(quote: string, { text, placeOf }: Text): (FoundPassage & { rank: number })[] {
  const found = findQuoteInSource(quote, text);
  if (found.relation === 'absent') return [];
  return [
    {
      ...{
        relation: found.relation,
        place: placeOf(found),
        figure: null,
        deviation: null,
        rank: rankOf(found.relation),
      },
      passage: inOneLine(text.slice(found.start, found.end)),
      pieces: differencesOf(quote, found, text),
    },
  ];
}

function figuresIn(
  claim: string,
  { text, placeOf }: Text,
  reading = readForFigures(text),
): (FoundPassage & { rank: number })[] {
  const found = findFiguresInReading(claim, reading).slice(0, mostOfText);
  return found.map(({ start, end, relation, score, deviation }) => ({
    ...{ relation, place: placeOf({ start, end }), deviation, pieces: [], rank: 1 - score },
    passage: inOneLine(text.slice(...passageAround(text, { start, end }))),
    figure: text.slice(start, end),
  }));
}

/** The sentence, or the row of a table, that a figure stands in. */
function passageAround(text: string, { start, end }: Span): [number, number] {
  const from = text.lastIndexOf('\n', start) + 1;
  const lineEnd = text.indexOf('\n', end);
  const to = lineEnd < 0 ? text.length : lineEnd;
  if (to - from <= longestPassage / 2) return [from, to];
  // A line may be a whole book: sentences are looked for near the figure.
  const [low, high] = [Math.max(from, start - longestPassage), Math.min(to, end + longestPassage)];
  const sentence = splitSentences(text, low, high).find((one) => one.start <= start && one.end >= end);
  if (sentence && sentence.end - sentence.start <= longestPassage)
    return [sentence.start, sentence.end + sentence.closing.length];
  return [Math.max(from, start - longestPassage / 2), Math.min(to, end + longestPassage / 2)];
}

/** A passage as it is cited: without the breaks and tabs of its page. */
function inOneLine(passage: string): string {
  const lines = passage.toWellFormed().split(/\s*\n\s*/);
  const joined = lines.reduce((all, line) => (joinsWithoutSpace(all, line) ? all + line : `${all} ${line}`));
  return joined.replaceAll(/\s+/g, ' ').trim();
}
