import { useTranslations } from 'next-intl';
import { checkFaults } from '#lib/domain/fact-checks/fact-check';
import type { Reading } from '#lib/domain/fact-checks/feed';
import { refuse } from '#lib/domain/refusal';
import { useRefusalText } from '../../i18n/refusal';

/** Says how a reading went, in one line. */
export function useReadingText(): (reading: Reading) => string {
  const t = useTranslations('factChecks.reading');
  const refusalText = useRefusalText();
  return (reading) => {
    const { added, changed, left, pages, pagesLeft, pagesWithout, refusal } = reading;
    if (refusal) return refusalText(refuse(refusal.code, { values: refusal.values }));
    const counted = { added, changed, pages, pagesWithout, pagesLeft };
    const faults = checkFaults.flatMap((fault) => {
      const count = left[fault] ?? 0;
      return count > 0 ? [t(`left.${fault}`, { count })] : [];
    });
    const told = (['added', 'changed', 'pages', 'pagesWithout', 'pagesLeft'] as const).flatMap((name) =>
      counted[name] > 0 ? [t(name, { count: counted[name] })] : [],
    );
    const news = added + changed === 0 ? [t('same')] : [];
    return [...news, ...told, ...faults].join(' · ');
  };
}
