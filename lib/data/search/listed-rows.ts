/** The rows of claims as a list of them shows them, with what hangs on them, read in one statement. */

import { figureTree } from '#lib/data/claims/read-claims';
import { inBatches, type Queryable } from '#lib/data/database/database';
import { plainColumns, readWhole, type Tree } from '#lib/data/database/whole-rows';
import type { Prisma } from '#lib/data/generated/sqlite/client';
import type { FoundClaim } from '#lib/domain/search/found-claim';

type Merged<Row> = Row & { mergedInto: Row | null };
type NamedRow = { id: string; name: string };
type OriginRow = { id: string; originId: string | null };

export type ListedRow = Pick<
  Prisma.ClaimGetPayload<object>,
  'id' | 'number' | 'exact' | 'kind' | 'standing' | 'lookAgain' | 'createdAt' | 'updatedAt'
> & {
  article: FoundClaim['article'];
  speaker: Merged<NamedRow> | null;
  figure: Prisma.FigureGetPayload<object> | null;
  adjudication: { givenOn: string | null; createdAt: Date } | null;
  searchRow: { text: string; start: number; end: number } | null;
  judgements: { givenOn: string | null; updatedAt: Date }[];
  evidence: { addedById: string; source: Merged<OriginRow> }[];
};

const merged = (tree: Tree): Tree => ({ ...tree, named: { mergedInto: { by: 'mergedIntoId', tree } } });
const speaker: Tree = { model: 'Speaker', columns: plainColumns('id', 'name') };
const source: Tree = { model: 'Source', columns: plainColumns('id', 'originId') };

const listedTree: Tree = {
  model: 'Claim',
  columns: {
    ...plainColumns('id', 'number', 'exact', 'kind', 'standing', 'lookAgain'),
    ...{ createdAt: 'moment', updatedAt: 'moment' },
  },
  named: {
    article: {
      by: 'articleId',
      tree: { model: 'Article', columns: plainColumns('id', 'title', 'publisher', 'publishedOn', 'language') },
    },
    speaker: { by: 'speakerId', tree: merged(speaker) },
  },
  own: {
    figure: { by: 'claimId', tree: figureTree },
    adjudication: {
      by: 'claimId',
      tree: { model: 'Adjudication', columns: { givenOn: 'plain', createdAt: 'moment' } },
    },
    searchRow: { by: 'claimId', tree: { model: 'ClaimSearch', columns: plainColumns('text', 'start', 'end') } },
  },
  many: {
    judgements: {
      ...{ by: 'claimId', orderBy: 'updatedAt' },
      tree: { model: 'Judgement', columns: { givenOn: 'plain', updatedAt: 'moment' } },
    },
    evidence: {
      ...{ by: 'claimId', orderBy: 'createdAt', living: true },
      tree: {
        model: 'Evidence',
        columns: plainColumns('addedById'),
        named: { source: { by: 'sourceId', tree: merged(source) } },
      },
    },
  },
};

/** The rows of some claims, in no order; those that are not there are left out. */
export async function listedRows(db: Queryable, ids: string[]): Promise<ListedRow[]> {
  const read = await inBatches(ids, (some) => readWhole(db, listedTree, some));
  // The tree above says what is in each.
  return read.flat() as ListedRow[];
}
