'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { Role } from '#lib/domain/people/permission';
import { Brand } from '#ui/brand';
import { PreferenceSwitches } from '../../preference-switches';
import { Avatar } from './avatar';
import { FindButton } from './find-button';
import { MentionsLink } from './mentions-link';
import { OwnViews } from './own-views';
import { placesOf } from './places';
import { signOutHere } from './sign-out';
import type { Unread } from './unread';

type TopBarProps = { person: { id: string; name: string; email: string; role: Role }; unread: Unread };

/** The bar above every page: places, and the person with their preferences. */
export function TopBar({ person, unread }: TopBarProps) {
  const t = useTranslations('shell');
  const words = useTranslations('words.role');
  const path = usePathname();
  const places = placesOf(person);
  const links = places.map(({ href, name }) => (
    <Link
      key={href}
      href={href}
      prefetch={false}
      aria-current={path.startsWith(href) ? 'page' : undefined}
      className="rounded-md px-2.5 py-1.5 text-ink-2 hover:text-ink aria-[current=page]:bg-wash aria-[current=page]:font-medium aria-[current=page]:text-ink"
    >
      {t(`nav.${name}`)}
    </Link>
  ));
  return (
    <header className="sticky top-0 z-20 flex h-13 items-center gap-3 border-b border-line bg-paper px-4 md:gap-5 print:hidden">
      <Link href="/articles" prefetch={false} aria-label="Claimdesk">
        <Brand />
      </Link>
      <nav aria-label={t('nav.label')} className="hidden gap-1 whitespace-nowrap lg:flex">
        {links}
      </nav>
      <span className="flex-1" />
      <OwnViews />
      <FindButton places={places} />
      <MentionsLink unread={unread} />
      <button
        type="button"
        popoverTarget="account-menu"
        aria-label={t('account', { name: person.name })}
        className="rounded-full"
      >
        <Avatar person={person} />
      </button>
      {/* Another page has another menu: the one that led to it closes. */}
      <div
        key={path}
        id="account-menu"
        popover="auto"
        className="fixed inset-auto top-12 right-3 z-40 m-0 w-64 rounded-lg border border-line bg-sheet p-2 text-ink shadow-lift"
      >
        <div className="px-2 py-1.5">
          <div className="font-medium">{person.name}</div>
          <div className="text-[12.5px] break-all text-ink-3">
            {person.email} · {words(person.role)}
          </div>
        </div>
        <nav aria-label={t('nav.label')} className="grid border-t border-line-2 py-1 lg:hidden">
          {links}
        </nav>
        <div className="border-t border-line-2 px-1 py-2">
          <PreferenceSwitches />
        </div>
        <button
          type="button"
          className="w-full rounded border-t border-line-2 px-2 py-2 text-left hover:bg-wash"
          onClick={() => void signOutHere()}
        >
          {t('signOut')}
        </button>
      </div>
    </header>
  );
}
