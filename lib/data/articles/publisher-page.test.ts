import { expect, test } from 'vitest';
import { suggestCorrection } from '#lib/data/claims/edit-claim';
import { judgeClaim } from '#lib/data/claims/findings';
import { publishReport, withdrawReport } from '#lib/data/report/reports';
import { setReviewRules } from '#lib/data/review/assignments';
import { testDatabase } from '#lib/testing/database/database';
import { addDesk, addTextArticle, evidenceFacts, judgementOf, must, type TestPerson } from '#lib/testing/database/rows';
import { setArticleRemoved } from './articles';
import { articlesOnPage, publisherPage } from './publisher-page';

const db = testDatabase();

/** An article of an outlet in which Bo finds one of two claims false, with a correction in a published report. */
async function published({ ann, bo, ed }: Record<'ann' | 'bo' | 'ed', TestPerson>, publisher: string) {
  const article = await addTextArticle(ann, ['It has 375 staff. It paid $40 million.'], {
    publisher,
    publishedOn: '2024',
  });
  const wrong = await article.mark('375 staff', 'figure');
  await article.mark('$40 million', 'figure');
  await must(judgeClaim(bo, wrong.ref, judgementOf('false'), evidenceFacts({ stance: 'refutes' })));
  await must(suggestCorrection(ed, wrong.ref, 'It has 370 staff.'));
  const publish = async () => {
    const { lastSeq: seq } = await db().article.findUniqueOrThrow({ where: { id: article.id } });
    const report = { articleId: article.id, seq, slug: null, withNames: true, withText: true };
    return must(publishReport(ed, report, ed));
  };
  return { ...article, wrong, publish };
}

test('shows the articles of an outlet, how their claims came out, and the corrections of its published reports', async () => {
  const desk = await addDesk(db());
  const article = await published(desk, 'The Paper');
  await addTextArticle(desk.ann, ['Nothing.'], { publisher: 'ＴＨＥ paper', title: 'Other' });
  await addTextArticle(desk.ann, ['Nothing.'], { publisher: 'The Paper Weekly' });
  const page = () => publisherPage(db(), 'the paper', desk.ed, 1);
  expect(await page()).toMatchObject({ total: 2, pages: 1, corrections: [], counts: { false: 1, open: 1 } });
  expect((await page())?.articles.map(({ title }) => title)).toEqual(['What it costs', 'Other']);
  expect((await page())?.names).toHaveLength(2);

  const report = await article.publish();
  const correction = { exact: '375 staff', correction: 'It has 370 staff.', report: { slug: report.slug } };
  expect((await page())?.corrections).toMatchObject([correction]);
  // What was published stands, whatever is written since.
  await must(suggestCorrection(desk.ed, { ...article.wrong.ref }, 'It has 371 staff.'));
  expect((await page())?.corrections).toMatchObject([correction]);
  await must(withdrawReport(desk.ed, { reportId: report.id, notice: 'Wrong.' }));
  expect((await page())?.corrections).toEqual([]);

  await must(setArticleRemoved(desk.ed, article.id, true));
  expect(await page()).toMatchObject({ total: 1, counts: { false: 0, open: 0 } });
  expect(await publisherPage(db(), 'Nobody', desk.ed, 1)).toBe(null);
  expect(await publisherPage(db(), '%', desk.ed, 1)).toBe(null);
});

test('leaves open what a reviewer has yet to judge, and its correction out', async () => {
  const desk = await addDesk(db());
  const article = await published(desk, 'The Paper');
  await article.publish();
  await must(setReviewRules(desk.ed, article.id, { requiredJudgements: 1, blindFirstPass: true }));
  expect(await publisherPage(db(), 'The Paper', desk.ann, 1)).toMatchObject({
    counts: { false: 0, open: 2 },
    corrections: [],
  });
  expect(await publisherPage(db(), 'The Paper', desk.ed, 1)).toMatchObject({
    counts: { false: 1, open: 1 },
    corrections: [{ correction: 'It has 370 staff.' }],
  });
});

test('pages through many articles, the last page for one past the end', async () => {
  const { ann, ed } = await addDesk(db());
  const article = await addTextArticle(ann, ['Nothing.'], { publisher: 'The Paper' });
  const { id: _, ...row } = await db().article.findUniqueOrThrow({ where: { id: article.id } });
  const data = Array.from({ length: articlesOnPage }, (_unused, at) => ({ ...row, id: `copy-${at}` }));
  await db().article.createMany({ data });
  const [one, two, past] = [
    await publisherPage(db(), 'The Paper', ed, 1),
    await publisherPage(db(), 'The Paper', ed, 2),
    await publisherPage(db(), 'The Paper', ed, 7),
  ];
  expect(one).toMatchObject({ total: articlesOnPage + 1, pages: 2 });
  expect(new Set([...(one?.articles ?? []), ...(two?.articles ?? [])].map(({ id }) => id)).size).toBe(
    articlesOnPage + 1,
  );
  expect(past?.articles).toEqual(two?.articles);
});
