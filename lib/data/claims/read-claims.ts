/** Reading claims: the rows that a claim's view is made of, and the view. Everything here reads, nothing writes. */

import { setImmediate } from 'node:timers/promises';
import { inBatches, type Queryable, rowsAtOnce } from '#lib/data/database/database';
import { plainColumns, readWhole, type Tree } from '#lib/data/database/whole-rows';
import type { Prisma } from '#lib/data/generated/sqlite/client';
import { describeInBoth, figureFacts } from '#lib/data/metrics/refresh';
import { ownSource, sourceView } from '#lib/data/sources/source-view';
import { speakerView, wholeSpeaker } from '#lib/data/sources/speakers';
import type {
  ClaimView,
  DerivationView,
  EarlierFindings,
  FigureView,
  JudgementPass,
  LookAgain,
  TakenFrom,
} from '#lib/domain/claims/claim-view';
import type { Context, Said, Wording } from '#lib/domain/claims/quote-check';
import type { Stance } from '#lib/domain/claims/source';
import type { Confidence, Standing, Verdict } from '#lib/domain/claims/standing';
import type { ClaimWeight } from '#lib/domain/claims/weight';
import { type Actor, mayChangeClaim } from '#lib/domain/people/permission';
import { type Refusal, refuse } from '#lib/domain/refusal';
import { redactForViewer } from '#lib/domain/review/blind';
import type { ClaimKind } from '#lib/reading/claim-kinds';
import { titlesOf } from '#lib/reading/metrics';

/**
 * A claim named by a caller; an edit of the claim itself names the edition that the caller saw. `version`: nothing about
 * the claim may have changed since, findings included.
 */
export type ClaimRef = { articleId: string; claimId: string; edition?: number; version?: number };

const person = { select: { id: true, name: true } } as const;

export const wholeClaim = {
  speaker: wholeSpeaker,
  figure: true,
  metric: { select: { id: true, subject: true, measure: true, scope: true } },
  derivations: {
    where: { removedAt: null },
    select: { id: true, expression: true, pinnedBy: person },
    orderBy: { createdAt: 'asc' },
  },
  quoteChecks: { include: { reviewer: person }, orderBy: { updatedAt: 'asc' } },
  createdBy: person,
  judgements: { include: { reviewer: person }, orderBy: { createdAt: 'asc' } },
  adjudication: { include: { editor: person } },
  evidence: {
    where: { removedAt: null },
    include: { addedBy: person, source: ownSource, figure: true },
    orderBy: { createdAt: 'asc' },
  },
} as const;

const personTree: Tree = { model: 'User', columns: plainColumns('id', 'name') };

const speakerTree: Tree = {
  model: 'Speaker',
  columns: { ...plainColumns('id', 'name', 'role', 'organisation'), aliases: 'json' },
};

/** All of a figure. */
export const figureTree: Tree = {
  model: 'Figure',
  columns: {
    ...plainColumns('id', 'claimId', 'evidenceId', 'raw', 'unit', 'qualifier', 'per', 'asOf'),
    ...{ low: 'float', high: 'float', corrected: 'boolean' },
  },
};

const sourceTree: Tree = {
  model: 'Source',
  columns: {
    ...plainColumns(
      'id',
      'title',
      'publisher',
      'url',
      'published',
      'accessed',
      'kind',
      'note',
      'originId',
      'retiredNote',
    ),
    mergedIntoId: 'plain',
    retiredAt: 'moment',
  },
};

/** What `wholeClaim` asks for, as it is read in one statement. */
const claimTree: Tree = {
  model: 'Claim',
  columns: {
    ...plainColumns('id', 'articleId', 'number', 'paragraphId', 'start', 'end', 'exact', 'prefix', 'suffix', 'kind'),
    ...plainColumns('weight', 'standing', 'version', 'edition', 'lookAgain', 'lookAgainIn', 'returnNote', 'correction'),
    ...plainColumns('createdById', 'speakerId', 'metricId'),
    ...{ checkWorthy: 'boolean', figureThen: 'json' },
    ...{ createdAt: 'moment', updatedAt: 'moment', removedAt: 'moment', orphanedAt: 'moment' },
  },
  named: {
    createdBy: { by: 'createdById', tree: personTree },
    speaker: {
      by: 'speakerId',
      tree: { ...speakerTree, named: { mergedInto: { by: 'mergedIntoId', tree: speakerTree } } },
    },
    metric: { by: 'metricId', tree: { model: 'Metric', columns: plainColumns('id', 'subject', 'measure', 'scope') } },
  },
  own: {
    figure: { by: 'claimId', tree: figureTree },
    adjudication: {
      by: 'claimId',
      tree: {
        model: 'Adjudication',
        columns: {
          ...plainColumns('id', 'claimId', 'editorId', 'verdict', 'reason', 'givenOn', 'givenIn'),
          createdAt: 'moment',
        },
        named: { editor: { by: 'editorId', tree: personTree } },
      },
    },
  },
  many: {
    derivations: {
      ...{ by: 'claimId', orderBy: 'createdAt', living: true },
      tree: {
        model: 'Derivation',
        columns: { id: 'plain', expression: 'json' },
        named: { pinnedBy: { by: 'pinnedById', tree: personTree } },
      },
    },
    quoteChecks: {
      ...{ by: 'claimId', orderBy: 'updatedAt' },
      tree: {
        model: 'QuoteCheck',
        columns: {
          ...plainColumns('id', 'claimId', 'reviewerId', 'said', 'wording', 'context', 'givenOn', 'givenIn'),
          updatedAt: 'moment',
        },
        named: { reviewer: { by: 'reviewerId', tree: personTree } },
      },
    },
    judgements: {
      ...{ by: 'claimId', orderBy: 'createdAt' },
      tree: {
        model: 'Judgement',
        columns: {
          ...plainColumns('id', 'claimId', 'reviewerId', 'verdict', 'rationale', 'confidence', 'pass'),
          ...plainColumns('givenOn', 'givenIn'),
          ...{ createdAt: 'moment', updatedAt: 'moment' },
        },
        named: { reviewer: { by: 'reviewerId', tree: personTree } },
      },
    },
    evidence: {
      ...{ by: 'claimId', orderBy: 'createdAt', living: true },
      tree: {
        model: 'Evidence',
        columns: {
          ...plainColumns('id', 'claimId', 'sourceId', 'stance', 'excerpt', 'locator', 'addedById'),
          ...{ takenFrom: 'json', createdAt: 'moment', removedAt: 'moment' },
        },
        named: {
          addedBy: { by: 'addedById', tree: personTree },
          source: { by: 'sourceId', tree: sourceTree },
        },
        own: { figure: { by: 'evidenceId', tree: figureTree } },
      },
    },
  },
};

/** The living claims that have a place in an article's newest revision. */
export const inText = (articleId: string) => ({ articleId, removedAt: null, orphanedAt: null });

/** How many claims `claimsOf` would read. */
export const countClaims = (db: Queryable, articleId: string): Promise<number> =>
  db.claim.count({ where: inText(articleId) });

/** The living claims that have a place in an article's newest revision, or some of them, by number. */
export const claimsOf = (db: Queryable, articleId: string, some: Prisma.ClaimWhereInput = {}): Promise<ClaimView[]> =>
  claimsWhere(db, { ...some, ...inText(articleId) });

/**
 * Claims of one article by a condition, by number: those after a number, so many at most. They are read in parts: an engine
 * takes only so many parameters for what hangs on them.
 */
export async function claimsWhere(
  db: Queryable,
  where: Prisma.ClaimWhereInput,
  { after = 0, limit = Number.POSITIVE_INFINITY }: { after?: number; limit?: number } = {},
): Promise<ClaimView[]> {
  const claims: ClaimView[] = [];
  for (let last = after; ; last = claims.at(-1)?.number ?? 0) {
    const take = Math.min(rowsAtOnce, limit - claims.length);
    const rows = await db.claim.findMany({
      where: { ...where, number: { gt: last } },
      include: wholeClaim,
      orderBy: { number: 'asc' },
      take,
    });
    claims.push(...(await withShownSources(db, rows)).map(claimView));
    if (rows.length < take || claims.length === limit) return claims;
    // better-sqlite3 is synchronous and blocks the event loop: yield between parts.
    await setImmediate();
  }
}

export type ClaimRow = Prisma.ClaimGetPayload<{ include: typeof wholeClaim }>;

/** Rows whose evidence names sources as they are shown: of a merged one, the other. Asks for nothing where none was merged. */
async function withShownSources<Row extends Pick<ClaimRow, 'evidence'>>(db: Queryable, rows: Row[]): Promise<Row[]> {
  const ids = rows.flatMap(({ evidence }) => evidence.flatMap(({ source }) => source.mergedIntoId ?? []));
  if (ids.length === 0) return rows;
  const found = await inBatches([...new Set(ids)], (some) =>
    db.source.findMany({ where: { id: { in: some } }, ...ownSource }),
  );
  const shown = new Map(found.flat().map((source) => [source.id, source]));
  return rows.map((row) => ({
    ...row,
    evidence: row.evidence.map((piece) => ({
      ...piece,
      source: shown.get(piece.source.mergedIntoId ?? '') ?? piece.source,
    })),
  }));
}

/** A claim's row with all that its view is made of. Throws where it is not there. */
export async function readClaim(tx: Queryable, id: string): Promise<ClaimRow> {
  const [row] = await readClaims(tx, [id]);
  if (!row) throw new Error(`There is no claim ${id}.`);
  return row;
}

/** The same for some claims, by number, in one statement. */
export async function readClaims(tx: Queryable, ids: string[]): Promise<ClaimRow[]> {
  const rows = await inBatches(ids, (some) => readWhole(tx, claimTree, some));
  // The tree has the shape of `wholeClaim`; read-claims.test.ts holds one against the other.
  const sorted = (rows.flat() as ClaimRow[]).sort((a, b) => a.number - b.number);
  return withShownSources(tx, sorted);
}

// The strings below are vocabularies of lib/domain; lib/data/claims alone writes them, from values of those types.
export function claimView(row: ClaimRow): ClaimView {
  const { id, number, paragraphId, start, end, exact, prefix, suffix, checkWorthy, createdBy } = row;
  const { version, edition, returnNote, correction } = row;
  return {
    ...{ id, number, paragraphId, start, end, exact, prefix, suffix, checkWorthy, createdBy },
    ...{ version, edition, returnNote, correction, hiddenJudgements: 0 },
    kind: row.kind as ClaimKind,
    weight: row.weight as ClaimWeight,
    speaker: row.speaker && speakerView(row.speaker),
    // Another kind's figure is kept for the day when the claim is a figure again.
    figure: row.kind === 'figure' && row.figure ? figureView(row.figure) : null,
    metric: row.kind === 'figure' && row.metric ? { ...row.metric, titles: titlesOf(row.metric) } : null,
    derivations: row.derivations.map(({ id: derivationId, expression, pinnedBy }) => ({
      id: derivationId,
      reads: derivationReads(expression),
      pinnedBy,
    })),
    quoteChecks: row.quoteChecks.filter(isCounted).map(quoteCheckView),
    standing: row.standing as Standing,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    judgements: row.judgements.filter(isCounted).map(judgementView),
    ruling: row.adjudication && isCounted(row.adjudication) ? rulingView(row.adjudication) : null,
    lookAgain: row.lookAgain === null ? null : { exact: row.lookAgain, reads: readsThen(row.figureThen) },
    earlier: earlierFindings(row),
    evidence: row.evidence.map(({ id: evidenceId, stance, excerpt, locator, addedBy, source, figure, takenFrom }) => ({
      id: evidenceId,
      // Written by take-evidence.ts alone.
      takenFrom: takenFrom as TakenFrom | null,
      stance: stance as Stance,
      excerpt,
      locator,
      addedBy,
      source: sourceView(source),
      figure: figure && figureView(figure),
    })),
  };
}

type Dated = { givenOn: string | null };
const isCounted = ({ givenOn }: Dated): boolean => givenOn === null;

function quoteCheckView({ reviewer, said, wording, context }: ClaimRow['quoteChecks'][number]) {
  return {
    reviewer,
    said: said as Said | null,
    wording: wording as Wording | null,
    context: context as Context | null,
  };
}

function judgementView({ reviewer, verdict, rationale, confidence, pass, updatedAt }: ClaimRow['judgements'][number]) {
  return {
    reviewer,
    verdict: verdict as Verdict,
    rationale,
    confidence: confidence as Confidence,
    pass: pass as JudgementPass | null,
    at: updatedAt.toISOString(),
  };
}

function rulingView({ editor, verdict, reason, createdAt }: NonNullable<ClaimRow['adjudication']>) {
  return { editor, verdict: verdict as Verdict, reason, at: createdAt.toISOString() };
}

function earlierFindings({ judgements, adjudication, quoteChecks }: ClaimRow): EarlierFindings | null {
  const earlier = <T extends Dated, View>(rows: T[], view: (row: T) => View) =>
    rows.flatMap((row) => (row.givenOn === null ? [] : [{ ...view(row), exact: row.givenOn }]));
  const found = {
    judgements: earlier(judgements, judgementView),
    ruling: earlier(adjudication ? [adjudication] : [], rulingView)[0] ?? null,
    quoteChecks: earlier(quoteChecks, quoteCheckView),
  };
  return found.judgements.length + found.quoteChecks.length > 0 || found.ruling ? found : null;
}

/** What a figure read before a revision; written by carry-claims.ts alone. */
const readsThen = (stored: Prisma.JsonValue): LookAgain['reads'] => stored as LookAgain['reads'];

/** A derivation as it was written out when it was pinned; expressions are written by derivations.ts alone. */
function derivationReads(expression: Prisma.JsonValue): DerivationView['reads'] {
  return (expression as { reads: DerivationView['reads'] }).reads;
}

function figureView(row: NonNullable<ClaimRow['figure']>): FigureView {
  const { raw, corrected } = row;
  const facts = figureFacts(row);
  return { ...facts, raw, corrected, reads: describeInBoth(facts) };
}

/** A living claim as a person may see it now. */
export async function claimNow(
  db: Queryable,
  { articleId, claimId }: ClaimRef,
  viewer: Pick<Actor, 'id' | 'role'>,
): Promise<ClaimView | null> {
  const row = await db.claim.findFirst({
    where: { id: claimId, articleId, removedAt: null, orphanedAt: null },
    include: { ...wholeClaim, article: { select: { blindFirstPass: true } } },
  });
  if (!row) return null;
  const [shown = row] = await withShownSources(db, [row]);
  return redactForViewer(viewer, claimView(shown), row.article);
}

/** A living claim named by its number. `isOrphan`: its passage is gone from the newest text. */
export type NumberedClaim = Required<Omit<ClaimRef, 'edition'>> & { isOrphan: boolean };

/** The living claim of a number, for those who name it so; also a removed one where the options include it. */
export async function claimByNumber(
  db: Queryable,
  articleId: string,
  number: number,
  options: { includeRemoved?: boolean } = {},
): Promise<NumberedClaim | null> {
  const row = await db.claim.findFirst({
    where: {
      articleId,
      number,
      article: { removedAt: null },
      ...(options.includeRemoved ? {} : { removedAt: null }),
    },
    select: { id: true, version: true, orphanedAt: true },
  });
  return row && { articleId, claimId: row.id, version: row.version, isOrphan: row.orphanedAt !== null };
}

/** Own claims are a reviewer's to change, others' an editor's: the refusal for anybody else, null where they may. */
export async function refusalToChange(
  db: Queryable,
  actor: Pick<Actor, 'id' | 'role'>,
  ref: ClaimRef,
): Promise<Refusal | null> {
  const claim = await db.claim.findFirst({
    where: { id: ref.claimId, articleId: ref.articleId },
    select: { createdBy: { select: { id: true } } },
  });
  if (!claim) return refuse('not-found');
  return mayChangeClaim(actor, claim) ? null : refuse('not-allowed');
}
