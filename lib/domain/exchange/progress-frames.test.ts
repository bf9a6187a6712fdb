import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameOf, frameReader, lastFrame } from './progress-frames';

const anyPart = fc.record({ written: fc.nat(1_000_000), part: fc.uint8Array({ minLength: 1, maxLength: 40 }) });

test('frames come back whole, however the bytes are cut', () => {
  fc.assert(
    fc.property(fc.array(anyPart, { maxLength: 6 }), fc.integer({ min: 1, max: 30 }), (parts, size) => {
      const bytes = [...parts.map(({ written, part }) => frameOf(written, part)), lastFrame(9)].flatMap((one) => [
        ...one,
      ]);
      const reader = frameReader();
      const frames = [];
      for (let at = 0; at < bytes.length; at += size) {
        expect(reader.isWhole()).toBe(false);
        frames.push(...reader.read(Uint8Array.from(bytes.slice(at, at + size))));
      }
      expect(reader.isWhole()).toBe(true);
      expect(frames.pop()).toEqual({ written: 9, part: new Uint8Array() });
      expect(frames.map(({ written, part }) => ({ written, part: [...part] }))).toEqual(
        parts.map(({ written, part }) => ({ written, part: [...part] })),
      );
    }),
  );
});

test('a stream that ends before the last frame is not whole', () => {
  const reader = frameReader();
  reader.read(frameOf(1, Uint8Array.of(1, 2)));
  reader.read(lastFrame(1).subarray(0, 7));
  expect(reader.isWhole()).toBe(false);
});
