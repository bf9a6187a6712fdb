/** Operations on sources. */
import { z } from 'zod';
import { SourceBody, SourceChanges } from '#lib/api/bodies/sources';
import { changed, none, type Operation, paging, search } from '#lib/api/operation';
import { SourceListed, SourcePage } from '#lib/api/shapes/sources';
import { Id } from '#lib/domain/fields';

const source = z.strictObject({ id: Id.describe('The source.') });

const filing = { title: 'Annual report', publisher: 'SEC', url: 'https://example.org/report', kind: 'primary' };

export const sourceOperations = {
  listSources: {
    id: 'listSources',
    method: 'GET',
    path: '/sources',
    scope: 'read',
    summary: 'Sources with how much rests on them, newest first',
    params: none,
    query: z.strictObject({ search, ...changed, ...paging }),
    answer: SourcePage,
  },
  addSource: {
    id: 'addSource',
    method: 'POST',
    path: '/sources',
    scope: 'write:judgements',
    act: 'add-evidence',
    summary: 'Add a source',
    description: 'A source of the same title and address is not made twice: it is answered with 200 as it is there.',
    params: none,
    query: none,
    body: SourceBody,
    examples: { filing },
    answer: SourceListed,
    successes: [201, 200],
  },
  readSource: {
    id: 'readSource',
    method: 'GET',
    path: '/sources/{id}',
    scope: 'read',
    summary: 'One source with how much rests on it',
    params: source,
    query: none,
    answer: SourceListed,
  },
  changeSource: {
    id: 'changeSource',
    method: 'PATCH',
    path: '/sources/{id}',
    scope: 'write:judgements',
    act: 'add-evidence',
    summary: 'Change a source',
    description:
      'Own sources, or others’ for an editor. It changes in every article that rests on it, and each has a line of history about it.',
    params: source,
    query: none,
    body: SourceChanges,
    examples: { date: { published: '2023-02', accessed: null } },
    answer: SourceListed,
  },
} as const satisfies Record<string, Operation>;
