'use client';

import { useLayoutEffect, useRef } from 'react';
import { isComposing } from './keys';
import { isForComingForm } from './typed-ahead';

/**
 * Whether a key press belongs to a control and not to the page. In a form, the letters on a box or button are its own too: a
 * hand that missed the field next to it would give verdicts.
 */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select') ||
      target.closest('form') !== null)
  );
}

/**
 * Calls `onKey` for key presses that are the page's: not while somebody types, not while a dialog or menu is open. A key
 * that `onKey` answers with true is used up.
 */
export function useKeyboard(onKey: (event: KeyboardEvent) => boolean): void {
  const latest = useRef(onKey);
  // With the screen and not after it: a key that follows at once is meant for what is seen.
  useLayoutEffect(() => {
    latest.current = onKey;
  });
  // And heard from the moment that it is seen.
  useLayoutEffect(() => {
    const handle = (event: KeyboardEvent) => {
      // A field may have opened for the key since it was pressed (after-paint).
      const isTaken = isTyping(event.target) || isTyping(document.activeElement);
      if (event.defaultPrevented || isComposing(event) || isTaken) return;
      if (document.querySelector('[role=dialog], [role=menu]')) return;
      if (isForComingForm(event) || latest.current(event)) event.preventDefault();
    };
    document.addEventListener('keydown', handle);
    return () => document.removeEventListener('keydown', handle);
  }, []);
}
