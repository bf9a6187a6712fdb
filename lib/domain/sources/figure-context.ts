/**
 * What the words around a figure of a source have in common with a claim: its own clause counts most, then its sentence,
 * then the rest. Invariant: a share lies from 0 to 1 and is measured against those
 * words of the claim that the source has at all, since the others tell its figures no better apart.
 */

import { featuresOf } from '#lib/domain/matching/claim-features';
import type { ClaimFacts, ClaimReading } from '#lib/domain/matching/claim-reading';
import { lowerBound } from '#lib/text/lower-bound';
import { splitSentences } from '#lib/text/sentences';
import type { Span } from '#lib/text/span';
import { crowdsOf, type EverydayNoun, everydayNounsIn, linesOfNoun } from './everyday-nouns';

/** Where a figure stands: from the figure before it to the next one, its clause, its sentence. */
export interface FigurePlace {
  own: Span;
  clause: Span;
  sentence: Span;
  /** What stands before a colon since the last full stop: the head of a list. Empty where there is none. */
  head: Span;
}

const clauseEnd = /[,;:、()\n]|\.(?!\d)|[!?]/g;

/** The places of figures in a text in comparison form, in their order. Linear. */
export function placesOf(text: string, form: string, figures: readonly Span[]): FigurePlace[] {
  const sentences = splitSentences(text, 0, text.length);
  const isInside = insideOf(figures);
  const cutsOf = (pattern: RegExp) =>
    [...form.matchAll(pattern)].map(({ index }) => index).filter((at) => !isInside(at));
  const clauses = cutsOf(clauseEnd);
  const [stops, colons] = [cutsOf(/[.!?\n]/g), cutsOf(/:/g)];
  let ownStart = 0;
  return figures.map((figure, at) => {
    const found = sentences[lowerBound(sentences.length, (i) => (sentences[i]?.end ?? 0) > figure.start)];
    const sentence = found && found.start <= figure.start ? found : { start: 0, end: text.length };
    const clause = between(clauses, figure, sentence);
    const before = figures[at - 1]?.end ?? 0;
    const behind = figures[at + 1]?.start ?? text.length;
    // What a figure came down from is of the same.
    const isSame = at > 0 && cameFrom.test(form.slice(Math.max(before, figure.start - fromReach), figure.start));
    const own = {
      start: isSame
        ? ownStart
        : Math.max(
            named(form, clauses, clause, figure, before),
            before + (lastJoin(form.slice(before, figure.start)) ?? 0),
          ),
      end: Math.min(clause.end, figure.end + (lastJoin(form.slice(figure.end, behind)) ?? behind - figure.end)),
    };
    ownStart = own.start;
    const stop = stops[lowerBound(stops.length, (i) => (stops[i] ?? 0) >= figure.start) - 1] ?? -1;
    const colon = colons[lowerBound(colons.length, (i) => (colons[i] ?? 0) > stop)] ?? Number.POSITIVE_INFINITY;
    const head = { start: stop + 1, end: colon < figure.start ? colon : stop + 1 };
    return { own, clause, sentence: { start: sentence.start, end: sentence.end }, head };
  });
}

const cameFrom = /\b(?:down|up) from $/;
const fromReach = 12;

/** Where the last word stands that joins the statement of one figure to that of the next; null where none does. */
function lastJoin(gap: string): number | null {
  return [...gap.matchAll(joins)].at(-1)?.index ?? null;
}
const joins = /\b(?:and|while|whereas|but)\b/g;

/** Where what a figure is of begins: before the comma, where nothing stands between them (`the minister, $164,000`). */
function named(form: string, cuts: readonly number[], clause: Span, { start, end }: Span, floor: number): number {
  const beside = form.slice(clause.start, start) + form.slice(end, clause.end);
  if (form.charAt(clause.start - 1) !== ',' || /\p{L}/u.test(beside)) return clause.start;
  const at = lowerBound(cuts.length, (i) => (cuts[i] ?? 0) >= clause.start - 1) - 1;
  const cut = cuts[at] ?? -1;
  return cut < floor ? clause.start : cut + 1;
}

function insideOf(figures: readonly Span[]): (at: number) => boolean {
  return (at) => {
    const figure = figures[lowerBound(figures.length, (i) => (figures[i]?.end ?? 0) > at)];
    return figure !== undefined && figure.start <= at;
  };
}

/** The stretch between two cuts around a figure, within another. */
function between(cuts: readonly number[], figure: Span, within: Span): Span {
  const after = lowerBound(cuts.length, (i) => (cuts[i] ?? 0) >= figure.end);
  const before = lowerBound(cuts.length, (i) => (cuts[i] ?? 0) >= figure.start) - 1;
  return {
    start: Math.max(within.start, before >= 0 ? (cuts[before] ?? 0) + 1 : 0),
    end: Math.min(within.end, cuts[after] ?? within.end),
  };
}

/** What a word counts by where it stands. The rest of the source tells its topic only. */
const nearness = { own: 1, clause: 0.75, sentence: 0.5, elsewhere: 0.1 };
/** The same where the figure's own words are of something else (`walk to school, 12 per cent cycle`): it takes less over. */
const takenOver = { own: 1, clause: 0.4, sentence: 0.25, elsewhere: 0.1 };
const ownTopic = 0.34;

/** As much as a term of the news lexicon. */
const nounWeight = 1.3;

/** The words of a source, by their places. */
interface KeyPlaces {
  /** Places of each key, ascending. */
  places: Map<string, number[]>;
}

/** Reads where the claim's words stand in a source. */
export class SourceContext {
  private readonly features: { weight: number; at: number[] }[] = [];
  private readonly total: number;
  /** Places of all content, for what is not explained. */
  private readonly content: number[];
  private readonly explained: Set<number>;
  private readonly nouns: EverydayNoun[];
  private readonly crowds: Set<number>;
  private readonly things: Set<number>;

  constructor(claim: ClaimFacts, source: ClaimReading) {
    const isForeign = claim.isChinese !== source.isChinese;
    const { places } = keyPlaces(source);
    this.explained = new Set();
    for (const { keys, also, weight } of featuresOf(claim, isForeign).features) {
      const at = [...keys, ...also].flatMap((key) => places.get(key) ?? []).sort((a, b) => a - b);
      for (const place of at) this.explained.add(place);
      if (at.length > 0) this.features.push({ weight, at });
    }
    this.nouns = everydayNounsIn(source.form, source.words);
    const own = everydayNounsIn(claim.form, claim.words);
    this.crowds = crowdsOf(own);
    this.things = new Set(own.map(({ thing }) => thing));
    if (isForeign) this.addNouns(own);
    this.total = this.features.reduce((sum, { weight }) => sum + weight, 0);
    this.content = [...new Set([...places.values()].flat())].sort((a, b) => a - b);
  }

  /** Everyday things, by which the other language is met; in one language the words themselves do it. */
  private addNouns(own: EverydayNoun[]): void {
    const theirs = new Map<number, number[]>();
    for (const { thing, start } of this.nouns) {
      const known = theirs.get(thing);
      if (known) known.push(start);
      else theirs.set(thing, [start]);
    }
    for (const thing of new Set(own.map((noun) => noun.thing))) {
      const at = theirs.get(thing);
      if (!at) continue;
      this.features.push({ weight: nounWeight, at });
      for (const place of at) this.explained.add(place);
    }
  }

  /** Whether the claim names the thing that an English noun means. */
  names(noun: string): boolean {
    return linesOfNoun(noun).some((thing) => this.things.has(thing));
  }

  /** Whether a figure counts people of whom the claim does not speak (医生188人 for nurses). */
  hasOtherCrowd({ own }: FigurePlace): boolean {
    const first = lowerBound(this.nouns.length, (at) => (this.nouns[at]?.start ?? 0) >= own.start);
    const last = lowerBound(this.nouns.length, (at) => (this.nouns[at]?.start ?? 0) >= own.end);
    const found = crowdsOf(this.nouns.slice(first, last));
    return this.crowds.size > 0 && found.size > 0 && ![...found].some((crowd) => this.crowds.has(crowd));
  }

  /** Whether the things named right beside a figure are the claim's; null where none is named there, or none in the claim. */
  namesBeside({ own }: FigurePlace): boolean | null {
    const first = lowerBound(this.nouns.length, (at) => (this.nouns[at]?.start ?? 0) >= own.start);
    const last = lowerBound(this.nouns.length, (at) => (this.nouns[at]?.start ?? 0) >= own.end);
    const found = this.nouns.slice(first, last);
    if (this.things.size === 0 || found.length === 0) return null;
    return found.some(({ thing }) => this.things.has(thing));
  }

  /** Whether the source has any word of the claim. */
  get isKnown(): boolean {
    return this.total > 0;
  }

  /** The weight of the claim's words that a figure's surroundings have, and of all of them that the source has. */
  shareAt(place: FigurePlace): { sum: number; total: number } {
    const { own, clause, sentence, head } = place;
    const counts = this.explainedAt(place) < ownTopic ? takenOver : nearness;
    let sum = 0;
    for (const { weight, at } of this.features) {
      const has = ({ start, end }: Span): boolean =>
        (at[lowerBound(at.length, (i) => (at[i] ?? 0) >= start)] ?? end) < end;
      const near = has(own)
        ? counts.own
        : has(clause)
          ? counts.clause
          : has(sentence) || has(head)
            ? counts.sentence
            : counts.elsewhere;
      sum += near * weight;
    }
    return { sum, total: this.total };
  }

  /** Which words of the claim stand right beside a figure, by their place among its words. */
  besideAt({ own }: FigurePlace): Set<number> {
    const has = (at: number[]): boolean =>
      (at[lowerBound(at.length, (i) => (at[i] ?? 0) >= own.start)] ?? own.end) < own.end;
    return new Set(this.features.flatMap(({ at }, i) => (has(at) ? [i] : [])));
  }

  /** The share of what stands right beside a figure that the claim has too; 1 where nothing stands there. */
  explainedAt({ own }: FigurePlace): number {
    let [count, known] = [0, 0];
    const { content } = this;
    for (let at = lowerBound(content.length, (i) => (content[i] ?? 0) >= own.start); at < content.length; at++) {
      const place = content[at] ?? 0;
      if (place >= own.end) break;
      count++;
      if (this.explained.has(place)) known++;
    }
    return count === 0 ? 1 : known / count;
  }
}

function keyPlaces({ form, concepts, words, names }: ClaimReading): KeyPlaces {
  const places = new Map<string, number[]>();
  const add = (key: string, at: number): void => {
    const known = places.get(key);
    if (known) known.push(at);
    else places.set(key, [at]);
  };
  for (const { concept, start } of concepts) for (const key of [concept.key, ...concept.also]) add(key, start);
  for (const { stem, start } of words) add(stem, start);
  for (const { keys, start } of names) for (const key of keys) add(key, start);
  for (let i = 0; i + 1 < form.length; i++) {
    if (isHanUnit(form.charCodeAt(i)) && isHanUnit(form.charCodeAt(i + 1))) add(form.slice(i, i + 2), i);
  }
  return { places };
}

const isHanUnit = (code: number): boolean => code >= 0x3400 && code <= 0x9fff;
