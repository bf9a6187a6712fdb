'use client';

import { Check, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { SuggestionView } from '#lib/domain/claims/suggestion';
import { Tag } from '#ui/tag';
import { Reasons } from './suggestion-card';

type HintProps = {
  suggestion: SuggestionView;
  box: DOMRect;
  /** null: the viewer may not mark. */
  onAccept: (() => void) | null;
  onDismiss: () => void;
};

/** Why the words under the mouse are suggested, and what to do about it. The same is in the margin for everybody else. */
export function SuggestionHint({ suggestion, box, onAccept, onDismiss }: HintProps) {
  const t = useTranslations('review.suggest');
  const kinds = useTranslations('words.kind');
  const left = Math.min(Math.max(8, box.left), Math.max(8, window.innerWidth - 328));
  const isBelow = box.bottom + 130 < window.innerHeight;
  const style = isBelow ? { left, top: box.bottom + 6 } : { left, bottom: window.innerHeight - box.top + 6 };
  return (
    <div
      data-hint
      role="tooltip"
      className="fixed z-20 w-80 rounded-lg border border-line bg-sheet px-3 py-2.5 shadow-lift"
      style={style}
    >
      <span className="flex items-center gap-2 text-[12px] text-ink-3">
        <Tag>{kinds(suggestion.kind)}</Tag>
        <span className="flex-1">{t('tooltip')}</span>
        {onAccept && (
          <>
            <button
              type="button"
              aria-label={t('accept')}
              title={t('accept')}
              className="grid size-7 place-items-center rounded text-ink-2 hover:bg-wash hover:text-ink"
              onClick={onAccept}
            >
              <Check size={15} />
            </button>
            <button
              type="button"
              aria-label={t('dismiss')}
              title={t('dismiss')}
              className="grid size-7 place-items-center rounded text-ink-3 hover:bg-wash hover:text-ink"
              onClick={onDismiss}
            >
              <X size={15} />
            </button>
          </>
        )}
      </span>
      <Reasons suggestion={suggestion} />
    </div>
  );
}
