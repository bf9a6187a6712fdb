/** A person's row as the server reads it: without the hash of their password. */
import type { Role } from '#lib/domain/people/permission';

export type PersonRow = { id: string; name: string; email: string; role: Role; active: boolean; sessionEpoch: number };

export const publicColumns = {
  select: { id: true, name: true, email: true, role: true, active: true, sessionEpoch: true },
} as const;

/** Types a row's role, which is written from lib/domain's roles alone. */
export const withRole = <T extends { role: string }>(row: T) => ({ ...row, role: row.role as Role });
