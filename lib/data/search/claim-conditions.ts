/**
 * A query of claims as conditions of SQL, the same on both engines but for the full-text index. Written by hand, since
 * Prisma's client knows no full text. In every statement "c" is the claim, "a" its article and "s" its row of the
 * index; "x" is the full-text table of SQLite.
 */

import { isBlind, seenEvidence } from '#lib/data/claims/blind';
import type { Engine } from '#lib/data/database/database';
import { aside } from '#lib/data/database/read-aside';
import { Prisma } from '#lib/data/generated/sqlite/client';
import { typedSound } from '#lib/data/sources/speakers';
import type { Standing } from '#lib/domain/claims/standing';
import { canBeBlind, type Viewer } from '#lib/domain/review/blind';
import type { ClaimQuery } from '#lib/domain/search/claim-query';
import { endOf, type PhraseEnd } from '#lib/domain/search/phrase';
import { isEmptySearch, type SearchTerms } from '#lib/domain/search/search-terms';
import { addDays, deskToday, deskZone, startOfDay } from '#lib/domain/statistics/days';
import { readFigure } from '#lib/reading/figures';
import { searchWords } from '#lib/text/search';
import type { Asked } from './asked';

const { sql, empty, join, raw } = Prisma;
type Sql = Prisma.Sql;

/** Holds for no claim. */
const none = sql`1 = 0`;

const and = (conditions: Sql[]): Sql => (conditions.length > 0 ? join(conditions, ' AND ') : sql`1 = 1`);
const or = (conditions: Sql[]): Sql => sql`(${join(conditions, ' OR ')})`;

/** The full-text indexes on SQLite; on PostgreSQL each is the column `vector` of "s". */
type TextIndex = 'ClaimSearchIndex' | 'FactCheckSearchIndex';

/**
 * What may lie beside an end of a phrase (lib/domain/search/phrase), as patterns of SQLite's GLOB and of PostgreSQL's regular
 * expressions, which write these alike. Texts have two blanks put before and behind them.
 */
const globs = {
  free: { before: '', after: '' },
  noWord: { before: '[^a-z0-9]', after: '[^a-z0-9]' },
  noNumber: { before: '[^a-z0-9.,]', after: '[^a-z0-9.,]' },
  /** A comma or a point that parts no digits. */
  mark: { before: '[^0-9][.,]', after: '[.,][^0-9]' },
};
type PhraseSide = keyof typeof globs;
type WholePhrase = { before: PhraseSide[]; phrase: string; after: PhraseSide[] };

const sidesOf: Record<PhraseEnd, PhraseSide[]> = { free: ['free'], word: ['noWord'], number: ['noNumber', 'mark'] };

/** What the engines call a text in another, and the full-text match of a group of tokens. */
const words = {
  sqlite: {
    holds: (column: string, text: string) => sql`instr(${raw(column)}, ${text}) > 0`,
    holdsWhole: (column: string, { before, phrase, after }: WholePhrase) => {
      const inPattern = phrase.replaceAll(/[*?[]/g, '[$&]');
      const written = (sides: PhraseSide[]) => sides.map((side) => globs[side]);
      const patterns = written(before).flatMap((left) =>
        written(after).map((right) => `*${left.before}${inPattern}${right.after}*`),
      );
      return or(patterns.map((pattern) => sql`'  ' || ${raw(column)} || '  ' GLOB ${pattern}`));
    },
    token: (token: string) => `"${token}"`,
    prefix: (token: string) => `"${token}" *`,
    ...{ and: ' AND ', or: ' OR ' },
    matches: (match: string, index: TextIndex) =>
      sql`s."id" IN (SELECT "rowid" FROM ${raw(`"${index}"`)} WHERE ${raw(`"${index}"`)} MATCH ${match})`,
  },
  postgresql: {
    holds: (column: string, text: string) => sql`strpos(${raw(column)}, ${text}) > 0`,
    holdsWhole: (column: string, { before, phrase, after }: WholePhrase) => {
      const inPattern = phrase.replaceAll(/[\\^$.|?*+()[\]{}]/g, '\\$&');
      const either = (sides: PhraseSide[], at: 'before' | 'after') =>
        `(?:${sides.map((side) => globs[side][at]).join('|')})`;
      return sql`'  ' || ${raw(column)} || '  ' ~ ${either(before, 'before') + inPattern + either(after, 'after')}`;
    },
    token: (token: string) => `'${token}'`,
    prefix: (token: string) => `'${token}':*`,
    ...{ and: ' & ', or: ' | ' },
    matches: (match: string) => sql`s."vector" @@ ${match}::tsquery`,
  },
} satisfies Record<Engine, unknown>;

/** The search as the engine's full-text index is asked; null where it has phrases alone without a word. Tokens are letters and digits. */
export function matchOf(engine: Engine, { groups, sieve }: SearchTerms): string | null {
  const { token, prefix, and: both, or: either } = words[engine];
  const written = groups.map(({ alternatives, prefix: begun }) => {
    const all = alternatives.map((tokens) => `(${tokens.map(token).join(both)})`);
    return `(${[...all, ...(begun ? [prefix(begun)] : [])].join(either)})`;
  });
  written.push(...sieve.map(token));
  return written.length > 0 ? written.join(both) : null;
}

/**
 * Claims with their rows of the index, as a search asks for them. `isLean`: of the claim "c" there is only what its row of the
 * index has, and its other columns are not read.
 */
export function foundRows(engine: Engine, terms: SearchTerms, isLean: boolean): Sql {
  if (!isRankedBySqlite(engine, terms))
    return isLean && engine === 'postgresql'
      ? sql`"ClaimSearch" s ${claimOfRow}`
      : sql`"ClaimSearch" s JOIN "Claim" c ON c."id" = s."claimId"`;
  // What is counted and ordered by is read from indexes alone: the rows hold long texts.
  if (!isLean)
    return sql`"ClaimSearchIndex" x
      CROSS JOIN "ClaimSearch" s INDEXED BY "ClaimSearch_found_idx" ON s."id" = x."rowid"
      CROSS JOIN "Claim" c INDEXED BY "Claim_found_idx" ON c."id" = s."claimId"`;
  const texts = terms.phrases.length > 0 ? sql`CROSS JOIN "ClaimSearch" s ON s."id" = c."row"` : empty;
  return sql`"ClaimSearchIndex" x CROSS JOIN (
    SELECT s."id" AS "row", s."claimId" AS "id", ${rowOfClaim} FROM "ClaimSearch" s INDEXED BY "ClaimSearch_found_idx") c
    ON c."row" = x."rowid" ${texts}`;
}

/** What a row "s" of the index has of its claim. */
const rowOfClaim = sql`s."articleId", s."standing", s."createdAt", CASE WHEN s."isGone" THEN 1 END AS "removedAt",
  NULL AS "orphanedAt"`;

/** The claim "c" of a row "s" of the index, on PostgreSQL, without looking the claim up. */
export const claimOfRow = sql`CROSS JOIN LATERAL (SELECT s."claimId" AS "id", ${rowOfClaim}) c`;

/** Whether the full-text table "x" stands among the tables of a search. */
const isRankedBySqlite = (engine: Engine, terms: SearchTerms): boolean =>
  engine === 'sqlite' && matchOf(engine, terms) !== null;

/** The claims that a search finds; all for an empty field. */
function found(engine: Engine, search: string, terms: SearchTerms): Sql[] {
  if (search === '') return [];
  if (!isRankedBySqlite(engine, terms)) return searchConditions(engine, terms, 'ClaimSearchIndex');
  return [sql`x."ClaimSearchIndex" MATCH ${matchOf(engine, terms)}`, ...phraseConditions(engine, terms)];
}

/** How far a found claim is from a search: the less, the closer. Null where all are as close. */
export function distance(engine: Engine, terms: SearchTerms): Sql | null {
  const match = matchOf(engine, terms);
  if (match === null) return null;
  return engine === 'sqlite' ? sql`x."rank"` : sql`-ts_rank(s."vector", ${match}::tsquery)`;
}

/** Begins a statement that has to look into the text of every claim. */
export const asideFor = ({ terms }: Pick<Asked, 'terms'>): Sql =>
  terms.phrases.length > 0 && terms.groups.length + terms.sieve.length === 0 ? aside : empty;

const phraseConditions = (engine: Engine, { phrases }: SearchTerms): Sql[] =>
  phrases.flatMap((phrase) => {
    const [first, last] = [endOf(phrase[0]), endOf(phrase.at(-1))];
    const isHeld = words[engine].holds('s."folded"', phrase);
    if (first === 'free' && last === 'free') return [isHeld];
    return [isHeld, words[engine].holdsWhole('s."folded"', { before: sidesOf[first], phrase, after: sidesOf[last] })];
  });

/** What a row "s" of an index must hold to be found; none is where nothing in the search can be searched for. */
export function searchConditions(engine: Engine, terms: SearchTerms, index: TextIndex): Sql[] {
  if (isEmptySearch(terms)) return [none];
  const match = matchOf(engine, terms);
  return [...(match === null ? [] : [words[engine].matches(match, index)]), ...phraseConditions(engine, terms)];
}

const among = (column: string, values: string[]): Sql =>
  values.length === 0 ? none : sql`${raw(column)} IN (${join(values)})`;

/** A name, an id or a part of a name of something. */
type Named = { id: string; name: string };

const namedBy = (engine: Engine, text: string, { id, name }: Named): Sql => {
  const parts = searchWords(text).map((word) => words[engine].holds(name, word));
  return parts.length === 0 ? none : or([sql`${raw(id)} = ${text}`, sql`(${join(parts, ' AND ')})`]);
};

/** A name of a speaker "p", or how it is typed in pinyin. */
function orTyped(engine: Engine, text: string, name: Sql): Sql {
  const sound = typedSound(text);
  return sound === null ? name : or([name, words[engine].holds('p."soundNames"', sound)]);
}

/** Whether two speakers or sources are shown as one: one was merged into the other, or both into a third. */
const shownAlike = (one: string, other: string): Sql => {
  const root = raw(`COALESCE(${other}."mergedIntoId", ${other}."id")`);
  return sql`(${raw(one)}."id" = ${root} OR ${raw(one)}."mergedIntoId" = ${root})`;
};

/** Claims whose figure may lie in the range that is read from a text; none where the text is not one figure. */
function ofFigure(text: string): Sql {
  const figure = readFigure(text);
  if (!figure || (figure.low === null && figure.high === null)) return none;
  const { low, high, unit } = figure;
  const bounds = [
    ...(high === null ? [] : [sql`(f."low" IS NULL OR f."low" <= ${high})`]),
    ...(low === null ? [] : [sql`(f."high" IS NULL OR f."high" >= ${low})`]),
    // A bare number is of any unit.
    ...(unit === null ? [] : [sql`f."unit" = ${unit}`]),
    sql`(f."low" IS NOT NULL OR f."high" IS NOT NULL)`,
  ];
  return sql`c."kind" = 'figure' AND EXISTS (SELECT 1 FROM "Figure" f WHERE f."claimId" = c."id" AND ${and(bounds)})`;
}

/** When a claim got its verdict, as a person sees it: the ruling's moment, or that of the last judgement; null while it has none. */
export const judgedAt = (viewer: Viewer): Sql => {
  const moment = sql`CASE WHEN c."standing" = 'open' THEN NULL ELSE COALESCE(
    (SELECT r."createdAt" FROM "Adjudication" r WHERE r."claimId" = c."id" AND r."givenOn" IS NULL),
    (SELECT MAX(j."updatedAt") FROM "Judgement" j WHERE j."claimId" = c."id" AND j."givenOn" IS NULL)) END`;
  return canBeBlind(viewer) ? sql`CASE WHEN ${isBlind(viewer)} THEN NULL ELSE ${moment} END` : moment;
};

/** Days are the desk's own, as in the statistics and in the dates that lists show. */
function ofVerdict({ judgedFrom, judgedTo }: ClaimQuery, viewer: Viewer): Sql[] {
  const zone = deskZone();
  // No verdict is of other years, some of which an engine does not take.
  const known = (day: string) => (day < '1970' ? '1970-01-01' : day > '9998' ? '9998-01-01' : day);
  return [
    ...(judgedFrom ? [sql`${judgedAt(viewer)} >= ${startOfDay(known(judgedFrom), zone)}`] : []),
    ...(judgedTo ? [sql`${judgedAt(viewer)} < ${startOfDay(addDays(known(judgedTo), 1), zone)}`] : []),
  ];
}

/** Dates that people state are ISO texts of year, month or day: one of a year lies in a range that begins in it. */
function ofPublication({ publishedFrom, publishedTo }: ClaimQuery): Sql[] {
  return [
    ...(publishedFrom ? [sql`a."publishedOn" >= substr(${publishedFrom}, 1, length(a."publishedOn"))`] : []),
    ...(publishedTo ? [sql`a."publishedOn" <= ${publishedTo}`] : []),
  ];
}

/** How many independent sources a person sees on a claim: reposts of one origin count once. */
const originCount = (viewer: Viewer): Sql => sql`(
  SELECT COUNT(DISTINCT COALESCE(o."originId", o."id")) FROM "Evidence" e JOIN "Source" p ON p."id" = e."sourceId"
  JOIN "Source" o ON o."id" = COALESCE(p."mergedIntoId", p."id")
  WHERE e."claimId" = c."id" AND e."removedAt" IS NULL AND ${seenEvidence(viewer)})`;

const counts = { none: sql`= 0`, one: sql`= 1`, some: sql`> 0` };

/** Claims of which somebody is to judge and did not by the day that was named. */
export const isOverdue = (viewer: Viewer, today: string): Sql => sql`EXISTS (
  SELECT 1 FROM "Assignment" w WHERE (w."claimId" = c."id" OR w."paragraphId" = c."paragraphId") AND w."dueOn" < ${today}
  AND NOT EXISTS (
    SELECT 1 FROM "Judgement" j WHERE j."claimId" = c."id" AND j."reviewerId" = w."assigneeId" AND j."givenOn" IS NULL)
  ${canBeBlind(viewer) ? sql`AND (w."assigneeId" = ${viewer.id} OR NOT ${isBlind(viewer)})` : empty})`;

/** A claim's standing as a person sees it: open while they are blind to it. */
export const seenStanding = (viewer: Viewer): Sql =>
  canBeBlind(viewer) ? sql`CASE WHEN ${isBlind(viewer)} THEN 'open' ELSE c."standing" END` : sql`c."standing"`;

function ofStanding(standing: Standing | null, viewer: Viewer): Sql[] {
  if (standing === null) return [];
  const stands = sql`c."standing" = ${standing}`;
  if (!canBeBlind(viewer)) return [stands];
  return [standing === 'open' ? or([stands, isBlind(viewer)]) : sql`(${stands} AND NOT ${isBlind(viewer)})`];
}

/** The claims of the desk: in the newest text of an article that is there. */
export const livingClaims = sql`c."removedAt" IS NULL AND c."orphanedAt" IS NULL
  AND c."articleId" NOT IN (SELECT "id" FROM "Article" WHERE "removedAt" IS NOT NULL)`;

/** Whether a query asks for something of the article "a". */
export const asksOfArticle = ({ article, publisher, publishedFrom, publishedTo, sort }: ClaimQuery): boolean =>
  article !== '' || publisher !== '' || publishedFrom !== null || publishedTo !== null || sort === 'published';

/** Whether a query asks for more of the claim "c" than its row of the index has. */
export const asksOfClaim = ({ kind, speaker, metric, figure, lookAgain, overdue }: ClaimQuery): boolean =>
  kind !== null || speaker !== '' || metric !== '' || figure !== '' || lookAgain || overdue;

/** The condition of a query, with its standing or without, for counts by standing. */
export function conditionOf(engine: Engine, asked: Asked, isAnyStanding = false): Sql {
  const { query, terms, viewer, now, publishers, reviewers } = asked;
  const { speaker, reviewer, source, article, publisher, metric } = query;
  const named = (text: string, names: Named, condition: (name: Sql) => Sql): Sql[] =>
    text === '' ? [] : [condition(namedBy(engine, text, names))];
  return and([
    livingClaims,
    ...found(engine, query.search, terms),
    ...(isAnyStanding ? [] : ofStanding(query.standing, viewer)),
    ...(query.kind ? [sql`c."kind" = ${query.kind}`] : []),
    ...named(
      speaker,
      { id: 'p."id"', name: 'p."searchNames"' },
      (name) => sql`c."speakerId" IN (
      SELECT q."id" FROM "Speaker" p JOIN "Speaker" q ON ${shownAlike('q', 'p')}
      WHERE ${orTyped(engine, speaker, name)})`,
    ),
    ...(reviewer === ''
      ? []
      : [
          sql`EXISTS (
      SELECT 1 FROM "Judgement" j WHERE j."claimId" = c."id" AND j."givenOn" IS NULL
        AND ${among('j."reviewerId"', reviewers)}
      ${canBeBlind(viewer) ? sql`AND NOT ${isBlind(viewer)}` : empty})`,
        ]),
    ...named(
      source,
      { id: 'o."id"', name: 'o."searchText"' },
      (name) => sql`EXISTS (
      SELECT 1 FROM "Evidence" e JOIN "Source" p ON p."id" = e."sourceId"
        JOIN "Source" o ON ${shownAlike('o', 'p')}
      WHERE e."claimId" = c."id" AND e."removedAt" IS NULL AND ${seenEvidence(viewer)} AND ${name})`,
    ),
    ...named(article, { id: 'a."id"', name: 'a."searchText"' }, (name) => name),
    ...(publisher === '' ? [] : [among('a."publisher"', publishers)]),
    ...named(
      metric,
      { id: 'm."id"', name: 'm."searchText"' },
      (name) => sql`c."kind" = 'figure' AND EXISTS (
      SELECT 1 FROM "Metric" m WHERE m."id" = c."metricId" AND ${name})`,
    ),
    ...(query.figure === '' ? [] : [ofFigure(query.figure)]),
    ...ofVerdict(query, viewer),
    ...ofPublication(query),
    ...(query.sources ? [sql`${originCount(viewer)} ${counts[query.sources]}`] : []),
    ...(query.lookAgain ? [sql`c."lookAgain" IS NOT NULL`] : []),
    ...(query.overdue ? [isOverdue(viewer, deskToday(now))] : []),
  ]);
}
