import { describe, expect, it } from 'vitest';
import { addNewEvidence } from '#lib/data/claims/findings';
import { setReviewRules } from '#lib/data/review/assignments';
import { testDatabase } from '#lib/testing/database/database';
import { addDeskArticle, evidenceFacts, must, type TestPerson } from '#lib/testing/database/rows';
import { pdfOfLines } from '#lib/testing/made-pdf';
import { capturesOf, compareCaptures } from './captures';
import { findInSources } from './in-sources';
import { keepSnapshot } from './snapshots';
import { filesOf } from './source-files';
import { noteLinkCheck } from './sources';

const db = testDatabase();
const url = 'https://harbour.example/staff';

/** Bo cites a page on a claim of Ann's article, and keeps what stands at its address from time to time. */
async function cited(excerpt: string) {
  const desk = await addDeskArticle(db(), ['The harbour had 375 staff in 2023.']);
  const { ref } = await desk.mark('375 staff', 'figure');
  const { id } = await must(addNewEvidence(desk.bo, ref, evidenceFacts({ excerpt })));
  const { sourceId } = await db().evidence.findUniqueOrThrow({ where: { id } });
  const keep = async (html: string, day: number, taken: { contentType: string; bytes: Uint8Array; title: string }) => {
    const fetchedAt = new Date(Date.UTC(2026, 0, day));
    const answer = { status: 200, headers: [], redirects: [] };
    const kept = await keepSnapshot(desk.bo, { url, finalUrl: url, answer, html, fetchedAt, ...taken });
    await noteLinkCheck(desk.bo, sourceId, { problem: null, snapshotId: kept.id });
    return kept.id;
  };
  const page = (text: string, day: number) =>
    keep(`<p>${text}</p>`, day, { contentType: 'text/html', bytes: Buffer.from(text), title: 'Staff' });
  const compare = (idOf: string, viewer: TestPerson = desk.bo, beforeId: string | null = null) =>
    compareCaptures(db(), { sourceId, id: idOf, beforeId }, viewer);
  return { ...desk, ref, sourceId, keep, page, compare };
}

describe('the captures of a source', () => {
  it('are listed newest first, each with whether anything changed', async () => {
    const { page, sourceId, bo } = await cited('a staff of 375');
    const first = await page('A staff of 375.', 1);
    const second = await page('A staff of 375.', 2);
    const third = await page('A staff of 735.', 3);
    const captures = await capturesOf(db(), sourceId, bo);
    expect(captures.map(({ id, isSame, status }) => [id, isSame, status])).toEqual([
      [third, false, 200],
      [second, true, 200],
      [first, null, 200],
    ]);
  });

  it('are compared, with what becomes of the excerpts that rest on them', async () => {
    const { page, compare, ref } = await cited('a staff of 375');
    const first = await page('The harbour has ships.</p><p>It has a staff of 375 today.', 1);
    const second = await page('The harbour has ships.</p><p>It has a staff of 735 today.', 2);
    const { rows, excerpts, before } = await must(compare(second));
    expect(before.id).toBe(first);
    expect(rows?.map(({ change }) => change)).toEqual(['same', 'changed']);
    expect(excerpts).toMatchObject([{ before: 'verbatim', after: 'altered', claim: { id: ref.claimId, number: 1 } }]);
    expect(await compare(first)).toMatchObject({ ok: false, code: 'not-found' });
    expect(await compare(second, undefined, 'elsewhere')).toMatchObject({ ok: false, code: 'not-found' });
  });

  it('are no paragraphs beyond a length, and excerpts even so', async () => {
    const { page, compare } = await cited('a staff of 375');
    await page(`${'It rained. '.repeat(40_000)}It has a staff of 375.`, 1);
    const { rows, excerpts } = await must(compare(await page('It has a staff of 375.', 2)));
    expect(rows).toBeNull();
    expect(excerpts).toMatchObject([{ before: 'verbatim', after: 'verbatim' }]);
  });

  it('hold a document as a file of the source, once, whose text is searched', async () => {
    const { keep, sourceId, bo, ref, compare } = await cited('a staff of 375');
    const pdf = (text: string) => ({ contentType: 'application/pdf', bytes: pdfOfLines([text]), title: 'Staff.pdf' });
    await keep('', 1, pdf('It has a staff of 375 today.'));
    await keep('', 2, pdf('It has a staff of 375 today.'));
    const changed = await keep('', 3, pdf('It has a staff of 735 today.'));
    expect((await filesOf(db(), sourceId, bo)).map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['Staff.pdf', 'application/pdf'],
      ['Staff.pdf', 'application/pdf'],
    ]);
    expect((await capturesOf(db(), sourceId, bo)).map(({ isSame, isPage }) => [isSame, isPage])).toEqual([
      [false, false],
      [true, false],
      [null, false],
    ]);
    expect((await must(findInSources(db(), ref, bo))).excerpts).toMatchObject([{ relation: 'verbatim' }]);
    expect((await must(compare(changed))).excerpts).toMatchObject([{ before: 'verbatim', after: 'altered' }]);
  });

  it('hold back what a blind first pass holds back', async () => {
    const { page, sourceId, ann, bo, ed, id, compare } = await cited('a staff of 375');
    await page('A staff of 375.', 1);
    const second = await page('A staff of 735.', 2);
    await must(setReviewRules(ed, id, { requiredJudgements: 1, blindFirstPass: true }));
    expect(await capturesOf(db(), sourceId, ann)).toEqual([]);
    expect(await compare(second, ann)).toMatchObject({ ok: false, code: 'not-found' });
    expect(await capturesOf(db(), sourceId, bo)).toHaveLength(2);
  });
});
