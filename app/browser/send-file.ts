/** Sends a file to a POST route of the desk (lib/server/post-route), and tells how far it is. */
import { type Result, refuse } from '#lib/domain/refusal';
import { told } from './requests';

/** `share`: how much of it is sent, from 0 to 1. `signal` breaks it off. */
type Options = { key: string; onProgress?: (share: number) => void; signal?: AbortSignal };

/**
 * The route's answer; `no-answer` where none came or it was broken off. fetch tells nothing of what it sends, so this is an
 * XMLHttpRequest. `T` is the route's own shape.
 */
export function sendFile<T>(address: string, file: Blob, { key, onProgress, signal }: Options): Promise<Result<T>> {
  return new Promise((settle) => {
    const request = new XMLHttpRequest();
    const fail = () => settle(refuse('no-answer'));
    request.open('POST', address);
    request.responseType = 'json';
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Idempotency-Key', key);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onload = () => settle(told(isResult<T>(request.response) ? request.response : refuse('failed')));
    request.onerror = fail;
    request.onabort = fail;
    signal?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

const isResult = <T>(answer: unknown): answer is Result<T> =>
  typeof answer === 'object' && answer !== null && 'ok' in answer;
