/** The claim that an address names: how it is read, how a write finds it, and how the write is answered. */
import type { z } from 'zod';
import { apiBase } from '#lib/api/operation';
import { Claim, claimShapes } from '#lib/api/shapes/claims';
import { claimsPage } from '#lib/data/articles/article-with-claims';
import { claimByNumber, type NumberedClaim } from '#lib/data/claims/read-claims';
import type { Database } from '#lib/data/database/database';
import { type Writer, wasDone } from '#lib/data/history/change-log';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { Actor } from '#lib/domain/people/permission';
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal';
import { staleness } from '#lib/server/api';

type ClaimParams = { id: string; number: number };

/** What a handler of a claim's address is asked. */
export type AskedClaim = { params: ClaimParams; actor: Actor; writer: Writer; ifMatch: string | null };

export const claimAddress = (articleId: string, number: number) => `${apiBase}/articles/${articleId}/claims/${number}`;

/** A claim as the sender sees it, as the desk has it and as the API shows it. */
export async function readClaimAt(
  db: Database,
  { id, number }: ClaimParams,
  viewer: Actor,
): Promise<Result<{ view: ClaimView; value: z.infer<typeof Claim> }>> {
  const page = await claimsPage(db, id, { after: number - 1, limit: 1 }, viewer);
  const view = page?.claims.find((claim) => claim.number === number);
  const [value] = page && view ? claimShapes(page, (claim) => claim === view) : [];
  if (view && value) return accept({ view, value });
  return refuse((await claimByNumber(db, id, number)) ? 'claim-orphaned' : 'not-found');
}

/** What a write is about, as GET answers it: the claim itself, or something that belongs to it. */
export type Shown = { answer: z.ZodType; read: () => Promise<Result<unknown>> };

const claimShown = ({ params, actor, writer }: AskedClaim): Shown => ({
  answer: Claim,
  read: async () => {
    const found = await readClaimAt(writer.db, params, actor);
    return found.ok ? accept(found.value.value) : found;
  },
});

/** A claim to be written to; with a version, only while it is that one. */
export type ClaimToWrite = Omit<NumberedClaim, 'version'> & { version?: number };

/**
 * The claim that a write is about. With If-Match, what is shown must be the version that the sender saw, and the write
 * compares the claim's version once more where it locks it. A write that was done before, under the same key, compares
 * nothing.
 */
export async function askedClaim(asked: AskedClaim, shown = claimShown(asked)): Promise<Result<ClaimToWrite>> {
  const { params, writer, ifMatch } = asked;
  const found = await claimByNumber(writer.db, params.id, params.number);
  if (!found) return refuse('not-found');
  const { version, ...claim } = found;
  if (ifMatch === null || (await wasDone(writer))) return accept(claim);
  return (await refusalOfVersion(ifMatch, shown)) ?? accept({ ...claim, version });
}

async function refusalOfVersion(ifMatch: string | null, { answer, read }: Shown): Promise<Refusal | null> {
  const current = await read();
  return staleness(ifMatch, answer, current.ok ? current.value : null);
}

/** The refusal of a write that found the claim changed at its lock: 412 where that changed what If-Match names. */
export async function refusalOfWrite(asked: AskedClaim, refusal: Refusal, shown = claimShown(asked)): Promise<Refusal> {
  if (refusal.code !== 'claim-changed') return refusal;
  return (await refusalOfVersion(asked.ifMatch, shown)) ?? refusal;
}

/** The answer to a write: the claim as it stands for the sender now, also where the act was done before. */
export async function answerWithClaim(asked: AskedClaim, written: Result<unknown>) {
  if (!written.ok) return refusalOfWrite(asked, written);
  const { params, actor, writer } = asked;
  const found = await readClaimAt(writer.db, params, actor);
  if (!found.ok) return found;
  return accept({ value: found.value.value, location: claimAddress(params.id, params.number) });
}
