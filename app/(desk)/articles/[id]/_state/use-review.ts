'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useReducer, useState } from 'react';
import { toast } from 'sonner';
import type { ClaimView, SpeakerView } from '#lib/domain/claims/claim-view';
import type { Verdict } from '#lib/domain/claims/standing';
import type { PersonView } from '#lib/domain/people/person-view';
import type { Refusal } from '#lib/domain/refusal';
import type { ReviewView } from '#lib/domain/review/review';
import type { ReviewUpdate } from '#lib/domain/review/update';
import { read, send } from '../../../../browser/requests';
import { useRefusalText } from '../../../../i18n/refusal';
import * as actions from '../_actions/actions';
import { type Answer, type Choice, type ConflictQuestion, makeAsking } from './asking';
import { makeClaimCommands } from './claim-commands';
import type { Filter, SuggestionFilter } from './filter';
import { makeFindingCommands } from './finding-commands';
import { type List, reduceReview, startReview } from './state';
import { makeSuggestionCommands } from './suggestion-commands';
import { makeUndo } from './undo';
import { makeWorkCommands } from './work-commands';

/** Two versions of one thing, and how the choice between them is told. */
export type Conflict = ConflictQuestion & { settle: (choice: Choice) => void };

/**
 * The review page's state and everything a reviewer can do to it. Each command shows its effect at once where it can be
 * known, asks the server, and takes the server's claim as the truth; each leaves a step that takes it back.
 */
export function useReview(view: ReviewView, me: PersonView) {
  const words = useCommandWords();
  const tell = useTell();
  const [state, dispatch] = useReducer(reduceReview, view, startReview);
  const [undo] = useState(makeUndo);
  const { conflict, choose } = useConflict();
  const { paragraphs } = view;
  const { id: articleId, requiredJudgements } = view.article;

  const commands = useMemo(() => {
    // Asked for by an edit that waits for it, so that nothing ends it early.
    const readClaim = (claimId: string) =>
      read<ClaimView>(`/api/articles/${articleId}/claims/${claimId}`, new AbortController().signal);
    const asking = makeAsking({ dispatch, tell, readClaim, choose });
    const step = async (direction: 'undo' | 'redo') => {
      const outcome = await undo.step(direction);
      if (outcome === 'nothing') toast(words.review(direction === 'undo' ? 'nothingToUndo' : 'nothingToRedo'));
      if (outcome === 'done') toast(words.review(direction === 'undo' ? 'undone' : 'redone'));
    };
    const offerUndo = (message: string) =>
      void toast(message, { action: { label: words.review('undo'), onClick: () => void step('undo') } });
    const textOf = (paragraphId: string) => paragraphs.find(({ id }) => id === paragraphId)?.text ?? '';
    const context = {
      articleId,
      me,
      requiredJudgements,
      textOf,
      actions,
      send,
      dispatch,
      asking,
      undo,
      offerUndo,
      words,
    };
    return {
      ...makeClaimCommands(context),
      ...makeFindingCommands(context),
      ...makeSuggestionCommands(context),
      ...makeWorkCommands(context),
      update: (update: ReviewUpdate) => dispatch({ type: 'update', update }),
      select: (list: List, id: string | null) => dispatch({ type: 'select', list, id }),
      filter: (filter: Filter) => dispatch({ type: 'filter', filter }),
      filterSuggestions: (filter: SuggestionFilter) => dispatch({ type: 'filter-suggestions', filter }),
      showSpeaker: (speaker: SpeakerView, from?: string) => dispatch({ type: 'speaker', speaker, from }),
      /** Waits for the server's claim and shows it; says why where the server refuses. */
      show: (answer: Promise<Answer>) => asking.change(answer),
      undo: () => step('undo'),
      redo: () => step('redo'),
      remember: undo.remember,
      tracked: undo.tracked,
      settled: undo.settled,
    };
  }, [articleId, me, requiredJudgements, paragraphs, words, tell, undo, choose]);

  return { state, commands, conflict };
}

export type Commands = ReturnType<typeof useReview>['commands'];

/** The words in which commands speak of what they did. */
function useCommandWords() {
  const review = useTranslations('review');
  const standing = useTranslations('words.standing');
  const kind = useTranslations('words.kind');
  return useMemo(() => ({ review, standing, kind }), [review, standing, kind]);
}

/** Says why something was refused, a verdict by its name. */
function useTell(): (refusal: Refusal) => void {
  const verdicts = useTranslations('words.standing');
  const refusalText = useRefusalText();
  return useCallback(
    (refusal: Refusal) => {
      const verdict = refusal.values?.verdict;
      const named = verdict
        ? { ...refusal, values: { ...refusal.values, verdict: verdicts(verdict as Verdict) } }
        : refusal;
      toast.error(refusalText(named));
    },
    [refusalText, verdicts],
  );
}

/** The conflict that is shown now, and how one is put before the person. */
function useConflict() {
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const choose = useCallback(async (question: ConflictQuestion): Promise<Choice> => {
    const choice = await new Promise<Choice>((settle) => setConflict({ ...question, settle }));
    setConflict(null);
    return choice;
  }, []);
  return { conflict, choose };
}
