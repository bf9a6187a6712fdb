import { useTranslations } from 'next-intl';
import type { RowsAbout } from './claims/claim-row';
import { type QuestionRow, QuestionRows } from './claims/claim-rows';
import { Heading } from './heading';
import type { Listing } from './listing';
import { LongRows, RowsLeftOut } from './long-list';

type OpenQuestionsProps = { rows: QuestionRow[]; about: RowsAbout; listing: Listing };

/** More than this many are folded away. */
const shownAtOnce = 12;

/** What nobody has found out yet, in the article's own sentences. */
export function OpenQuestions({ rows, about, listing }: OpenQuestionsProps) {
  const t = useTranslations('report');
  const list = (some: QuestionRow[]) => (
    <ul className="report-rows report-questions text-[13.5px]">
      <LongRows rows={some} list="questions" listing={listing} note={(text) => <li>{text}</li>}>
        {(part) => <QuestionRows rows={part} about={about} />}
      </LongRows>
    </ul>
  );
  return (
    <section id="questions" className="scroll-mt-16">
      <Heading>{t('openQuestions')}</Heading>
      {list(rows.slice(0, shownAtOnce))}
      {rows.length > shownAtOnce && (
        <details open={listing.whole === 'questions'}>
          <summary className="py-2 text-[13px] font-medium">
            {t('moreQuestions', { count: rows.length - shownAtOnce })}
          </summary>
          {list(rows.slice(shownAtOnce))}
          <RowsLeftOut total={rows.length - shownAtOnce} list="questions" listing={listing} />
        </details>
      )}
    </section>
  );
}
