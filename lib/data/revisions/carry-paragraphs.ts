/** Carrying what hangs on paragraphs over to a new revision: threads and assignments. What has no place waits for one. */

import { alignParagraphs, counterpartsOf } from '#lib/anchoring/paragraphs';
import type { Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { type CarriedText, paragraphsIn } from './carry-claims';

/**
 * Moves threads to the paragraph that theirs chiefly became, and assignments to every one that it became. Those that were
 * left on an older revision are looked for again. A person has a paragraph once, also where two of theirs became one.
 */
export async function carryParagraphs(
  tx: Queryable,
  articleId: string,
  from: CarriedText,
  to: CarriedText,
): Promise<void> {
  const where = { articleId, paragraphId: { not: null } };
  const [comments, assignments] = [
    await tx.comment.findMany({ where, select: { paragraphId: true }, distinct: ['paragraphId'] }),
    await tx.assignment.findMany({ where, orderBy: { createdAt: 'asc' } }),
  ];
  const ids = [...comments, ...assignments].flatMap(({ paragraphId }) => paragraphId ?? []);
  if (ids.length === 0) return;
  const targets = await targetsOf(tx, new Set(ids), from, to);
  for (const { paragraphId } of comments) {
    const [chief] = targets.get(paragraphId ?? '') ?? [];
    if (chief) await tx.comment.updateMany({ where: { articleId, paragraphId }, data: { paragraphId: chief } });
  }
  const taken = new Set<string>();
  for (const { id, paragraphId, assigneeId, assignedById, dueOn, createdAt } of assignments) {
    const [chief, ...others] = (targets.get(paragraphId ?? '') ?? []).filter(
      (target) => !taken.has(`${target} ${assigneeId}`),
    );
    for (const target of [chief, ...others]) if (target) taken.add(`${target} ${assigneeId}`);
    if (chief) await tx.assignment.update({ where: { id }, data: { paragraphId: chief } });
    else if (targets.has(paragraphId ?? '')) await tx.assignment.delete({ where: { id } });
    for (const target of others) {
      await tx.assignment.create({
        data: { id: newId(), articleId, paragraphId: target, assigneeId, assignedById, dueOn, createdAt },
      });
    }
  }
}

/** The new paragraphs that each of some old ones became, the chief one first. One that is gone is not there. */
async function targetsOf(
  tx: Queryable,
  ids: Set<string>,
  from: CarriedText,
  to: CarriedText,
): Promise<Map<string, string[]>> {
  const homes = await tx.paragraph.findMany({ where: { id: { in: [...ids] } }, select: { revisionId: true } });
  const targets = new Map<string, string[]>();
  for (const revisionId of new Set(homes.map((home) => home.revisionId))) {
    const paragraphs = revisionId === from.id ? from.paragraphs : await paragraphsIn(tx, revisionId);
    const links = alignParagraphs(paragraphs, to.paragraphs);
    for (const [index, chief] of counterpartsOf(links)) {
      const id = paragraphs[index]?.id;
      if (!id || !ids.has(id)) continue;
      const all = links.filter((link) => link.from === index && link.to !== chief).map((link) => link.to);
      targets.set(
        id,
        [chief, ...all].flatMap((at) => to.paragraphs[at]?.id ?? []),
      );
    }
  }
  return targets;
}
