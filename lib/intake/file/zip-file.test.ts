import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { gather } from '#lib/testing/outside/office';
import { type WrittenEntry, zipOf } from '#lib/testing/packet/broken-zips';
import { entryBytes, type RandomAccess, readEntries, ZipFault } from './zip-file';

/** Bytes as a file, in pieces of no round length. `most`: the longest stretch that was asked for. */
function fileOf(bytes: Uint8Array): RandomAccess & { most: () => number } {
  let most = 0;
  const read = async function* (from: number, to: number) {
    most = Math.max(most, to - from);
    for (let at = from; at < to; at += 1_009) yield bytes.subarray(at, Math.min(to, at + 1_009));
  };
  return { size: bytes.length, read, most: () => most };
}

/** All entries of a ZIP, or the fault that it has. */
async function readAll(bytes: Uint8Array, most = 100): Promise<Record<string, Buffer> | string> {
  const file = fileOf(bytes);
  try {
    const read: Record<string, Buffer> = {};
    for (const entry of await readEntries(file, most)) read[entry.name] = (await gather(entryBytes(file, entry))).bytes;
    return read;
  } catch (error) {
    if (error instanceof ZipFault) return `${error.what} ${error.entry ?? '-'}`;
    throw error;
  }
}

const text = Buffer.from('一二三 well '.repeat(5_000));
const noise = randomBytes(70_000);

test('entries come out as they went in, packed and stored, from another program’s file too', async () => {
  const entries = { 'a.txt': text, 'b/c.bin': noise, empty: Buffer.alloc(0) };
  const own = zipOf(Object.entries(entries).map(([name, bytes], at) => ({ name, bytes, isPacked: at === 0 })));
  expect(await readAll(own)).toEqual(entries);
  expect(await readAll(zipSync(entries))).toEqual(entries);
  expect(await readAll(zipOf([]))).toEqual({});
});

describe('a file that is no such ZIP is refused', () => {
  const good: WrittenEntry[] = [
    { name: 'a', bytes: text, isPacked: true },
    { name: 'b', bytes: noise },
  ];
  const withOne = (change: Partial<WrittenEntry>) => zipOf([{ name: 'a', bytes: text, isPacked: true, ...change }]);
  const changed = (at: number, bytes: number[]) => {
    const zip = zipOf(good);
    zip.set(bytes, at < 0 ? zip.length + at : at);
    return zip;
  };
  test.each<[string, Uint8Array, string]>([
    ['nothing', Buffer.alloc(0), 'no-zip -'],
    ['text', text, 'no-zip -'],
    ['without its end', zipOf(good).subarray(0, -1), 'no-zip -'],
    ['with bytes behind its end', Buffer.concat([zipOf(good), noise]), 'no-zip -'],
    ['with bytes before it', Buffer.concat([noise, zipOf(good)]), 'damaged -'],
    [
      'too many entries',
      zipOf(Array.from({ length: 101 }, (_, at) => ({ name: String(at), bytes: text }))),
      'too-many -',
    ],
    ['more entries than its end says', changed(-14, [1, 0, 1, 0]), 'damaged -'],
    ['a directory beyond its end', changed(-6, [0xff, 0xff, 0xff, 0x7f]), 'damaged -'],
    ['a directory of gigabytes', changed(-10, [0, 0, 0, 0x70]), 'too-many -'],
    ['records of ZIP64', changed(-14, [0xff, 0xff, 0xff, 0xff]), 'zip64 -'],
    ['a length of ZIP64', withOne({ size: 0xffffffff }), 'zip64 a'],
    ['an encrypted entry', withOne({ flags: 1 }), 'encrypted a'],
    ['another compression', withOne({ method: 14 }), 'method a'],
    ['a length that is too small', withOne({ size: 5 }), 'damaged a'],
    ['a length that is too large', withOne({ size: text.length + 1 }), 'damaged a'],
    ['packed bytes that end early', withOne({ packed: 20 }), 'damaged a'],
    ['packed bytes that go on', withOne({ packed: 60_000 }), 'overlapping a'],
    ['stored bytes that do not unpack', zipOf([{ name: 'a', bytes: noise, method: 8 }]), 'damaged a'],
    ['another name in its own header', withOne({ localName: 'z' }), 'damaged a'],
    ['two entries of the same bytes', zipOf([...good, { name: 'c', bytes: noise, from: 0 }]), 'overlapping a'],
    ['an entry where none begins', zipOf([...good, { name: 'c', bytes: text, from: 40 }]), 'overlapping a'],
  ])('%s', async (_, bytes, fault) => {
    expect(await readAll(bytes)).toBe(fault);
  });

  test('a bomb unpacks no further than it says, and little is read at once', async () => {
    const zip = zipOf([{ name: 'a', bytes: Buffer.alloc(50_000_000), isPacked: true, size: 1_000 }]);
    const file = fileOf(zip);
    const [entry] = await readEntries(file, 10);
    if (!entry) throw new Error('there is none');
    let unpacked = 0;
    const run = async () => {
      for await (const piece of entryBytes(file, entry)) unpacked += piece.length;
    };
    await expect(run()).rejects.toThrow(ZipFault);
    expect(unpacked).toBeLessThanOrEqual(1_000);
  });

  test('whatever byte is changed: it reads the same, other bytes, or tells a fault', async () => {
    const zip = zipOf(good.map((entry) => ({ ...entry, bytes: entry.bytes.subarray(0, 300) })));
    await fc.assert(
      fc.asyncProperty(fc.nat(zip.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const turned = Buffer.from(zip);
        turned[at] = (turned[at] ?? 0) ^ by;
        const read = await readAll(turned);
        expect(typeof read === 'string' || Object.keys(read).length <= 2).toBe(true);
      }),
    );
  });
});
