/** Operations on the revisions of an article. */
import { RevisionBody } from '#lib/api/bodies/articles';
import { article, none, type Operation, wholeNumber } from '#lib/api/operation';
import { Revision, RevisionList, RevisionMade } from '#lib/api/shapes/revisions';

export const revisionOperations = {
  listRevisions: {
    id: 'listRevisions',
    method: 'GET',
    path: '/articles/{id}/revisions',
    scope: 'read',
    summary: 'The revisions of an article, newest first',
    params: article,
    query: none,
    answer: RevisionList,
  },
  addRevision: {
    id: 'addRevision',
    method: 'POST',
    path: '/articles/{id}/revisions',
    scope: 'write:articles',
    act: 'revise',
    summary: 'Revise an article',
    description:
      'Stores a new text as the newest revision and carries everything over that hangs on the old one; says what became of ' +
      'each claim. If-Match may name the article’s ETag.',
    params: article,
    query: none,
    body: RevisionBody,
    // As for a new article.
    maxBody: 8_000_000,
    examples: {
      text: { basedOn: 1, text: 'OpenAI has 770 employees.\n\nThat is few.' },
      paragraphs: { basedOn: 1, paragraphs: [{ text: 'OpenAI has 770 employees.' }] },
    },
    answer: RevisionMade,
    takesIfMatch: true,
  },
  readRevision: {
    id: 'readRevision',
    method: 'GET',
    path: '/articles/{id}/revisions/{number}',
    scope: 'read',
    summary: 'One revision: its text, and which claims lay where',
    params: article.extend({ number: wholeNumber(1_000_000).describe('The revision’s number.') }),
    query: none,
    answer: Revision,
  },
} as const satisfies Record<string, Operation>;
