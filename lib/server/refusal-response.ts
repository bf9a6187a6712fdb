/** Refusals as HTTP: the status that says the same, and the code for programs. */
import 'server-only';
import type { Refusal, RefusalCode } from '#lib/domain/refusal';

const statuses: Partial<Record<RefusalCode, number>> = {
  'signed-out': 401,
  'not-allowed': 403,
  'foreign-origin': 403,
  'not-found': 404,
  'claim-changed': 409,
  'too-large': 413,
  'too-many-tries': 429,
};

export function refusalResponse({ code, field }: Refusal): Response {
  return Response.json({ error: code, field }, { status: statuses[code] ?? 400 });
}
