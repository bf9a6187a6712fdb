import { expect, test } from 'vitest';
import { claimsOnPage } from '#lib/data/claims/claim-record';
import { describeClaim } from '#lib/data/claims/edit-claim';
import { addNewEvidence, judgeClaim } from '#lib/data/claims/findings';
import { setReviewRules } from '#lib/data/review/assignments';
import { type RecordQuery, undated } from '#lib/domain/claims/listed-claim';
import { testDatabase } from '#lib/testing/database/database';
import { addDesk, addTextArticle, evidenceFacts, judgementOf, must, type TestPerson } from '#lib/testing/database/rows';
import { speakerPage } from './speaker-page';
import { mergeSpeaker } from './speakers';

const db = testDatabase();
const query = { standing: null, year: null, leaning: false, page: 1 };
const speaker = { name: 'Sam Altman', role: null, organisation: null };

/** An article of three claims by one speaker: one is contested, one verified by Bo, one open. */
async function quoting({ ann, bo }: { ann: TestPerson; bo: TestPerson }, publishedOn: string | null, named = speaker) {
  const article = await addTextArticle(ann, ['It has 375 staff. It paid $40 million. It will grow.'], { publishedOn });
  const marked = [
    await article.mark('375 staff', 'figure'),
    await article.mark('$40 million', 'figure'),
    await article.mark('It will grow'),
  ] as const;
  for (const { ref } of marked) await must(describeClaim(ann, ref, { speaker: named }));
  const [contested, verified] = marked;
  const origin = await must(addNewEvidence(bo, contested.ref, evidenceFacts({ title: 'Wire' })));
  const { sourceId } = await db().evidence.findUniqueOrThrow({ where: { id: origin.id } });
  const repost = { ...evidenceFacts().source, title: 'Repost', originId: sourceId };
  await must(addNewEvidence(bo, contested.ref, evidenceFacts({ source: repost })));
  await must(judgeClaim(bo, contested.ref, judgementOf('verified')));
  await must(judgeClaim(ann, contested.ref, judgementOf('unverifiable')));
  await must(judgeClaim(bo, verified.ref, judgementOf('verified'), evidenceFacts({ title: 'Filing' })));
  return { id: article.id, contested, verified, speakerId: await speakerOf(contested.id) };
}

const speakerOf = async (claimId: string) =>
  (await db().claim.findUniqueOrThrow({ where: { id: claimId } })).speakerId ?? '';

async function pageOf(id: string, viewer: TestPerson, asked: RecordQuery = query) {
  const page = await speakerPage(db(), id, viewer, asked);
  if (!page || 'mergedInto' in page) throw new Error('There is no such page.');
  return page;
}

test('counts what a speaker said by standing and by year, and lists what is contested first', async () => {
  const desk = await addDesk(db());
  const { speakerId } = await quoting(desk, '2024-05');
  await quoting(desk, '2023-01-02');
  await quoting(desk, null);
  const { record } = await pageOf(speakerId, desk.ed);
  expect(record.counts).toMatchObject({ contested: 3, verified: 3, open: 3, disputed: 0 });
  expect(record.years.map(({ year, counts }) => [year, counts.contested])).toEqual([
    ['2024', 1],
    ['2023', 1],
    [undated, 1],
  ]);
  expect(record.claims.map(({ standing }) => standing).slice(0, 3)).toEqual(Array(3).fill('contested'));
  const [first] = record.claims;
  expect(first).toMatchObject({ exact: '375 staff', reads: { en: '375 employees' }, sources: 1, isOrphan: false });
  expect(first?.verdictOn).toBe(desk.ann.now.toISOString());
  const disputed = await pageOf(speakerId, desk.ed, { ...query, standing: 'verified', year: '2023' });
  expect(disputed.record.claims.map(({ article }) => article.publishedOn)).toEqual(['2023-01-02']);
  expect(disputed.record).toMatchObject({ found: 1, counts: { contested: 3 } });
  const none = await pageOf(speakerId, desk.ed, { ...query, standing: 'false', year: undated });
  expect(none.record).toMatchObject({ found: 0, pages: 1, claims: [] });
});

test('pages run on from the contested ones to the rest, and one past the end is the last', async () => {
  const { ann, ed } = await addDesk(db());
  const words = Array.from({ length: claimsOnPage + 2 }, (_, index) => `Word${index}.`);
  const article = await addTextArticle(ann, [words.join(' ')]);
  for (const word of words) await article.mark(word);
  const { id } = await db().speaker.create({ data: { id: 'sam', name: 'Sam' } });
  await db().claim.updateMany({ data: { speakerId: id } });
  await db().claim.updateMany({
    where: { exact: { in: ['Word1.', 'Word2.', 'Word3.'] } },
    data: { standing: 'contested' },
  });
  const [one, two, past] = [
    await pageOf(id, ed),
    await pageOf(id, ed, { ...query, page: 2 }),
    await pageOf(id, ed, { ...query, page: 9 }),
  ];
  expect(one.record).toMatchObject({ found: claimsOnPage + 2, pages: 2 });
  expect(one.record.claims.map(({ standing }) => standing).filter((standing) => standing === 'contested')).toHaveLength(
    3,
  );
  const listed = [...one.record.claims, ...two.record.claims].map(({ exact }) => exact);
  expect([...listed].sort()).toEqual([...words].sort());
  expect(past.record.claims).toEqual(two.record.claims);
});

test('leaves open what a reviewer has yet to judge, in every count and line', async () => {
  const desk = await addDesk(db());
  const { id, speakerId } = await quoting(desk, '2024');
  await must(setReviewRules(desk.ed, id, { requiredJudgements: 1, blindFirstPass: true }));
  const { record } = await pageOf(speakerId, desk.ann);
  // Ann judged the contested one, and nothing else.
  expect(record.counts).toMatchObject({ contested: 1, verified: 0, open: 2 });
  expect(record.years[0]?.counts).toMatchObject({ contested: 1, verified: 0, open: 2 });
  const paid = record.claims.find(({ exact }) => exact === '$40 million');
  expect(paid).toMatchObject({ standing: 'open', verdictOn: null, sources: 0 });
  const open = await pageOf(speakerId, desk.ann, { ...query, standing: 'open' });
  expect(open.record.claims).toHaveLength(2);
  expect((await pageOf(speakerId, desk.ann, { ...query, standing: 'verified' })).record.claims).toEqual([]);
  expect((await pageOf(speakerId, desk.ed)).record.counts).toMatchObject({ contested: 1, verified: 1, open: 1 });
});

test('holds what those said who are shown as the speaker, and leads from their pages to it', async () => {
  const desk = await addDesk(db());
  const { speakerId } = await quoting(desk, '2024');
  const other = await quoting(desk, '2024', { ...speaker, name: '奥特曼' });
  await must(mergeSpeaker(desk.ann, other.speakerId, speakerId));
  const { merged, record } = await pageOf(speakerId, desk.ed);
  expect(merged.map(({ name }) => name)).toEqual(['奥特曼']);
  expect(record.found).toBe(6);
  expect(record.claims.map((claim) => claim.speaker?.name)).toEqual(Array(6).fill('Sam Altman'));
  expect(await speakerPage(db(), other.speakerId, desk.ed, query)).toEqual({ mergedInto: speakerId });
  expect(await speakerPage(db(), 'nobody', desk.ed, query)).toBe(null);
});
