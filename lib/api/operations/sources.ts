/** Operations on sources. */
import { z } from 'zod';
import { none, type Operation, paging, search } from '#lib/api/operation';
import { SourcePage } from '#lib/api/shapes/sources';

export const sourceOperations = {
  listSources: {
    id: 'listSources',
    method: 'GET',
    path: '/sources',
    scope: 'read',
    summary: 'Sources with how much rests on them, newest first',
    params: none,
    query: z.strictObject({ search, ...paging }),
    answer: SourcePage,
  },
} as const satisfies Record<string, Operation>;
