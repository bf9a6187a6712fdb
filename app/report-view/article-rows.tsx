'use client';

import { Fragment } from 'react';
import type { ParagraphKind } from '#lib/domain/articles/article';
import type { Standing } from '#lib/domain/claims/standing';
import type { Tone } from '#ui/tag';
import { toneOf } from '../words/standing';
import type { RowsAbout } from './claims/claim-row';
import { inks } from './inks';

/** A claim's place in its paragraph (UTF-16 units), its number and how it stands. */
export type MarkedClaim = readonly [start: number, end: number, number: number, standing: Standing];

export type ParagraphRow = readonly [number: number, kind: ParagraphKind, text: string, claims: MarkedClaim[]];

/** Paragraphs of the article with their claims underlined and numbered. */
export function ArticleRows({ rows, about }: { rows: ParagraphRow[]; about: RowsAbout }) {
  return rows.map(([number, kind, text, claims]) => {
    const parts = <Marked text={text} claims={claims} claimAt={about.claimAt} />;
    if (kind === 'heading') {
      return (
        <h3 key={number} className="mt-5 mb-1 font-semibold break-after-avoid">
          {parts}
        </h3>
      );
    }
    return (
      <p key={number} className={`my-2 ${kind === 'list-item' ? 'ml-5' : ''}`}>
        {parts}
      </p>
    );
  });
}

const underlines: Record<Tone, string> = {
  verified: 'decoration-verified',
  disputed: 'decoration-disputed',
  false: 'decoration-false',
  contested: 'decoration-contested',
  unverifiable: 'decoration-unverifiable',
  open: 'decoration-open',
  accent: 'decoration-accent',
};

type MarkedProps = { text: string; claims: MarkedClaim[]; claimAt: string };

/** A paragraph cut where claims begin and end; each claim's number stands after its last word. */
function Marked({ text, claims, claimAt }: MarkedProps) {
  const cuts = [...new Set([0, text.length, ...claims.map(([start]) => start), ...claims.map(([, end]) => end)])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? text.length;
    const over = claims.filter(([start, end]) => start < to && end > from);
    const ending = claims.filter(([start, end]) => end === to && start < to);
    const innermost = over.reduce<MarkedClaim | null>(
      (least, claim) => (least && least[1] - least[0] <= claim[1] - claim[0] ? least : claim),
      null,
    );
    const words = text.slice(from, to);
    return (
      <Fragment key={from}>
        {innermost ? <u className={underlines[toneOf(innermost[3])]}>{words}</u> : words}
        {ending.map(([, , number, standing]) => (
          <sup key={number}>
            <a href={`${claimAt}${number}`} className={inks[toneOf(standing)]}>
              {number}
            </a>
          </sup>
        ))}
      </Fragment>
    );
  });
}
