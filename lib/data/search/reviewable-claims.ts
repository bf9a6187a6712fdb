/** What fact-checks are made from, of claims of any articles. */

import { blindAmong } from '#lib/data/claims/blind';
import { claimView, readClaims } from '#lib/data/claims/read-claims';
import type { Queryable } from '#lib/data/database/database';
import { publicReport } from '#lib/data/report/reports';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { isSettled, type Standing } from '#lib/domain/claims/standing';
import { type PublicReport } from '#lib/domain/report/published-report';
import { redactForViewer, type Viewer } from '#lib/domain/review/blind';
import type { FoundClaim } from '#lib/domain/search/found-claim';

/** A settled claim with the paragraph that it stands in, all claims of it, its article, and what is published of that. */
export type ClaimInPlace = {
  claim: ClaimView;
  paragraph: string;
  beside: Pick<ClaimView, 'start' | 'end' | 'standing'>[];
  article: {
    id: string;
    title: string;
    publisher: string | null;
    url: string | null;
    byline: string | null;
    publishedOn: string | null;
    language: string;
  };
  published: PublicReport | null;
};

/** Reports are kept for so many articles: claims of one article mostly come after another. */
const keptReports = 20;

/** Reads, for some found claims after others, those with a verdict as a person may see them, in their order. */
export function claimsInPlace(db: Queryable, viewer: Viewer): (found: FoundClaim[]) => Promise<ClaimInPlace[]> {
  const reports = new Map<string, PublicReport | null>();
  const reportOf = async (articleId: string): Promise<PublicReport | null> => {
    const known = reports.get(articleId);
    if (known !== undefined) return known;
    const [oldest] = reports.keys();
    if (reports.size >= keptReports && oldest !== undefined) reports.delete(oldest);
    const report = await publicReport(db, articleId);
    reports.set(articleId, report);
    return report;
  };
  return async (found) => {
    const ids = found.flatMap(({ id, standing }) => (isSettled(standing) ? id : []));
    if (ids.length === 0) return [];
    const rows = await readClaims(db, ids);
    const paragraphs = await paragraphsOf(db, [...new Set(rows.map(({ paragraphId }) => paragraphId))], viewer);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const placed: ClaimInPlace[] = [];
    for (const id of ids) {
      const row = byId.get(id);
      const place = row && paragraphs.get(row.paragraphId);
      if (!place) continue;
      const { text, beside, article } = place;
      const claim = redactForViewer(viewer, claimView(row), { blindFirstPass: article.blindFirstPass });
      placed.push({ claim, paragraph: text, beside, article, published: await reportOf(article.id) });
    }
    return placed;
  };
}

/** Paragraphs by their ids, with the claims that are marked in them as a person may see them. */
async function paragraphsOf(db: Queryable, ids: string[], viewer: Viewer) {
  const rows = await db.paragraph.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      text: true,
      claims: {
        where: { removedAt: null, orphanedAt: null },
        select: { id: true, start: true, end: true, standing: true },
      },
      revision: {
        select: {
          article: {
            select: {
              ...{ id: true, title: true, publisher: true, url: true, byline: true, publishedOn: true },
              ...{ language: true, blindFirstPass: true },
            },
          },
        },
      },
    },
  });
  const blind = await blindAmong(
    db,
    viewer,
    rows.flatMap(({ claims }) => claims.map(({ id }) => id)),
  );
  return new Map(
    rows.map(({ id, text, claims, revision: { article } }) => {
      const beside = claims.map(({ id: claimId, start, end, standing }) => ({
        ...{ start, end },
        // Written by lib/data/claims alone, from values of this type.
        standing: blind.has(claimId) ? ('open' as const) : (standing as Standing),
      }));
      return [id, { text, beside, article }];
    }),
  );
}
