import { expect, it } from 'vitest';
import { pdfOfLines } from '#lib/testing/made-pdf';
import { mediaTypeOf } from './media-type';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

it.each<[string, string | Uint8Array, string | null]>([
  ['a transcript', 'WEBVTT\n\n00:01.000 --> 00:02.000\nA staff of 375.\n', 'text/plain'],
  ['a transcript with a mark', '\ufeffWEBVTT\n\n00:01.000 --> 00:02.000\nA staff of 375.\n', 'text/plain'],
  ['a text that begins like a picture', 'BMW said that it had a staff of 375 in 2023.', 'text/plain'],
  ['a text that begins like sound', 'MAC addresses of 375 devices were kept.', 'text/plain'],
  ['a calendar', 'BEGIN:VCALENDAR\nSUMMARY:375 people\nEND:VCALENDAR\n', 'text/plain'],
  ['a Chinese text that begins like a picture', 'BM公司有375名员工。', 'text/plain'],
  ['a PDF that is written in letters', pdfOfLines(['A staff of 375.']), 'application/pdf'],
  ['a picture', png, 'image/png'],
  ['a bitmap', Buffer.from('424d460000000000000036000000280000000200', 'hex'), 'image/bmp'],
  ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', 'image/svg+xml'],
  ['a page', '<!doctype html><p>A staff of 375.', 'text/html'],
  ['a rich text', '{\\rtf1\\ansi A staff of 375.}', 'application/rtf'],
  ['a program', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'application/x-msdownload'],
  ['bytes of nothing known', new Uint8Array([0, 1, 2, 255, 254, 0]), null],
])('%s is told by what is in it', async (_what, content, type) => {
  const head = typeof content === 'string' ? Buffer.from(content) : content;
  expect(await mediaTypeOf({ head, isWhole: true })).toBe(type);
});
