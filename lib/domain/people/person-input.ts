/** What people type when they join, and when an invitation or set-up link is valid. */
import { z } from 'zod';
import { optionalText, requiredText } from '#lib/domain/fields';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { tidy } from '#lib/text/tidy';
import { roles } from './permission';

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

/** A name is one line. */
const PersonName = requiredText(100).transform((name) => name.replace(/\s+/g, ' '));

export const NewPerson = z.object({ name: PersonName, email: Email, password: NewPassword });
export type NewPerson = z.infer<typeof NewPerson>;

export const Role = z.enum(roles);

/** A link's token as it comes back in an address: made of 24 random bytes, so 32 characters of URL-safe base64. */
export const LinkToken = z.string().regex(/^[\w-]{32}$/, 'link-unknown');

export const NewInvite = z.object({ role: Role, note: optionalText(200) });
export const PersonChange = z.object({ id: z.string(), role: Role.optional(), active: z.boolean().optional() });
export const PasswordChange = z.object({
  current: z.string().max(200, 'text-too-long'),
  password: NewPassword,
  /** Whether tokens go on working; they end otherwise, since one may have been made by a stranger who was in. */
  keepTokens: z.boolean(),
});

/** Invitations are for the next few days. A set-up link lasts longer, since nobody else can use the desk yet. */
export const linkLifetimeDays = { setup: 30, invite: 7 } as const;
export type LinkPurpose = keyof typeof linkLifetimeDays;

export type LinkState = { usedAt: Date | null; revokedAt: Date | null; expiresAt: Date };

/** Whether a link is still valid at `now`. */
export function checkLink(link: LinkState | null, now: Date): Result<null> {
  if (!link || link.revokedAt) return refuse('link-unknown');
  if (link.usedAt) return refuse('link-used');
  if (link.expiresAt <= now) return refuse('link-expired');
  return accept(null);
}
