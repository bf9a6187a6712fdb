import { describe, expect, test } from 'vitest';
import { blankEntry, entryFrom, evidenceFrom, filledFrom } from './evidence-entry';

const blank = blankEntry(null);

describe('the form for evidence', () => {
  test.each([
    [null, 'supports'],
    ['verified', 'supports'],
    ['disputed', 'refutes'],
    ['false', 'refutes'],
  ] as const)('begins, for the verdict %s, with a source that %s', (pending, stance) => {
    expect(blankEntry(pending).stance).toBe(stance);
  });

  test('takes up a draft, also one of an older form', () => {
    expect(entryFrom('{"title":"Register"}', blank)).toEqual({ ...blank, title: 'Register' });
  });

  test.each(['', '{"title":', 'null'])('is blank where the draft is %j', (draft) => {
    expect(entryFrom(draft, blank)).toEqual(blank);
  });

  test('fills from a page only what nobody has typed', () => {
    const page = { title: 'Page', publisher: 'Gazette', published: null };
    expect(filledFrom({ ...blank, title: 'Mine' }, page)).toEqual({
      title: 'Mine',
      publisher: 'Gazette',
      published: '',
    });
  });

  test('sends a new source with the day on which it was read', () => {
    const entry = { ...blank, title: 'Register', origin: 's1', excerpt: '375' };
    expect(evidenceFrom(entry, '2026-01-05')).toEqual({
      source: {
        title: 'Register',
        url: '',
        publisher: '',
        published: '',
        accessed: '2026-01-05',
        kind: 'secondary',
        originId: 's1',
      },
      stance: 'supports',
      excerpt: '375',
      locator: '',
      figure: '',
    });
  });

  test('names a known source by its id alone, whatever was typed above it', () => {
    const known = {
      id: 's1',
      title: 'Register',
      publisher: null,
      url: null,
      published: null,
      accessed: null,
      kind: 'primary' as const,
      originId: null,
      note: null,
      retired: null,
    };
    expect(evidenceFrom({ ...blank, title: 'Typed', known }, '2026-01-05').source).toEqual({ id: 's1' });
  });
});

test.each([
  ['annual_report_2023.pdf', 'application/pdf', 'annual report 2023', 'primary'],
  ['../照片.JPG', 'image/jpeg', '照片', 'primary'],
  ['minutes v1.2', '', 'minutes v1.2', 'secondary'],
  ['story.html', 'text/html', 'story', 'secondary'],
])('a file %s of the type “%s” begins as “%s”, %s', (name, type, title, kind) => {
  expect(blankEntry(null, { name, type })).toMatchObject({ title, kind, stance: 'supports' });
});
