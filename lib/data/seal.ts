/**
 * The seal of a history line: SHA-256 over the seal before it and the line itself, so that a line that is changed, moved
 * or taken out afterwards no longer fits its neighbours (decisions/0006).
 *
 * A line is sealed as it will be read back. Its facts are written as RFC 8785 asks (keys in order of UTF-16 code units at
 * every depth, numbers and strings as ECMAScript writes them), because PostgreSQL's jsonb keeps neither the order of keys
 * nor the spelling of numbers.
 */
import { createHash } from 'node:crypto';

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
};

/**
 * The seal of a line that follows one sealed with `previous`: 64 hexadecimal digits. `previous` is '' for the first line,
 * and for the first one after lines that are older than seals.
 */
export function sealOf(previous: string, line: SealedLine): string {
  const { id, articleId, seq, actorId, at, verb, claimId, before, after } = line;
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
  });
  return createHash('sha256').update(previous).update(text).digest('hex');
}

/** A value as the only JSON that RFC 8785 allows for it; what JSON leaves out is left out. */
function canonicalJson(value: unknown): string {
  return written(JSON.parse(JSON.stringify(value ?? null)));
}

function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${written(member)}`);
  return `{${members.join(',')}}`;
}
