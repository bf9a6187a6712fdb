import { describe, expect, it } from 'vitest';
import type { Result } from '#lib/domain/refusal';
import { testDatabase } from '#lib/testing/database/database';
import { addPerson, addTextArticle, must, testMoment } from '#lib/testing/database/rows';
import { forgetOldActs, inTransaction, type LockedArticle, lockArticle, onCommit, type Writer } from './change-log';

const db = testDatabase();
const minutes = (count: number) => new Date(testMoment.getTime() + count * 60_000);
const week = 7 * 24 * 60;

/** A write of one article. */
const writeIn = <T>(
  writer: Writer,
  id: string,
  run: (locked: LockedArticle) => Promise<Result<T>>,
  options: { includeRemoved?: boolean } = {},
) =>
  inTransaction(writer, async (tx) => {
    const locked = await lockArticle(tx, writer, id, options);
    return locked.ok ? run(locked.value) : locked;
  });

describe('an act with a key', () => {
  /** Sends one act, later and later; says how often it was done. */
  async function sender() {
    const ann = await addPerson(db());
    let done = 0;
    const send = (key = 'act', writer = ann) =>
      must(inTransaction({ ...writer, key }, async () => ({ ok: true, value: { done: ++done } })));
    return { ann, send };
  }

  it('is done once, and answered as the first time', async () => {
    const { send } = await sender();
    expect(await send()).toEqual({ done: 1 });
    expect(await send()).toEqual({ done: 1 });
    expect(await send('another')).toEqual({ done: 2 });
  });

  it('is another act where another person has the same key', async () => {
    const { send } = await sender();
    expect(await send()).toEqual({ done: 1 });
    expect(await send('act', await addPerson(db(), 'Bo'))).toEqual({ done: 2 });
  });

  it.each([
    ['ten minutes', 10],
    ['a day', 24 * 60],
    ['a week', week],
  ])('is remembered for %s', async (_, after) => {
    const { send } = await sender();
    await send();
    await forgetOldActs(db(), minutes(after));
    expect(await send()).toEqual({ done: 1 });
  });

  it('is forgotten after more than a week', async () => {
    const { send } = await sender();
    await send();
    await forgetOldActs(db(), minutes(week + 1));
    expect(await send()).toEqual({ done: 2 });
  });

  it('that was refused is done when it is sent again', async () => {
    const ann = await addPerson(db());
    const writer = { ...ann, key: 'act' };
    expect(await inTransaction(writer, async () => ({ ok: false, code: 'not-found' }))).toMatchObject({ ok: false });
    expect(await must(inTransaction(writer, async () => ({ ok: true, value: 'done' })))).toBe('done');
  });
});

describe('a change of an article', () => {
  const verbsOf = async (articleId: string) =>
    (await db().change.findMany({ where: { articleId }, orderBy: { seq: 'asc' } })).map(({ verb, seq }) => [verb, seq]);

  it('is told to listeners after it is written, and not where it is refused', async () => {
    const ann = await addPerson(db());
    const { id } = await addTextArticle(ann, ['The firm had 375 staff.']);
    const told: unknown[] = [];
    const end = onCommit((articleId, seq) => told.push([articleId, seq]));
    const log = { verb: 'claim-judged' } as const;
    await writeIn(ann, id, async (locked) => {
      await locked.log(log);
      return { ok: true, value: null };
    });
    await writeIn(ann, id, async (locked) => {
      await locked.log(log);
      return { ok: false, code: 'not-found' };
    });
    end();
    await writeIn(ann, id, async (locked) => {
      await locked.logAll([log, log]);
      return { ok: true, value: null };
    });
    expect(told).toEqual([[id, 2]]);
    expect(await verbsOf(id)).toEqual([
      ['article-added', 1],
      ['claim-judged', 2],
      ['claim-judged', 3],
      ['claim-judged', 4],
    ]);
  });

  it('goes on where the same transaction locks the article again', async () => {
    const ann = await addPerson(db());
    const { id } = await addTextArticle(ann, ['The firm had 375 staff.']);
    const writing = inTransaction(ann, async (tx) => {
      const first = await must(lockArticle(tx, ann, id));
      await first.logAll([{ verb: 'claim-judged' }, { verb: 'claim-judged' }]);
      const second = await must(lockArticle(tx, ann, id));
      await second.log({ verb: 'claim-moved' });
      return { ok: true, value: null };
    });
    await must(writing);
    expect((await verbsOf(id)).at(-1)).toEqual(['claim-moved', 4]);
    expect(await db().article.findUnique({ where: { id } })).toMatchObject({ lastSeq: 4 });
  });

  it('that writes no line leaves the number of the last one', async () => {
    const ann = await addPerson(db());
    const { id } = await addTextArticle(ann, ['The firm had 375 staff.']);
    await writeIn(ann, id, async () => ({ ok: true, value: null }));
    expect(await db().article.findUnique({ where: { id } })).toMatchObject({ lastSeq: 1 });
  });

  it('is made inside a transaction alone', async () => {
    const ann = await addPerson(db());
    await expect(lockArticle(db(), ann, 'any')).rejects.toThrow('outside of inTransaction');
  });

  it('leaves no trace where it is refused', async () => {
    const ann = await addPerson(db());
    const { id } = await addTextArticle(ann, ['The firm had 375 staff.']);
    const refused = await writeIn(ann, id, async ({ tx, log }) => {
      await tx.article.update({ where: { id }, data: { title: 'Another' } });
      await log({ verb: 'article-edited' });
      return { ok: false, code: 'not-allowed' };
    });
    expect(refused).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(await db().article.findUnique({ where: { id } })).toMatchObject({ title: 'What it costs', lastSeq: 1 });
  });

  it('is refused for an article that is not there, or was removed, unless it asks for such ones', async () => {
    const ann = await addPerson(db());
    const { id } = await addTextArticle(ann, ['The firm had 375 staff.']);
    await db().article.update({ where: { id }, data: { removedAt: testMoment } });
    const run = async () => ({ ok: true as const, value: 'done' });
    expect(await writeIn(ann, 'nothing', run)).toMatchObject({ ok: false, code: 'not-found' });
    expect(await writeIn(ann, id, run)).toMatchObject({ ok: false, code: 'not-found' });
    expect(await writeIn(ann, id, run, { includeRemoved: true })).toMatchObject({ ok: true });
  });
});
