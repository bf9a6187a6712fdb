import { describe, expect, it } from 'vitest';
import { testDatabase } from '#lib/testing/database/database';
import { addDeskArticle } from '#lib/testing/database/rows';
import { readClaim, readClaims, wholeClaim } from './read-claims';

const db = testDatabase();
/** Signs that JSON or SQL has a use for, and some beyond the first plane. */
const odd = `"quoted" \\ 'and' {json} \n\t 375 人 😀 ${String.fromCharCode(0x2028)}`;
const at = (minute: number) => new Date(Date.UTC(2026, 0, 5, 10, minute, 0, minute));

/** A claim on which everything hangs that can, with values that lose something on the way if they are not read with care. */
async function claimWithEverything() {
  const { ann, bo, ed, mark } = await addDeskArticle(db(), ['Lin said: “We have 375 people.” Nobody else spoke.']);
  const { ref } = await mark('375 people', 'figure');
  const { claimId } = ref;
  await db().speaker.create({ data: { id: 'kept', name: odd, aliases: [odd, 'Lin'] } });
  await db().speaker.create({ data: { id: 'merged', name: 'Lin', role: 'chair', mergedIntoId: 'kept' } });
  await db().metric.create({ data: { id: 'staff', subject: odd, measure: 'staff' } });
  await db().claim.update({
    where: { id: claimId },
    data: {
      ...{ speakerId: 'merged', metricId: 'staff', lookAgain: odd, lookAgainIn: '2', checkWorthy: false },
      ...{ figureThen: { reads: { en: odd, zh: [1, null, true] } }, orphanedAt: at(59), returnNote: '' },
    },
  });
  await db().figure.deleteMany({ where: { claimId } });
  await db().figure.create({
    data: { id: 'own', claimId, raw: odd, low: 0.1 + 0.2, high: 1e21 / 3, corrected: true },
  });
  for (const [index, id] of ['s1', 's2', 's3'].entries()) {
    await db().source.create({ data: { id, title: odd, kind: 'primary', createdById: ed.actorId, url: null } });
    await db().evidence.create({
      data: {
        ...{ id: `e${index}`, claimId, sourceId: id, stance: 'refutes', excerpt: odd, addedById: bo.actorId },
        ...{ createdAt: at(30 - index), removedAt: index === 2 ? at(50) : null },
      },
    });
  }
  await db().figure.create({
    data: { id: 'given', evidenceId: 'e0', raw: '', low: -5e-324, high: 123_456_789.000_000_01 },
  });
  for (const [index, { actorId: reviewerId }] of [ann, bo].entries()) {
    await db().judgement.create({
      data: {
        ...{ id: `j${index}`, claimId, reviewerId, verdict: 'false', rationale: odd, createdAt: at(9 - index) },
        givenOn: index === 0 ? odd : null,
      },
    });
    await db().quoteCheck.create({
      data: { id: `q${index}`, claimId, reviewerId, said: 'yes', updatedAt: at(9 - index) },
    });
    await db().derivation.create({
      data: {
        ...{ id: `d${index}`, claimId, pinnedById: reviewerId, createdAt: at(9 - index) },
        expression: { reads: odd, at: [0.1, null] },
      },
    });
  }
  await db().adjudication.create({ data: { id: 'a', claimId, editorId: ed.actorId, verdict: 'false', reason: odd } });
  return claimId;
}

describe('a claim that is read in one statement', () => {
  it('is what Prisma’s client reads, with everything that hangs on it and with nothing', async () => {
    const { mark } = await addDeskArticle(db(), ['Nobody has 375 people.']);
    const bare = (await mark('375 people', 'fact')).ref.claimId;
    for (const id of [bare, await claimWithEverything()]) {
      const read = await db().claim.findUniqueOrThrow({ where: { id }, include: wholeClaim });
      expect(await readClaim(db(), id)).toEqual(read);
    }
  });

  it('takes one statement', async () => {
    const id = await claimWithEverything();
    expect(await db.statementsOf(() => readClaim(db(), id))).toHaveLength(1);
  });

  it('leaves out what is not there, and asks nothing for nothing', async () => {
    expect(await readClaims(db(), ['none'])).toEqual([]);
    expect(await db.statementsOf(() => readClaims(db(), []))).toHaveLength(0);
    await expect(readClaim(db(), 'none')).rejects.toThrow('no claim none');
  });
});
