/**
 * Reads and unpacks a response's body within a limit: bytes are counted as they arrive and again as they are unpacked,
 * and the connection is cut where either count exceeds the limit.
 */
import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal';

/** The value of Accept-Encoding. */
export const acceptedEncodings = 'gzip, deflate, br';

const megabyte = 1024 * 1024;

/** The body as bytes, at most `limit` of them packed and unpacked. */
export async function readBody(response: IncomingMessage, limit: number): Promise<Result<Uint8Array>> {
  const tooLarge = refuse('page-too-large', { values: { limit: Math.round(limit / megabyte) } });
  if (Number(response.headers['content-length'] ?? 0) > limit) {
    response.destroy();
    return tooLarge;
  }
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const packed = new CountedBytes(limit, tooLarge);
  const unpacked = await unpacker(encoding, response, packed);
  if (unpacked === null) {
    response.destroy();
    return refuse('page-encoding', { values: { name: encoding.slice(0, 40) } });
  }
  const isPacked = unpacked !== packed;
  const limitRefusal = isPacked ? refuse('page-unpacks-too-large', { values: { limit: limit / megabyte } }) : tooLarge;
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of unpacked as AsyncIterable<Buffer>) {
      length += part.length;
      if (length > limit) throw new OverLimit(limitRefusal);
      parts.push(part);
    }
    // A server that hangs up early has not sent its whole page.
    if (!isPacked && !response.complete) return refuse('page-broken');
    return accept(Buffer.concat(parts, length));
  } catch (error) {
    if (error instanceof OverLimit) return error.refusal;
    return refuse('page-broken');
  } finally {
    response.destroy();
  }
}

/** A refusal from within a stream, where only an error can get out. */
class OverLimit extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

class CountedBytes extends Transform {
  private count = 0;
  constructor(
    private readonly limit: number,
    private readonly refusal: Refusal,
  ) {
    super();
  }
  override _transform(chunk: Buffer, _encoding: string, done: (error: Error | null, chunk?: Buffer) => void) {
    this.count += chunk.length;
    if (this.count > this.limit) done(new OverLimit(this.refusal));
    else done(null, chunk);
  }
}

async function unpacker(encoding: string, response: Readable, packed: CountedBytes): Promise<Readable | null> {
  const unzip = encoding === 'deflate' ? await inflater(response) : decoders[encoding]?.();
  if (encoding === 'identity' || encoding === '') return pipeline(response, packed, ignore);
  if (!unzip) return null;
  return pipeline(response, packed, unzip, ignore);
}

/** The reader of the last stream receives every error; other listeners need not report it again. */
const ignore = () => {};

const decoders: Record<string, (() => Transform) | undefined> = Object.assign(Object.create(null), {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
});

/**
 * "deflate" is zlib by the standard (RFC 9110 §8.4.1.2) but raw deflate on many servers: the first byte shows which.
 */
async function inflater(response: Readable): Promise<Transform> {
  const first = await new Promise<number>((settle) => {
    const look = () => {
      const chunk: Buffer | null = response.read();
      if (chunk === null) {
        response.once('readable', look);
        return;
      }
      response.unshift(chunk);
      settle(chunk[0] ?? 0);
    };
    response
      .once('end', () => settle(0))
      .once('error', () => settle(0))
      .once('close', () => settle(0));
    look();
  });
  return (first & 0x0f) === 8 ? createInflate() : createInflateRaw();
}

/** A body that nobody packed, as bytes; null where there are more than `limit`. */
export async function readAtMost(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length > limit) return null;
    parts.push(part);
  }
  return Buffer.concat(parts, length);
}
