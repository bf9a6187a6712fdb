import { z } from 'zod';
import { addFileEvidence } from '#lib/data/claims/file-evidence';
import { claimNow } from '#lib/data/claims/read-claims';
import { requestHash } from '#lib/data/history/change-log';
import { FileEvidence } from '#lib/domain/claims/claim-input';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { Id } from '#lib/domain/fields';
import { tidyFileName } from '#lib/domain/files/source-file';
import { type Result, refuse } from '#lib/domain/refusal';
import { refusalOfInput } from '#lib/server/action';
import { keepSentFile, readSoon } from '#lib/server/http/kept-file';
import { headAndRest } from '#lib/server/http/request-body';
import { postRoute } from '#lib/server/post-route';

/** Bytes of what is said of a file: its words may be four thousand Chinese characters. */
const longestFacts = 64_000;

const Asked = z.object({
  ...{ articleId: Id, claimId: Id },
  facts: z.coerce.number().int().min(2).max(longestFacts),
});

/**
 * Makes a file evidence of a claim, as it comes in. `name`: what it is called. The first `facts` bytes of the body are JSON: the
 * source, what it says and who sees the file (`FileEvidence`). The rest is the file.
 */
export const POST = postRoute(
  'claims.addFile',
  'add-evidence',
  async (request, { writer, actor, params, query }): Promise<Result<ClaimView>> => {
    const asked = Asked.safeParse({ articleId: params.id, claimId: params.claim, facts: query.get('facts') });
    if (!asked.success) return refusalOfInput(asked.error);
    const { facts: length, ...ref } = asked.data;
    const name = tidyFileName(query.get('name') ?? '');
    if (name === '') return refuse('text-missing', { field: 'name' });
    // Nobody sends a long file to hear at its end that there is no such claim.
    if (!(await claimNow(writer.db, ref, actor))) return refuse('not-found');
    const { head, rest, leave } = await headAndRest(request, length);
    if (head.length < length) return refuse('upload-broken');
    const facts = FileEvidence.safeParse(jsonIn(head));
    if (!facts.success) {
      await leave();
      return refusalOfInput(facts.error);
    }
    const kept = await keepSentFile(writer, rest);
    if (!kept.ok) return kept;
    const { readers, ...evidence } = facts.data;
    const { hash, mediaType } = kept.value;
    const file = { hash, name, mediaType, readers };
    const act = { ...writer, request: requestHash('claims.addFile', { ...ref, evidence, file }) };
    const added = await addFileEvidence(act, ref, { evidence, file });
    if (added.ok) readSoon(writer, kept.value);
    return added;
  },
);

/** What JSON says; nothing where it is none, or breaks off. */
function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
