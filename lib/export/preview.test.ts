import { describe, expect, test } from 'vitest';
import { everyClaim, type ListFormat, listPresets } from '#lib/domain/exchange/claim-list';
import type { PacketContents } from '#lib/domain/exchange/packet';
import { ratingScales } from '#lib/domain/report/rating-scale';
import { exportWords } from '#lib/testing/article/export-words';
import { claimView, paragraphView, reviewView, wholeArticle } from '#lib/testing/article/factories';
import { previewOf } from './preview';

const text = 'It earned 3 billion with 375 staff.';
const claims = ['375', '3 billion'].map((exact, index) => {
  const start = text.indexOf(exact);
  const standing = index === 0 ? ('verified' as const) : ('disputed' as const);
  const correction = index === 0 ? null : '2 billion';
  return claimView({ number: index + 1, exact, start, end: start + exact.length, standing, correction });
});
const view = reviewView({ paragraphs: [paragraphView({ text })], claims });
const setting = {
  whole: async () => wholeArticle(view),
  words: exportWords,
  desk: 'https://desk.example',
  publisher: { name: 'Desk', correctionsEn: '', correctionsZh: '', scale: ratingScales[0], edition: 0 },
  packet: null,
  published: { slug: 'costs', claims: [{ number: 1, exact: '375', standing: 'verified' as const }] },
  now: new Date('2026-01-05T10:00:00Z'),
};

describe('the preview', () => {
  test('of fact-checks shows what is published of each claim, and where it leads', async () => {
    const columns = ['number', 'claimReviewed', 'verdict', 'publicPage'];
    const { beginning } = await previewOf(view, everyClaim, 'claim-review', setting);
    expect(beginning).toEqual({
      is: 'table',
      columns,
      rows: [
        ['2', 'It earned 3 billion with […] staff', 'Disputed', 'noPage'],
        ['1', 'It earned […] with 375 staff', 'Verified', 'https://desk.example/reports/costs/claims/1'],
      ],
    });
    const chosen = await previewOf(view, listPresets.verified, 'claim-review', setting);
    expect(chosen.beginning).toMatchObject({
      rows: [['1', 'It earned […] with 375 staff', 'Verified', expect.anything()]],
    });
  });

  test.each<ListFormat>(['xlsx', 'docx', 'csv', 'markdown', 'json'])(
    'of %s shows the suggested wording',
    async (format) => {
      expect(JSON.stringify(await previewOf(view, listPresets.disputed, format, setting))).toContain('2 billion');
    },
  );

  test('of a packet lists the files and pages that it takes along, and what is left out', async () => {
    const addedBy = { id: 'ann', name: 'Ann' };
    const file = { sourceId: 's', hash: 'a', size: 1_234_567, name: '年报.pdf', mediaType: 'application/pdf' };
    const packet: PacketContents = {
      by: 'Ann',
      files: Array.from({ length: 14 }, () => ({
        ...file,
        ...{ confidential: false, addedBy, addedAt: '2026-01-05T10:00:00.000Z' },
      })),
      captures: [],
      leftOut: [
        { what: 'original', reason: 'kept-before-originals', count: 2 },
        { what: 'file', reason: 'confidential', count: 1 },
      ],
      bytes: file.size,
      bytesOf: async function* () {},
      readableOf: async () => '',
      historyTo: async function* () {},
    };
    const { beginning } = await previewOf(view, everyClaim, 'packet', { ...setting, packet });
    if (beginning?.is !== 'table') throw new Error('it is no table');
    expect(beginning.rows.slice(0, 2)).toEqual([
      ['article', expect.stringContaining('report.html'), ''],
      ['file', '年报.pdf', '1,234,567'],
    ]);
    expect(beginning.rows.slice(-3)).toEqual([
      ['…', '+ 2', ''],
      ['leftOut', 'withoutOriginal', '2'],
      ['leftOut', 'confidentialFiles', '1'],
    ]);
  });
});
