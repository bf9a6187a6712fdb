import { useTranslations } from 'next-intl';
import type { ReportClaim } from '#lib/domain/report/content';
import type { RatingScale } from '#lib/domain/report/rating-scale';
import { RatingTag } from '../words/rating-tag';
import { Heading } from './heading';
import { type Listing, LongRows, RowsLeftOut } from './long-list';

type OpenQuestionsProps = {
  claims: ReportClaim[];
  language: string;
  claimHref: (number: number) => string;
  scale: RatingScale;
  listing: Listing;
};

/** More than this many are folded away. */
const shownAtOnce = 12;

/** What nobody has found out yet, in the article's own sentences. */
export function OpenQuestions({ claims, language, claimHref, scale, listing }: OpenQuestionsProps) {
  const t = useTranslations('report');
  const list = (some: ReportClaim[]) => (
    <ul className="text-[13.5px]">
      <LongRows rows={some} listing={listing} note={(text) => <li>{text}</li>}>
        {({ number, context, exact, standing }) => {
          const at = context.indexOf(exact);
          return (
            <li key={number} className="flex gap-3 border-b border-line-2 py-2 break-inside-avoid">
              <a href={claimHref(number)} className="num w-7 shrink-0 text-right text-ink-3 hover:underline">
                {number}
              </a>
              <span lang={language} className="min-w-0 flex-1 font-serif text-[14.5px]/[1.55] wrap-anywhere">
                {at < 0 ? exact : context.slice(0, at)}
                {at >= 0 && (
                  <>
                    <mark className="bg-transparent font-semibold text-ink underline decoration-line decoration-2 underline-offset-3">
                      {exact}
                    </mark>
                    {context.slice(at + exact.length)}
                  </>
                )}
              </span>
              <span className="shrink-0">
                <RatingTag scale={scale} standing={standing} />
              </span>
            </li>
          );
        }}
      </LongRows>
    </ul>
  );
  return (
    <section>
      <Heading>{t('openQuestions')}</Heading>
      {list(claims.slice(0, shownAtOnce))}
      {claims.length > shownAtOnce && (
        <details>
          <summary className="py-2 text-[13px] font-medium">
            {t('moreQuestions', { count: claims.length - shownAtOnce })}
          </summary>
          {list(claims.slice(shownAtOnce))}
          <RowsLeftOut total={claims.length - shownAtOnce} listing={listing} />
        </details>
      )}
    </section>
  );
}
