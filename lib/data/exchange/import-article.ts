/**
 * Reads an article in from the file that another desk wrote, or this one: text, claims, findings, sources and discussion as
 * they were, under new ids.
 *
 * The people of a file are strangers here, whatever their names: each comes in as somebody who cannot sign in, so that
 * nothing is put into a colleague's mouth. Speakers, sources and metrics that the desk has exactly so are used again.
 */
import { createHash } from 'node:crypto';
import { readFingerprint, storeFingerprint } from '#lib/data/articles/duplicates';
import { type ProposedRow, readProposals, storeProposals } from '#lib/data/articles/proposals';
import { inBatches, isUniqueViolation, type Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { insertRows, type WholeRow } from '#lib/data/database/insert-rows';
import { updateRows } from '#lib/data/database/update-rows';
import { beginHistory, inTransaction, type Writer } from '#lib/data/history/change-log';
import { metricFor } from '#lib/data/ledger/edit-metrics';
import { refreshMetric } from '#lib/data/metrics/refresh';
import { addSpeakers } from '#lib/data/sources/speakers';
import { addressKey } from '#lib/domain/articles/web-address';
import { deriveStanding } from '#lib/domain/claims/standing';
import type { ArticleFile } from '#lib/domain/exchange/article-file';
import { accept, type Refusal, type Result } from '#lib/domain/refusal';
import { utf16Counter } from '#lib/text/code-points';
import { foldForSearch } from '#lib/text/search';

/** A large file is many rows; far above what the largest was seen to take (ms). */
const timeout = 120_000;

type FileClaim = ArticleFile['claims'][number];
type FileFigure = NonNullable<FileClaim['figure']>;

/** The desk's ids for the keys and numbers of a file. Throws for one that it does not hold. */
export type ImportedIds = {
  person: (key: string) => string;
  source: (key: string) => string;
  revision: (number: number) => string;
};

/** What comes in with an article, in its transaction: before its claims are, so that its own history does not tell of it. */
export type Bringing = (tx: Queryable, ids: ImportedIds) => Promise<Refusal | null>;

/**
 * Imports an article; returns its id. All of it or nothing. What takes long (reading the text, claims to propose) is done
 * before the transaction, and rows are written in batches, so that others wait for it as little as possible.
 */
export async function importArticle(
  writer: Writer,
  file: ArticleFile,
  bring?: Bringing,
): Promise<Result<{ id: string }>> {
  const text = await prepareText(file);
  const run = () =>
    inTransaction(writer, async (tx) => (text.ok ? store(tx, writer, file, text.value, bring) : text), { timeout });
  return run().catch((error) => {
    // Somebody brought the same person or metric at the same time: now both are there.
    if (isUniqueViolation(error)) return run();
    throw error;
  });
}

async function store(
  tx: Queryable,
  writer: Writer,
  file: ArticleFile,
  text: Text,
  bring: Bringing | undefined,
): Promise<Result<{ id: string }>> {
  const people = await peopleOf(tx, file, writer.now);
  const speakers = await speakersOf(tx, file, writer.now);
  const sources = await sourcesOf(tx, file, writer);
  const metrics = await metricsOf(tx, writer, file);
  await insertText(tx, writer, file, text, people);
  const { id, revisions } = text;
  const refused = await bring?.(tx, {
    person: (key) => idOf(people, key),
    source: (key) => idOf(sources, key),
    revision: (number) => revisionIn(revisions, number).id,
  });
  if (refused) return refused;
  const rows = noRows();
  const claims = new Map<number, string>();
  for (const claim of file.claims) {
    const metricId = claim.metric ? (metrics.get(JSON.stringify(claim.metric)) ?? null) : null;
    claims.set(claim.number, addRows(rows, file, claim, { id, revisions, people, speakers, sources, metricId }));
  }
  await insertClaims(tx, rows);
  await insertThreads(tx, file, { id, revisions, people, claims });
  for (const metricId of [...new Set(metrics.values())].sort()) await refreshMetric(tx, writer, metricId);
  return accept({ id });
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
  const seen = new Map<string, number>();
  const strangers = people.map(({ key, name }) => {
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    const mark = createHash('sha256').update(`${nth} ${name}`).digest('hex').slice(0, 32);
    return { key, name, email: `${mark}@import.invalid` };
  });
  const known = await inBatches(strangers, (batch) =>
    tx.user.findMany({ where: { email: { in: batch.map(({ email }) => email) } }, select: { id: true, email: true } }),
  );
  const ids: Ids = new Map(known.flat().map(({ id, email }) => [email, id]));
  const rows = strangers
    .filter(({ email }) => !ids.has(email))
    .map(({ name, email }) => ({
      ...{ id: newId(), name, email, role: 'viewer', active: false, createdAt: now },
      imported: true,
    }));
  await inBatches(rows, (data) => tx.user.createMany({ data }));
  for (const { id, email } of rows) ids.set(email, id);
  return new Map(strangers.map(({ key, email }) => [key, idOf(ids, email)]));
}

/** Takes for each of some things one of the desk's that is equal, each at most once: what a file has twice stays two. */
function takenOnce<T extends { id: string }>(known: T[], keyOf: (row: T) => string): (key: string) => string | null {
  const left = new Map<string, string[]>();
  for (const row of known) left.set(keyOf(row), [...(left.get(keyOf(row)) ?? []), row.id]);
  return (key) => left.get(key)?.shift() ?? null;
}

async function speakersOf(tx: Queryable, { speakers }: ArticleFile, now: Date): Promise<Ids> {
  const names = [...new Set(speakers.map(({ name }) => name))];
  const known = await inBatches(names, (some) =>
    tx.speaker.findMany({ where: { name: { in: some }, mergedIntoId: null }, orderBy: { createdAt: 'asc' } }),
  );
  const keyOf = ({ name, role, organisation, aliases }: SpeakerFacts) =>
    JSON.stringify([name, role, organisation, aliases]);
  const take = takenOnce(known.flat(), keyOf);
  const found = speakers.map((speaker) => take(keyOf(speaker)));
  const strangers = speakers.filter((_, index) => found[index] === null);
  const made = await addSpeakers(
    tx,
    strangers.map(({ name, role, organisation, aliases }) => ({ name, role, organisation, aliases })),
    { now },
  );
  const ids: Ids = new Map();
  for (const [index, { key }] of speakers.entries()) ids.set(key, found[index] ?? made.shift() ?? '');
  return ids;
}

type SpeakerFacts = { name: string; role: string | null; organisation: string | null; aliases: unknown };

async function sourcesOf(tx: Queryable, { sources }: ArticleFile, { actorId, now }: Writer): Promise<Ids> {
  // One that repeats another is made anew: what it repeats is known in the file alone.
  const titles = [...new Set(sources.flatMap(({ origin, title }) => (origin === null ? title : [])))];
  const known = await inBatches(titles, (some) =>
    tx.source.findMany({ where: { title: { in: some }, originId: null }, orderBy: { createdAt: 'asc' } }),
  );
  const take = takenOnce(known.flat(), keyOfSource);
  const ids: Ids = new Map();
  const rows = [];
  const made: { id: string; origin: string }[] = [];
  for (const { key, origin, retired, ...facts } of sources) {
    const same = origin === null ? take(keyOfSource(facts)) : null;
    const id = same ?? newId();
    if (!same) {
      const searchText = foldForSearch(facts.title, facts.publisher, facts.url);
      const withdrawn = retired && { retiredAt: new Date(retired.at), retiredNote: retired.note, retiredById: actorId };
      rows.push({ id, ...facts, ...withdrawn, searchText, createdAt: now, updatedAt: now, createdById: actorId });
    }
    if (origin !== null) made.push({ id, origin });
    ids.set(key, id);
  }
  for (const { origin } of made) {
    if (ids.has(origin)) continue;
    // The source that some repeat though the article does not cite it: the file knows only that it is the same one.
    const id = newId();
    rows.push({
      id,
      title: origin,
      kind: 'secondary',
      searchText: '',
      createdAt: now,
      updatedAt: now,
      createdById: actorId,
    });
    ids.set(origin, id);
  }
  await inBatches(rows, (data) => tx.source.createMany({ data }));
  const origins = made.map(({ id, origin }) => ({ id, originId: idOf(ids, origin) }));
  await updateRows(tx, 'Source', { originId: 'text' }, origins);
  return ids;
}

type SourceFacts = Omit<ArticleFile['sources'][number], 'key' | 'origin' | 'kind' | 'retired'> & { kind: string };

const keyOfSource = ({ title, publisher, url, published, accessed, kind, note }: SourceFacts) =>
  JSON.stringify([title, publisher, url, published, accessed, kind, note]);

/** The ids of the metrics that claims are on, by their names as JSON. */
async function metricsOf(tx: Queryable, writer: Writer, { claims }: ArticleFile): Promise<Ids> {
  const ids: Ids = new Map();
  for (const { metric: named } of claims) {
    const key = JSON.stringify(named);
    if (!named || ids.has(key)) continue;
    const metric = await metricFor(tx, writer, named);
    if (metric.ok) ids.set(key, metric.value.id);
  }
  return ids;
}

/** The text of a file as it is stored: everything that needs no database to be made. */
type Text = { id: string; revisions: Revisions; proposals: ProposedRow[] };

/** Refused where reading the text takes more than it may. */
async function prepareText(file: ArticleFile): Promise<Result<Text>> {
  const id = newId();
  const revisions: Revisions = new Map();
  for (const { number, paragraphs } of file.revisions) {
    const revisionId = newId();
    const rows = paragraphs.flatMap((listed, position) => {
      const paragraph = file.paragraphs[listed - 1];
      if (!paragraph) return [];
      return [{ id: newId(), revisionId, position, ...paragraph, offset: utf16Counter(paragraph.text) }];
    });
    const fingerprint = await readFingerprint(rows);
    if (!fingerprint.ok) return fingerprint;
    revisions.set(number, { id: revisionId, paragraphs: rows, fingerprint: fingerprint.value });
  }
  const newest = revisions.get(file.revisions.at(-1)?.number ?? 0);
  const read = newest?.paragraphs.map(({ id: paragraphId, kind, text }) => ({ id: paragraphId, kind, text }));
  const proposals = await readProposals(id, read ?? []);
  return proposals.ok ? accept({ id, revisions, proposals: proposals.value }) : proposals;
}

async function insertText(tx: Queryable, writer: Writer, file: ArticleFile, text: Text, people: Ids): Promise<void> {
  const { id, revisions, proposals } = text;
  const { title, publisher, url, byline, publishedOn, language, ...rest } = file.article;
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
      updatedAt: writer.now,
      lastSeq: 1,
    },
  });
  for (const revision of file.revisions) {
    await insertRevision(tx, revision, revisionIn(revisions, revision.number), { articleId: id, people });
  }
  const newest = revisions.get(file.revisions.at(-1)?.number ?? 0);
  if (newest) await storeProposals(tx, newest, proposals);
  await setAside(tx, text, file);
  // What they did to claims, which the desk tells of its own revisions in lines of their own.
  const told = file.revisions.flatMap(({ number, minor, restored, counts }) =>
    counts ? [{ revision: number, minor, restored, ...counts }] : [],
  );
  const after = { title, ...(told.length > 0 ? { revisions: told } : {}) };
  await beginHistory(tx, writer, id, { verb: 'article-added', after });
}

/** `offset`: of code points, in UTF-16 units. */
type StoredParagraph = ArticleFile['paragraphs'][number] & {
  id: string;
  revisionId: string;
  position: number;
  offset: (points: number) => number;
};
type StoredRevision = { id: string; paragraphs: StoredParagraph[]; fingerprint: string | null };
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
  { number, by, at, intake, minor }: ArticleFile['revisions'][number],
  { id, paragraphs, fingerprint }: StoredRevision,
  { articleId, people }: { articleId: string; people: Ids },
): Promise<void> {
  await tx.revision.create({
    data: { ...{ id, articleId, number, intake, minor }, createdAt: new Date(at), createdById: idOf(people, by) },
  });
  const rows = paragraphs.map(({ id: paragraphId, revisionId, position, kind, text, reason }) => {
    return { id: paragraphId, revisionId, position, kind, text, reason };
  });
  await insertRows(tx, 'Paragraph', rows, () => ({ revision: { articleId } }));
  await storeFingerprint(tx, id, fingerprint);
}

/** Sets aside what the file says was set aside: among what is proposed anew, or as it was then. */
async function setAside(
  tx: Queryable,
  { id: articleId, revisions, proposals }: Text,
  file: ArticleFile,
): Promise<void> {
  const keyOf = (one: { paragraphId: string; start: number; end: number; kind: string }) =>
    `${one.paragraphId} ${one.start} ${one.end} ${one.kind}`;
  const idOfProposal = new Map(proposals.map((one) => [keyOf(one), one.id]));
  const known: string[] = [];
  const rows: WholeRow<'Suggestion'>[] = [];
  for (const { kind, ...place } of file.dismissed) {
    const { paragraphId, start, end } = placeIn(revisions, place);
    const id = idOfProposal.get(keyOf({ paragraphId, start, end, kind }));
    const isOf = { articleId, paragraphId, start, end, kind, claimId: null };
    if (id) known.push(id);
    else rows.push({ id: newId(), ...isOf, score: 0, reasons: [], speaker: null, status: 'dismissed' });
  }
  await inBatches(known, (ids) =>
    tx.suggestion.updateMany({ where: { id: { in: ids } }, data: { status: 'dismissed' } }),
  );
  await insertRows(tx, 'Suggestion', rows);
}

type Placed = {
  id: string;
  revisions: Revisions;
  people: Ids;
  speakers: Ids;
  sources: Ids;
  metricId: string | null;
};

/** What is stored of claims, table by table. */
type Rows = {
  claims: WholeRow<'Claim'>[];
  places: WholeRow<'ClaimPlace'>[];
  judgements: WholeRow<'Judgement'>[];
  quoteChecks: WholeRow<'QuoteCheck'>[];
  derivations: WholeRow<'Derivation'>[];
  rulings: WholeRow<'Adjudication'>[];
  evidence: WholeRow<'Evidence'>[];
  figures: WholeRow<'Figure'>[];
  /** The claims of pieces of evidence, by the ids of these. */
  claimOfEvidence: Map<string, string>;
};

const noRows = (): Rows => ({
  claims: [],
  places: [],
  judgements: [],
  quoteChecks: [],
  derivations: [],
  rulings: [],
  evidence: [],
  figures: [],
  claimOfEvidence: new Map(),
});

/** Adds the rows of a claim with all that hangs on it; returns its id. */
function addRows(rows: Rows, file: ArticleFile, claim: FileClaim, to: Placed): string {
  const id = newId();
  const at = new Date(claim.createdAt);
  const { exact, prefix, suffix } = claim.anchor;
  const { paragraphId, start, end } = placeIn(to.revisions, { ...claim, ...claim.anchor });
  const { lookAgain, goneSince } = claim;
  const { number, kind, checkWorthy, weight, returnNote, correction, ruling } = claim;
  const by = (key: string) => idOf(to.people, key);
  const date = (on: { revision: number; exact: string } | null) => ({
    givenOn: on?.exact ?? null,
    givenIn: on ? revisionIn(to.revisions, on.revision).id : null,
  });
  const counted = claim.judgements.filter(({ on }) => on === null);
  rows.claims.push({
    ...{ id, articleId: to.id, number, paragraphId, start, end, exact, prefix, suffix, kind, checkWorthy, weight },
    ...{ returnNote, correction, metricId: to.metricId, orphanedAt: goneSince ? new Date(goneSince) : null },
    lookAgain: lookAgain?.exact ?? null,
    lookAgainIn: lookAgain ? revisionIn(to.revisions, lookAgain.revision).id : null,
    figureThen: lookAgain?.reads ?? null,
    standing: deriveStanding(counted, ruling?.on === null ? ruling : null, file.article.requiredJudgements),
    speakerId: claim.speaker ? idOf(to.speakers, claim.speaker) : null,
    ...{ createdById: by(claim.createdBy), createdAt: at, updatedAt: at },
    ...{ version: 1, edition: 1, removedAt: null },
  });
  for (const place of claim.places) {
    const revisionId = revisionIn(to.revisions, place.revision).id;
    rows.places.push({ ...placeIn(to.revisions, place), claimId: id, revisionId });
  }
  if (claim.figure) rows.figures.push(figureRow(claim.figure, { claimId: id, evidenceId: null }));
  for (const [
    index,
    { reviewer, verdict, rationale, confidence, pass, at: judgedAt, on },
  ] of claim.judgements.entries()) {
    rows.judgements.push({
      ...{ id: newId(), claimId: id, reviewerId: by(reviewer), verdict, rationale, confidence, pass, ...date(on) },
      // They are listed in the order in which they were made.
      ...{ createdAt: inOrder(at, index), updatedAt: new Date(judgedAt) },
    });
  }
  for (const [index, { reviewer, said, wording, context, on }] of claim.quoteChecks.entries()) {
    rows.quoteChecks.push({
      ...{ id: newId(), claimId: id, reviewerId: by(reviewer), said, wording, context, ...date(on) },
      updatedAt: inOrder(at, index),
    });
  }
  for (const [index, { en, zh, pinnedBy }] of claim.derivations.entries()) {
    rows.derivations.push({
      ...{ id: newId(), claimId: id, expression: { reads: { en, zh } }, pinnedById: by(pinnedBy) },
      ...{ createdAt: inOrder(at, index), removedAt: null },
    });
  }
  if (ruling) {
    rows.rulings.push({
      ...{ id: newId(), claimId: id, editorId: by(ruling.editor), verdict: ruling.verdict, reason: ruling.reason },
      ...{ ...date(ruling.on), createdAt: new Date(ruling.at) },
    });
  }
  for (const [index, { source, stance, excerpt, locator, figure, addedBy }] of claim.evidence.entries()) {
    const evidenceId = newId();
    rows.evidence.push({
      ...{ id: evidenceId, claimId: id, sourceId: idOf(to.sources, source), stance, excerpt, locator },
      ...{ addedById: by(addedBy), createdAt: inOrder(at, index), removedAt: null, takenFrom: null },
    });
    if (!figure) continue;
    rows.figures.push(figureRow(figure, { claimId: null, evidenceId }));
    rows.claimOfEvidence.set(evidenceId, id);
  }
  return id;
}

/** Each table after those that its rows point to. */
async function insertClaims(tx: Queryable, rows: Rows): Promise<void> {
  await insertRows(tx, 'Claim', rows.claims);
  await insertRows(tx, 'ClaimPlace', rows.places);
  await insertRows(tx, 'Judgement', rows.judgements);
  await insertRows(tx, 'QuoteCheck', rows.quoteChecks);
  await insertRows(tx, 'Derivation', rows.derivations);
  await insertRows(tx, 'Adjudication', rows.rulings);
  await insertRows(tx, 'Evidence', rows.evidence);
  await insertRows(tx, 'Figure', rows.figures, ({ evidenceId }) => {
    return { evidence: evidenceId && { claimId: rows.claimOfEvidence.get(evidenceId) } };
  });
}

const inOrder = (from: Date, index: number) => new Date(from.getTime() + index);

type FigureOf = Pick<WholeRow<'Figure'>, 'claimId' | 'evidenceId'>;

function figureRow(figure: FileFigure, { claimId, evidenceId }: FigureOf): WholeRow<'Figure'> {
  const { low, high, unit, qualifier, per, asOf, raw, corrected } = figure;
  return { id: newId(), claimId, evidenceId, low, high, unit, qualifier, per, asOf, raw, corrected };
}

type Discussed = { id: string; revisions: Revisions; people: Ids; claims: Map<number, string> };

async function insertThreads(tx: Queryable, file: ArticleFile, to: Discussed): Promise<void> {
  // A thread's first comment comes before those that answer it, as the database asks.
  const rows: WholeRow<'Comment'>[] = [];
  const mentioned: WholeRow<'Mention'>[] = [];
  for (const { claim, paragraph, comments, resolved } of file.threads) {
    const place = {
      articleId: to.id,
      claimId: claim === null ? null : (to.claims.get(claim) ?? null),
      paragraphId: paragraph && paragraphIn(to.revisions, paragraph.revision, paragraph.number).id,
    };
    let parentId: string | null = null;
    for (const { author, body, at, editedAt, removed, mentions } of comments) {
      const id = newId();
      const closed = parentId === null ? resolved : null;
      rows.push({
        ...{ id, ...place, parentId, authorId: idOf(to.people, author), body, createdAt: new Date(at) },
        editedAt: editedAt ? new Date(editedAt) : null,
        removedAt: removed ? new Date(editedAt ?? at) : null,
        resolvedAt: closed ? new Date(closed.at) : null,
        resolvedById: closed?.by ? idOf(to.people, closed.by) : null,
        resolution: closed?.reason ?? null,
      });
      for (const key of mentions) {
        mentioned.push({ commentId: id, userId: idOf(to.people, key), readAt: new Date(at) });
      }
      parentId ??= id;
    }
  }
  await insertRows(tx, 'Comment', rows);
  await insertRows(tx, 'Mention', mentioned);
}
