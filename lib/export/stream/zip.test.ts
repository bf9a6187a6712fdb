import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { gather, packagePart } from '#lib/testing/outside/office';
import { type ZipPart, zipPieces } from './zip';

/** Text that hardly gets smaller: what is kept back cannot hide behind the compression. */
function* noise(lines: number, made: (characters: number) => void = () => undefined): Generator<string> {
  for (let line = 0; line < lines; line++) {
    const text = createHash('sha512').update(String(line)).digest('base64');
    made(text.length);
    yield text;
  }
}

describe('a package in pieces', () => {
  test.each<[string, string]>([
    ['nothing', ''],
    ['a letter', 'a'],
    ['letters of any script', '一二三👩🏽‍🔬é'],
    ['a text of many pieces', [...noise(15_000)].join('')],
    ['a text that says the same for long', '一'.repeat(500_000)],
  ])('holds %s beside other parts, as it was', async (_, text) => {
    const parts: ZipPart[] = [
      { name: '一/first.xml', text: ['before'] },
      { name: 'part.xml', text: text.match(/.{1,999}/gsu) ?? [] },
      { name: 'last.xml', text: ['after'] },
    ];
    const { bytes } = await gather(zipPieces(parts));
    expect(packagePart(bytes, '一/first.xml')).toBe('before');
    expect(packagePart(bytes, 'part.xml')).toBe(text);
    expect(packagePart(bytes, 'last.xml')).toBe('after');
  });

  test('follows its text closely: little is made for one piece, however long it all is', async () => {
    let [made, before, most] = [0, 0, 0];
    const text = noise(30_000, (characters) => {
      made += characters;
    });
    for await (const _ of zipPieces([{ name: 'long.xml', text }])) {
      most = Math.max(most, made - before);
      before = made;
    }
    expect(made).toBe(30_000 * 88);
    expect(most).toBeLessThan(150_000);
  });

  test('asks for a part’s text once the parts before it are written', async () => {
    const order: string[] = [];
    const told = (name: string): ZipPart => ({
      name,
      text: (function* () {
        order.push(`${name} begins`);
        yield name;
        order.push(`${name} ends`);
      })(),
    });
    await gather(zipPieces([told('a'), told('b')]));
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  test('lets go of its text when the reader stops', async () => {
    let [made, isOver] = [0, false];
    const text = (function* () {
      try {
        yield* noise(Number.POSITIVE_INFINITY, (characters) => {
          made += characters;
        });
      } finally {
        isOver = true;
      }
    })();
    for await (const _ of zipPieces([{ name: 'endless.xml', text }])) break;
    expect(isOver).toBe(true);
    expect(made).toBeLessThan(1_000_000);
  });

  test('fails where its text does', async () => {
    const text = (function* () {
      yield 'so far';
      throw new Error('no further');
    })();
    await expect(gather(zipPieces([{ name: 'broken.xml', text }]))).rejects.toThrow('no further');
  });
});
