/** Answers that a reader may already have: entity tags and conditional requests (RFC 9110 §8.8.3, §13). */
import 'server-only';
import { createHash } from 'node:crypto';

/** A strong entity tag of a body: 162 bits of its SHA-256. */
export function etagOf(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}

/** Whether If-Match allows a write: it names the entity tag of what is there now (strong comparison), null for nothing. */
export function isMatch(ifMatch: string, etag: string | null): boolean {
  return etag !== null && ifMatch.split(',').some((one) => one.trim() === '*' || one.trim() === etag);
}

/**
 * The body with its entity tag; 304 without a body if the request names the tag (weak comparison); no body for HEAD.
 */
export function conditional(request: Request, body: string, headers: Record<string, string>): Response {
  const etag = etagOf(body);
  const tagged = { ...headers, ETag: etag };
  const known = request.headers.get('if-none-match')?.split(',') ?? [];
  if (known.some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag)) {
    return new Response(null, { status: 304, headers: tagged });
  }
  return new Response(request.method === 'HEAD' ? null : body, { headers: tagged });
}
