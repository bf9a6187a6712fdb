import { type Result, refuse } from '#lib/domain/refusal';
import { untilAnswered } from './network';

type Action<Input, T> = (input: Input, key?: string) => Promise<Result<T>>;

/** A name for an act. Not crypto.randomUUID, which a browser has on https and on its own machine alone. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Asks the server, and again where the network fails: by its key, the act is done once whatever got through. */
export async function send<Input, T>(action: Action<Input, T>, input: Input): Promise<Result<T>> {
  const key = newKey();
  return (await untilAnswered(() => action(input, key))) ?? refuse('no-answer');
}
