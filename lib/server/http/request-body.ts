/** Bodies of requests: the one way to read them, each with the most bytes that are read. */
import 'server-only';
import { accept, type Result, refuse } from '#lib/domain/refusal';

/** A request's body as it comes in, for readers that count it themselves. */
export async function* piecesOf(request: Request): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader();
  try {
    for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) yield piece.value;
  } finally {
    // Who stops reading does not wait for the rest.
    await reader?.cancel().catch(() => {});
  }
}

/** The first `length` bytes of a request's body, fewer where it has no more, and the rest as it comes in. `leave`: for who reads no rest. */
export async function headAndRest(
  request: Request,
  length: number,
): Promise<{ head: Uint8Array; rest: AsyncGenerator<Uint8Array>; leave: () => Promise<unknown> }> {
  const pieces = piecesOf(request);
  const held: Uint8Array[] = [];
  for (let size = 0; size < length; ) {
    // A body that breaks off here is as one that ends: its head is too short to be read.
    const next = await pieces.next().catch(() => null);
    if (!next || next.done) break;
    held.push(next.value);
    size += next.value.byteLength;
  }
  const begun = Buffer.concat(held);
  const leave = () => pieces.return(undefined);
  async function* rest() {
    try {
      if (begun.length > length) yield begun.subarray(length);
      yield* pieces;
    } finally {
      await leave();
    }
  }
  return { head: begun.subarray(0, length), rest: rest(), leave };
}

/** A request's body; at most `limit` bytes are read. null where there are more. */
export async function bytesOf(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return null;
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    size += piece.value.byteLength;
    if (size > limit) {
      await reader?.cancel();
      return null;
    }
    pieces.push(piece.value);
  }
  return Buffer.concat(pieces);
}

/** A request's body as UTF-8 text; at most `limit` bytes are read. Refusals: `body-too-large`, `not-json`. */
export async function textOf(request: Request, limit: number): Promise<Result<string>> {
  const bytes = await bytesOf(request, limit);
  if (bytes === null) return refuse('body-too-large', { values: { limit } });
  try {
    return accept(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refuse('not-json');
  }
}

/** A request's body as JSON; at most `limit` bytes are read. Refusals: those of `textOf`. */
export async function jsonOf(request: Request, limit: number): Promise<Result<unknown>> {
  const text = await textOf(request, limit);
  if (!text.ok) return text;
  try {
    return accept(JSON.parse(text.value));
  } catch {
    return refuse('not-json');
  }
}
