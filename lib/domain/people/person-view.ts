import type { Role } from './permission';

/** A colleague as others see them. */
export type PersonView = { id: string; name: string };

/** A colleague in an admin's list. `lastSeenAt` is ISO 8601; null for one who never signed in. */
export type PersonListed = PersonView & {
  email: string;
  role: Role;
  active: boolean;
  lastSeenAt: string | null;
  judgements: number;
};

/** An invitation that is still valid. `maker` is a name. */
export type InviteListed = { id: string; role: Role; note: string | null; expiresAt: string; maker: string | null };

/** A session as it is stored: moments are ISO 8601, `userAgent` is what the browser calls itself, `place` its network. */
export type SessionRow = { id: string; createdAt: string; lastSeenAt: string; userAgent: string; place: string };

/** A session in its person's list. Browser, system and place are null where they cannot be told. */
export type SessionListed = Pick<SessionRow, 'id' | 'createdAt' | 'lastSeenAt'> & {
  browser: string | null;
  system: string | null;
  place: string | null;
  isOwn: boolean;
};
