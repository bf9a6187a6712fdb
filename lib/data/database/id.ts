import { randomBytes } from 'node:crypto';

/** A new identifier: 96 random bits in URL-safe base64, 16 characters. */
export function newId(): string {
  return randomBytes(12).toString('base64url');
}
