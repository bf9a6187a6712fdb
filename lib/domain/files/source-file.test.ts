import { describe, expect, it } from 'vitest';
import { isShownInBrowser, kindOfType, nameWithEnding, tidyFileName } from './source-file';

describe('the name of a file', () => {
  it.each([
    ['Bericht 2023.pdf', 'Bericht 2023.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\ann\\年报.xlsx', '年报.xlsx'],
    // It would be shown as photo-exe.png.
    ['photo\u202Egnp.exe', 'photognp.exe'],
    ['a\0b\r\nc.txt', 'abc.txt'],
    ['  a \u00a0 b.txt ', 'a b.txt'],
    ['Cafe\u0301.txt', 'Café.txt'],
    ['', ''],
    ['///', ''],
    ['..', ''],
    ['a/..', ''],
    ['.htaccess', '.htaccess'],
    ['👩\u200d🔬.png', '👩\u200d🔬.png'],
  ])('%j is kept as %j', (name, kept) => {
    expect(tidyFileName(name)).toBe(kept);
  });

  it('is cut before its ending, and never within a character', () => {
    const cut = tidyFileName(`${'长'.repeat(300)}.docx`);
    expect(cut).toHaveLength(200);
    expect(cut.endsWith('长….docx')).toBe(true);
    expect(tidyFileName(`${'😀'.repeat(150)}.txt`).isWellFormed()).toBe(true);
    expect(tidyFileName('x'.repeat(1_000_000)).length).toBe(200);
  });
});

it('shows nothing in a browser that may carry script', () => {
  for (const type of ['text/html', 'image/svg+xml', 'text/plain', 'message/rfc822', 'application/xhtml+xml', '']) {
    expect([type, isShownInBrowser(type)]).toEqual([type, false]);
  }
  expect(isShownInBrowser('application/pdf')).toBe(true);
});

it.each(['application/zip', 'application/x-msdownload', 'constructor', '__proto__', ''])('keeps no %s', (type) => {
  expect(kindOfType(type)).toBeNull();
});

it.each([
  'e\u200b\u0301.txt',
  '\u200b e\u0301 .txt',
  `${'n'.repeat(300)}.pdf`,
  `${'年'.repeat(199)}\ud83d\ude00.pdf`,
  'a\u202egpj.exe',
  ' .. ',
  'x'.repeat(250),
])('keeps a tidy name as it is, also with an ending put on: %j', (name) => {
  const tidy = tidyFileName(name);
  expect(tidyFileName(tidy)).toBe(tidy);
  const ended = nameWithEnding(tidy, 'application/pdf');
  expect([tidyFileName(ended), ended.length <= 200, ended.endsWith('.pdf')]).toEqual([ended, true, true]);
});
