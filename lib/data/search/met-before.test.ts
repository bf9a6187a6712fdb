import { describe, expect, it } from 'vitest';
import { judgeClaim } from '#lib/data/claims/findings';
import { setReviewRules } from '#lib/data/review/assignments';
import type { Verdict } from '#lib/domain/claims/standing';
import { testDatabase } from '#lib/testing/database/database';
import { addDesk, addTextArticle, evidenceFacts, judgementOf, must, type TestPerson } from '#lib/testing/database/rows';
import { metBefore } from './met-before';

const db = testDatabase();

/** An article with one judged claim. */
async function checked(by: TestPerson, text: string, words: string, verdict: Verdict = 'verified') {
  const { id, mark } = await addTextArticle(by, [text], { title: `On ${words}` });
  const { ref } = await mark(words, /\d/.test(words) ? 'figure' : 'fact');
  await must(judgeClaim(by, ref, judgementOf(verdict), evidenceFacts()));
  return { id, ref };
}

async function ask(by: TestPerson, text: string, words: string, viewer = by) {
  const { placeOf } = await addTextArticle(by, [text]);
  return metBefore(db(), { ...placeOf(words), kind: /\d/.test(words) ? 'figure' : 'fact' }, viewer);
}

describe('what was checked before', () => {
  it.each([
    [
      'OpenAI has 3,750 employees, the filing says.',
      '3,750 employees',
      'figure-differs',
      [{ here: '3,750', there: '375' }],
    ],
    ['According to the report OpenAI employs 375 people.', '375 people', 'same', []],
    ['OpenAI目前拥有3750名员工。', '3750名员工', 'figure-differs', [{ here: '3750', there: '375' }]],
    ['OpenAI目前拥有375名员工。', '375名员工', 'same', []],
  ])('is met again in: %s', async (text, words, relation, differences) => {
    const { ann } = await addDesk(db());
    await checked(ann, 'OpenAI had 375 employees and lost $540 million.', '375 employees');
    await checked(ann, 'A bakery in Leeds sold 3,750 loaves on a Monday.', '3,750 loaves');
    const [met, ...others] = (await ask(ann, text, words)) ?? [];
    expect(met).toMatchObject({ relation, standing: 'verified', sources: 1, exact: '375 employees' });
    expect(
      met?.differences.map(({ here, there }) => ({ here: here.replace(/\D*$/, ''), there: there.replace(/\D*$/, '') })),
    ).toEqual(differences);
    expect(others).toEqual([]);
  });

  it('is not met in another fact, in its own article, or where nothing was found yet', async () => {
    const { ann } = await addDesk(db());
    const { id } = await checked(ann, 'OpenAI had 375 employees and lost $540 million.', '375 employees');
    const { mark } = await addTextArticle(ann, ['Nexora employs 810 engineers in Lyon.']);
    await mark('810 engineers', 'figure');
    expect(await ask(ann, 'The cathedral needs 40,000 new bricks.', '40,000 new bricks')).toEqual([]);
    expect(await ask(ann, 'Nexora employs 820 engineers in Lyon.', '820 engineers')).toEqual([]);
    const { id: paragraphId, text } = await db().paragraph.findFirstOrThrow({ where: { revision: { articleId: id } } });
    const start = text.indexOf('375');
    const place = { articleId: id, paragraphId, start, end: start + 3, kind: 'figure' };
    expect(await metBefore(db(), place, ann)).toEqual([]);
    expect(await metBefore(db(), { ...place, articleId: 'gone' }, ann)).toBeNull();
    expect(await metBefore(db(), { ...place, start: 9_000, end: 9_001 }, ann)).toBeNull();
  });

  it('is not told to whom it is blind', async () => {
    const { ann, bo, ed } = await addDesk(db());
    const { id } = await checked(ann, 'OpenAI had 375 employees and lost $540 million.', '375 employees');
    await must(setReviewRules(ed, id, { requiredJudgements: 1, blindFirstPass: true }));
    const text = 'OpenAI has 3,750 employees, the filing says.';
    expect(await ask(ann, text, '3,750 employees', bo)).toEqual([]);
    expect(await ask(ann, text, '3,750 employees', ed)).toHaveLength(1);
    expect(await ask(ann, text, '3,750 employees', ann)).toHaveLength(1);
  });
});
