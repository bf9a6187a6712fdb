import { createTranslator } from 'next-intl';
import { z } from 'zod';
import { personOfToken } from '#lib/data/people/feed-tokens';
import { newestClaims } from '#lib/data/search/find-claims';
import { savedView, viewToken } from '#lib/data/search/saved-views';
import { claimAddress } from '#lib/domain/articles/addresses';
import { Id } from '#lib/domain/fields';
import { type Actor, may } from '#lib/domain/people/permission';
import { refuse } from '#lib/domain/refusal';
import { claimQuery } from '#lib/domain/search/claim-query';
import type { SavedView } from '#lib/domain/search/saved-view';
import { atomFeed } from '#lib/export/atom-feed';
import { database } from '#lib/server/database';
import { deskAddress } from '#lib/server/env';
import { conditional } from '#lib/server/http/etag';
import { refusalResponse } from '#lib/server/http/refusal-response';
import { currentPerson } from '#lib/server/session/session';
import { chooseLocale, type Locale } from '../../../i18n/locale';
import { messagesOf } from '../../../i18n/messages';

export const dynamic = 'force-dynamic';

const Query = z.object({ view: Id, token: z.string().max(200).optional(), lang: z.string().max(35).optional() });

/** Entries of a feed at most. */
const mostEntries = 50;

/**
 * The newest claims of a saved view as an Atom feed, for whom a secret in the address names, or who is signed in, as they
 * may see them. A secret that is wrong, of another view or ended opens nothing, session or not.
 */
export async function GET(request: Request): Promise<Response> {
  const query = Query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  // Whoever is not signed in and names no view is told no more than at any other address.
  if (!query.success) return refusalResponse(refuse((await currentPerson()) ? 'invalid-input' : 'signed-out'));
  const { view: id, token, lang } = query.data;
  const db = database();
  const person =
    token === undefined ? await currentPerson() : await personOfToken(db, viewToken(id), token, new Date());
  if (!person || !may(person, 'read')) return refusalResponse(refuse('signed-out'));
  const view = await savedView(db, person.id, id);
  if (!view) return refusalResponse(refuse('not-found'));
  const locale = chooseLocale(lang, request.headers.get('accept-language'));
  const body = await feedOf(view, person, locale, deskAddress(request));
  return conditional(request, body, {
    'Content-Type': 'application/atom+xml; charset=utf-8',
    'Content-Language': locale,
    'Cache-Control': 'private, no-cache',
    Vary: 'Accept-Language, Cookie',
    // The address may hold a secret.
    'Referrer-Policy': 'no-referrer',
  });
}

async function feedOf(
  view: SavedView & { savedAt: Date },
  viewer: Pick<Actor, 'id' | 'role'>,
  locale: Locale,
  desk: string,
): Promise<string> {
  const messages = messagesOf(locale);
  const t = createTranslator({ locale, messages, namespace: 'claims' });
  const { standing } = messages.words;
  const address = (path: string) => new URL(path, desk).href;
  const found = { now: new Date(), limit: mostEntries };
  const claims = await newestClaims(database(), claimQuery(view.query), viewer, found);
  return atomFeed(
    {
      of: 'claim',
      name: `view ${view.id}`,
      title: t('feed.channel', { name: view.name }),
      subtitle: t('feed.channelText'),
      language: locale,
      since: view.savedAt,
      link: address(`/claims?${new URLSearchParams(view.query)}`),
      self: address(`/api/claims/feed?${new URLSearchParams({ view: view.id })}`),
    },
    claims.map((claim) => {
      const { article, exact, id, createdAt, judgedAt, number, reads, sources, speaker } = claim;
      const told = [reads?.[locale], speaker?.name, t('row.sources', { count: sources })];
      return {
        id,
        title: t('feed.entry', { standing: standing[claim.standing], words: exact }),
        link: address(claimAddress(article.id, number)),
        summary: [told.filter(Boolean).join(' · '), t('row.article', { title: article.title, number })].join('\n'),
        updated: new Date(judgedAt ?? createdAt),
      };
    }),
  );
}
