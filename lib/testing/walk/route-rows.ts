/** How every GET route of the desk's own pages is asked: what the walk of routes (app/walk-routes.db.test.ts) calls it with. */
import type { Act } from '#lib/domain/people/permission';
import type { WalkedDesk } from './desk';

export type RouteRow = {
  act: Act;
  params?: (desk: WalkedDesk) => Record<string, string>;
  query?: (desk: WalkedDesk) => Record<string, string>;
  /** Parts that need not be there: they only leave something out. */
  mayBeGone?: string[];
};

const articleOf = ({ own }: WalkedDesk) => ({ id: own.inside.article });
const claimOf = ({ own }: WalkedDesk) => ({ id: own.inside.article, claim: own.inside.figure });

/** By the folder of the route in app/. */
export const routeRows: Record<string, RouteRow> = {
  '(desk)/articles/[id]/export': { act: 'read', params: articleOf, query: () => ({ format: 'json' }) },
  '(desk)/claims/export': { act: 'read', query: () => ({ format: 'csv', q: '', standing: 'verified' }) },
  '(desk)/figures/export': { act: 'read', query: () => ({ format: 'csv' }) },
  '(desk)/settings/audit/export': { act: 'read-audit' },
  '(desk)/snapshots/[id]/original': { act: 'read', params: ({ snapshot }) => ({ id: snapshot }) },
  '(desk)/snapshots/[id]/time-stamp': { act: 'read', params: ({ snapshot }) => ({ id: snapshot }) },
  '(desk)/sources/[id]/captures/export': { act: 'read', params: ({ own }) => ({ id: own.source }) },
  '(desk)/statistics/csv': { act: 'read-statistics', query: () => ({ table: 'kinds', period: 'all' }) },
  'api/articles/[id]/against/[source]': {
    act: 'read',
    params: ({ own }) => ({ id: own.inside.article, source: own.source }),
  },
  'api/articles/[id]/changes': { act: 'read', params: articleOf, query: () => ({ since: '0' }) },
  'api/articles/[id]/claims/[claim]': { act: 'read', params: claimOf },
  'api/articles/[id]/claims/[claim]/in-sources': { act: 'read', params: claimOf },
  'api/articles/[id]/claims/[claim]/ledger': { act: 'read', params: claimOf },
  'api/articles/[id]/derivation': {
    act: 'read',
    params: articleOf,
    query: ({ own }) => ({
      calculation: JSON.stringify({ left: { claimId: own.inside.figure }, op: '×', right: { typed: '2' } }),
    }),
  },
  // Lists of what stands in an article: of one that is not there, nothing.
  'api/articles/[id]/inconsistencies': { act: 'read', params: articleOf, mayBeGone: ['id'] },
  'api/articles/[id]/orphans': { act: 'read', params: articleOf, mayBeGone: ['id'] },
  'api/articles/[id]/met-before': {
    act: 'read',
    params: articleOf,
    query: ({ own }) => ({ paragraph: own.inside.paragraph, start: '0', end: '5', kind: 'figure' }),
  },
  'api/articles/[id]/met-suggestions': { act: 'read', params: articleOf },
  'api/claims/feed/state': { act: 'read', query: ({ view }) => ({ view }) },
  'api/claims/views': { act: 'read' },
  'api/figures/[id]/others': {
    act: 'read',
    params: ({ own }) => ({ id: own.metric }),
    query: () => ({ subject: 'Acme', measure: 'staff', scope: '', search: '' }),
    mayBeGone: ['id'],
  },
  'api/figures/feed/state': { act: 'read' },
  'api/search': { act: 'read', query: () => ({ q: 'report' }) },
  'api/sources/[id]/files': { act: 'read', params: ({ own }) => ({ id: own.source }) },
  'api/sources/[id]/files/[file]': { act: 'read', params: ({ own }) => ({ id: own.source, file: own.file }) },
  'api/sources/[id]/files/[file]/text': { act: 'read', params: ({ own }) => ({ id: own.source, file: own.file }) },
  'api/sources': { act: 'read', query: () => ({ search: 'report' }) },
};
