/**
 * Keeps the search index of claims right. A transaction that changes where a claim lies or what it says brings its row up to
 * date before it commits (`followClaims`, called by the history with all rows that were written). A write of very many
 * claims only takes out what is no longer true; their rows are made right after it, a few at a time (`indexMissing`), so that
 * nobody waits for the reading: until then those claims are not found. The same fills a desk from before there was an index
 * and makes rows of an older version anew.
 */
import { setImmediate, setTimeout } from 'node:timers/promises';
import { type Database, type Engine, engineIn, inBatches, type Queryable } from '#lib/data/database/database';
import { Prisma } from '#lib/data/generated/sqlite/client';
import {
  type ClaimDocument,
  claimDocument,
  claimPassage,
  type FoundBy,
  tokensVersion,
} from '#lib/domain/search/claim-document';
import type { Span } from '#lib/text/span';

/** So many claims are read within the transaction that changes them (0.3 ms each). */
const mostAtOnce = 40;

/** So many are read before others have their turn. */
const slice = 20;

/** Milliseconds until it is looked again at claims that others hold. */
const patience = 50;

/** Columns of a claim, and of a speaker, that the rows depend on. */
const shaping = {
  Claim: ['paragraphId', 'start', 'end', 'exact', 'speakerId'],
  Speaker: ['name', 'aliases', 'mergedIntoId'],
};

/** A row that a transaction wrote, as its history has it: its name (`Claim:id`) and its columns that changed. */
type Written = { name: string; row: Record<string, unknown> | null };

/**
 * Within the transaction that wrote them: brings the rows of claims up to date. Returns whether some are left for
 * `indexMissing`, after the commit.
 */
export async function followClaims(tx: Queryable, written: Written[]): Promise<boolean> {
  let isLeft = false;
  const passages: Passage[] = [];
  const unknown: string[] = [];
  const claims = reshaped('Claim', written);
  const speakers = new Set(reshaped('Speaker', written).map(({ id }) => id));
  for (const { id, row } of claims) {
    // Those of a speaker who was written too are found again below.
    const noted = speakers.has(String(row.speakerId)) ? null : notedIn(tx, id, row);
    if (noted) passages.push({ ...noted, claimId: id });
    // A new claim has no row that could be wrong: of very many, none is read before the commit.
    else if (claims.length > mostAtOnce && 'number' in row) isLeft = true;
    else unknown.push(id);
  }
  for (const id of speakers) {
    const claim = ofSpeaker(id);
    const own = await tx.claim.findMany({ where: claim, select: { id: true }, take: mostAtOnce + 1 });
    if (own.length > mostAtOnce) {
      await tx.claimSearch.deleteMany({ where: { claim } });
      isLeft = true;
    } else unknown.push(...own.map((one) => one.id));
  }
  passages.push(...(await stalePassages(tx, [...new Set(unknown)])));
  if (passages.length <= mostAtOnce) {
    await store(tx, passages);
    return isLeft;
  }
  await inBatches(passages, (some) =>
    tx.claimSearch.deleteMany({ where: { claimId: { in: some.map(({ claimId }) => claimId) } } }),
  );
  return true;
}

type WrittenRow = NonNullable<Written['row']>;

/** The rows of a model whose written columns say what claims are found by. */
function reshaped(model: keyof typeof shaping, written: Written[]): { id: string; row: WrittenRow }[] {
  const prefix = `${model}:`;
  return written.flatMap(({ name, row }) =>
    row && name.startsWith(prefix) && shaping[model].some((column) => column in row)
      ? [{ id: name.slice(prefix.length), row }]
      : [],
  );
}

/** Claims of a speaker, and of those that were merged into them. */
const ofSpeaker = (id: string): Prisma.ClaimWhereInput => ({
  OR: [{ speakerId: id }, { speaker: { mergedIntoId: id } }],
});

type Passage = FoundBy & { claimId: string };

type PassageRow = Span & {
  id: string;
  exact: string;
  paragraphId: string;
  name: string | null;
  aliases: string | null;
} & {
  storedText: string | null;
  storedStart: number | null;
  storedEnd: number | null;
  storedSpeaker: string | null;
  version: number | null;
};

/** What those of some claims are found by whose rows are not there or say something else. Two statements a batch. */
export async function stalePassages(db: Queryable, ids: string[]): Promise<Passage[]> {
  const stale = await inBatches(ids, async (some) => {
    const rows = await db.$queryRaw<PassageRow[]>`
      SELECT c."id", c."start", c."end", c."exact", c."paragraphId", COALESCE(m."name", k."name") AS "name",
        CAST(json(COALESCE(m."aliases", k."aliases")) AS TEXT) AS "aliases", s."text" AS "storedText",
        s."start" AS "storedStart", s."end" AS "storedEnd", s."speaker" AS "storedSpeaker", s."version"
      FROM "Claim" c
      LEFT JOIN "Speaker" k ON k."id" = c."speakerId" LEFT JOIN "Speaker" m ON m."id" = k."mergedIntoId"
      LEFT JOIN "ClaimSearch" s ON s."claimId" = c."id"
      WHERE c."id" IN (${Prisma.join(some)})`;
    // A long paragraph comes once, however many claims it holds.
    const paragraphs = await db.paragraph.findMany({
      where: { id: { in: [...new Set(rows.map(({ paragraphId }) => paragraphId))] } },
      select: { id: true, text: true },
    });
    const texts = new Map(paragraphs.map(({ id, text }) => [id, text]));
    return rows.flatMap((row) => passageIfStale(row, texts.get(row.paragraphId) ?? ''));
  });
  return stale.flat();
}

function passageIfStale({ id, name, aliases, ...row }: PassageRow, paragraph: string): Passage[] {
  const speaker = name === null ? '' : namesOf(name, JSON.parse(aliases ?? '[]'));
  const passage = { ...claimPassage(row, paragraph), speaker };
  const isRight =
    row.version === tokensVersion &&
    row.storedText === passage.text &&
    row.storedStart === passage.start &&
    row.storedEnd === passage.end &&
    row.storedSpeaker === passage.speaker;
  return isRight ? [] : [{ ...passage, claimId: id }];
}

/** A speaker's names, each a sentence of its own so that no two are read as one. `aliases` is written by speakers.ts alone. */
const namesOf = (name: string, aliases: string[]): string =>
  [name, ...aliases].join('. ').slice(0, 1000).toWellFormed();

type NewClaim = Span & { id: string; exact: string; paragraphId: string; speakerId: string | null };

/** Passages of claims that a transaction makes, by their ids, where whoever makes them has their paragraphs at hand. */
const notedBy = new WeakMap<Queryable, Map<string, { claim: NewClaim; found: FoundBy }>>();

/** Says what a new claim stands in and who is said to speak, so that it is not read again before the commit. */
export function noteNewClaim(
  tx: Queryable,
  claim: NewClaim,
  { paragraph, speaker }: { paragraph: string; speaker: { name: string; aliases: string[] } | null },
): void {
  const noted = notedBy.get(tx) ?? new Map();
  notedBy.set(tx, noted);
  const names = speaker ? namesOf(speaker.name, speaker.aliases) : '';
  noted.set(claim.id, { claim, found: { ...claimPassage(claim, paragraph), speaker: names } });
}

/** What was noted of a claim, if the transaction left it as it was made. */
function notedIn(tx: Queryable, id: string, row: WrittenRow): FoundBy | null {
  const noted = notedBy.get(tx)?.get(id);
  if (!noted) return null;
  const isSame = (['paragraphId', 'start', 'end', 'speakerId'] as const).every(
    (column) => row[column] === noted.claim[column],
  );
  return isSame ? noted.found : null;
}

/**
 * Writes rows, in one statement a batch, in the order of their claims' ids, so that two writers of the same rows do not wait
 * for each other. Prisma's client has no upsert of many.
 */
async function store(db: Queryable, passages: Passage[]): Promise<void> {
  const ordered = passages.toSorted((a, b) => (a.claimId < b.claimId ? -1 : 1));
  const rows = ordered.map(({ claimId, ...passage }) => ({ claimId, ...claimDocument(passage) }));
  await inBatches(
    rows,
    (batch) => db.$executeRaw`
    INSERT INTO "ClaimSearch" (${columns}) VALUES ${Prisma.join(batch.map(valuesOf))}
    ON CONFLICT ("claimId") DO UPDATE SET ${Prisma.join(replaced)}`,
  );
}

const stored = ['claimId', 'words', 'speaker', 'text', 'start', 'end', 'folded', 'isChinese', 'version'];
const columns = Prisma.raw(stored.map((name) => `"${name}"`).join(', '));
const replaced = stored.slice(1).map((name) => Prisma.raw(`"${name}" = excluded."${name}"`));

const valuesOf = ({
  claimId,
  words,
  speaker,
  text,
  start,
  end,
  folded,
  isChinese,
}: ClaimDocument & { claimId: string }) =>
  Prisma.sql`(${claimId}, ${words}, ${speaker}, ${text}, ${start}, ${end}, ${folded}, ${isChinese}, ${tokensVersion})`;

/** Claims that have no row, or one of an older version of the tokens. */
const unread: Prisma.ClaimWhereInput = {
  OR: [{ searchRow: null }, { searchRow: { version: { lt: tokensVersion } } }],
};

/**
 * Makes the rows that are missing or old, the newest claims first, in short transactions of their own with others' turns in
 * between. Several may do this at once: a claim that is written meanwhile keeps what its own transaction made of it. Returns
 * how many were made.
 */
export async function indexMissing(db: Database): Promise<number> {
  let made = 0;
  for (;;) {
    const batch = await db.claim.findMany({
      where: unread,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: slice,
      select: { id: true },
    });
    if (batch.length === 0) return made;
    const held = await db.$transaction(async (tx) => {
      const ids = await holdClaims(tx, engineIn(db), batch);
      if (ids.length > 0) await store(tx, await stalePassages(tx, ids));
      return ids.length;
    });
    made += held;
    // Tokens are made on the web thread, 0.3 ms a claim. Where others hold all claims of a batch, they are let finish first.
    await (held > 0 ? setImmediate() : setTimeout(patience));
  }
}

/**
 * Holds claims while they are read, so that nobody moves one before its row is there. Those that others hold are left for
 * the next time: their writer may wait for one that is held here. SQLite has one writer at a time.
 */
async function holdClaims(tx: Queryable, engine: Engine, claims: { id: string }[]): Promise<string[]> {
  const ids = claims.map(({ id }) => id);
  if (engine === 'sqlite') return ids;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Claim" WHERE "id" IN (${Prisma.join(ids)}) FOR UPDATE SKIP LOCKED`;
  return rows.map(({ id }) => id);
}

/** The last run that was asked for, by database: one runs at a time. */
const running = new WeakMap<Database, Promise<unknown>>();

/** Makes what a large write left, after it. What fails now is made after the next one, or when the desk starts. */
export function indexSoon(db: Database): void {
  const before = running.get(db) ?? Promise.resolve();
  running.set(
    db,
    before.then(() => indexMissing(db)).catch(() => 0),
  );
}

/** Settles when nothing is being made any more that `indexSoon` was asked for: tests empty the database after that. */
export const indexAtRest = async (db: Database): Promise<unknown> => running.get(db);
