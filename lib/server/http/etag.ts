/** Answers that a reader may already have: entity tags and conditional requests (RFC 9110 §8.8.3, §13). */
import 'server-only';
import { createHash, type Hash } from 'node:crypto';

/** A strong entity tag of a body: 162 bits of its SHA-256. */
export const etagOf = (body: string): string => tagOf(createHash('sha256').update(body));

/** The same of a body in pieces, none of which is kept. */
export async function etagOfPieces(pieces: AsyncIterable<string>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of pieces) hash.update(piece);
  return tagOf(hash);
}

const tagOf = (hash: Hash): string => `"${hash.digest('base64url').slice(0, 27)}"`;

/** Whether If-Match allows a write: it names the entity tag of what is there now (strong comparison), null for nothing. */
export function isMatch(ifMatch: string, etag: string | null): boolean {
  return etag !== null && ifMatch.split(',').some((one) => one.trim() === '*' || one.trim() === etag);
}

/** Whether a request names an entity tag that it has already (weak comparison). */
export function isKnown(request: Request, etag: string): boolean {
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  const known = request.headers.get('if-none-match')?.split(',') ?? [];
  return known.some((one) => one.trim() === '*' || opaque(one) === opaque(etag));
}

/**
 * The body with its entity tag; 304 without a body if the request names the tag; no body for HEAD.
 */
export function conditional(request: Request, body: string, headers: Record<string, string>): Response {
  const etag = etagOf(body);
  const tagged = { ...headers, ETag: etag };
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers: tagged });
  return new Response(request.method === 'HEAD' ? null : body, { headers: tagged });
}
