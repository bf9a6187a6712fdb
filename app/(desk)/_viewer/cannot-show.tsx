'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { buttonClass } from '#ui/button';
import type { ShownFile } from './shown-file';

/** Why a file is not shown here, and how to have it all the same. */
export function CannotShow({ file, children }: { file: ShownFile; children: ReactNode }) {
  const t = useTranslations('sources.viewer');
  return (
    <div className="grid min-h-0 flex-1 place-content-center justify-items-center gap-4 bg-wash p-6 text-center">
      <p role="alert" className="max-w-[34rem] text-[15px] text-pretty wrap-anywhere">
        {children}
      </p>
      <a href={file.address} download={file.name} className={buttonClass('primary')}>
        {t('saveFile')}
      </a>
    </div>
  );
}
