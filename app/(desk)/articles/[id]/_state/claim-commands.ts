/** What can be done to a claim itself: mark, move, describe, correct and remove it. */

import type { SpeakerNamed } from '#lib/domain/claims/claim-input';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { ClaimWeight } from '#lib/domain/claims/weight';
import type { ClaimKind } from '#lib/reading/claim-kinds';
import type { FigureInText } from '#lib/reading/figure-at';
import type { FigureFacts } from '#lib/reading/figure-types';
import type { Span } from '#lib/text/span';
import type { Answer } from './asking';
import { type CommandContext, refOf } from './command-context';

type Details = { kind?: ClaimKind; checkWorthy?: boolean; weight?: ClaimWeight; speaker?: SpeakerNamed | null };

/** A figure as a conflict shows it: its ends, unit and date. */
function figureInWords(figure: FigureFacts | null): string {
  if (!figure) return '—';
  const { low, high, unit, asOf } = figure;
  return [low ?? '…', high ?? '…', unit, asOf].filter((part) => part !== null).join(' · ');
}

export function makeClaimCommands(context: CommandContext) {
  const { articleId, actions, send, dispatch, words, offerUndo } = context;
  const { change, edit } = context.asking;
  const { remember, tracked } = context.undo;

  async function setRemoved(claim: ClaimView, removed: boolean): Promise<Answer> {
    const answer = await context.asking.ask(send(actions.setRemoved, { ...refOf(context, claim), removed }));
    if (!answer.ok) return answer;
    if (removed) dispatch({ type: 'claim-gone', claimId: claim.id, version: answer.value.version });
    else {
      dispatch({ type: 'claim', claim: answer.value });
      dispatch({ type: 'select', list: 'claims', id: claim.id });
    }
    return answer;
  }

  /** What a claim is, as a conflict shows it. */
  function detailsInWords(claim: Pick<ClaimView, 'kind' | 'checkWorthy' | 'weight'>, speaker: string | null): string {
    const weight = claim.checkWorthy ? words.review(`weight.${claim.weight}`) : words.review('notWorthy');
    return [words.kind(claim.kind), weight, speaker].filter(Boolean).join(' · ');
  }

  return {
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
        change(send(actions.move, { ...refOf(context, claim), edition, ...place }));
      const answer = await edit(claim, {
        mine: context.textOf(paragraphId).slice(span.start, span.end),
        theirs: ({ exact }) => exact,
        run: ({ edition }) => to({ paragraphId, ...span }, edition),
      });
      if (!answer.ok) return;
      const { start, end } = claim;
      remember(
        () => to({ paragraphId: claim.paragraphId, start, end }),
        () => to({ paragraphId, ...span }),
      );
    }),

    describe: tracked(async (claim: ClaimView, details: Details): Promise<Answer> => {
      const { speaker, ...shown } = details;
      const to = (given: Details, edition?: number) =>
        change(send(actions.describe, { ...refOf(context, claim), edition, ...given }), { ...claim, ...shown });
      const typedName = (speaker && 'name' in speaker && speaker.name) || null;
      const answer = await edit(claim, {
        mine: detailsInWords({ ...claim, ...shown }, speaker === undefined ? (claim.speaker?.name ?? null) : typedName),
        theirs: (now) => detailsInWords(now, now.speaker?.name ?? null),
        run: ({ edition }) => to(details, edition),
      });
      if (!answer.ok) return answer;
      const { kind, checkWorthy, weight, speaker: before } = claim;
      remember(
        () => to({ kind, checkWorthy, weight, speaker: before }),
        () => to(details),
      );
      return answer;
    }),

    correct: tracked(async (claim: ClaimView, figure: FigureFacts | null): Promise<Answer> => {
      const to = (facts: FigureFacts | null, edition?: number) =>
        change(send(actions.correct, { ...refOf(context, claim), edition, figure: facts }));
      const answer = await edit(claim, {
        mine: figureInWords(figure),
        theirs: (now) => figureInWords(now.figure),
        run: ({ edition }) => to(figure, edition),
      });
      if (!answer.ok) return answer;
      const previous = claim.figure?.corrected ? claim.figure : null;
      remember(
        () => to(previous),
        () => to(figure),
      );
      return answer;
    }),

    /** Takes another figure of a claim's words; `others` are all that are in them, for the way back. */
    choose: tracked(async (claim: ClaimView, figure: FigureInText, others: FigureInText[]): Promise<Answer> => {
      const to = ({ start, raw }: FigureInText, edition?: number) =>
        change(send(actions.choose, { ...refOf(context, claim), edition, at: start, raw }));
      const answer = await edit(claim, {
        mine: figureInWords(figure),
        theirs: (now) => figureInWords(now.figure),
        run: ({ edition }) => to(figure, edition),
      });
      if (!answer.ok) return answer;
      const before = claim.figure;
      const previous = others.find(({ raw }) => raw === before?.raw);
      remember(
        () =>
          previous && !before?.corrected
            ? to(previous)
            : change(send(actions.correct, { ...refOf(context, claim), figure: before?.corrected ? before : null })),
        () => to(figure),
      );
      return answer;
    }),

    remove: tracked(async (claim: ClaimView) => {
      const answer = await setRemoved(claim, true);
      if (!answer.ok) return;
      remember(
        () => setRemoved(claim, false),
        () => setRemoved(claim, true),
      );
      offerUndo(words.review('removed', { number: claim.number }));
    }),
  };
}
