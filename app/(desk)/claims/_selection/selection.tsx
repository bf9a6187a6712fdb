'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, Suspense, use, useMemo, useRef, useState } from 'react';
import type { PersonView } from '#lib/domain/people/person-view';

const SelectionBar = dynamic(() => import('./selection-bar').then((bar) => bar.SelectionBar));

/** A claim of the page, as far as acts need it. */
type SelectableClaim = { id: string; articleId: string };

type SelectionProps = {
  claims: SelectableClaim[];
  /** To whom work may be given; null for those who only read. */
  people: PersonView[] | null;
  meId: string;
  children: ReactNode;
};

type Selection = {
  selected: ReadonlySet<string>;
  setAll: (isSelected: boolean) => void;
  /** `isRange`: with all from the one before. */
  set: (id: string, isSelected: boolean, isRange: boolean) => void;
  all: SelectableClaim[];
};

const Selected = createContext<Selection | null>(null);

/** Which claims of a page are selected, and the bar with what is done with them. Another page begins with none. */
export function SelectionOfPage({ claims, people, meId, children }: SelectionProps) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const selection = useMemo<Selection>(() => {
    // What an act took off the page is not selected any more.
    const selected = new Set(claims.flatMap(({ id }) => (ids.has(id) ? id : [])));
    return {
      ...{ selected, all: claims },
      setAll: (isSelected) => setIds(new Set(isSelected ? claims.map(({ id }) => id) : [])),
      set: (id, isSelected, isRange) => {
        const placeOf = (one: string | null) => claims.findIndex((claim) => claim.id === one);
        const here = placeOf(id);
        const there = isRange ? placeOf(last.current) : -1;
        const [from, to] = there < 0 ? [here, here] : [Math.min(here, there), Math.max(here, there)];
        const next = new Set(selected);
        for (const one of claims.slice(from, to + 1)) {
          if (isSelected) next.add(one.id);
          else next.delete(one.id);
        }
        last.current = id;
        setIds(next);
      },
    };
  }, [claims, ids]);
  return (
    <Selected value={selection}>
      {children}
      {selection.selected.size > 0 && (
        <Suspense fallback={null}>
          <SelectionBar
            claims={claims.filter(({ id }) => selection.selected.has(id))}
            onClear={() => selection.setAll(false)}
            {...{ people, meId }}
          />
        </Suspense>
      )}
    </Selected>
  );
}

/** Without scripts there is nothing to be done with what is selected, and so no box. */
const boxClass = 'size-4 accent-accent noscript:hidden';

/** Selects one claim; with Shift all between it and the one before. */
export function SelectClaim({ id, label }: { id: string; label: string }) {
  const selection = use(Selected);
  const withShift = useRef(false);
  return (
    <input
      type="checkbox"
      aria-label={label}
      className={boxClass}
      checked={selection?.selected.has(id) ?? false}
      onClick={(event) => {
        withShift.current = event.shiftKey;
      }}
      onChange={({ target }) => selection?.set(id, target.checked, withShift.current)}
    />
  );
}

/** Selects all claims of the page, or none. */
export function SelectAll() {
  const t = useTranslations('claims.selection');
  const selection = use(Selected);
  const count = selection?.selected.size ?? 0;
  const isAll = count > 0 && count === selection?.all.length;
  return (
    <label className="mb-1.5 inline-flex min-h-7 items-center gap-2 text-[13px] text-ink-2 noscript:hidden">
      <input
        type="checkbox"
        className={boxClass}
        ref={(box) => {
          if (box) box.indeterminate = count > 0 && !isAll;
        }}
        checked={isAll}
        onChange={({ target }) => selection?.setAll(target.checked)}
      />
      {t('all', { count: selection?.all.length ?? 0 })}
    </label>
  );
}
