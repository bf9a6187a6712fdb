/** Refusals as HTTP: the matching status, and the code for programs. */
import 'server-only';
import type { Refusal, RefusalCode } from '#lib/domain/refusal';

const statuses: Partial<Record<RefusalCode, number>> = {
  'signed-out': 401,
  'token-wrong': 401,
  'not-allowed': 403,
  'foreign-origin': 403,
  'scope-missing': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'article-exists': 409,
  'article-changed': 409,
  'text-revised': 409,
  'claim-changed': 409,
  'claim-exists': 409,
  'claim-removed': 409,
  'claim-orphaned': 409,
  'evidence-in-use': 409,
  'comment-changed': 409,
  'comment-removed': 409,
  'thread-changed': 409,
  'source-changed': 409,
  'precondition-failed': 412,
  'too-large': 413,
  'body-too-large': 413,
  'article-file-too-large': 413,
  'type-unsupported': 415,
  'body-compressed': 415,
  'source-required': 422,
  'quote-absent': 422,
  'quote-ambiguous': 422,
  'too-many-tries': 429,
  'too-many-requests': 429,
  'work-too-long': 422,
  'work-too-large': 422,
  'work-waits': 503,
  failed: 500,
};

export const statusOf = (code: RefusalCode): number => statuses[code] ?? 400;

export function refusalResponse({ code, field }: Refusal): Response {
  return Response.json({ error: code, field }, { status: statusOf(code) });
}
