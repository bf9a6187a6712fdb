import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { sanitisePage, textAsPage } from './sanitise';

const clean = (html: string) => sanitisePage(`<html><body>${html}</body></html>`, 'https://post.example/a/')?.html;

describe('sanitisePage', () => {
  it.each<[string, string]>([
    ['<p onclick="alert(1)" onmouseover=alert(1)>a</p>', '<p>a</p>'],
    ['<script>alert(1)</script><p>a</p>', '<p>a</p>'],
    ['<scr<script>ipt>alert(1)</script>', 'ipt&gt;alert(1)'],
    ['<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href=" java\nscript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href="&#106;avascript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href="data:text/html,<script>">a</a>', '<a>a</a>'],
    ['<a href="vbscript:x">a</a>', '<a>a</a>'],
    ['<svg onload=alert(1)><a xlink:href="javascript:alert(1)"><text>a</text></a></svg>', ''],
    ['<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>', ''],
    ['<iframe srcdoc="<script>alert(1)</script>"></iframe>', ''],
    ['<object data="x.swf"></object><embed src="x">', ''],
    ['<meta http-equiv="refresh" content="0;url=javascript:alert(1)"><p>a</p>', '<p>a</p>'],
    [
      '<base href="https://evil.example/"><a href="b">a</a>',
      '<a href="https://post.example/a/b" rel="noopener noreferrer nofollow">a</a>',
    ],
    ['<p style="background:url(https://evil.example/)">a</p>', '<p>a</p>'],
    ['<style>@import url(https://evil.example/)</style>', ''],
    ['<link rel="stylesheet" href="https://evil.example/">', ''],
    ['<form action="https://evil.example/"><input name="password"><p>a</p></form>', ''],
    ['<img src="x" onerror="alert(1)">', ''],
    [
      '<img src="https://evil.example/p.gif" alt="a <b> & &quot;c&quot;">',
      '<span class="picture">a &lt;b&gt; &amp; &quot;c&quot;</span>',
    ],
    ['<video src="x" poster="y"></video>', ''],
    ['<template><p>a</p></template><noscript><img src=x></noscript>', ''],
    ['<p title="x">a</p><p lang="zh" dir="rtl" class="y" id="z">b</p>', '<p>a</p><p lang="zh" dir="rtl">b</p>'],
    [
      "<td lang='\"><script>alert(1)</script>'>a</td>",
      '<td lang="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;">a</td>',
    ],
    ['<x-unknown onfoo=1><p>a</p></x-unknown>', '<p>a</p>'],
    ['<constructor>a</constructor><p __proto__="x">b</p>', 'a<p>b</p>'],
    ['<!--[if IE]><script>alert(1)</script><![endif]--><p>a</p>', '<p>a</p>'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['<ol start="3"><li>a</li></ol>', '<ol start="3"><li>a</li></ol>'],
    [
      '<a href="/b?x=1&y=2">a</a>',
      '<a href="https://post.example/b?x=1&amp;y=2" rel="noopener noreferrer nofollow">a</a>',
    ],
  ])('%s', (html, expected) => expect(clean(html)).toBe(expected));

  it('writes what reads the same again', () => {
    const html = '<h1>a</h1><p>b &amp; <i>c</i><br>d</p><table><tr><td colspan="2">e</td></tr></table>';
    const once = clean(html) ?? '';
    expect(clean(once)).toBe(once);
    expect(
      parseHTML(`<html><body>${once}</body></html>`).document.querySelectorAll('script, [onclick], img').length,
    ).toBe(0);
  });

  it('keeps the title as text, and refuses what is tangled', () => {
    expect(sanitisePage('<html><head><title>A <b>page</title></head><body></body></html>', null)?.title).toBe(
      'A <b>page',
    );
    expect(sanitisePage('<div>'.repeat(50_000), null)).toBeNull();
  });

  it('shows text as it is', () => expect(textAsPage('a <b>\n&')).toBe('<pre>a &lt;b&gt;\n&amp;</pre>'));
});
