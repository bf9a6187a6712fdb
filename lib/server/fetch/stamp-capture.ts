/** Has the time stamped on what was captured, by the server that the desk names (RFC 3161, section 3.4). */
import 'server-only';
import type { Database } from '#lib/data/database/database';
import { noteStamp } from '#lib/data/sources/snapshots';
import { readStamp, stampRequest } from '#lib/intake/time-stamp';
import { env } from '#lib/server/env';
import { readAtMost } from './body';

/** Milliseconds, and bytes of an answer: a token with its chain of certificates has some thousand. */
const timeout = 15_000;
const longestAnswer = 100_000;

/**
 * Stamps a capture, whose `hash` is the SHA-256 of its bytes. Returns whether it did: a desk without such a server, a server that does not
 * answer and an answer that proves nothing leave the capture as it is.
 */
export async function stampCapture(
  db: Database,
  { id, hash, bytes }: { id: string; hash: string; bytes: Uint8Array },
): Promise<boolean> {
  const url = env().CLAIMDESK_TIMESTAMP_URL;
  if (!url) return false;
  const query = stampRequest(hash);
  const answer = await ask(url, query.bytes);
  const stamp = answer && (await readStamp(answer, { bytes, nonce: query.nonce }));
  if (stamp) await noteStamp(db, id, stamp);
  return stamp !== null;
}

async function ask(url: string, query: Uint8Array): Promise<Uint8Array | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/timestamp-query', Accept: 'application/timestamp-reply' },
      body: new Uint8Array(query),
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    });
    return response.ok && response.body ? await readAtMost(response.body, longestAnswer) : null;
  } catch {
    return null;
  }
}
