'use client';

import { Check, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ClaimKind, claimKinds } from '#lib/reading/claim-kinds';
import { Kbd } from '#ui/kbd';

type ToolbarProps = {
  /** Where the selection is, in viewport pixels. */
  box: { top: number; bottom: number; left: number; width: number };
  guess: ClaimKind;
  /** The number of the claim whose span is being moved, if any. */
  moving: number | null;
  onMark: (kind: ClaimKind) => void;
  onMove: () => void;
  onCancel: () => void;
};

/** What can be done with selected text; floats over it, and lies at the bottom where fingers select. */
export function SelectionToolbar({ box, guess, moving, onMark, onMove, onCancel }: ToolbarProps) {
  const t = useTranslations('review');
  const kinds = useTranslations('words.kind');
  const isAbove = box.top > 116;
  const left = Math.min(Math.max(8, box.left + box.width / 2 - 190), Math.max(8, window.innerWidth - 396));
  const top = isAbove ? box.top - 50 : box.bottom + 10;
  // Where the selection was scrolled away, what can be done with it stays in reach.
  const style = { top: Math.min(Math.max(8, top), window.innerHeight - 56), left };
  return (
    <div
      role="toolbar"
      aria-label={t('toolbar.label')}
      className="fixed z-30 flex items-center gap-0.5 rounded-lg border border-line bg-sheet p-1 shadow-lift max-sm:!inset-x-2 max-sm:!top-auto max-sm:!bottom-3 max-sm:justify-between"
      style={style}
      // Taking the focus would lose the selection.
      onPointerDown={(event) => event.preventDefault()}
    >
      {moving === null ? (
        claimKinds.map((kind, index) => (
          <button
            key={kind}
            type="button"
            aria-keyshortcuts={String(index + 1)}
            className={`flex min-h-8 items-center gap-1.5 rounded-md px-2 text-[13px] ${
              kind === guess ? 'bg-ink font-medium text-paper' : 'text-ink-2 hover:bg-wash hover:text-ink'
            }`}
            onClick={() => onMark(kind)}
          >
            {kinds(kind)}
            <span aria-hidden="true" className="hidden text-[11px] opacity-60 sm:inline">
              {kind === guess ? '↵' : index + 1}
            </span>
          </button>
        ))
      ) : (
        <button
          type="button"
          className="flex min-h-8 items-center gap-1.5 rounded-md bg-ink px-3 text-[13px] font-medium text-paper"
          onClick={onMove}
        >
          <Check size={15} /> {t('toolbar.move', { number: moving })} <Kbd>↵</Kbd>
        </button>
      )}
      <button
        type="button"
        aria-label={t('toolbar.cancel')}
        className="grid size-8 place-items-center rounded-md text-ink-3 hover:bg-wash hover:text-ink"
        onClick={onCancel}
      >
        <X size={15} />
      </button>
    </div>
  );
}
