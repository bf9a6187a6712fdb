import { expect, it } from 'vitest';
import { publishedReport, publishReport } from '#lib/data/report/reports';
import { articleForReview } from '#lib/data/review/article-for-review';
import { addJudgedArticle } from '#lib/testing/article/judged-article';
import { testDatabase } from '#lib/testing/database/database';

const db = testDatabase();

it('reads and publishes an article of five thousand judged claims', async () => {
  const editor = { id: 'editor', role: 'editor' as const };
  await db().user.create({ data: { ...editor, name: 'Edith', email: 'edith@desk.example' } });
  const id = await addJudgedArticle(db(), editor.id, 5_000);
  const view = await articleForReview(db(), id, editor);
  expect(view?.claims.map(({ number }) => number)).toEqual(Array.from({ length: 5_000 }, (_, at) => at + 1));
  expect(view?.claims.every(({ judgements, evidence }) => judgements.length === 2 && evidence.length === 2)).toBe(true);
  const writer = { db: db(), actorId: editor.id, role: editor.role, now: new Date('2026-01-05T10:00:00Z') };
  const publication = { articleId: id, seq: view?.article.seq ?? 0, slug: 'many', withNames: true, withText: true };
  expect(await publishReport(writer, publication, editor)).toMatchObject({ ok: true });
  const report = await publishedReport(db(), 'many');
  expect(report?.content?.claims.length).toBe(5_000);
});
