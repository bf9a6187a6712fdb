import { useEffect, useState } from 'react';
import type { ExportPreview } from '#lib/domain/exchange/export-preview';
import { frameReader } from '#lib/domain/exchange/progress-frames';
import { type Refusal, refuse } from '#lib/domain/refusal';
import { useRead } from '../../../../browser/use-read';

/** Milliseconds without another choice before its preview is asked for. */
const pause = 150;

/** The preview of what an address exports. The last one stays until the next is there. */
export function usePreview(address: string): {
  preview: ExportPreview | null;
  isLoading: boolean;
  hasFailed: boolean;
  /** Why there is none; null while that is not known. */
  refusal: Refusal | null;
  retry: () => void;
} {
  const [tries, setTries] = useState(0);
  const { value, refusal, isLoading } = useRead<ExportPreview>(`${address}&as=preview`, {
    version: tries,
    rest: pause,
  });
  return {
    preview: value,
    isLoading,
    hasFailed: !isLoading && refusal !== null,
    refusal: isLoading ? null : refusal,
    retry: () => setTries((count) => count + 1),
  };
}

export type DownloadState =
  | { is: 'idle' }
  | { is: 'running'; written: number; count: number; bytes: number }
  | { is: 'done'; bytes: number }
  /** `refusal` is null where the stream broke off. */
  | { is: 'failed'; refusal: Refusal | null };

const idle: DownloadState = { is: 'idle' };

/**
 * Fetches the file at an address in frames, says how far it has come, and saves it once it is whole. How one ended is told
 * until another is chosen.
 */
export function useDownload(address: string): {
  state: DownloadState;
  start: () => Promise<void>;
  cancel: () => void;
} {
  const [state, setState] = useState<DownloadState>(idle);
  const [asked, setAsked] = useState(address);
  const [abort, setAbort] = useState<AbortController | null>(null);
  useEffect(() => () => abort?.abort(), [abort]);

  async function start(): Promise<void> {
    const mine = new AbortController();
    setAsked(address);
    setAbort(mine);
    setState({ is: 'running', written: 0, count: 0, bytes: 0 });
    try {
      const answer = await fetch(`${address}&as=frames`, { signal: mine.signal });
      if (!answer.ok || !answer.body) {
        setState({ is: 'failed', refusal: await refusalIn(answer) });
        return;
      }
      const count = Number(answer.headers.get('x-claims'));
      const bytes = await save(answer, (progress) => setState({ is: 'running', count, ...progress }));
      setState(bytes === null ? { is: 'failed', refusal: null } : { is: 'done', bytes });
    } catch {
      setState(mine.signal.aborted ? idle : { is: 'failed', refusal: null });
    }
  }

  const isOver = state.is !== 'running' && asked !== address;
  return { state: isOver ? idle : state, start, cancel: () => abort?.abort() };
}

const reasons = ['signed-out', 'not-found', 'not-allowed'] as const;

async function refusalIn(answer: Response): Promise<Refusal | null> {
  const body: unknown = await answer.json().catch(() => null);
  const told = typeof body === 'object' && body !== null && 'error' in body ? body.error : null;
  const code = reasons.find((reason) => reason === told);
  return code ? refuse(code) : null;
}

/** Reads the frames to the end and hands the file to the browser; its bytes, or null where the last frame is missing. */
async function save(
  answer: Response,
  onProgress: (progress: { written: number; bytes: number }) => void,
): Promise<number | null> {
  const reader = answer.body?.getReader();
  const frames = frameReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    const read = frames.read(next.value);
    for (const { part } of read) {
      parts.push(part);
      bytes += part.length;
    }
    const last = read.at(-1);
    if (last) onProgress({ written: last.written, bytes });
  }
  if (!frames.isWhole()) return null;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(parts));
  link.download = nameIn(answer.headers.get('content-disposition') ?? '');
  link.click();
  // Once the browser has taken it up: some read it a moment later.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return bytes;
}

/** The name that the server gave, in any script (RFC 6266 §4.3). */
function nameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1];
  return encoded ? decodeURIComponent(encoded) : 'claims';
}
