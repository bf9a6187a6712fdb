import { getFormatter, getTranslations } from 'next-intl/server';
import type { ReportAgreement } from '#lib/domain/report/content';
import { Heading } from '../heading';

/** How far the reviewers of an article agree beyond chance, and what that allows. */
export async function AgreementSection({ agreement }: { agreement: ReportAgreement }) {
  const [t, format] = await Promise.all([getTranslations('report.agreement'), getFormatter()]);
  const { alpha, level, judgements } = agreement;
  return (
    <section className="break-inside-avoid">
      <Heading>{t('title')}</Heading>
      {level === 'unknown' || alpha === null ? (
        <p className="max-w-[75ch] text-ink-2">
          {agreement.claims === 0 ? t('nothing') : t('unvaried', { claims: agreement.claims, judgements })}
        </p>
      ) : (
        <>
          <p className="num">
            {t('rests', {
              // Cut, not rounded: what is shown never passes a threshold that α itself did not.
              alpha: format.number(Math.trunc(alpha * 1000) / 1000, { minimumFractionDigits: 2 }),
              ...{ claims: agreement.claims, judgements, level: t(`level.${level}`) },
            })}
          </p>
          <p className="mt-1 max-w-[75ch] text-[12.5px] text-ink-3">{t('scale')}</p>
        </>
      )}
    </section>
  );
}
