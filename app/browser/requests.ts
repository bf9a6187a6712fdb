/** What the browser asks of its desk: acts (`send`) and reads (`read`), each again where the network fails. */
import { accept, isRefusalCode, type Refusal, type Result, refuse } from '#lib/domain/refusal';
import { fetchSentences } from '../i18n/refusal-sentences';

/** When to try again after the network failed (ms). */
const pauses = [0, 400, 1_600];

/** Runs a request, and again where it throws: what it answers, or null where no try got through or `signal` ended it. */
export async function untilAnswered<T>(request: () => Promise<T>, signal?: AbortSignal): Promise<T | null> {
  for (const pause of pauses) {
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    if (signal?.aborted) return null;
    try {
      return await request();
    } catch {
      // Not answered: the next try may be.
    }
  }
  return null;
}

type Action<Input, T> = (input: Input, key?: string) => Promise<Result<T>>;

/** A name for an act. Not crypto.randomUUID, which a browser has on https and on its own machine alone. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** An answer of the desk, once what it says can be told in words. */
export async function told<T>(answer: Result<T>): Promise<Result<T>> {
  if (!answer.ok) await fetchSentences();
  return answer;
}

/** Asks the server, and again where the network fails: by its key, the act is done once whatever got through. */
export async function send<Input, T>(action: Action<Input, T>, input: Input): Promise<Result<T>> {
  const key = newKey();
  const answer = await untilAnswered(() => action(input, key));
  return answer ? told(answer) : refuse('no-answer');
}

/**
 * Reads from a GET route of the desk (lib/server/read-route), again where the network fails. `T` is the route's own shape.
 * Once `signal` is aborted nothing is asked any more, and the answer is a refusal for nobody to see.
 */
export async function read<T>(address: string, signal: AbortSignal): Promise<Result<T>> {
  const answer = await untilAnswered(async (): Promise<Result<T>> => {
    const response = await fetch(address, { signal });
    const body: unknown = await response.json();
    return response.ok ? accept(body as T) : refusalIn(body);
  }, signal);
  return answer ? told(answer) : refuse('no-answer');
}

/** The refusal that a route answered with; one that says nothing of the kind is a failure. */
export function refusalIn(body: unknown): Refusal {
  if (typeof body !== 'object' || body === null || !('error' in body)) return refuse('failed');
  const { error } = body;
  const field = 'field' in body && typeof body.field === 'string' ? body.field : undefined;
  return typeof error === 'string' && isRefusalCode(error) ? refuse(error, { field }) : refuse('failed');
}
