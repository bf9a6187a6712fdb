/** An API token: a secret with which a person's scripts read and write as that person. How one is requested. */
import { z } from 'zod';
import { requiredText } from '#lib/domain/fields';
import { apiScopes, tokenLifetimes } from './api-scope';

/** Maximum number of active tokens per person: more than anybody has scripts, few enough to look through. */
export const mostTokens = 50;

/** The prefix of every secret, so that code scanners find one committed by mistake. */
export const secretPrefix = 'cdk_';

/** A secret as a request carries it: the prefix and 24 random bytes in URL-safe base64. */
export const isApiSecret = (text: string): boolean => /^cdk_[\w-]{32}$/.test(text);

/** A token as requested in the settings. Every scope includes reading. */
export const NewApiToken = z.object({
  name: requiredText(100),
  scopes: z
    .array(z.enum(apiScopes))
    .max(apiScopes.length)
    .transform((scopes) => apiScopes.filter((scope) => scope === 'read' || scopes.includes(scope))),
  lifetime: z.union(tokenLifetimes.map((days) => z.literal(days))),
});
export type NewApiToken = z.infer<typeof NewApiToken>;
