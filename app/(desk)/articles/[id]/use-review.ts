'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useReducer, useRef } from 'react';
import { toast } from 'sonner';
import type { ParagraphKind } from '#lib/domain/article';
import type { ClaimKind } from '#lib/domain/claim';
import type { FigureFacts } from '#lib/domain/figure-reading';
import type { EvidenceInput, SpeakerNamed } from '#lib/domain/input';
import { noAnswers, type QuoteAnswers } from '#lib/domain/quote-check';
import { type Refusal, type Result, refuse } from '#lib/domain/refusal';
import type { ClaimView, EvidenceView, PersonView, ReviewView, SpeakerView } from '#lib/domain/review';
import type { Span } from '#lib/domain/span';
import { type Confidence, checkVerdict, deriveStanding, type Verdict } from '#lib/domain/standing';
import type { SuggestionView } from '#lib/domain/triage';
import { useRefusalText } from '../../../i18n/refusal';
import * as actions from './actions';
import { type Filter, type List, reduceReview, type SuggestionFilter, startReview } from './review-state';

type Answer = Result<ClaimView>;
type Step = () => Promise<Answer | Result<unknown>>;
export type JudgementInput = { verdict: Verdict; rationale: string; confidence: Confidence };

/** How many of one's own acts can be taken back. */
const undoDepth = 100;

/**
 * The review page's state and everything a reviewer can do to it. Each command shows its effect at once where it can be
 * known, asks the server, and takes the server's claim as the truth; each leaves a step that takes it back.
 */
export function useReview(view: ReviewView, me: PersonView) {
  const t = useTranslations('review');
  const words = useTranslations('words.standing');
  const refusalText = useRefusalText();
  const [state, dispatch] = useReducer(reduceReview, view, startReview);
  const undoSteps = useRef<Step[]>([]);
  /** Settles when every act so far has its answer: only then is it known what can be taken back. */
  const inFlight = useRef<Promise<unknown>>(Promise.resolve());
  const articleId = view.article.id;
  const { requiredJudgements } = view.article;

  const tell = useCallback(
    (refusal: Refusal) => {
      const verdict = refusal.values?.verdict;
      const named = verdict
        ? { ...refusal, values: { ...refusal.values, verdict: words(verdict as Verdict) } }
        : refusal;
      toast.error(refusalText(named));
    },
    [refusalText, words],
  );

  const commands = useMemo(() => {
    const remember = (step: Step) => {
      undoSteps.current = [...undoSteps.current.slice(1 - undoDepth), step];
    };

    /** Asks the server; shows `guess` meanwhile and `before` again where it refuses. */
    async function change(
      asking: Promise<Answer>,
      more: { before?: ClaimView; guess?: ClaimView } = {},
    ): Promise<Answer> {
      if (more.guess) dispatch({ type: 'claim', claim: more.guess });
      const answer: Answer = await asking.catch(() => refuse('no-answer'));
      if (answer.ok) dispatch({ type: 'claim', claim: answer.value });
      else {
        if (more.before && more.guess) dispatch({ type: 'claim', claim: more.before });
        tell(answer);
      }
      return answer;
    }

    /** Makes a command count as in flight until it is answered. */
    function tracked<Arguments extends unknown[], T>(run: (...args: Arguments) => Promise<T>) {
      return (...args: Arguments): Promise<T> => {
        const running = run(...args);
        inFlight.current = Promise.allSettled([inFlight.current, running]);
        return running;
      };
    }

    async function undo() {
      await inFlight.current;
      const step = undoSteps.current.pop();
      if (!step) {
        toast(t('nothingToUndo'));
        return;
      }
      const answer = await step();
      if (answer.ok) toast(t('undone'));
    }

    const undoable = (message: string) => toast(message, { action: { label: t('undo'), onClick: () => void undo() } });
    const refOf = (claim: ClaimView) => ({ articleId, claimId: claim.id });

    async function setRemoved(claim: ClaimView, removed: boolean): Promise<Answer> {
      const answer = await actions.setRemoved({ ...refOf(claim), removed }).catch(() => refuse('no-answer'));
      if (!answer.ok) tell(answer);
      else if (removed) dispatch({ type: 'claim-gone', claimId: claim.id });
      else {
        dispatch({ type: 'claim', claim: answer.value });
        dispatch({ type: 'select', list: 'claims', id: claim.id });
      }
      return answer;
    }

    /** Asks for something about suggestions; says why where it is refused. */
    async function ask<T>(asking: Promise<Result<T>>): Promise<Result<T>> {
      const answer: Result<T> = await asking.catch(() => refuse('no-answer'));
      if (!answer.ok) tell(answer);
      return answer;
    }

    async function accept(suggestions: SuggestionView[]): Promise<Result<unknown>> {
      const ids = suggestions.map(({ id }) => id);
      dispatch({ type: 'suggestions-gone', ids });
      const answer = await ask(actions.acceptSuggested({ articleId, ids }));
      if (!answer.ok) {
        dispatch({ type: 'suggestions-back', suggestions });
        return answer;
      }
      for (const claim of answer.value) dispatch({ type: 'claim', claim });
      remember(() => takeBack(suggestions, answer.value));
      if (suggestions.length > 1) undoable(t('suggest.accepted', { count: answer.value.length }));
      return answer;
    }

    async function takeBack(suggestions: SuggestionView[], claims: ClaimView[]): Promise<Result<unknown>> {
      const ids = suggestions.map(({ id }) => id);
      const answer = await ask(actions.returnSuggested({ articleId, ids }));
      if (!answer.ok) return answer;
      for (const { id } of claims) dispatch({ type: 'claim-gone', claimId: id });
      dispatch({ type: 'suggestions-back', suggestions });
      return answer;
    }

    async function setDismissed(suggestions: SuggestionView[], dismissed: boolean): Promise<Result<unknown>> {
      const ids = suggestions.map(({ id }) => id);
      const show = (gone: boolean) =>
        dispatch(gone ? { type: 'suggestions-gone', ids } : { type: 'suggestions-back', suggestions });
      show(dismissed);
      const answer = await ask(actions.setDismissed({ articleId, ids, dismissed }));
      if (!answer.ok) show(!dismissed);
      return answer;
    }

    async function setKind(paragraphId: string, kind: ParagraphKind, previous: ParagraphKind) {
      const answer = await actions.setKind({ articleId, paragraphId, kind }).catch(() => refuse('no-answer'));
      if (answer.ok) {
        dispatch({ type: 'paragraph-kind', paragraphId, kind });
        dispatch({ type: 'suggestions', suggestions: answer.value.suggestions });
        remember(() => setKind(paragraphId, previous, kind));
      } else tell(answer);
      return answer;
    }

    const ownOf = (claim: ClaimView) => claim.judgements.find(({ reviewer }) => reviewer.id === me.id);

    function withJudgement(claim: ClaimView, input: JudgementInput): ClaimView {
      const own = { ...input, reviewer: me, at: new Date().toISOString() };
      const judgements = ownOf(claim)
        ? claim.judgements.map((judgement) => (judgement.reviewer.id === me.id ? own : judgement))
        : [...claim.judgements, own];
      return { ...claim, judgements, standing: deriveStanding(judgements, claim.ruling, requiredJudgements) };
    }

    return {
      select: (list: List, id: string | null) => dispatch({ type: 'select', list, id }),
      filter: (filter: Filter) => dispatch({ type: 'filter', filter }),
      filterSuggestions: (filter: SuggestionFilter) => dispatch({ type: 'filter-suggestions', filter }),
      showSpeaker: (speaker: SpeakerView, from?: string) => dispatch({ type: 'speaker', speaker, from }),
      accept: tracked(accept),

      dismiss: tracked(async (suggestions: SuggestionView[]) => {
        const answer = await setDismissed(suggestions, true);
        if (!answer.ok) return;
        remember(() => setDismissed(suggestions, false));
        if (suggestions.length > 1) undoable(t('suggest.dismissed', { count: suggestions.length }));
      }),
      undo,
      setKind: tracked(setKind),

      mark: tracked(async (paragraphId: string, span: Span, kind: ClaimKind, more: { unselected?: boolean } = {}) => {
        const answer = await change(actions.mark({ articleId, paragraphId, ...span, kind }));
        if (!answer.ok) return;
        if (!more.unselected) dispatch({ type: 'select', list: 'claims', id: answer.value.id });
        remember(() => setRemoved(answer.value, true));
      }),

      move: tracked(async (claim: ClaimView, paragraphId: string, span: Span) => {
        const ref = { ...refOf(claim), version: claim.version };
        const answer = await change(actions.move({ ...ref, paragraphId, ...span }));
        if (!answer.ok) return;
        const { start, end } = claim;
        remember(() => change(actions.move({ ...refOf(claim), paragraphId: claim.paragraphId, start, end })));
      }),

      describe: tracked(
        async (
          claim: ClaimView,
          details: { kind?: ClaimKind; checkWorthy?: boolean; speaker?: SpeakerNamed | null },
        ): Promise<Answer> => {
          const { speaker: _, ...shown } = details;
          const answer = await change(actions.describe({ ...refOf(claim), ...details }), {
            before: claim,
            guess: { ...claim, ...shown },
          });
          const previous = { kind: claim.kind, checkWorthy: claim.checkWorthy, speaker: claim.speaker };
          if (answer.ok) remember(() => change(actions.describe({ ...refOf(claim), ...previous })));
          return answer;
        },
      ),

      remove: tracked(async (claim: ClaimView) => {
        const answer = await setRemoved(claim, true);
        if (!answer.ok) return;
        remember(() => setRemoved(claim, false));
        undoable(t('removed', { number: claim.number }));
      }),

      correct: tracked(async (claim: ClaimView, figure: FigureFacts | null): Promise<Answer> => {
        const answer = await change(actions.correct({ ...refOf(claim), figure }));
        const previous = claim.figure?.corrected ? claim.figure : null;
        if (answer.ok) remember(() => change(actions.correct({ ...refOf(claim), figure: previous })));
        return answer;
      }),

      answerQuote: tracked(async (claim: ClaimView, answers: QuoteAnswers) => {
        const others = claim.quoteChecks.filter(({ reviewer }) => reviewer.id !== me.id);
        const own = claim.quoteChecks.find(({ reviewer }) => reviewer.id === me.id) ?? noAnswers;
        const answer = await change(actions.answerQuote({ ...refOf(claim), answers }), {
          before: claim,
          guess: { ...claim, quoteChecks: [...others, { reviewer: me, ...answers }] },
        });
        if (answer.ok) remember(() => change(actions.answerQuote({ ...refOf(claim), answers: own })));
      }),

      judge: tracked(async (claim: ClaimView, input: JudgementInput, evidence?: EvidenceInput): Promise<Answer> => {
        const isAllowed = checkVerdict(input.verdict, claim.evidence.length + (evidence ? 1 : 0)).ok;
        const answer = await change(actions.judge({ ...refOf(claim), judgement: input, evidence }), {
          before: claim,
          guess: isAllowed ? withJudgement(claim, input) : undefined,
        });
        const previous = ownOf(claim);
        if (answer.ok) {
          remember(() =>
            change(previous ? actions.judge({ ...refOf(claim), judgement: previous }) : actions.withdraw(refOf(claim))),
          );
        }
        return answer;
      }),

      withdraw: tracked(async (claim: ClaimView) => {
        const previous = ownOf(claim);
        const answer = await change(actions.withdraw(refOf(claim)));
        if (answer.ok && previous) remember(() => change(actions.judge({ ...refOf(claim), judgement: previous })));
      }),

      rule: tracked(async (claim: ClaimView, ruling: { verdict: Verdict; reason: string } | null): Promise<Answer> => {
        const answer = await change(actions.rule({ ...refOf(claim), ruling }));
        if (answer.ok) remember(() => change(actions.rule({ ...refOf(claim), ruling: claim.ruling })));
        return answer;
      }),

      cite: tracked(async (claim: ClaimView, evidence: EvidenceInput): Promise<Answer> => {
        const answer = await change(actions.cite({ ...refOf(claim), evidence }));
        const added = answer.ok && answer.value.evidence.find(({ id }) => !claim.evidence.some((old) => old.id === id));
        if (added) remember(() => change(actions.setCited({ ...refOf(claim), evidenceId: added.id, removed: true })));
        return answer;
      }),

      uncite: tracked(async (claim: ClaimView, { id: evidenceId }: EvidenceView) => {
        const answer = await change(actions.setCited({ ...refOf(claim), evidenceId, removed: true }));
        if (!answer.ok) return;
        remember(() => change(actions.setCited({ ...refOf(claim), evidenceId, removed: false })));
        undoable(t('evidence.removed'));
      }),
    };
  }, [articleId, me, requiredJudgements, t, tell]);

  return { state, commands };
}

export type Commands = ReturnType<typeof useReview>['commands'];
