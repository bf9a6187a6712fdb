/**
 * What a token of the API may be used for. Scopes narrow, roles decide: a token opens what its scopes name and never more
 * than its person may do themselves. Light enough for the browser; what a person types is in api-token-input.ts.
 */
import type { Act } from './permission';

export const apiScopes = ['read', 'write:articles', 'write:claims', 'write:judgements'] as const;
export type ApiScope = (typeof apiScopes)[number];

/** What a person must be allowed to do for a scope to be of use to them. */
export const actOfScope = {
  read: 'read',
  'write:articles': 'add-article',
  'write:claims': 'mark',
  'write:judgements': 'judge',
} as const satisfies Record<ApiScope, Act>;

/** Days after which a token ends by itself; 0 = never. */
export const tokenLifetimes = [30, 90, 365, 0] as const;

/** A living token in a list; `owner` is whose it is, `hint` how its secret begins. Moments are ISO 8601. */
export type ApiTokenView = {
  id: string;
  name: string;
  hint: string;
  scopes: ApiScope[];
  owner: { id: string; name: string };
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
};
