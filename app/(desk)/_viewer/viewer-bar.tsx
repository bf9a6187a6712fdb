'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '#ui/button';

type ViewerBarProps = {
  children?: ReactNode;
  /** What is told of the place that was asked for. */
  status: ReactNode;
  /** Leads back to it; null where there is none. */
  onPassage: (() => void) | null;
};

/** What can be done with the file that is shown, and what became of the place that was asked for. */
export function ViewerBar({ children, status, onPassage }: ViewerBarProps) {
  const t = useTranslations('sources.viewer');
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-paper px-3 py-1.5">
      {children}
      <span className="ml-auto flex min-h-7 min-w-0 items-center gap-2">
        <span role="status" className="num min-w-0 text-[12.5px] text-ink-2">
          {status}
        </span>
        {onPassage && (
          <Button size="small" onClick={onPassage}>
            {t('showPassage')}
          </Button>
        )}
      </span>
    </div>
  );
}
