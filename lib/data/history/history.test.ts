import { describe, expect, test } from 'vitest';
import { addArticle, editArticleFacts, setArticleRemoved } from '#lib/data/articles/articles';
import { setClaimRemoved } from '#lib/data/claims/edit-claim';
import { judgeClaim } from '#lib/data/claims/findings';
import { markClaim } from '#lib/data/claims/mark-claim';
import { newId } from '#lib/data/database/id';
import type { Actor, Role } from '#lib/domain/people/permission';
import { formOf } from '#lib/domain/review/history';
import { testDatabase } from '#lib/testing/database/database';
import { articleHistory } from './history';

const db = testDatabase();
const now = new Date('2026-01-05T10:00:00Z');
const whole = { claimNumber: null, before: null };

async function addPerson(name: string, role: Role = 'reviewer') {
  const id = newId();
  await db().user.create({ data: { id, name, role, email: `${id}@example.org` } });
  const reader: Actor = { id, name, role };
  return { db: db(), actorId: id, now, reader };
}

const factsNamed = (title: string) => ({
  ...{ title, publisher: null, url: null, byline: null, publishedOn: null, language: 'en' },
});
const unverifiable = { verdict: 'unverifiable', rationale: '', confidence: 'low' } as const;

async function begin() {
  const ann = await addPerson('Ann');
  const draft = { ...factsNamed('Costs'), paragraphs: [{ kind: 'body' as const, text: 'The firm had 375 staff.' }] };
  const { id, paragraphIds } = await addArticle(ann, draft, { intake: 'paste' });
  const mark = async (start: number, end: number) => {
    const marked = await markClaim(ann, { articleId: id, paragraphId: paragraphIds[0] ?? '', start, end }, 'fact');
    if (!marked.ok) throw new Error(marked.code);
    return { articleId: id, claimId: marked.value.id };
  };
  return { ann, id, first: await mark(13, 16), second: await mark(4, 8) };
}

const seqs = (history: Awaited<ReturnType<typeof articleHistory>>) => history?.lines.map(({ seq }) => seq);

describe('the history of an article', () => {
  test('tells who did what, newest first, with the words of the claim at the time', async () => {
    const { ann, id, first } = await begin();
    await judgeClaim(ann, first, unverifiable);
    const history = await articleHistory(db(), id, whole, ann.reader);
    expect(history).toMatchObject({ article: { title: 'Costs' }, claim: null, older: null, last: { seq: 4 } });
    expect(history?.last.seal).toMatch(/^[0-9a-f]{64}$/);
    expect(history?.lines.map(({ verb }) => verb)).toEqual([
      'claim-judged',
      'claim-marked',
      'claim-marked',
      'article-added',
    ]);
    expect(history?.lines[0]).toMatchObject({
      ...{ actor: { name: 'Ann' }, at: now.toISOString(), claim: { number: 1, exact: '375', isThere: true } },
      ...{ before: { standing: 'open' }, after: { standing: 'unverifiable', verdict: 'unverifiable' } },
    });
  });

  test('is read in pages', async () => {
    const { ann, id } = await begin();
    for (let line = 4; line <= 7; line += 1) {
      await editArticleFacts(ann, { id, edition: line - 3, facts: factsNamed(`Costs ${line}`) });
    }
    const page = (before: number | null) => articleHistory(db(), id, { claimNumber: null, before }, ann.reader, 3);
    expect(await page(null)).toMatchObject({ older: 5 });
    expect(seqs(await page(null))).toEqual([7, 6, 5]);
    expect(seqs(await page(5))).toEqual([4, 3, 2]);
    expect(await page(2)).toMatchObject({ older: null, lines: [{ seq: 1 }] });
    expect(seqs(await page(1))).toEqual([]);
  });

  test('can be that of one claim, also of one that was removed', async () => {
    const { ann, id, first, second } = await begin();
    await judgeClaim(ann, second, unverifiable);
    await setClaimRemoved(ann, first, true);
    const of = (claimNumber: number) => articleHistory(db(), id, { claimNumber, before: null }, ann.reader);
    expect(seqs(await of(2))).toEqual([4, 3]);
    expect(await of(1)).toMatchObject({ claim: { exact: '375', isThere: false }, lines: [{ seq: 5 }, { seq: 2 }] });
    expect(await of(3)).toBeNull();
  });

  test('is gone with the article, and back with it', async () => {
    const { ann, id } = await begin();
    await setArticleRemoved(ann, id, true);
    expect(await articleHistory(db(), id, whole, ann.reader)).toBeNull();
    await setArticleRemoved(ann, id, false);
    expect(seqs(await articleHistory(db(), id, whole, ann.reader))).toEqual([5, 4, 3, 2, 1]);
    expect(await articleHistory(db(), 'nowhere', whole, ann.reader)).toBeNull();
  });

  test('keeps to itself what others found, from a reviewer of a blind first pass who has not judged', async () => {
    const { ann, id, first } = await begin();
    const [bo, ed] = [await addPerson('Bo'), await addPerson('Ed', 'editor')];
    await db().article.update({ where: { id }, data: { blindFirstPass: true } });
    await judgeClaim(ann, first, unverifiable);
    const newest = async (reader: Actor) => {
      const line = (await articleHistory(db(), id, whole, reader))?.lines[0];
      return line && [formOf(line), line.after.standing];
    };
    expect(await newest(bo.reader)).toEqual(['hidden', undefined]);
    expect(await newest(ann.reader)).toEqual(['plain', 'unverifiable']);
    expect(await newest(ed.reader)).toEqual(['plain', 'unverifiable']);
    await judgeClaim(bo, first, unverifiable);
    expect(await newest(bo.reader)).toEqual(['plain', 'unverifiable']);
  });
});
