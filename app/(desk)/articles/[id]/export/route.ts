import { z } from 'zod';
import { articleForReview } from '#lib/data/articles';
import { listFormats, listSelections } from '#lib/domain/claim-list';
import { refuse } from '#lib/domain/refusal';
import { claimListCsv, claimListJson } from '#lib/export/claim-list';
import { database } from '#lib/server/database';
import { refusalResponse } from '#lib/server/refusal-response';
import { currentPerson } from '#lib/server/session';

const Query = z.object({ which: z.enum(listSelections).default('all'), format: z.enum(listFormats).default('csv') });

/** An article's claim list as a file. Reading asks for a session; nothing is changed, so no origin is asked for. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const person = await currentPerson();
  if (!person) return refusalResponse(refuse('signed-out'));
  const query = Query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return refusalResponse(refuse('invalid-input'));
  const view = await articleForReview(database(), (await params).id, person);
  if (!view) return refusalResponse(refuse('not-found'));
  const { which, format } = query.data;
  const body = format === 'csv' ? claimListCsv(view, which) : claimListJson(view, which, new Date());
  const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8';
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': contentDisposition(`${view.article.title} claims ${which}.${format}`),
      'Cache-Control': 'private, no-store',
    },
  });
}

/** A download's name in any script (RFC 6266 §4.3): a plain fallback and the real one. */
function contentDisposition(name: string): string {
  const safe = name
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const plain = safe.replace(/[^\x20-\x7e]+/g, '_');
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
