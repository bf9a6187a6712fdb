import { canonicalJson } from '#lib/data/history/canonical-json';
import { refuse } from '#lib/domain/refusal';
import { refusalResponse } from '#lib/server/http/refusal-response';
import { readPublished } from '../../published';

/** A published report as data: the very bytes that its hash is of. */
export async function GET(_: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const report = await readPublished((await params).slug);
  if (!report?.content) {
    // 410 where there was one (RFC 9110 §15.5.11).
    return report ? Response.json({ error: 'not-found' }, { status: 410 }) : refusalResponse(refuse('not-found'));
  }
  return new Response(canonicalJson(report.content), {
    headers: { 'Content-Type': 'application/json; charset=utf-8', ETag: `"${report.contentHash}"` },
  });
}
