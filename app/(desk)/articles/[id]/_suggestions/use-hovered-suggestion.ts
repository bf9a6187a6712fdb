import { type RefObject, useEffect, useRef, useState } from 'react';

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
