/** A file that is put on a claim: a source, the file and evidence of it, in one act. */
import { newId } from '#lib/data/database/id';
import { inTransaction, type Writer } from '#lib/data/history/change-log';
import { insertFile, type NewFile } from '#lib/data/sources/kept-files';
import { addSource } from '#lib/data/sources/sources';
import type { FileEvidence } from '#lib/domain/claims/claim-input';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { Result } from '#lib/domain/refusal';
import { lockClaim, recordChange } from './change-claim';
import { insertEvidence } from './findings';
import type { ClaimRef } from './read-claims';

/**
 * Adds a new source whose file these kept bytes are, and evidence of it to a claim: all of it or nothing. Returns the claim. It is
 * always a source of its own, even where the desk has one of the same title and address: what is known of that one may rest on
 * something else. Refused as `addFile` and `addEvidence` are.
 */
export async function addFileEvidence(
  writer: Writer,
  ref: ClaimRef,
  { evidence, file }: { evidence: Omit<FileEvidence, 'readers'>; file: NewFile },
): Promise<Result<ClaimView>> {
  return inTransaction(writer, async (tx) => {
    const locked = await lockClaim(tx, writer, ref);
    if (!locked.ok) return locked;
    const source = await addSource(tx, writer, evidence.source);
    if (!source.ok) return source;
    const fileId = newId();
    const kept = await insertFile(tx, writer, { id: fileId, sourceId: source.value.id, ...file });
    if (!kept.ok) return kept;
    const { id } = source.value;
    const added = await insertEvidence(tx, writer, locked.value.claim.id, { ...evidence, source: { id } });
    if (!added.ok) return added;
    const { title, ledger } = added.value;
    await locked.value.log({ verb: 'source-file-added', after: { source: title, file: file.name, fileId } });
    const after = { source: title, stance: evidence.stance };
    return recordChange(writer, locked.value, { verb: 'evidence-added', after, ledger });
  });
}
