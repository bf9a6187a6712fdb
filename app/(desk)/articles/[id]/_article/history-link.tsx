'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';

/** Leads from an article's page to its history; of one claim where its number is given. */
export function HistoryLink({ claim, className }: { claim?: number; className: string }) {
  const t = useTranslations('review');
  const history = `${usePathname()}/history`;
  return (
    <Link href={claim === undefined ? history : `${history}?claim=${claim}`} prefetch={false} className={className}>
      {t('history')}
    </Link>
  );
}
