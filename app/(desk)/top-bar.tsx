'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { DropdownMenu } from 'radix-ui';
import { Brand } from '#ui/brand';
import { PreferenceSwitches } from '../preference-switches';
import { Avatar } from './avatar';
import { signOutHere } from './sign-out';

const places = [
  { href: '/articles', name: 'articles' },
  { href: '/sources', name: 'sources' },
  { href: '/settings', name: 'settings' },
] as const;

/** The bar above every page: places, the page's own buttons (a slot), and the person. */
export function TopBar({ person }: { person: { id: string; name: string; email: string; role: string } }) {
  const t = useTranslations('shell');
  const words = useTranslations('words.role');
  const path = usePathname();
  const links = places.map(({ href, name }) => (
    <Link
      key={href}
      href={href}
      aria-current={path.startsWith(href) ? 'page' : undefined}
      className="rounded-md px-2.5 py-1.5 text-ink-2 hover:text-ink aria-[current=page]:bg-wash aria-[current=page]:font-medium aria-[current=page]:text-ink"
    >
      {t(`nav.${name}`)}
    </Link>
  ));
  return (
    <header className="sticky top-0 z-20 flex h-13 items-center gap-3 border-b border-line bg-paper px-4 sm:gap-5 print:hidden">
      <Link href="/articles" aria-label="Claimdesk">
        <Brand />
      </Link>
      <nav aria-label={t('nav.label')} className="hidden gap-1 sm:flex">
        {links}
      </nav>
      <span className="flex-1" />
      <span id="page-actions" className="contents" />
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger aria-label={t('account', { name: person.name })} className="rounded-full">
          <Avatar person={person} />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content
            align="end"
            sideOffset={6}
            className="z-40 w-64 rounded-lg border border-line bg-sheet p-2 shadow-lift"
          >
            <div className="px-2 py-1.5">
              <div className="font-medium">{person.name}</div>
              <div className="text-[12.5px] break-all text-ink-3">
                {person.email} · {words(person.role as 'admin')}
              </div>
            </div>
            <DropdownMenu.Separator className="my-1 h-px bg-line-2" />
            <div className="grid sm:hidden">
              {places.map(({ href, name }) => (
                <DropdownMenu.Item key={href} asChild>
                  <Link href={href} className="rounded px-2 py-2 hover:bg-wash">
                    {t(`nav.${name}`)}
                  </Link>
                </DropdownMenu.Item>
              ))}
              <DropdownMenu.Separator className="my-1 h-px bg-line-2" />
            </div>
            <div className="px-1 py-1">
              <PreferenceSwitches />
            </div>
            <DropdownMenu.Separator className="my-1 h-px bg-line-2" />
            <DropdownMenu.Item
              className="cursor-pointer rounded px-2 py-2 outline-none data-highlighted:bg-wash"
              onSelect={() => void signOutHere()}
            >
              {t('signOut')}
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
    </header>
  );
}
