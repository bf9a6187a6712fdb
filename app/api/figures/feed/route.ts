import { createTranslator } from 'next-intl';
import { z } from 'zod';
import { disputedMetrics } from '#lib/data/ledger/ledger';
import { personOfToken } from '#lib/data/people/feed-tokens';
import type { LedgerEntry } from '#lib/domain/ledger/ledger';
import { type Actor, may } from '#lib/domain/people/permission';
import { refuse } from '#lib/domain/refusal';
import { atomFeed } from '#lib/export/atom-feed';
import { database } from '#lib/server/database';
import { deskAddress } from '#lib/server/env';
import { conditional } from '#lib/server/http/etag';
import { refusalResponse } from '#lib/server/http/refusal-response';
import { currentPerson } from '#lib/server/session/session';
import { chooseLocale, type Locale } from '../../../i18n/locale';
import { messagesOf } from '../../../i18n/messages';

export const dynamic = 'force-dynamic';

const Query = z.object({ token: z.string().max(200).optional(), lang: z.string().max(35).optional() });

/** The feed's own time where nothing is disputed: the same at every asking. */
const since = new Date('2026-01-01T00:00:00Z');

/**
 * Disputed figures as an Atom feed, for whom a secret in the address names, or who is signed in. A secret that is wrong or
 * was ended opens nothing, session or not.
 */
export async function GET(request: Request): Promise<Response> {
  const query = Query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return refusalResponse(refuse('invalid-input'));
  const { token, lang } = query.data;
  const person =
    token === undefined ? await currentPerson() : await personOfToken(database(), 'feed', token, new Date());
  if (!person || !may(person, 'read')) return refusalResponse(refuse('signed-out'));
  const locale = chooseLocale(lang, request.headers.get('accept-language'));
  const body = await feedOf(person, locale, deskAddress(request));
  return conditional(request, body, {
    'Content-Type': 'application/atom+xml; charset=utf-8',
    'Content-Language': locale,
    'Cache-Control': 'private, no-cache',
    Vary: 'Accept-Language, Cookie',
    // The address may hold a secret.
    'Referrer-Policy': 'no-referrer',
  });
}

async function feedOf(viewer: Pick<Actor, 'id' | 'role'>, locale: Locale, desk: string): Promise<string> {
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: 'figures.feed' });
  const address = (path: string) => new URL(path, desk).href;
  const listed = new Intl.ListFormat(locale, { type: 'unit' });
  const valuesOf = ({ observations }: LedgerEntry, from: 'claim' | 'source') => {
    const some = observations.filter((one) => one.from === from && one.stance !== 'context');
    return listed.format([...new Set(some.map(({ reads }) => reads[locale]))]);
  };
  const entries = await disputedMetrics(database(), viewer);
  return atomFeed(
    {
      ...{ of: 'metric', name: 'disputed' },
      ...{ title: t('channel'), subtitle: t('channelText'), language: locale, since },
      ...{ link: address('/figures?standing=disputed'), self: address('/api/figures/feed') },
    },
    entries.map((entry) => {
      const { id, settled, spread, changedAt } = entry.metric;
      const [said, found] = [valuesOf(entry, 'claim'), valuesOf(entry, 'source')];
      const summary = [
        said && t('said', { values: said }),
        found ? t('found', { values: found }) : t('noSource'),
        settled && t('settled', { value: settled.reads[locale] }),
        spread !== null && spread > 1 && t('spread', { spread: Math.round(spread * 100) / 100 }),
      ];
      return {
        ...{ id, title: entry.metric.titles[locale], link: address(`/figures/${id}`), updated: new Date(changedAt) },
        summary: summary.filter(Boolean).join('\n'),
      };
    }),
  );
}
