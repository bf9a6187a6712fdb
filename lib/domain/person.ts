/** People of the desk and the links that let them in: what they type, and what makes a link good. */
import { z } from 'zod';
import { roles } from './permission';
import { accept, type Result, refuse } from './refusal';
import { requiredText, tidy } from './text';

/** NIST SP 800-63B asks for at least 8; a desk with unpublished work asks for more. */
export const minPasswordLength = 10;

export const Email = z
  .string()
  .transform((text) => tidy(text).toLowerCase())
  .pipe(
    z
      .string()
      .max(254, 'text-too-long')
      .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'email-invalid'),
  );

/** A new password: at least ten characters, as typed (nothing trimmed), at most 200. */
export const NewPassword = z
  .string()
  .max(200, 'text-too-long')
  .refine((password) => [...password].length >= minPasswordLength, 'password-too-short');

export const NewPerson = z.object({ name: requiredText(100), email: Email, password: NewPassword });
export type NewPerson = z.infer<typeof NewPerson>;

export const Role = z.enum(roles);

/** Links are for the next few days; a set-up link waits longer, since nobody else can use the desk yet. */
export const linkLifetimeDays = { setup: 30, invite: 7 } as const;
export type LinkPurpose = keyof typeof linkLifetimeDays;

export type LinkState = { usedAt: Date | null; revokedAt: Date | null; expiresAt: Date };

/** Whether a link still opens the door at `now`. */
export function checkLink(link: LinkState | null, now: Date): Result<null> {
  if (!link || link.revokedAt) return refuse('link-unknown');
  if (link.usedAt) return refuse('link-used');
  if (link.expiresAt <= now) return refuse('link-expired');
  return accept(null);
}
