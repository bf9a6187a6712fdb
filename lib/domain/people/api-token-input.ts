/** A token of the API: a secret by which a person's scripts read and write as that person, and how one is asked for. */
import { z } from 'zod';
import { requiredText } from '#lib/domain/fields';
import { apiScopes, tokenLifetimes } from './api-scope';

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
