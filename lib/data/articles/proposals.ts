/**
 * What the reader of articles proposes, kept so that a suggestion that was taken up or dismissed is not made again.
 *
 * A newer reader reads every article again: in the background when the desk starts (`readOldArticles`), and before anybody
 * decides about an article's suggestions (`readIfOld`). Until then a page is shown what the newer reader proposes, worked
 * out without a write; ids are made of the place, so that they are the ones that are stored later.
 */

import { type Database, inBatches, nameEngine, type Queryable } from '#lib/data/database/database';
import { insertRows } from '#lib/data/database/insert-rows';
import { proposedSpeaker } from '#lib/data/sources/speakers';
import { type SuggestionView, suggestionIdAt } from '#lib/domain/claims/suggestion';
import { accept, type Result } from '#lib/domain/refusal';
import type { ClaimKind } from '#lib/reading/claim-kinds';
import { type Proposal, readerVersion } from '#lib/reading/proposals';
import { proposalsFor } from '#lib/workers/long-text';

/** Paragraphs of one revision, in order. */
type ReadParagraph = { id: string; kind: string; text: string };

export type ProposedRow = ReturnType<typeof rowOf>;

function rowOf({ start, end, kind, score, reasons, speaker }: Proposal, articleId: string, paragraphId: string) {
  const { name, role, organisation, aliases } = speaker ?? {};
  const said = name === undefined ? undefined : { name, role, organisation, aliases };
  const id = suggestionIdAt({ paragraphId, start, end, kind });
  return { id, articleId, paragraphId, start, end, kind, score, reasons, speaker: said };
}

/** So many rows are made before others have their turn: some 2 ms. */
const rowsAtATime = 500;

/**
 * Reads paragraphs; returns what is proposed for them as rows. A long text takes seconds, in another process: call it
 * outside transactions. Refused where reading takes more than it may.
 */
export async function readProposals(articleId: string, paragraphs: ReadParagraph[]): Promise<Result<ProposedRow[]>> {
  const proposals = await proposalsFor(paragraphs.map(({ kind, text }) => (kind === 'boilerplate' ? '' : text)));
  if (!proposals.ok) return proposals;
  const rows: ProposedRow[] = [];
  for (const [at, proposal] of proposals.value.entries()) {
    if (at % rowsAtATime === rowsAtATime - 1) await new Promise((resolve) => setImmediate(resolve));
    const paragraphId = paragraphs[proposal.paragraph]?.id;
    if (paragraphId) rows.push(rowOf(proposal, articleId, paragraphId));
  }
  return accept(rows);
}

/** Stores what is proposed for a revision. Proposals that are there keep their id and what became of them. */
export async function storeProposals(tx: Queryable, revision: { id: string }, rows: ProposedRow[]): Promise<void> {
  const { news, stale } = againstKnown(rows, await knownOf(tx, revision.id));
  await inBatches(stale, (batch) => tx.suggestion.deleteMany({ where: { id: { in: batch.map(({ id }) => id) } } }));
  const made = news.map(({ id, articleId, paragraphId, start, end, kind, score, reasons, speaker }) => {
    const place = { id, articleId, paragraphId, start, end, kind };
    return { ...place, score, reasons, speaker, status: 'proposed', claimId: null };
  });
  await insertRows(tx, 'Suggestion', made);
  await tx.revision.update({ where: { id: revision.id }, data: { readBy: readerVersion } });
}

const knownFacts = { id: true, paragraphId: true, start: true, end: true, kind: true, status: true } as const;

const knownOf = (db: Queryable, revisionId: string) =>
  db.suggestion.findMany({ where: { paragraph: { revisionId } }, select: knownFacts });

type Known = Awaited<ReturnType<typeof knownOf>>;

/** Rows that are not stored yet, and stored suggestions that are open and proposed no longer. */
function againstKnown(rows: ProposedRow[], known: Known): { news: ProposedRow[]; stale: Known } {
  const [proposed, kept] = [new Set(rows.map(suggestionIdAt)), new Set(known.map(suggestionIdAt))];
  return {
    news: rows.filter((row) => !kept.has(suggestionIdAt(row))),
    stale: known.filter((one) => one.status === 'proposed' && !proposed.has(suggestionIdAt(one))),
  };
}

/**
 * Suggestions of an article's revision that nobody has taken up or dismissed, as the newest reader makes them: where an
 * older one read the article, the newer one's are worked out here and stored by whoever writes next.
 */
export async function openSuggestions(db: Queryable, articleId: string, revision: number): Promise<SuggestionView[]> {
  const stored = await db.suggestion.findMany({
    where: { articleId, status: 'proposed', paragraph: { revision: { number: revision } } },
  });
  const unread = await unreadRevision(db, { articleId, number: revision });
  if (!unread) return inOrder(stored.map(suggestionView));
  const rows = await readProposals(articleId, unread.paragraphs);
  // What an older reader proposed is better than nothing.
  if (!rows.ok) return inOrder(stored.map(suggestionView));
  const { news, stale } = againstKnown(rows.value, await knownOf(db, unread.id));
  const gone = new Set(stale.map(({ id }) => id));
  return inOrder([...stored.filter(({ id }) => !gone.has(id)), ...news].map(suggestionView));
}

function suggestionView({ speaker, ...row }: ProposedRow | StoredRow): SuggestionView {
  const { id, paragraphId, start, end, score } = row;
  return {
    ...{ id, paragraphId, start, end, score },
    // Made or written from proposals alone, whose vocabularies these are.
    kind: row.kind as ClaimKind,
    reasons: row.reasons as SuggestionView['reasons'],
    speaker: proposedSpeaker(speaker)?.name ?? null,
  };
}

type StoredRow = Omit<ProposedRow, 'kind' | 'reasons' | 'speaker'> & {
  kind: string;
  reasons: unknown;
  speaker: unknown;
};

/** By paragraph's id and start, outer spans before the ones inside them. */
const inOrder = (suggestions: SuggestionView[]) =>
  suggestions.sort(
    (a, b) =>
      (a.paragraphId < b.paragraphId ? -1 : a.paragraphId > b.paragraphId ? 1 : 0) ||
      a.start - b.start ||
      b.end - a.end,
  );

/** Whether no reader, or an older one than today's, has read a revision. */
export const isUnread = ({ readBy }: { readBy: number }): boolean => readBy < readerVersion;

/** A revision with its paragraphs, where an older reader, or none, has read it; null where it is read. */
async function unreadRevision(db: Queryable, where: { articleId: string; number?: number }) {
  const revision = await db.revision.findFirst({
    where,
    orderBy: { number: 'desc' },
    select: { id: true, articleId: true, readBy: true },
  });
  if (!revision || !isUnread(revision)) return null;
  const paragraphs = await db.paragraph.findMany({
    where: { revisionId: revision.id },
    orderBy: { position: 'asc' },
    select: { id: true, kind: true, text: true },
  });
  return { ...revision, paragraphs };
}

/**
 * Stores what the newest reader proposes for an article's last revision, where an older one read it. Call it before the
 * transaction that decides about suggestions. Refused where reading takes more than it may.
 */
export async function readIfOld(db: Database, articleId: string): Promise<Result<null>> {
  const read = await readAgain(db, articleId);
  return read.ok ? accept(null) : read;
}

/** The same; whether something was stored. Several processes may do this at once. */
async function readAgain(db: Database, articleId: string): Promise<Result<boolean>> {
  const unread = await unreadRevision(db, { articleId });
  if (!unread) return accept(false);
  const rows = await readProposals(articleId, unread.paragraphs);
  if (!rows.ok) return rows;
  return db.$transaction(async (tx) => {
    // Locks the revision; whoever has stored newer suggestions meanwhile has raised the number.
    const { count } = await tx.revision.updateMany({
      where: { id: unread.id, readBy: unread.readBy },
      data: { readBy: readerVersion },
    });
    if (count === 0) return accept(false);
    await storeProposals(nameEngine(tx, db), unread, rows.value);
    return accept(true);
  });
}

/**
 * Reads every article again that an older reader read, the last changed first: each is read outside a transaction and
 * stored in one of its own, so that others write in between. Several processes may do this at once. One that takes more
 * than reading may is left as it is. Returns how many were stored.
 */
export async function readOldArticles(db: Database): Promise<number> {
  const articles = await db.article.findMany({
    where: { removedAt: null, revisions: { some: { readBy: { lt: readerVersion } } } },
    orderBy: { updatedAt: 'desc' },
    select: { id: true, revisions: { select: { readBy: true }, orderBy: { number: 'desc' }, take: 1 } },
  });
  let stored = 0;
  for (const { id: articleId, revisions } of articles) {
    if ((revisions[0]?.readBy ?? readerVersion) >= readerVersion) continue;
    const read = await readAgain(db, articleId);
    if (read.ok && read.value) stored += 1;
  }
  return stored;
}
