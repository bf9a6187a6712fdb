/**
 * Marking claims: one that a person marks, or all that they take up from the reader's suggestions. What the reader proposed
 * for the same words is taken up with a claim: the suggestion itself, and the speaker of the words around it.
 */
import type { Anchor } from '#lib/anchoring/description';
import { isUnread, readIfOld } from '#lib/data/articles/proposals';
import type { Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { insertRows, type WholeRow } from '#lib/data/database/insert-rows';
import { updateRows } from '#lib/data/database/update-rows';
import { plainColumns, type Tree } from '#lib/data/database/whole-rows';
import { inTransaction, type LockedArticle, lockArticle, type Writer } from '#lib/data/history/change-log';
import { noteNewClaim } from '#lib/data/search/claim-index';
import { proposedSpeaker, speakerFor } from '#lib/data/sources/speakers';
import type { SpeakerEntry } from '#lib/domain/claims/claim-input';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { proposeWeight } from '#lib/domain/claims/weight';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import type { ClaimKind } from '#lib/reading/claim-kinds';
import { figureAt } from '#lib/reading/figure-at';
import { lowerBound } from '#lib/text/lower-bound';
import type { Span } from '#lib/text/span';
import {
  anchorsIn,
  type NewestRevision,
  newestRevision,
  type Place,
  type PlacedParagraph,
  placedParagraph,
  placedParagraphs,
} from './anchor-places';
import { historyFacts } from './change-claim';
import { claimView, readClaims } from './read-claims';

/** A place to be marked in the article that is locked. */
export type WantedClaim = { paragraphId: string; kind: ClaimKind } & Span;

/** What became of a wanted claim: it was made, or there was one of the same words and kind already. */
type Marked = { isNew: boolean; number: number };

/** Marks a claim. Refused where its words are marked as that kind already. */
export async function markClaim(writer: Writer, place: Place, kind: ClaimKind): Promise<Result<ClaimView>> {
  const { articleId, ...span } = place;
  let isOld = false;
  const outcome = await inTransaction(writer, async (tx) => {
    const locked = await lockArticle(tx, writer, articleId, { newClaims: 1 });
    if (!locked.ok) return locked;
    const newest = await newestRevision(tx, articleId);
    isOld = isUnread(newest);
    // Nobody is to wait for the lock while a text is read: undone, read and begun again.
    if (isOld) return refuse('text-revised');
    const marked = await markIn(locked.value, writer, [{ ...span, kind }], newest);
    if (!marked.ok) return marked;
    const [claim] = marked.value.claims;
    const [twin] = marked.value.marked;
    return claim ? accept(claim) : refuse('claim-exists', { values: { number: twin?.number ?? 0 } });
  });
  if (!isOld) return outcome;
  const read = await readIfOld(writer.db, articleId);
  return read.ok ? markClaim(writer, place, kind) : read;
}

/**
 * Marks claims within a larger change of their article, in the order in which they are given. All or none: the first place
 * that is none is refused. `claims`: the new ones; `marked`: what became of each that was wanted. `newest`: the article's
 * newest revision, where it is at hand.
 */
export async function markIn(
  locked: LockedArticle,
  writer: Writer,
  wanted: WantedClaim[],
  newest?: NewestRevision,
): Promise<Result<{ claims: ClaimView[]; marked: Marked[] }>> {
  const paragraphs = await readMarked(locked.tx, wanted);
  const places: AnchoredClaim[] = [];
  for (const place of await placesOf(locked, wanted, paragraphs, newest)) {
    if (!place.ok) return place;
    places.push(place.value);
  }
  const { ids, marked } = await markPlaces(locked, writer, places, paragraphs);
  const claims = await readClaims(locked.tx, ids);
  return accept({ claims: claims.map(claimView), marked });
}

type AnchoredClaim = { anchor: Anchor; text: string; paragraphId: string; kind: ClaimKind };

/** Where wanted claims lie in the newest revision, in order, each with its kind. */
async function placesOf(
  { tx, article }: LockedArticle,
  wanted: WantedClaim[],
  paragraphs: MarkedParagraphs,
  known?: NewestRevision,
): Promise<Result<AnchoredClaim>[]> {
  const newest = known ?? (await newestRevision(tx, article.id));
  const anchored = await anchorsIn(tx, { articleId: article.id, newest }, wanted, paragraphs);
  return anchored.map((place, index) =>
    place.ok ? accept({ ...place.value, kind: wanted[index]?.kind ?? 'fact' }) : place,
  );
}

/**
 * Marks many claims as one act. Each has its own result, in order: the number of its claim, or why there is none. One that
 * is refused does not stop the others. What was refused before it came here keeps its refusal.
 */
export async function markMany(
  writer: Writer,
  articleId: string,
  wanted: Result<WantedClaim>[],
): Promise<Result<Result<number>[]>> {
  const read = await readIfOld(writer.db, articleId);
  if (!read.ok) return read;
  return inTransaction(
    writer,
    async (tx) => {
      const locked = await lockArticle(tx, writer, articleId);
      if (!locked.ok) return locked;
      const results: Result<number>[] = wanted.map((one) => (one.ok ? accept(0) : one));
      const sound = wanted.flatMap((one, index) => (one.ok ? [{ index, claim: one.value }] : []));
      const sent = sound.map(({ claim }) => claim);
      const paragraphs = await readMarked(tx, sent);
      const places = await placesOf(locked.value, sent, paragraphs);
      const found = places.flatMap((place, at) => {
        const index = sound[at]?.index ?? 0;
        if (!place.ok) results[index] = place;
        return place.ok ? [{ index, place: place.value }] : [];
      });
      const { marked } = await markPlaces(
        locked.value,
        writer,
        found.map(({ place }) => place),
        paragraphs,
      );
      for (const [at, { isNew, number }] of marked.entries()) {
        const index = found[at]?.index ?? 0;
        results[index] = isNew ? accept(number) : refuse('claim-exists', { values: { number } });
      }
      return accept(results);
    },
    { timeout: manyTimeout },
  );
}

/** Longest time for marking many claims (ms): a thousand take three seconds on a busy small machine. */
const manyTimeout = 60_000;

/**
 * Marks claims at places that were found. `ids`: the new claims; `marked`: what became of each place. One that is marked as
 * its kind already is left, and its number told. `known`: the paragraphs that were asked for; places that were carried over
 * lie in others.
 */
async function markPlaces(
  locked: LockedArticle,
  writer: Writer,
  places: AnchoredClaim[],
  known: MarkedParagraphs,
): Promise<{ ids: string[]; marked: Marked[] }> {
  const { tx, article, logAll } = locked;
  const others = await readMarked(
    tx,
    places.filter(({ paragraphId }) => !known.has(paragraphId)),
  );
  const paragraphs = [...known.values(), ...others.values()];
  const numbers = numbersIn(paragraphs);
  const suggestions = suggestedIn(paragraphs);
  const speakerOf = knownOnce(tx, writer.now);
  const rows: WholeRow<'Claim'>[] = [];
  const figures: WholeRow<'Figure'>[] = [];
  const taken: { id: string; claimId: string }[] = [];
  const marked: Marked[] = [];
  const speakers: (string | null)[] = [];
  for (const { anchor, text, paragraphId, kind } of places) {
    const key = keyOf({ paragraphId, start: anchor.start, end: anchor.end, kind });
    const twin = numbers.get(key);
    if (twin !== undefined) {
      marked.push({ isNew: false, number: twin });
      continue;
    }
    const near = suggestions.get(paragraphId);
    const proposed = near?.byPlace.get(key);
    const speaker = await speakerOf(near ? speakerAround(near.spoken, anchor) : null);
    article.lastClaimNumber += 1;
    const [id, number] = [newId(), article.lastClaimNumber];
    numbers.set(key, number);
    marked.push({ isNew: true, number });
    speakers.push(speaker?.name ?? null);
    const row = {
      ...anchor,
      id,
      articleId: article.id,
      number,
      paragraphId,
      kind,
      // Opinions are shown and judged, but they are no statements of fact to be covered.
      checkWorthy: kind !== 'opinion',
      weight: proposed ? proposeWeight(proposed.score) : 'normal',
      standing: 'open',
      speakerId: speaker?.id ?? null,
      metricId: null,
      createdById: writer.actorId,
      createdAt: writer.now,
      updatedAt: writer.now,
      version: 1,
      edition: 1,
      removedAt: null,
      orphanedAt: null,
      lookAgain: null,
      lookAgainIn: null,
      figureThen: null,
      returnNote: null,
      correction: null,
    };
    rows.push(row);
    noteNewClaim(tx, row, { paragraph: text, speaker });
    const figure = kind === 'figure' ? figureAt(text, anchor, article.publishedOn ?? undefined) : null;
    if (figure) {
      const { raw, low, high, unit, qualifier, per, asOf } = figure;
      const read = { raw, low, high, unit, qualifier, per, asOf };
      figures.push({ id: newId(), claimId: id, evidenceId: null, ...read, corrected: false });
    }
    if (proposed) taken.push({ id: proposed.id, claimId: id });
  }
  if (rows.length === 0) return { ids: [], marked };
  await insertRows(tx, 'Claim', rows);
  await insertRows(tx, 'Figure', figures);
  const accepted = taken.map((one) => ({ ...one, status: 'accepted' }));
  await updateRows(tx, 'Suggestion', { claimId: 'text', status: 'text' }, accepted);
  await logAll(
    rows.map((row, index) => ({
      verb: 'claim-marked',
      claimId: row.id,
      after: { ...historyFacts(row), speaker: speakers[index] ?? null },
    })),
  );
  return { ids: rows.map(({ id }) => id), marked };
}

const keyOf = ({ paragraphId, start, end, kind }: { paragraphId: string; kind: string } & Span) =>
  `${paragraphId} ${start} ${end} ${kind}`;

/** A paragraph with its living claims, and with what the reader proposed there, whatever became of it. */
const markedParagraph: Tree = {
  ...placedParagraph,
  many: {
    claims: {
      by: 'paragraphId',
      orderBy: 'number',
      living: true,
      tree: {
        model: 'Claim',
        columns: { ...plainColumns('number', 'paragraphId', 'start', 'end', 'kind'), orphanedAt: 'moment' },
      },
    },
    suggestions: {
      by: 'paragraphId',
      orderBy: 'start',
      tree: {
        model: 'Suggestion',
        columns: {
          ...plainColumns('id', 'paragraphId', 'start', 'end', 'kind'),
          speaker: 'json',
          score: 'float',
        },
      },
    },
  },
};

type Suggested = { id: string; paragraphId: string; kind: string; speaker: unknown; score: number } & Span;
type MarkedParagraph = PlacedParagraph & {
  claims: ({ number: number; paragraphId: string; kind: string; orphanedAt: Date | null } & Span)[];
  suggestions: Suggested[];
};

type MarkedParagraphs = Map<string, MarkedParagraph>;

const readMarked = (tx: Queryable, places: { paragraphId: string }[]): Promise<MarkedParagraphs> =>
  placedParagraphs(
    tx,
    markedParagraph,
    places.map(({ paragraphId }) => paragraphId),
  );

/** The numbers of the living claims in some paragraphs, by place and kind. */
const numbersIn = (paragraphs: MarkedParagraph[]): Map<string, number> =>
  new Map(
    paragraphs
      .flatMap(({ claims }) => claims)
      .filter(({ orphanedAt }) => orphanedAt === null)
      .map((claim) => [keyOf(claim), claim.number]),
  );

/** What somebody says: in the order of where it starts, each with the furthest end of it and all before it. */
type Spoken = (Span & { speaker: SpeakerEntry; reach: number })[];

type SuggestedHere = { byPlace: Map<string, Suggested>; spoken: Spoken };

/** What the reader proposed in some paragraphs, by paragraph. */
const suggestedIn = (paragraphs: MarkedParagraph[]): Map<string, SuggestedHere> =>
  new Map(
    paragraphs.flatMap(({ suggestions }) => {
      const [first] = suggestions;
      const byPlace = new Map(suggestions.map((one) => [keyOf(one), one]));
      return first ? [[first.paragraphId, { byPlace, spoken: spokenOf(suggestions) }]] : [];
    }),
  );

function spokenOf(suggested: Suggested[]): Spoken {
  const spoken = suggested
    .flatMap(({ start, end, speaker: row }) => {
      const speaker = proposedSpeaker(row);
      return speaker ? [{ start, end, speaker }] : [];
    })
    .sort((a, b) => a.start - b.start);
  let reach = 0;
  return spoken.map((one) => {
    reach = Math.max(reach, one.end);
    return { ...one, reach };
  });
}

/** Who speaks at a place: the speaker of the closest proposal that shares most of its words. */
function speakerAround(spoken: Spoken, { start, end }: Span): SpeakerEntry | null {
  let closest: Spoken[number] | null = null;
  for (let at = lowerBound(spoken.length, (index) => (spoken[index]?.start ?? 0) >= end) - 1; at >= 0; at -= 1) {
    const one = spoken[at];
    if (!one || one.reach <= start) break;
    const sharesMost = (Math.min(one.end, end) - Math.max(one.start, start)) * 2 > end - start;
    if (sharesMost && (!closest || one.end - one.start <= closest.end - closest.start)) closest = one;
  }
  return closest?.speaker ?? null;
}

/** Finds or makes the desk's speaker for what the reader proposed, each once however many claims they make. */
function knownOnce(tx: Queryable, now: Date) {
  type Known = { id: string; name: string; aliases: string[] };
  const known = new Map<string, Known>();
  return async (proposed: SpeakerEntry | null): Promise<Known | null> => {
    if (!proposed) return null;
    const key = JSON.stringify(proposed);
    const found = known.get(key);
    if (found) return found;
    const speaker = await speakerFor(tx, proposed, now);
    if (!speaker.ok) return null;
    known.set(key, speaker.value);
    return speaker.value;
  };
}
