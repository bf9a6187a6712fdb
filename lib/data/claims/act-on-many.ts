/** Acts on several claims, of any articles, at once: to assign them, weigh them, say who speaks, put them on a metric. */

import { inBatches, type Queryable } from '#lib/data/database/database';
import { inTransaction, lockArticle, type Writer } from '#lib/data/history/change-log';
import { measureIn } from '#lib/data/ledger/edit-metrics';
import { assignIn, unassignIn } from '#lib/data/review/assignments';
import type { DoneTogether } from '#lib/domain/claims/claim-acts';
import type { ClaimAct, WantedAct } from '#lib/domain/claims/claim-acts-input';
import type { ClaimWeight } from '#lib/domain/claims/weight';
import { accept, type Refusal, type RefusalCode, type Result, refuse } from '#lib/domain/refusal';
import { describeIn } from './edit-claim';

/** Longest time for acts on many claims (ms): fifty of a metric take two seconds on a busy small machine. */
const timeout = 60_000;

/**
 * Does to each of some claims what is wanted of it, as one act. A claim that cannot be acted on does not stop the others;
 * where none can be, the first one's refusal is the answer. Refused as a whole where the assignee, speaker or metric that is
 * named is not there. The caller has asked for permission (`permissionFor`).
 */
export async function actOnMany(writer: Writer, wanted: WantedAct[]): Promise<Result<DoneTogether>> {
  return inTransaction(
    writer,
    async (tx) => {
      // In the order of their ids, so that two writers do not wait for each other.
      for (const articleId of [...new Set(wanted.map((one) => one.articleId))].sort()) {
        const locked = await lockArticle(tx, writer, articleId);
        if (!locked.ok && locked.code !== 'not-found') return locked;
      }
      const rows = await claimsNamed(tx, wanted);
      const refusals: Refusal[] = [];
      const sound = wanted.flatMap((one): Sound[] => {
        const row = rows.get(one.claimId);
        const refusal = row ? refusalOf(row, one) : refuse('not-found');
        if (refusal) refusals.push(refusal);
        return row && !refusal ? [{ ...one, row }] : [];
      });
      const [first] = refusals;
      if (first && sound.length === 0) return first;
      const undo = await doAll(tx, writer, sound);
      if (!undo.ok) return undo;
      return accept({ done: sound.length, refused: countsOf(refusals), undo: undo.value });
    },
    { timeout },
  );
}

const named = {
  ...{ id: true, articleId: true, edition: true, removedAt: true, orphanedAt: true, kind: true },
  ...{ weight: true, speakerId: true, metricId: true },
  figure: { select: { id: true } },
  article: { select: { removedAt: true } },
  assignments: { select: { assigneeId: true, dueOn: true } },
} as const;

async function claimsNamed(tx: Queryable, wanted: WantedAct[]) {
  const ids = wanted.map(({ claimId }) => claimId);
  const rows = await inBatches(ids, (some) => tx.claim.findMany({ where: { id: { in: some } }, select: named }));
  return new Map(rows.flat().map((row) => [row.id, row]));
}

type Row = Awaited<ReturnType<typeof claimsNamed>> extends Map<string, infer One> ? One : never;
type Sound = WantedAct & { row: Row };

/** Why an act cannot be done to a claim; null where it can. The claim's article is locked. */
function refusalOf(row: Row, { articleId, edition, act }: WantedAct): Refusal | null {
  if (row.articleId !== articleId || row.article.removedAt) return refuse('not-found');
  if (row.removedAt) return refuse('claim-removed');
  if (row.orphanedAt) return refuse('claim-orphaned');
  if (edition !== undefined && edition !== row.edition) return refuse('claim-changed');
  if (!('metric' in act)) return null;
  if (row.kind !== 'figure') return refuse('not-a-figure');
  return act.metric && !row.figure ? refuse('no-figure') : null;
}

/** Does what is known to be possible; returns what takes it back. */
async function doAll(tx: Queryable, writer: Writer, sound: Sound[]): Promise<Result<WantedAct[]>> {
  const undo: WantedAct[] = [];
  for (const { row, ...one } of sound) {
    const { act, articleId, claimId } = one;
    if ('assign' in act || 'unassign' in act) {
      undo.push({ articleId, claimId, act: takesBack(row, act) });
      continue;
    }
    const done =
      'metric' in act
        ? await measureIn(tx, writer, one, act.metric)
        : await describeIn(tx, writer, one, 'weight' in act ? { weight: act.weight } : { speaker: act.speaker });
    if (!done.ok) return done;
    undo.push({ articleId, claimId, edition: done.value.edition, act: takesBack(row, act) });
  }
  const assigned = await assignAll(tx, writer, sound);
  return assigned.ok ? accept(undo) : assigned;
}

/** The act by which a claim is again what it was. */
function takesBack(row: Row, act: ClaimAct): ClaimAct {
  // Written by lib/data/claims alone, from values of this type.
  if ('weight' in act) return { weight: row.weight as ClaimWeight };
  if ('speaker' in act) return { speaker: row.speakerId === null ? null : { id: row.speakerId } };
  if ('metric' in act) return { metric: row.metricId === null ? null : { id: row.metricId } };
  const { assigneeId } = 'assign' in act ? act.assign : act.unassign;
  const before = row.assignments.find((one) => one.assigneeId === assigneeId);
  return before ? { assign: { assigneeId, dueOn: before.dueOn } } : { unassign: { assigneeId } };
}

/** Assignments of one article to one person by one day are made together. */
async function assignAll(tx: Queryable, writer: Writer, sound: Sound[]): Promise<Result<null>> {
  const groups = new Map<string, { articleId: string; act: ClaimAct; claimIds: string[] }>();
  for (const { articleId, claimId, act } of sound) {
    if (!('assign' in act || 'unassign' in act)) continue;
    const key = JSON.stringify([articleId, act]);
    const group = groups.get(key);
    if (group) group.claimIds.push(claimId);
    else groups.set(key, { articleId, act, claimIds: [claimId] });
  }
  for (const { articleId, act, claimIds } of groups.values()) {
    const claims = { claimIds, paragraphIds: [] };
    const done =
      'assign' in act
        ? await assignIn(tx, writer, articleId, { ...act.assign, ...claims })
        : 'unassign' in act
          ? await unassignIn(tx, writer, articleId, { ...act.unassign, ...claims })
          : accept(null);
    if (!done.ok) return done;
  }
  return accept(null);
}

function countsOf(refusals: Refusal[]): DoneTogether['refused'] {
  const counts = new Map<RefusalCode, number>();
  for (const { code } of refusals) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => ({ code, count }));
}
