/**
 * Reads an article in from the file that another desk wrote, or this one: text, claims, findings, sources and discussion as
 * they were, under new ids.
 *
 * The people of a file are strangers here, whatever their names: each comes in as somebody who cannot sign in, so that
 * nothing is put into a colleague's mouth. Speakers, sources and metrics that the desk has exactly so are used again.
 */
import { createHash } from 'node:crypto';
import { storeFingerprint } from '#lib/data/articles/duplicates';
import { storeProposals } from '#lib/data/articles/proposals';
import { type Queryable, rowsAtOnce } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { historyFrom, inTransaction, type Writer } from '#lib/data/history/change-log';
import { metricFor } from '#lib/data/ledger/edit-metrics';
import { refreshMetric } from '#lib/data/metrics/refresh';
import { addSpeaker } from '#lib/data/sources/speakers';
import { addressKey } from '#lib/domain/articles/web-address';
import { deriveStanding } from '#lib/domain/claims/standing';
import type { ArticleFile } from '#lib/domain/exchange/article-file';
import { accept, type Result } from '#lib/domain/refusal';
import { utf16Counter } from '#lib/text/code-points';
import { foldForSearch } from '#lib/text/search';

/** A large file is many rows; far above what the largest was seen to take (ms). */
const timeout = 120_000;

type FileClaim = ArticleFile['claims'][number];
type FileFigure = NonNullable<FileClaim['figure']>;

export async function importArticle(writer: Writer, file: ArticleFile): Promise<Result<{ id: string }>> {
  return inTransaction(
    writer,
    async (tx) => {
      const people = await peopleOf(tx, file, writer.now);
      const speakers = await speakersOf(tx, file, writer.now);
      const sources = await sourcesOf(tx, file, writer);
      const article = await insertText(tx, writer, file, people);
      const claims = new Map<number, string>();
      const metrics = new Set<string>();
      for (const claim of file.claims) {
        const metric = claim.metric && (await metricFor(tx, writer, claim.metric));
        const metricId = metric?.ok ? metric.value.id : null;
        if (metricId) metrics.add(metricId);
        claims.set(
          claim.number,
          await insertClaim(tx, file, claim, { ...article, people, speakers, sources, metricId }),
        );
      }
      await insertThreads(tx, file, { ...article, people, claims });
      for (const id of [...metrics].sort()) await refreshMetric(tx, writer, id);
      return accept({ id: article.id });
    },
    { timeout },
  );
}

type Ids = Map<string, string>;

/** Of each key, or an error: a file that passed its schema refers to nothing that it does not hold. */
function idOf(ids: Ids, key: string): string {
  const id = ids.get(key);
  if (!id) throw new Error(`${key} is not in the file`);
  return id;
}

/** People by key. Those of one name in one file stay as many as they are; the same file again brings nobody new. */
async function peopleOf(tx: Queryable, { people }: ArticleFile, now: Date): Promise<Ids> {
  const ids: Ids = new Map();
  const seen = new Map<string, number>();
  for (const { key, name } of people) {
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    const mark = createHash('sha256').update(`${nth} ${name}`).digest('hex').slice(0, 32);
    const { id } = await tx.user.upsert({
      where: { email: `${mark}@import.invalid` },
      create: {
        ...{ id: newId(), name, email: `${mark}@import.invalid`, role: 'viewer', active: false, createdAt: now },
        imported: true,
      },
      update: {},
    });
    ids.set(key, id);
  }
  return ids;
}

async function speakersOf(tx: Queryable, { speakers }: ArticleFile, now: Date): Promise<Ids> {
  const ids: Ids = new Map();
  // What the file has twice stays two.
  const used = new Set<string>();
  for (const { key, name, role, organisation, aliases } of speakers) {
    const twins = await tx.speaker.findMany({ where: { name, role, organisation, mergedIntoId: null } });
    const same = twins.find((twin) => !used.has(twin.id) && JSON.stringify(twin.aliases) === JSON.stringify(aliases));
    const { id } = same ?? (await addSpeaker(tx, { name, role, organisation, aliases }, { now }));
    ids.set(key, id);
    used.add(id);
  }
  return ids;
}

async function sourcesOf(tx: Queryable, { sources }: ArticleFile, { actorId, now }: Writer): Promise<Ids> {
  const ids: Ids = new Map();
  const made: { id: string; origin: string }[] = [];
  const used = new Set<string>();
  for (const { key, origin, ...facts } of sources) {
    // One that repeats another is made anew: what it repeats is known in the file alone.
    const twins = origin === null ? await tx.source.findMany({ where: { ...facts, originId: null } }) : [];
    const same = twins.find((twin) => !used.has(twin.id));
    const id = same?.id ?? newId();
    if (!same) {
      const searchText = foldForSearch(facts.title, facts.publisher, facts.url);
      await tx.source.create({ data: { id, ...facts, searchText, createdAt: now, createdById: actorId } });
    }
    if (origin !== null) made.push({ id, origin });
    ids.set(key, id);
    used.add(id);
  }
  for (const { id, origin } of made) {
    const originId = ids.get(origin) ?? (await unnamedOrigin(tx, ids, origin, { actorId, now }));
    await tx.source.update({ where: { id }, data: { originId } });
  }
  return ids;
}

/** The source that some repeat though the article does not cite it: the file knows only that it is the same one. */
async function unnamedOrigin(
  tx: Queryable,
  ids: Ids,
  key: string,
  { actorId, now }: Pick<Writer, 'actorId' | 'now'>,
): Promise<string> {
  const id = newId();
  const facts = { title: key, kind: 'secondary', searchText: '' };
  await tx.source.create({ data: { id, ...facts, createdAt: now, createdById: actorId } });
  ids.set(key, id);
  return id;
}

async function insertText(tx: Queryable, { actorId, now }: Writer, file: ArticleFile, people: Ids) {
  const { title, publisher, url, byline, publishedOn, language, ...rest } = file.article;
  const id = newId();
  const createdById = idOf(people, rest.createdBy);
  await tx.article.create({
    data: {
      ...{ id, title, publisher, url, byline, publishedOn, language, createdById },
      addressKey: addressKey(url),
      searchText: foldForSearch(title, publisher, byline),
      requiredJudgements: rest.requiredJudgements,
      blindFirstPass: rest.blindFirstPass,
      lastClaimNumber: rest.lastClaimNumber,
      createdAt: new Date(rest.createdAt),
      updatedAt: now,
      lastSeq: 1,
    },
  });
  const revisions: Revisions = new Map();
  for (const revision of file.revisions) {
    revisions.set(revision.number, await insertRevision(tx, file, revision, { articleId: id, people }));
  }
  const newest = revisions.get(file.revisions.at(-1)?.number ?? 0);
  if (newest) await storeProposals(tx, { id: newest.id, articleId: id }, newest.paragraphs);
  await setAside(tx, id, file, revisions);
  // What they did to claims, which the desk tells of its own revisions in lines of their own.
  const told = file.revisions.flatMap(({ number, minor, restored, counts }) =>
    counts ? [{ revision: number, minor, restored, ...counts }] : [],
  );
  const after = { title, ...(told.length > 0 ? { revisions: told } : {}) };
  await historyFrom(tx, { actorId, now }, id, 0).log({ verb: 'article-added', after });
  return { id, revisions };
}

/** `offset`: of code points, in UTF-16 units. */
type StoredParagraph = { id: string; kind: string; text: string; offset: (points: number) => number };
type StoredRevision = { id: string; paragraphs: StoredParagraph[] };
/** By their numbers. */
type Revisions = Map<number, StoredRevision>;

/** A revision, or one of its paragraphs by its number, or an error: as `idOf`. */
function revisionIn(revisions: Revisions, number: number): StoredRevision {
  const revision = revisions.get(number);
  if (!revision) throw new Error(`revision ${number} is not in the file`);
  return revision;
}
function paragraphIn(revisions: Revisions, revision: number, paragraph: number): StoredParagraph {
  const stored = revisionIn(revisions, revision).paragraphs[paragraph - 1];
  if (!stored) throw new Error(`paragraph ${paragraph} of revision ${revision} is not in the file`);
  return stored;
}

/** A place of the file as the desk has it: the paragraph's row, and UTF-16 offsets. */
function placeIn(
  revisions: Revisions,
  { revision, paragraph, start, end }: { revision: number; paragraph: number; start: number; end: number },
) {
  const { id, text, offset } = paragraphIn(revisions, revision, paragraph);
  const span = { start: offset(start), end: offset(end) };
  return { paragraphId: id, ...span, exact: text.slice(span.start, span.end) };
}

async function insertRevision(
  tx: Queryable,
  file: ArticleFile,
  { number, by, at, intake, minor, paragraphs }: ArticleFile['revisions'][number],
  { articleId, people }: { articleId: string; people: Ids },
): Promise<StoredRevision> {
  const id = newId();
  const rows = paragraphs.flatMap((listed, position) => {
    const paragraph = file.paragraphs[listed - 1];
    return paragraph ? [{ id: newId(), revisionId: id, position, ...paragraph }] : [];
  });
  await tx.revision.create({
    data: { ...{ id, articleId, number, intake, minor }, createdAt: new Date(at), createdById: idOf(people, by) },
  });
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await tx.paragraph.createMany({ data: rows.slice(from, from + rowsAtOnce) });
  }
  await storeFingerprint(tx, id, rows);
  return {
    id,
    paragraphs: rows.map((row) => ({ id: row.id, kind: row.kind, text: row.text, offset: utf16Counter(row.text) })),
  };
}

/** Sets aside what the file says was set aside: among what is proposed anew, or as it was then. */
async function setAside(tx: Queryable, articleId: string, file: ArticleFile, revisions: Revisions): Promise<void> {
  const keyOf = (one: { paragraphId: string; start: number; end: number; kind: string }) =>
    `${one.paragraphId} ${one.start} ${one.end} ${one.kind}`;
  const proposed = await tx.suggestion.findMany({
    where: { articleId },
    select: { id: true, paragraphId: true, start: true, end: true, kind: true },
  });
  const idOfProposal = new Map(proposed.map((one) => [keyOf(one), one.id]));
  const known: string[] = [];
  const rows = [];
  for (const { kind, ...place } of file.dismissed) {
    const { exact: _, ...words } = placeIn(revisions, place);
    const id = idOfProposal.get(keyOf({ ...words, kind }));
    if (id) known.push(id);
    else rows.push({ id: newId(), articleId, ...words, kind, score: 0, reasons: [], status: 'dismissed' });
  }
  for (let from = 0; from < known.length; from += rowsAtOnce) {
    const id = { in: known.slice(from, from + rowsAtOnce) };
    await tx.suggestion.updateMany({ where: { id }, data: { status: 'dismissed' } });
  }
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await tx.suggestion.createMany({ data: rows.slice(from, from + rowsAtOnce) });
  }
}

type Placed = {
  id: string;
  revisions: Revisions;
  people: Ids;
  speakers: Ids;
  sources: Ids;
  metricId: string | null;
};

async function insertClaim(tx: Queryable, file: ArticleFile, claim: FileClaim, to: Placed): Promise<string> {
  const id = newId();
  const at = new Date(claim.createdAt);
  const { exact, prefix, suffix } = claim.anchor;
  const { paragraphId, start, end } = placeIn(to.revisions, { ...claim, ...claim.anchor });
  const { lookAgain, goneSince } = claim;
  const { number, kind, checkWorthy, weight, returnNote, correction, ruling } = claim;
  const by = (key: string) => idOf(to.people, key);
  const date = (on: { revision: number; exact: string } | null) => ({
    givenOn: on?.exact,
    givenIn: on ? revisionIn(to.revisions, on.revision).id : undefined,
  });
  const counted = claim.judgements.filter(({ on }) => on === null);
  await tx.claim.create({
    data: {
      ...{ id, articleId: to.id, number, paragraphId, start, end, exact, prefix, suffix, kind, checkWorthy, weight },
      ...{ returnNote, correction, metricId: to.metricId, orphanedAt: goneSince && new Date(goneSince) },
      ...(lookAgain && {
        lookAgain: lookAgain.exact,
        lookAgainIn: revisionIn(to.revisions, lookAgain.revision).id,
        figureThen: lookAgain.reads ?? undefined,
      }),
      standing: deriveStanding(counted, ruling?.on === null ? ruling : null, file.article.requiredJudgements),
      places: {
        create: claim.places.map((place) => ({
          ...placeIn(to.revisions, place),
          revisionId: revisionIn(to.revisions, place.revision).id,
        })),
      },
      speakerId: claim.speaker && idOf(to.speakers, claim.speaker),
      ...{ createdById: by(claim.createdBy), createdAt: at, updatedAt: at },
      figure: claim.figure ? { create: figureRow(claim.figure) } : undefined,
      judgements: {
        create: claim.judgements.map(({ reviewer, verdict, rationale, confidence, at: judgedAt, on }, index) => ({
          ...{ id: newId(), reviewerId: by(reviewer), verdict, rationale, confidence, ...date(on) },
          // They are listed in the order in which they were made.
          ...{ createdAt: inOrder(at, index), updatedAt: new Date(judgedAt) },
        })),
      },
      quoteChecks: {
        create: claim.quoteChecks.map(({ reviewer, said, wording, context, on }, index) => ({
          ...{ id: newId(), reviewerId: by(reviewer), said, wording, context, ...date(on) },
          updatedAt: inOrder(at, index),
        })),
      },
      derivations: {
        create: claim.derivations.map(({ en, zh, pinnedBy }, index) => ({
          ...{
            id: newId(),
            expression: { reads: { en, zh } },
            pinnedById: by(pinnedBy),
            createdAt: inOrder(at, index),
          },
        })),
      },
      ...(ruling && {
        adjudication: {
          create: {
            ...{ id: newId(), editorId: by(ruling.editor), verdict: ruling.verdict, reason: ruling.reason },
            ...date(ruling.on),
            createdAt: new Date(ruling.at),
          },
        },
      }),
      evidence: {
        create: claim.evidence.map(({ source, stance, excerpt, locator, figure, addedBy }, index) => ({
          ...{ id: newId(), sourceId: idOf(to.sources, source), stance, excerpt, locator, addedById: by(addedBy) },
          createdAt: inOrder(at, index),
          figure: figure ? { create: figureRow(figure) } : undefined,
        })),
      },
    },
  });
  return id;
}

const inOrder = (from: Date, index: number) => new Date(from.getTime() + index);

function figureRow({ low, high, unit, qualifier, per, asOf, raw, corrected }: FileFigure) {
  return { id: newId(), low, high, unit, qualifier, per, asOf, raw, corrected };
}

type Discussed = { id: string; revisions: Revisions; people: Ids; claims: Map<number, string> };

async function insertThreads(tx: Queryable, file: ArticleFile, to: Discussed): Promise<void> {
  for (const { claim, paragraph, comments, resolved } of file.threads) {
    const place = {
      articleId: to.id,
      claimId: claim === null ? null : (to.claims.get(claim) ?? null),
      paragraphId: paragraph && paragraphIn(to.revisions, paragraph.revision, paragraph.number).id,
    };
    let parentId: string | null = null;
    for (const { author, body, at, editedAt, removed, mentions } of comments) {
      const id = newId();
      const closed: object =
        parentId === null && resolved
          ? {
              resolvedAt: new Date(resolved.at),
              resolvedById: resolved.by && idOf(to.people, resolved.by),
              resolution: resolved.reason,
            }
          : {};
      await tx.comment.create({
        data: {
          ...{ id, ...place, parentId, authorId: idOf(to.people, author), body, createdAt: new Date(at), ...closed },
          editedAt: editedAt && new Date(editedAt),
          removedAt: removed ? new Date(editedAt ?? at) : null,
          mentions: { create: mentions.map((key) => ({ userId: idOf(to.people, key), readAt: new Date(at) })) },
        },
      });
      parentId ??= id;
    }
  }
}
