/** Keys derived from the desk's secret, one for each purpose, so that what is made for one opens nothing of another. */
import 'server-only';
import { createHmac, hkdfSync } from 'node:crypto';
import { env } from '#lib/server/env';

/** What keys are for. A name that is changed makes what was sealed under it unreadable. */
type Purpose = 'network' | 'device' | 'second factor';

/** A key of 32 bytes (HKDF, RFC 5869, with SHA-256), of the desk's secret or of another one. */
export const keyFor = (purpose: Purpose, secret = env().NEXTAUTH_SECRET): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `claimdesk ${purpose}`, 32));

/** A keyed hash of a text, in URL-safe base64: nobody without the desk's secret can make it or try texts against it. */
export const keyedHash = (purpose: Purpose, text: string): string =>
  createHmac('sha256', keyFor(purpose)).update(text).digest('base64url');
