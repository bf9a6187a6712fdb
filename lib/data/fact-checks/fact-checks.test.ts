import { describe, expect, it } from 'vitest';
import type { FactCheck } from '#lib/domain/fact-checks/fact-check';
import { emptyReading } from '#lib/domain/fact-checks/feed';
import { claimDocument } from '#lib/domain/search/claim-document';
import { testDatabase } from '#lib/testing/database/database';
import { addDesk, addTextArticle, must, type TestPerson } from '#lib/testing/database/rows';
import { findChecks, type IncomingCheck, indexMissingChecks, storeChecks } from './checks';
import {
  addFeed,
  feedOf,
  forgetRemovedFeeds,
  listFeeds,
  noteReading,
  removeFeed,
  restoreFeed,
  setFeedOn,
  takeDueFeed,
} from './feeds';
import { metChecks } from './met-checks';

const db = testDatabase();
const now = new Date('2026-05-01T10:00:00Z');

function check(claim: string, more: Partial<FactCheck> = {}): IncomingCheck {
  const { words, folded, isChinese } = claimDocument({ text: claim, start: 0, end: claim.length, speaker: '' });
  return {
    ...{ url: 'https://checks.example.org/1', claim, checker: 'Example Checks', publishedOn: '2024-03-05' },
    ...{
      rating: 'False',
      ratingValue: 1,
      bestRating: 5,
      worstRating: 1,
      claimant: null,
      appearance: null,
      language: 'en',
    },
    ...{ words, folded, isChinese, key: `key of ${claim}`, ...more },
  };
}

const subscribe = async (
  by: TestPerson,
  name = 'Example Checks',
  url: string | null = 'https://checks.example.org/feed',
) => (await must(addFeed(by, { name, url }))).id;

async function ask(by: TestPerson, text: string, words: string) {
  const { placeOf } = await addTextArticle(by, [text]);
  return metChecks(db(), { ...placeOf(words), kind: /\d/.test(words) ? 'figure' : 'fact' });
}

const search = async (words: string) => (await findChecks(db(), { search: words, from: 0, limit: 10 })).checks;

describe('a feed', () => {
  it('is subscribed to once, and its removal is taken back with all that it brought', async () => {
    const { ed } = await addDesk(db());
    const id = await subscribe(ed);
    expect(await addFeed(ed, { name: 'Again', url: 'https://www.checks.example.org/feed/' })).toMatchObject({
      code: 'feed-exists',
    });
    await storeChecks(db(), id, [check('It rained.')], now);
    expect(await must(removeFeed(ed, id))).toEqual({ name: 'Example Checks' });
    expect([await listFeeds(db()), await search('rained')]).toEqual([[], []]);
    expect(await removeFeed(ed, id)).toMatchObject({ code: 'not-found' });
    await must(restoreFeed(ed, id));
    expect(await listFeeds(db())).toMatchObject([{ name: 'Example Checks', checks: 1, addedBy: ed.name }]);
    expect(await search('rained')).toHaveLength(1);
  });

  it('is gone for good a day after its removal, and another one may take its place', async () => {
    const { ed } = await addDesk(db());
    const id = await subscribe(ed);
    await storeChecks(db(), id, [check('It rained.')], now);
    await must(removeFeed(ed, id));
    await subscribe(ed);
    expect(await restoreFeed(ed, id)).toMatchObject({ code: 'feed-exists' });
    await forgetRemovedFeeds(db(), new Date(Date.now() + 2 * 24 * 3_600_000));
    expect(await db().factCheck.count()).toBe(0);
  });

  it('is read by whoever asks first once its time has come, and not while it is paused', async () => {
    const { ed } = await addDesk(db());
    const id = await subscribe(ed);
    await subscribe(ed, 'A file', null);
    await noteReading(db(), id, { reading: { ...emptyReading, pagesLeft: 3 }, now, seenPages: ['a'] });
    expect(await takeDueFeed(db(), now)).toBeNull();
    const later = new Date(now.getTime() + 3_600_000);
    const taken = await Promise.all([1, 2, 3].map(() => takeDueFeed(db(), later)));
    expect(taken.filter(Boolean)).toMatchObject([{ id, seenPages: ['a'], hasPagesLeft: true }]);
    await must(setFeedOn(ed, id, false));
    expect(await takeDueFeed(db(), new Date(now.getTime() + 99 * 3_600_000))).toBeNull();
    expect(await feedOf(db(), id)).toMatchObject({ id });
  });
});

describe('the pool', () => {
  it('takes what is new, and replaces what says something else', async () => {
    const { ed } = await addDesk(db());
    const id = await subscribe(ed);
    const first = [check('It rained.'), check('Trains run late.')];
    expect(await storeChecks(db(), id, first, now)).toEqual({ added: 2, changed: 0, same: 0 });
    const second = [check('It rained.', { rating: 'True' }), check('Trains run late.'), check('It hailed.')];
    expect(await storeChecks(db(), id, second, now)).toEqual({ added: 1, changed: 1, same: 1 });
    expect(await search('rained')).toMatchObject([{ claim: 'It rained.', rating: 'True', feed: 'Example Checks' }]);
  });

  it('shows one check once, whatever feeds bring it', async () => {
    const { ed } = await addDesk(db());
    const [one, two] = [await subscribe(ed), await subscribe(ed, 'Other', 'https://other.example.org/feed')];
    for (const id of [one, two]) await storeChecks(db(), id, [check('It rained.')], now);
    expect(await findChecks(db(), { search: '', from: 0, limit: 10 })).toMatchObject({ total: 1, checks: [{}] });
    await must(removeFeed(ed, one));
    expect(await search('rained')).toMatchObject([{ feed: 'Other' }]);
  });

  it('shows the newest of a check that was corrected, whichever feed brought it', async () => {
    const { ed } = await addDesk(db());
    const one = await subscribe(ed);
    const two = await subscribe(ed, 'Dropped in', null);
    const corrected = check('It rained.', { rating: 'True (corrected)', publishedOn: '2026-04-30' });
    await storeChecks(db(), one, [check('It rained.')], now);
    await storeChecks(db(), two, [corrected], now);
    expect(await search('rained')).toMatchObject([{ rating: 'True (corrected)' }]);
    // An older copy that comes later takes nothing back.
    await storeChecks(db(), one, [check('It rained.')], new Date(now.getTime() + 60_000));
    expect(await search('rained')).toMatchObject([{ rating: 'True (corrected)' }]);
  });

  it('is searched as claims are: by stems, in either language, by figures and phrases', async () => {
    const { ed } = await addDesk(db());
    const id = await subscribe(ed);
    await storeChecks(db(), id, [check('Norland closed 40 hospitals.'), check('北原市关闭了40家医院。')], now);
    for (const words of ['hospital', '40', '"closed 40"']) {
      expect([words, (await search(words)).map(({ claim }) => claim)]).toMatchObject([
        words,
        expect.arrayContaining(['Norland closed 40 hospitals.']),
      ]);
    }
    expect(await search('医院')).not.toEqual([]);
    expect(await search('cathedral')).toEqual([]);
    expect(await search('"')).toEqual([]);
  });

  it('is made findable again where its rows are missing, as after a copy', async () => {
    const { ed } = await addDesk(db());
    await storeChecks(db(), await subscribe(ed), [check('It rained.')], now);
    await db().factCheckSearch.deleteMany();
    expect(await search('rained')).toEqual([]);
    expect(await indexMissingChecks(db())).toBe(1);
    expect(await search('rained')).toHaveLength(1);
  });
});

describe('what others checked', () => {
  it.each([
    ['Last year Norland closed 40 hospitals, the minister said.', '40 hospitals', 'same', []],
    ['Last year Norland closed 14 hospitals, the minister said.', '14 hospitals', 'figure-differs', ['40']],
  ])('is met in: %s', async (text, words, relation, there) => {
    const { ed } = await addDesk(db());
    const id = await subscribe(ed);
    await storeChecks(db(), id, [check('Norland closed 40 hospitals.'), check('A bakery sold 40 loaves.')], now);
    const [met, ...others] = (await ask(ed, text, words)) ?? [];
    expect(met).toMatchObject({ claim: 'Norland closed 40 hospitals.', checker: 'Example Checks', relation });
    expect(met?.differences.map((difference) => difference.there.replace(/\D*$/, ''))).toEqual(there);
    expect(others).toEqual([]);
    await must(removeFeed(ed, id));
    expect(await ask(ed, text, words)).toEqual([]);
  });

  it('is no claim of the desk: it stands in none of its tables', async () => {
    const { ed } = await addDesk(db());
    await storeChecks(db(), await subscribe(ed), [check('It rained.')], now);
    expect([await db().claim.count(), await db().claimSearch.count(), await db().source.count()]).toEqual([0, 0, 0]);
  });
});
