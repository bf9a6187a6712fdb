'use client';

import { Bookmark } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { CountedView } from '#lib/domain/search/saved-view';
import { useRead } from '../../browser/use-read';
import { tellViewsChanged, useViewsChanged } from './views-changed';

/** So many stand in the bar itself, where it is wide. */
const inBar = 2;
/** The page comes first (ms). */
const late = 600;

/** The person's own saved views with how many claims each finds, asked for once the page is there. Nothing for who has none. */
export function OwnViews() {
  const t = useTranslations('shell');
  const { value } = useRead<{ views: CountedView[] }>('/api/claims/views', { version: useViewsChanged(), rest: late });
  const views = value?.views ?? [];
  if (views.length === 0) return null;
  return (
    <>
      <nav aria-label={t('views.label')} className="hidden min-w-0 gap-1 xl:flex">
        {views.slice(0, inBar).map((view) => (
          <ViewLink key={view.id} view={view} className="max-w-44" />
        ))}
      </nav>
      <button
        type="button"
        popoverTarget="views-menu"
        aria-label={t('views.label')}
        title={t('views.label')}
        className="grid size-9 place-items-center rounded-md text-ink-3 hover:bg-wash hover:text-ink"
      >
        <Bookmark size={18} aria-hidden="true" />
      </button>
      <div
        id="views-menu"
        popover="auto"
        // What stands here may be of an hour ago.
        onToggle={(event) => event.newState === 'open' && tellViewsChanged()}
        className="fixed inset-auto top-12 right-3 z-40 m-0 w-72 max-w-[calc(100vw-24px)] rounded-lg border border-line bg-sheet p-2 text-ink shadow-lift"
      >
        <nav aria-label={t('views.label')} className="grid">
          {views.map((view) => (
            <ViewLink key={view.id} view={view} className="w-full" onOpen={hideMenu} />
          ))}
          <Link
            href="/claims"
            className="mt-1 border-t border-line-2 px-2.5 pt-2 pb-1 text-ink-2 hover:text-ink"
            onClick={hideMenu}
          >
            {t('views.all')}
          </Link>
        </nav>
      </div>
    </>
  );
}

const hideMenu = () => document.getElementById('views-menu')?.hidePopover();

type ViewLinkProps = { view: CountedView; className: string; onOpen?: () => void };

function ViewLink({ view: { name, query, count, isMore }, className, onOpen }: ViewLinkProps) {
  const t = useTranslations('shell.views');
  return (
    <Link
      href={`/claims?${new URLSearchParams(query)}`}
      prefetch={false}
      aria-label={t(isMore ? 'countMore' : 'count', { name, count })}
      title={name}
      className={`flex items-center gap-1.5 rounded-md px-2.5 py-1.5 text-ink-2 hover:bg-wash hover:text-ink ${className}`}
      onClick={onOpen}
    >
      <span className="min-w-0 flex-1 truncate">{name}</span>
      <span className="num text-[12px] text-ink-3">{isMore ? `${count}+` : count}</span>
    </Link>
  );
}
