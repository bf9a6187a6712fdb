import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from './clean';

describe('cleanText', () => {
  it.each<[string, string, string, number, number]>([
    ['unifies line ends without counting them', 'a\r\nb\rc\u2028d\u2029e\u0085f\fg', 'a\nb\nc\nd\ne\nf\ng', 0, 0],
    ['removes controls, keeps tabs', 'a\0b\x01\tc\x7f\x9bd', 'ab\tcd', 4, 0],
    ['removes bidirectional controls', 'paid \u202e000,1\u202c \u2066x\u2069\u200e\u200f\u061c', 'paid 000,1 x', 7, 0],
    ['removes zero-width spaces and inner marks', '文\u200b心\ufeff一言', '文心一言', 2, 0],
    ['replaces lone surrogates', 'a\ud800b\udc00\ud83d\ude00', 'a\ufffdb\ufffd😀', 0, 2],
    [
      'keeps joiners and variation selectors',
      '👨\u200d👩\u200d👧 ❤\ufe0f क्\u200dष',
      '👨\u200d👩\u200d👧 ❤\ufe0f क्\u200dष',
      0,
      0,
    ],
    ['keeps spaces and compatibility characters', '１００　万\u00a0㎡ ﬁ', '１００　万\u00a0㎡ ﬁ', 0, 0],
  ])('%s', (_, text, expected, removed, replaced) => {
    expect(cleanText(text)).toEqual({ text: expected, removed, replaced });
  });

  it('changes a clean text no more, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = cleanText(text).text;
        expect(cleanText(once)).toEqual({ text: once, removed: 0, replaced: 0 });
      }),
    );
  });
});
