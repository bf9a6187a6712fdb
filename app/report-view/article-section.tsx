import { useTranslations } from 'next-intl';
import type { ReportContent } from '#lib/domain/report/content';
import { ArticleRows, type MarkedClaim, type ParagraphRow } from './article-rows';
import type { RowsAbout } from './claims/claim-row';
import { Heading } from './heading';
import { type Listing, listedAtOnce } from './listing';
import { LongRows, RowsLeftOut } from './long-list';

type ArticleSectionProps = { report: ReportContent; about: RowsAbout; listing: Listing };

/** The article with its claims underlined and numbered, where the text is published with the report. */
export function ArticleSection({ report: { article, paragraphs, claims }, about, listing }: ArticleSectionProps) {
  const t = useTranslations('report');
  const inParagraph = new Map<number, MarkedClaim[]>();
  for (const { paragraph, number, start, end, standing } of claims) {
    const some = inParagraph.get(paragraph) ?? [];
    some.push([start, end, number, standing]);
    inParagraph.set(paragraph, some);
  }
  const rows = paragraphs.flatMap(({ number, kind, text }): ParagraphRow[] =>
    text === null ? [] : [[number, kind, text, inParagraph.get(number) ?? []]],
  );
  if (rows.length === 0) return null;
  const atOnce = beginningOf(rows);
  return (
    <section id="article" className="scroll-mt-16">
      <Heading>{t('article')}</Heading>
      <div lang={article.language} className="report-article max-w-[42em] font-serif text-[15px]/[1.75] wrap-anywhere">
        <LongRows rows={rows} list="article" listing={listing} atOnce={atOnce} note={(text) => <div>{text}</div>}>
          {(part) => <ArticleRows rows={part} about={about} />}
        </LongRows>
      </div>
      <RowsLeftOut total={rows.length} list="article" listing={listing} atOnce={atOnce} />
    </section>
  );
}

/** How many paragraphs stand at the beginning: as many as hold the claims of a list's beginning, and are as many themselves. */
function beginningOf(rows: ParagraphRow[]): number {
  let marks = 0;
  const end = rows.findIndex(([, , , claims], index) => {
    marks += claims.length;
    return index > 0 && (marks > listedAtOnce || index >= listedAtOnce);
  });
  return end < 0 ? rows.length : end;
}
