'use client';

import { Search } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { later } from '../../browser/later';
import type { Place } from './places';

const FindDialog = later(() => import('./find-dialog').then((dialog) => dialog.FindDialog));

/** One search for everything, at a button and at Ctrl/⌘ K on every page. `places`: those that the person may go to. */
export function FindButton({ places }: { places: Place[] }) {
  const t = useTranslations('shell.find');
  const path = usePathname();
  /** The page on which it is open: on another it is closed. */
  const [openOn, setOpenOn] = useState<string | null>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isAsked = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isAsked || event.key.toLowerCase() !== 'k' || event.defaultPrevented) return;
      event.preventDefault();
      setOpenOn(window.location.pathname);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        aria-label={t('open')}
        title={`${t('open')} (Ctrl/⌘ K)`}
        aria-keyshortcuts="Control+K Meta+K"
        className="grid size-9 place-items-center rounded-md text-ink-3 hover:bg-wash hover:text-ink"
        onClick={() => setOpenOn(path)}
      >
        <Search size={18} aria-hidden="true" />
      </button>
      {openOn === path && <FindDialog places={places} onClose={() => setOpenOn(null)} />}
    </>
  );
}
