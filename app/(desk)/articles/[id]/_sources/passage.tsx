'use client';

import { Lock } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { FoundPassage, PlaceInTexts, SearchedText } from '#lib/domain/files/found-in-texts';
import type { Locator } from '#lib/domain/files/locator';
import { clockOf, placeAddress } from '#lib/domain/files/place-in-words';
import type { DiffPiece } from '#lib/domain/revisions/diff';
import { LockMark } from '#ui/lock-mark';

export type Texts = SearchedText[];

/**
 * A place in words: the page, the moment or the cell, and the file where its source has several. It becomes part of evidence, which
 * all see: a confidential file is not named in it.
 */
export function usePlaceInWords(texts: Texts): (place: PlaceInTexts) => string {
  const t = useTranslations('review.inSources.place');
  const own = ({ kind, ...place }: Locator): string => {
    if (kind === 'page' && 'page' in place) return t('page', { page: place.page });
    if (kind === 'time' && 'seconds' in place) return t('time', { time: clockOf(place.seconds) });
    if (kind === 'cell' && 'cell' in place) return t('cell', { cell: `${place.sheet}!${place.cell}` });
    return '';
  };
  return ({ text, locator }) => {
    const found = texts[text];
    const isOneOfSeveral = texts.filter(({ sourceId }) => sourceId === found?.sourceId).length > 1;
    return [isOneOfSeveral && !found?.isConfidential && found?.name, own(locator)]
      .filter(Boolean)
      .join(', ')
      .slice(0, 200)
      .toWellFormed();
  };
}

/** How a passage compares with the claim, in words. */
export function PassageRelation({ figure, relation, deviation }: FoundPassage) {
  const t = useTranslations('review.inSources');
  const format = useFormatter();
  if (relation === 'differs' && deviation !== null) {
    const share = format.number(Math.abs(deviation), { style: 'percent', maximumSignificantDigits: 2 });
    return t(deviation > 0 ? 'articleAbove' : 'articleBelow', { share });
  }
  // A passage has a figure where it is one of figures: the relation is of that list, else of the quotes'.
  return figure === null ? t(`quoteIs.${relation}` as 'quoteIs.altered') : t(`figureIs.${relation}` as 'figureIs.same');
}

/** The passage with its figure, or with what the article says otherwise. */
export function Passage({ passage, figure, pieces }: FoundPassage) {
  if (pieces.length > 0) return <Pieces pieces={pieces} />;
  const at = figure === null ? -1 : passage.indexOf(figure);
  if (figure === null || at < 0) return passage;
  return (
    <>
      {passage.slice(0, at)}
      <b className="font-semibold">{figure}</b>
      {passage.slice(at + figure.length)}
    </>
  );
}

/** What differs between the source and the article. */
export function Pieces({ pieces }: { pieces: DiffPiece[] }) {
  const t = useTranslations('review.inSources');
  let at = 0;
  return pieces.map(({ text, change }) => {
    at += text.length;
    if (change === 'removed')
      return (
        <del key={`${at} -`} title={t('removed')} className="mr-0.5 text-ink-3">
          {text}
        </del>
      );
    if (change === 'added')
      return (
        <ins key={`${at} +`} title={t('added')} className="rounded-sm bg-false-wash text-false no-underline">
          {text}
        </ins>
      );
    return <span key={at}>{text}</span>;
  });
}

/** Says who will see a passage of a confidential file once it is evidence. */
export function ConfidentialNote({ texts, place }: { texts: Texts; place: PlaceInTexts }) {
  const t = useTranslations('review.inSources');
  if (!texts[place.text]?.isConfidential) return null;
  return (
    <span className="mt-1 flex items-start gap-1.5 text-[12.5px] text-ink-2">
      <Lock size={13} aria-hidden="true" className="mt-0.5 shrink-0" /> {t('confidential')}
    </span>
  );
}

/** Leads to the place of a passage in its file or capture. */
export function Place({ texts, place, words }: { texts: Texts; place: PlaceInTexts; words: string }) {
  const t = useTranslations('review.inSources');
  const text = texts[place.text];
  const shown = usePlaceInWords(texts)(place);
  if (!text) return null;
  return (
    <>
      <a
        href={placeAddress(text, place.locator, words)}
        target="_blank"
        rel="noreferrer"
        aria-label={[t('open', { name: text.name }), shown].filter(Boolean).join(', ')}
        className="text-[12px] text-accent wrap-anywhere hover:underline"
      >
        {shown || text.name}
      </a>
      {text.isConfidential && <LockMark label={t('secret')} />}
    </>
  );
}
