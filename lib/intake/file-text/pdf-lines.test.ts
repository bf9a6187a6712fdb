import { describe, expect, it } from 'vitest';
import { type Piece, pageText } from './pdf-lines';

/** A line of letters half as wide as they are high. */
const line = (text: string, y: number, { x = 60, size = 10 } = {}): Piece => ({
  ...{ text, x, y, size, isTurned: false, endsLine: true },
  width: text.length * size * (/\p{Script=Han}/u.test(text) ? 1 : 0.5),
});

describe('the lines of a page', () => {
  it.each([
    [['the interna-', 'tional trade of'], 'the international trade of'],
    [['the inter\u00ad', 'national trade'], 'the international trade'],
    [['a well-', 'known trader of'], 'a well-known trader of'],
    [['a long-term view; long-', 'term contracts, that'], 'a long-term view; long-term contracts, that'],
    [['said Jean-', 'Luc Moreau in a'], 'said Jean-Luc Moreau in a'],
    [['of the years 2019-', '2023 it said in'], 'of the years 2019-2023 it said in'],
    [['我们没有料到港口', '恢复得这么快。'], '我们没有料到港口恢复得这么快。'],
    [['营收为OpenAI', '的两倍，公司称。'], '营收为OpenAI的两倍，公司称。'],
    [['It rose by a', 'third last year'], 'It rose by a third last year'],
  ])('%j are joined', (lines, text) => {
    expect(pageText(lines.map((one, at) => line(one, 700 - 12 * at)))).toBe(text);
  });

  it('are not joined where a paragraph or an item begins', () => {
    const paragraphs = [line('It ended here.', 700), line('There was no room for another word', 688)];
    expect(pageText(paragraphs).split('\n')).toHaveLength(2);
    expect(pageText([line('It went on and on and on', 700), line('and on and on.', 660)]).split('\n')).toHaveLength(2);
    expect(pageText([line('What we want:', 700), line('• more', 688), line('• less', 676)]).split('\n')).toHaveLength(
      3,
    );
    const heading = [line('The year', 700, { size: 20 }), line('It was a good one', 680)];
    expect(pageText(heading).split('\n')).toHaveLength(2);
  });

  it('are joined where an address runs over their edge', () => {
    const lines = Array.from({ length: 9 }, () => 'as many words as the line has');
    const pieces = [...lines, 'https://example.org/a-long-address-of-a-page'].map((text, at) =>
      line(text, 700 - 12 * at),
    );
    expect(pageText(pieces)).toBe(`${lines.join(' ')} https://example.org/a-long-address-of-a-page`);
  });

  it('go down one column and then the other, where they were written across', () => {
    const left = [
      'Revenue rose in the year by a',
      'third, while staff numbers fell',
      'to two thousand, said the head',
      'of the firm in her statement.',
    ];
    const right = [
      'In September a strike cost the',
      'company eleven days of work in',
      'all and some millions to those',
      'whose ships could not unload.',
    ];
    const pieces = left.flatMap((text, at) => [
      { ...line(text, 700 - 12 * at), endsLine: false },
      line(right[at] ?? '', 700 - 12 * at, { x: 320 }),
    ]);
    expect(pageText(pieces)).toBe(`${left.join(' ')}\n${right.join(' ')}`);
  });

  it('stay rows in a table', () => {
    const rows = [
      ['Item', '2022', '2023'],
      ['Revenue', '380.6', '412.6'],
      ['Staff', '2,310', '2,104'],
      ['Ships', '12', '14'],
    ];
    const pieces = rows.flatMap((cells, row) =>
      cells.map((text, at) => line(text, 700 - 14 * row, { x: 60 + 120 * at })),
    );
    expect(pageText(pieces)).toBe(rows.map((cells) => cells.join('\t')).join('\n'));
  });

  it('take time in proportion to their number', () => {
    const pieces = (count: number) =>
      Array.from({ length: count }, (_, at) => line('word and word', 700 - 12 * (at % 50)));
    expect(pageText(pieces(20_000)).length).toBeGreaterThan(200_000);
  });
});
