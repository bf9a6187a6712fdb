import { expect, it } from 'vitest';
import { judgeClaim } from '#lib/data/claims/findings';
import { setReviewRules } from '#lib/data/review/assignments';
import { mostSuggestionsMet } from '#lib/domain/search/met-before';
import { testDatabase } from '#lib/testing/database/database';
import { addDesk, addTextArticle, evidenceFacts, judgementOf, must } from '#lib/testing/database/rows';
import { metSuggestions } from './met-suggestions';

const db = testDatabase();

it('the suggestions that repeat what was checked are told, but not to whom it is blind', async () => {
  const { ann, bo, ed } = await addDesk(db());
  const checked = await addTextArticle(ann, ['OpenAI had 375 employees and lost $540 million.']);
  const { ref } = await checked.mark('375 employees', 'figure');
  await must(judgeClaim(ann, ref, judgementOf('verified'), evidenceFacts()));
  const text = 'OpenAI has 3,750 employees, the filing says. The cathedral needs 40,000 new bricks.';
  const { id } = await addTextArticle(ann, [text]);
  const suggestions = await db().suggestion.findMany({ where: { articleId: id } });
  const wordsOf = (ids: string[]) =>
    suggestions.filter((one) => ids.includes(one.id)).map(({ start, end }) => text.slice(start, end));
  const told = await metSuggestions(db(), id, bo);
  expect(told?.lookedUp).toBe(suggestions.length);
  expect(wordsOf(told?.met ?? []).join()).toContain('3,750 employees');
  expect(wordsOf(told?.met ?? []).join()).not.toContain('bricks');

  await must(setReviewRules(ed, checked.id, { requiredJudgements: 1, blindFirstPass: true }));
  expect((await metSuggestions(db(), id, bo))?.met).toEqual([]);
  expect((await metSuggestions(db(), id, ed))?.met).toEqual(told?.met);
  expect(await metSuggestions(db(), 'gone', ed)).toBeNull();
});

it('of very many suggestions only the most check-worthy are looked up', async () => {
  const { ann } = await addDesk(db());
  const lines = Array.from({ length: 60 }, (_, at) => `Firm ${at} had ${1_000 + at} employees in 2023.`);
  const { id } = await addTextArticle(ann, lines);
  expect(await db().suggestion.count({ where: { articleId: id } })).toBeGreaterThan(mostSuggestionsMet);
  expect((await metSuggestions(db(), id, ann))?.lookedUp).toBe(mostSuggestionsMet);
});
