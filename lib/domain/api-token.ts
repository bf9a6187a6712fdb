/**
 * A token of the API: a secret by which a person's scripts read and write as that person. It opens what its scopes name and
 * never more than the person may do themselves; scopes narrow, roles decide.
 */
import { z } from 'zod';
import { requiredText } from './input';
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

/** How many living tokens a person may have: more than anybody has scripts, few enough to look through. */
export const mostTokens = 50;

/** What every secret begins with, so that scanners of code find one that was committed by mistake. */
export const secretPrefix = 'cdk_';

/** A secret as a request carries it: the prefix and 24 random bytes in URL-safe base64. */
export const isApiSecret = (text: string): boolean => /^cdk_[\w-]{32}$/.test(text);

/** A token as the settings ask for it. Reading goes along with every scope. */
export const NewApiToken = z.object({
  name: requiredText(100),
  scopes: z
    .array(z.enum(apiScopes))
    .max(apiScopes.length)
    .transform((scopes) => apiScopes.filter((scope) => scope === 'read' || scopes.includes(scope))),
  lifetime: z.union(tokenLifetimes.map((days) => z.literal(days))),
});
export type NewApiToken = z.infer<typeof NewApiToken>;

/** A living token in a list; `owner` is whose it is. Moments are ISO 8601. */
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
