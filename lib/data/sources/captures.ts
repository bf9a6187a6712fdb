/** What was kept of a source's address each time it was fetched, and what changed between two times. */
import type { Database, Queryable } from '#lib/data/database/database';
import type { CaptureView, ComparedCaptures, OriginalCapture } from '#lib/domain/files/capture';
import { isDocument } from '#lib/domain/files/source-file';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import type { Viewer } from '#lib/domain/review/blind';
import { runApart } from '#lib/workers/run';
import { textOfFile } from './file-texts';
import { seenSnapshots } from './snapshots';
import { shownEvidence } from './sources';
import { shownAs } from './where-cited';

/** So many of the newest are shown. */
const mostCaptures = 50;

const viewed = {
  ...{ id: true, url: true, finalUrl: true, fetchedAt: true, status: true, contentHash: true, contentType: true },
  stampedAt: true,
  original: { select: { hash: true, size: true } },
  takenBy: { select: { id: true, name: true } },
} as const;

/** The captures that a person sees of a source, and of those that are shown as it. */
const seenOf = async (db: Queryable, sourceId: string, viewer: Viewer) => ({
  sourceId: { in: await shownAs(db, sourceId) },
  ...seenSnapshots(viewer),
});

/** The captures of a source, the newest first. */
export async function capturesOf(db: Queryable, sourceId: string, viewer: Viewer): Promise<CaptureView[]> {
  const rows = await db.snapshot.findMany({
    where: await seenOf(db, sourceId, viewer),
    orderBy: [{ fetchedAt: 'desc' }, { id: 'desc' }],
    take: mostCaptures + 1,
    select: viewed,
  });
  const shown = rows.slice(0, mostCaptures);
  return shown.map(({ original, contentType, fetchedAt, stampedAt, ...row }, at) => {
    // A source that others were merged into has captures of several addresses.
    const before = rows.slice(at + 1).find(({ url }) => url === row.url);
    return {
      ...row,
      fetchedAt: fetchedAt.toISOString(),
      stampedAt: stampedAt?.toISOString() ?? null,
      size: original?.size ?? null,
      isPage: !isDocument(contentType),
      isSame: before ? before.contentHash === row.contentHash : null,
    };
  });
}

/** So many excerpts are looked for. */
const mostExcerpts = 200;

/**
 * Two captures of a source, by default the one before: what changed, and how the excerpts that a person sees stand in either.
 * Refused as `runApart` is, and where there are no two.
 */
export async function compareCaptures(
  db: Database,
  { sourceId, id, beforeId }: { sourceId: string; id: string; beforeId: string | null },
  viewer: Viewer,
): Promise<Result<ComparedCaptures>> {
  const captures = await capturesOf(db, sourceId, viewer);
  const at = captures.findIndex((one) => one.id === id);
  const after = captures[at];
  const before =
    beforeId === null
      ? captures.slice(at + 1).find(({ url }) => url === after?.url)
      : captures.find((one) => one.id === beforeId);
  if (!after || !before) return refuse('not-found');
  const excerpts = await db.evidence.findMany({
    where: {
      sourceId: { in: await shownAs(db, sourceId) },
      excerpt: { not: '' },
      claim: { removedAt: null, article: { removedAt: null } },
      ...shownEvidence(viewer),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: mostExcerpts,
    select: {
      ...{ id: true, excerpt: true },
      claim: { select: { id: true, number: true, article: { select: { id: true, title: true, language: true } } } },
    },
  });
  const [older, newer] = [await textOf(db, before.id), await textOf(db, after.id)];
  if (!older.ok) return older;
  if (!newer.ok) return newer;
  const compared = await runApart('compare-texts', {
    ...{ before: older.value, after: newer.value },
    excerpts: excerpts.map(({ id: evidenceId, excerpt }) => ({ evidenceId, excerpt })),
  });
  if (!compared.ok) return compared;
  const found = new Map(compared.value.excerpts.map((one) => [one.evidenceId, one]));
  return accept({
    ...{ before, after, rows: compared.value.rows },
    excerpts: excerpts.flatMap(({ id: evidenceId, ...resting }) => {
      const one = found.get(evidenceId);
      return one ? [{ ...resting, ...one }] : [];
    }),
  });
}

/** What a capture is compared by: a page's markup, or a document's text. */
async function textOf(db: Database, id: string) {
  const { html, contentType, original } = await db.snapshot.findUniqueOrThrow({
    where: { id },
    select: { html: true, contentType: true, original: { select: { hash: true, size: true } } },
  });
  if (!isDocument(contentType) || !original) return accept({ packed: null, html });
  const packed = await textOfFile(db, { ...original, mediaType: contentType ?? '' });
  return packed.ok ? accept({ packed: packed.value, html: null }) : packed;
}

/** The newest captures of a source whose originals and answers are kept, the oldest of them first. */
export async function originalsOf(db: Queryable, sourceId: string, viewer: Viewer): Promise<OriginalCapture[]> {
  const rows = await db.snapshot.findMany({
    where: {
      ...(await seenOf(db, sourceId, viewer)),
      ...{ status: { not: null }, originalHash: { not: null }, finalUrl: { not: null } },
    },
    orderBy: [{ fetchedAt: 'desc' }, { id: 'desc' }],
    take: mostCaptures,
    select: {
      ...{ id: true, title: true, finalUrl: true, fetchedAt: true, status: true, headers: true, contentType: true },
      original: { select: { hash: true, size: true } },
    },
  });
  return rows.reverse().flatMap(({ finalUrl: url, status, headers, original, fetchedAt, ...row }) =>
    url === null || status === null || !original
      ? []
      : [
          {
            ...row,
            ...original,
            ...{ url, status, fetchedAt: fetchedAt.toISOString() },
            // Written by keepSnapshot alone.
            headers: (headers ?? []) as [string, string][],
          },
        ],
  );
}
