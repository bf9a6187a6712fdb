import { describe, expect, test } from 'vitest';
import { describeClaim } from '#lib/data/claims/edit-claim';
import { articleForReview } from '#lib/data/review/article-for-review';
import type { SpeakerNamed } from '#lib/domain/claims/claim-input';
import { testDatabase } from '#lib/testing/database/database';
import { addPerson, addTextArticle, testMoment } from '#lib/testing/database/rows';
import { editSpeaker, listSpeakers, mergeSpeaker, separateSpeaker, speakerFor, speakersWithUse } from './speakers';

const now = testMoment;
const db = testDatabase();

const person = (name: string, more: { role?: string; organisation?: string; aliases?: string[] } = {}) => ({
  ...{ name, role: null, organisation: null },
  ...more,
});

async function idOf(named: SpeakerNamed & { aliases?: string[] }): Promise<string> {
  const speaker = await speakerFor(db(), named, now);
  if (!speaker.ok) throw new Error(speaker.code);
  return speaker.value.id;
}

/** An article in which each of some people says something. */
async function quoting(...speakers: SpeakerNamed[]) {
  const ann = await addPerson(db());
  const words = ['Nothing', 'to see', 'here,', 'move', 'along'];
  const article = await addTextArticle(ann, [words.join(' ')]);
  for (const [index, speaker] of speakers.entries()) {
    const { ref } = await article.mark(words[index] ?? '');
    await describeClaim(ann, ref, { speaker });
  }
  const names = async () =>
    (await articleForReview(db(), article.id, { id: 'x', role: 'editor' }))?.claims.map(({ speaker }) => speaker?.name);
  const verbs = async () =>
    (await db().change.findMany({ where: { articleId: article.id }, orderBy: { seq: 'asc' } })).map(({ verb }) => verb);
  return { ann, articleId: article.id, names, verbs };
}

describe('a speaker', () => {
  test.each([
    ['the same name', person('李笛'), person('李笛'), true],
    ['in full width', person('OpenAI'), person('ＯｐｅｎＡＩ'), true],
    ['in another case', person('OpenAI'), person('openai'), true],
    ['an alias', person('Satya Nadella', { aliases: ['Nadella'] }), person('Nadella'), true],
    ['a part of the name', person('Satya Nadella'), person('Satya'), false],
    ['no organisation given', person('李笛', { organisation: '小冰' }), person('李笛'), true],
    ['another organisation', person('李笛', { organisation: '小冰' }), person('李笛', { organisation: '微软' }), false],
    ['another role', person('李笛', { role: 'CEO' }), person('李笛', { role: '首席执行官' }), true],
    ['a name with a sign that LIKE knows', person('AxB'), person('A_B'), false],
  ])('is known by: %s', async (_, first, second, isSame) => {
    const known = await idOf(first);
    expect((await idOf(second)) === known).toBe(isSame);
  });

  test('learns what later articles add, and forgets nothing', async () => {
    await idOf(person('李笛'));
    await idOf(person('李笛', { role: 'CEO', aliases: ['Li Di', '李笛'] }));
    await idOf(person('李笛', { role: '董事', organisation: '小冰' }));
    expect(await listSpeakers(db())).toMatchObject([
      { name: '李笛', role: 'CEO', organisation: '小冰', aliases: ['Li Di'] },
    ]);
  });

  test('is renamed everywhere, and still known by the old name', async () => {
    const { ann, names, verbs } = await quoting(person('Open AI'));
    const id = await idOf(person('Open AI'));
    const edited = await editSpeaker(ann, id, { ...person('OpenAI'), aliases: ['open ai', 'OpenAI'] });
    expect(edited).toMatchObject({ value: { name: 'OpenAI', aliases: ['open ai'] } });
    expect(await names()).toEqual(['OpenAI']);
    expect(await idOf(person('Open AI'))).toBe(id);
    expect((await verbs()).at(-1)).toBe('speaker-edited');
  });

  test('is merged into another and comes apart again', async () => {
    const { ann, names, verbs } = await quoting(person('Sam'), person('Sam Altman'), person('Altman'));
    const [sam, altman, whole] = [
      await idOf(person('Sam')),
      await idOf(person('Altman')),
      await idOf(person('Sam Altman')),
    ];
    expect(await mergeSpeaker(ann, sam, altman)).toMatchObject({ value: { name: 'Altman', aliases: ['Sam'] } });
    expect(await mergeSpeaker(ann, altman, whole)).toMatchObject({ value: { aliases: ['Altman', 'Sam'] } });
    expect(await names()).toEqual(['Sam Altman', 'Sam Altman', 'Sam Altman']);
    expect(await speakersWithUse(db(), 'altm')).toMatchObject([{ name: 'Sam Altman', claims: 3, articles: 1 }]);
    expect(await idOf(person('Sam'))).toBe(whole);
    await separateSpeaker(ann, sam);
    expect(await names()).toEqual(['Sam', 'Sam Altman', 'Sam Altman']);
    expect(await idOf(person('Sam'))).toBe(sam);
    expect((await verbs()).filter((verb) => verb.startsWith('speaker'))).toEqual([
      'speaker-merged',
      'speaker-merged',
      'speaker-separated',
    ]);
  });

  test('is not merged into themselves, nor into somebody who is not there', async () => {
    const { ann } = await quoting();
    const id = await idOf(person('Sam'));
    expect(await mergeSpeaker(ann, id, id)).toMatchObject({ code: 'speaker-is-itself' });
    expect(await mergeSpeaker(ann, id, 'nobody')).toMatchObject({ code: 'not-found' });
    expect(await separateSpeaker(ann, id)).toMatchObject({ code: 'not-found' });
  });
});
