/**
 * The seal of a history line: SHA-256 over the seal before it and the line itself, so that a line that is changed, moved
 * or taken out afterwards no longer fits its neighbours (decisions/0006).
 *
 * A line is sealed as it will be read back, in canonical JSON.
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json';

/** A line as it is sealed. */
export type SealedLine = {
  id: string;
  articleId: string;
  seq: number;
  actorId: string;
  at: Date;
  verb: string;
  claimId: string | null;
  /** Absent facts read back as null, and are sealed as such. */
  before?: unknown;
  after?: unknown;
  /** What the write made of the article's rows; absent in lines from before it was kept, and sealed only where it is there. */
  rows?: unknown;
};

/**
 * The seal of a line that follows one sealed with `previous`: 64 hexadecimal digits. `previous` is '' for the first line,
 * and for the first one after lines that are older than seals.
 */
export function sealOf(previous: string, line: SealedLine): string {
  const { id, articleId, seq, actorId, at, verb, claimId, before, after, rows } = line;
  const text = canonicalJson({
    id,
    articleId,
    seq,
    actorId,
    at,
    verb,
    claimId,
    before: before ?? null,
    after: after ?? null,
    ...(rows === undefined || rows === null ? {} : { rows }),
  });
  return createHash('sha256').update(previous).update(text).digest('hex');
}
