/** Which claims of the desk to list, and in which order. Light enough for the browser: it loads no reader. */

import { type Standing, standings } from '#lib/domain/claims/standing';
import { type ClaimKind, claimKinds } from '#lib/reading/claim-kinds';
import { isPartialDate } from '#lib/text/tidy';

/** `newest`: marked last; `best`: closest to the words; `judged`: by verdict; `published`: by the article's date. */
export const claimSorts = ['newest', 'best', 'judged', 'published'] as const;
export type ClaimSort = (typeof claimSorts)[number];

/** How many independent sources a claim has: one that has none, one alone, or some. */
export const sourceCounts = ['none', 'one', 'some'] as const;
export type SourceCount = (typeof sourceCounts)[number];

export type ClaimQuery = {
  search: string;
  standing: Standing | null;
  kind: ClaimKind | null;
  /** Each an id, or a part of a name. */
  speaker: string;
  reviewer: string;
  source: string;
  article: string;
  publisher: string;
  metric: string;
  /** A figure or range in words: claims whose figure may be of that size. */
  figure: string;
  /** ISO dates; the last day is included. */
  judgedFrom: string | null;
  judgedTo: string | null;
  publishedFrom: string | null;
  publishedTo: string | null;
  sources: SourceCount | null;
  lookAgain: boolean;
  overdue: boolean;
  sort: ClaimSort;
  /** From 1. */
  page: number;
};

/** The address parameters of a query, in the order in which an address has them. */
const names = {
  search: 'q',
  standing: 'standing',
  kind: 'kind',
  speaker: 'speaker',
  reviewer: 'reviewer',
  source: 'source',
  article: 'article',
  publisher: 'publisher',
  metric: 'metric',
  figure: 'figure',
  judgedFrom: 'judged-from',
  judgedTo: 'judged-to',
  publishedFrom: 'published-from',
  publishedTo: 'published-to',
  sources: 'sources',
  lookAgain: 'look-again',
  overdue: 'overdue',
  sort: 'sort',
  page: 'page',
} as const satisfies Record<keyof ClaimQuery, string>;

export type ClaimParameters = Record<string, string | string[] | undefined>;

/** Searches and names are cut here (UTF-16 units). */
const longest = 300;

/** The query that an address or a request asks for; what is not understood is left out. */
export function claimQuery(asked: ClaimParameters): ClaimQuery {
  const one = (name: keyof ClaimQuery) =>
    ([asked[names[name]]].flat()[0] ?? '').slice(0, longest).replaceAll('\0', ' ').toWellFormed().trim();
  const among = <T extends string>(values: readonly T[], name: keyof ClaimQuery): T | null =>
    values.find((value) => value === one(name)) ?? null;
  const day = (name: keyof ClaimQuery): string | null => {
    const text = one(name);
    return text.length === 10 && isPartialDate(text) ? text : null;
  };
  const search = one('search');
  const page = one('page');
  return {
    search,
    standing: among(standings, 'standing'),
    kind: among(claimKinds, 'kind'),
    speaker: one('speaker'),
    reviewer: one('reviewer'),
    source: one('source'),
    article: one('article'),
    publisher: one('publisher'),
    metric: one('metric'),
    figure: one('figure'),
    judgedFrom: day('judgedFrom'),
    judgedTo: day('judgedTo'),
    publishedFrom: day('publishedFrom'),
    publishedTo: day('publishedTo'),
    sources: among(sourceCounts, 'sources'),
    lookAgain: one('lookAgain') === '1',
    overdue: one('overdue') === '1',
    sort: among(claimSorts, 'sort') ?? usualSort(search),
    page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1,
  };
}

/** Words are answered with what is closest to them, everything else with what is newest. */
const usualSort = (search: string): ClaimSort => (search === '' ? 'newest' : 'best');

/** The parameters of a query, without what goes without saying. */
export function claimParameters(query: ClaimQuery): Record<string, string> {
  const said: Record<string, string> = {};
  for (const [key, name] of Object.entries(names)) {
    // The keys of a query are those of its names.
    const value = query[key as keyof ClaimQuery];
    const isUsual =
      value === null ||
      value === '' ||
      value === false ||
      (key === 'sort' && value === usualSort(query.search)) ||
      (key === 'page' && value === 1);
    if (!isUsual) said[name] = value === true ? '1' : String(value);
  }
  return said;
}

/** Filters beside the words and the standing, which have places of their own on the page. */
export const countFilters = ({ search: _, standing: __, sort: ___, page: ____, ...filters }: ClaimQuery): number =>
  Object.values(filters).filter((value) => value !== null && value !== '' && value !== false).length;
