import 'server-only';
import { accept, type Result, refuse } from '#lib/domain/refusal';

/** A request's body as UTF-8 text; at most `limit` bytes are read. Refusals: `body-too-large`, `not-json`. */
export async function textOf(request: Request, limit: number): Promise<Result<string>> {
  const tooLarge = refuse('body-too-large', { values: { limit } });
  if (Number(request.headers.get('content-length') ?? 0) > limit) return tooLarge;
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    size += piece.value.byteLength;
    if (size > limit) {
      await reader?.cancel();
      return tooLarge;
    }
    pieces.push(piece.value);
  }
  try {
    return accept(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces)));
  } catch {
    return refuse('not-json');
  }
}
