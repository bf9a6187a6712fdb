'use client';

/** Ends the session and goes to the door with a full load, so that nothing read stays in the page. */
export async function signOutHere(): Promise<void> {
  // Loaded when it is wanted: no page needs it before.
  const { signOut } = await import('next-auth/react');
  await signOut({ redirect: false });
  window.location.assign('/sign-in');
}
