/** Texts that the database keeps encrypted with a key that is not in it (AES-256-GCM). */
import 'server-only';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { env } from '#lib/server/env';
import { keyFor } from './keys';

const purpose = 'second factor';
const ivLength = 12;
const tagLength = 16;

/** Seals a text for one owner; `unseal` opens it for no other. */
export function seal(text: string, owner: string): string {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), iv).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/**
 * The text; null where it was sealed for another, changed, or sealed with another secret than the desk's and the one that it
 * had before (NEXTAUTH_SECRET_BEFORE).
 */
export const unseal = (sealed: string, owner: string): string | null =>
  unsealWith(keyFor(purpose), sealed, owner) ?? unsealBefore(sealed, owner);

/** The same text sealed with the desk's present secret; undefined where it is sealed so, or not readable. */
export function sealedAnew(sealed: string, owner: string): string | undefined {
  if (unsealWith(keyFor(purpose), sealed, owner) !== null) return undefined;
  const text = unsealBefore(sealed, owner);
  return text === null ? undefined : seal(text, owner);
}

function unsealBefore(sealed: string, owner: string): string | null {
  const secret = env().NEXTAUTH_SECRET_BEFORE;
  return secret === undefined ? null : unsealWith(keyFor(purpose, secret), sealed, owner);
}

function unsealWith(key: Buffer, sealed: string, owner: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < ivLength + tagLength) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivLength))
    .setAAD(Buffer.from(owner))
    .setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(ivLength + tagLength)), decipher.final()]).toString('utf8');
  } catch {
    // The tag does not fit: the one way in which Node says so.
    return null;
  }
}
