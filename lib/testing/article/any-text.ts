import fc from 'fast-check';

/**
 * Any text at all, for what must never throw: any UTF-16 units (lone surrogates, NUL, every script), one unit many times,
 * and the pieces given (between bars) in any order.
 */
export const anyText = (pieces: string): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((codes) => String.fromCharCode(...codes)),
    fc
      .tuple(fc.constantFrom(...pieces.split('|')), fc.integer({ min: 1, max: 2000 }))
      .map(([piece, times]) => piece.repeat(times)),
    {
      weight: 3,
      arbitrary: fc
        .array(fc.constantFrom(...pieces.split('|'), '\ud800', '\udc00', '\0'), { maxLength: 40 })
        .map((parts) => parts.join('')),
    },
  );
