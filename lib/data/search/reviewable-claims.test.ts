import { expect, it } from 'vitest';
import { judgeClaim } from '#lib/data/claims/findings';
import { setReviewRules } from '#lib/data/review/assignments';
import { claimQuery } from '#lib/domain/search/claim-query';
import { testDatabase } from '#lib/testing/database/database';
import { addDeskArticle, evidenceFacts, judgementOf, must, type TestPerson } from '#lib/testing/database/rows';
import { findClaims } from './find-claims';
import { claimsInPlace } from './reviewable-claims';

const db = testDatabase();
const now = new Date('2026-03-01T12:00:00Z');

it('reads settled claims in their paragraph, as the reader may see them', async () => {
  const { ann, bo, ed, id, mark } = await addDeskArticle(db(), ['Acme has 375 employees. Sales doubled.']);
  const staff = await mark('375 employees', 'figure');
  const sales = await mark('Sales doubled');
  await must(setReviewRules(ed, id, { requiredJudgements: 1, blindFirstPass: true }));
  const because = judgementOf('false', { rationale: 'The filing says 370.' });
  await must(judgeClaim(ann, staff.ref, because, evidenceFacts()));
  const read = async (person: TestPerson) => {
    const { claims } = await findClaims(db(), claimQuery({}), person, now);
    return claimsInPlace(db(), person)(claims);
  };
  expect(await read(ed)).toMatchObject([
    {
      claim: { id: staff.id, standing: 'false', judgements: [{ rationale: 'The filing says 370.' }] },
      paragraph: 'Acme has 375 employees. Sales doubled.',
      beside: expect.arrayContaining([expect.objectContaining({ standing: 'open' })]),
      article: { id },
      published: null,
    },
  ]);
  expect(await read(bo)).toEqual([]);
  await must(judgeClaim(bo, sales.ref, judgementOf('verified'), evidenceFacts()));
  // Bo has judged one of two: the other stands open beside it.
  const [own, ...more] = await read(bo);
  expect(more).toEqual([]);
  expect(own?.claim.id).toBe(sales.id);
  expect(own?.beside.map(({ standing }) => standing).sort()).toEqual(['open', 'verified']);
});
