/** The history of an article as its readers see it. */

import { blindClaims, hasBlindClaims } from '#lib/data/claims/blind';
import type { Database } from '#lib/data/database/database';
import { knownFiles } from '#lib/data/sources/seen-files';
import type { Actor } from '#lib/domain/people/permission';
import {
  type ChangeLineView,
  factsIn,
  isAboutFile,
  isAboutSource,
  tellsByItself,
  textIn,
  verbOf,
  withoutFindings,
  withoutOutcome,
} from '#lib/domain/review/history';

export type HistoryView = {
  article: { title: string; language: string };
  /** The claim that was asked for; null for the whole article. */
  claim: { number: number; exact: string; isThere: boolean } | null;
  /** Newest first. */
  lines: ChangeLineView[];
  /** Ask for lines before this number to go on; null where nothing is older. */
  older: number | null;
  /** The article's last line and its seal, '' where it is older than seals. */
  last: { seq: number; seal: string };
};

/** What of a history to read: one claim's part, and only lines below a number. */
export type HistoryPart = { claimNumber: number | null; before: number | null };

/**
 * A page of an article's history; null where the article, or the claim, is not there. While the article's first pass is
 * blind, a reviewer does not see what others found about claims that they have not judged themselves.
 */
export async function articleHistory(
  db: Database,
  articleId: string,
  { claimNumber, before }: HistoryPart,
  reader: Actor,
  limit = 100,
): Promise<HistoryView | null> {
  const article = await db.article.findFirst({
    where: { id: articleId, removedAt: null },
    select: {
      ...{ title: true, language: true, lastSeq: true },
      changes: { orderBy: { seq: 'desc' }, take: 1, select: { seq: true, hash: true } },
    },
  });
  if (!article) return null;
  const asked =
    claimNumber === null
      ? null
      : await db.claim.findUnique({
          where: { articleId_number: { articleId, number: claimNumber } },
          select: { id: true, ...claimWords },
        });
  if (claimNumber !== null && !asked) return null;
  const rows = await db.change.findMany({
    where: { articleId, ...(before === null ? {} : { seq: { lt: before } }), ...(asked ? { claimId: asked.id } : {}) },
    omit: { rows: true },
    include: { actor: { select: { id: true, name: true } } },
    orderBy: { seq: 'desc' },
    take: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const claimIds = [...new Set(shown.flatMap(({ claimId }) => claimId ?? []))];
  const named = shown.filter(isAboutFile).map(fileNamedIn);
  const [claims, blind, isBlind, isKnown] = await Promise.all([
    db.claim.findMany({ where: { id: { in: claimIds } }, select: { id: true, ...claimWords } }),
    blindClaims(db, reader, { id: { in: claimIds } }),
    hasBlindClaims(db, reader, articleId),
    knownFiles(db, reader, named),
  ]);
  const wordsOf = new Map(claims.map(({ id, ...words }) => [id, words]));
  const [last] = article.changes;
  return {
    article: { title: article.title, language: article.language },
    claim: asked && { number: asked.number, exact: asked.exact, isThere: asked.removedAt === null },
    lines: shown.flatMap((row) => {
      // Of a confidential file nobody else knows.
      if (isAboutFile(row) && !isKnown(fileNamedIn(row))) return [];
      const line = lineView(row, wordsOf.get(row.claimId ?? ''));
      const isAbout = row.claimId === null ? isAboutSource(line) && isBlind : blind.has(row.claimId);
      if (!isAbout) return [line];
      if (row.actor.id === reader.id) return [withoutOutcome(line)];
      return tellsByItself(line) ? [] : [withoutFindings(line)];
    }),
    older: rows.length > limit ? (shown.at(-1)?.seq ?? null) : null,
    last: { seq: last?.seq ?? 0, seal: last?.hash ?? '' },
  };
}

/** The file that a line is about. */
function fileNamedIn({ after }: Pick<ChangeRow, 'after'>) {
  const facts = factsIn(after);
  return { id: textIn(facts, 'fileId'), name: textIn(facts, 'file') };
}

const claimWords = { number: true, exact: true, removedAt: true } as const;

type ChangeRow = {
  seq: number;
  at: Date;
  actor: { id: string; name: string };
  verb: string;
  before: unknown;
  after: unknown;
};

function lineView(
  { seq, at, actor, verb, before, after }: ChangeRow,
  claim: { number: number; exact: string; removedAt: Date | null } | undefined,
): ChangeLineView {
  const [was, is] = [factsIn(before), factsIn(after)];
  const exact = is.exact ?? was.exact;
  return {
    ...{ seq, actor, before: was, after: is },
    at: at.toISOString(),
    verb: verbOf(verb),
    claim: claim
      ? {
          number: claim.number,
          exact: typeof exact === 'string' ? exact : claim.exact,
          isThere: claim.removedAt === null,
        }
      : null,
  };
}
