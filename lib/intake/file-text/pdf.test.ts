import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { pdfOf } from '#lib/testing/made-pdf';
import { readPdf } from './pdf';

const fixture = (name: string) => readFileSync(path.join(import.meta.dirname, 'fixtures', name));

describe('the text of a PDF', () => {
  it('has two columns one after the other, and a line for each row of a table', async () => {
    const { parts, ...facts } = await readPdf(fixture('two-columns.pdf'));
    expect(facts).toEqual({ state: 'read', unit: 'page', total: 2 });
    const [first = '', second] = parts.map(({ text }) => text);
    expect(first.split('\n')).toEqual([
      'Annual filing of the Northern Harbour Company',
      expect.stringMatching(/^The board met .* the revenue and the staff numbers\.$/),
      expect.stringMatching(/^Revenue rose to \$412\.6 million .* so quickly,” said Ada Holm, .* in new cranes\.”$/),
      expect.stringMatching(
        /^Staff numbers fell .* towards automation of the container terminals in the north of the city\.$/,
      ),
      expect.stringMatching(/^The second half .* transportation of containers .* amounted to \$3\.2 million\.$/),
      expect.stringMatching(/^Looking ahead, .* a dividend of \$1\.15 a share\.$/),
      'Item\t2022\t2023',
      'Revenue ($m)\t380.6\t412.6',
      'Staff\t2,310\t2,104',
    ]);
    expect(second).toBe('Second page: containers handled were 1.9 million.');
  });

  it('has the characters that a browser prints as radicals, and no blanks within Chinese', async () => {
    const { parts } = await readPdf(fixture('chinese.pdf'));
    expect(parts.map(({ text }) => text.split('\n'))).toEqual([
      [
        '北方港口公司二〇二三年年度报告',
        '公司全年营业收入4.126亿元，同比增长8.4%。总经理王海表示：“我们没有料到港口恢复得这么快，所得将投入新的起重机。”报告期末，员工人数由2310人降至2104人，管理层将其归因于退休和集装箱码头的自动化改造。',
        '下半年情况特殊：九月份集装箱国际运输中断十一天，保险赔偿金额为320万元。公司预计明年资本支出约9500万元，主要用于设备电气化，每股派息1.15元。',
        '项目\t2022年\t2023年',
        '营业收入（亿元）\t3.806\t4.126',
        '员工\t2310\t2104',
      ],
    ]);
  });

  it('says why it has none', async () => {
    const whole = fixture('two-columns.pdf');
    const states = async (files: Uint8Array[]) => (await Promise.all(files.map(readPdf))).map(({ state }) => state);
    expect(await states([fixture('locked.pdf'), pdfOf(['0 0 100 100 re f', '']), whole.subarray(0, 20_000)])).toEqual([
      'locked',
      'no-text',
      'broken',
    ]);
    expect(await states([Buffer.alloc(0), Buffer.from('%PDF-1.7\n%%EOF'), whole.subarray(9_000)])).toEqual([
      'broken',
      'broken',
      'broken',
    ]);
  });

  it('is kept as far as it goes where a file has too many pages', async () => {
    const pages = Array.from(
      { length: 5_100 },
      (_, at) => `BT /F1 12 Tf 72 700 Td (The budget was ${at} million.) Tj ET`,
    );
    const { state, total, parts } = await readPdf(pdfOf(pages));
    expect([state, total]).toEqual(['too-long', 5_100]);
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.at(-1)?.text).toBe(`The budget was ${parts.length - 1} million.`);
  });
});
