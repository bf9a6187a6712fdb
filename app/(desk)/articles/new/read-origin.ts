import type { IntakeDraft, OfferedEncoding } from '#lib/domain/articles/intake-draft';
import { type Result, refuse } from '#lib/domain/refusal';
import { send } from '../../../browser/requests';
import { readAddress, readFile, save } from './actions';
import { importFile, isArticleFile } from './import-request';
import type { Origin, Outcome } from './queue';

/** More bytes than any file we take; the server has the exact rule, this spares a pointless upload. */
const uploadLimit = 7_500_000;

/**
 * Reads an article as a draft, in the encoding that a person chose, if any. A request without an answer was too large
 * for the server, or the network is gone.
 */
export async function readOrigin(from: Origin, encoding: OfferedEncoding | null = null): Promise<Result<IntakeDraft>> {
  if ('file' in from && from.file.size > uploadLimit) return refuse('too-large');
  return ('file' in from ? readFile({ file: from.file, encoding }) : readAddress({ url: from.url, encoding })).catch(
    () => refuse('no-answer'),
  );
}

/** Brings an article in: one that a desk exported is added as it is, anything else is read and looked at first. */
export async function bringIn(from: Origin): Promise<Outcome> {
  if ('file' in from && isArticleFile(from.file)) {
    const answer = await importFile(from.file);
    return answer.ok ? { state: 'added', articleId: answer.value.id } : { state: 'refused', refusal: answer };
  }
  const answer = await readOrigin(from);
  return answer.ok ? { state: 'ready', reading: answer.value } : { state: 'refused', refusal: answer };
}

/** Stores a draft; `intake` says how it came in. */
export function storeDraft({ draft, snapshotId }: IntakeDraft, intake: 'paste' | 'file' | 'url') {
  const { notices: _, ...article } = draft;
  return send(save, { ...article, intake, snapshotId });
}
