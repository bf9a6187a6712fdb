import { cache } from 'react';
import { publishedReport } from '#lib/data/report/reports';
import { database } from '#lib/server/database';

/** The report behind a link, read once for a page and what describes it. */
export const readPublished = cache((slug: string) => publishedReport(database(), decodeSlug(slug)));

/** A link's last part as the browser sends it; one that is badly encoded names nothing. */
function decodeSlug(slug: string): string {
  try {
    return decodeURIComponent(slug).normalize('NFC');
  } catch {
    return '';
  }
}
