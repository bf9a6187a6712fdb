'use client';

import { useTranslations } from 'next-intl';
import { useContext } from 'react';
import { Tag } from '#ui/tag';
import { toneOf } from '../../words/standing';
import { useStandingName } from '../../words/standing-name';
import { type Listing, sourceIn } from '../listing';
import type { ClaimRow, RowsAbout } from './claim-row';
import { CorrectionTool } from './correction-tool';
import { Findings } from './findings';

type ClaimRowsProps = { rows: ClaimRow[]; about: RowsAbout; listing: Listing; dissentOnly?: boolean };

/** Rows of the table of claims. */
export function ClaimRows({ rows, about, listing, dissentOnly = false }: ClaimRowsProps) {
  const standingName = useStandingName(about.scale);
  return rows.map((row) => {
    const [number, standing] = row;
    return (
      <tr key={number}>
        <td>
          <a href={`${about.claimAt}${number}`}>{number}</a>
        </td>
        <td>
          <ClaimWords row={row} about={about} />
        </td>
        <td>
          <Tag tone={toneOf(standing)}>{standingName(standing)}</Tag>
        </td>
        <td>
          <Findings row={row} sourceHref={(citation) => sourceIn(listing, citation)} dissentOnly={dissentOnly} />
        </td>
      </tr>
    );
  });
}

/** A claim's words, and below them what it is and where. */
function ClaimWords({ row, about }: { row: ClaimRow; about: RowsAbout }) {
  const [, , exact, facts] = row;
  return (
    <>
      <span lang={about.language}>{exact}</span>
      <small>{facts}</small>
    </>
  );
}

/** Claims that do not hold or that reviewers differ on, each with what the article should say instead. */
export function CorrectionRows({ rows, about, listing }: Omit<ClaimRowsProps, 'dissentOnly'>) {
  const t = useTranslations('report');
  const standingName = useStandingName(about.scale);
  const drawTool = useContext(CorrectionTool);
  return rows.map((row) => {
    const [number, standing, , , , , , correction] = row;
    return (
      <li key={number}>
        <div>
          <p className="mb-1">
            <a href={`${about.claimAt}${number}`}>{number}</a>{' '}
            <Tag tone={toneOf(standing)}>{standingName(standing)}</Tag>
          </p>
          <ClaimWords row={row} about={about} />
          {correction && (
            <p className="mt-2 border-l-2 border-verified pl-3">
              <span className="block text-[12px] font-medium text-verified">{t('insteadSay')}</span>
              <span lang={about.language} className="wrap-anywhere whitespace-pre-line">
                {correction}
              </span>
            </p>
          )}
          {drawTool?.({ number, correction })}
        </div>
        <div>
          <Findings row={row} sourceHref={(citation) => sourceIn(listing, citation)} />
        </div>
      </li>
    );
  });
}

type QuestionRowsProps = { rows: QuestionRow[]; about: RowsAbout };

/** An open claim with the sentences around it. */
export type QuestionRow = readonly [claim: ClaimRow, context: string];

/** What nobody has found out yet, in the article's own sentences. */
export function QuestionRows({ rows, about }: QuestionRowsProps) {
  const standingName = useStandingName(about.scale);
  return rows.map(([[number, standing, exact], context]) => {
    const at = context.indexOf(exact);
    return (
      <li key={number}>
        <a href={`${about.claimAt}${number}`}>{number}</a>
        <span lang={about.language}>
          {at < 0 ? exact : context.slice(0, at)}
          {at >= 0 && <mark>{exact}</mark>}
          {at >= 0 && context.slice(at + exact.length)}
        </span>
        <Tag tone={toneOf(standing)}>{standingName(standing)}</Tag>
      </li>
    );
  });
}

/** What one claim does to the score: weight, value, points, the score without it and its effect, each written out. */
export type ContributionRow = readonly [
  claim: ClaimRow,
  weight: string,
  value: string,
  points: string,
  without: string,
  effect: string,
];

export function ContributionRows({ rows, about }: { rows: ContributionRow[]; about: RowsAbout }) {
  const words = useTranslations('words.standing');
  return rows.map(([[number, standing, exact], weight, value, points, without, effect]) => (
    <tr key={number}>
      <td>{number}</td>
      <td>
        <span lang={about.language}>{exact}</span>
      </td>
      <td>
        <Tag tone={toneOf(standing)}>{words(standing)}</Tag>
      </td>
      <td>{weight}</td>
      <td>{value}</td>
      <td>{points}</td>
      <td>{without}</td>
      <td>{effect}</td>
    </tr>
  ));
}
