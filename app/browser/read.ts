import { accept, isRefusalCode, type Refusal, type Result, refuse } from '#lib/domain/refusal';
import { untilAnswered } from './network';

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
  return answer ?? refuse('no-answer');
}

/** The refusal that a route answered with; one that says nothing of the kind is a failure. */
export function refusalIn(body: unknown): Refusal {
  if (typeof body !== 'object' || body === null || !('error' in body)) return refuse('failed');
  const { error } = body;
  const field = 'field' in body && typeof body.field === 'string' ? body.field : undefined;
  return typeof error === 'string' && isRefusalCode(error) ? refuse(error, { field }) : refuse('failed');
}
