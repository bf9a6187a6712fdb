import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { describeClaim, moveClaim, setClaimRemoved } from '#lib/data/claims/edit-claim';
import { judgeClaim } from '#lib/data/claims/findings';
import { markMany } from '#lib/data/claims/mark-claim';
import { engineIn } from '#lib/data/database/database';
import { addRevision } from '#lib/data/revisions/revisions';
import { editSpeaker, mergeSpeaker, separateSpeaker } from '#lib/data/sources/speakers';
import { accept } from '#lib/domain/refusal';
import { testDatabase } from '#lib/testing/database/database';
import { addDeskArticle, addTextArticle, evidenceFacts, judgementOf, must } from '#lib/testing/database/rows';
import { indexMissing, indexSoon, stalePassages } from './claim-index';

const db = testDatabase();
const text = 'Lin said sales rose to 375 units. The firm has 3,750 employees. Nobody else spoke of it.';

/** The claims that the engine's index has for a token. */
async function holding(token: string): Promise<string[]> {
  const rows =
    engineIn(db()) === 'sqlite'
      ? await db().$queryRaw<{ claimId: string }[]>`
          SELECT s."claimId" FROM "ClaimSearchIndex" x JOIN "ClaimSearch" s ON s."id" = x."rowid"
          WHERE x."ClaimSearchIndex" MATCH ${`"${token}"`}`
      : await db().$queryRaw<{ claimId: string }[]>`
          SELECT "claimId" FROM "ClaimSearch" WHERE "vector" @@ ${`'${token}'`}::tsquery`;
  return rows.map(({ claimId }) => claimId);
}

/** Claims that are not found by what they are. */
async function stale(): Promise<unknown[]> {
  const claims = await db().claim.findMany({ select: { id: true } });
  return stalePassages(
    db(),
    claims.map(({ id }) => id),
  );
}

/** Rows of the index whose claim stands otherwise than they say, or is another's. */
const misled = () => db().$queryRaw`
  SELECT s."claimId" FROM "ClaimSearch" s JOIN "Claim" c ON c."id" = s."claimId"
  WHERE s."standing" <> c."standing" OR s."articleId" <> c."articleId" OR s."createdAt" IS NULL
    OR s."createdAt" <> c."createdAt" OR s."isGone" <> (c."removedAt" IS NOT NULL OR c."orphanedAt" IS NOT NULL)`;

describe('the index of claims', () => {
  it('says of each claim how it stands and whether it is there', async () => {
    const { ann, id, mark } = await addDeskArticle(db(), [text, 'A second paragraph of 12 words.']);
    const { ref } = await mark('375 units', 'figure');
    const { ref: other } = await mark('3,750 employees', 'figure');
    expect(await misled()).toEqual([]);
    await must(judgeClaim(ann, ref, judgementOf('disputed'), evidenceFacts()));
    expect(await db().claimSearch.findUnique({ where: { claimId: ref.claimId }, select: { standing: true } })).toEqual({
      standing: 'disputed',
    });
    await must(setClaimRemoved(ann, other, true));
    expect(await misled()).toEqual([]);
    await must(setClaimRemoved(ann, other, false));
    expect(await misled()).toEqual([]);
    const paragraphs = [{ kind: 'body' as const, text: 'All is new.' }];
    await must(addRevision(ann, id, { paragraphs, basedOn: 1, intake: 'edit' }));
    expect(await db().claimSearch.count({ where: { isGone: true } })).toBe(2);
    expect(await misled()).toEqual([]);
  });

  it('follows a claim that is marked, moved and removed', async () => {
    const { ann, mark, placeOf } = await addDeskArticle(db(), [text]);
    const { ref } = await mark('375 units', 'figure');
    expect(await holding('0n375')).toEqual([ref.claimId]);
    expect(await holding('0n3750')).toEqual([]);
    await must(moveClaim(ann, ref, placeOf('3,750 employees')));
    expect(await holding('0n375')).toEqual([]);
    expect(await holding('0n3750')).toEqual([ref.claimId]);
    await must(setClaimRemoved(ann, ref, true));
    expect(await stale()).toEqual([]);
  });

  it('follows the names of a speaker through renaming and merging', async () => {
    const { ann, ed, mark } = await addDeskArticle(db(), [text]);
    const { ref } = await mark('375 units', 'figure');
    const other = await mark('3,750 employees', 'figure');
    const said = (name: string) => ({ name, role: null, organisation: null, aliases: [] });
    const first = await must(describeClaim(ann, ref, { speaker: said('Marisol Quint') }));
    const second = await must(describeClaim(ann, other.ref, { speaker: said('M. Quint') }));
    expect(await holding('quint')).toHaveLength(2);
    await must(editSpeaker(ed, first.speaker?.id ?? '', said('Marisol Berrow')));
    expect(await holding('berrow')).toHaveLength(1);
    await must(mergeSpeaker(ed, second.speaker?.id ?? '', first.speaker?.id ?? ''));
    expect(await holding('berrow')).toHaveLength(2);
    await must(separateSpeaker(ed, second.speaker?.id ?? ''));
    expect(await holding('berrow')).toHaveLength(1);
    expect(await stale()).toEqual([]);
  });

  it('follows claims into a new text', async () => {
    const { ann, id, mark } = await addDeskArticle(db(), [text]);
    const { ref } = await mark('375 units', 'figure');
    const paragraphs = [{ kind: 'body' as const, text: text.replace('sales', 'exports') }];
    await must(addRevision(ann, id, { paragraphs, basedOn: 1, intake: 'edit' }));
    expect(await holding('export')).toEqual([ref.claimId]);
    expect(await holding('sale')).toEqual([]);
    expect(await stale()).toEqual([]);
  });

  it('has the claims of a large write shortly after it', async () => {
    const { ann } = await addDeskArticle(db(), [text]);
    const long = Array.from({ length: 120 }, (_, at) => `Plant ${at} made ${at + 1000} cars.`);
    const { id, paragraphIds } = await addTextArticle(ann, long);
    const wanted = paragraphIds.map((paragraphId, at) =>
      accept({ paragraphId, start: 0, end: long[at]?.length ?? 0, kind: 'fact' as const }),
    );
    await must(markMany(ann, id, wanted));
    indexSoon(db());
    await expect.poll(async () => (await stale()).length, { timeout: 20_000 }).toBe(0);
    expect(await holding('0n1119')).toHaveLength(1);
  });

  it('lets a writer finish who holds one of the claims and wants another', async () => {
    const { mark } = await addDeskArticle(db(), [text]);
    const made = [await mark('375 units', 'figure'), await mark('3,750 employees', 'figure')];
    const [first = '', last = ''] = made.map(({ ref }) => ref.claimId).sort();
    await db().claimSearch.deleteMany();
    let indexing: Promise<number> | undefined;
    await db().$transaction(async (tx) => {
      await tx.claim.update({ where: { id: last }, data: { weight: 'key' } });
      indexing = indexMissing(db());
      // On PostgreSQL it has the other claim by then; on SQLite it waits for its turn.
      await setTimeout(300);
      await tx.claim.update({ where: { id: first }, data: { weight: 'key' } });
    });
    expect(await indexing).toBe(2);
    expect(await stale()).toEqual([]);
  });

  it('is filled on a desk that had none, and made anew of older rows', async () => {
    const { mark } = await addDeskArticle(db(), [text]);
    const { ref } = await mark('375 units', 'figure');
    const other = await mark('3,750 employees', 'figure');
    await db().claimSearch.delete({ where: { claimId: ref.claimId } });
    await db().claimSearch.update({ where: { claimId: other.ref.claimId }, data: { version: 0, words: 'stale' } });
    expect(await holding('0n375')).toEqual([]);
    expect(await holding('stale')).toEqual([other.ref.claimId]);
    expect(await indexMissing(db())).toBe(2);
    expect(await holding('0n375')).toEqual([ref.claimId]);
    expect(await holding('stale')).toEqual([]);
    expect(await indexMissing(db())).toBe(0);
  });

  it('takes half a pair of surrogates and a claim that is a whole long paragraph', async () => {
    const emoji = `${'😀'.repeat(300)}375 units${'😀'.repeat(300)} `;
    const whole = `${'word '.repeat(3000)}end`;
    const { mark } = await addDeskArticle(db(), [emoji, whole]);
    await mark('375 units', 'figure');
    await mark(whole, 'fact');
    expect(await stale()).toEqual([]);
    expect(await holding('0n375')).toHaveLength(1);
  });
});
