import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText, maxFileBytes } from './decode';

const simplified = '谁在中国“围猎”AIGC？小冰CEO李笛直言，大模型的技术没有太多的秘密。';
const traditional = '立法院今天三讀通過預算案，總統府表示尊重國會的決定。';
const japanese = '政府は１日、新しい経済対策を発表した。専門家は「効果は限られる」と話す。';
const french = 'Le président a déclaré que l’économie française était « très solide » à l’été.';
const german = 'Der Präsident erklärte, die Größe der Fläche sei für München übertrieben.';

describe('decodeText reads the encodings that articles come in', () => {
  it.each<[string, string, string]>([
    ['utf-8', 'utf-8', simplified],
    ['utf-8', 'utf-8', 'Café, 10 €, 中文 and 😀'],
    ['gb18030', 'gbk', simplified],
    ['gb18030', 'gb18030', `${simplified}㐂`],
    ['gb18030', 'gbk', '中国人工智能产业报告发布'],
    ['gb18030', 'gbk', '为什么没有出现ChatGPT？'],
    ['gb18030', 'gbk', '大厂搞基建，小厂做创新'],
    ['gb18030', 'gbk', '北京大学教授谈经济'],
    ['gb18030', 'gbk', '标题: 谁在中国“围猎”AIGC？\n链接: https://www.163.com/tech/\n\n正文:\n'],
    ['big5', 'big5', traditional],
    ['big5', 'big5', '台積電今年投資三百億美元'],
    ['big5', 'big5', '總統府：尊重國會的決定'],
    ['shift_jis', 'shift_jis', japanese],
    ['shift_jis', 'shift_jis', '新しい経済対策を発表'],
    ['euc-jp', 'euc-jp', japanese],
    ['euc-kr', 'euc-kr', '정부는 새로운 경제 대책을 발표했다고 밝혔다.'],
    ['windows-1252', 'windows-1252', french],
    ['windows-1252', 'windows-1252', german],
    ['windows-1252', 'windows-1252', 'The café’s “menu” costs £5 – or €6.'],
    ['utf-16le', 'utf-16le', simplified],
    ['utf-16be', 'utf-16be', simplified],
    ['utf-16le', 'utf-16le', 'Plain English text without a mark.'],
    ['utf-16be', 'utf-16be', 'Plain English text without a mark.'],
    ['utf-16le', 'utf-16le', '中国人工智能产业报告发布\n为什么没有'],
    ['windows-1251', 'windows-1251', 'Правительство объявило о новых мерах поддержки экономики страны в этом году.'],
  ])('as %s, written as %s: %s', (expected, written, text) => {
    expect(decodeText(iconv.encode(text, written))).toEqual({ ok: true, text, encoding: expected });
  });

  it.each([
    ['utf-8', [0xef, 0xbb, 0xbf], 'utf-8'],
    ['utf-16le', [0xff, 0xfe], 'utf-16le'],
    ['utf-16be', [0xfe, 0xff], 'utf-16be'],
  ])('and drops the %s byte order mark', (expected, mark, written) => {
    const bytes = Buffer.concat([Buffer.from(mark), iconv.encode(simplified, written)]);
    expect(decodeText(bytes)).toEqual({ ok: true, text: simplified, encoding: expected });
  });

  it('in texts longer than the sample, wherever that ends', () => {
    for (const shift of ['', 'a', 'ab']) {
      const text = shift + simplified.replace(/\W/g, (mark) => (mark === ' ' ? '' : mark)).repeat(400);
      expect(decodeText(iconv.encode(text, 'gb18030'))).toEqual({ ok: true, text, encoding: 'gb18030' });
    }
  });

  it('and keeps UTF-8 whose last character was cut off', () => {
    const bytes = Buffer.from(simplified, 'utf-8').subarray(0, -1);
    const decoded = decodeText(bytes);
    expect(decoded).toMatchObject({ ok: true, encoding: 'utf-8' });
  });
});

describe('decodeText refuses what is no text', () => {
  it.each<[string, number[] | Buffer]>([
    ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]],
    ['ZIP', [0x50, 0x4b, 3, 4, 20, 0, 6, 0]],
    ['PDF', Buffer.from('%PDF-1.7\n1 0 obj\n')],
    ['controls', [1, 2, 3, 4, 5, 6, 7, 8]],
    ['one NUL', [0]],
    ['16-bit samples', Array.from({ length: 400 }, (_, index) => (index % 2 === 0 ? index % 13 : 0))],
  ])('%s', (_, bytes) => {
    expect(decodeText(Uint8Array.from(bytes))).toEqual({ ok: false, code: 'not-text' });
  });

  it('random bytes', () => {
    let state = 20230214;
    const bytes = Uint8Array.from({ length: 4096 }, () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return (state >> 16) & 0xff;
    });
    expect(decodeText(bytes)).toEqual({ ok: false, code: 'not-text' });
  });

  it('an empty file, and one above the cap', () => {
    expect(decodeText(new Uint8Array())).toEqual({ ok: false, code: 'empty-file' });
    expect(decodeText(new Uint8Array(maxFileBytes).fill(0x61))).toMatchObject({ ok: true });
    expect(decodeText(new Uint8Array(maxFileBytes + 1).fill(0x61))).toEqual({ ok: false, code: 'too-large' });
  });

  it('and never throws', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => typeof decodeText(bytes).ok === 'boolean'));
  });

  it('while every text written in UTF-8 comes back', () => {
    const visible = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.startsWith('\ufeff'));
    fc.assert(
      fc.property(visible, (text) => {
        const decoded = decodeText(Buffer.from(text, 'utf-8'));
        // A text may begin with the same letters as a binary format.
        expect(decoded.ok ? decoded.text : text).toBe(text);
      }),
    );
  });
});
