'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { ClaimView, QuoteCheckView } from '#lib/domain/claims/claim-view';
import {
  contexts,
  noAnswers,
  type QuoteAnswers,
  quoteFinding,
  saidAnswers,
  wordings,
} from '#lib/domain/claims/quote-check';
import { Tag } from '#ui/tag';

const tones = { unchecked: 'open', confirmed: 'verified', doubtful: 'disputed', contested: 'contested' } as const;

type QuestionsProps = {
  claim: ClaimView;
  meId: string;
  /** null: the viewer may not judge. */
  onAnswer: ((answers: QuoteAnswers) => void) | null;
};

/** What is asked about a quote as a quote. Whether what was said is true is the verdict's business, further down. */
export function QuoteQuestions({ claim, meId, onAnswer }: QuestionsProps) {
  const t = useTranslations('review.quote');
  const words = useTranslations('words');
  const own = claim.quoteChecks.find(({ reviewer }) => reviewer.id === meId) ?? noAnswers;
  const others = claim.quoteChecks.filter(({ reviewer }) => reviewer.id !== meId);
  const finding = quoteFinding(claim.quoteChecks);
  const answer = (changed: Partial<QuoteAnswers>) => {
    const { said, wording, context } = { ...own, ...changed };
    onAnswer?.({ said, wording, context });
  };
  if (!onAnswer && claim.quoteChecks.length === 0) return null;
  return (
    <div role="group" aria-label={t('label')} className="mt-3 grid gap-1.5 border-t border-line-2 pt-2.5 text-[13px]">
      <span className="flex items-center gap-2 text-[12px] text-ink-3">
        <span className="flex-1">{t('label')}</span>
        {finding !== 'unchecked' && <Tag tone={tones[finding]}>{words(`quoteFinding.${finding}`)}</Tag>}
      </span>
      {onAnswer && (
        <>
          <Question
            name={t('said')}
            options={saidAnswers}
            chosen={own.said}
            label={(one) => words(`said.${one}`)}
            onChoose={(said) => answer({ said })}
          />
          <Question
            name={t('wording')}
            options={wordings}
            chosen={own.wording}
            label={(one) => words(`wording.${one}`)}
            onChoose={(wording) => answer({ wording })}
          />
          <Question
            name={t('context')}
            options={contexts}
            chosen={own.context}
            label={(one) => words(`context.${one}`)}
            onChoose={(context) => answer({ context })}
          />
        </>
      )}
      {others.map((check) => (
        <OtherAnswers key={check.reviewer.id} check={check} />
      ))}
    </div>
  );
}

function OtherAnswers({ check: { reviewer, said, wording, context } }: { check: QuoteCheckView }) {
  const t = useTranslations('review.quote');
  const words = useTranslations('words');
  const answers = [
    said && `${t('said')} ${words(`said.${said}`)}`,
    wording && `${t('wording')} ${words(`wording.${wording}`)}`,
    context && `${t('context')} ${words(`context.${context}`)}`,
  ];
  return (
    <p className="text-[12.5px] text-ink-2">
      <b className="font-semibold">{reviewer.name}</b> {answers.filter(Boolean).join(' · ')}
    </p>
  );
}

type QuestionProps<T extends string> = {
  name: string;
  options: readonly T[];
  chosen: T | null;
  label: (option: T) => string;
  /** Choosing the chosen one again takes the answer back. */
  onChoose: (option: T | null) => void;
};

function Question<T extends string>({ name, options, chosen, label, onChoose }: QuestionProps<T>) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className="grid grid-cols-[7.5rem_1fr] items-baseline gap-x-1">
      <span id={id} className="text-[12.5px] text-ink-2">
        {name}
      </span>
      <span className="flex flex-wrap gap-1">
        {options.map((option) => (
          <button
            key={option}
            type="button"
            data-question
            aria-pressed={option === chosen}
            className="rounded border border-line px-1.5 py-px text-[12.5px] text-ink-2 hover:bg-wash aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-paper"
            onClick={() => onChoose(option === chosen ? null : option)}
          >
            {label(option)}
          </button>
        ))}
      </span>
    </div>
  );
}
