import { expect, test } from 'vitest';
import { acceptSuggestions, returnSuggestions, setSuggestionsDismissed } from '#lib/data/claims/suggestions';
import { articleForReview } from '#lib/data/review/article-for-review';
import { assignWork, unassignWork } from '#lib/data/review/assignments';
import { changesSince } from '#lib/data/review/changes-since';
import { testDatabase } from '#lib/testing/database/database';
import { addDesk, addTextArticle, must } from '#lib/testing/database/rows';

const db = testDatabase();

/** Around the number of values that SQLite's client binds to one statement, and more. */
const sizes = [998, 999, 1_300];
const most = 1_300;

test('acts on as many claims, suggestions and paragraphs as they may name', async () => {
  const { ann, bo } = await addDesk(db());
  const rows = Array.from({ length: 13 }, (_, row) =>
    Array.from({ length: 100 }, (_, at) => `The firm had ${row * 100 + at + 200} staff.`).join(' '),
  );
  const { id } = await addTextArticle(ann, rows);
  const view = async () => {
    const article = await articleForReview(db(), id, ann);
    if (!article) throw new Error('the article is there');
    return article;
  };
  const { suggestions } = await view();
  expect(suggestions.length).toBeGreaterThanOrEqual(most);
  const ids = suggestions.map((one) => one.id).slice(0, most);
  for (const size of sizes) {
    const some = ids.slice(0, size);
    await must(setSuggestionsDismissed(ann, id, { ids: some, dismissed: true }));
    await must(setSuggestionsDismissed(ann, id, { ids: some, dismissed: false }));
    expect(await must(acceptSuggestions(ann, id, some))).toHaveLength(size);
    const { claims, article } = await view();
    const work = { assigneeId: bo.actorId, dueOn: null, claimIds: claims.map((claim) => claim.id), paragraphIds: [] };
    expect(await must(assignWork(ann, id, work))).toHaveLength(size);
    expect(await changesSince(db(), id, article.seq - 1, bo)).not.toBeNull();
    expect(await must(unassignWork(ann, id, work))).toEqual([]);
    await must(returnSuggestions(ann, id, some));
  }
});
