'use client';

import { AtSign } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type Unread, useUnread } from './unread';

/** The most that the badge counts. */
const most = 99;

/** Leads to where the person was named and told of figures, with how often they have not looked yet. */
export function MentionsLink({ unread: loaded }: { unread: Unread }) {
  const t = useTranslations('shell');
  const unread = useUnread(loaded);
  const path = usePathname();
  return (
    <Link
      href="/mentions"
      prefetch={false}
      aria-label={t('mentions', { count: unread })}
      aria-current={path === '/mentions' ? 'page' : undefined}
      title={t('mentions', { count: unread })}
      className="relative grid size-9 place-items-center rounded-md text-ink-3 hover:bg-wash hover:text-ink aria-[current=page]:bg-wash aria-[current=page]:text-ink"
    >
      <AtSign size={18} aria-hidden="true" />
      {unread > 0 && (
        <span
          aria-hidden="true"
          className="num absolute -top-0.5 -right-1 min-w-4.5 rounded-full bg-accent px-1 text-center text-[11px]/4.5 font-semibold text-paper ring-2 ring-paper"
        >
          {unread > most ? `${most}+` : unread}
        </span>
      )}
    </Link>
  );
}
