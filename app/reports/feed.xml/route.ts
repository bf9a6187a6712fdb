import { createTranslator } from 'next-intl';
import { deskSettings } from '#lib/data/report/desk';
import { claimPage } from '#lib/domain/report/published-report';
import { atomFeed, type FeedEntry } from '#lib/export/atom-feed';
import { database } from '#lib/server/database';
import { deskAddress } from '#lib/server/env';
import { conditional } from '#lib/server/http/etag';
import { chooseLocale } from '../../i18n/locale';
import { messagesOf } from '../../i18n/messages';
import { publicHeaders, publishedChecks, publishedState } from '../checks';

export const dynamic = 'force-dynamic';

/** Entries at most; /reports/feed.json has all. */
const mostEntries = 100;

/** The newest published checks of the desk as an Atom feed, for everybody. Each entry leads to the page of a claim. */
export async function GET(request: Request): Promise<Response> {
  const [{ reports }, { name }] = await Promise.all([publishedState(), deskSettings(database())]);
  const address = deskAddress(request);
  const locale = chooseLocale(undefined, request.headers.get('accept-language'));
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: 'publish.feed' });
  const entries: FeedEntry[] = [];
  for await (const { check, report, number } of publishedChecks(reports, address)) {
    entries.push({
      id: `${report.id} ${number}`,
      title: t('entry', { rating: check.reviewRating.alternateName, claim: check.claimReviewed }),
      link: `${address}${claimPage(report.slug, number)}`,
      summary: [check.reviewBody, check.itemReviewed.appearance.headline].filter(Boolean).join('\n'),
      updated: report.publishedAt,
    });
    if (entries.length >= mostEntries) break;
  }
  const feed = atomFeed(
    {
      ...{ of: 'claim', name: 'published checks', title: t('title', { desk: name }), subtitle: t('text') },
      ...{ language: locale, since: new Date(0), link: `${address}/`, self: `${address}/reports/feed.xml` },
    },
    entries,
  );
  return conditional(request, feed, {
    ...publicHeaders,
    'Content-Type': 'application/atom+xml; charset=utf-8',
    'Content-Language': locale,
    Vary: 'Accept-Language',
  });
}
