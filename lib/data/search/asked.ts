/** A query of claims with what has to be looked up before the databases are asked for it. */
import { publishersLike } from '#lib/data/articles/publishers';
import type { Queryable } from '#lib/data/database/database';
import type { Viewer } from '#lib/domain/review/blind';
import type { ClaimQuery } from '#lib/domain/search/claim-query';
import { type SearchTerms, searchTerms } from '#lib/domain/search/search-terms';
import { foldForSearch, searchWords } from '#lib/text/search';

/**
 * `publishers`: how the outlet that the query names is written in the articles. `reviewers`: the ids of the people it names.
 * Both are empty where it names none that is there.
 */
export type Asked = {
  query: ClaimQuery;
  terms: SearchTerms;
  viewer: Viewer;
  now: Date;
  publishers: string[];
  reviewers: string[];
};

/** What a statement is given of either; both engines take many more. */
const mostNamed = 1000;

/** A query as the databases are asked for it by a person. `terms`: those of its search, where they were read otherwise. */
export async function askedOf(
  db: Queryable,
  query: ClaimQuery,
  { viewer, now, terms = searchTerms(query.search) }: { viewer: Viewer; now: Date; terms?: SearchTerms },
): Promise<Asked> {
  const [publishers, reviewers] = await Promise.all([
    query.publisher === '' ? [] : publishersLike(db, query.publisher),
    query.reviewer === '' ? [] : peopleNamed(db, query.reviewer),
  ]);
  return {
    ...{ query, terms, viewer, now },
    publishers: publishers.slice(0, mostNamed),
    reviewers: reviewers.slice(0, mostNamed),
  };
}

/** The ids of the people whose id a text is, or whose name has all of its words. The engines fold letters differently, so it is done here. */
async function peopleNamed(db: Queryable, text: string): Promise<string[]> {
  const words = searchWords(text);
  const people = await db.user.findMany({ select: { id: true, name: true }, orderBy: { id: 'asc' } });
  return people.flatMap(({ id, name }) => {
    const folded = foldForSearch(name);
    return id === text || (words.length > 0 && words.every((word) => folded.includes(word))) ? id : [];
  });
}
