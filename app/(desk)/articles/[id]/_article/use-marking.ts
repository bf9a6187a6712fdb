'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { ParagraphView } from '#lib/domain/articles/article-view';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { Span } from '#lib/text/span';
import { moveCursor, moveEnds, type Stride } from './keyboard-span';
import { clearSelection, readSelection, type TextSelection, writeSelection } from './selection';

export type Marking = ReturnType<typeof useMarking>;

/**
 * What is selected in the article, by mouse, finger or keyboard, and the claim whose span is being moved. The selection is
 * read when it rests: at the end of a drag, of a key press, or after a finger let go.
 */
export function useMarking(paragraphs: ParagraphView[], isEnabled: boolean) {
  const [selection, setSelection] = useState<TextSelection | null>(null);
  const [moving, setMoving] = useState<ClaimView | null>(null);
  const cursor = useRef<{ paragraphId: string; span: Span } | null>(null);

  useEffect(() => {
    if (!isEnabled) return;
    let isDragging = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      if (!isDragging) setSelection(readSelection());
    };
    const readSoon = (wait: number) => {
      clearTimeout(timer);
      timer = setTimeout(read, wait);
    };
    const onDown = (event: PointerEvent) => {
      isDragging = event.pointerType === 'mouse';
      const isInText = event.target instanceof Element && event.target.closest('[data-paragraph]') !== null;
      // A press inside of selected text would begin to drag the text away, where a person means to select anew.
      if (isDragging && isInText && !event.shiftKey) clearSelection();
    };
    const onUp = () => {
      isDragging = false;
      readSoon(0);
    };
    const onChange = () => readSoon(120);
    const onMoved = () => setSelection((old) => old && readSelection());
    document.addEventListener('pointerdown', onDown);
    document.addEventListener('pointerup', onUp);
    document.addEventListener('selectionchange', onChange);
    window.addEventListener('scroll', onMoved, { passive: true });
    window.addEventListener('resize', onMoved);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerdown', onDown);
      document.removeEventListener('pointerup', onUp);
      document.removeEventListener('selectionchange', onChange);
      window.removeEventListener('scroll', onMoved);
      window.removeEventListener('resize', onMoved);
    };
  }, [isEnabled]);

  const place = useCallback((paragraphId: string, span: Span) => {
    cursor.current = { paragraphId, span };
    writeSelection(paragraphId, span);
    setSelection(readSelection());
  }, []);

  const finish = useCallback(() => {
    cursor.current = null;
    clearSelection();
    setSelection(null);
    setMoving(null);
  }, []);

  return {
    selection,
    moving,
    finish,
    /** What is selected at this moment: `selection` follows a little later, and an act must not miss the last key or click. */
    selected: (): TextSelection | null => readSelection() ?? selection,
    /** Puts a one-character cursor at a place. */
    begin: (paragraph: ParagraphView, at: number) => {
      const first = { start: at, end: at };
      place(paragraph.id, moveCursor(paragraph.text, first, { direction: 1, isExtending: true, byWord: false }));
    },
    /** Starts moving a claim's span, which is selected as it stands. */
    move: (claim: ClaimView) => {
      setMoving(claim);
      place(claim.paragraphId, { start: claim.start, end: claim.end });
    },
    /** Moves the keyboard's cursor or the span's ends; false where no keyboard selection is under way. */
    stride: (stride: Stride): boolean => {
      const at = cursor.current;
      const paragraph = at && paragraphs.find(({ id }) => id === at.paragraphId);
      if (!at || !paragraph) return false;
      const next = moving ? moveEnds : moveCursor;
      place(paragraph.id, next(paragraph.text, at.span, stride));
      return true;
    },
    /** Takes the cursor to the paragraph before or after; false where no keyboard selection is under way. */
    strideParagraph: (direction: 1 | -1): boolean => {
      const at = cursor.current;
      if (!at || moving) return Boolean(at);
      const index = paragraphs.findIndex(({ id }) => id === at.paragraphId);
      const next = paragraphs[index + direction];
      if (next)
        place(next.id, moveCursor(next.text, { start: 0, end: 0 }, { direction: 1, isExtending: true, byWord: false }));
      return true;
    },
  };
}
