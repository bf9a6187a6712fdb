'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { EvidenceInput } from '#lib/domain/claims/claim-input';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { noAnswers, proposedAnswers, type QuoteAnswers } from '#lib/domain/claims/quote-check';
import { agrees, type CheckedExcerpt, type FoundInSources, type FoundPassage } from '#lib/domain/files/found-in-texts';
import type { Result } from '#lib/domain/refusal';
import type { DiffPiece } from '#lib/domain/revisions/diff';
import { Button } from '#ui/button';
import { Kbd } from '#ui/kbd';
import { useKeyboard } from '../../../../browser/use-keyboard';
import { useRead } from '../../../../browser/use-read';
import { useRefusalText } from '../../../../i18n/refusal';
import { ConfidentialNote, Passage, PassageRelation, Pieces, Place, type Texts, usePlaceInWords } from './passage';

type InSourcesProps = {
  articleId: string;
  claim: ClaimView;
  /** Makes a passage evidence; null for whom may not. */
  onUse: ((evidence: EvidenceInput) => Promise<Result<unknown>>) | null;
  /** Answers the questions about a quote; null for whom may not. */
  onAnswer: ((answers: QuoteAnswers) => void) | null;
  meId: string;
};

/** Where the excerpts of a claim's evidence stand in their sources, and what of the sources the claim may rest on. */
export function InSources({ articleId, claim, onUse, onAnswer, meId }: InSourcesProps) {
  const t = useTranslations('review.inSources');
  const refusalText = useRefusalText();
  const [isBusy, setBusy] = useState(false);
  // Whoever walks through many claims asks of the one that they stay at.
  const { value, refusal } = useRead<FoundInSources>(`/api/articles/${articleId}/claims/${claim.id}/in-sources`, {
    version: claim.version,
    rest: 300,
  });
  const placeInWords = usePlaceInWords(value?.texts ?? []);
  const first = value?.passages[0];

  async function use(passage: FoundPassage) {
    const text = value?.texts[passage.place.text];
    if (!text || !onUse || isBusy) return;
    setBusy(true);
    await onUse({
      source: { id: text.sourceId },
      stance: agrees(passage) ? 'supports' : 'context',
      excerpt: passage.passage,
      locator: placeInWords(passage.place) || null,
      figure: passage.figure,
    });
    setBusy(false);
  }
  useKeyboard((event) => {
    if (event.key.toLowerCase() !== 'i' || event.metaKey || event.ctrlKey || event.altKey) return false;
    if (!first || !onUse) return false;
    void use(first);
    return true;
  });

  if (refusal?.code === 'too-many-searches')
    return <p className="mt-3 text-[12.5px] text-ink-3">{refusalText(refusal)}</p>;
  if (!value || (value.excerpts.length + value.passages.length === 0 && value.quoteIs === null)) return null;
  const { texts, excerpts, passages, isPartial, quoteIs } = value;
  return (
    <section aria-label={t('title')} className="mt-3 rounded-md border border-line bg-wash px-3 py-2.5 text-[13px]">
      <h2 className="text-[12px] font-medium text-ink-3">{t('title')}</h2>
      <ul className="mt-1 grid gap-2.5">
        {excerpts.map((checked) => (
          <ExcerptLine key={checked.evidenceId} {...{ checked, claim, texts }} />
        ))}
        {passages.map((passage) => (
          <li key={`${passage.place.text} ${passage.passage} ${passage.figure}`}>
            <span className="flex flex-wrap items-baseline gap-x-2">
              <b className={`font-semibold ${agrees(passage) ? 'text-verified' : 'text-disputed'}`}>
                <PassageRelation {...passage} />
              </b>
              <Place {...{ texts, place: passage.place, words: passage.passage }} />
            </span>
            <span className="mt-0.5 block font-serif text-[14px]/[1.5] wrap-anywhere">
              <Passage {...passage} />
            </span>
            {onUse && <ConfidentialNote texts={texts} place={passage.place} />}
            {onUse && (
              <Button size="small" className="mt-1.5" disabled={isBusy} onClick={() => void use(passage)}>
                {t('use')} {passage === first && <Kbd>I</Kbd>}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {quoteIs !== null && onAnswer && <ProposedAnswers {...{ claim, quoteIs, onAnswer, meId }} />}
      {isPartial && <p className="mt-1.5 text-[12px] text-ink-3">{t('partial')}</p>}
    </section>
  );
}

type ProposedProps = {
  claim: ClaimView;
  quoteIs: NonNullable<FoundInSources['quoteIs']>;
  onAnswer: (answers: QuoteAnswers) => void;
  meId: string;
};

/** What the sources say to the questions about a quote. Nothing once the person has answered so. */
function ProposedAnswers({ claim, quoteIs, onAnswer, meId }: ProposedProps) {
  const t = useTranslations('review.inSources');
  const words = useTranslations('words');
  const proposed = proposedAnswers(quoteIs);
  if (!proposed) return null;
  const own = claim.quoteChecks.find(({ reviewer }) => reviewer.id === meId) ?? noAnswers;
  const said = proposed.said ?? own.said;
  if (said === own.said && proposed.wording === own.wording) return null;
  const answers = [
    proposed.said && words(`said.${proposed.said}`),
    proposed.wording && words(`wording.${proposed.wording}`),
  ];
  return (
    <p className="mt-2.5 flex flex-wrap items-baseline gap-x-2.5 gap-y-1 border-t border-line pt-2">
      <span>{t(quoteIs === 'translation' ? 'otherLanguage' : 'proposed')}</span>
      <Button size="small" onClick={() => onAnswer({ said, wording: proposed.wording, context: own.context })}>
        {t('answer', { answers: answers.filter(Boolean).join(' · ') })}
      </Button>
    </p>
  );
}

const excerptColour = {
  verbatim: 'text-verified',
  'small-differences': 'text-ink-2',
  shortened: 'text-ink-2',
  altered: 'text-false',
  absent: 'text-disputed',
};

type ExcerptLineProps = { checked: CheckedExcerpt; claim: ClaimView; texts: Texts };

function ExcerptLine({ checked: { evidenceId, relation, place, pieces }, claim, texts }: ExcerptLineProps) {
  const t = useTranslations('review.inSources');
  const evidence = claim.evidence.find(({ id }) => id === evidenceId);
  if (!evidence) return null;
  return (
    <li>
      <span className="flex flex-wrap items-baseline gap-x-2">
        <b className={`font-semibold ${excerptColour[relation]}`}>{t(`excerptIs.${relation}`)}</b>
        {place && <Place {...{ texts, place, words: wordsOf(pieces) || evidence.excerpt }} />}
      </span>
      <span className="block text-[12px] text-ink-3 wrap-anywhere">
        {t('excerptOf', { title: evidence.source.title })}
      </span>
      {pieces.length > 0 && (
        <span className="mt-0.5 block font-serif wrap-anywhere">
          <Pieces pieces={pieces} />
        </span>
      )}
    </li>
  );
}

/** The words of the source. */
const wordsOf = (pieces: DiffPiece[]): string =>
  pieces
    .filter(({ change }) => change !== 'added')
    .map(({ text }) => text)
    .join('');
