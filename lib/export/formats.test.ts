import mammoth from 'mammoth';
import readExcel from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { everyClaim, type ListFormat } from '#lib/domain/exchange/claim-list';
import { ratingScales } from '#lib/domain/report/rating-scale';
import { exportWords } from '#lib/testing/article/export-words';
import { claimView, evidenceView, reviewView, sourceView } from '#lib/testing/article/factories';
import { gather } from '#lib/testing/outside/office';
import { forms } from './formats';

const now = new Date('2026-01-05T10:00:00Z');
const desk = { name: 'The desk', correctionsEn: '', correctionsZh: '', scale: ratingScales[0], edition: 0 };

/** The text of a file of a claim that rests on a source. */
async function textOf(format: ListFormat, source: Parameters<typeof sourceView>[0]): Promise<string> {
  const claim = claimView({ standing: 'verified', evidence: [evidenceView({ source: sourceView(source) })] });
  const asked = {
    words: exportWords,
    desk: 'https://desk.example',
    publisher: desk,
    published: null,
    packet: null,
    now,
  };
  const whole = () => Promise.reject(new Error('not asked for'));
  const pieces = forms[format].write({ ...asked, whole, view: reviewView({ claims: [claim] }), filter: everyClaim });
  const { bytes } = await gather(pieces);
  if (format === 'xlsx') return JSON.stringify(await readExcel(bytes));
  if (format === 'docx') return (await mammoth.extractRawText({ buffer: bytes })).value;
  return bytes.toString('utf8');
}

test.each(['xlsx', 'docx', 'csv', 'markdown', 'json', 'annotations'] as const)(
  'a withdrawn source is marked in %s, and no other',
  async (format) => {
    const retired = { at: '2026-01-02T10:00:00.000Z', note: 'For the desk alone.' };
    const [standing, withdrawn] = [await textOf(format, {}), await textOf(format, { retired })];
    const mark = format === 'json' ? '"retiredAt":"2026-01-02' : 'withdrawn';
    expect(standing.replace(/\s/g, '')).not.toContain(mark);
    expect(withdrawn.replace(/\s/g, '')).toContain(mark);
    expect(withdrawn).not.toContain(retired.note);
  },
);
