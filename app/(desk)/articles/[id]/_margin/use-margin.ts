'use client';

import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { topEdge } from '../_article/paragraphs-in-view';
import { paragraphElement } from '../_article/selection';
import { chunkOf } from './near-list';

/** The first mark of a claim or suggestion in the text. */
function markElement(id: string): HTMLElement | null {
  const name = CSS.escape(id);
  return document.querySelector<HTMLElement>(`mark[data-claim="${name}"], mark[data-suggestion="${name}"]`);
}

/** Brings a claim's or suggestion's place in the text into view. */
export function showMark(id: string): void {
  markElement(id)?.scrollIntoView({ block: 'center' });
}

/** How long a card that was opened is kept level with its mark while rows around it take their room (ms). */
const settleTime = 400;

/** In how many frames after a scroll the margin's cards are looked for. */
const mostTries = 10;

type Listed = { id: string; paragraphId: string };

/**
 * Keeps the margin beside the text: the selected card lies level with its mark; while nothing selected is in view, the
 * cards of the paragraph at the top edge come to the top of the margin. `listed`: what the margin lists, in reading order.
 */
export function useMargin(
  margin: RefObject<HTMLElement | null>,
  listed: Listed[],
  selectedId: string | null,
  cardMode: string,
): void {
  // The card grows with its mode and must stay level: another mode is another opening.
  const opened = useMemo(() => (selectedId ? { id: selectedId, cardMode } : null), [selectedId, cardMode]);
  useEffect(() => {
    const list = margin.current;
    const mark = opened && markElement(opened.id);
    if (!mark || !list) return;
    const isSheet = getComputedStyle(list).position === 'fixed';
    const bottomEdge = window.innerHeight * (isSheet ? 0.42 : 1) - 80;
    const place = mark.getBoundingClientRect();
    if (place.top < topEdge || place.bottom > bottomEdge) {
      window.scrollBy({ top: place.top - Math.max(topEdge + 40, bottomEdge * 0.3) });
    }
    if (isSheet) return;
    const level = () => levelCard(list, opened.id);
    level();
    // Cards that come into view may turn out taller or shorter than they were taken for.
    const frame = requestAnimationFrame(level);
    const stop = onResize(list, level);
    const timer = setTimeout(stop, settleTime);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      stop();
    };
  }, [margin, opened]);

  const rows = useRef(listed);
  useLayoutEffect(() => {
    rows.current = listed;
  });
  useEffect(() => {
    let frame = 0;
    let triesLeft = 0;
    const follow = () => {
      frame = 0;
      const list = margin.current;
      if (!list || list.matches(':hover') || list.contains(document.activeElement)) return;
      const selected = list.querySelector('section[data-card]')?.getAttribute('data-card');
      const mark = selected ? markElement(selected)?.getBoundingClientRect() : undefined;
      if (mark && mark.bottom > 0 && mark.top < window.innerHeight) return;
      const first = firstRowBelow(rows.current, topEdge);
      const row = rows.current[first];
      if (!row) return;
      const card = list.querySelector(`[data-card="${CSS.escape(row.id)}"]`);
      const place = card ?? list.querySelector(`[data-chunk="${chunkOf(first)}"]`);
      if (!place) return;
      list.scrollTop += place.getBoundingClientRect().top - list.getBoundingClientRect().top - headHeight(list);
      // Once the margin is there, the cards are drawn, and the right one can be found.
      if (card || triesLeft === 0) return;
      triesLeft -= 1;
      frame = requestAnimationFrame(follow);
    };
    const onScroll = () => {
      triesLeft = mostTries;
      frame ||= requestAnimationFrame(follow);
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', onScroll);
    };
  }, [margin]);
}

/** Calls `then` whenever the rows of a list take more or less room; returns how to stop. */
function onResize(list: HTMLElement, then: () => void): () => void {
  const rows = list.querySelector('[data-rows]');
  if (!rows || typeof ResizeObserver === 'undefined') return () => {};
  const observer = new ResizeObserver(then);
  observer.observe(rows);
  return () => observer.disconnect();
}

/** Scrolls the margin so that a claim's card lies level with its mark, as far as the card then fits. */
function levelCard(list: HTMLElement, claimId: string): void {
  const card = list.querySelector(`[data-card="${CSS.escape(claimId)}"]`);
  const mark = markElement(claimId);
  if (!card || !mark) return;
  const [cardBox, listBox] = [card.getBoundingClientRect(), list.getBoundingClientRect()];
  const highest = listBox.top + headHeight(list);
  const lowest = Math.max(highest, listBox.bottom - cardBox.height - 24);
  list.scrollTop += cardBox.top - Math.min(Math.max(mark.getBoundingClientRect().top - 14, highest), lowest);
}

/** The filters stay at the margin’s top; cards begin a little below them. */
function headHeight(list: HTMLElement): number {
  return (list.querySelector('[data-margin-head]')?.getBoundingClientRect().height ?? 0) + 8;
}

/** The index of the first row whose paragraph ends below an edge of the window. Rows are in reading order. */
function firstRowBelow(rows: Listed[], edge: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const paragraph = paragraphElement(rows[middle]?.paragraphId ?? '');
    if ((paragraph?.getBoundingClientRect().bottom ?? 0) < edge) low = middle + 1;
    else high = middle;
  }
  return low;
}
