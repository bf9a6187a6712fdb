import { describe, expect, it } from 'vitest';
import { describeClaim } from '#lib/data/claims/edit-claim';
import { judgeClaim } from '#lib/data/claims/findings';
import { measureClaim } from '#lib/data/ledger/edit-metrics';
import { setReviewRules } from '#lib/data/review/assignments';
import { addSpeakers, soundMissing } from '#lib/data/sources/speakers';
import type { FoundThings } from '#lib/domain/search/found-things';
import { testDatabase } from '#lib/testing/database/database';
import { addDesk, addTextArticle, evidenceFacts, judgementOf, must } from '#lib/testing/database/rows';
import { findThings } from './find-things';

const db = testDatabase();
const now = new Date('2026-03-01T12:00:00Z');
const addresses = (found: FoundThings) => Object.values(found).flatMap((some) => some.map(({ address }) => address));

async function desk() {
  const people = await addDesk(db());
  const { ann } = people;
  const { id, mark } = await addTextArticle(ann, ['Kestrel Optics had 375 employees.'], {
    title: 'Kestrel grows',
    publisher: 'The Ledger',
  });
  const { ref } = await mark('375 employees', 'figure');
  const evidence = evidenceFacts({ title: 'Kestrel filing' });
  await must(judgeClaim(ann, ref, judgementOf('verified'), evidence));
  await must(measureClaim(ann, ref, { subject: 'Kestrel', measure: 'headcount', scope: null }));
  const speaker = { name: 'Kestrel Quint', role: 'chief', organisation: null };
  await must(describeClaim(ann, ref, { speaker }));
  return { ...people, id };
}

describe('one search for everything', () => {
  it('finds a few of each kind, each with where it is', async () => {
    const { ann, id } = await desk();
    const found = await findThings(db(), 'kestrel', ann, now);
    expect(found).toMatchObject({
      articles: [{ name: { en: 'Kestrel grows' }, address: `/articles/${id}`, beside: 'The Ledger' }],
      claims: [{ name: { en: '375 employees' }, address: `/articles/${id}#c1`, standing: 'verified' }],
      speakers: [{ name: { zh: 'Kestrel Quint' }, beside: 'chief' }],
      sources: [{ name: { en: 'Kestrel filing' } }],
      metrics: [{ name: { en: 'Kestrel · headcount', zh: 'Kestrel · 员工人数' } }],
    });
    expect(addresses(await findThings(db(), '员工', ann, now))).toHaveLength(2);
    // The last word may be the beginning of one.
    expect((await findThings(db(), 'kestrel emplo', ann, now)).claims).toHaveLength(1);
  });

  it.each(['李明', 'lmy', 'limingyuan', 'li ming', 'LiMing', "li'ming", 'Lǐ Míngyuǎn', 'sjwszz', '世卫', 'shiwei'])(
    'finds a Chinese speaker by %j',
    async (search) => {
      const { ann } = await desk();
      await addSpeakers(
        db(),
        [
          { name: '李明远', role: null, organisation: null, aliases: ['World Health'] },
          { name: '世界卫生组织', role: null, organisation: null, aliases: ['世卫'] },
        ],
        { now },
      );
      expect((await findThings(db(), search, ann, now)).speakers).toHaveLength(1);
      // As those of a desk that had no pinyin before.
      await db().speaker.updateMany({ data: { soundNames: null } });
      expect(await soundMissing(db())).toBe(3);
      expect((await findThings(db(), search, ann, now)).speakers).toHaveLength(1);
    },
  );

  it.each(['ming', 'my', 'q', 'lmyx', '明李', 'l_y'])('finds no Chinese speaker by %j', async (search) => {
    const { ann } = await desk();
    const li = { name: '李明远', role: null, organisation: null, aliases: [] };
    await addSpeakers(db(), [li], { now });
    const found = (await findThings(db(), search, ann, now)).speakers;
    expect(found.map(({ name }) => name.zh)).not.toContain('李明远');
  });

  it.each(['', ' ', '?!', '%', '"', '\0'])('finds nothing of a claim for %j', async (search) => {
    const { ann } = await desk();
    expect((await findThings(db(), search, ann, now)).claims).toEqual([]);
  });

  it('keeps what is blind', async () => {
    const { bo, ed, id } = await desk();
    await must(setReviewRules(ed, id, { requiredJudgements: 1, blindFirstPass: true }));
    const found = await findThings(db(), 'kestrel', bo, now);
    expect(found.claims).toMatchObject([{ standing: 'open' }]);
    expect(found.sources).toEqual([]);
  });
});
