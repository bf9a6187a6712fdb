import { beforeEach, expect, it, vi } from 'vitest';
import { judgeClaim } from '#lib/data/claims/findings';
import { endToken, makeToken } from '#lib/data/people/feed-tokens';
import { setReviewRules } from '#lib/data/review/assignments';
import { removeView, saveView, viewToken } from '#lib/data/search/saved-views';
import { testDatabase } from '#lib/testing/database/database';
import { addDesk, addTextArticle, evidenceFacts, judgementOf, must, type TestPerson } from '#lib/testing/database/rows';
import { serveDatabase } from '#lib/testing/database/served';
import { GET } from './route';

vi.mock('server-only', () => ({}));
vi.mock('next/headers', () => ({
  headers: async () => ({ get: () => null }),
  cookies: async () => ({ get: () => undefined, has: () => false }),
}));

const db = testDatabase();
serveDatabase(db);

let ann: TestPerson;
let bo: TestPerson;
let ed: TestPerson;
let view: string;
let article: string;

beforeEach(async () => {
  ({ ann, bo, ed } = await addDesk(db()));
  const text = await addTextArticle(ann, ['It had 375 staff. It had 12 offices <b>then</b>. Nobody left.'], {
    title: 'A & B',
  });
  article = text.id;
  const staff = await text.mark('375 staff', 'figure');
  await text.mark('12 offices <b>', 'figure');
  await text.mark('Nobody left', 'fact');
  await must(judgeClaim(ann, staff.ref, judgementOf('disputed'), evidenceFacts()));
  const search = { query: { kind: 'figure' }, isShared: true };
  view = (await must(saveView(ann, ann, { name: 'Figures', ...search }))).id;
});

async function feedOf(person: TestPerson, id = view): Promise<string> {
  const { secret } = await must(makeToken(person, viewToken(id)));
  return (await ask({ view: id, token: secret })).text();
}
const ask = (asked: Record<string, string>) =>
  GET(new Request(`http://desk.example/api/claims/feed?${new URLSearchParams({ lang: 'en', ...asked })}`));

it('tells the claims of a view, as words, with links to their cards', async () => {
  const xml = await feedOf(bo);
  expect(xml.match(/<entry>/g)).toHaveLength(2);
  expect(xml).toContain('Disputed: “375 staff”');
  expect(xml).toContain('Open: “12 offices &lt;b&gt;”');
  expect(xml).toContain(`/articles/${article}#c1`);
  expect(xml).not.toContain('Nobody left');
  expect(xml).not.toContain('token');
});

it('keeps what is blind from the owner of the link', async () => {
  await must(setReviewRules(ed, article, { requiredJudgements: 1, blindFirstPass: true }));
  expect(await feedOf(bo)).not.toContain('Disputed');
  expect(await feedOf(ann)).toContain('Disputed');
});

it('opens by its own secret alone, while the link and the view are there', async () => {
  const { secret } = await must(makeToken(bo, viewToken(view)));
  const other = await must(saveView(bo, bo, { name: 'Other', query: { q: 'staff' }, isShared: false }));
  const statusOf = async (asked: Record<string, string>) => (await ask(asked)).status;
  expect(await statusOf({ view, token: secret })).toBe(200);
  expect(await statusOf({ view: other.id, token: secret })).toBe(401);
  expect(await statusOf({ view, token: `${secret}x` })).toBe(401);
  expect(await statusOf({ view })).toBe(401);
  const own = await must(makeToken(ann, viewToken(other.id)));
  expect(await statusOf({ view: other.id, token: own.secret })).toBe(404);
  await endToken(bo, viewToken(view));
  expect(await statusOf({ view, token: secret })).toBe(401);
  const again = await must(makeToken(bo, viewToken(view)));
  await must(removeView(ann, ann, view));
  expect(await statusOf({ view, token: again.secret })).toBe(401);
});
