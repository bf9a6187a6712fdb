/**
 * Carrying claims over to a new revision, in the transaction that stores it. The place that a claim had stays with the
 * old revision; its own row moves to the new one. Findings on words that say something else now are kept and do not
 * count; where a later revision says the old words again, they count again.
 */
import { describeAnchor } from '#lib/anchoring/description';
import { type Queryable, rowsAtOnce } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { Prisma } from '#lib/data/generated/sqlite/client';
import type { ChangeLine, LockedArticle, Writer } from '#lib/data/history/change-log';
import { figureFacts, type MetricCause, readsOf, refreshMetric } from '#lib/data/metrics/refresh';
import { deriveStanding, type Verdict } from '#lib/domain/claims/standing';
import type { FateCounts } from '#lib/domain/exchange/whole-article';
import { type ClaimMove, type PlacedClaim, planRevision, type RevisedParagraph } from '#lib/domain/revisions/plan';
import type { ClaimKind } from '#lib/reading/claim-kinds';
import type { FigureFacts } from '#lib/reading/figure-types';
import { figureIn } from '#lib/reading/proposals';

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

const nothing: ReadonlySet<string> = new Set();

/**
 * What a text would do to every claim of an article. A claim that has no place in the newest revision is looked for with
 * the last one that it had. Removed claims are carried too: they may be put back.
 */
export async function planCarrying(
  db: Queryable,
  articleId: string,
  from: CarriedText,
  paragraphs: RevisedParagraph[],
): Promise<Carried[]> {
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
    const plan = planRevision(before, paragraphs, group.map(placed));
    for (const [index, { id }] of group.entries()) moves.set(id, plan[index] ?? { fate: 'gone', place: null });
  }
  const again = await saidAgain(db, claims, moves, paragraphs);
  return claims.map((claim) => ({
    claim,
    move: moves.get(claim.id) ?? { fate: 'gone', place: null },
    again: again.get(claim.id) ?? nothing,
  }));
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

/** For each claim, the older revisions from which its passage would have come here without a change of substance. */
async function saidAgain(
  db: Queryable,
  claims: CarriedClaim[],
  moves: Map<string, ClaimMove>,
  paragraphs: RevisedParagraph[],
): Promise<Map<string, Set<string>>> {
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
    const plan = planRevision(
      before,
      paragraphs,
      places.map(({ claimId, start, end, paragraph }) => ({
        ...describeAnchor(before[paragraph.position]?.text ?? '', start, end),
        paragraph: paragraph.position,
        kind: (dated.get(claimId)?.kind ?? 'fact') as ClaimKind,
      })),
    );
    for (const [index, { claimId }] of places.entries()) {
      const [old, now] = [plan[index], moves.get(claimId)];
      if (!old?.place || !now?.place || old.fate === 'substance') continue;
      if (old.place.paragraph !== now.place.paragraph || old.place.start !== now.place.start) continue;
      again.set(claimId, (again.get(claimId) ?? new Set()).add(revisionId));
    }
  }
  return again;
}

const placed = ({ paragraph, start, end, exact, prefix, suffix, kind }: CarriedClaim): PlacedClaim => ({
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
  const { tx, logAll } = locked;
  await keepPlaces(tx, moves, from);
  const lines: ChangeLine[] = [];
  const causes = new Map<string, MetricCause[]>();
  // Those that stay where they are within a paragraph move with it, all at once, after the others are off it.
  const still = new Map<string, number>();
  for (const carrying of moves) {
    const { claim, move } = carrying;
    if (isStill(carrying) && move.place) {
      still.set(claim.paragraphId, move.place.paragraph);
      continue;
    }
    const told = move.place ? await carryOne(locked, writer, carrying, to) : await orphan(tx, writer, claim);
    if (!claim.removedAt) lines.push(...told.lines);
    if (claim.metricId && told.causes) {
      causes.set(claim.metricId, [...(causes.get(claim.metricId) ?? []), ...told.causes]);
    }
  }
  for (const [paragraphId, index] of still) {
    await tx.claim.updateMany({
      where: { paragraphId, orphanedAt: null },
      data: { paragraphId: to.paragraphs[index]?.id, version: { increment: 1 }, updatedAt: writer.now },
    });
  }
  await logAll(lines);
  for (const metricId of [...causes.keys()].sort()) {
    await refreshMetric(tx, writer, metricId, causes.get(metricId) ?? []);
  }
  return countFates(moves);
}

/** Keeps where claims lay in the revision that is the newest no longer. */
async function keepPlaces(tx: Queryable, moves: Carried[], from: CarriedText): Promise<void> {
  const rows = moves.flatMap(({ claim: { id, paragraph, paragraphId, start, end, exact } }) =>
    paragraph.revisionId === from.id ? [{ claimId: id, revisionId: from.id, paragraphId, start, end, exact }] : [],
  );
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    await tx.claimPlace.createMany({ data: rows.slice(at, at + rowsAtOnce) });
}

/** Whether nothing of a claim changes but the row of its paragraph. */
function isStill({ claim, move, again }: Carried): boolean {
  const { place } = move;
  if (!place || move.fate !== 'unchanged' || claim.orphanedAt || again.size > 0) return false;
  return place.end === claim.end && place.prefix === claim.prefix && place.suffix === claim.suffix;
}

/** What a claim's move adds to the article's history and, where its metric is to be worked out anew, to that one's. */
type Told = { lines: ChangeLine[]; causes: MetricCause[] | null };

async function orphan(tx: Queryable, writer: Writer, claim: CarriedClaim): Promise<Told> {
  if (claim.orphanedAt) return { lines: [], causes: null };
  const data = { orphanedAt: writer.now, updatedAt: writer.now };
  await tx.claim.update({
    where: { id: claim.id },
    data: { ...data, version: { increment: 1 }, edition: { increment: 1 } },
  });
  const { id, number, exact, standing } = claim;
  return {
    lines: [{ verb: 'claim-orphaned', claimId: id, before: { number, exact, standing } }],
    causes: [{ verb: 'left', claimId: id }],
  };
}

type Dated = { id: string; givenOn: string | null; givenIn: string | null };

/** Moves one claim to its place, with everything that follows from what it says there. */
async function carryOne(
  { tx, article }: LockedArticle,
  writer: Writer,
  { claim, move, again }: Carried,
  to: CarriedText,
): Promise<Told> {
  const { place, fate } = move;
  const paragraph = place && to.paragraphs[place.paragraph];
  if (!place || !paragraph) return { lines: [], causes: null };
  const isOtherwise = fate === 'substance';
  const since = { givenOn: claim.exact, givenIn: claim.paragraph.revisionId };
  const date = <T extends Dated>(row: T): T => {
    if (row.givenIn !== null) return again.has(row.givenIn) ? { ...row, givenOn: null, givenIn: null } : row;
    return isOtherwise ? { ...row, ...since } : row;
  };
  const judgements = claim.judgements.map(date);
  const quoteChecks = claim.quoteChecks.map(date);
  const ruling = claim.adjudication && date(claim.adjudication);
  for (const [index, row] of judgements.entries()) {
    const { givenOn, givenIn } = row;
    if (givenIn !== claim.judgements[index]?.givenIn) {
      await tx.judgement.update({ where: { id: row.id }, data: { givenOn, givenIn } });
    }
  }
  for (const [index, { id, givenOn, givenIn }] of quoteChecks.entries()) {
    if (givenIn !== claim.quoteChecks[index]?.givenIn) {
      await tx.quoteCheck.update({ where: { id }, data: { givenOn, givenIn } });
    }
  }
  if (ruling && ruling.givenIn !== claim.adjudication?.givenIn) {
    const { id, givenOn, givenIn } = ruling;
    await tx.adjudication.update({ where: { id }, data: { givenOn, givenIn } });
  }
  const counted = judgements.filter(({ givenIn }) => givenIn === null) as { verdict: Verdict }[];
  const ruled = ruling?.givenIn === null ? (ruling as { verdict: Verdict }) : null;
  const standing = deriveStanding(counted, ruled, article.requiredJudgements);
  const wasWaiting = claim.lookAgainIn !== null;
  // The mark goes with the words that it was set for, or where what counts leads somewhere.
  const waits =
    standing === 'open' && (wasWaiting ? !again.has(claim.lookAgainIn ?? '') : isOtherwise && hasFindings(claim));
  const figure = await carryFigure(tx, article.publishedOn, claim, place, paragraph.text);
  await tx.claim.update({
    where: { id: claim.id },
    data: {
      paragraphId: paragraph.id,
      ...{ start: place.start, end: place.end, exact: place.exact, prefix: place.prefix, suffix: place.suffix },
      standing,
      orphanedAt: null,
      version: { increment: 1 },
      ...(place.exact !== claim.exact || isOtherwise ? { edition: { increment: 1 } } : {}),
      updatedAt: writer.now,
      ...(waits && !wasWaiting
        ? {
            lookAgain: claim.exact,
            lookAgainIn: claim.paragraph.revisionId,
            ...(figure ? { figureThen: figure.before } : {}),
          }
        : {}),
      ...(waits ? {} : { lookAgain: null, lookAgainIn: null, figureThen: Prisma.DbNull }),
    },
  });
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
async function carryFigure(
  tx: Queryable,
  publishedOn: string | null,
  claim: CarriedClaim,
  place: { start: number; end: number },
  text: string,
) {
  if (claim.kind !== 'figure') return null;
  const [old, now] = [
    figureIn(claim.paragraph.text, claim, publishedOn ?? undefined),
    figureIn(text, place, publishedOn ?? undefined),
  ];
  const same = (a: FigureFacts | null, b: FigureFacts | null) =>
    JSON.stringify(factsOf(a)) === JSON.stringify(factsOf(b));
  if (same(old, now)) {
    if (now && claim.figure && now.raw !== claim.figure.raw && !claim.figure.corrected) {
      await tx.figure.update({ where: { claimId: claim.id }, data: { raw: now.raw } });
    }
    return null;
  }
  const before = claim.figure && readsOf(figureFacts(claim.figure));
  await tx.figure.deleteMany({ where: { claimId: claim.id } });
  if (now) await tx.figure.create({ data: { id: newId(), claimId: claim.id, ...now } });
  return { before: before ?? undefined, after: now ? readsOf(now) : {} };
}

function factsOf(figure: FigureFacts | null) {
  if (!figure) return null;
  const { low, high, unit, qualifier, per, asOf } = figure;
  return { low, high, unit, qualifier, per, asOf };
}
