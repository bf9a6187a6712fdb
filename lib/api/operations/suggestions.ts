/** Operations on what the reader of articles proposes to check. */
import { SuggestionsBody } from '#lib/api/bodies/articles';
import { article, none, type Operation } from '#lib/api/operation';
import { SuggestionList, SuggestionsDecided } from '#lib/api/shapes/suggestions';

export const suggestionOperations = {
  listSuggestions: {
    id: 'listSuggestions',
    method: 'GET',
    path: '/articles/{id}/suggestions',
    scope: 'read',
    summary: 'What the desk’s reader proposes to check, in reading order',
    description:
      'Only suggestions of the newest revision that nobody has accepted or dismissed and no claim has taken up.',
    params: article,
    query: none,
    answer: SuggestionList,
  },
  decideSuggestions: {
    id: 'decideSuggestions',
    method: 'POST',
    path: '/articles/{id}/suggestions',
    scope: 'write:claims',
    summary: 'Accept or dismiss suggestions',
    description: 'All or none of them.',
    params: article,
    query: none,
    body: SuggestionsBody,
    examples: {
      accept: { decision: 'accept', ids: ['Zm9vYmFyYmF6cXV4cXV1eA'] },
      dismiss: { decision: 'dismiss', ids: ['Zm9vYmFyYmF6cXV4cXV1eA'] },
    },
    answer: SuggestionsDecided,
    successes: [200],
  },
} as const satisfies Record<string, Operation>;
