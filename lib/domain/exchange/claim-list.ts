/**
 * Which claims an export contains, and in which formats.
 *
 * The preview, every format and the summary in a file use this one rule. It works on claims as the reader sees them, so
 * that what a blind first pass hides is in no file.
 */

import type { ClaimView, SpeakerView } from '#lib/domain/claims/claim-view';
import { isSettled, type Standing, standings } from '#lib/domain/claims/standing';
import type { PersonView } from '#lib/domain/people/person-view';
import { type ClaimKind, claimKinds } from '#lib/reading/claim-kinds';

/** An empty list matches every claim. A claim is listed if it matches all four. */
export type ClaimFilter = {
  standings: Standing[];
  kinds: ClaimKind[];
  /** Speaker ids; `ownText` stands for claims in the article's own words. */
  speakers: string[];
  /** Ids of people; at least one of them judged the claim. */
  reviewers: string[];
};

/** Used in place of a speaker's id where nobody is quoted. */
export const ownText = '';

export const everyClaim: ClaimFilter = { standings: [], kinds: [], speakers: [], reviewers: [] };

/** The usual choices, one click each. Disputed contains what must not be printed as it is. */
export const listPresets = {
  all: everyClaim,
  verified: { ...everyClaim, standings: ['verified'] },
  disputed: { ...everyClaim, standings: ['disputed', 'false', 'contested'] },
} as const satisfies Record<string, ClaimFilter>;
export type ListPreset = keyof typeof listPresets;

export const listFormats = [
  'xlsx',
  'docx',
  'csv',
  'markdown',
  'json',
  'annotations',
  'claim-review',
  'article',
  'packet',
] as const;
export type ListFormat = (typeof listFormats)[number];

/** Whether a format takes a choice of claims; a whole article and a packet of it always contain everything. */
export const takesFilter = (format: ListFormat): boolean => format !== 'article' && format !== 'packet';

type Listable = Pick<ClaimView, 'standing' | 'kind'> & {
  speaker: Pick<SpeakerView, 'id' | 'name'> | null;
  judgements: { reviewer: PersonView }[];
};

const speakerOf = ({ speaker }: Listable): string => speaker?.id ?? ownText;

/** How each part of a filter is checked. */
const asks = {
  standings: (filter: ClaimFilter, claim: Listable) => filter.standings.includes(claim.standing),
  kinds: (filter: ClaimFilter, claim: Listable) => filter.kinds.includes(claim.kind),
  speakers: (filter: ClaimFilter, claim: Listable) => filter.speakers.includes(speakerOf(claim)),
  reviewers: (filter: ClaimFilter, claim: Listable) =>
    claim.judgements.some(({ reviewer }) => filter.reviewers.includes(reviewer.id)),
} satisfies Record<keyof ClaimFilter, (filter: ClaimFilter, claim: Listable) => boolean>;

const parts = ['standings', 'kinds', 'speakers', 'reviewers'] as const;

/** Whether a claim matches a filter. */
export function isListed(claim: Listable, filter: ClaimFilter): boolean {
  return parts.every((part) => filter[part].length === 0 || asks[part](filter, claim));
}

/**
 * Whether an export contains a claim: the whole article contains all claims; ClaimReview only settled
 * ones.
 */
export function isExported(claim: Listable, filter: ClaimFilter, format: ListFormat): boolean {
  if (!takesFilter(format)) return true;
  return isListed(claim, filter) && (format !== 'claim-review' || isSettled(claim.standing));
}

/** The preset that equals a filter, in any order; null where there is none. */
export function presetOf(filter: ClaimFilter): ListPreset | null {
  const names = Object.keys(listPresets) as ListPreset[];
  const isSame = (one: readonly string[], other: readonly string[]) =>
    one.length === other.length && one.every((value) => other.includes(value));
  return names.find((name) => parts.every((part) => isSame(filter[part], listPresets[name][part]))) ?? null;
}

/** A choice within one part of a filter, with the number of claims it would match under the other parts. */
export type Choice<Value extends string> = { value: Value; count: number };
/** `name` is null for the article's own text. */
export type NamedChoice = Choice<string> & { name: string | null };

export type FilterChoices = {
  standings: Choice<Standing>[];
  kinds: Choice<ClaimKind>[];
  speakers: NamedChoice[];
  reviewers: NamedChoice[];
};

/**
 * The choices for a filter: everything that occurs among the claims, people and speakers with the most claims first.
 * They do not depend on the filter, so that a choice stays in its place. Each is counted under the other parts of the
 * filter, so the number says what choosing it gives.
 */
export function filterChoices(claims: Listable[], filter: ClaimFilter): FilterChoices {
  const counts = { standings: tallies(), kinds: tallies(), speakers: tallies(), reviewers: tallies() };
  const names = new Map<string, string | null>();
  const occurring = new Map<string, number>();
  for (const claim of claims) {
    const failed = parts.filter((part) => filter[part].length > 0 && !asks[part](filter, claim));
    const reviewers = new Map(claim.judgements.map(({ reviewer }) => [reviewer.id, reviewer.name]));
    const values = {
      standings: [claim.standing],
      kinds: [claim.kind],
      speakers: [speakerOf(claim)],
      reviewers: [...reviewers.keys()],
    };
    for (const id of [...values.speakers, ...values.reviewers]) occurring.set(id, (occurring.get(id) ?? 0) + 1);
    for (const part of parts) {
      const isCounted = failed.length === 0 || (failed.length === 1 && failed[0] === part);
      for (const value of values[part]) counts[part].add(value, isCounted ? 1 : 0);
    }
    names.set(speakerOf(claim), claim.speaker?.name ?? null);
    for (const [id, name] of reviewers) names.set(id, name);
  }
  const inOrder = <Value extends string>(order: readonly Value[], { of }: ReturnType<typeof tallies>) =>
    order.flatMap((value) => (of.has(value) ? [{ value, count: of.get(value) ?? 0 }] : []));
  const named = ({ of }: ReturnType<typeof tallies>): NamedChoice[] =>
    [...of]
      .map(([value, count]) => ({ value, count, name: names.get(value) ?? null }))
      .sort(
        (a, b) =>
          (occurring.get(b.value) ?? 0) - (occurring.get(a.value) ?? 0) || (a.name ?? '').localeCompare(b.name ?? ''),
      );
  return {
    standings: inOrder(standings, counts.standings),
    kinds: inOrder(claimKinds, counts.kinds),
    speakers: named(counts.speakers),
    reviewers: named(counts.reviewers),
  };
}

function tallies() {
  const of = new Map<string, number>();
  return { of, add: (value: string, count: number) => of.set(value, (of.get(value) ?? 0) + count) };
}

/** A filter as a query string: `standing=false&standing=disputed&speaker=`. */
export function queryOf(filter: ClaimFilter): URLSearchParams {
  const query = new URLSearchParams();
  for (const value of filter.standings) query.append('standing', value);
  for (const value of filter.kinds) query.append('kind', value);
  for (const value of filter.speakers) query.append('speaker', value);
  for (const value of filter.reviewers) query.append('reviewer', value);
  return query;
}
