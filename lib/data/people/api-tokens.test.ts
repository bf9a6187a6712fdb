import { describe, expect, it } from 'vitest';
import { isApiSecret, mostTokens } from '#lib/domain/people/api-token-input';
import { testDatabase } from '#lib/testing/database/database';
import { addPerson, must, type TestPerson, testMoment } from '#lib/testing/database/rows';
import { bearerOf, listApiTokens, makeApiToken, revokeApiToken } from './api-tokens';
import { makeToken, personOfToken } from './feed-tokens';

const db = testDatabase();
const now = testMoment;
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

type Wanted = Parameters<typeof makeApiToken>[1];
const wanted: Wanted = { name: 'Nightly', scopes: ['read', 'write:claims'], lifetime: 30 };

const make = (person: TestPerson, more: Partial<Wanted> = {}) => must(makeApiToken(person, { ...wanted, ...more }));

describe('a token of the API', () => {
  it('opens for its person with its scopes, and no other secret does', async () => {
    const ann = await addPerson(db());
    const { secret, id } = await make(ann);
    expect(isApiSecret(secret)).toBe(true);
    expect(await bearerOf(db(), secret, now)).toMatchObject({
      ...{ tokenId: id, scopes: ['read', 'write:claims'] },
      person: { id: ann.id, role: 'reviewer' },
    });
    for (const wrong of ['', `${secret}x`, secret.slice(4), secret.toUpperCase()]) {
      expect(await bearerOf(db(), wrong, now)).toBeNull();
    }
  });

  it('is not in the database; eight characters of it are, to know it by', async () => {
    const { secret } = await make(await addPerson(db()));
    const [row] = await db().token.findMany();
    expect(JSON.stringify(row)).not.toContain(secret.slice(8));
    expect(row?.hint).toBe(secret.slice(0, 8));
    expect(await bearerOf(db(), row?.tokenHash ?? '', now)).toBeNull();
  });

  it('is one of several, each ended for itself', async () => {
    const ann = await addPerson(db());
    const [first, second] = [await make(ann), await make(ann, { name: 'Other' })];
    expect((await listApiTokens(db(), ann, now)).map(({ name }) => name).sort()).toEqual(['Nightly', 'Other']);
    expect(await revokeApiToken(ann, ann, first.id)).toMatchObject({ ok: true });
    expect(await revokeApiToken(ann, ann, first.id)).toMatchObject({ code: 'not-found' });
    expect(await bearerOf(db(), first.secret, now)).toBeNull();
    expect(await bearerOf(db(), second.secret, now)).not.toBeNull();
  });

  it('ends by itself when its time is over, if it has one', async () => {
    const ann = await addPerson(db());
    const [month, forever] = [await make(ann), await make(ann, { lifetime: 0 })];
    expect(await bearerOf(db(), month.secret, later(29))).not.toBeNull();
    expect(await bearerOf(db(), month.secret, later(30))).toBeNull();
    expect(await bearerOf(db(), forever.secret, later(3_000))).not.toBeNull();
    expect(await listApiTokens(db(), ann, later(31))).toHaveLength(1);
  });

  it('has the role that its person has now, and ends with their access', async () => {
    const ann = await addPerson(db());
    const { secret } = await make(ann);
    await db().user.update({ where: { id: ann.id }, data: { role: 'viewer' } });
    expect((await bearerOf(db(), secret, now))?.person.role).toBe('viewer');
    await db().user.update({ where: { id: ann.id }, data: { active: false } });
    expect(await bearerOf(db(), secret, now)).toBeNull();
  });

  it('is seen and revoked by its person and by admins alone', async () => {
    const [ann, bo, admin] = [
      await addPerson(db()),
      await addPerson(db(), 'editor', 'editor'),
      await addPerson(db(), 'admin', 'admin'),
    ];
    const { id } = await make(ann);
    expect(await listApiTokens(db(), bo, now)).toEqual([]);
    expect(await revokeApiToken(bo, bo, id)).toMatchObject({ code: 'not-found' });
    expect(await listApiTokens(db(), admin, now)).toMatchObject([{ id, owner: { id: ann.id, name: 'Ann' } }]);
    expect(await revokeApiToken(admin, admin, id)).toMatchObject({ ok: true });
  });

  it('is the same one with another secret where its making is sent again, and no secret is remembered', async () => {
    const ann = await addPerson(db());
    const again = { ...ann, key: 'a-key-of-this-act' };
    const [first, second] = [await make(again), await make(again)];
    expect(second.id).toBe(first.id);
    expect(await bearerOf(db(), first.secret, now)).toBeNull();
    expect(await bearerOf(db(), second.secret, now)).not.toBeNull();
    expect(JSON.stringify(await db().act.findMany())).not.toContain('cdk_');
  });

  it('is no feed link, nor the other way round', async () => {
    const ann = await addPerson(db());
    const { secret } = await make(ann);
    expect(await personOfToken(db(), 'feed', secret, now)).toBeNull();
    const feed = await makeToken(ann, 'feed');
    expect(feed.ok && (await bearerOf(db(), feed.value.secret, now))).toBeNull();
  });

  it('is not made without end', async () => {
    const ann = await addPerson(db());
    for (let made = 0; made < mostTokens; made += 1) await make(ann);
    expect(await makeApiToken(ann, wanted)).toMatchObject({ code: 'too-many-tokens' });
    expect((await makeApiToken({ ...ann, now: later(31) }, wanted)).ok).toBe(true);
  });

  it('has no more scopes than the desk knows', async () => {
    const { secret, id } = await make(await addPerson(db()));
    await db().token.update({ where: { id }, data: { scopes: ['read', 'write:everything'] } });
    expect((await bearerOf(db(), secret, now))?.scopes).toEqual(['read']);
  });
});
