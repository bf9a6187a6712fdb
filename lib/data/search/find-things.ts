/** One search over everything on the desk: a few of each kind. Everything here reads, nothing writes. */

import type { Database } from '#lib/data/database/database';
import { metricsPage } from '#lib/data/ledger/ledger';
import { findSources } from '#lib/data/sources/sources';
import { speakersNamed } from '#lib/data/sources/speakers';
import { claimAddress } from '#lib/domain/articles/addresses';
import type { Viewer } from '#lib/domain/review/blind';
import { claimQuery } from '#lib/domain/search/claim-query';
import type { FoundThing, FoundThings } from '#lib/domain/search/found-things';
import { isEmptySearch, searchTerms } from '#lib/domain/search/search-terms';
import { searchWords } from '#lib/text/search';
import { askedOf } from './asked';
import { claimIds, closestFirst, foundClaims } from './find-claims';

/** So many of each kind. */
const most = 5;

/** Of so many claims, those that hold it in their own words come first: many stand in one sentence. */
const looked = 25;

const named = (name: string): FoundThing['name'] => ({ en: name, zh: name });

/**
 * What holds all words of a search, as a person may see it. The last word of a search for claims may be the beginning of
 * one. Nothing for a search without a word.
 */
export async function findThings(db: Database, search: string, viewer: Viewer, now: Date): Promise<FoundThings> {
  const words = searchWords(search);
  if (words.length === 0) return { articles: [], claims: [], speakers: [], sources: [], metrics: [] };
  const [articles, claims, speakers, sources, metrics] = await Promise.all([
    db.article.findMany({
      where: { removedAt: null, AND: words.map((word) => ({ searchText: { contains: word } })) },
      orderBy: { updatedAt: 'desc' },
      take: most,
      select: { id: true, title: true, publisher: true },
    }),
    claimsFor(db, search, viewer, now),
    db.speaker.findMany({
      where: { mergedIntoId: null, ...speakersNamed(search) },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: most,
      select: { id: true, name: true, role: true, organisation: true },
    }),
    findSources(db, search, viewer, most),
    metricsPage(db, { search, after: null, limit: most, standing: null }, viewer),
  ]);
  return {
    articles: articles.map(({ id, title, publisher }) => thing(id, named(title), `/articles/${id}`, publisher)),
    claims,
    speakers: speakers.map(({ id, name, role, organisation }) =>
      thing(id, named(name), `/speakers/${id}`, [role, organisation].filter(Boolean).join(', ') || null),
    ),
    sources: sources.map(({ id, title, publisher }) => thing(id, named(title), `/sources/${id}`, publisher)),
    metrics: metrics.items.map(({ id, titles }) => thing(id, titles, `/figures/${id}`, null)),
  };
}

const thing = (id: string, name: FoundThing['name'], address: string, beside: string | null): FoundThing => ({
  ...{ id, name, address, beside },
  standing: null,
});

async function claimsFor(db: Database, search: string, viewer: Viewer, now: Date): Promise<FoundThing[]> {
  const terms = searchTerms(search, { isTyping: true });
  if (isEmptySearch(terms)) return [];
  const asked = await askedOf(db, claimQuery({ q: search }), { viewer, now, terms });
  const claims = await foundClaims(db, await claimIds(db, asked, { from: 0, limit: looked }), asked);
  return closestFirst(claims)
    .slice(0, most)
    .map(({ id, exact, article, number, standing }) => ({
      ...thing(id, named(exact.slice(0, 200).toWellFormed()), claimAddress(article.id, number), article.title),
      standing,
    }));
}
