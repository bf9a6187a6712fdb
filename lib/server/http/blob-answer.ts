/** Bytes kept in the database as an answer: whole, or a part of them (RFC 9110 §14). */
import 'server-only';
import { blobBytes } from '#lib/data/blobs/blobs';
import { database } from '#lib/server/database';
import { isKnown } from './etag';
import { noteTaking } from './note-taking';
import { partOf } from './range';
import { streamOf } from './stream';

/** `name`: as the trail of the desk names it; null where not even admins are to know it. `headers`: its type and disposition. */
type Sent = { hash: string; size: number; name: string | null; headers: Record<string, string> };

/** Answers a person who may see a blob. That they took it stands in the trail; parts that follow a first one are of the same taking. */
export async function blobAnswer(
  request: Request,
  { hash, size, name, headers: own }: Sent,
  actorId: string,
): Promise<Response> {
  const etag = `"${hash}"`;
  const headers = { ...kept, ETag: etag, 'Accept-Ranges': 'bytes', ...own };
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
  const part = partOf(request.headers, { size, etag });
  if (part === 'outside')
    return new Response(null, { status: 416, headers: { ...kept, 'Content-Range': `bytes */${size}` } });
  const { from, to } = part ?? { from: 0, to: size };
  await noteTaking(actorId, { hash, name }, from === 0);
  return new Response(streamOf(blobBytes(database(), hash, { from, to })), {
    status: part ? 206 : 200,
    headers: {
      ...headers,
      'Content-Length': String(to - from),
      ...(part && { 'Content-Range': `bytes ${from}-${to - 1}/${size}` }),
    },
  });
}

/** The browser may keep it, and asks each time whether it may still be seen. */
const kept = { 'Cache-Control': 'private, no-cache' };
