/** Refusals as HTTP: the matching status, and the code for programs. */
import 'server-only';
import type { Refusal, RefusalCode } from '#lib/domain/refusal';
import { noteRefusal } from '#lib/server/note-refusal';

const statuses: Partial<Record<RefusalCode, number>> = {
  'signed-out': 401,
  'token-wrong': 401,
  'not-allowed': 403,
  'foreign-origin': 403,
  'scope-missing': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'article-exists': 409,
  'view-exists': 409,
  'article-changed': 409,
  'text-revised': 409,
  'claim-changed': 409,
  'claim-exists': 409,
  'claim-removed': 409,
  'judge-first': 409,
  'claim-orphaned': 409,
  'evidence-in-use': 409,
  'comment-changed': 409,
  'comment-removed': 409,
  'thread-changed': 409,
  'source-changed': 409,
  'readers-changed': 409,
  'precondition-failed': 412,
  'too-large': 413,
  'file-too-large': 413,
  'body-too-large': 413,
  'article-file-too-large': 413,
  'packet-too-large': 413,
  'packet-held-back': 403,
  'feed-too-large': 413,
  'type-unsupported': 415,
  'body-compressed': 415,
  'source-required': 422,
  'quote-absent': 422,
  'quote-ambiguous': 422,
  'key-reused': 422,
  'too-many-tries': 429,
  'too-many-requests': 429,
  'too-many-streams': 429,
  'too-many-searches': 429,
  'work-too-long': 422,
  'work-too-large': 422,
  'work-waits': 503,
  'database-in-use': 503,
  'database-overloaded': 503,
  'database-unreachable': 503,
  'database-missing': 503,
  'database-replaced': 503,
  'database-full': 503,
  'database-read-only': 503,
  'database-failing': 503,
  'database-damaged': 503,
  failed: 500,
};

export const statusOf = (code: RefusalCode): number => statuses[code] ?? 400;

/** When it is worth asking again (s): soon where something passes by itself, later where somebody must act. */
export function retryAfter({ code, values }: Refusal): Record<'Retry-After', string> | null {
  if (code === 'too-many-requests' || code === 'too-many-searches') return { 'Retry-After': String(values?.number) };
  // There is room when a tab is closed, which takes a person a moment.
  if (code === 'too-many-streams') return { 'Retry-After': '30' };
  if (statusOf(code) !== 503) return null;
  const passes = code === 'database-in-use' || code === 'database-overloaded' || code === 'database-unreachable';
  return { 'Retry-After': passes ? '5' : '60' };
}

/** The answer to a request that is refused; a refusal that tells of a stranger is logged. */
export function refusalResponse(refusal: Refusal): Response {
  noteRefusal(refusal);
  const { code, field } = refusal;
  return Response.json({ error: code, field }, { status: statusOf(code), headers: retryAfter(refusal) ?? {} });
}
