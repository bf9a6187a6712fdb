/**
 * Speakers: the people and bodies that claims are attributed to, shared by all articles. One who was merged into another
 * keeps their claims and is shown as the other, so that a merge can be taken back.
 */

import { type Database, inBatches, type Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { lockName } from '#lib/data/database/lock-name';
import type { Prisma } from '#lib/data/generated/sqlite/client';
import { inTransaction, lockArticle, type Writer } from '#lib/data/history/change-log';
import { SpeakerEntry, type SpeakerNamed } from '#lib/domain/claims/claim-input';
import type { SpeakerView } from '#lib/domain/claims/claim-view';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import type { Verb } from '#lib/domain/review/history';
import { pinyinOfName } from '#lib/text/forms/pinyin-name';
import { foldForSearch, searchWords } from '#lib/text/search';

const facts = { id: true, name: true, role: true, organisation: true, aliases: true } as const;
/** A speaker, with the one whom they were merged into. */
export const wholeSpeaker = { select: { ...facts, mergedInto: { select: facts } } } as const;

type SpeakerRow = Omit<SpeakerView, 'aliases'> & { aliases: unknown };

/** The speaker as whom a row is shown. */
export function speakerView(row: SpeakerRow & { mergedInto?: SpeakerRow | null }): SpeakerView {
  const { id, name, role, organisation, aliases } = row.mergedInto ?? row;
  return { id, name, role, organisation, aliases: aliasesIn(aliases) };
}

const aliasesIn = (stored: unknown) =>
  Array.isArray(stored) ? stored.filter((alias): alias is string => typeof alias === 'string') : [];

const namesOf = ({ name, aliases }: SpeakerRow) => [name, ...aliasesIn(aliases)];

const isSame = (a: string, b: string) => foldForSearch(a) === foldForSearch(b);

/** A name as `searchNames` holds it: a search for the whole of it finds no longer name. */
const wholeName = (name: string) => `\n${foldForSearch(name)}\n`;

/** What is stored of a speaker. Aliases are distinct and never the name itself. */
function speakerColumns({ name, role, organisation, aliases }: SpeakerEntry) {
  const others = aliases.filter(
    (alias, index) => !isSame(alias, name) && aliases.findIndex((other) => isSame(other, alias)) === index,
  );
  const names = [name, ...others];
  const searchNames = names.map(wholeName).join('');
  return { name, role, organisation, aliases: others, searchNames, soundNames: soundsOf(names) };
}

/** How names are typed in pinyin, as `soundNames` holds it: each begins after a newline. */
const soundsOf = (names: string[]): string =>
  names
    .flatMap(pinyinOfName)
    .map((typed) => `\n${typed}\n`)
    .join('');

/** Speakers one of whose names holds every word of a search; a Chinese name also begins with it in pinyin or initials. */
export function speakersNamed(search: string): Prisma.SpeakerWhereInput {
  const words = searchWords(search);
  const held = { AND: words.map((word) => ({ searchNames: { contains: word } })) };
  const sound = typedSound(search);
  return sound === null ? held : { OR: [held, { soundNames: { contains: sound } }] };
}

/** What `soundNames` holds of a name that begins as a search is typed in pinyin; null for a search that is none. */
export function typedSound(search: string): string | null {
  const typed = withoutTones(searchWords(search).join('')).replaceAll("'", '');
  return /^[a-z\d]{2,}$/.test(typed) ? `\n${typed}` : null;
}

/** Pinyin as it is typed: without the marks of its tones. */
const withoutTones = (typed: string): string =>
  typed.normalize('NFD').replaceAll('u\u0308', 'v').replaceAll(/\p{M}/gu, '');

/** Makes what Chinese names are found by in pinyin, for speakers of before there was such a thing. Returns for how many. */
export async function soundMissing(db: Database): Promise<number> {
  let count = 0;
  for (;;) {
    const rows = await db.speaker.findMany({ where: { soundNames: null }, select: facts, take: 500 });
    if (rows.length === 0) return count;
    for (const row of rows) {
      const data = { soundNames: soundsOf(namesOf(row)) };
      await db.speaker.updateMany({ where: { id: row.id, soundNames: null }, data });
    }
    count += rows.length;
  }
}

/** The speaker that a suggestion's row holds, or null. */
export function proposedSpeaker(row: unknown): SpeakerEntry | null {
  return SpeakerEntry.safeParse(row).data ?? null;
}

type NewSpeaker = { now: Date; sample?: boolean };

/** Adds speakers whom the desk does not know yet; returns their ids, in order. */
export async function addSpeakers(tx: Queryable, entries: SpeakerEntry[], more: NewSpeaker): Promise<string[]> {
  const { now: createdAt, sample = false } = more;
  const rows = entries.map((entry) => ({ ...speakerColumns(entry), id: newId(), sample, createdAt }));
  await inBatches(rows, (data) => tx.speaker.createMany({ data }));
  return rows.map(({ id }) => id);
}

/** Adds one speaker whom the desk does not know yet. */
async function addSpeaker(tx: Queryable, entry: SpeakerEntry, more: NewSpeaker): Promise<{ id: string }> {
  const [id = ''] = await addSpeakers(tx, [entry], more);
  return { id };
}

/**
 * The speaker whom a claim names: by id, or the one whom the desk knows by that name or alias, else a new one. Two people
 * of one name in different organisations are two. What the facts add to a known speaker (a role, an alias) is kept.
 */
export async function speakerFor(
  tx: Queryable,
  named: SpeakerNamed & { aliases?: string[] },
  now: Date,
): Promise<Result<Pick<SpeakerView, 'id' | 'name' | 'aliases'>>> {
  if ('id' in named) {
    const speaker = await tx.speaker.findUnique({ where: { id: named.id }, ...wholeSpeaker });
    if (!speaker) return refuse('not-found', { field: 'speaker' });
    return accept(speakerView(speaker));
  }
  const { name, role = null, organisation = null, aliases = [] } = named;
  const findRows = () =>
    tx.speaker.findMany({
      where: { searchNames: { contains: wholeName(name) } },
      ...wholeSpeaker,
      orderBy: { createdAt: 'asc' },
    });
  let rows = await findRows();
  if (rows.length === 0) {
    // Of two who bring a name at once the second waits, and finds the first one's speaker.
    await lockName(tx, 'speakers');
    rows = await findRows();
  }
  const candidates = rows
    // The search takes % and _ for any sign.
    .filter((row) => namesOf(row).some((own) => isSame(own, name)))
    .sort((a, b) => Number(isSame(b.name, name)) - Number(isSame(a.name, name)))
    .map(speakerView);
  const isOther = (known: SpeakerView) =>
    organisation !== null && known.organisation !== null && !isSame(known.organisation, organisation);
  const known = candidates.find((candidate) => !isOther(candidate));
  if (!known) {
    const { id } = await addSpeaker(tx, { name, role, organisation, aliases }, { now });
    return accept({ id, name, aliases });
  }
  const learnt = speakerColumns({
    name: known.name,
    role: known.role ?? role,
    organisation: known.organisation ?? organisation,
    aliases: [...known.aliases, ...aliases],
  });
  const isNews =
    learnt.role !== known.role ||
    learnt.organisation !== known.organisation ||
    learnt.aliases.length !== known.aliases.length;
  if (isNews) await tx.speaker.update({ where: { id: known.id }, data: learnt });
  return accept({ id: known.id, name: known.name, aliases: learnt.aliases });
}

/** Every speaker that may be picked, by name. */
export async function listSpeakers(db: Queryable, limit = 500): Promise<SpeakerView[]> {
  const rows = await db.speaker.findMany({
    where: { mergedIntoId: null },
    select: facts,
    orderBy: { name: 'asc' },
    take: limit,
  });
  return rows.map(speakerView);
}

export type SpeakerListed = SpeakerView & { merged: SpeakerView[]; claims: number; articles: number };

/** Speakers one of whose names holds every word of `search`, with how much they are quoted for, by name. */
export async function speakersWithUse(db: Queryable, search: string, limit = 300): Promise<SpeakerListed[]> {
  const rows = await db.speaker.findMany({
    where: {
      mergedIntoId: null,
      ...speakersNamed(search),
    },
    select: { ...facts, merged: { select: facts, orderBy: { name: 'asc' } } },
    orderBy: { name: 'asc' },
    take: limit,
  });
  const shownAs = new Map(
    rows.flatMap(({ id, merged }) => [id, ...merged.map((one) => one.id)].map((one) => [one, id])),
  );
  const claims = await db.claim.findMany({
    where: { speakerId: { in: [...shownAs.keys()] }, removedAt: null, article: { removedAt: null } },
    select: { speakerId: true, articleId: true },
  });
  return rows.map((row) => {
    const own = claims.filter(({ speakerId }) => shownAs.get(speakerId ?? '') === row.id);
    return {
      ...speakerView(row),
      merged: row.merged.map(speakerView),
      claims: own.length,
      articles: new Set(own.map(({ articleId }) => articleId)).size,
    };
  });
}

/** A speaker with those who were merged into them; where they were merged themselves, the id of the one they are shown as. */
export async function readSpeaker(
  db: Queryable,
  id: string,
): Promise<{ mergedInto: string } | { speaker: SpeakerView; merged: SpeakerView[] } | null> {
  const row = await db.speaker.findUnique({
    where: { id },
    select: { ...facts, mergedIntoId: true, merged: { select: facts, orderBy: { name: 'asc' } } },
  });
  if (!row) return null;
  if (row.mergedIntoId) return { mergedInto: row.mergedIntoId };
  return { speaker: speakerView(row), merged: row.merged.map(speakerView) };
}

/** Writes what happened to a speaker into the history of every article that they speak in. */
async function logInArticles(
  tx: Queryable,
  writer: Writer,
  speakerIds: string[],
  line: { verb: Verb; before: object; after: object },
): Promise<void> {
  const articles = await tx.claim.findMany({
    where: { speakerId: { in: speakerIds }, removedAt: null, article: { removedAt: null } },
    select: { articleId: true },
    distinct: ['articleId'],
    orderBy: { articleId: 'asc' },
  });
  for (const { articleId } of articles) {
    const locked = await lockArticle(tx, writer, articleId);
    if (locked.ok) await locked.value.log({ verb: line.verb, before: { ...line.before }, after: { ...line.after } });
  }
}

/** Changes what the desk knows about a speaker, in every article. A name that was theirs stays as an alias. */
export async function editSpeaker(writer: Writer, id: string, entry: SpeakerEntry): Promise<Result<SpeakerView>> {
  return inTransaction(writer, async (tx) => {
    const row = await tx.speaker.findUnique({ where: { id }, include: { merged: { select: { id: true } } } });
    if (!row || row.mergedIntoId) return refuse('not-found');
    const before = speakerView(row);
    const aliases = isSame(before.name, entry.name) ? entry.aliases : [...entry.aliases, before.name];
    const saved = await tx.speaker.update({
      where: { id },
      data: speakerColumns({ ...entry, aliases }),
      select: facts,
    });
    const after = speakerView(saved);
    await logInArticles(tx, writer, [id, ...row.merged.map((one) => one.id)], {
      verb: 'speaker-edited',
      before,
      after,
    });
    return accept(after);
  });
}

/** Shows a speaker as another one everywhere, with their names as aliases. */
export async function mergeSpeaker(writer: Writer, id: string, intoId: string): Promise<Result<SpeakerView>> {
  if (id === intoId) return refuse('speaker-is-itself');
  return inTransaction(writer, async (tx) => {
    const from = await tx.speaker.findUnique({ where: { id } });
    const into = await tx.speaker.findUnique({ where: { id: intoId } });
    if (!from || from.mergedIntoId || !into || into.mergedIntoId) return refuse('not-found');
    const [old, target] = [speakerView(from), speakerView(into)];
    const aliases = [...target.aliases, old.name, ...old.aliases];
    await logInArticles(tx, writer, [id], { verb: 'speaker-merged', before: old, after: target });
    await tx.speaker.updateMany({ where: { OR: [{ id }, { mergedIntoId: id }] }, data: { mergedIntoId: intoId } });
    const saved = await tx.speaker.update({
      where: { id: intoId },
      data: speakerColumns({ ...target, aliases }),
      select: facts,
    });
    return accept(speakerView(saved));
  });
}

/** Takes a merge back: the speaker stands alone again, and their names are no longer the other's. */
export async function separateSpeaker(writer: Writer, id: string): Promise<Result<SpeakerView>> {
  return inTransaction(writer, async (tx) => {
    const row = await tx.speaker.findUnique({ where: { id }, include: { mergedInto: true } });
    if (!row?.mergedInto) return refuse('not-found');
    const { mergedInto, ...own } = row;
    const [alone, other] = [speakerView(own), speakerView(mergedInto)];
    const aliases = other.aliases.filter(
      (alias) => ![alone.name, ...alone.aliases].some((name) => isSame(name, alias)),
    );
    await tx.speaker.update({ where: { id: other.id }, data: speakerColumns({ ...other, aliases }) });
    await tx.speaker.update({ where: { id }, data: { mergedIntoId: null } });
    await logInArticles(tx, writer, [id], { verb: 'speaker-separated', before: other, after: alone });
    return accept(alone);
  });
}
