import { type Result, refuse } from '#lib/domain/refusal';

type Action<Input, T> = (input: Input, key?: string) => Promise<Result<T>>;

/** When to try again after the network failed (ms). */
const pauses = [0, 400, 1_600];

/** A name for an act. Not crypto.randomUUID, which a browser has on https and on its own machine alone. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Asks the server, and again where the network fails: by its key, the act is done once whatever got through. */
export async function send<Input, T>(action: Action<Input, T>, input: Input): Promise<Result<T>> {
  const key = newKey();
  for (const pause of pauses) {
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    try {
      return await action(input, key);
    } catch {
      // Not answered: the next try may be.
    }
  }
  return refuse('no-answer');
}
