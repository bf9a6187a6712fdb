import type { ReportClaim, ReportContent } from '#lib/domain/report/content';
import { claimPage, type PublishedReport } from '#lib/domain/report/published-report';
import { claimReview } from '#lib/export/claim-review';

/** The claim as those who collect fact-checks read it; everything in it is to be seen on the page. */
export function markupOf(
  claim: ReportClaim,
  report: Pick<PublishedReport, 'slug' | 'publishedAt'>,
  content: ReportContent,
  { address, locale }: { address: string; locale: 'en' | 'zh' },
) {
  const { article, desk, scale } = content;
  const { text, start } = placeOf(claim, content);
  const moved = start - claim.start;
  const others = content.claims
    .filter(({ paragraph }) => paragraph === claim.paragraph)
    .map((one) => ({ standing: one.standing, start: one.start + moved, end: one.end + moved }));
  const found = claim.ruling?.text ?? claim.judgements.find(({ text, dissents }) => text && !dissents)?.text;
  const place = { ...claim, start, end: start + claim.exact.length };
  return claimReview(place, text, others, article, {
    url: address + claimPage(report.slug, claim.number),
    desk: { name: desk, url: address },
    publishedOn: report.publishedAt.slice(0, 10),
    scale,
    language: locale,
    why: found ?? null,
  });
}

/**
 * The text that a claim stands in and where it begins there: its paragraph, or the sentences around it if the article is
 * not published. Its own words alone if they occur in those more than once, as nothing tells which is meant.
 */
function placeOf({ context, exact, paragraph, start }: ReportClaim, { paragraphs }: ReportContent) {
  const text = paragraphs.find(({ number }) => number === paragraph)?.text;
  if (text?.startsWith(exact, start)) return { text, start };
  const first = context.indexOf(exact);
  const isOnce = first >= 0 && first === context.lastIndexOf(exact);
  return isOnce ? { text: context, start: first } : { text: exact, start: 0 };
}
