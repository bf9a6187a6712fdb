/** Codes of a second step: six digits that follow from a secret and the half minute (RFC 6238), and recovery codes. */
import 'server-only';
import { Secret, TOTP } from 'otpauth';
import { encode } from 'uqr';
import type { Database } from '#lib/data/database/database';
import { confirmedFactor } from '#lib/data/people/factor-state';
import { takeRecoveryCode, takeStep } from '#lib/data/people/second-factor';
import type { NewFactorView } from '#lib/domain/people/second-factor';
import { seal, sealedAnew, unseal } from './seal';

const period = 30;

/** @param secret in base 32, as it is typed into an app by hand. */
const totpOf = (secret: string, issuer: string, label: string) =>
  new TOTP({ issuer, label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period });

/** A new secret, and the form of it that is stored for its owner. */
export function newFactor(
  desk: string,
  person: { id: string; email: string },
): { shown: NewFactorView; sealed: string } {
  const secret = new Secret({ size: 20 }).base32;
  const address = totpOf(secret, desk, person.email).toString();
  const { size, data } = encode(address, { border: 2 });
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { shown: { secret, address, qr: { size, path: squares.join('') } }, sealed: seal(secret, person.id) };
}

/** The time step of a code, of the half minute before and after `now` too; null where it is none of a sealed secret's. */
export function stepOf(sealed: string, personId: string, code: string, now: Date): number | null {
  const secret = unseal(sealed, personId);
  const token = code.replace(/\s/g, '');
  if (secret === null || !/^\d{6}$/.test(token)) return null;
  const timestamp = now.getTime();
  const delta = totpOf(secret, 'Claimdesk', personId).validate({ token, timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / 1_000 / period) + delta;
}

/**
 * Whether a person's second step lets them in: `none` where they have none, `wanted` where no code was given. A code that
 * is taken is used up.
 */
export async function secondStep(
  db: Database,
  personId: string,
  code: string,
  from: { now: Date; network?: string },
): Promise<'none' | 'wanted' | 'taken' | 'wrong'> {
  const factor = await confirmedFactor(db, personId);
  if (!factor) return 'none';
  if (!code.trim()) return 'wanted';
  const { secret } = factor;
  const step = stepOf(secret, personId, code, from.now);
  const isTaken =
    step === null
      ? await takeRecoveryCode(db, personId, code, from)
      : await takeStep(db, personId, { secret, step, sealedAnew: sealedAnew(secret, personId) });
  return isTaken ? 'taken' : 'wrong';
}
