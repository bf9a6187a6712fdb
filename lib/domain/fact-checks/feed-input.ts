import { z } from 'zod';
import { requiredText, webAddress } from '#lib/domain/fields';
import { longestGoogleSearch } from './google-search';

/** An address to subscribe to. */
export const NewFeed = z.object({ url: webAddress.pipe(z.string('url-invalid')) });

/** Words to search for at Google, in one language or in all. */
export const NewGoogleSearch = z.object({
  words: requiredText(longestGoogleSearch),
  language: z.enum(['en', 'zh']).nullable(),
});
