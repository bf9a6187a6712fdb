import { z } from 'zod';
import { requiredText } from '#lib/domain/fields';
import { longestViewName, viewQuery } from './saved-view';

export const ViewName = requiredText(longestViewName);

/** A search under a name. What is not understood of the search is left out; a search for everything is no view. */
export const NewView = z.object({
  name: ViewName,
  query: z
    .record(z.string().max(40), z.string().max(1_000))
    .transform(viewQuery)
    .refine((query) => Object.keys(query).length > 0),
  isShared: z.boolean(),
});
export type NewView = z.infer<typeof NewView>;
