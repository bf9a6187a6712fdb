/**
 * The review page's view as it travels to the browser: an article may have thousands of claims and suggestions, and written
 * out one by one they are many times the size of its text. What most of them have in common goes in columns, words that stand
 * in the text go as places, and what was found about a claim goes as it is. `unpackReview` gives the same view again.
 */
import { paragraphKinds } from '#lib/domain/articles/article';
import type { ParagraphView } from '#lib/domain/articles/article-view';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { type Standing, standings } from '#lib/domain/claims/standing';
import { type SuggestionView, suggestionIdAt } from '#lib/domain/claims/suggestion';
import type { PersonView } from '#lib/domain/people/person-view';
import { type ClaimKind, claimKinds } from '#lib/reading/claim-kinds';
import type { ReviewView } from './review';
import type { ReviewUpdate } from './update';

/** What a claim is as long as nobody has found anything about it. */
const untouched = {
  checkWorthy: true,
  weight: 'normal',
  speaker: null,
  figure: null,
  metric: null,
  derivations: [],
  quoteChecks: [],
  judgements: [],
  hiddenJudgements: 0,
  returnNote: null,
  correction: null,
  ruling: null,
  evidence: [],
  lookAgain: null,
  earlier: null,
} as const satisfies Partial<ClaimView>;

type Found = Partial<Pick<ClaimView, keyof typeof untouched>>;
const foundKeys = Object.keys(untouched) as (keyof typeof untouched)[];

/** Places in the text: the paragraph's index in a list, and UTF-16 indices in it. */
type Places = { paragraph: number[]; start: number[]; length: number[]; kind: number[] };

type PackedClaims = Places & {
  id: string[];
  number: number[];
  /** How many characters of the text before and after are the claim's prefix and suffix. */
  before: number[];
  after: number[];
  standing: number[];
  version: number[];
  edition: number[];
  createdBy: number[];
  /** Milliseconds since 1970. */
  createdAt: number[];
  updatedAt: (number | null)[];
  /** What differs from `untouched`, by the claim's index. */
  found: Record<number, Found>;
  people: PersonView[];
  /** Claims whose words do not stand where they should, as they are. */
  whole: ClaimView[];
};

type PackedSuggestions = Places & {
  /** The ids of paragraphs that `paragraph` counts, after those of the paragraphs that travel along. */
  paragraphs: string[];
  /** Ids that do not follow from the place, by the suggestion's index. */
  id: Record<number, string>;
  /** Thousandths. */
  score: number[];
  /** Indices of `reasonLists`, whose numbers are indices of `reasonNames`. */
  reasons: number[];
  reasonLists: number[][];
  reasonNames: SuggestionView['reasons'];
  /** Indices of `speakerNames`, by the suggestion's index, where somebody is named. */
  speaker: Record<number, number>;
  speakerNames: string[];
};

type PackedParagraphs = {
  id: string[];
  number: number[];
  kind: number[];
  text: string[];
  /** Why one is no part of the article's own text, by its index, where that is so. */
  reason: Record<number, ParagraphView['reason']>;
};

export type PackedReview = Omit<ReviewView, 'paragraphs' | 'claims' | 'suggestions'> & {
  paragraphs: PackedParagraphs;
  claims: PackedClaims;
  suggestions: PackedSuggestions;
};

/** What brings a view up to date, as it travels: every act of marking sends all suggestions that are left. */
export type PackedUpdate = Omit<ReviewUpdate, 'suggestions'> & { suggestions: PackedSuggestions | null };

export const packUpdate = (update: ReviewUpdate): PackedUpdate => ({
  ...update,
  suggestions: update.suggestions && packSuggestions(update.suggestions, []),
});

export const unpackUpdate = (packed: PackedUpdate): ReviewUpdate => ({
  ...packed,
  suggestions: packed.suggestions && unpackSuggestions(packed.suggestions, []),
});

export function packReview(view: ReviewView): PackedReview {
  const { paragraphs } = view;
  const index = new Map(paragraphs.map(({ id }, at) => [id, at]));
  return {
    ...view,
    paragraphs: packParagraphs(paragraphs),
    claims: packClaims(view.claims, paragraphs, index),
    suggestions: packSuggestions(view.suggestions, idsOf(paragraphs)),
  };
}

export function unpackReview(packed: PackedReview): ReviewView {
  const paragraphs = unpackParagraphs(packed.paragraphs);
  return {
    ...packed,
    paragraphs,
    claims: unpackClaims(packed.claims, paragraphs),
    suggestions: unpackSuggestions(packed.suggestions, packed.paragraphs.id),
  };
}

const idsOf = (paragraphs: ParagraphView[]): string[] => paragraphs.map(({ id }) => id);

function packParagraphs(paragraphs: ParagraphView[]): PackedParagraphs {
  return {
    id: idsOf(paragraphs),
    number: paragraphs.map(({ number }) => number),
    kind: paragraphs.map(({ kind }) => paragraphKinds.indexOf(kind)),
    text: paragraphs.map(({ text }) => text),
    reason: Object.fromEntries(paragraphs.flatMap(({ reason }, at) => (reason === null ? [] : [[at, reason]]))),
  };
}

function unpackParagraphs({ id, number, kind, text, reason }: PackedParagraphs): ParagraphView[] {
  return id.map((own, at) => ({
    id: own,
    number: number[at] ?? at + 1,
    kind: paragraphKinds[kind[at] ?? 0] ?? 'body',
    text: text[at] ?? '',
    reason: reason[at] ?? null,
  }));
}

/** Gives each value an index, the same value the same one. */
class Table<T> {
  readonly values: T[] = [];
  private readonly known = new Map<string, number>();

  constructor(values: T[] = []) {
    for (const value of values) this.indexOf(value);
  }

  indexOf(value: T): number {
    const key = JSON.stringify(value);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.known.set(key, this.values.length);
    return this.values.push(value) - 1;
  }
}

const noPlaces = (): Places => ({ paragraph: [], start: [], length: [], kind: [] });

type Placed = { start: number; end: number; kind: ClaimKind };

function addPlace(places: Places, { start, end, kind }: Placed, paragraph: number): void {
  places.paragraph.push(paragraph);
  places.start.push(start);
  places.length.push(end - start);
  places.kind.push(claimKinds.indexOf(kind));
}

function placeAt(places: Places, at: number): Placed {
  const start = places.start[at] ?? 0;
  return {
    start,
    end: start + (places.length[at] ?? 0),
    kind: claimKinds[places.kind[at] ?? 0] ?? 'fact',
  };
}

function packClaims(
  claims: ClaimView[],
  paragraphs: ParagraphView[],
  index: ReadonlyMap<string, number>,
): PackedClaims {
  const people = new Table<PersonView>();
  const packed: PackedClaims = {
    ...noPlaces(),
    id: [],
    number: [],
    before: [],
    after: [],
    standing: [],
    version: [],
    edition: [],
    createdBy: [],
    createdAt: [],
    updatedAt: [],
    found: {},
    people: people.values,
    whole: [],
  };
  for (const claim of claims) {
    const paragraph = index.get(claim.paragraphId) ?? -1;
    const text = paragraphs[paragraph]?.text;
    if (text === undefined || !standsIn(text, claim)) {
      packed.whole.push(claim);
      continue;
    }
    const found = foundOf(claim);
    if (found) packed.found[packed.id.length] = found;
    addPlace(packed, claim, paragraph);
    packed.id.push(claim.id);
    packed.number.push(claim.number);
    packed.before.push(claim.prefix.length);
    packed.after.push(claim.suffix.length);
    packed.standing.push(standings.indexOf(claim.standing));
    packed.version.push(claim.version);
    packed.edition.push(claim.edition);
    packed.createdBy.push(people.indexOf(claim.createdBy));
    packed.createdAt.push(Date.parse(claim.createdAt));
    packed.updatedAt.push(claim.updatedAt === null ? null : Date.parse(claim.updatedAt));
  }
  return packed;
}

/** Whether a claim's words and what stands around them are what the text holds there. */
const standsIn = (text: string, { start, end, exact, prefix, suffix }: ClaimView): boolean =>
  text.slice(start, end) === exact &&
  text.slice(Math.max(0, start - prefix.length), start) === prefix &&
  text.slice(end, end + suffix.length) === suffix;

function foundOf(claim: ClaimView): Found | null {
  const keys = foundKeys.filter((key) => {
    const value = claim[key];
    return Array.isArray(value) ? value.length > 0 : value !== untouched[key];
  });
  return keys.length > 0 ? Object.fromEntries(keys.map((key) => [key, claim[key]])) : null;
}

function unpackClaims(packed: PackedClaims, paragraphs: ParagraphView[]): ClaimView[] {
  const claims = packed.id.map((id, at): ClaimView => {
    const place = placeAt(packed, at);
    const { id: paragraphId = '', text = '' } = paragraphs[packed.paragraph[at] ?? -1] ?? {};
    const updatedAt = packed.updatedAt[at] ?? null;
    return {
      id,
      ...place,
      paragraphId,
      number: packed.number[at] ?? 0,
      exact: text.slice(place.start, place.end),
      prefix: text.slice(place.start - (packed.before[at] ?? 0), place.start),
      suffix: text.slice(place.end, place.end + (packed.after[at] ?? 0)),
      standing: standings[packed.standing[at] ?? -1] ?? ('open' satisfies Standing),
      version: packed.version[at] ?? 1,
      edition: packed.edition[at] ?? 1,
      createdBy: packed.people[packed.createdBy[at] ?? 0] ?? { id: '', name: '' },
      createdAt: new Date(packed.createdAt[at] ?? 0).toISOString(),
      updatedAt: updatedAt === null ? null : new Date(updatedAt).toISOString(),
      ...untouched,
      derivations: [],
      quoteChecks: [],
      judgements: [],
      evidence: [],
      ...packed.found[at],
    };
  });
  return [...claims, ...packed.whole];
}

/** `paragraphIds`: of the paragraphs that travel along, in their order. */
function packSuggestions(suggestions: SuggestionView[], paragraphIds: string[]): PackedSuggestions {
  const paragraphs = new Table<string>(paragraphIds);
  const reasonLists = new Table<number[]>();
  const reasonNames = new Table<SuggestionView['reasons'][number]>();
  const speakerNames = new Table<string>();
  const packed: PackedSuggestions = {
    ...noPlaces(),
    paragraphs: [],
    id: {},
    score: [],
    reasons: [],
    reasonLists: reasonLists.values,
    reasonNames: reasonNames.values,
    speaker: {},
    speakerNames: speakerNames.values,
  };
  for (const [at, suggestion] of suggestions.entries()) {
    const { id, paragraphId, score, reasons, speaker } = suggestion;
    addPlace(packed, suggestion, paragraphs.indexOf(paragraphId));
    if (id !== suggestionIdAt(suggestion)) packed.id[at] = id;
    // Cut off, not rounded: what is not likely must not become so.
    packed.score.push(Math.floor(score * 1_000));
    packed.reasons.push(reasonLists.indexOf(reasons.map((reason) => reasonNames.indexOf(reason))));
    if (speaker !== null) packed.speaker[at] = speakerNames.indexOf(speaker);
  }
  return { ...packed, paragraphs: paragraphs.values.slice(paragraphIds.length) };
}

function unpackSuggestions(packed: PackedSuggestions, paragraphIds: string[]): SuggestionView[] {
  const paragraphs = [...paragraphIds, ...packed.paragraphs];
  const reasonLists = packed.reasonLists.map((list) => list.flatMap((name) => packed.reasonNames[name] ?? []));
  return packed.score.map((score, at) => {
    const place = { ...placeAt(packed, at), paragraphId: paragraphs[packed.paragraph[at] ?? -1] ?? '' };
    return {
      id: packed.id[at] ?? suggestionIdAt(place),
      ...place,
      score: score / 1_000,
      reasons: reasonLists[packed.reasons[at] ?? -1] ?? [],
      speaker: packed.speakerNames[packed.speaker[at] ?? -1] ?? null,
    };
  });
}
