/** What people type when they join, and when an invitation or set-up link is valid. */
import { z } from 'zod';
import { Id, optionalText, requiredText } from '#lib/domain/fields';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { tidy } from '#lib/text/tidy';
import { maxPasswordLength, minPasswordLength, normalisedPassword, passwordLength } from './password';
import { roles } from './permission';

export const Email = z
  .string()
  .transform((text) => tidy(text).toLowerCase())
  .pipe(
    z
      .string()
      .max(254, 'text-too-long')
      .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'email-invalid'),
  );

/** A password that was given before: older ones may be longer than new ones. */
const KnownPassword = z.string().max(200, 'text-too-long');

/** A new password: of any characters, as typed (nothing trimmed), 12 to 128 of them. */
export const NewPassword = z
  .string()
  .max(4 * maxPasswordLength, 'text-too-long')
  .transform(normalisedPassword)
  .refine((password) => passwordLength(password) >= minPasswordLength, 'password-too-short')
  .refine((password) => passwordLength(password) <= maxPasswordLength, 'password-too-long');

/** A name is one line. */
const PersonName = requiredText(100).transform((name) => name.replace(/\s+/g, ' '));

export const NewPerson = z.object({ name: PersonName, email: Email, password: NewPassword });
export type NewPerson = z.infer<typeof NewPerson>;

export const Role = z.enum(roles);

/** A link's token as it comes back in an address: made of 24 random bytes, so 32 characters of URL-safe base64. */
export const LinkToken = z.string().regex(/^[\w-]{32}$/, 'link-unknown');

export const NewInvite = z.object({ role: Role, note: optionalText(200) });
export const PersonChange = z.object({ id: Id, role: Role.optional(), active: z.boolean().optional() });
export const PasswordChange = z.object({
  current: KnownPassword,
  password: NewPassword,
  /** Whether tokens go on working; they end otherwise, since one may have been made by a stranger who was in. */
  keepTokens: z.boolean(),
});

/**
 * Invitations are for the next few days. A set-up link lasts longer, since nobody else can use the desk yet; one for a new
 * password is asked for by somebody who waits for it.
 */
export const linkLifetimeDays = { setup: 30, invite: 7, password: 1 } as const;
export type LinkPurpose = keyof typeof linkLifetimeDays;
/** What links are for that make an account. */
export type JoinPurpose = Exclude<LinkPurpose, 'password'>;

export type LinkState = { usedAt: Date | null; revokedAt: Date | null; expiresAt: Date };

/** Whether a link is still valid at `now`. */
export function checkLink(link: LinkState | null, now: Date): Result<null> {
  if (!link || link.revokedAt) return refuse('link-unknown');
  if (link.usedAt) return refuse('link-used');
  if (link.expiresAt <= now) return refuse('link-expired');
  return accept(null);
}
