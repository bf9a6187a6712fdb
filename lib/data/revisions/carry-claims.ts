/**
 * Carrying claims over to a new revision, in the transaction that stores it. The place that a claim had stays with the
 * old revision; its own row moves to the new one. Findings on words that say something else now are kept and do not
 * count; where a later revision says the old words again, they count again.
 */
import { describeAnchor } from '#lib/anchoring/description';
import { inBatches, type Queryable, rowsAtOnce } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { updateRows } from '#lib/data/database/update-rows';
import { Prisma } from '#lib/data/generated/sqlite/client';
import type { ChangeLine, LockedArticle, Writer } from '#lib/data/history/change-log';
import { describeInBoth, figureFacts, type MetricCause, refreshMetric } from '#lib/data/metrics/refresh';
import { deriveStanding, type Standing, type Verdict } from '#lib/domain/claims/standing';
import type { FateCounts } from '#lib/domain/exchange/whole-article';
import { accept, type Result } from '#lib/domain/refusal';
import type { ClaimMove, PlacedClaim, RevisedParagraph } from '#lib/domain/revisions/plan';
import type { ClaimKind } from '#lib/reading/claim-kinds';
import { figureAt } from '#lib/reading/figure-at';
import type { FigureFacts } from '#lib/reading/figure-types';
import { revisionPlan } from '#lib/workers/long-text';

/** A revision as claims are carried from and to it: its paragraphs in order. */
export type CarriedText = { id: string; paragraphs: (RevisedParagraph & { id: string })[] };

const carried = {
  ...{ id: true, number: true, paragraphId: true, start: true, end: true, exact: true, prefix: true, suffix: true },
  ...{ kind: true, standing: true, removedAt: true, orphanedAt: true, metricId: true },
  ...{ lookAgain: true, lookAgainIn: true },
  figure: true,
  paragraph: { select: { revisionId: true, position: true, text: true } },
  judgements: {
    select: {
      id: true,
      verdict: true,
      rationale: true,
      givenOn: true,
      givenIn: true,
      reviewer: { select: { name: true } },
    },
    orderBy: { createdAt: 'asc' },
  },
  adjudication: { select: { id: true, verdict: true, reason: true, givenOn: true, givenIn: true } },
  quoteChecks: { select: { id: true, givenOn: true, givenIn: true } },
  evidence: { where: { removedAt: null }, select: { id: true } },
  derivations: { where: { removedAt: null }, select: { id: true } },
} as const;

type CarriedClaim = Prisma.ClaimGetPayload<{ select: typeof carried }>;

/** A claim with what a revision does to it, and the older revisions whose words about it are said again. */
export type Carried = { claim: CarriedClaim; move: ClaimMove; again: ReadonlySet<string> };

const noRevisions: ReadonlySet<string> = new Set();

/**
 * What a text would do to every claim of an article. A claim that has no place in the newest revision is looked for with
 * the last one that it had. Removed claims are carried too: they may be put back. Refused where it takes more than reading
 * may.
 */
export async function planCarrying(
  db: Queryable,
  articleId: string,
  from: CarriedText,
  paragraphs: RevisedParagraph[],
): Promise<Result<Carried[]>> {
  const claims = await allClaims(db, articleId);
  const groups = new Map<string, CarriedClaim[]>();
  for (const claim of claims) {
    const { revisionId } = claim.paragraph;
    const group = groups.get(revisionId);
    if (group) group.push(claim);
    else groups.set(revisionId, [claim]);
  }
  const moves = new Map<string, ClaimMove>();
  for (const [revisionId, group] of groups) {
    const before = revisionId === from.id ? from.paragraphs : await paragraphsIn(db, revisionId);
    const plan = await revisionPlan(before, paragraphs, group.map(placeInText));
    if (!plan.ok) return plan;
    for (const [index, { id }] of group.entries()) moves.set(id, plan.value[index] ?? { fate: 'gone', place: null });
  }
  const again = await saidAgain(db, claims, moves, paragraphs);
  if (!again.ok) return again;
  return accept(
    claims.map((claim) => ({
      claim,
      move: moves.get(claim.id) ?? { fate: 'gone', place: null },
      again: again.value.get(claim.id) ?? noRevisions,
    })),
  );
}

/** Every claim of an article, read in parts: an engine takes only so many parameters for what hangs on them. */
async function allClaims(db: Queryable, articleId: string): Promise<CarriedClaim[]> {
  const claims: CarriedClaim[] = [];
  for (let last = 0; ; last = claims.at(-1)?.number ?? 0) {
    const where = { articleId, number: { gt: last } };
    const some = await db.claim.findMany({ where, select: carried, orderBy: { number: 'asc' }, take: rowsAtOnce });
    claims.push(...some);
    if (some.length < rowsAtOnce) return claims;
  }
}

/** The revisions that held the words which findings that do not count are on. */
const datesOf = ({ lookAgainIn, judgements, adjudication, quoteChecks }: CarriedClaim): string[] =>
  [
    ...new Set([lookAgainIn, ...[...judgements, ...quoteChecks].map(({ givenIn }) => givenIn), adjudication?.givenIn]),
  ].flatMap((id) => id ?? []);

/** For each claim, the older revisions whose wording the new text restores. Findings made on those count again. */
async function saidAgain(
  db: Queryable,
  claims: CarriedClaim[],
  moves: Map<string, ClaimMove>,
  paragraphs: RevisedParagraph[],
): Promise<Result<Map<string, Set<string>>>> {
  const dated = new Map(claims.flatMap((claim) => (datesOf(claim).length > 0 ? [[claim.id, claim] as const] : [])));
  const again = new Map<string, Set<string>>();
  const revisions = new Set([...dated.values()].flatMap(datesOf));
  for (const revisionId of revisions) {
    const places = (
      await db.claimPlace.findMany({
        where: { revisionId },
        select: { claimId: true, start: true, end: true, exact: true, paragraph: { select: { position: true } } },
      })
    ).filter(({ claimId }) => dated.has(claimId));
    const before = await paragraphsIn(db, revisionId);
    const plan = await revisionPlan(
      before,
      paragraphs,
      places.map(({ claimId, start, end, paragraph }) => ({
        ...describeAnchor(before[paragraph.position]?.text ?? '', start, end),
        paragraph: paragraph.position,
        kind: (dated.get(claimId)?.kind ?? 'fact') as ClaimKind,
      })),
    );
    if (!plan.ok) return plan;
    for (const [index, { claimId }] of places.entries()) {
      const [old, now] = [plan.value[index], moves.get(claimId)];
      if (!old?.place || !now?.place || old.fate === 'substance') continue;
      if (old.place.paragraph !== now.place.paragraph || old.place.start !== now.place.start) continue;
      again.set(claimId, (again.get(claimId) ?? new Set()).add(revisionId));
    }
  }
  return accept(again);
}

const placeInText = ({ paragraph, start, end, exact, prefix, suffix, kind }: CarriedClaim): PlacedClaim => ({
  ...{ paragraph: paragraph.position, start, end, exact, prefix, suffix },
  kind: kind as ClaimKind,
});

/** A revision's paragraphs, in order. */
export async function paragraphsIn(db: Queryable, revisionId: string): Promise<CarriedText['paragraphs']> {
  const rows = await db.paragraph.findMany({
    where: { revisionId },
    orderBy: { position: 'asc' },
    select: { id: true, kind: true, text: true, reason: true },
  });
  // Written from drafts and revisions alone, whose vocabularies these are.
  return rows as CarriedText['paragraphs'];
}

export function countFates(moves: Carried[]): FateCounts {
  const counts: FateCounts = {
    ...{ gone: 0, substance: 0, wording: 0, moved: 0, unchanged: 0 },
    ...{ found: 0, lookAgain: 0 },
  };
  for (const { claim, move } of moves) {
    if (claim.removedAt) continue;
    if (claim.orphanedAt) {
      counts[move.place ? 'found' : 'gone'] += 1;
      continue;
    }
    counts[move.fate] += 1;
    if (move.fate === 'substance' && hasFindings(claim)) counts.lookAgain += 1;
  }
  return counts;
}

/** Whether something was found about a claim that another text may make wrong. */
export function hasFindings(claim: CarriedClaim): boolean {
  const { judgements, adjudication, quoteChecks, evidence, derivations } = claim;
  const lists = [judgements, quoteChecks, evidence, derivations];
  return adjudication !== null || lists.some(({ length }) => length > 0);
}

/** Carries the claims of an article; returns how many met which fate. The new revision and its paragraphs are stored. */
export async function carryClaims(
  locked: LockedArticle,
  writer: Writer,
  moves: Carried[],
  { from, to }: { from: CarriedText; to: CarriedText },
): Promise<FateCounts> {
  const { tx, article, logAll } = locked;
  await keepPlaces(tx, moves, from);
  const changes: Changes = {
    ...{
      still: [],
      placed: [],
      edited: [],
      orphaned: [],
      findings: { judgement: [], quoteCheck: [], adjudication: [] },
    },
    ...{ waiting: [], waitingWithFigure: [], settled: [], figures: { raw: [], old: [], read: [] } },
  };
  const lines: ChangeLine[] = [];
  const causes = new Map<string, MetricCause[]>();
  for (const carrying of moves) {
    const { claim, move } = carrying;
    const paragraphId = move.place && to.paragraphs[move.place.paragraph]?.id;
    if (isStill(carrying)) {
      if (paragraphId) changes.still.push({ id: claim.id, paragraphId });
      continue;
    }
    const told = move.place ? carryOne(changes, article, carrying, to) : orphan(changes, claim);
    if (!claim.removedAt) lines.push(...told.lines);
    if (claim.metricId && told.causes) {
      const all = causes.get(claim.metricId);
      if (all) all.push(...told.causes);
      else causes.set(claim.metricId, [...told.causes]);
    }
  }
  await write(tx, writer, changes);
  await logAll(lines);
  for (const metricId of [...causes.keys()].sort()) {
    await refreshMetric(tx, writer, metricId, causes.get(metricId) ?? []);
  }
  return countFates(moves);
}

type Dating = { id: string; givenOn: string | null; givenIn: string | null };

/** What carrying changes in the database, gathered claim by claim and written in sets. */
type Changes = {
  /** Claims of which nothing changes but the row of their paragraph. */
  still: { id: string; paragraphId: string }[];
  placed: {
    id: string;
    paragraphId: string;
    start: number;
    end: number;
    exact: string;
    prefix: string;
    suffix: string;
    standing: Standing;
  }[];
  /** Placed claims that read otherwise. */
  edited: string[];
  orphaned: string[];
  findings: Record<'judgement' | 'quoteCheck' | 'adjudication', Dating[]>;
  /** Claims that are to be looked at again from now on. */
  waiting: { id: string; lookAgain: string; lookAgainIn: string }[];
  waitingWithFigure: { id: string; figureThen: string }[];
  /** Claims that are not. */
  settled: string[];
  figures: {
    raw: { id: string; raw: string }[];
    /** Claims whose figure goes. */
    old: string[];
    read: Prisma.FigureCreateManyInput[];
  };
};

async function write(tx: Queryable, { now }: Writer, changes: Changes): Promise<void> {
  const { still, placed, edited, orphaned, findings, waiting, waitingWithFigure, settled, figures } = changes;
  const claims = (ids: string[], data: Prisma.ClaimUpdateManyMutationInput) =>
    inBatches(ids, (some) => tx.claim.updateMany({ where: { id: { in: some } }, data }));
  const dates = { givenOn: 'text', givenIn: 'text' } as const;
  await updateRows(tx, 'Judgement', dates, findings.judgement);
  await updateRows(tx, 'QuoteCheck', dates, findings.quoteCheck);
  await updateRows(tx, 'Adjudication', dates, findings.adjudication);
  await updateRows(tx, 'Figure', { raw: 'text' }, figures.raw);
  await inBatches(figures.old, (ids) => tx.figure.deleteMany({ where: { claimId: { in: ids } } }));
  await inBatches(figures.read, (data) => tx.figure.createMany({ data }));
  const place = { start: 'integer', end: 'integer', exact: 'text', prefix: 'text', suffix: 'text' } as const;
  await updateRows(tx, 'Claim', { paragraphId: 'text', ...place, standing: 'text' }, placed);
  await updateRows(tx, 'Claim', { paragraphId: 'text' }, still);
  const moved = { version: { increment: 1 }, updatedAt: now };
  await claims(
    [...placed, ...still].map(({ id }) => id),
    { ...moved, orphanedAt: null },
  );
  await claims(edited, { edition: { increment: 1 } });
  await claims(orphaned, { ...moved, edition: { increment: 1 }, orphanedAt: now });
  await updateRows(tx, 'Claim', { lookAgain: 'text', lookAgainIn: 'text' }, waiting);
  await updateRows(tx, 'Claim', { figureThen: 'json' }, waitingWithFigure);
  await claims(settled, { lookAgain: null, lookAgainIn: null, figureThen: Prisma.DbNull });
}

/** Keeps where claims lay in the revision that is the newest no longer. */
async function keepPlaces(tx: Queryable, moves: Carried[], from: CarriedText): Promise<void> {
  const rows = moves.flatMap(({ claim: { id, paragraph, paragraphId, start, end, exact } }) =>
    paragraph.revisionId === from.id ? [{ claimId: id, revisionId: from.id, paragraphId, start, end, exact }] : [],
  );
  await inBatches(rows, (data) => tx.claimPlace.createMany({ data }));
}

/** Whether nothing of a claim changes but the row of its paragraph. */
function isStill({ claim, move, again }: Carried): boolean {
  const { place } = move;
  if (!place || move.fate !== 'unchanged' || claim.orphanedAt || again.size > 0) return false;
  return place.end === claim.end && place.prefix === claim.prefix && place.suffix === claim.suffix;
}

/** What a claim's move adds to the article's history and, where its metric is to be worked out anew, to that one's. */
type Told = { lines: ChangeLine[]; causes: MetricCause[] | null };

function orphan(changes: Changes, claim: CarriedClaim): Told {
  if (claim.orphanedAt) return { lines: [], causes: null };
  changes.orphaned.push(claim.id);
  const { id, number, exact, standing } = claim;
  return {
    lines: [{ verb: 'claim-orphaned', claimId: id, before: { number, exact, standing } }],
    causes: [{ verb: 'left', claimId: id }],
  };
}

/** Moves one claim to its place, with everything that follows from what it says there. */
function carryOne(
  changes: Changes,
  article: LockedArticle['article'],
  { claim, move, again }: Carried,
  to: CarriedText,
): Told {
  const { place, fate } = move;
  const paragraph = place && to.paragraphs[place.paragraph];
  if (!place || !paragraph) return { lines: [], causes: null };
  const isOtherwise = fate === 'substance';
  const since = { givenOn: claim.exact, givenIn: claim.paragraph.revisionId };
  /** The finding with its new date, which is gathered where it is another one. */
  const date = <T extends Dating>(row: T, changed: Dating[]): T => {
    if (row.givenIn !== null && !again.has(row.givenIn)) return row;
    if (row.givenIn === null && !isOtherwise) return row;
    const { givenOn, givenIn } = row.givenIn === null ? since : { givenOn: null, givenIn: null };
    changed.push({ id: row.id, givenOn, givenIn });
    return { ...row, givenOn, givenIn };
  };
  const judgements = claim.judgements.map((row) => date(row, changes.findings.judgement));
  for (const row of claim.quoteChecks) date(row, changes.findings.quoteCheck);
  const ruling = claim.adjudication && date(claim.adjudication, changes.findings.adjudication);
  const counted = judgements.filter(({ givenIn }) => givenIn === null) as { verdict: Verdict }[];
  const ruled = ruling?.givenIn === null ? (ruling as { verdict: Verdict }) : null;
  const standing = deriveStanding(counted, ruled, article.requiredJudgements);
  const wasWaiting = claim.lookAgainIn !== null;
  // The mark goes with the words that it was set for, or where what counts leads somewhere.
  const waits =
    standing === 'open' && (wasWaiting ? !again.has(claim.lookAgainIn ?? '') : isOtherwise && hasFindings(claim));
  const figure = carryFigure(changes.figures, article.publishedOn, claim, place, paragraph.text);
  const { start, end, exact, prefix, suffix } = place;
  changes.placed.push({ id: claim.id, paragraphId: paragraph.id, start, end, exact, prefix, suffix, standing });
  if (exact !== claim.exact || isOtherwise) changes.edited.push(claim.id);
  if (!waits) changes.settled.push(claim.id);
  else if (!wasWaiting) {
    changes.waiting.push({ id: claim.id, lookAgain: claim.exact, lookAgainIn: claim.paragraph.revisionId });
    if (figure?.before) changes.waitingWithFigure.push({ id: claim.id, figureThen: JSON.stringify(figure.before) });
  }
  const { id, number } = claim;
  const [before, after] = [
    { number, exact: claim.exact, standing: claim.standing },
    { number, exact: place.exact, standing },
  ];
  const lines: ChangeLine[] = [];
  if (claim.orphanedAt) lines.push({ verb: 'claim-found', claimId: id, before, after });
  if (isOtherwise && (waits || standing !== claim.standing)) {
    const found = claim.judgements.map(({ reviewer, verdict, rationale }) => ({
      ...{ reviewer: reviewer.name, verdict, rationale },
    }));
    lines.push({ verb: 'claim-unsettled', claimId: id, before: { ...before, judgements: found }, after });
  } else if (again.size > 0) lines.push({ verb: 'claim-resettled', claimId: id, before, after });
  const causes: MetricCause[] = [
    ...(claim.orphanedAt ? [{ verb: 'joined' as const, claimId: id }] : []),
    ...(figure
      ? [
          {
            verb: 'figure-changed' as const,
            claimId: id,
            before: { value: figure.before ?? {} },
            after: { value: figure.after },
          },
        ]
      : []),
  ];
  return { lines, causes: causes.length > 0 || standing !== claim.standing ? causes : null };
}

/**
 * Reads a figure claim's figure again where the text gives another one than before: what a person corrected stays as long
 * as the text stays. Returns both readings, or null where nothing changed.
 */
function carryFigure(
  changes: Changes['figures'],
  publishedOn: string | null,
  claim: CarriedClaim,
  place: { start: number; end: number },
  text: string,
) {
  if (claim.kind !== 'figure') return null;
  const known = claim.figure ?? undefined;
  const [old, now] = [
    figureAt(claim.paragraph.text, claim, publishedOn ?? undefined, known),
    figureAt(text, place, publishedOn ?? undefined, known),
  ];
  const same = (a: FigureFacts | null, b: FigureFacts | null) =>
    JSON.stringify(factsOf(a)) === JSON.stringify(factsOf(b));
  if (same(old, now)) {
    if (now && claim.figure && now.raw !== claim.figure.raw && !claim.figure.corrected) {
      changes.raw.push({ id: claim.figure.id, raw: now.raw });
    }
    return null;
  }
  const before = claim.figure && describeInBoth(figureFacts(claim.figure));
  if (claim.figure) changes.old.push(claim.id);
  if (now) changes.read.push({ id: newId(), claimId: claim.id, ...now });
  return { before: before ?? undefined, after: now ? describeInBoth(now) : {} };
}

function factsOf(figure: FigureFacts | null) {
  if (!figure) return null;
  const { low, high, unit, qualifier, per, asOf } = figure;
  return { low, high, unit, qualifier, per, asOf };
}
