import { describe, expect, it } from 'vitest';
import { addNewEvidence } from '#lib/data/claims/findings';
import { setReviewRules } from '#lib/data/review/assignments';
import { testDatabase } from '#lib/testing/database/database';
import {
  addDeskArticle,
  addTextArticle,
  addTextFile,
  evidenceFacts,
  must,
  type TestPerson,
} from '#lib/testing/database/rows';
import { findInSources } from './in-sources';
import { removeFile } from './source-files';

const db = testDatabase();

const filing =
  'Northern Harbour\n\nThe harbour had a staff of 375 in 2023.\nProfits rose, said Ada Holm: “We never lost a ship.”';

/** Ann's article of three claims. Bo cites a filing, whose text is kept, on the figure. */
async function cited(excerpt = 'a staff of 375') {
  const desk = await addDeskArticle(db(), [
    'The harbour had 375 staff in 2023.',
    '“We never lost a crew,” she said.',
    'It grew.',
  ]);
  const figure = await desk.mark('375 staff', 'figure');
  const quote = await desk.mark('“We never lost a crew,”', 'quote');
  const fact = await desk.mark('It grew.');
  const evidence = await must(addNewEvidence(desk.bo, figure.ref, evidenceFacts({ excerpt })));
  const { sourceId } = await db().evidence.findUniqueOrThrow({ where: { id: evidence.id } });
  const file = await addTextFile(desk.bo, sourceId, filing);
  const find = (ref: typeof figure.ref, viewer: TestPerson = desk.ann) => must(findInSources(db(), ref, viewer));
  return { ...desk, figure, quote, fact, evidence, sourceId, file, find };
}

describe('what is found in the sources of an article', () => {
  it('is the excerpt of a claim’s evidence, and what else of them the claim may rest on', async () => {
    const { find, figure, quote, fact, sourceId, evidence, file } = await cited();
    const { texts, excerpts, passages } = await find(figure.ref);
    expect(texts).toEqual([
      { sourceId, source: 'Annual report', kind: 'file', id: file.id, name: 'Note.txt', isConfidential: false },
    ]);
    expect(excerpts).toMatchObject([{ evidenceId: evidence.id, relation: 'verbatim', place: { text: 0 } }]);
    expect(passages).toMatchObject([{ relation: 'same', passage: 'The harbour had a staff of 375 in 2023.' }]);
    // The quote cites nothing yet: the article’s sources are searched.
    const quoted = await find(quote.ref);
    expect(quoted.excerpts).toEqual([]);
    expect(quoted.passages).toMatchObject([{ relation: 'altered', passage: 'We never lost a ship' }]);
    expect(await find(fact.ref)).toEqual({ texts: [], excerpts: [], passages: [], isPartial: false, quoteIs: null });
  });

  it('says how the sources that a quote cites have its words, and where they are in another language', async () => {
    const { find, quote, fact, figure, ann, sourceId } = await cited();
    // The filing is cited on the figure alone.
    expect([(await find(quote.ref)).quoteIs, (await find(figure.ref)).quoteIs]).toEqual([null, null]);
    await must(addNewEvidence(ann, quote.ref, { ...evidenceFacts(), source: { id: sourceId } }));
    expect((await find(quote.ref)).quoteIs).toBe('altered');
    expect((await find(fact.ref)).quoteIs).toBeNull();
    const chinese = await addTextArticle(ann, ['她说：“我们从未丢过一条船。”']);
    const said = await chinese.mark('“我们从未丢过一条船。”', 'quote');
    await must(addNewEvidence(ann, said.ref, { ...evidenceFacts(), source: { id: sourceId } }));
    expect((await find(said.ref)).quoteIs).toBe('translation');
  });

  it('is not proposed again once it is evidence', async () => {
    const { find, figure } = await cited('The harbour had a staff of 375 in 2023.');
    expect((await find(figure.ref)).passages).toEqual([]);
  });

  it('is nothing of a file that was taken off, and less of a text that the excerpt is not in', async () => {
    const { find, figure, file, bo } = await cited('a staff of 735');
    expect((await find(figure.ref)).excerpts).toMatchObject([{ relation: 'altered' }]);
    await must(removeFile(bo, file.id));
    expect((await find(figure.ref)).texts).toEqual([]);
  });

  it('is of the newest capture too', async () => {
    const { find, figure, file, sourceId, bo } = await cited();
    await must(removeFile(bo, file.id));
    const facts = { title: 'Page', contentHash: 'a', takenById: bo.id, sourceId };
    const capture = (id: string, html: string, day: number) => ({
      ...facts,
      id,
      html,
      fetchedAt: new Date(Date.UTC(2026, 0, day)),
    });
    await db().snapshot.createMany({
      data: [capture('new', '<p>It has a staff of 375.</p>', 2), capture('old', '<p>It has a staff of 370.</p>', 1)],
    });
    const { texts, excerpts } = await find(figure.ref);
    expect(texts).toMatchObject([{ kind: 'capture', id: 'new' }]);
    expect(excerpts).toMatchObject([{ relation: 'verbatim', place: { locator: { kind: 'text' } } }]);
  });

  it('holds back what a blind first pass holds back', async () => {
    const { find, figure, quote, ann, bo, ed, id } = await cited();
    await must(setReviewRules(ed, id, { requiredJudgements: 1, blindFirstPass: true }));
    const hidden = { texts: [], excerpts: [], passages: [], isPartial: false, quoteIs: null };
    expect(await find(figure.ref, ann)).toEqual(hidden);
    expect(await find(quote.ref, ann)).toEqual(hidden);
    expect((await find(figure.ref, bo)).excerpts).toHaveLength(1);
    expect((await find(quote.ref, bo)).passages).toHaveLength(1);
  });
});
