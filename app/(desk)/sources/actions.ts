'use server';

import { z } from 'zod';
import { refusalToChangeSource } from '#lib/data/sources/edit-source';
import { mergeSource, separateSource } from '#lib/data/sources/merge-source';
import { refusalToReinstate, reinstateSource, retireSource } from '#lib/data/sources/retire-source';
import { noteArchived, noteLinkCheck, sourceAddress } from '#lib/data/sources/sources';
import { isDeadLink } from '#lib/domain/claims/source';
import { Id, requiredText } from '#lib/domain/fields';
import { accept } from '#lib/domain/refusal';
import { action } from '#lib/server/action';
import { capture } from '#lib/server/fetch/capture';
import { archivedCopy } from '#lib/server/fetch/wayback';

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

/** Asks the Wayback Machine for a source's page, where the desk allows that. */
export const findArchived = action(
  'sources.findArchived',
  'judge',
  z.object({ id: Id }),
  async ({ id }, { writer }) => {
    const source = await sourceAddress(writer.db, id);
    if (!source.ok) return source;
    const copy = await archivedCopy(writer.actorId, source.value.url);
    if (!copy.ok) return copy;
    await noteArchived(writer.db, id, copy.value);
    return accept({ isThere: copy.value !== null });
  },
);
