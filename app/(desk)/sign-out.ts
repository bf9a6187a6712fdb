'use client';

import { signOut } from 'next-auth/react';

/** Ends the session and goes to the door with a full load, so that nothing read stays in the page. */
export async function signOutHere(): Promise<void> {
  await signOut({ redirect: false });
  window.location.assign('/sign-in');
}
