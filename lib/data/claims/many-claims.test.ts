import { expect, it } from 'vitest';
import { publishedReport, publishReport } from '#lib/data/report/reports';
import { articleForReview } from '#lib/data/review/article-for-review';
import { addJudgedArticle } from '#lib/testing/article/judged-article';
import { testDatabase } from '#lib/testing/database/database';
import { addPerson } from '#lib/testing/database/rows';

const db = testDatabase();

it('reads and publishes an article of five thousand judged claims', async () => {
  const editor = await addPerson(db(), 'Edith', 'editor');
  const id = await addJudgedArticle(db(), editor.id, 5_000);
  const view = await articleForReview(db(), id, editor);
  expect(view?.claims.map(({ number }) => number)).toEqual(Array.from({ length: 5_000 }, (_, at) => at + 1));
  expect(view?.claims.every(({ judgements, evidence }) => judgements.length === 2 && evidence.length === 2)).toBe(true);
  const publication = { articleId: id, seq: view?.article.seq ?? 0, slug: 'many', withNames: true, withText: true };
  expect(await publishReport(editor, publication, editor)).toMatchObject({ ok: true });
  const report = await publishedReport(db(), 'many');
  expect(report?.content?.claims.length).toBe(5_000);
});
