import { describe, expect, test } from 'vitest';
import { editArticleFacts, setArticleRemoved } from '#lib/data/articles/articles';
import { describeClaim, setClaimRemoved, suggestCorrection } from '#lib/data/claims/edit-claim';
import { judgeClaim } from '#lib/data/claims/findings';
import { markClaim } from '#lib/data/claims/mark-claim';
import { addRevision } from '#lib/data/revisions/revisions';
import type { Actor } from '#lib/domain/people/permission';
import { formOf } from '#lib/domain/review/history';
import { testDatabase } from '#lib/testing/database/database';
import { addDeskArticle, articleFacts, evidenceFacts, judgementOf, must, testMoment } from '#lib/testing/database/rows';
import { articleHistory } from './history';

const db = testDatabase();
const whole = { claimNumber: null, before: null };

const unverifiable = judgementOf('unverifiable');

async function deskWithClaims() {
  const { mark, ...desk } = await addDeskArticle(db(), ['The firm had 375 staff.'], { title: 'Costs' });
  return { ...desk, first: (await mark('375')).ref, second: (await mark('firm')).ref };
}

const seqs = (history: Awaited<ReturnType<typeof articleHistory>>) => history?.lines.map(({ seq }) => seq);

describe('the history of an article', () => {
  test('tells who did what, newest first, with the words of the claim at the time', async () => {
    const { ann, id, first } = await deskWithClaims();
    await judgeClaim(ann, first, unverifiable);
    const history = await articleHistory(db(), id, whole, ann);
    expect(history).toMatchObject({ article: { title: 'Costs' }, claim: null, older: null, last: { seq: 4 } });
    expect(history?.last.seal).toMatch(/^[0-9a-f]{64}$/);
    expect(history?.lines.map(({ verb }) => verb)).toEqual([
      'claim-judged',
      'claim-marked',
      'claim-marked',
      'article-added',
    ]);
    expect(history?.lines[0]).toMatchObject({
      ...{ actor: { name: 'Ann' }, at: testMoment.toISOString(), claim: { number: 1, exact: '375', isThere: true } },
      ...{ before: { standing: 'open' }, after: { standing: 'unverifiable', verdict: 'unverifiable' } },
    });
  });

  test('is read in pages', async () => {
    const { ann, id } = await deskWithClaims();
    for (let line = 4; line <= 7; line += 1) {
      await editArticleFacts(ann, { id, edition: line - 3, facts: articleFacts({ title: `Costs ${line}` }) });
    }
    const page = (before: number | null) => articleHistory(db(), id, { claimNumber: null, before }, ann, 3);
    expect(await page(null)).toMatchObject({ older: 5 });
    expect(seqs(await page(null))).toEqual([7, 6, 5]);
    expect(seqs(await page(5))).toEqual([4, 3, 2]);
    expect(await page(2)).toMatchObject({ older: null, lines: [{ seq: 1 }] });
    expect(seqs(await page(1))).toEqual([]);
  });

  test('can be that of one claim, also of one that was removed', async () => {
    const { ann, id, first, second } = await deskWithClaims();
    await judgeClaim(ann, second, unverifiable);
    await setClaimRemoved(ann, first, true);
    const of = (claimNumber: number) => articleHistory(db(), id, { claimNumber, before: null }, ann);
    expect(seqs(await of(2))).toEqual([4, 3]);
    expect(await of(1)).toMatchObject({ claim: { exact: '375', isThere: false }, lines: [{ seq: 5 }, { seq: 2 }] });
    expect(await of(3)).toBeNull();
  });

  test('is gone with the article, and back with it', async () => {
    const { ann, id } = await deskWithClaims();
    await setArticleRemoved(ann, id, true);
    expect(await articleHistory(db(), id, whole, ann)).toBeNull();
    await setArticleRemoved(ann, id, false);
    expect(seqs(await articleHistory(db(), id, whole, ann))).toEqual([5, 4, 3, 2, 1]);
    expect(await articleHistory(db(), 'nowhere', whole, ann)).toBeNull();
  });

  test('keeps to itself what others found, from a reviewer of a blind first pass who has not judged', async () => {
    const { ann, bo, ed, id, first } = await deskWithClaims();
    await db().article.update({ where: { id }, data: { blindFirstPass: true } });
    await judgeClaim(ann, first, unverifiable);
    const newest = async (reader: Actor) => {
      const line = (await articleHistory(db(), id, whole, reader))?.lines[0];
      return line && [formOf(line), line.after.standing];
    };
    expect(await newest(bo)).toEqual(['hidden', undefined]);
    expect(await newest(ann)).toEqual(['plain', 'unverifiable']);
    expect(await newest(ed)).toEqual(['plain', 'unverifiable']);
    await judgeClaim(bo, first, unverifiable);
    expect(await newest(bo)).toEqual(['plain', 'unverifiable']);
  });

  test('tells a blind reviewer neither by their own acts nor by a suggested wording what others found', async () => {
    const { ann, bo, ed, id } = await addDeskArticle(db(), ['The firm had 375 staff.']);
    const claim = await must(markClaim(bo, await placeOfFirst(id), 'figure'));
    const ref = { articleId: id, claimId: claim.id };
    await db().article.update({ where: { id }, data: { blindFirstPass: true } });
    await must(
      judgeClaim(ann, ref, judgementOf('false', { rationale: 'zxqvorn' }), evidenceFacts({ stance: 'refutes' })),
    );
    await must(suggestCorrection(ed, ref, 'It had zxqvorn staff.'));
    await must(describeClaim(bo, ref, { weight: 'key' }));
    const paragraphs = [{ kind: 'body' as const, text: 'The firm had 376 staff.' }];
    await must(addRevision(bo, id, { paragraphs, basedOn: 1, intake: 'edit' }));
    const blind = await articleHistory(db(), id, whole, bo);
    expect(JSON.stringify(blind)).not.toMatch(/zxqvorn|false"|standing|judgements"/);
    expect(blind?.lines.map(({ verb }) => verb)).toContain('claim-unsettled');
    expect(blind?.lines.map(({ verb }) => verb)).not.toContain('correction-suggested');
    expect(JSON.stringify(await articleHistory(db(), id, whole, ed))).toMatch(/It had zxqvorn staff/);
  });
});

/** The place of “375” in the only paragraph of an article. */
async function placeOfFirst(articleId: string) {
  const { id: paragraphId } = await db().paragraph.findFirstOrThrow({ where: { revision: { articleId } } });
  return { articleId, paragraphId, start: 13, end: 16 };
}
