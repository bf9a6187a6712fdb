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
