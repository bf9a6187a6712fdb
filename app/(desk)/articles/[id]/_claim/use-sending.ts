import { useParams } from 'next/navigation';
import { useRef, useState } from 'react';
import type { EvidenceInput } from '#lib/domain/claims/claim-input';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { type Result, refuse } from '#lib/domain/refusal';
import { newKey } from '../../../../browser/requests';
import { sendFile } from '../../../../browser/send-file';

/** Sends a file and the evidence that it is to be, in one request. `share`: how much of it is sent, null while nothing is. */
export function useSending(claimId: string) {
  const { id: articleId } = useParams<{ id: string }>();
  const [share, setShare] = useState<number | null>(null);
  const breaker = useRef<AbortController | null>(null);
  /** The same facts sent again are the same act: an answer that was lost is not a second source. */
  const last = useRef({ facts: '', key: '' });

  async function send(file: File, evidence: EvidenceInput & { readers: string[] | null }): Promise<Result<ClaimView>> {
    const facts = JSON.stringify(evidence);
    if (last.current.facts !== facts) last.current = { facts, key: newKey() };
    const head = new Blob([facts]);
    const query = new URLSearchParams({ name: file.name, facts: String(head.size) });
    const controller = new AbortController();
    breaker.current = controller;
    setShare(0);
    const answer = await sendFile<ClaimView>(
      `/api/articles/${articleId}/claims/${claimId}/files?${query}`,
      new Blob([head, file]),
      { key: last.current.key, signal: controller.signal, onProgress: setShare },
    );
    breaker.current = null;
    setShare(null);
    return controller.signal.aborted ? refuse('upload-stopped') : answer;
  }

  return { share, send, stop: () => breaker.current?.abort() };
}
