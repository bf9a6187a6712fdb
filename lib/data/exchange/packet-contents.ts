/** What goes into a packet of an article besides the article itself. */
import { createHash } from 'node:crypto';
import { blobBytes } from '#lib/data/blobs/blobs';
import { hasBlindClaims } from '#lib/data/claims/blind';
import type { Database } from '#lib/data/database/database';
import { linesOf } from '#lib/data/history/verify';
import { capturesForPacket, readableCopy } from '#lib/data/sources/packet-captures';
import { filesForPacket } from '#lib/data/sources/source-files';
import { type PacketContents, type PacketLine, packetLimits, type WithheldLine } from '#lib/domain/exchange/packet';
import type { Actor } from '#lib/domain/people/permission';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { isAboutFile } from '#lib/domain/review/history';
import type { ArticleWithClaims } from '#lib/domain/review/review';

const emptyHash = createHash('sha256').digest('hex');

/**
 * Gathers what a packet holds. Its bytes are read while it is written. Refused: for who is blind to claims of the article
 * (`packet-held-back`), since the history tells of all; and more than a packet holds (`packet-too-large`).
 * `withConfidential`: with the confidential files that the viewer sees.
 */
export async function packetContents(
  db: Database,
  { article, claims }: ArticleWithClaims,
  viewer: Actor,
  { withConfidential = false, most = packetLimits.bytes }: { withConfidential?: boolean; most?: number } = {},
): Promise<Result<PacketContents>> {
  if (await hasBlindClaims(db, viewer, article.id)) return refuse('packet-held-back');
  const cited = claims.flatMap(({ evidence }) => evidence.map(({ source }) => source.id));
  const gone = await db.evidence.findMany({
    where: { removedAt: null, claim: { articleId: article.id, removedAt: null, orphanedAt: { not: null } } },
    select: { source: { select: { id: true, mergedIntoId: true } } },
  });
  const sourceIds = [...new Set([...cited, ...gone.map(({ source }) => source.mergedIntoId ?? source.id)])];
  const { files, leftOut } = await filesForPacket(db, { sourceIds, withConfidential }, viewer);
  const captures = await capturesForPacket(db, { articleId: article.id, sourceIds }, viewer);
  const kept = new Map(files.map(({ hash, size }) => [hash, size]));
  for (const { original } of captures) if (original) kept.set(original.hash, original.size);
  const bytes = [...kept.values()].reduce((sum, size) => sum + size, 0);
  // Each capture has a readable copy as well; the other parts have names of their own.
  const entries = kept.size + captures.length + 10;
  if (bytes > most || entries > packetLimits.entries)
    return refuse('packet-too-large', { values: { limit: Math.floor(most / 1e6) } });
  const older = captures.filter(({ original, contentHash }) => original === null && contentHash !== emptyHash).length;
  return accept({
    by: viewer.name,
    files,
    captures,
    leftOut: [
      ...(older > 0 ? [{ what: 'original', reason: 'kept-before-originals', count: older } as const] : []),
      ...(leftOut > 0 ? [{ what: 'file', reason: 'confidential', count: leftOut } as const] : []),
    ],
    bytes,
    bytesOf: ({ hash, size }) => blobBytes(db, hash, { from: 0, to: size }),
    readableOf: (id) => readableCopy(db, id),
    historyTo: (seq) => packetLines(db, article.id, seq),
  });
}

async function* packetLines(db: Database, articleId: string, last: number): AsyncGenerator<PacketLine | WithheldLine> {
  const names = new Map<string, string>();
  for await (const line of linesOf(db, articleId)) {
    if (line.seq > last) return;
    const { id, seq, actorId, at, verb, claimId, before, after, rows, hash } = line;
    // Were those about confidential files alone withheld, everybody would know of these. The manifest tells the files.
    if (isAboutFile(line)) {
      yield { articleId, seq, hash, withheld: 'file' };
      continue;
    }
    const known = names.get(actorId);
    const by = known ?? (await db.user.findUnique({ where: { id: actorId }, select: { name: true } }))?.name ?? '';
    if (known === undefined) names.set(actorId, by);
    yield {
      ...{ id, articleId, seq, actorId, by, at: at.toISOString(), verb, claimId },
      ...{ before: before ?? null, after: after ?? null, rows: rows ?? null, hash },
    };
  }
}
