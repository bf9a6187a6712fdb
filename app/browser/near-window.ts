'use client';

import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** How far beyond the edge something counts as near: more than a page key or a wheel goes at once (px). */
const reach = 1_600;

type Watch = (entry: IntersectionObserverEntry) => void;

const watches = new WeakMap<Element, Watch>();
/** One observer for the window, and one for each list that scrolls by itself. */
const observers = new WeakMap<Element | Document, IntersectionObserver>();

function observerIn(root: Element | null): IntersectionObserver {
  const key = root ?? document;
  const known = observers.get(key);
  if (known) return known;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) watches.get(entry.target)?.(entry);
    },
    { root, rootMargin: `${reach}px 0px` },
  );
  observers.set(key, observer);
  return observer;
}

/** Whether somebody is at work in an element: it has the focus, or a selection ends in it. Drawn anew, it would lose both. */
function isInUse(element: Element): boolean {
  if (element.contains(document.activeElement)) return true;
  const selection = document.getSelection();
  return Boolean(
    selection &&
      !selection.isCollapsed &&
      (element.contains(selection.anchorNode) || element.contains(selection.focusNode)),
  );
}

/** Elements that came near or went far while they were in use, and what is to be done when they are no more. */
const held = new Map<Element, () => void>();

function releaseHeld(): void {
  for (const [element, draw] of held) {
    if (isInUse(element)) continue;
    held.delete(element);
    draw();
  }
}

/** The focus is at its new place only after it has left the old one. */
const releaseSoon = () => void setTimeout(releaseHeld);

/** Draws at once, or as soon as the element is not in use. */
function drawUnused(element: Element, draw: () => void): void {
  held.delete(element);
  if (!isInUse(element)) draw();
  else {
    // The same functions, however often: one listener each.
    document.addEventListener('selectionchange', releaseHeld);
    document.addEventListener('focusout', releaseSoon);
    held.set(element, draw);
  }
}

type NearOptions = {
  /** What it is taken for until the browser has looked. */
  atFirst: boolean;
  /** The list that scrolls it; null: the window does. */
  rootOf?: (element: Element) => Element | null;
};

/**
 * Whether an element is in the window or near it, so that what costs much is drawn only there. `place` is its ref; `height`
 * is how tall it was when it went far (px), 0 where it never was near. An element that is in use stays as it is.
 */
export function useNear({ atFirst, rootOf }: NearOptions) {
  const [seen, setSeen] = useState({ isNear: atFirst, height: 0 });
  const place = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return;
      if (typeof IntersectionObserver === 'undefined') return setSeen({ isNear: true, height: 0 });
      const observer = observerIn(rootOf?.(element) ?? null);
      watches.set(element, ({ target, isIntersecting, boundingClientRect }) => {
        drawUnused(target, () =>
          setSeen((old) => {
            if (old.isNear === isIntersecting) return old;
            return { isNear: isIntersecting, height: isIntersecting ? old.height : boundingClientRect.height };
          }),
        );
      });
      observer.observe(element);
      return () => {
        observer.unobserve(element);
        watches.delete(element);
        held.delete(element);
      };
    },
    [rootOf],
  );
  return { place, ...seen };
}

/** Whether the page is being printed: what is far is on paper too. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // The page is laid out for paper as soon as the event is over.
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}
