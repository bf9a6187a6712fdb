/**
 * Revisions of an article: a new one is stored with everything that hangs on the text carried over, in one transaction on
 * the locked article. What becomes of claims is carry-claims.ts, of threads and assignments carry-paragraphs.ts.
 */

import { readFingerprint, storeFingerprint } from '#lib/data/articles/duplicates';
import { type ProposedRow, readProposals, storeProposals } from '#lib/data/articles/proposals';
import { blindClaims } from '#lib/data/claims/blind';
import { type Queryable, rowsAtOnce } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { inTransaction, type LockedArticle, lockArticle, type Writer } from '#lib/data/history/change-log';
import type { ParagraphKind } from '#lib/domain/articles/article';
import type { Standing } from '#lib/domain/claims/standing';
import type { FateCounts, RevisionSide, RevisionView } from '#lib/domain/exchange/whole-article';
import type { Actor } from '#lib/domain/people/permission';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import type { DiffRow } from '#lib/domain/revisions/diff';
import type { Orphans } from '#lib/domain/revisions/orphan';
import { type ParagraphTool, withTool } from '#lib/domain/revisions/paragraph-tool';
import { type Fate, fates, type RevisedParagraph } from '#lib/domain/revisions/plan';
import type { ClaimKind } from '#lib/reading/claim-kinds';
import { revisionDiff } from '#lib/workers/long-text';
import {
  type Carried,
  type CarriedText,
  carryClaims,
  countFates,
  hasFindings,
  paragraphsIn,
  planCarrying,
} from './carry-claims';
import { carryDismissals } from './carry-dismissals';
import { carryParagraphs } from './carry-paragraphs';

/** A new text for an article; `basedOn` is the number of the revision that its writer saw. */
export type NewRevision = { paragraphs: RevisedParagraph[]; basedOn: number; intake: string };

/** What a new text does to a claim whose passage does not simply stay. `found`: it had no place before. */
export type ClaimFate = {
  number: number;
  fate: Fate;
  found: boolean;
  lookAgain: boolean;
  before: string;
  after: string | null;
};

export type StoredRevision = { number: number; counts: FateCounts; claims: ClaimFate[] };

/** Two thousand claims that all say something else take some ten seconds; a slow machine gets its time (ms). */
const timeout = 60_000;

/** Stores a text as the article's newest revision and carries everything over; refused where somebody was faster. */
export async function addRevision(
  writer: Writer,
  articleId: string,
  revision: NewRevision,
): Promise<Result<StoredRevision>> {
  const read = await readRevision(articleId, revision);
  return inTransaction(
    writer,
    async (tx) => {
      const locked = await lockArticle(tx, writer, articleId);
      if (!locked.ok) return locked;
      return read.ok ? store(locked.value, writer, read.value) : read;
    },
    { timeout },
  );
}

/** Makes the text of an older revision the newest one again: a revision of its own, so that nothing is lost. */
export async function restoreRevision(
  writer: Writer,
  articleId: string,
  { number, basedOn }: { number: number; basedOn: number },
): Promise<Result<StoredRevision>> {
  const old = await writer.db.revision.findUnique({
    where: { articleId_number: { articleId, number } },
    select: { id: true },
  });
  const paragraphs = old ? await paragraphsIn(writer.db, old.id) : [];
  const read = await readRevision(articleId, { paragraphs, basedOn, intake: 'restored' });
  return inTransaction(
    writer,
    async (tx) => {
      const locked = await lockArticle(tx, writer, articleId);
      if (!locked.ok) return locked;
      if (!old) return refuse('not-found');
      return read.ok ? store(locked.value, writer, read.value, { restored: number }) : read;
    },
    { timeout },
  );
}

/** Uses a tool on one paragraph of the newest revision. */
export async function reviseParagraph(
  writer: Writer,
  articleId: string,
  paragraphId: string,
  use: ParagraphTool,
): Promise<Result<StoredRevision>> {
  const seen = await newestOf(writer.db, articleId);
  const read = await readWithTool(articleId, seen, paragraphId, use);
  return inTransaction(
    writer,
    async (tx) => {
      const locked = await lockArticle(tx, writer, articleId);
      if (!locked.ok) return locked;
      const newest = await newestOf(tx, articleId);
      // Somebody changed a paragraph's kind while this one was read: what they decided holds.
      const isSame = newest.id === seen?.id && hasSameKinds(newest, seen);
      const revision = isSame ? read : await readWithTool(articleId, newest, paragraphId, use);
      return revision.ok ? store(locked.value, writer, revision.value, { minor: true }) : revision;
    },
    { timeout },
  );
}

const hasSameKinds = (left: CarriedText, right: CarriedText): boolean =>
  left.paragraphs.every(({ kind }, index) => kind === right.paragraphs[index]?.kind);

/** The revision that a tool makes of the newest one. */
async function readWithTool(
  articleId: string,
  newest: CarriedText & { number: number },
  paragraphId: string,
  use: ParagraphTool,
): Promise<Result<ReadRevision>> {
  const index = newest.paragraphs.findIndex(({ id }) => id === paragraphId);
  if (index < 0) return refuse('text-revised', { values: { number: newest.number } });
  const paragraphs = withTool(newest.paragraphs, index, use);
  if (!paragraphs.ok) return paragraphs;
  return readRevision(articleId, { paragraphs: paragraphs.value, basedOn: newest.number, intake: use.tool });
}

/** The newest revision of an article with its paragraphs; one without any where there is no such article. */
export async function newestOf(db: Queryable, articleId: string): Promise<CarriedText & { number: number }> {
  const newest = await db.revision.findFirst({
    where: { articleId },
    orderBy: { number: 'desc' },
    select: { id: true, number: true },
  });
  const { id, number } = newest ?? { id: '', number: 0 };
  return { id, number, paragraphs: newest ? await paragraphsIn(db, id) : [] };
}

/** A new text with everything that is read from it, under the ids that it is stored with. */
type ReadRevision = NewRevision & { to: CarriedText; proposals: ProposedRow[]; fingerprint: string | null };

/** Reads a new text before the transaction that stores it. Refused where it takes more than reading may. */
async function readRevision(articleId: string, revision: NewRevision): Promise<Result<ReadRevision>> {
  const paragraphs = revision.paragraphs.map(({ kind, text, reason }) => {
    return { id: newId(), kind, text, reason: reason ?? null };
  });
  const [proposals, fingerprint] = await Promise.all([
    readProposals(articleId, paragraphs),
    readFingerprint(paragraphs),
  ]);
  if (!proposals.ok) return proposals;
  if (!fingerprint.ok) return fingerprint;
  const to = { id: newId(), paragraphs };
  return accept({ ...revision, to, proposals: proposals.value, fingerprint: fingerprint.value });
}

function refusalOf(paragraphs: RevisedParagraph[], from: CarriedText & { number: number }, basedOn: number) {
  if (from.number !== basedOn) return refuse('text-revised', { values: { number: from.number } });
  if (!paragraphs.some(({ kind }) => kind !== 'boilerplate')) return refuse('nothing-kept');
  const isSame =
    paragraphs.length === from.paragraphs.length &&
    paragraphs.every(({ text, kind }, index) => {
      const old = from.paragraphs[index];
      return old?.text === text && old.kind === kind;
    });
  return isSame ? refuse('text-unchanged') : null;
}

async function store(
  locked: LockedArticle,
  writer: Writer,
  { paragraphs, basedOn, intake, to, proposals, fingerprint }: ReadRevision,
  more: { restored?: number; minor?: boolean } = {},
): Promise<Result<StoredRevision>> {
  const { tx, article, log } = locked;
  const from = await newestOf(tx, article.id);
  const refused = refusalOf(paragraphs, from, basedOn);
  if (refused) return refused;
  const moves = await planCarrying(tx, article.id, from, paragraphs);
  if (!moves.ok) return moves;
  const number = from.number + 1;
  const { restored, minor = false } = more;
  await tx.revision.create({
    data: {
      ...{ id: to.id, articleId: article.id, number, intake, minor },
      ...{ createdAt: writer.now, createdById: writer.actorId },
    },
  });
  const rows = to.paragraphs.map((paragraph, position) => ({ ...paragraph, revisionId: to.id, position }));
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    await tx.paragraph.createMany({ data: rows.slice(at, at + rowsAtOnce) });
  const counts = countFates(moves.value);
  await log({ verb: 'article-revised', after: { revision: number, minor, restored: restored ?? null, ...counts } });
  await carryParagraphs(tx, article.id, from, to);
  await carryClaims(locked, writer, moves.value, { from, to });
  await storeFingerprint(tx, to.id, fingerprint);
  await storeProposals(tx, to, proposals);
  const carried = await carryDismissals(tx, article.id, { from, to });
  return carried.ok ? accept({ number, counts, claims: fatesOf(moves.value) }) : carried;
}

/** What a text would do: its diff, and every claim whose passage does not simply stay. Nothing is stored. */
export type RevisionPreview = {
  basedOn: number;
  counts: FateCounts;
  rows: DiffRow[];
  claims: ClaimFate[];
};

export async function previewRevision(
  db: Queryable,
  articleId: string,
  { paragraphs, basedOn }: Omit<NewRevision, 'intake'>,
): Promise<Result<RevisionPreview>> {
  if (!(await db.article.count({ where: { id: articleId, removedAt: null } }))) return refuse('not-found');
  const from = await newestOf(db, articleId);
  const refused = refusalOf(paragraphs, from, basedOn);
  if (refused) return refused;
  const moves = await planCarrying(db, articleId, from, paragraphs);
  if (!moves.ok) return moves;
  const rows = await revisionDiff(from.paragraphs, paragraphs);
  if (!rows.ok) return rows;
  return accept({ basedOn, counts: countFates(moves.value), rows: rows.value, claims: fatesOf(moves.value) });
}

/** Every claim that does not simply stay, the most important first. Removed claims are left out. */
function fatesOf(moves: Carried[]): ClaimFate[] {
  return moves
    .filter(({ claim }) => !claim.removedAt)
    .filter(({ claim, move }) => move.fate !== 'unchanged' && !(claim.orphanedAt && !move.place))
    .map(({ claim, move }) => ({
      number: claim.number,
      fate: move.fate,
      found: claim.orphanedAt !== null,
      lookAgain: move.fate === 'substance' && hasFindings(claim),
      before: claim.exact,
      after: move.place?.exact ?? null,
    }))
    .sort((a, b) => fates.indexOf(a.fate) - fates.indexOf(b.fate) || a.number - b.number);
}

/** The revisions of an article, newest first. */
export async function listRevisions(db: Queryable, articleId: string): Promise<RevisionView[]> {
  const [rows, lines] = [
    await db.revision.findMany({
      where: { articleId },
      orderBy: { number: 'desc' },
      include: { createdBy: { select: { id: true, name: true } } },
    }),
    await db.change.findMany({
      where: { articleId, verb: { in: ['article-revised', 'article-added'] } },
      select: { verb: true, after: true },
    }),
  ];
  // Written by store alone; what another version wrote is told as far as it is known.
  type Told = Partial<FateCounts> & { revision?: number; minor?: boolean; restored?: number | null };
  const told = new Map(
    lines.flatMap(({ verb, after }) => {
      // An article that came in with its revisions has what is told of them in its first line.
      const all = verb === 'article-revised' ? [after] : (after as { revisions?: unknown[] } | null)?.revisions;
      return ((all ?? []) as Told[]).map((one) => [one.revision, one] as const);
    }),
  );
  return rows.map(({ number, createdAt, createdBy, intake, minor }) => {
    const { revision, minor: _, restored, ...counts } = told.get(number) ?? {};
    return {
      ...{ number, intake, minor, by: createdBy, at: createdAt.toISOString() },
      restored: restored ?? null,
      counts: revision === undefined || Object.keys(counts).length === 0 ? null : counts,
    };
  });
}

/** Two revisions and how they differ. Refused where one is not there, or comparing them takes more than reading may. */
export async function revisionPair(
  db: Queryable,
  articleId: string,
  [from, to]: [number, number],
): Promise<Result<{ from: RevisionSide; to: RevisionSide; rows: DiffRow[] }>> {
  const [before, after] = [await sideOf(db, articleId, from), await sideOf(db, articleId, to)];
  if (!before || !after) return refuse('not-found');
  const rows = await revisionDiff(textsOf(before), textsOf(after));
  return rows.ok ? accept({ from: before, to: after, rows: rows.value }) : rows;
}

const textsOf = ({ paragraphs }: RevisionSide) => paragraphs.map(({ text }) => ({ text }));

/** One revision of an article with the claims that lay in it; null where it is not there. */
export async function sideOf(db: Queryable, articleId: string, number: number): Promise<RevisionSide | null> {
  const there = { removedAt: null };
  const revision = await db.revision.findUnique({
    where: { articleId_number: { articleId, number } },
    include: {
      createdBy: { select: { id: true, name: true } },
      paragraphs: {
        orderBy: { position: 'asc' },
        select: {
          ...{ id: true, kind: true, text: true },
          claims: { where: { ...there, orphanedAt: null }, select: { number: true } },
          places: { where: { claim: there }, select: { claim: { select: { number: true } } } },
        },
      },
    },
  });
  if (!revision) return null;
  return {
    number,
    at: revision.createdAt.toISOString(),
    by: revision.createdBy,
    paragraphs: revision.paragraphs.map(({ id, kind, text, claims, places }) => ({
      ...{ id, text, kind: kind as ParagraphKind },
      claims: [...new Set([...claims, ...places.map(({ claim }) => claim)].map((claim) => claim.number))].sort(
        (a, b) => a - b,
      ),
    })),
  };
}

/** Claims and threads of an article whose passage is gone from its newest revision, in the order of their numbers. */
export async function orphansOf(
  db: Queryable,
  articleId: string,
  viewer: Pick<Actor, 'id' | 'role'>,
): Promise<Orphans> {
  const newest = await db.revision.findFirst({
    where: { articleId },
    orderBy: { number: 'desc' },
    select: { id: true },
  });
  const blind = await blindClaims(db, viewer, { articleId });
  const [claims, threads] = [
    await db.claim.findMany({
      where: { articleId, removedAt: null, orphanedAt: { not: null } },
      select: {
        ...{ id: true, number: true, edition: true, exact: true, kind: true, standing: true, start: true, end: true },
        createdBy: { select: { id: true, name: true } },
        paragraph: { select: { text: true, revision: { select: { number: true } } } },
      },
      orderBy: { number: 'asc' },
    }),
    await db.comment.findMany({
      where: {
        ...{ articleId, parentId: null, removedAt: null, resolvedAt: null },
        paragraph: { revisionId: { not: newest?.id ?? '' } },
      },
      select: { id: true, body: true, author: { select: { name: true } }, paragraph: { select: { text: true } } },
      orderBy: { createdAt: 'asc' },
    }),
  ];
  return {
    claims: claims.map(({ paragraph, start, end, ...claim }) => ({
      ...claim,
      // Written from the domain's own vocabularies.
      kind: claim.kind as ClaimKind,
      standing: blind.has(claim.id) ? 'open' : (claim.standing as Standing),
      paragraph: { text: paragraph.text, start, end, revision: paragraph.revision.number },
    })),
    threads: threads.map(({ id, body, author, paragraph }) => ({
      ...{ id, body, author: author.name, paragraph: paragraph?.text ?? '' },
    })),
  };
}
