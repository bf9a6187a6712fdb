'use server';

import { z } from 'zod';
import type { Writer } from '#lib/data/history/change-log';
import { refusalToChangeSource } from '#lib/data/sources/edit-source';
import { mergeSource, separateSource } from '#lib/data/sources/merge-source';
import { refusalToReinstate, reinstateSource, retireSource } from '#lib/data/sources/retire-source';
import { keepSnapshot } from '#lib/data/sources/snapshots';
import { noteLinkCheck, sourceAddress } from '#lib/data/sources/sources';
import { isDeadLink } from '#lib/domain/claims/source';
import { Id, requiredText } from '#lib/domain/fields';
import { accept, type Result } from '#lib/domain/refusal';
import { action } from '#lib/server/action';
import { fetchFor } from '#lib/server/fetch/fetch-for';
import { answerOf } from '#lib/server/fetch/fetch-page';
import { runApart } from '#lib/server/run-apart';

type Captured = { title: string | null; publisher: string | null; published: string | null; snapshotId: string | null };

async function capture(writer: Writer, url: string): Promise<Result<Captured>> {
  const fetched = await fetchFor(writer.actorId, url);
  if (!fetched.ok) return fetched;
  const { bytes, charset, contentType, finalUrl, fetchedAt } = fetched.value;
  const today = writer.now.toISOString().slice(0, 10);
  const read = await runApart('read-source', { bytes, charset, contentType, url: finalUrl, today });
  if (!read.ok) return read;
  // A Word file is there to be cited, but has no page to show.
  const { facts, html } = read.value;
  if (html === null) return accept({ ...facts, snapshotId: null });
  const title = facts.title ?? url;
  const answer = answerOf(fetched.value);
  const kept = await keepSnapshot(writer, { url, finalUrl, contentType, bytes, answer, html, fetchedAt, title });
  return accept({ ...facts, snapshotId: kept.id });
}

/** Fetches the page that a source is to name, and says what it says of itself. Its original is kept for that source. */
export const captureSource = action(
  'sources.captureSource',
  'judge',
  z.object({ url: z.string().trim().max(4_000) }),
  ({ url }, { writer }) => capture(writer, url),
);

/** Marks a source as withdrawn, with the reason. */
export const retire = action(
  'sources.retire',
  'judge',
  z.object({ id: Id, note: requiredText(500) }),
  async ({ id, note }, { actor, writer }) =>
    (await refusalToChangeSource(writer.db, actor, id)) ?? retireSource(writer, id, note),
);

/** Takes that back. Who brought a source does not overrule an editor who retired it. */
export const reinstate = action(
  'sources.reinstate',
  'judge',
  z.object({ id: Id }),
  async ({ id }, { actor, writer }) => (await refusalToReinstate(writer.db, actor, id)) ?? reinstateSource(writer, id),
);

export const merge = action(
  'sources.merge',
  'judge',
  z.object({ id: Id, intoId: Id }),
  async ({ id, intoId }, { actor, writer }) =>
    (await refusalToChangeSource(writer.db, actor, id)) ?? mergeSource(writer, id, intoId),
);

export const separate = action(
  'sources.separate',
  'judge',
  z.object({ id: Id }),
  async ({ id }, { actor, writer }) =>
    (await refusalToChangeSource(writer.db, actor, id)) ?? separateSource(writer, id),
);

/** Asks whether a source's page is still there; what came is kept. */
export const checkSource = action('sources.checkSource', 'judge', z.object({ id: Id }), async ({ id }, { writer }) => {
  const source = await sourceAddress(writer.db, id);
  if (!source.ok) return source;
  const captured = await capture(writer, source.value.url);
  const isDead = !captured.ok && isDeadLink(captured);
  if (!captured.ok && !isDead) return captured;
  await noteLinkCheck(writer, id, {
    problem: captured.ok ? null : captured.code,
    snapshotId: captured.ok ? captured.value.snapshotId : null,
  });
  return accept({ isDead });
});
