/** Secrets that are shown once: the database keeps their SHA-256 alone. They are long and random, so no salt is needed. */
import { createHash, randomBytes } from 'node:crypto';

export const newSecret = (): string => randomBytes(24).toString('base64url');

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
