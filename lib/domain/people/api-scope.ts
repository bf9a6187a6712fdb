/**
 * What an API token may be used for. A token allows what its scopes name, and never more than its owner's role. Light
 * enough for the browser; the input schema is in api-token-input.ts.
 */
import type { Act } from './permission';

export const apiScopes = ['read', 'write:articles', 'write:claims', 'write:judgements', 'write:comments'] as const;
export type ApiScope = (typeof apiScopes)[number];

/** The permission that a person needs for a scope to be of use. */
export const actOfScope = {
  read: 'read',
  'write:articles': 'add-article',
  'write:claims': 'mark',
  'write:judgements': 'judge',
  'write:comments': 'comment',
} as const satisfies Record<ApiScope, Act>;

/** Days until a token expires; 0 = never. */
export const tokenLifetimes = [30, 90, 365, 0] as const;

/**
 * An active token in a list. `owner`: whose it is; `hint`: the first characters of its secret. Moments are ISO 8601.
 */
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
