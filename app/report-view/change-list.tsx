import { useFormatter, useTranslations } from 'next-intl';
import type { ReportChanges } from '#lib/domain/report/content';

/** What is other in a report than in the one before. */
export function ChangeList({ changes, language }: { changes: ReportChanges; language: string }) {
  const t = useTranslations('report.changes');
  const words = useTranslations('words.standing');
  const format = useFormatter();
  const points = (value: number | null) => (value === null ? t('none') : format.number(Math.round(value)));
  const percent = (value: number | null) => (value === null ? t('none') : format.number(value, { style: 'percent' }));
  const { score, coverage, revision, claims } = changes;
  return (
    <ul className="mt-1.5 list-disc pl-5 text-[13px] text-ink-2 marker:text-ink-3">
      {revision && <li>{t('revision', revision)}</li>}
      {score && <li>{t('score', { from: points(score.from), to: points(score.to) })}</li>}
      {coverage && <li>{t('coverage', { from: percent(coverage.from), to: percent(coverage.to) })}</li>}
      {claims.map((change) => (
        <li key={`${change.claim} ${change.what}`} className="wrap-anywhere">
          {t.rich(`claim.${change.what}`, {
            claim: change.claim,
            standing: 'standing' in change ? words(change.standing) : '',
            from: 'from' in change ? words(change.from) : '',
            to: 'to' in change ? words(change.to) : '',
            was: 'was' in change ? change.was : '',
            words: () => (
              <span lang={language} className="font-serif">
                {change.exact}
              </span>
            ),
          })}
        </li>
      ))}
    </ul>
  );
}
