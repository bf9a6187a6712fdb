import { z } from 'zod';
import { webAddress } from '#lib/domain/fields';

/** An address to subscribe to. */
export const NewFeed = z.object({ url: webAddress.pipe(z.string('url-invalid')) });
