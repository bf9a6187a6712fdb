'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { isComposing } from './keys';

/**
 * Calls `onEscape` when Escape is pressed in a field, ahead of a dialog around it, which would close as a whole. Escape is
 * used up where `onEscape` answers with true.
 */
export function useEscape(field: RefObject<HTMLElement | null>, onEscape: () => boolean): void {
  const latest = useRef(onEscape);
  useEffect(() => {
    latest.current = onEscape;
  });
  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || isComposing(event) || event.target !== field.current) return;
      if (latest.current()) event.stopPropagation();
    };
    window.addEventListener('keydown', handle, { capture: true });
    return () => window.removeEventListener('keydown', handle, { capture: true });
  }, [field]);
}
