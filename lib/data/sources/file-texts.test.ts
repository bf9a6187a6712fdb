import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dropBrokenUploads, keepBytes } from '#lib/data/blobs/blobs';
import { textReader } from '#lib/domain/files/file-text';
import { testDatabase } from '#lib/testing/database/database';
import { must, testMoment } from '#lib/testing/database/rows';
import { textFacts, textOfFile } from './file-texts';

const db = testDatabase();

const fixtures = path.resolve(import.meta.dirname, '../../intake/file-text/fixtures');

async function keep(bytes: Uint8Array, mediaType: string) {
  const pieces = async function* () {
    yield bytes;
  };
  return { ...(await must(keepBytes(db(), pieces(), { limit: 10_000_000, now: testMoment }))), mediaType };
}

const pdf = () => keep(readFileSync(path.join(fixtures, 'two-columns.pdf')), 'application/pdf');

describe('the text of a file', () => {
  it('is read once for a content, however many ask for it at once', async () => {
    const file = await pdf();
    expect(await textFacts(db(), [file.hash])).toEqual(new Map());
    const [one, other] = await Promise.all([textOfFile(db(), file), textOfFile(db(), file)]);
    const facts = { state: 'read', unit: 'page', total: 2, read: 2, withText: 2 };
    expect(one).toEqual(other);
    expect(one).toMatchObject({ ok: true, value: facts });
    expect(await textFacts(db(), [file.hash, 'other'])).toEqual(new Map([[file.hash, facts]]));
    // From then on the bytes are not looked at.
    expect(await textOfFile(db(), { ...file, size: 0 })).toMatchObject({ ok: true, value: facts });
  });

  it('is read anew where an older reader read it', async () => {
    const file = await pdf();
    const { packed: _, ...facts } = await must(textOfFile(db(), file));
    await db().fileText.update({
      where: { hash_reader: { hash: file.hash, reader: textReader } },
      data: { reader: textReader - 1, withText: 0 },
    });
    expect(await textFacts(db(), [file.hash])).toEqual(new Map());
    expect(await must(textOfFile(db(), file))).toMatchObject(facts);
    expect(await db().fileText.count({ where: { hash: file.hash } })).toBe(1);
  });

  it('of a picture or of what is broken is known to be none', async () => {
    const picture = await keep(Buffer.from('no picture'), 'image/png');
    const broken = await keep(Buffer.from('%PDF-1.7'), 'application/pdf');
    const locked = await keep(readFileSync(path.join(fixtures, 'locked.pdf')), 'application/pdf');
    for (const file of [picture, broken, locked]) await must(textOfFile(db(), file));
    const known = await textFacts(
      db(),
      [picture, broken, locked].map(({ hash }) => hash),
    );
    expect([picture, broken, locked].map(({ hash }) => known.get(hash)?.state)).toEqual(['none', 'broken', 'locked']);
  });

  it('goes with the bytes that no file turned out to be', async () => {
    const file = await keep(Buffer.from('A note.'), 'text/plain');
    await must(textOfFile(db(), file));
    await dropBrokenUploads(db(), new Date(testMoment.getTime() + 86_400_000));
    expect(await db().fileText.count({ where: { hash: file.hash } })).toBe(0);
  });
});
