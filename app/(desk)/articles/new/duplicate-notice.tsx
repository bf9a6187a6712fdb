'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Duplicate } from '#lib/domain/articles/near-duplicate';

/** Articles that the desk has already and that this one may be. */
export function DuplicateNotice({ duplicates }: { duplicates: Duplicate[] }) {
  const t = useTranslations('intake.duplicate');
  if (duplicates.length === 0) return null;
  return (
    <section
      aria-label={t('title')}
      className="mb-4 rounded-r-md border-l-3 border-accent bg-accent-wash px-3 py-2 text-[13.5px]"
    >
      <h2 className="font-medium">{t('title')}</h2>
      <ul className="mt-1 grid gap-1">
        {duplicates.slice(0, 3).map(({ articleId, title, by, share }) => (
          <li key={articleId} className="flex flex-wrap items-baseline gap-x-3">
            <span>
              {title}{' '}
              <span className="text-ink-3">
                · {by === 'address' ? t('address') : t('text', { share: Math.round(share * 100) })}
              </span>
            </span>
            <Link href={`/articles/${articleId}`} className="text-accent hover:underline">
              {t('open')}
            </Link>
            <Link href={`/articles/${articleId}/revise`} className="text-accent hover:underline">
              {t('revise')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
