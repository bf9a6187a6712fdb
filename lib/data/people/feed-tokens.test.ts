import { describe, expect, it } from 'vitest';
import type { Writer } from '#lib/data/history/change-log';
import { testDatabase } from '#lib/testing/database/database';
import { addPerson, must, testMoment } from '#lib/testing/database/rows';
import { endToken, hasToken, makeToken, personOfToken } from './feed-tokens';

const db = testDatabase();
const now = testMoment;

const make = async (writer: Writer) => (await must(makeToken(writer, 'feed'))).secret;

describe('a token', () => {
  it('reads for its person, and no other secret does', async () => {
    const ann = await addPerson(db(), 'Ann', 'viewer');
    const secret = await make(ann);
    expect(await personOfToken(db(), 'feed', secret, now)).toMatchObject({ id: ann.actorId, role: 'viewer' });
    for (const wrong of ['', `${secret}x`, secret.slice(1), secret.toUpperCase()]) {
      expect(await personOfToken(db(), 'feed', wrong, now)).toBeNull();
    }
  });

  it('is not in the database, and its hash opens nothing', async () => {
    const ann = await addPerson(db(), 'Ann', 'viewer');
    const secret = await make({ ...ann, key: 'a-key-of-this-act' });
    const [row] = await db().token.findMany();
    expect(JSON.stringify([row, await db().act.findMany()])).not.toContain(secret);
    expect(await personOfToken(db(), 'feed', row?.tokenHash ?? '', now)).toBeNull();
  });

  it('ends when a new one is made, and by itself', async () => {
    const ann = await addPerson(db(), 'Ann', 'viewer');
    const first = await make(ann);
    const second = await make(ann);
    expect(await personOfToken(db(), 'feed', first, now)).toBeNull();
    expect(await personOfToken(db(), 'feed', second, now)).not.toBeNull();
    expect(await hasToken(db(), ann.actorId, 'feed')).toBe(true);
    await endToken(ann, 'feed');
    expect(await personOfToken(db(), 'feed', second, now)).toBeNull();
    expect(await hasToken(db(), ann.actorId, 'feed')).toBe(false);
  });

  it('leaves one that works, of two made at once', async () => {
    const ann = await addPerson(db(), 'Ann', 'viewer');
    const made = await Promise.all([make(ann), make(ann), make(ann)]);
    const working = await Promise.all(made.map((secret) => personOfToken(db(), 'feed', secret, now)));
    expect(working.filter(Boolean)).toHaveLength(1);
  });

  it('is closed to a person who was let go, and open again when they are back', async () => {
    const ann = await addPerson(db(), 'Ann', 'viewer');
    const secret = await make(ann);
    await db().user.update({ where: { id: ann.actorId }, data: { active: false } });
    expect(await personOfToken(db(), 'feed', secret, now)).toBeNull();
    await db().user.update({ where: { id: ann.actorId }, data: { active: true } });
    expect(await personOfToken(db(), 'feed', secret, now)).not.toBeNull();
  });

  it('notes its use at most once an hour', async () => {
    const secret = await make(await addPerson(db(), 'Ann', 'viewer'));
    const usedAt = async (minutes: number) => {
      await personOfToken(db(), 'feed', secret, new Date(now.getTime() + minutes * 60_000));
      return (await db().token.findFirstOrThrow()).lastUsedAt?.toISOString();
    };
    expect(await usedAt(0)).toBe(now.toISOString());
    expect(await usedAt(59)).toBe(now.toISOString());
    expect(await usedAt(61)).toBe('2026-01-05T11:01:00.000Z');
  });
});
