'use client';

import { ListChecks } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode, RefObject } from 'react';
import type { List } from '../_state/state';

type MarginProps = {
  place: RefObject<HTMLElement | null>;
  list: List;
  counts: Record<List, number>;
  /** On a phone the margin is a sheet: it shows what is selected, or a whole list. */
  isListOpen: boolean;
  hasSelection: boolean;
  /** Whether there is anything to switch to: the likely ones may all be done while others wait. */
  hasSuggestions: boolean;
  filters: ReactNode;
  children: ReactNode;
  onList: (list: List) => void;
  onOpenList: () => void;
  onClose: () => void;
};

/** Beside the article, or from below on a phone: claims or suggestions, with their filters. */
export function Margin(props: MarginProps) {
  const {
    place,
    list,
    counts,
    isListOpen,
    hasSelection,
    hasSuggestions,
    filters,
    children,
    onList,
    onOpenList,
    onClose,
  } = props;
  const t = useTranslations('review');
  const lists: { id: List; name: string }[] = [
    { id: 'claims', name: t('suggest.claimsTab') },
    { id: 'suggestions', name: t('suggest.tab') },
  ];
  return (
    <>
      <aside
        ref={place}
        aria-label={t('margin')}
        data-open={isListOpen || hasSelection}
        className="max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-20 max-lg:hidden max-lg:max-h-[58dvh] max-lg:overflow-auto max-lg:rounded-t-2xl max-lg:border-t max-lg:border-line max-lg:bg-sheet max-lg:px-4 max-lg:pt-2 max-lg:pb-6 max-lg:shadow-lift max-lg:data-[open=true]:block lg:sticky lg:top-13 lg:h-[calc(100dvh-3.25rem)] lg:overflow-y-auto lg:overscroll-contain lg:contain-strict lg:pr-1 lg:pb-[40vh] lg:[scrollbar-width:thin]"
      >
        <button
          type="button"
          aria-label={t('closeSheet')}
          className="mx-auto mb-1 block px-8 py-2 lg:hidden"
          onClick={onClose}
        >
          <span className="block h-1 w-9 rounded-full bg-line" />
        </button>
        <div
          data-margin-head
          className={`-mx-1 bg-paper px-1 pt-3 pb-2.5 max-lg:bg-sheet lg:sticky lg:top-0 lg:z-10 ${isListOpen || !hasSelection ? '' : 'max-lg:hidden'}`}
        >
          {hasSuggestions && (
            <div role="group" aria-label={t('suggest.label')} className="mb-2.5 flex gap-4 border-b border-line">
              {lists.map(({ id, name }) => (
                <button
                  key={id}
                  type="button"
                  aria-pressed={list === id}
                  aria-keyshortcuts="g"
                  className="-mb-px border-b-2 border-transparent pb-1.5 text-[13px] text-ink-3 hover:text-ink aria-pressed:border-ink aria-pressed:font-medium aria-pressed:text-ink"
                  onClick={() => onList(id)}
                >
                  {name} <span className="num">{counts[id]}</span>
                </button>
              ))}
            </div>
          )}
          {filters}
        </div>
        {children}
      </aside>
      {!hasSelection && !isListOpen && (
        <div className="fixed inset-x-0 bottom-0 z-10 flex items-center gap-2 border-t border-line bg-sheet px-4 py-2 lg:hidden print:hidden">
          <button
            type="button"
            className="flex min-h-9 flex-1 items-center justify-center gap-1.5 rounded-md border border-line font-medium"
            onClick={onOpenList}
          >
            <ListChecks size={16} />
            {list === 'claims'
              ? t('showList', { count: counts.claims })
              : t('suggestions', { count: counts.suggestions })}
          </button>
        </div>
      )}
    </>
  );
}

/** An empty list: what it means, and what to do next. */
export function EmptyList({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="rounded-lg border border-dashed border-line px-4 py-6 text-ink-2">
      <h2 className="font-serif text-[16px] font-semibold text-ink">{title}</h2>
      {children}
    </div>
  );
}
