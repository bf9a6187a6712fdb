import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { currentPerson } from '#lib/server/session';
import { TopBar } from './top-bar';

/** Every page behind the door. Pages ask for the session themselves; this only shows who is in. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const [person, t] = await Promise.all([currentPerson(), getTranslations('shell')]);
  return (
    <>
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-sheet focus:p-2">
        {t('skip')}
      </a>
      {person && <TopBar person={person} />}
      <div id="content">{children}</div>
    </>
  );
}
