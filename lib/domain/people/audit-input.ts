/** Which lines of the audit trail are asked for, as it stands in an address. */
import { z } from 'zod';
import { auditKinds } from './audit';

/** A day, ISO 8601; anything else asks for no day. */
const Day = z.iso.date().optional().catch(undefined);

/** Every part may be left out, and what cannot be read counts as left out. `until` is the last day. */
export const AuditFilter = z.object({
  kind: z.enum(auditKinds).optional().catch(undefined),
  person: z.string().min(1).max(64).optional().catch(undefined),
  from: Day,
  until: Day,
});
export type AuditFilter = z.infer<typeof AuditFilter>;

/** The line after which a page begins: its moment and id. */
export const AuditCursor = z
  .string()
  .regex(/^\d{1,15}\.[\w-]{1,64}$/)
  .transform((text) => {
    const [at = '', id = ''] = text.split(/\.(.*)/);
    return { at: new Date(Number(at)), id };
  })
  .optional()
  .catch(undefined);
