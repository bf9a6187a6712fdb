import { cache } from 'react';
import { isWithdrawn, publishedReport } from '#lib/data/report/reports';
import { cardSize } from '#lib/export/report-card';
import { database } from '#lib/server/database';

/** The report behind a link, read once for a page and what describes it. */
export const readPublished = cache((slug: string) => publishedReport(database(), decodeSlug(slug)));

/** Whether an address is of a report that was withdrawn, or of a page in one. */
export async function isGone(pathname: string): Promise<boolean> {
  const [, area, slug] = pathname.split('/');
  return area === 'reports' && slug !== undefined && isWithdrawn(database(), decodeSlug(slug));
}

/** The picture that a link to a report's pages is shown with elsewhere. */
export const cardOf = ({ slug }: { slug: string }) => ({
  url: `/reports/${encodeURIComponent(slug)}/card.png`,
  ...cardSize,
});

/** A link's last part as the browser sends it; one that is badly encoded names nothing. */
function decodeSlug(slug: string): string {
  try {
    return decodeURIComponent(slug).normalize('NFC');
  } catch {
    return '';
  }
}

/** The desk's published checks as feeds, for the heads of pages. */
export const feedsOfDesk = {
  'application/atom+xml': '/reports/feed.xml',
  'application/ld+json': '/reports/feed.json',
};
