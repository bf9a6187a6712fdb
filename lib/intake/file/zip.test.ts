import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { draftFromDocx } from '#lib/intake/word-document';
import { unpackZip } from './zip';

type Part = {
  name: string;
  content: Buffer;
  /** What the headers say of the sizes, where they lie. */
  packed?: number;
  unpacked?: number;
  /** The place of another part's data, in the directory alone. */
  at?: number;
  flags?: number;
  /** The local header leaves the sizes to a record behind the data. */
  hasDescriptor?: boolean;
  isStored?: boolean;
};

/** A ZIP written by hand, so that its headers may say anything. */
function zipOf(parts: Part[], { count = parts.length, comment = '' } = {}): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const { name, content, flags = part.hasDescriptor ? 8 : 0, isStored = false } = part;
    const data = isStored ? content : deflateRawSync(content);
    const head = (packed: number, unpacked: number) => {
      const fields = Buffer.alloc(26);
      fields.writeUInt16LE(20, 0);
      fields.writeUInt16LE(flags, 2);
      fields.writeUInt16LE(isStored ? 0 : 8, 4);
      fields.writeUInt32LE(packed, 14);
      fields.writeUInt32LE(unpacked, 18);
      fields.writeUInt16LE(Buffer.byteLength(name), 22);
      return fields;
    };
    const said = [part.packed ?? data.length, part.unpacked ?? content.length] as const;
    const local = part.hasDescriptor ? head(0, 0) : head(...said);
    const descriptor = part.hasDescriptor ? Buffer.alloc(16, 'PK\x07\x08') : Buffer.alloc(0);
    const body = Buffer.concat([Buffer.from('504b0304', 'hex'), local, Buffer.from(name), data, descriptor]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(part.at ?? offset, 10);
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), head(...said), tail, Buffer.from(name)]));
    if (part.at === undefined) {
      bodies.push(body);
      offset += body.length;
    }
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  end.writeUInt16LE(comment.length, 16);
  return Buffer.concat([...bodies, listed, Buffer.from('504b0506', 'hex'), end, Buffer.from(comment)]);
}

const limits = { entries: 10, bytes: 4_000_000, ratio: 100 };
const anyPart = () => true;
const text = (words: string) => Buffer.from(words);
const zeros = (length: number) => Buffer.alloc(length);
const many = (count: number, content = text('x')) =>
  Array.from({ length: count }, (_, at) => ({ name: `${at}.xml`, content }));

describe('unpackZip', () => {
  test.each<[string, Buffer]>([
    ['packed', zipOf([{ name: 'a.xml', content: text('one') }])],
    ['stored', zipOf([{ name: 'a.xml', content: text('one'), isStored: true }])],
    ['with a record behind its data', zipOf([{ name: 'a.xml', content: text('one'), hasDescriptor: true }])],
    ['before a comment', zipOf([{ name: 'a.xml', content: text('one') }], { comment: 'made by hand' })],
    [
      'of two with one name',
      zipOf([
        { name: 'a.xml', content: text('two') },
        { name: 'a.xml', content: text('one') },
      ]),
    ],
    ['with a small size in its headers', zipOf([{ name: 'a.xml', content: text('one'), unpacked: 1 }])],
    ['with a huge size in its headers', zipOf([{ name: 'a.xml', content: text('one'), unpacked: 0xfffffff0 }])],
  ])('unpacks a part %s', (_, file) => {
    const unpacked = unpackZip(file, anyPart, limits);
    expect(unpacked.ok && Buffer.from(unpacked.parts['a.xml'] ?? []).toString()).toBe('one');
  });

  test.each<[string, Buffer, 'too-large' | 'damaged']>([
    ['a part that unpacks to more than the limit', zipOf([{ name: 'a', content: zeros(5_000_000) }]), 'too-large'],
    ['one that says it is small', zipOf([{ name: 'a', content: zeros(5_000_000), unpacked: 9 }]), 'too-large'],
    ['parts that do so together', zipOf(many(6, zeros(900_000))), 'too-large'],
    ['a part of another ratio than any text', zipOf([{ name: 'a', content: zeros(2_000_000) }]), 'too-large'],
    ['more parts than the limit', zipOf(many(11)), 'too-large'],
    ['more parts than the limit, of which its end names one', zipOf(many(11), { count: 1 }), 'too-large'],
    ['more parts than the limit, of which its end names none', zipOf(many(11), { count: 0 }), 'too-large'],
    ['parts that share their data', zipOf([...many(1), { name: 'b', content: text('x'), at: 0 }]), 'damaged'],
    [
      'a part within another',
      zipOf([
        { name: 'a', content: zipOf(many(1)), isStored: true },
        { name: 'b', content: text('x'), at: 31 },
      ]),
      'damaged',
    ],
    ['a part that reaches into the directory', zipOf([{ name: 'a', content: text('x'), packed: 400 }]), 'damaged'],
    ['a part that ends too early', zipOf([{ name: 'a', content: text('one two'), packed: 2 }]), 'damaged'],
    ['an encrypted part', zipOf([{ name: 'a', content: text('x'), flags: 1 }]), 'damaged'],
  ])('refuses %s', (_, file, code) => {
    expect(unpackZip(file, anyPart, limits)).toEqual({ ok: false, code });
  });

  test('does not unpack what is not wanted, nor a ZIP within it', () => {
    const inner = zipOf([{ name: 'c.xml', content: zeros(5_000_000) }]);
    const file = zipOf([
      { name: 'word/evil.dat', content: zeros(50_000_000) },
      { name: 'inner.zip', content: inner },
      { name: 'a.xml', content: text('one') },
    ]);
    const unpacked = unpackZip(file, (name) => name.endsWith('.xml'), limits);
    expect(unpacked.ok && Object.keys(unpacked.parts)).toEqual(['a.xml']);
  });
});

const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const names = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${types}"`;

/** A Word file of one paragraph, with these relations and other parts. */
const fileWith = (relations: string, more: string, parts: Record<string, Uint8Array>) =>
  zipSync({
    'word/document.xml': strToU8(
      `<w:document ${names}><w:body><w:p><w:r><w:t>It had 375 staff.</w:t></w:r></w:p>${more}</w:body></w:document>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`,
    ),
    ...parts,
  });

async function textsOf(file: Uint8Array): Promise<string[]> {
  const read = await draftFromDocx(file);
  if (!read.ok) throw new Error(read.code);
  return read.draft.paragraphs.map((paragraph) => paragraph.text);
}

test.each(['styles', 'numbering', 'footnotes', 'comments', 'header', 'aFChunk', 'image'])(
  'a Word file whose relation “%s” leads to a part without text is read without it',
  async (type) => {
    const relation = `<Relationship Id="r" Type="${types}/${type}" Target="evil.dat"/>`;
    // 6 GB would be 6 MB packed; a hundredth tells as much.
    const file = fileWith(relation, '<w:altChunk r:id="r"/>', { 'word/evil.dat': zeros(60_000_000) });
    const before = process.memoryUsage().arrayBuffers;
    expect(await textsOf(file)).toEqual(['It had 375 staff.']);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(30_000_000);
  },
);

test('a file that many relations lead to stands in the text once', async () => {
  const ids = Array.from({ length: 50 }, (_, at) => `r${at}`);
  const relations = ids.map((id) => `<Relationship Id="${id}" Type="${types}/aFChunk" Target="more.txt"/>`).join('');
  const chunks = ids.map((id) => `<w:altChunk r:id="${id}"/>`).join('');
  const file = fileWith(relations, chunks, { 'word/more.txt': text('It grew by a fifth.') });
  expect(await textsOf(file)).toEqual(['It had 375 staff.', 'It grew by a fifth.']);
});
