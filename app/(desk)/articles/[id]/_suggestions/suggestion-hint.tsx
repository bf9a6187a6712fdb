'use client';

import { Check, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { SuggestionView } from '#lib/domain/claims/suggestion';
import { Tag } from '#ui/tag';
import { Reasons } from './suggestion-card';

/** How long the mouse rests on a suggestion before it explains itself, and how long it may stray (ms). */
const restTime = 250;
const strayTime = 200;

/** The suggestion under the resting mouse, with its place on the screen. */
export function useHoveredSuggestion(text: RefObject<HTMLElement | null>) {
  const [hovered, setHovered] = useState<{ id: string; box: DOMRect } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const place = text.current;
    if (!place) return;
    const settle = (wait: number, next: typeof hovered) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setHovered(next), wait);
    };
    let pressed: { x: number; y: number } | null = null;
    const onOver = ({ target, pointerType, buttons, clientX, clientY }: PointerEvent) => {
      if (pointerType !== 'mouse' || buttons > 0 || !(target instanceof Element)) return;
      // What was clicked went away, and the words under it came to the mouse.
      if (clientX === pressed?.x && clientY === pressed.y) return;
      if (target.closest('[data-hint]')) return clearTimeout(timer.current);
      const mark = place.contains(target) ? target.closest<HTMLElement>('mark') : null;
      const id = mark?.dataset.suggestion;
      if (mark && id) settle(restTime, { id, box: lastLineOf(mark) });
      else settle(strayTime, null);
    };
    // What is about to be selected must not be covered: a drag that meets the hint would select the rest of the page.
    const onDown = ({ target, clientX, clientY }: PointerEvent) => {
      pressed = { x: clientX, y: clientY };
      if (target instanceof Element && target.closest('[data-hint]')) return;
      clearTimeout(timer.current);
      setHovered(null);
    };
    const leave = () => settle(0, null);
    document.addEventListener('pointerover', onOver);
    document.addEventListener('pointerdown', onDown);
    window.addEventListener('scroll', leave, { passive: true });
    return () => {
      clearTimeout(timer.current);
      document.removeEventListener('pointerover', onOver);
      document.removeEventListener('pointerdown', onDown);
      window.removeEventListener('scroll', leave);
    };
  }, [text]);

  return { hovered, forget: () => setHovered(null) };
}

function lastLineOf(mark: HTMLElement): DOMRect {
  const lines = mark.getClientRects();
  return lines[lines.length - 1] ?? mark.getBoundingClientRect();
}

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
