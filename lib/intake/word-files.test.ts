import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeNeeding } from '#lib/testing/needs';
import { libreOffice, pandoc } from '#lib/testing/outside/office';
import { wordFiles } from '#lib/testing/outside/word-files';
import { draftFromDocx } from './word-document';

/** Words of a text with their counts; single characters of Chinese. */
function wordsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase();
  for (const [word] of plain.matchAll(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** What was read of a file: its facts, its article and what is set aside. */
async function readingOf(name: string): Promise<string> {
  const result = await draftFromDocx(wordFiles[name] ?? new Uint8Array());
  if (!result.ok) throw new Error(`${name}: ${result.code}`);
  const { title, byline, publisher, paragraphs } = result.draft;
  const texts = paragraphs.map(({ text }) => text);
  // A text without a title is named after its first words, which are no more of the file.
  const isNamedByText = title.endsWith('…') || texts.includes(title);
  return [isNamedByText ? '' : title, byline ?? '', publisher ?? '', ...texts].join('\n');
}

const both = {
  what:
    [libreOffice, pandoc]
      .filter(({ isThere }) => !isThere)
      .map(({ what }) => what)
      .join(' and ') || 'LibreOffice and pandoc',
  isThere: libreOffice.isThere && pandoc.isThere,
};

describe('Word files of many kinds', () => {
  it('are thirty and more', () => expect(Object.keys(wordFiles).length).toBeGreaterThanOrEqual(30));

  it.each(Object.keys(wordFiles))('%s is read', async (name) => {
    expect((await readingOf(name)).length).toBeGreaterThan(40);
  });

  it.each<[string, string[]]>([
    ['chunks.docx', ['A paragraph of another file.', 'And its second.']],
    ['text-box-new.docx', ['Only for new versions.']],
    ['text-box.docx', ['Words in a box.', 'And a second line.']],
    ['headers.docx', ['Draft of May', 'Page 1']],
    ['right-to-left.docx', ['מילים בעברית ועוד מילים']],
    ['equations.docx', ['It is 41/52 of all.', 'x=y^2√3z']],
  ])('%s gives all its parts', async (name, expected) => {
    const lines = (await readingOf(name)).split('\n');
    expect(lines).toEqual(expect.arrayContaining(expected));
    for (const text of expected) expect(lines.filter((line) => line === text)).toHaveLength(1);
  });

  it('sets aside what is on every page', async () => {
    const result = await draftFromDocx(wordFiles['headers.docx'] ?? new Uint8Array());
    expect(result).toMatchObject({ draft: { paragraphs: [{}, {}, { kind: 'boilerplate' }, { kind: 'boilerplate' }] } });
  });
});

describeNeeding(both, 'no word is missing that LibreOffice and pandoc both find', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-word-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeAll(() => {
    mkdirSync(path.join(folder, 'out'));
    const paths = Object.entries(wordFiles).map(([name, bytes]) => {
      writeFileSync(path.join(folder, name), bytes);
      return path.join(folder, name);
    });
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    // One process for all files: starting it takes longer than converting them.
    spawnSync('soffice', [
      profile,
      '--headless',
      '--convert-to',
      'txt:Text (encoded):UTF8',
      '--outdir',
      path.join(folder, 'out'),
      ...paths,
    ]);
  }, 60_000);

  it.each(Object.keys(wordFiles))('of %s', async (name) => {
    const { stdout, status } = spawnSync(
      'pandoc',
      ['-f', 'docx', '-t', 'plain', '--wrap=none', '--track-changes=accept', path.join(folder, name)],
      { encoding: 'utf8' },
    );
    const byOffice = wordsOf(readFileSync(path.join(folder, 'out', `${path.parse(name).name}.txt`), 'utf8'));
    // The strict form of the standard is beyond pandoc; there LibreOffice alone says what is in a file.
    const byPandoc = status === 0 ? wordsOf(stdout) : byOffice;
    const ours = wordsOf(await readingOf(name));
    const missing = [...byOffice].filter(
      ([word, count]) => Math.min(count, byPandoc.get(word) ?? 0) > (ours.get(word) ?? 0),
    );
    expect(missing.map(([word]) => word)).toEqual([]);
  });
});
