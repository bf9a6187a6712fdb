import { deskAddress } from '#lib/server/env';
import { etagOf, isKnown } from '#lib/server/http/etag';
import { streamOf } from '#lib/server/http/stream';
import { publicHeaders, publishedChecks, publishedState } from '../checks';

export const dynamic = 'force-dynamic';

/** All published checks of the desk as a schema.org DataFeed of ClaimReview (the form of Data Commons), for everybody. */
export async function GET(request: Request): Promise<Response> {
  const { reports, state } = await publishedState();
  const address = deskAddress(request);
  const headers = {
    ...{ ...publicHeaders, 'Content-Type': 'application/ld+json; charset=utf-8' },
    ETag: etagOf(`${address}\n${state}`),
  };
  if (isKnown(request, headers.ETag)) return new Response(null, { status: 304, headers });
  async function* pieces() {
    const modified = reports[0]?.publishedAt.toISOString();
    const head = { '@context': 'https://schema.org', '@type': 'DataFeed', ...(modified && { dateModified: modified }) };
    yield `${JSON.stringify(head).slice(0, -1)},"dataFeedElement":[`;
    let before = '';
    for await (const { check, report } of publishedChecks(reports, address)) {
      const { '@context': _context, ...item } = check;
      const dateCreated = report.publishedAt.toISOString();
      yield before + JSON.stringify({ '@type': 'DataFeedItem', dateCreated, item: [item] });
      before = ',';
    }
    yield ']}\n';
  }
  return new Response(streamOf(pieces()), { headers });
}
