import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CommentText } from './comment-text';

const mentions = [{ id: '1', name: '陈舟' }];
const html = (body: string) => renderToStaticMarkup(createElement(CommentText, { body, mentions }));
const plain = (body: string) => html(body).replace(/ (?:class|dir|title|target|rel)="[^"]*"/g, '');

test.each([
  ['emphasis', '*a* **b** `c`', '<div><p><em>a</em> <strong>b</strong> <code>c</code></p></div>'],
  ['line breaks', 'a\nb', '<div><p>a\nb</p></div>'],
  ['lists', '- a\n- b', '<div><ul><li><p>a</p></li><li><p>b</p></li></ul></div>'],
  ['numbered lists', '3. a', '<div><ol start="3"><li><p>a</p></li></ol></div>'],
  ['quotes', '> a', '<div><blockquote><p>a</p></blockquote></div>'],
  ['code', '```\n<b>\n```', '<div><pre>&lt;b&gt;</pre></div>'],
  ['links', '[a](https://x.org/)', '<div><p><a href="https://x.org/">a</a></p></div>'],
  ['bare links', 'See https://x.org/a_b.', '<div><p>See <a href="https://x.org/a_b">https://x.org/a_b</a>.</p></div>'],
  [
    'bare links in Chinese',
    '见https://x.org/a。好',
    '<div><p>见<a href="https://x.org/a">https://x.org/a</a>。好</p></div>',
  ],
  ['people', '@陈舟请看', '<div><p><b>@陈舟</b>请看</p></div>'],
  ['people in code', '`@陈舟`', '<div><p><code>@陈舟</code></p></div>'],
  ['headings as typed', '# a\nb\n===', '<div><p># a\nb\n===</p></div>'],
  ['images as typed', '![a](https://x.org/a.png)', '<div><p>!<a href="https://x.org/a.png">a</a></p></div>'],
])('shows %s', (_, body, expected) => {
  expect(plain(body)).toBe(expected);
});

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<b onclick="x">\n\n<style>*{display:none}</style>',
  '[a](javascript:alert(1)) [b](JaVaScRiPt:alert%281%29) [c](data:text/html,x) [d](vbscript:x)',
  '[a](java&#115;cript:alert(1)) <javascript:alert(1)>',
  '[a]: javascript:alert(1)\n\n[a]',
  '[a](//evil.example) [b](/settings) [c](#x) [d](https:x)',
])('makes nothing live of %s', (body) => {
  expect(html(body)).not.toMatch(/<(?:script|img|style|b|a)\b/i);
});

test('opens links apart, without telling where from', () => {
  expect(html('https://x.org')).toContain('target="_blank" rel="noopener noreferrer nofollow"');
});

test.each(['>', '- ', '> - ', '1. ', '*a ', '**a', '[x](', '[', '`', '_a', '\u202e', '👍', '@陈舟', 'https://x.org/'])(
  'shows a comment of nothing but %s in time',
  (piece) => {
    const before = performance.now();
    const shown = html(piece.repeat(4_000 / piece.length));
    expect(shown).toContain('<div');
    expect(shown.match(/<(?:blockquote|li)/g)?.length ?? 0).toBeLessThan(20);
    expect(performance.now() - before).toBeLessThan(2_000);
  },
);
