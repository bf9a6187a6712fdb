'use client';

import { Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Button } from '#ui/button';

export function PrintButton() {
  const t = useTranslations('report');
  useEffect(openDetailsOnPaper, []);
  return (
    <Button size="small" onClick={() => window.print()}>
      <Printer size={14} /> {t('print')}
    </Button>
  );
}

/**
 * Opens what is folded while the page is printed. The style sheet does that where the browser knows ::details-content:
 * Chromium since 131, Safari since 18.4, Firefox since 143. Returns what ends it.
 */
function openDetailsOnPaper(): (() => void) | undefined {
  if (CSS.supports('selector(::details-content)')) return undefined;
  let folded: HTMLDetailsElement[] = [];
  const open = () => {
    folded = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const details of folded) details.open = true;
  };
  const fold = () => {
    for (const details of folded) details.open = false;
    folded = [];
  };
  window.addEventListener('beforeprint', open);
  window.addEventListener('afterprint', fold);
  return () => {
    window.removeEventListener('beforeprint', open);
    window.removeEventListener('afterprint', fold);
  };
}
