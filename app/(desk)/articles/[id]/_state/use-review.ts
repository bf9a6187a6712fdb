'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useReducer, useRef, useState } from 'react';
import { toast } from 'sonner';
import type { ParagraphKind } from '#lib/domain/articles/article';
import type { EvidenceInput, SpeakerNamed } from '#lib/domain/claims/claim-input';
import type { ClaimView, EvidenceView, SpeakerView } from '#lib/domain/claims/claim-view';
import { checkVerdict, withJudgement } from '#lib/domain/claims/judge';
import { noAnswers, type QuoteAnswers } from '#lib/domain/claims/quote-check';
import type { Confidence, Verdict } from '#lib/domain/claims/standing';
import type { SuggestionView } from '#lib/domain/claims/suggestion';
import type { ClaimWeight } from '#lib/domain/claims/weight';
import type { PersonView } from '#lib/domain/people/person-view';
import type { Refusal, Result } from '#lib/domain/refusal';
import type { ReviewView } from '#lib/domain/review/review';
import type { ReviewUpdate } from '#lib/domain/review/update';
import type { AssignmentView } from '#lib/domain/review/workflow';
import type { ClaimKind } from '#lib/reading/claim-kinds';
import type { FigureFacts } from '#lib/reading/figure-types';
import type { Span } from '#lib/text/span';
import { send } from '../../../../browser/send';
import { useRefusalText } from '../../../../i18n/refusal';
import * as actions from '../_actions/actions';
import { type Filter, type List, reduceReview, type SuggestionFilter, startReview } from './state';

type Answer = Result<ClaimView>;
/** An act of one's own: how it is taken back, and how it is done again. */
type Step = { undo: () => Promise<Result<unknown>>; redo?: () => Promise<Result<unknown>> };
type Ruling = { verdict: Verdict; reason: string };
type Work = { assigneeId: string; claimIds: string[]; paragraphIds: string[] };

/** What is to be changed of a claim: both sides in words, for the case that somebody was faster. */
type Edit = {
  mine: string;
  theirs: (now: ClaimView) => string;
  run: (seen: ClaimView) => Promise<Answer>;
  /** Of an edit that holds a text of one's own: the two texts, and the edit with another one in its place. */
  merge?: { texts: (now: ClaimView) => string[]; run: (seen: ClaimView, text: string) => Promise<Answer> };
};

/** An edit that met a newer version of the claim. */
export type Conflict = {
  number: number;
  mine: string;
  theirs: string;
  /** Both texts, where the edit is of a text, for one to be made of them. */
  both: string | null;
  settle: (choice: Choice) => void;
};

/** Which version stays; a text is one that was made of both. */
export type Choice = 'theirs' | 'mine' | { text: string };

const isConflict = (answer: Result<unknown>): boolean =>
  !answer.ok && (answer.code === 'claim-changed' || answer.code === 'judgement-changed');

/** Which judgement a new one replaces; undefined where the last one has no answer yet. */
const seenAt = (own: { at: string } | undefined): string | null | undefined => (own ? own.at || undefined : null);

/** A judgement as it was given, to be given again. */
const again = ({ verdict, rationale, confidence }: JudgementInput): JudgementInput => ({
  verdict,
  rationale,
  confidence,
});

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
  const kinds = useTranslations('words.kind');
  const refusalText = useRefusalText();
  const [state, dispatch] = useReducer(reduceReview, view, startReview);
  const steps = useRef<Record<'undo' | 'redo', Step[]>>({ undo: [], redo: [] });
  const [conflict, setConflict] = useState<Conflict | null>(null);
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
    const remember = (undo: Step['undo'], redo?: Step['redo']) => {
      steps.current = { undo: [...steps.current.undo.slice(1 - undoDepth), { undo, redo }], redo: [] };
    };

    /** Asks the server; shows `guess` meanwhile, and what the server said before again where it refuses. */
    async function change(asking: Promise<Answer>, { guess }: { guess?: ClaimView } = {}): Promise<Answer> {
      if (guess) dispatch({ type: 'guess', claim: guess });
      const answer: Answer = await asking;
      if (answer.ok) dispatch({ type: 'claim', claim: answer.value });
      else {
        if (guess) dispatch({ type: 'guess-over', claimId: guess.id });
        if (!isConflict(answer)) tell(answer);
      }
      return answer;
    }

    /**
     * An edit of what the claim is, on the edition that was seen. Where somebody was faster, both versions are shown; one's
     * own, or one made of both, is asked again on theirs if it is chosen. Settles with the choice.
     */
    async function edit(claim: ClaimView, asked: Edit): Promise<Answer> {
      const { mine, theirs, run, merge } = asked;
      const answer = await run(claim);
      if (!isConflict(answer)) return answer;
      const now = await ask(send(actions.read, refOf(claim)));
      if (!now.ok) return now;
      dispatch({ type: 'claim', claim: now.value });
      const both = merge ? [...new Set(merge.texts(now.value).filter(Boolean))].join('\n\n') : null;
      const choice = await new Promise<Choice>((settle) =>
        setConflict({ number: claim.number, mine, theirs: theirs(now.value), both, settle }),
      );
      setConflict(null);
      if (choice === 'theirs') return answer;
      if (choice === 'mine' || !merge) return edit(now.value, asked);
      const { text } = choice;
      return edit(now.value, { ...asked, mine: text, run: (seen) => merge.run(seen, text) });
    }

    /** Makes a command count as in flight until it is answered. */
    function tracked<Arguments extends unknown[], T>(run: (...args: Arguments) => Promise<T>) {
      return (...args: Arguments): Promise<T> => {
        const running = run(...args);
        inFlight.current = Promise.allSettled([inFlight.current, running]);
        return running;
      };
    }

    async function step(direction: 'undo' | 'redo') {
      await inFlight.current;
      const last = steps.current[direction].pop();
      if (!last) {
        toast(t(direction === 'undo' ? 'nothingToUndo' : 'nothingToRedo'));
        return;
      }
      const answer = await last[direction]?.();
      if (!answer?.ok) return;
      if (last.redo) steps.current[direction === 'undo' ? 'redo' : 'undo'].push(last);
      toast(t(direction === 'undo' ? 'undone' : 'redone'));
    }

    const undoable = (message: string) =>
      toast(message, { action: { label: t('undo'), onClick: () => void step('undo') } });
    const textOf = (paragraphId: string) => view.paragraphs.find(({ id }) => id === paragraphId)?.text ?? '';
    const refOf = (claim: ClaimView) => ({ articleId, claimId: claim.id });

    async function setRemoved(claim: ClaimView, removed: boolean): Promise<Answer> {
      const answer = await send(actions.setRemoved, { ...refOf(claim), removed });
      if (!answer.ok) tell(answer);
      else if (removed) dispatch({ type: 'claim-gone', claimId: claim.id, version: answer.value.version });
      else {
        dispatch({ type: 'claim', claim: answer.value });
        dispatch({ type: 'select', list: 'claims', id: claim.id });
      }
      return answer;
    }

    /** Asks for something about suggestions; says why where it is refused. */
    async function ask<T>(asking: Promise<Result<T>>): Promise<Result<T>> {
      const answer: Result<T> = await asking;
      if (!answer.ok) tell(answer);
      return answer;
    }

    async function accept(suggestions: SuggestionView[]): Promise<Result<unknown>> {
      const ids = suggestions.map(({ id }) => id);
      dispatch({ type: 'suggestions-gone', ids });
      const answer = await ask(send(actions.acceptSuggested, { articleId, ids }));
      if (!answer.ok) {
        dispatch({ type: 'suggestions-back', suggestions });
        return answer;
      }
      for (const claim of answer.value) dispatch({ type: 'claim', claim });
      remember(
        () => takeBack(suggestions, answer.value),
        () => accept(suggestions),
      );
      if (suggestions.length > 1) undoable(t('suggest.accepted', { count: answer.value.length }));
      return answer;
    }

    async function takeBack(suggestions: SuggestionView[], claims: ClaimView[]): Promise<Result<unknown>> {
      const ids = suggestions.map(({ id }) => id);
      const answer = await ask(send(actions.returnSuggested, { articleId, ids }));
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
      const answer = await ask(send(actions.setDismissed, { articleId, ids, dismissed }));
      if (!answer.ok) show(!dismissed);
      return answer;
    }

    async function assigned(asking: Promise<Result<AssignmentView[]>>): Promise<Result<AssignmentView[]>> {
      const answer = await ask(asking);
      if (answer.ok) dispatch({ type: 'assignments', assignments: answer.value });
      return answer;
    }

    async function setKind(paragraphId: string, kind: ParagraphKind, previous: ParagraphKind) {
      const answer = await send(actions.setKind, { articleId, paragraphId, kind });
      if (answer.ok) {
        dispatch({ type: 'paragraph-kind', paragraphId, kind });
        dispatch({ type: 'suggestions', suggestions: answer.value.suggestions });
        remember(
          () => setKind(paragraphId, previous, kind),
          () => setKind(paragraphId, kind, previous),
        );
      } else tell(answer);
      return answer;
    }

    const ownOf = (claim: ClaimView) => claim.judgements.find(({ reviewer }) => reviewer.id === me.id);

    return {
      update: (update: ReviewUpdate) => dispatch({ type: 'update', update }),
      /** Settles with the acts under way; another promise as soon as one more begins. */
      settled: () => inFlight.current,
      select: (list: List, id: string | null) => dispatch({ type: 'select', list, id }),
      filter: (filter: Filter) => dispatch({ type: 'filter', filter }),
      filterSuggestions: (filter: SuggestionFilter) => dispatch({ type: 'filter-suggestions', filter }),
      showSpeaker: (speaker: SpeakerView, from?: string) => dispatch({ type: 'speaker', speaker, from }),
      accept: tracked(accept),

      dismiss: tracked(async (suggestions: SuggestionView[]) => {
        const answer = await setDismissed(suggestions, true);
        if (!answer.ok) return;
        remember(
          () => setDismissed(suggestions, false),
          () => setDismissed(suggestions, true),
        );
        if (suggestions.length > 1) undoable(t('suggest.dismissed', { count: suggestions.length }));
      }),
      undo: () => step('undo'),
      redo: () => step('redo'),
      /** Waits for the server's claim and shows it; says why where the server refuses. */
      show: (asking: Promise<Answer>) => change(asking),
      /** Keeps how an act done elsewhere on the page is taken back and done again. */
      remember,
      tracked,
      setKind: tracked(setKind),

      mark: tracked(async (paragraphId: string, span: Span, kind: ClaimKind, more: { unselected?: boolean } = {}) => {
        const answer = await change(send(actions.mark, { articleId, paragraphId, ...span, kind }));
        if (!answer.ok) return;
        if (!more.unselected) dispatch({ type: 'select', list: 'claims', id: answer.value.id });
        remember(
          () => setRemoved(answer.value, true),
          () => setRemoved(answer.value, false),
        );
      }),

      move: tracked(async (claim: ClaimView, paragraphId: string, span: Span) => {
        const to = (place: Span & { paragraphId: string }, edition?: number) =>
          change(send(actions.move, { ...refOf(claim), edition, ...place }));
        const answer = await edit(claim, {
          mine: textOf(paragraphId).slice(span.start, span.end),
          theirs: ({ exact }) => exact,
          run: ({ edition }) => to({ paragraphId, ...span }, edition),
        });
        const { start, end } = claim;
        if (answer.ok) {
          remember(
            () => to({ paragraphId: claim.paragraphId, start, end }),
            () => to({ paragraphId, ...span }),
          );
        }
      }),

      describe: tracked(
        async (
          claim: ClaimView,
          details: { kind?: ClaimKind; checkWorthy?: boolean; weight?: ClaimWeight; speaker?: SpeakerNamed | null },
        ): Promise<Answer> => {
          const { speaker, ...shown } = details;
          const to = (given: typeof details, edition?: number) =>
            change(send(actions.describe, { ...refOf(claim), edition, ...given }), {
              guess: { ...claim, ...shown },
            });
          const named = (of: Pick<ClaimView, 'kind' | 'checkWorthy' | 'weight'>, name: string | null) =>
            [kinds(of.kind), of.checkWorthy ? t(`weight.${of.weight}`) : t('notWorthy'), name]
              .filter(Boolean)
              .join(' · ');
          const mineName = speaker && ('name' in speaker ? speaker.name : null);
          const answer = await edit(claim, {
            mine: named(
              { ...claim, ...shown },
              speaker === undefined ? (claim.speaker?.name ?? null) : mineName || null,
            ),
            theirs: (now) => named(now, now.speaker?.name ?? null),
            run: ({ edition }) => to(details, edition),
          });
          const { kind, checkWorthy, weight, speaker: before } = claim;
          const previous = { kind, checkWorthy, weight, speaker: before };
          if (answer.ok) {
            remember(
              () => to(previous),
              () => to(details),
            );
          }
          return answer;
        },
      ),

      remove: tracked(async (claim: ClaimView) => {
        const answer = await setRemoved(claim, true);
        if (!answer.ok) return;
        remember(
          () => setRemoved(claim, false),
          () => setRemoved(claim, true),
        );
        undoable(t('removed', { number: claim.number }));
      }),

      correct: tracked(async (claim: ClaimView, figure: FigureFacts | null): Promise<Answer> => {
        const to = (facts: FigureFacts | null, edition?: number) =>
          change(send(actions.correct, { ...refOf(claim), edition, figure: facts }));
        const ends = (facts: FigureFacts | null) =>
          facts
            ? [facts.low ?? '…', facts.high ?? '…', facts.unit, facts.asOf].filter((part) => part !== null).join(' · ')
            : '—';
        const answer = await edit(claim, {
          mine: ends(figure),
          theirs: (now) => ends(now.figure),
          run: ({ edition }) => to(figure, edition),
        });
        const previous = claim.figure?.corrected ? claim.figure : null;
        if (answer.ok) {
          remember(
            () => to(previous),
            () => to(figure),
          );
        }
        return answer;
      }),

      answerQuote: tracked(async (claim: ClaimView, answers: QuoteAnswers) => {
        const others = claim.quoteChecks.filter(({ reviewer }) => reviewer.id !== me.id);
        const own = claim.quoteChecks.find(({ reviewer }) => reviewer.id === me.id) ?? noAnswers;
        const answer = await change(send(actions.answerQuote, { ...refOf(claim), answers }), {
          guess: { ...claim, quoteChecks: [...others, { reviewer: me, ...answers }] },
        });
        if (answer.ok) {
          remember(
            () => change(send(actions.answerQuote, { ...refOf(claim), answers: own })),
            () => change(send(actions.answerQuote, { ...refOf(claim), answers })),
          );
        }
      }),

      judge: tracked(async (claim: ClaimView, input: JudgementInput, evidence?: EvidenceInput): Promise<Answer> => {
        const isAllowed = checkVerdict(input.verdict, claim.evidence.length + (evidence ? 1 : 0)).ok;
        const inWords = (own: JudgementInput | undefined) =>
          own ? [words(own.verdict), own.rationale].filter(Boolean).join(': ') : '—';
        const give = (seen: ClaimView, given: JudgementInput) =>
          change(
            send(actions.judge, {
              ...refOf(claim),
              judgement: { ...given, replaces: seenAt(ownOf(seen)) },
              evidence,
            }),
            // Not given yet: the server says when.
            {
              guess: isAllowed
                ? withJudgement(seen, { ...given, reviewer: me, at: '' }, requiredJudgements)
                : undefined,
            },
          );
        const answer = await edit(claim, {
          mine: inWords(input),
          theirs: (now) => inWords(ownOf(now)),
          run: (seen) => give(seen, input),
          merge: {
            texts: (now) => [ownOf(now)?.rationale ?? '', input.rationale],
            run: (seen, rationale) => give(seen, { ...input, rationale }),
          },
        });
        const previous = ownOf(claim);
        if (answer.ok) {
          remember(
            () =>
              change(
                previous
                  ? send(actions.judge, { ...refOf(claim), judgement: again(previous) })
                  : send(actions.withdraw, refOf(claim)),
              ),
            () => change(send(actions.judge, { ...refOf(claim), judgement: input })),
          );
        }
        return answer;
      }),

      withdraw: tracked(async (claim: ClaimView) => {
        const previous = ownOf(claim);
        const answer = await change(send(actions.withdraw, refOf(claim)));
        if (!answer.ok || !previous) return;
        remember(
          () => change(send(actions.judge, { ...refOf(claim), judgement: again(previous) })),
          () => change(send(actions.withdraw, refOf(claim))),
        );
      }),

      rule: tracked(async (claim: ClaimView, ruling: Ruling | null): Promise<Answer> => {
        const to = (given: Ruling | null, edition?: number) =>
          change(send(actions.rule, { ...refOf(claim), edition, ruling: given }));
        const inWords = (given: Ruling | null) => (given ? `${words(given.verdict)}: ${given.reason}` : '—');
        const answer = await edit(claim, {
          mine: inWords(ruling),
          theirs: (now) => inWords(now.ruling),
          run: ({ edition }) => to(ruling, edition),
          merge: ruling
            ? {
                texts: (now) => [now.ruling?.reason ?? '', ruling.reason],
                run: ({ edition }, reason) => to({ ...ruling, reason }, edition),
              }
            : undefined,
        });
        if (answer.ok) {
          remember(
            () => to(claim.ruling),
            () => to(ruling),
          );
        }
        return answer;
      }),

      sendBack: tracked(async (claim: ClaimView, note: string | null): Promise<Answer> => {
        const answer = await change(send(actions.sendBack, { ...refOf(claim), note }));
        if (answer.ok) {
          remember(
            () => change(send(actions.sendBack, { ...refOf(claim), note: claim.returnNote })),
            () => change(send(actions.sendBack, { ...refOf(claim), note })),
          );
        }
        return answer;
      }),

      assign: tracked(async (work: Work, dueOn: string | null) => {
        const give = () => assigned(send(actions.assign, { articleId, ...work, dueOn }));
        const take = () => assigned(send(actions.unassign, { articleId, ...work }));
        const answer = await give();
        if (answer.ok) remember(take, give);
        return answer;
      }),

      unassign: tracked(async (work: Work, dueOn: string | null) => {
        const give = () => assigned(send(actions.assign, { articleId, ...work, dueOn }));
        const take = () => assigned(send(actions.unassign, { articleId, ...work }));
        const answer = await take();
        if (answer.ok) remember(give, take);
        return answer;
      }),

      cite: tracked(async (claim: ClaimView, evidence: EvidenceInput): Promise<Answer> => {
        const answer = await change(send(actions.cite, { ...refOf(claim), evidence }));
        const added = answer.ok && answer.value.evidence.find(({ id }) => !claim.evidence.some((old) => old.id === id));
        if (added) {
          const set = (removed: boolean) =>
            change(send(actions.setCited, { ...refOf(claim), evidenceId: added.id, removed }));
          remember(
            () => set(true),
            () => set(false),
          );
        }
        return answer;
      }),

      uncite: tracked(async (claim: ClaimView, { id: evidenceId }: EvidenceView) => {
        const set = (removed: boolean) => change(send(actions.setCited, { ...refOf(claim), evidenceId, removed }));
        if (!(await set(true)).ok) return;
        remember(
          () => set(false),
          () => set(true),
        );
        undoable(t('evidence.removed'));
      }),
    };
  }, [articleId, me, requiredJudgements, t, words, kinds, tell, view.paragraphs]);

  return { state, commands, conflict };
}

export type Commands = ReturnType<typeof useReview>['commands'];
