/** What can be done with suggestions: accept them as claims, or dismiss them; and the kind of a paragraph, which moves them. */
import type { ParagraphKind } from '#lib/domain/articles/article';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { SuggestionView } from '#lib/domain/claims/suggestion';
import type { Result } from '#lib/domain/refusal';
import type { CommandContext } from './command-context';

const idsOf = (suggestions: SuggestionView[]) => suggestions.map(({ id }) => id);

export function makeSuggestionCommands({
  articleId,
  actions,
  send,
  dispatch,
  asking,
  undo,
  offerUndo,
  words,
}: CommandContext) {
  const { ask } = asking;
  const { remember, tracked } = undo;

  async function accept(suggestions: SuggestionView[]): Promise<Result<unknown>> {
    const ids = idsOf(suggestions);
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
    if (suggestions.length > 1) offerUndo(words.review('suggest.accepted', { count: answer.value.length }));
    return answer;
  }

  async function takeBack(suggestions: SuggestionView[], claims: ClaimView[]): Promise<Result<unknown>> {
    const answer = await ask(send(actions.returnSuggested, { articleId, ids: idsOf(suggestions) }));
    if (!answer.ok) return answer;
    for (const { id } of claims) dispatch({ type: 'claim-gone', claimId: id });
    dispatch({ type: 'suggestions-back', suggestions });
    return answer;
  }

  async function setDismissed(suggestions: SuggestionView[], dismissed: boolean): Promise<Result<unknown>> {
    const ids = idsOf(suggestions);
    const show = (gone: boolean) =>
      dispatch(gone ? { type: 'suggestions-gone', ids } : { type: 'suggestions-back', suggestions });
    show(dismissed);
    const answer = await ask(send(actions.setDismissed, { articleId, ids, dismissed }));
    if (!answer.ok) show(!dismissed);
    return answer;
  }

  async function setKind(paragraphId: string, kind: ParagraphKind, previous: ParagraphKind): Promise<Result<unknown>> {
    const answer = await ask(send(actions.setKind, { articleId, paragraphId, kind }));
    if (!answer.ok) return answer;
    dispatch({ type: 'paragraph-kind', paragraphId, kind });
    dispatch({ type: 'suggestions', suggestions: answer.value.suggestions });
    remember(
      () => setKind(paragraphId, previous, kind),
      () => setKind(paragraphId, kind, previous),
    );
    return answer;
  }

  return {
    accept: tracked(accept),

    dismiss: tracked(async (suggestions: SuggestionView[]) => {
      const answer = await setDismissed(suggestions, true);
      if (!answer.ok) return;
      remember(
        () => setDismissed(suggestions, false),
        () => setDismissed(suggestions, true),
      );
      if (suggestions.length > 1) offerUndo(words.review('suggest.dismissed', { count: suggestions.length }));
    }),

    /** Says what a paragraph is; boilerplate has no suggestions. */
    setKind: tracked(setKind),
  };
}
