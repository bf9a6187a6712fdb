/** What is found about a claim: evidence, answers about a quote, judgements and the editor's ruling. */

import type { Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { inTransaction, type Writer } from '#lib/data/history/change-log';
import { noteRead } from '#lib/data/history/track-rows';
import { describeInBoth, figureFacts, type MetricCause } from '#lib/data/metrics/refresh';
import { sourceFor, touchSource } from '#lib/data/sources/sources';
import type { EvidenceFacts } from '#lib/domain/claims/claim-input';
import type { ClaimView, TakenFrom } from '#lib/domain/claims/claim-view';
import { checkEvidenceRemoval, checkJudgement, checkVerdict } from '#lib/domain/claims/judge';
import type { QuoteAnswers } from '#lib/domain/claims/quote-check';
import type { Confidence, Verdict } from '#lib/domain/claims/standing';
import { figureFromSource } from '#lib/domain/figures/given-figure';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { findingsOfOthers, isBlindTo, passOf } from '#lib/domain/review/blind';
import { factsIn, numberIn, textIn } from '#lib/domain/review/history';
import type { FigureFacts } from '#lib/reading/figure-types';
import { proposeMetric } from '#lib/reading/metrics';
import { viewerOf } from './blind';
import { clearedLookAgain, lockClaim, recordChange } from './change-claim';
import { type ClaimRef, claimView, readClaim } from './read-claims';

/** Records the actor's answers about a quote; three times null takes them back. */
export async function checkQuote(writer: Writer, ref: ClaimRef, answers: QuoteAnswers): Promise<Result<ClaimView>> {
  return inTransaction(writer, async (tx) => {
    const locked = await lockClaim(tx, writer, ref);
    if (!locked.ok) return locked;
    const { claim } = locked.value;
    if (claim.kind !== 'quote') return refuse('not-a-quote');
    const own = { claimId: claim.id, reviewerId: writer.actorId };
    const { said, wording, context } = answers;
    if (said === null && wording === null && context === null) await tx.quoteCheck.deleteMany({ where: own });
    else {
      await tx.quoteCheck.upsert({
        where: { claimId_reviewerId: own },
        create: { id: newId(), ...own, ...answers, updatedAt: writer.now },
        update: { ...answers, givenOn: null, givenIn: null, updatedAt: writer.now },
      });
    }
    return recordChange(writer, locked.value, { verb: 'quote-checked', after: answers });
  });
}

/** How much evidence a claim has; `addedById`: of one person's. */
function countEvidence(tx: Queryable, claimId: string, addedById?: string): Promise<number> {
  return tx.evidence.count({ where: { claimId, removedAt: null, addedById } });
}

/**
 * What stands on a claim before the actor judges it, none of it hidden. `hasSeen`: whether they took a verdict on its words
 * back after others' findings had been shown to them.
 */
async function findingsBefore(tx: Queryable, writer: Writer, { id, exact }: { id: string; exact: string }) {
  const [row, withdrawn] = [
    await readClaim(tx, id),
    await tx.change.findMany({
      where: { claimId: id, actorId: writer.actorId, verb: 'judgement-withdrawn' },
      select: { after: true },
    }),
  ];
  const hasSeen = withdrawn
    .map(({ after }) => factsIn(after))
    .some((line) => {
      return textIn(line, 'exact') === exact && (numberIn(line, 'shown') ?? 0) > 0;
    });
  return { viewer: viewerOf(writer), claim: claimView(row), hasSeen };
}

/**
 * Adds evidence with the figure that it gives, and says what the ledger hears of it. `takenFrom`: the claim that it was
 * taken over from.
 */
export async function insertEvidence(
  tx: Queryable,
  writer: Writer,
  claimId: string,
  facts: EvidenceFacts & { takenFrom?: TakenFrom },
) {
  const source = await sourceFor(tx, writer, facts.source);
  if (!source.ok) return source;
  const id = newId();
  await tx.evidence.create({
    data: {
      id,
      claimId,
      sourceId: source.value.id,
      stance: facts.stance,
      excerpt: facts.excerpt,
      locator: facts.locator,
      takenFrom: facts.takenFrom,
      createdAt: writer.now,
      addedById: writer.actorId,
    },
  });
  if (!source.value.isNew) await touchSource(tx, writer, source.value.id);
  const { title } = source.value;
  const given = await giveFigure(tx, claimId, id, facts.figure ?? null);
  if (!given.ok) return given;
  const ledger: MetricCause | undefined = given.value
    ? { verb: 'source-added', after: { source: title, stance: facts.stance, value: describeInBoth(given.value) } }
    : undefined;
  return accept({ id, title, ledger });
}

/** Keeps the figure that a piece of evidence gives: the typed one, or the one that its excerpt holds. */
export async function giveFigure(tx: Queryable, claimId: string, evidenceId: string, typed: string | null) {
  const evidence = await tx.evidence.findUniqueOrThrow({
    where: { id: evidenceId },
    select: { excerpt: true, stance: true, source: { select: { published: true } } },
  });
  const claim = await tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: {
      kind: true,
      start: true,
      end: true,
      figure: true,
      metric: { select: { measure: true } },
      paragraph: { select: { text: true } },
      article: { select: { language: true } },
    },
  });
  if (claim.kind !== 'figure') return accept(null);
  const figure = claim.figure && figureFacts(claim.figure);
  // What a source says beside the point is no figure for the claim, unless somebody says so.
  const excerpt = evidence.stance === 'context' ? '' : evidence.excerpt;
  const given = figureFromSource(
    { typed, excerpt, published: evidence.source.published },
    figure && { figure, measure: claim.metric?.measure ?? measureIn(claim, figure) },
  );
  if (!given.ok) return given;
  await tx.figure.deleteMany({ where: { evidenceId } });
  if (given.value) {
    await tx.figure.create({ data: { id: newId(), evidenceId, ...given.value, corrected: typed !== null } });
  }
  return given;
}

/** The measure that a claim's own words name. */
function measureIn(
  claim: { start: number; end: number; paragraph: { text: string }; article: { language: string } },
  figure: FigureFacts,
): string {
  const { start, end } = claim;
  const language = claim.article.language.startsWith('zh') ? 'zh' : 'en';
  return proposeMetric({ text: claim.paragraph.text, start, end, figure, language }).best.measure;
}

/** Adds evidence to a claim; `id`: that of the new piece. */
export async function addNewEvidence(
  writer: Writer,
  ref: ClaimRef,
  facts: EvidenceFacts,
): Promise<Result<{ id: string; claim: ClaimView }>> {
  return inTransaction(writer, async (tx) => {
    const locked = await lockClaim(tx, writer, ref);
    if (!locked.ok) return locked;
    const added = await insertEvidence(tx, writer, locked.value.claim.id, facts);
    if (!added.ok) return added;
    const { id, title, ledger } = added.value;
    const changed = await recordChange(writer, locked.value, {
      verb: 'evidence-added',
      after: { source: title, stance: facts.stance },
      ledger,
    });
    return changed.ok ? accept({ id, claim: changed.value }) : changed;
  });
}

/** Adds evidence to a claim and returns the claim. */
export async function addEvidence(writer: Writer, ref: ClaimRef, facts: EvidenceFacts): Promise<Result<ClaimView>> {
  const added = await addNewEvidence(writer, ref, facts);
  return added.ok ? accept(added.value.claim) : added;
}

/** Takes evidence away, or puts it back. The last piece stays while a verdict rests on it. */
export async function setEvidenceRemoved(
  writer: Writer,
  ref: ClaimRef,
  evidenceId: string,
  removed: boolean,
): Promise<Result<ClaimView>> {
  const verb = removed ? 'evidence-removed' : 'evidence-restored';
  return inTransaction(writer, async (tx) => {
    const locked = await lockClaim(tx, writer, ref);
    if (!locked.ok) return locked;
    const { claim } = locked.value;
    const evidence = await tx.evidence.findFirst({
      where: { id: evidenceId, claimId: claim.id },
      include: { source: { select: { title: true } }, figure: true },
    });
    if (!evidence) return refuse('not-found');
    if (removed) {
      const counted = { where: { claimId: claim.id, givenOn: null }, select: { verdict: true } };
      const given = [...(await tx.judgement.findMany(counted)), ...(await tx.adjudication.findMany(counted))];
      const verdicts = given.map(({ verdict }) => ({ verdict: verdict as Verdict }));
      const check = checkEvidenceRemoval(verdicts, await countEvidence(tx, claim.id));
      if (!check.ok) return check;
    }
    await tx.evidence.update({ where: { id: evidenceId }, data: { removedAt: removed ? writer.now : null } });
    await touchSource(tx, writer, evidence.sourceId);
    const source = evidence.source.title;
    const ledger: MetricCause | undefined = evidence.figure
      ? {
          verb: removed ? 'source-removed' : 'source-added',
          after: { source, value: describeInBoth(figureFacts(evidence.figure)) },
        }
      : undefined;
    return recordChange(writer, locked.value, { verb, after: { source, stance: evidence.stance }, ledger });
  });
}

/** `replaces`: when the judgement was given that this one is to replace (ISO 8601), null for a first one. */
export type Judgement = { verdict: Verdict; rationale: string; confidence: Confidence; replaces?: string | null };

/**
 * Records the actor's own verdict, with new evidence where it comes along; replaces the one they gave before. In a blind
 * first pass it rests on evidence in their sight, and it is noted how it came about.
 */
export async function judgeClaim(
  writer: Writer,
  ref: ClaimRef,
  judgement: Judgement,
  evidence?: EvidenceFacts,
): Promise<Result<ClaimView>> {
  return inTransaction(writer, async (tx) => {
    const locked = await lockClaim(tx, writer, ref);
    if (!locked.ok) return locked;
    const { claim, article } = locked.value;
    const { verdict, rationale, confidence } = judgement;
    const before = article.blindFirstPass ? await findingsBefore(tx, writer, claim) : null;
    const pass = before && passOf(before.viewer, verdict, { ...before, rules: article });
    const added = evidence && (await insertEvidence(tx, writer, claim.id, evidence));
    if (added && !added.ok) return added;
    const own = { claimId: claim.id, reviewerId: writer.actorId };
    const previous = await tx.judgement.findUnique({ where: { claimId_reviewerId: own } });
    if (previous) noteRead(tx, 'Judgement', previous);
    // A judgement on earlier words is over: nothing replaces it.
    const counted = previous?.givenOn === null ? { at: previous.updatedAt.toISOString() } : null;
    const isBlind = before !== null && isBlindTo(before.viewer, before.claim, article);
    const seen = await countEvidence(tx, claim.id, isBlind ? writer.actorId : undefined);
    const check = checkJudgement(judgement, { own: counted, evidenceCount: seen });
    if (!check.ok) return check;
    const data = { verdict, rationale, confidence, pass, givenOn: null, givenIn: null, updatedAt: writer.now };
    if (previous) await tx.judgement.update({ where: { id: previous.id }, data });
    else await tx.judgement.create({ data: { id: newId(), ...own, ...data, createdAt: writer.now } });
    if (claim.returnNote !== null) await tx.claim.update({ where: { id: claim.id }, data: { returnNote: null } });
    return recordChange(writer, locked.value, {
      verb: 'claim-judged',
      after: {
        verdict,
        previousVerdict: previous?.verdict ?? null,
        sourcesAdded: evidence ? 1 : 0,
        ...(before ? { pass, shown: findingsOfOthers(before.viewer, before.claim) } : {}),
      },
      ledger: added?.value.ledger,
    });
  });
}

/** Takes the actor's own verdict back. */
export async function withdrawJudgement(writer: Writer, ref: ClaimRef): Promise<Result<ClaimView>> {
  return inTransaction(writer, async (tx) => {
    const locked = await lockClaim(tx, writer, ref);
    if (!locked.ok) return locked;
    const { claim, article } = locked.value;
    const own = await tx.judgement.findUnique({
      where: { claimId_reviewerId: { claimId: claim.id, reviewerId: writer.actorId } },
    });
    if (!own) return refuse('not-found');
    const before = article.blindFirstPass ? await findingsBefore(tx, writer, claim) : null;
    await tx.judgement.delete({ where: { id: own.id } });
    return recordChange(writer, locked.value, {
      verb: 'judgement-withdrawn',
      after: {
        previousVerdict: own.verdict,
        // While their verdict stood, they saw these.
        ...(before ? { shown: findingsOfOthers(before.viewer, before.claim) } : {}),
      },
    });
  });
}

/** Records an editor's ruling, or takes it back (null). */
export async function ruleOnClaim(
  writer: Writer,
  ref: ClaimRef,
  ruling: { verdict: Verdict; reason: string } | null,
): Promise<Result<ClaimView>> {
  const verb = ruling ? 'claim-ruled' : 'ruling-withdrawn';
  return inTransaction(writer, async (tx) => {
    const locked = await lockClaim(tx, writer, ref, { edits: true });
    if (!locked.ok) return locked;
    const { claim } = locked.value;
    await tx.adjudication.deleteMany({ where: { claimId: claim.id } });
    if (!ruling) return recordChange(writer, locked.value, { verb });
    const check = checkVerdict(ruling.verdict, await countEvidence(tx, claim.id));
    if (!check.ok) return check;
    await tx.adjudication.create({
      data: { id: newId(), claimId: claim.id, editorId: writer.actorId, ...ruling, createdAt: writer.now },
    });
    return recordChange(writer, locked.value, { verb, after: { verdict: ruling.verdict } });
  });
}

/**
 * Says that what was found on earlier words of a claim holds on its new ones: the actor's own judgement and answers or, for
 * an editor (`all`), everybody's and the ruling. A verdict that needs a source still has to have one.
 */
export async function confirmClaim(
  writer: Writer,
  ref: ClaimRef,
  { all }: { all: boolean },
): Promise<Result<ClaimView>> {
  return inTransaction(writer, async (tx) => {
    const locked = await lockClaim(tx, writer, ref, { edits: true });
    if (!locked.ok) return locked;
    const { claim } = locked.value;
    const earlier = { claimId: claim.id, givenOn: { not: null } };
    const own = all ? earlier : { ...earlier, reviewerId: writer.actorId };
    const [judgements, checks, rulings] = [
      await tx.judgement.findMany({ where: own, select: { verdict: true } }),
      await tx.quoteCheck.count({ where: own }),
      all ? await tx.adjudication.findMany({ where: earlier, select: { verdict: true } }) : [],
    ];
    const mayClear = all && claim.lookAgain !== null;
    if (judgements.length + checks + rulings.length === 0 && !mayClear) return refuse('nothing-to-confirm');
    const evidence = await countEvidence(tx, claim.id);
    for (const { verdict } of [...judgements, ...rulings]) {
      const check = checkVerdict(verdict as Verdict, evidence);
      if (!check.ok) return check;
    }
    await tx.judgement.updateMany({ where: own, data: { givenOn: null, givenIn: null } });
    await tx.quoteCheck.updateMany({ where: own, data: { givenOn: null, givenIn: null } });
    if (all) {
      await tx.adjudication.updateMany({ where: earlier, data: { givenOn: null, givenIn: null } });
      await tx.claim.update({ where: { id: claim.id }, data: clearedLookAgain });
    }
    return recordChange(writer, locked.value, {
      verb: 'claim-confirmed',
      before: { exact: claim.lookAgain ?? claim.exact },
      after: { all, judgements: judgements.length, exact: claim.exact },
    });
  });
}
