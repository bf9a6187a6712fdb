import type { ReactNode } from 'react';
import { Brand } from '#ui/brand';
import { AreaMessages } from '../area-messages';
import { PreferenceSwitches } from '../preference-switches';

/** Pages for people who are not signed in: one sheet in the middle. */
export default function DoorLayout({ children }: { children: ReactNode }) {
  return (
    <AreaMessages areas={['people']}>
      <div className="flex min-h-dvh flex-col items-center px-4 pt-[12vh] pb-10">
        <header>
          <Brand />
        </header>
        <main className="mt-6 w-full max-w-[400px] rounded-xl border border-line bg-sheet p-6 shadow-lift">
          {children}
        </main>
        <footer className="mt-6">
          <PreferenceSwitches />
        </footer>
      </div>
    </AreaMessages>
  );
}
