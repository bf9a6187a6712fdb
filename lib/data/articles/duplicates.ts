/** Finding an article that the desk has already: by its address, or by a text that is nearly the same. */

import type { Queryable } from '#lib/data/database/database';
import type { DraftParagraph } from '#lib/domain/articles/article';
import { bandsOf, type Duplicate, isNearDuplicate, sharedPart } from '#lib/domain/articles/near-duplicate';
import { addressKey } from '#lib/domain/articles/web-address';
import type { Result } from '#lib/domain/refusal';
import { fingerprintFor } from '#lib/workers/long-text';

type Block = Pick<DraftParagraph, 'text'> & { kind: string };

/** More candidates than this share a band by chance alone. */
const mostCandidates = 50;

const ownText = (paragraphs: readonly Block[]) =>
  paragraphs.filter(({ kind }) => kind !== 'boilerplate').map(({ text }) => text);

/** The fingerprint of a text, null for one that is too short. Refused where it takes more than reading may. */
export const readFingerprint = (paragraphs: readonly Block[]): Promise<Result<string | null>> =>
  fingerprintFor(ownText(paragraphs));

/** Keeps a new revision's fingerprint, in the transaction that stores its paragraphs. */
export async function storeFingerprint(tx: Queryable, revisionId: string, fingerprint: string | null): Promise<void> {
  if (fingerprint === null) return;
  await tx.revision.update({ where: { id: revisionId }, data: { fingerprint } });
  await tx.textBand.createMany({ data: bandsOf(fingerprint).map((key) => ({ revisionId, key })) });
}

/**
 * Articles of the desk that a draft may be, the likeliest first: those at its address, then those whose text has nearly its
 * fingerprint.
 */
export async function findDuplicates(
  db: Queryable,
  url: string | null,
  fingerprint: string | null,
): Promise<Duplicate[]> {
  const key = addressKey(url);
  const [atAddress, alike] = [
    key === null
      ? []
      : await db.article.findMany({
          where: { addressKey: key, removedAt: null },
          select: { id: true, title: true },
          orderBy: { updatedAt: 'desc' },
          take: mostCandidates,
        }),
    fingerprint === null
      ? []
      : await db.revision.findMany({
          where: { bands: { some: { key: { in: bandsOf(fingerprint) } } }, article: { removedAt: null } },
          select: { fingerprint: true, article: { select: { id: true, title: true } } },
          orderBy: { createdAt: 'desc' },
          take: mostCandidates,
        }),
  ];
  const found = new Map<string, Duplicate>();
  for (const { id, title } of atAddress) found.set(id, { articleId: id, title, by: 'address', share: 0 });
  for (const { fingerprint: other, article } of alike) {
    if (fingerprint === null || other === null || found.has(article.id) || !isNearDuplicate(fingerprint, other))
      continue;
    const share = sharedPart(fingerprint, other);
    found.set(article.id, { articleId: article.id, title: article.title, by: 'text', share });
  }
  return [...found.values()];
}
