import { Users } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { type Actor, may, mayChange } from '#lib/domain/people/permission';
import { isSameView, type SavedView } from '#lib/domain/search/saved-view';
import { AreaMessages } from '../../area-messages';
import { ViewsMenu } from './views-menu';

type ViewsProps = {
  views: SavedView[];
  /** The search that is shown, as `viewQuery` writes it. */
  query: Record<string, string>;
  person: Pick<Actor, 'id' | 'role'>;
};

/** The saved views as links, the one that is shown marked, and what is done with them. */
export async function Views({ views, query, person }: ViewsProps) {
  const t = await getTranslations('claims.views');
  const shown = views.find((view) => isSameView(view.query, query)) ?? null;
  const unsaved = shown || Object.keys(query).length === 0 ? null : query;
  if (views.length === 0 && !unsaved) return null;
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-2 gap-y-1.5">
      {views.length > 0 && (
        <nav aria-label={t('title')} className="contents">
          {views.map((view) => (
            <Link
              key={view.id}
              href={`/claims?${new URLSearchParams(view.query)}`}
              aria-current={isSameView(view.query, query) || undefined}
              className="inline-flex min-h-7 max-w-full items-center gap-1.5 rounded-md border border-line bg-sheet px-2.5 text-[13px] text-ink-2 hover:text-ink aria-[current=true]:border-accent aria-[current=true]:text-ink"
            >
              {view.isShared && <Users size={13} className="shrink-0 text-ink-3" aria-hidden="true" />}
              <span className="truncate">{view.name}</span>
              {view.isShared && <span className="sr-only">{t('ofDesk')}</span>}
            </Link>
          ))}
        </nav>
      )}
      <AreaMessages areas={['claims', 'figures']}>
        <ViewsMenu
          changeable={views.filter((view) => mayChange(person, 'view', view.owner.id))}
          shown={shown}
          unsaved={unsaved}
          mayShare={may(person, 'share-view')}
        />
      </AreaMessages>
    </div>
  );
}
