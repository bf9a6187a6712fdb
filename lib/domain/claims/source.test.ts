import { describe, expect, test } from 'vitest';
import { EvidenceFacts, SourceFacts } from './claim-input';
import { countOrigins } from './source';

const source = {
  title: '  Annual report ',
  publisher: ' ',
  url: 'https://example.org/report',
  published: '2023-02',
  accessed: null,
  kind: 'primary',
  originId: '',
};

/** What is wrong with an input, as `field: message`. */
function wrong(parsed: ReturnType<typeof SourceFacts.safeParse>): string[] {
  return parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
}

describe('SourceFacts', () => {
  test('tidies what was typed; blank means none', () => {
    expect(SourceFacts.parse(source)).toEqual({
      title: 'Annual report',
      publisher: null,
      url: 'https://example.org/report',
      published: '2023-02',
      accessed: null,
      kind: 'primary',
      originId: null,
    });
  });

  test('asks for a title and a kind alone', () => {
    const { title, kind } = source;
    expect(SourceFacts.safeParse({ title, kind }).success).toBe(true);
  });

  test.each<[string, object, string]>([
    ['a blank title', { title: ' \u200f\n' }, 'title: text-missing'],
    ['a title that is too long', { title: 'x'.repeat(501) }, 'title: text-too-long'],
    ['a link that runs', { url: 'javascript:alert(1)' }, 'url: url-invalid'],
    ['a day that was never', { published: '2023-02-30' }, 'published: date-invalid'],
    ['a publisher that is too long', { publisher: 'x'.repeat(201) }, 'publisher: text-too-long'],
  ])('refuses %s', (_, change, expected) => {
    expect(wrong(SourceFacts.safeParse({ ...source, ...change }))).toEqual([expected]);
  });

  test('refuses a kind that the desk does not know', () => {
    expect(wrong(SourceFacts.safeParse({ ...source, kind: 'rumour' }))).toHaveLength(1);
  });
});

describe('EvidenceFacts', () => {
  const evidence = { stance: 'refutes', excerpt: 'It had\r\n375.', locator: ' p. 3 ' };

  test('takes a source that the desk has', () => {
    expect(EvidenceFacts.parse({ ...evidence, source: { id: 's1' } })).toEqual({
      source: { id: 's1' },
      stance: 'refutes',
      excerpt: 'It had\n375.',
      locator: 'p. 3',
    });
  });

  test('takes a new source, tidied', () => {
    expect(EvidenceFacts.parse({ ...evidence, source }).source).toMatchObject({ title: 'Annual report' });
  });

  test.each<[string, object]>([
    ['no source', {}],
    ['a source with a blank id', { source: { id: '' } }],
    ['a new source with a bad link', { source: { ...source, url: 'ftp://example.org' } }],
    ['an unknown stance', { source: { id: 's1' }, stance: 'doubts' }],
    ['an excerpt of more than 4,000 units', { source: { id: 's1' }, excerpt: 'x'.repeat(4_001) }],
  ])('refuses %s', (_, change) => {
    expect(EvidenceFacts.safeParse({ ...evidence, ...change }).success).toBe(false);
  });
});

describe('countOrigins', () => {
  const from = (id: string, originId: string | null = null) => ({ id, originId });

  test.each<[string, { id: string; originId: string | null }[], number]>([
    ['no source', [], 0],
    ['one source', [from('a')], 1],
    ['two independent sources', [from('a'), from('b')], 2],
    ['a story and its repost', [from('a'), from('b', 'a')], 1],
    ['two reposts of a story that is not cited itself', [from('b', 'a'), from('c', 'a')], 1],
    ['one source cited twice', [from('a'), from('a')], 1],
    ['a repost of a repost', [from('a'), from('b', 'a'), from('c', 'b')], 1],
    ['a repost of a repost, in another order', [from('c', 'b'), from('b', 'a')], 1],
    ['a repost beside other work', [from('b', 'a'), from('x')], 2],
  ])('%s', (_, sources, expected) => {
    expect(countOrigins(sources)).toBe(expected);
  });
});
