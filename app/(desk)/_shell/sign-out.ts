'use client';

import { forgetDrafts } from '../../browser/drafts';

/**
 * Ends the session and goes to the door with a full load, so that nothing read stays in the page. Drafts go before the session
 * does: where the server does not answer, they are gone all the same.
 */
export async function signOutHere(): Promise<void> {
  forgetDrafts();
  // Loaded when it is wanted: no page needs it before.
  const { signOut } = await import('next-auth/react');
  await signOut({ redirect: false });
  window.location.assign('/sign-in');
}
