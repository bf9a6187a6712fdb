import { getFormatter, getTranslations } from 'next-intl/server';
import { agreementOf } from '#lib/domain/agreement';
import type { ClaimView } from '#lib/domain/review';

/** How far the reviewers of an article agree beyond chance, and what that allows. */
export async function AgreementSection({ claims }: { claims: ClaimView[] }) {
  const [t, format] = await Promise.all([getTranslations('report.agreement'), getFormatter()]);
  const agreement = agreementOf(claims);
  const { level, judgements } = agreement;
  return (
    <section className="break-inside-avoid">
      <h2 className="mt-9 mb-2 font-serif text-[19px] font-semibold">{t('title')}</h2>
      {level === 'unknown' ? (
        <p className="max-w-[75ch] text-ink-2">
          {agreement.claims === 0 ? t('nothing') : t('unvaried', { claims: agreement.claims, judgements })}
        </p>
      ) : (
        <>
          <p className="num">
            {t('rests', {
              // Cut, not rounded: what is shown never passes a threshold that α itself did not.
              alpha: format.number(Math.trunc(agreement.alpha * 1000) / 1000, { minimumFractionDigits: 2 }),
              ...{ claims: agreement.claims, judgements, level: t(`level.${level}`) },
            })}
          </p>
          <p className="mt-1 max-w-[75ch] text-[12.5px] text-ink-3">{t('scale')}</p>
        </>
      )}
    </section>
  );
}
