import { describe, expect, it } from 'vitest';
import { addNewEvidence } from '#lib/data/claims/findings';
import { setReviewRules } from '#lib/data/review/assignments';
import { testDatabase } from '#lib/testing/database/database';
import { addDeskArticle, addTextFile, evidenceFacts, must, type TestPerson } from '#lib/testing/database/rows';
import { checkAgainst } from './against-source';
import { removeFile } from './source-files';

const db = testDatabase();

const filing =
  'Northern Harbour\n\nThe harbour had a staff of 375 in 2023.\nProfits rose, said Ada Holm: “We never lost a ship.”';

/** Ann's article of four claims; Bo cites a filing, whose text is kept, on the first. */
async function desk(excerpt = 'a staff') {
  const made = await addDeskArticle(db(), [
    'The harbour had 3,750 staff in 2023.',
    '“We never lost a crew,” she said.',
    'The mayor resigned. Harbours are fine.',
  ]);
  const figure = await made.mark('3,750 staff', 'figure');
  const quote = await made.mark('“We never lost a crew,”', 'quote');
  await made.mark('The mayor resigned.');
  await made.mark('Harbours are fine.', 'opinion');
  const evidence = await must(addNewEvidence(made.bo, figure.ref, evidenceFacts({ excerpt })));
  const { sourceId } = await db().evidence.findUniqueOrThrow({ where: { id: evidence.id } });
  const file = await addTextFile(made.bo, sourceId, filing);
  const check = (viewer: TestPerson = made.ann) => checkAgainst(db(), { articleId: made.id, sourceId }, viewer);
  return { ...made, figure, quote, sourceId, file, check };
}

describe('an article against a source', () => {
  it('has what the source says of each claim of fact, by the words around a figure too', async () => {
    const { check, figure, quote } = await desk();
    expect(await must(check())).toMatchObject({
      ...{ claims: 3, left: 0, isWithoutText: false, texts: [{ name: 'Note.txt' }] },
      found: [
        {
          claim: { id: figure.ref.claimId, number: 1, exact: '3,750 staff', kind: 'figure' },
          passages: [{ relation: 'power-of-ten', passage: 'The harbour had a staff of 375 in 2023.', figure: '375' }],
        },
        { claim: { id: quote.ref.claimId, kind: 'quote' }, passages: [{ relation: 'altered' }] },
      ],
    });
  });

  it('leaves out what a claim cites of it already', async () => {
    const { check, quote } = await desk('The harbour had a staff of 375 in 2023.');
    expect((await must(check())).found.map(({ claim }) => claim.id)).toEqual([quote.ref.claimId]);
  });

  it('says where nothing of a source can be searched', async () => {
    const { check, file, bo } = await desk();
    await must(removeFile(bo, file.id));
    expect(await must(check())).toEqual({ claims: 3, left: 0, isWithoutText: true, texts: [], found: [] });
  });

  it('is nothing where a person does not see the source, or one of the two is not there', async () => {
    const { check, ann, bo, ed, id, sourceId } = await desk();
    await must(setReviewRules(ed, id, { requiredJudgements: 1, blindFirstPass: true }));
    expect(await check(ann)).toMatchObject({ ok: false, code: 'not-found' });
    expect((await must(check(bo))).found).toHaveLength(2);
    for (const ids of [
      { articleId: id, sourceId: 'none' },
      { articleId: 'none', sourceId },
    ])
      expect(await checkAgainst(db(), ids, bo)).toMatchObject({ ok: false, code: 'not-found' });
  });
});
