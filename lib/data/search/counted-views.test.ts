import { expect, it } from 'vitest';
import { judgeClaim } from '#lib/data/claims/findings';
import { setReviewRules } from '#lib/data/review/assignments';
import { claimQuery } from '#lib/domain/search/claim-query';
import { mostInNavigation } from '#lib/domain/search/saved-view';
import { testDatabase } from '#lib/testing/database/database';
import { addDeskArticle, evidenceFacts, judgementOf, must, type TestPerson } from '#lib/testing/database/rows';
import { countedViews } from './counted-views';
import { countUpTo } from './find-claims';
import { saveView } from './saved-views';

const db = testDatabase();
const now = new Date('2026-03-01T12:00:00Z');

const save = (person: TestPerson, name: string, query: Record<string, string>, isShared = false) =>
  must(saveView(person, person, { name, query, isShared }));
const counted = async (person: TestPerson) =>
  (await countedViews(db(), person, now)).map(({ name, count, isMore }) => [name, count, isMore]).sort();

it('counts what a person’s own views find, and nothing that they may not see', async () => {
  const { ann, bo, ed, id, mark } = await addDeskArticle(db(), ['Acme has 375 employees. Sales doubled.']);
  const staff = await mark('375 employees', 'figure');
  await mark('Sales doubled');
  await must(setReviewRules(ed, id, { requiredJudgements: 1, blindFirstPass: true }));
  await must(judgeClaim(ann, staff.ref, judgementOf('false'), evidenceFacts()));
  for (const person of [ann, bo]) {
    await save(person, 'False', { standing: 'false' }, true);
    await save(person, 'Staff', { q: 'employees' });
  }
  expect(await counted(ann)).toEqual([
    ['False', 1, false],
    ['Staff', 1, false],
  ]);
  // Bo has yet to judge it.
  expect(await counted(bo)).toEqual([
    ['False', 0, false],
    ['Staff', 1, false],
  ]);
  expect(await counted(ed)).toEqual([]);
});

it('counts so many views and so many claims at most', async () => {
  const { ann, mark } = await addDeskArticle(db(), ['Acme has 375 employees. Sales doubled.']);
  await mark('375 employees', 'figure');
  await mark('Sales doubled');
  for (const at of Array(mostInNavigation + 1).keys()) await save(ann, `View ${at}`, { standing: 'open' });
  expect(await counted(ann)).toHaveLength(mostInNavigation);
  expect(await countUpTo(db(), claimQuery({}), ann, { now, most: 1 })).toBe(1);
});
