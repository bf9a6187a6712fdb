'use client';

import { signIn } from 'next-auth/react';
import { isRefusalCode, refuse } from '#lib/domain/refusal';
import type { Trouble } from '../browser/use-form';

/**
 * Starts a session with e-mail and password, and a code where the account has a second step; null when it has begun.
 * `code-wanted`: the password is right, and a code is missing.
 */
export async function signInHere(email: string, password: string, code = ''): Promise<Trouble | null> {
  const answer = await signIn('credentials', { email, password, code, redirect: false });
  if (answer?.error === 'code-wanted') return refuse('code-wanted', { field: 'code' });
  if (answer?.error === 'code-wrong') return refuse('code-wrong', { field: 'code' });
  if (answer?.error === 'CredentialsSignin') return refuse('password-wrong', { field: 'password' });
  const wait = /^too-many-tries (\d+)$/.exec(answer?.error ?? '');
  if (wait) return refuse('too-many-tries', { values: { number: Number(wait[1]) } });
  const fault = answer?.error ?? '';
  if (isRefusalCode(fault) && fault.startsWith('database-')) return refuse(fault);
  if (answer?.error || !answer?.url) return 'failed';
  // next-auth's answer to a browser that did not send its token's cookie back.
  return new URL(answer.url).searchParams.has('csrf') ? 'no-cookie' : null;
}

/** Loads a page afresh, with the new session. The promise stays open: this page is on its way out. */
export function leaveFor(path: string): Promise<never> {
  window.location.assign(path);
  return new Promise(() => {});
}
