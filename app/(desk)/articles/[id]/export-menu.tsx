'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { DropdownMenu } from 'radix-ui';
import { listFormats, listSelections } from '#lib/domain/claim-list';
import { buttonClass } from '#ui/button';

/** Takes the claim list away: which claims, and in which form. */
export function ExportMenu({ articleId }: { articleId: string }) {
  const t = useTranslations('review.export');
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={buttonClass('plain', 'small')}>
        <Download size={14} /> {t('title')}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="start"
          sideOffset={6}
          className="z-40 min-w-56 rounded-lg border border-line bg-sheet p-1.5 shadow-lift"
        >
          {listSelections.map((which) => (
            <DropdownMenu.Group key={which}>
              <DropdownMenu.Label className="px-2 pt-1.5 pb-0.5 text-[12px] text-ink-3">{t(which)}</DropdownMenu.Label>
              {listFormats.map((format) => (
                <DropdownMenu.Item key={format} asChild>
                  <a
                    href={`/articles/${articleId}/export?which=${which}&format=${format}`}
                    download
                    className="block rounded px-2 py-1.5 outline-none data-highlighted:bg-wash"
                  >
                    {t(`format.${format}`)}
                  </a>
                </DropdownMenu.Item>
              ))}
            </DropdownMenu.Group>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
