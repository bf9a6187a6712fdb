'use client';

import { useLocale } from 'next-intl';
import { memo } from 'react';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { PersonView } from '#lib/domain/people/person-view';
import { ClaimMark } from '../_article/thread-marks';
import { CardHead, PresentHere } from './card-head';

/** The first look at a claim: one line of facts and its words. */
export const ClaimRow = memo(function ClaimRow({ claim, paragraph, openThreads, present, onSelect }: RowProps) {
  return (
    <button
      type="button"
      data-card={claim.id}
      className="block w-full rounded-lg border border-line bg-sheet px-3.5 py-2.5 text-left [contain-intrinsic-size:auto_76px] [content-visibility:auto] hover:border-ink-3"
      onClick={() => onSelect(claim.id)}
    >
      <CardHead claim={claim} paragraph={paragraph}>
        <PresentHere people={present} />
        <ClaimMark open={openThreads} />
      </CardHead>
      <span className="mt-1.5 line-clamp-2 block font-serif text-[14px]/[1.5]">{claim.exact}</span>
      <RowFoot claim={claim} />
    </button>
  );
});

/** Who says it and, of a figure, what it comes down to. */
function RowFoot({ claim: { speaker, figure } }: { claim: ClaimView }) {
  const language = useLocale();
  const facts = [speaker?.name, figure?.reads[language]].filter(Boolean);
  return (
    facts.length > 0 && <span className="num mt-1 block truncate text-[12px] text-ink-3">{facts.join(' · ')}</span>
  );
}

type RowProps = {
  claim: ClaimView;
  paragraph: number;
  openThreads: number;
  /** Others who look at it now. */
  present: PersonView[];
  onSelect: (claimId: string) => void;
};
