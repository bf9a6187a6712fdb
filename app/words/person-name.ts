import { useTranslations } from 'next-intl';
import type { ReportPerson } from '#lib/domain/report/content';

/** How a person is named in a report: by their name, or by their number where names are not published. */
export function usePersonName(): (person: ReportPerson) => string {
  const t = useTranslations('report');
  return ({ number, name }) => name ?? t('reviewer', { number });
}
