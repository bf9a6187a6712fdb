/**
 * Refusals that tell of somebody who tries what they may not do, or guesses: a line of the log each. Those inside a session
 * that concern a password or a code are in the audit trail too (session/prove-again.ts). Waits are in the log alone, since
 * nothing limits how often somebody who must wait asks, and the trail is kept for good.
 */
import 'server-only';
import type { Refusal, RefusalCode } from '#lib/domain/refusal';
import { service } from './service';

const telling: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'not-allowed',
  'foreign-origin',
  'token-wrong',
  'scope-missing',
  'too-many-tries',
  'too-many-requests',
  'too-many-streams',
  'password-wrong',
  'code-wrong',
]);

/**
 * Logs a refusal if it is of that kind. `act`: what was asked for, where it has a name; the line holds the request's id, and
 * so leads to its route.
 */
export function noteRefusal({ code }: Refusal, act?: string): void {
  if (telling.has(code)) service()?.log.info({ act, code }, 'refused');
}
