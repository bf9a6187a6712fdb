/**
 * What the reader of articles proposes, kept so that a suggestion that was taken up or dismissed is not made again.
 */
import { describeAnchor } from '#lib/anchoring/description';
import { markIn } from '#lib/data/claims/mark-claim';
import type { Database, Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { changeArticle, type Writer } from '#lib/data/history/change-log';
import type { CarriedText } from '#lib/data/revisions/carry-claims';
import { proposedSpeaker } from '#lib/data/sources/speakers';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { SuggestionView } from '#lib/domain/claims/suggestion';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { planRevision } from '#lib/domain/revisions/plan';
import type { ClaimKind } from '#lib/reading/claim-kinds';
import { type Proposal, proposeClaims, readerVersion } from '#lib/reading/proposals';

/** Paragraphs of one revision, in order. */
type ReadParagraph = { id: string; kind: string; text: string };

const keyOf = (one: { paragraphId: string; start: number; end: number; kind: string }) =>
  `${one.paragraphId} ${one.start} ${one.end} ${one.kind}`;

/** Reads paragraphs and stores what is proposed for them. Proposals that are there keep their id and what became of them. */
export async function storeProposals(
  tx: Queryable,
  revision: { id: string; articleId: string },
  paragraphs: ReadParagraph[],
): Promise<void> {
  const { articleId } = revision;
  const proposals = proposeClaims(paragraphs.map(({ kind, text }) => (kind === 'boilerplate' ? '' : text)));
  const rows = proposals.flatMap((proposal) => {
    const paragraphId = paragraphs[proposal.paragraph]?.id;
    return paragraphId ? [rowOf(proposal, articleId, paragraphId)] : [];
  });
  const known = await tx.suggestion.findMany({
    where: { articleId, paragraph: { revisionId: revision.id } },
    select: { id: true, paragraphId: true, start: true, end: true, kind: true, status: true },
  });
  const proposed = new Set(rows.map(keyOf));
  const stale = known.filter((one) => one.status === 'proposed' && !proposed.has(keyOf(one)));
  if (stale.length > 0) {
    await tx.suggestion.deleteMany({ where: { articleId, id: { in: stale.map(({ id }) => id) } } });
  }
  const kept = new Set(known.map(keyOf));
  const news = rows.filter((row) => !kept.has(keyOf(row)));
  for (let from = 0; from < news.length; from += 500) {
    await tx.suggestion.createMany({ data: news.slice(from, from + 500) });
  }
  await tx.revision.update({ where: { id: revision.id }, data: { readBy: readerVersion } });
}

function rowOf({ start, end, kind, score, reasons, speaker }: Proposal, articleId: string, paragraphId: string) {
  const { name, role, organisation, aliases } = speaker ?? {};
  const said = name === undefined ? undefined : { name, role, organisation, aliases };
  return { id: newId(), articleId, paragraphId, start, end, kind, score, reasons, speaker: said };
}

/** Suggestions of an article's revision that nobody has taken up or dismissed. */
export async function openSuggestions(db: Queryable, articleId: string, revision: number): Promise<SuggestionView[]> {
  const rows = await db.suggestion.findMany({
    where: { articleId, status: 'proposed', paragraph: { revision: { number: revision } } },
    orderBy: [{ paragraphId: 'asc' }, { start: 'asc' }, { end: 'desc' }],
  });
  return rows.map(({ id, paragraphId, start, end, kind, score, reasons, speaker }) => ({
    ...{ id, paragraphId, start, end, score },
    // Written by storeProposals alone, from proposals.
    kind: kind as ClaimKind,
    reasons: reasons as SuggestionView['reasons'],
    speaker: proposedSpeaker(speaker)?.name ?? null,
  }));
}

/** Reads an article's last revision again where an older reader, or none, has read it. */
export async function readAgainIfOld(db: Database, articleId: string): Promise<void> {
  const revision = await db.revision.findFirst({
    where: { articleId },
    orderBy: { number: 'desc' },
    select: { id: true, articleId: true, readBy: true },
  });
  if (!revision || revision.readBy >= readerVersion) return;
  await db.$transaction(async (tx) => {
    const paragraphs = await tx.paragraph.findMany({
      where: { revisionId: revision.id },
      orderBy: { position: 'asc' },
      select: { id: true, kind: true, text: true },
    });
    await storeProposals(tx, revision, paragraphs);
  });
}

/**
 * Takes suggestions up as claims, all or none. A suggestion whose very words are marked already is done with, without a
 * second claim. Returns the new claims.
 */
export async function acceptSuggestions(
  writer: Writer,
  articleId: string,
  ids: string[],
): Promise<Result<ClaimView[]>> {
  return changeArticle(writer, articleId, async (locked) => {
    const suggestions = await locked.tx.suggestion.findMany({
      where: { articleId, id: { in: ids }, status: { not: 'accepted' } },
    });
    const claims: ClaimView[] = [];
    for (const { id, paragraphId, start, end, kind } of inOrderOf(ids, suggestions)) {
      const marked = await markIn(locked, writer, { articleId, paragraphId, start, end }, kind as ClaimKind);
      if (marked.ok) claims.push(marked.value);
      else if (marked.code === 'claim-exists') {
        await locked.tx.suggestion.update({ where: { id }, data: { status: 'accepted' } });
      } else return marked;
    }
    return accept(claims);
  });
}

function inOrderOf<T extends { id: string }>(ids: string[], rows: T[]): T[] {
  const place = new Map(ids.map((id, index) => [id, index]));
  return rows.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

/** Takes back that suggestions were taken up, while nobody has worked on their claims. */
export async function returnSuggestions(writer: Writer, articleId: string, ids: string[]): Promise<Result<null>> {
  return changeArticle(writer, articleId, async ({ tx, log }) => {
    const claims = await tx.claim.findMany({
      where: { articleId, removedAt: null, suggestions: { some: { id: { in: ids } } } },
      select: { id: true, number: true, exact: true, _count: { select: { judgements: true, evidence: true } } },
    });
    const worked = claims.find(({ _count }) => _count.judgements + _count.evidence > 0);
    if (worked) return refuse('claim-changed');
    await tx.claim.updateMany({
      where: { id: { in: claims.map(({ id }) => id) } },
      data: { removedAt: writer.now, updatedAt: writer.now, version: { increment: 1 } },
    });
    await tx.suggestion.updateMany({
      where: { articleId, id: { in: ids }, status: 'accepted' },
      data: { status: 'proposed', claimId: null },
    });
    for (const { id, number, exact } of claims)
      await log({ verb: 'claim-removed', claimId: id, before: { number, exact } });
    return accept(null);
  });
}

/** Sets suggestions aside for good, or puts them back. */
export async function setSuggestionsDismissed(
  writer: Writer,
  articleId: string,
  { ids, dismissed }: { ids: string[]; dismissed: boolean },
): Promise<Result<null>> {
  return changeArticle(writer, articleId, async ({ tx, log }) => {
    const [from, to] = dismissed ? (['proposed', 'dismissed'] as const) : (['dismissed', 'proposed'] as const);
    const changed = await tx.suggestion.updateMany({
      where: { articleId, id: { in: ids }, status: from },
      data: { status: to },
    });
    if (changed.count > 0) await log({ verb: `suggestions-${to}`, after: { count: changed.count } });
    return accept(null);
  });
}

/** Both texts that suggestions are carried between. */
type Texts = { from: CarriedText; to: CarriedText };

/**
 * What was dismissed stays dismissed: proposals of a new revision on the same words, or on what dismissed words of the last
 * one became, are set aside too.
 */
export async function carryDismissals(tx: Queryable, articleId: string, { from, to }: Texts): Promise<void> {
  const dismissed = await tx.suggestion.findMany({
    where: { articleId, status: 'dismissed' },
    select: {
      ...{ start: true, end: true, kind: true },
      paragraph: { select: { revisionId: true, position: true, text: true } },
    },
  });
  if (dismissed.length === 0) return;
  const words = new Set(
    dismissed.map(({ kind, start, end, paragraph }) => `${kind} ${paragraph.text.slice(start, end)}`),
  );
  const last = dismissed.filter(({ paragraph }) => paragraph.revisionId === from.id);
  const moves = planRevision(
    from.paragraphs,
    to.paragraphs,
    last.map(({ start, end, kind, paragraph }) => ({
      ...describeAnchor(paragraph.text, start, end),
      paragraph: paragraph.position,
      kind: kind as ClaimKind,
    })),
  );
  const places = new Map<string, { start: number; end: number }[]>();
  for (const [index, { fate, place }] of moves.entries()) {
    if (!place || fate === 'substance') continue;
    const key = `${last[index]?.kind} ${to.paragraphs[place.paragraph]?.id}`;
    places.set(key, [...(places.get(key) ?? []), place]);
  }
  const texts = new Map(to.paragraphs.map(({ id, text }) => [id, text]));
  const proposed = await tx.suggestion.findMany({
    where: { articleId, status: 'proposed', paragraph: { revisionId: to.id } },
    select: { id: true, paragraphId: true, start: true, end: true, kind: true },
  });
  const aside = proposed.filter(({ paragraphId, start, end, kind }) => {
    if (words.has(`${kind} ${texts.get(paragraphId)?.slice(start, end)}`)) return true;
    const near = places.get(`${kind} ${paragraphId}`) ?? [];
    return near.some((place) => (Math.min(place.end, end) - Math.max(place.start, start)) * 2 > end - start);
  });
  const ids = aside.map(({ id }) => id);
  for (let at = 0; at < ids.length; at += 500) {
    await tx.suggestion.updateMany({ where: { id: { in: ids.slice(at, at + 500) } }, data: { status: 'dismissed' } });
  }
}
