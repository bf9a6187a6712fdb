'use client';

import { type RefObject, useEffect, useMemo } from 'react';
import { topEdge } from '../_article/paragraphs-in-view';
import { paragraphElement } from '../_article/selection';

/** The first mark of a claim or suggestion in the text. */
function markElement(id: string): HTMLElement | null {
  const name = CSS.escape(id);
  return document.querySelector<HTMLElement>(`mark[data-claim="${name}"], mark[data-suggestion="${name}"]`);
}

/** Brings a claim's or suggestion's place in the text into view. */
export function showMark(id: string): void {
  markElement(id)?.scrollIntoView({ block: 'center' });
}

/**
 * Keeps the margin beside the text: the selected card lies level with its mark; while nothing selected is in view, the
 * cards of the paragraph at the top edge come to the top of the margin.
 */
export function useMargin(margin: RefObject<HTMLElement | null>, selectedId: string | null, cardMode: string): void {
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
    levelCard(list, opened.id, mark);
    // Cards that come into view may turn out taller or shorter than they were taken for.
    const frame = requestAnimationFrame(() => levelCard(list, opened.id, mark));
    return () => cancelAnimationFrame(frame);
  }, [margin, opened]);

  useEffect(() => {
    let frame = 0;
    const follow = () => {
      frame = 0;
      const list = margin.current;
      if (!list || list.matches(':hover') || list.contains(document.activeElement)) return;
      const selected = list.querySelector('section[data-card]')?.getAttribute('data-card');
      const place = selected ? markElement(selected)?.getBoundingClientRect() : undefined;
      if (place && place.bottom > 0 && place.top < window.innerHeight) return;
      const card = firstCardBelow(list, topEdge);
      if (card)
        list.scrollTop += card.getBoundingClientRect().top - list.getBoundingClientRect().top - headHeight(list);
    };
    const onScroll = () => {
      frame ||= requestAnimationFrame(follow);
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', onScroll);
    };
  }, [margin]);
}

/** Scrolls the margin so that a claim's card lies level with its mark, as far as the card then fits. */
function levelCard(list: HTMLElement, claimId: string, mark: HTMLElement): void {
  const card = list.querySelector(`[data-card="${CSS.escape(claimId)}"]`);
  if (!card) return;
  const [cardBox, listBox] = [card.getBoundingClientRect(), list.getBoundingClientRect()];
  const highest = listBox.top + headHeight(list);
  const lowest = Math.max(highest, listBox.bottom - cardBox.height - 24);
  list.scrollTop += cardBox.top - Math.min(Math.max(mark.getBoundingClientRect().top - 14, highest), lowest);
}

/** The filters stay at the margin’s top; cards begin a little below them. */
function headHeight(list: HTMLElement): number {
  return (list.querySelector('[data-margin-head]')?.getBoundingClientRect().height ?? 0) + 8;
}

/** The first card whose paragraph ends below an edge of the window; cards are in reading order. */
function firstCardBelow(list: HTMLElement, edge: number): Element | undefined {
  const cards = [...list.querySelectorAll('[data-card-paragraph]')];
  let [low, high] = [0, cards.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const paragraph = paragraphElement(cards[middle]?.getAttribute('data-card-paragraph') ?? '');
    if ((paragraph?.getBoundingClientRect().bottom ?? 0) < edge) low = middle + 1;
    else high = middle;
  }
  return cards[low];
}
