import { expect, test, vi } from 'vitest';
import { judgeClaim } from '#lib/data/claims/findings';
import { publishReport, withdrawReport } from '#lib/data/report/reports';
import { readFeed } from '#lib/intake/fact-checks/read-feed';
import { testDatabase } from '#lib/testing/database/database';
import { addDesk, addTextArticle, evidenceFacts, judgementOf, must } from '#lib/testing/database/rows';
import { serveDatabase } from '#lib/testing/database/served';
import { GET as data } from './feed.json/route';
import { GET as atom } from './feed.xml/route';

vi.mock('server-only', () => ({}));

const db = testDatabase();
serveDatabase(db);

const ask = (headers: Record<string, string> = {}) => new Request('http://localhost:3000/reports/feed', { headers });

test('the desk gives what it published as feeds that another desk can read, until it is withdrawn', async () => {
  const { ann, ed } = await addDesk(db());
  for (const [slug, verdict] of [
    ['first', 'disputed'],
    [null, 'verified'],
  ] as const) {
    const { id, mark } = await addTextArticle(ann, [`OpenAI had 375 employees, as ${slug} says.`]);
    const { ref } = await mark('375 employees', 'figure');
    await must(judgeClaim(ann, ref, judgementOf(verdict), evidenceFacts()));
    const { lastSeq: seq } = await db().article.findUniqueOrThrow({ where: { id } });
    await must(publishReport(ed, { articleId: id, seq, slug, withNames: false, withText: false }, ed));
  }
  const answer = await data(ask());
  const read = readFeed({ bytes: Buffer.from(await answer.arrayBuffer()), charset: null, url: null });
  expect(read.ok && read.value.checks).toMatchObject([
    { url: expect.stringMatching(/\/reports\/first\/claims\/1$/), checker: 'Claimdesk' },
  ]);
  expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
  expect((await data(ask({ 'if-none-match': answer.headers.get('etag') ?? '' }))).status).toBe(304);
  const feed = await (await atom(ask())).text();
  expect(feed.match(/<entry>/g)).toHaveLength(1);
  expect(feed).toContain('/reports/first/claims/1');
  const { id } = await db().report.findFirstOrThrow({ where: { slug: 'first' } });
  await must(withdrawReport(ed, { reportId: id, notice: 'Wrong.' }));
  expect(await (await data(ask())).json()).toMatchObject({ '@type': 'DataFeed', dataFeedElement: [] });
  expect(await (await atom(ask())).text()).not.toContain('<entry>');
});
