import { articleWithClaims } from '#lib/data/articles/article-with-claims';
import { wholeArticle } from '#lib/data/exchange/whole-article';
import { deskSettings } from '#lib/data/report/desk';
import { publicReport } from '#lib/data/report/reports';
import { isExported, type ListFormat, presetOf, takesFilter } from '#lib/domain/exchange/claim-list';
import { type ListRequest, readListRequest } from '#lib/domain/exchange/claim-list-input';
import { frameOf, lastFrame } from '#lib/domain/exchange/progress-frames';
import { refuse } from '#lib/domain/refusal';
import { forms } from '#lib/export/formats';
import { previewOf } from '#lib/export/preview';
import { database } from '#lib/server/database';
import { deskAddress } from '#lib/server/env';
import { refusalResponse } from '#lib/server/http/refusal-response';
import { streamOf } from '#lib/server/http/stream';
import { currentPerson } from '#lib/server/session/session';
import { exportWords } from './words';

/**
 * An article's claims as a file, streamed; or the beginning of one, or a file in frames (progress-frames.ts) for a page that
 * shows how far it has come. Reading asks for a session; nothing is changed, so no origin is asked for.
 */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const person = await currentPerson();
  if (!person) return refusalResponse(refuse('signed-out'));
  const asked = readListRequest(new URL(request.url).searchParams);
  if (!asked) return refusalResponse(refuse('invalid-input'));
  const view = await articleWithClaims(database(), (await params).id, person);
  if (!view) return refusalResponse(refuse('not-found'));
  const { filter, format } = asked;
  const [words, publisher, published] = await Promise.all([
    exportWords(),
    deskSettings(database()),
    format === 'claim-review' ? publicReport(database(), view.article.id) : null,
  ]);
  const whole = async () => {
    const read = await wholeArticle(database(), view, person);
    if (!read) throw new Error('The article was taken off the desk while it was exported');
    return read;
  };
  const setting = { words, publisher, published, desk: deskAddress(request), now: new Date(), whole };
  if (asked.as === 'preview') {
    return Response.json(await previewOf(view, filter, format, setting), { headers: notKept });
  }
  const { type, ending, write } = forms[format];
  const isFramed = asked.as === 'frames';
  let written = 0;
  const onClaim = (count: number) => {
    written = count;
  };
  const pieces = write({ view, filter, ...setting, onClaim });
  const count = view.claims.filter((claim) => isExported(claim, filter, format)).length;
  return new Response(streamOf(isFramed ? framed(pieces, () => written) : pieces), {
    headers: {
      ...notKept,
      'Content-Type': isFramed ? 'application/octet-stream' : type,
      'Content-Disposition': contentDisposition(`${nameOf(view.article.title, format, filter)}.${ending}`),
      'X-Claims': String(count),
    },
  });
}

const notKept = { 'Cache-Control': 'private, no-store' };

async function* framed(pieces: AsyncGenerator<string | Uint8Array>, written: () => number): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of pieces) {
    const part = typeof piece === 'string' ? encoder.encode(piece) : piece;
    if (part.length > 0) yield frameOf(written(), part);
  }
  yield lastFrame(written());
}

function nameOf(title: string, format: ListFormat, filter: ListRequest['filter']): string {
  return takesFilter(format) ? `${title} claims ${presetOf(filter) ?? 'chosen'}` : title;
}

/** A download's name in any script (RFC 6266 §4.3): a plain fallback and the real one. */
function contentDisposition(name: string): string {
  const safe = name
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toWellFormed();
  const plain = safe.replace(/[^\x20-\x7e]+/g, '_');
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
