import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PreferenceSwitches } from '../../preference-switches';

/** Pages for everybody: what the desk publishes. Nothing here asks for a session, or shows that there is one. */
export default async function PublishedLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('shell');
  return (
    <>
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-sheet focus:p-2">
        {t('skip')}
      </a>
      <div className="mx-auto max-w-[1040px] px-4.5 pt-8 pb-16 sm:px-6 print:max-w-none print:p-0">
        <main id="content">{children}</main>
        <footer className="mt-10 border-t border-line pt-4 print:hidden">
          <PreferenceSwitches />
        </footer>
      </div>
    </>
  );
}
