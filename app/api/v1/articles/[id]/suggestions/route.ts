import { operations } from '#lib/api/operations';
import { claimShapes } from '#lib/api/shapes/claims';
import { suggestionShapes } from '#lib/api/shapes/suggestions';
import { articleWithClaims } from '#lib/data/articles/article-with-claims';
import { articleHead } from '#lib/data/articles/articles';
import { openSuggestions } from '#lib/data/articles/proposals';
import { acceptSuggestions, setSuggestionsDismissed, unknownSuggestion } from '#lib/data/claims/suggestions';
import { accept, refuse } from '#lib/domain/refusal';
import { answer, route } from '../../../../api';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: answer(operations.listSuggestions, async ({ params, actor, writer }) => {
    const view = await articleWithClaims(writer.db, params.id, actor);
    if (!view) return refuse('not-found');
    const open = await openSuggestions(writer.db, params.id, view.article.revision);
    return accept({ value: { items: suggestionShapes(view, open) } });
  }),
  POST: answer(operations.decideSuggestions, async ({ params: { id }, body, actor, writer }) => {
    const { decision, ids } = body;
    const article = await articleHead(writer.db, id);
    if (!article) return refuse('not-found');
    const unknown = await unknownSuggestion(writer.db, { articleId: id, revision: article.revision }, ids);
    if (unknown !== null) return refuse('not-found', { field: `ids.${unknown}` });
    if (decision !== 'accept') {
      const set = await setSuggestionsDismissed(writer, id, { ids, dismissed: decision === 'dismiss' });
      return set.ok ? accept({ value: { claims: [] } }) : set;
    }
    const accepted = await acceptSuggestions(writer, id, ids);
    if (!accepted.ok) return accepted;
    const made = new Set(accepted.value.map(({ number }) => number));
    const view = await articleWithClaims(writer.db, id, actor);
    if (!view) return refuse('not-found');
    return accept({ value: { claims: claimShapes(view, ({ number }) => made.has(number)) } });
  }),
});
