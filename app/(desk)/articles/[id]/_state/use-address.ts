'use client';

import { useEffect, useRef } from 'react';
import type { ReviewView } from '#lib/domain/review/review';

type Opening = { onClaim: (id: string) => void; onParagraph: (id: string) => void };

/**
 * Opens what the page's address names, as soon as all of the article is there: #c4 the card of claim 4, #p7 the threads of
 * paragraph 7, which comes into view.
 */
export function useAddress(
  { claims, paragraphs }: Pick<ReviewView, 'claims' | 'paragraphs'>,
  isWhole: boolean,
  opening: Opening,
): void {
  const latest = useRef({ claims, paragraphs, opening });
  useEffect(() => {
    latest.current = { claims, paragraphs, opening };
  });
  useEffect(() => {
    const open = () => {
      const [, letter, digits] = /^#([cp])(\d+)$/.exec(location.hash) ?? [];
      const named = ({ number }: { number: number }) => number === Number(digits);
      const claim = letter === 'c' && latest.current.claims.find(named);
      const paragraph = letter === 'p' && latest.current.paragraphs.find(named);
      if (claim) latest.current.opening.onClaim(claim.id);
      if (!paragraph) return;
      document.getElementById(location.hash.slice(1))?.scrollIntoView();
      latest.current.opening.onParagraph(paragraph.id);
    };
    if (!isWhole) return;
    open();
    window.addEventListener('hashchange', open);
    return () => window.removeEventListener('hashchange', open);
  }, [isWhole]);
}
