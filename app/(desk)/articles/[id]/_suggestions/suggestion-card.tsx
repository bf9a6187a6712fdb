'use client';

import { Check, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import type { SuggestionView } from '#lib/domain/claims/suggestion';
import { claimKinds } from '#lib/reading/claim-kinds';
import { Button } from '#ui/button';
import { Kbd } from '#ui/kbd';
import { Tag } from '#ui/tag';
import { MetBefore } from '../_claim/forms';

type Suggested = { suggestion: SuggestionView; paragraph: number; text: string };
type RowProps = Suggested & { onSelect: (id: string) => void };

/** A suggestion as the list shows it: what it would become, its words, and why. */
export const SuggestionRow = memo(function SuggestionRow({ suggestion, paragraph, text, onSelect }: RowProps) {
  return (
    <button
      type="button"
      data-card={suggestion.id}
      className="block w-full rounded-lg border border-dashed border-line bg-sheet px-3.5 py-2.5 text-left [contain-intrinsic-size:auto_92px] [content-visibility:auto] hover:border-ink-3"
      onClick={() => onSelect(suggestion.id)}
    >
      <SuggestionHead {...{ suggestion, paragraph }} />
      <span className="mt-1.5 line-clamp-2 block font-serif text-[14px]/[1.5]">{text}</span>
      <Reasons suggestion={suggestion} />
    </button>
  );
});

type CardProps = Suggested & {
  articleId: string;
  /** null: the viewer may not mark. */
  onAccept: ((kind: SuggestionView['kind']) => void) | null;
  onDismiss: () => void;
  onShow: () => void;
};

/** The selected suggestion: take it up as what it is proposed as, or as something else, or set it aside. */
export function SuggestionCard({ articleId, suggestion, paragraph, text, onAccept, onDismiss, onShow }: CardProps) {
  const t = useTranslations('review.suggest');
  const kinds = useTranslations('words.kind');
  return (
    <section
      data-card={suggestion.id}
      aria-label={t('card', { kind: kinds(suggestion.kind) })}
      className="rounded-lg border border-dashed border-ink-3 bg-sheet px-3.5 py-3 shadow-lift max-lg:border-0 max-lg:px-0 max-lg:shadow-none"
    >
      <SuggestionHead {...{ suggestion, paragraph }} />
      <button
        type="button"
        className="mt-2 block text-left font-serif text-[15.5px]/[1.55] font-medium"
        onClick={onShow}
      >
        {text}
      </button>
      <Reasons suggestion={suggestion} />
      {onAccept && (
        <div className="mt-3 flex flex-wrap items-center gap-1.5">
          <Button look="primary" size="small" aria-keyshortcuts="Enter" onClick={() => onAccept(suggestion.kind)}>
            <Check size={14} /> {t('accept')}
            <span className="max-lg:hidden">
              <Kbd>↵</Kbd>
            </span>
          </Button>
          <Button size="small" aria-keyshortcuts="x" onClick={onDismiss}>
            <X size={14} /> {t('dismiss')}
            <span className="max-lg:hidden">
              <Kbd>X</Kbd>
            </span>
          </Button>
          <span className="flex-1" />
          <select
            aria-label={t('acceptAs')}
            className="rounded border border-line bg-sheet px-1 py-1 text-[12.5px] text-ink-2"
            value=""
            onChange={({ target }) => {
              const kind = claimKinds.find((one) => one === target.value);
              if (kind) onAccept(kind);
            }}
          >
            <option value="">{t('acceptAs')}</option>
            {claimKinds.map((kind, index) => (
              <option key={kind} value={kind}>
                {index + 1} {kinds(kind)}
              </option>
            ))}
          </select>
        </div>
      )}
      <MetBefore articleId={articleId} place={suggestion} onTake={null} onCite={null} cited={[]} />
    </section>
  );
}

function SuggestionHead({ suggestion: { kind, score }, paragraph }: Pick<Suggested, 'suggestion' | 'paragraph'>) {
  const t = useTranslations('review.suggest');
  const kinds = useTranslations('words.kind');
  const percent = Math.round(score * 100);
  return (
    <span className="flex items-center gap-2 text-[12px] text-ink-3">
      <Tag>{kinds(kind)}</Tag>
      <span>¶{paragraph}</span>
      <span className="flex-1" />
      <span
        className="flex items-center gap-1.5"
        role="img"
        aria-label={`${t('score')}: ${percent}%`}
        title={`${t('score')}: ${percent}%`}
      >
        <svg aria-hidden="true" className="block h-1 w-12 rounded-full bg-line">
          <rect className="fill-ink-3" width={`${percent}%`} height="100%" />
        </svg>
      </span>
    </span>
  );
}

/** Why something is suggested, and what speaks against it, in the reader's words. */
export function Reasons({ suggestion: { reasons, speaker } }: { suggestion: SuggestionView }) {
  const words = useTranslations('words.why');
  const t = useTranslations('review.speaker');
  // That a speaker is known is said by naming them.
  const named = reasons.filter((reason) => reason !== 'speaker').map((reason) => words(reason));
  return (
    <span className="mt-1 block text-[12px] text-ink-3">
      {[...(speaker ? [t('says', { name: speaker })] : []), ...named].join(' · ')}
    </span>
  );
}
