import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleDraft } from '#lib/domain/articles/article';
import { wordFile } from '#lib/testing/outside/word-files';
import { draftFromMarkup } from './page';
import { draftFromDocx } from './word-document';

/** A paragraph's words, each told apart by its number; short and long, sentences and lines. */
const words = fc
  .tuple(
    fc.array(fc.integer({ min: 10_000, max: 99_999 }), { minLength: 1, maxLength: 12 }),
    fc.constantFrom('', '.', ':', '？', ' · x'),
  )
  .map(([numbers, end]) => `${numbers.map((number) => `w${number}`).join(' ')}${end}`);
const classes = fc.constantFrom(
  '',
  'related',
  'ads',
  'comment',
  'toc',
  'share',
  'paywall',
  'newsletter',
  'sponsor',
  'author box',
  'hidden-part',
);

type Sides = (text: string, name: string) => string;
const holders: Sides[] = [
  (text) => `<p>${text}</p>`,
  (text) => `<p><b>${text}</b></p>`,
  (text) => `<h2>${text}</h2>`,
  (text) => `<ul><li>${text}</li></ul>`,
  (text) => `<ol><li><p>${text}</p></li></ol>`,
  (text) => `<table><tr><td>${text}</td><td>x</td></tr><tr><td>y</td><td>z</td></tr></table>`,
  (text) => `<table><tr><td><p>${text}</p><p>more</p></td></tr></table>`,
  (text) => `<blockquote>${text}</blockquote>`,
  (text) => `<nav>${text}</nav>`,
  (text) => `<footer><p>${text}</p></footer>`,
  (text) => `<p><a href="https://a.example/">${text}</a></p>`,
  (text) => `<figure><figcaption>${text}</figcaption></figure>`,
  (text) => `<form><p><input type="checkbox">${text}</p><button>${text}</button></form>`,
  (text, name) => `<div class="${name}"><p>${text}</p></div>`,
  (text, name) => `<section id="${name}"><h3>${text}</h3><p>${text}</p></section>`,
  (text) => `<aside><p>${text}</p></aside>`,
  (text) => `<p><ins>${text}</ins></p>`,
  (text) => `<p>${text}<br><br>${text}</p>`,
  (text) => `<pre>${text}</pre>`,
  (text) => `<dl><dt>${text}</dt><dd>${text}</dd></dl>`,
];
const blocks = fc.array(fc.tuple(words, classes, fc.integer({ min: 0, max: holders.length - 1 })), {
  minLength: 1,
  maxLength: 14,
});

/** The words of a text that are not in its draft, whether in its article, set aside or among its facts. */
function missingFrom(text: string, { title, byline, publisher, url, paragraphs }: ArticleDraft): string[] {
  const shown = [title, byline, publisher, url, ...paragraphs.map((paragraph) => paragraph.text)].join('\n');
  const there = new Set(shown.match(/w\d{5}/g));
  return (text.match(/w\d{5}/g) ?? []).filter((word) => !there.has(word));
}

describe('nothing of a document is dropped in silence', () => {
  it.each(['', '<meta name="Generator" content="LibreOffice">'])('of formatted text %s', (head) => {
    fc.assert(
      fc.property(blocks, (parts) => {
        const html = parts.map(([text, name, at]) => holders[at]?.(text, name)).join('');
        const result = draftFromMarkup(`<html><head>${head}</head><body>${html}</body></html>`);
        if (!result.ok) throw new Error(result.code);
        expect(missingFrom(html, result.draft)).toEqual([]);
        const { source, paragraphs } = result.draft;
        expect(source).toEqual({
          of: 'document',
          paragraphs: paragraphs.length + (source?.stated ?? 0),
          stated: source?.stated,
        });
      }),
      { numRuns: 150 },
    );
  });

  it.each(['摄影：赵六', '编辑：李四 校对：王五', '作者：林小禾 编辑：李四', '浏览次数：375', '（责任编辑：李四）'])(
    'of credits that are no facts: %s',
    (line) => {
      const result = draftFromMarkup(`<h1>河港降低预算</h1><p>${line}</p><p>全年支出3200万元。</p><p>比去年少8%。</p>`);
      if (!result.ok) throw new Error(result.code);
      const { paragraphs, source } = result.draft;
      expect(paragraphs[0]).toEqual({ kind: 'boilerplate', reason: 'legal', text: line });
      expect(source).toEqual({ of: 'document', paragraphs: 4, stated: 1 });
    },
  );

  const wordHolders: ((text: string) => string)[] = [
    (text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`,
    (text) => `<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>${text}</w:t></w:r></w:ins></w:p>`,
    (text) => `<w:sdt><w:sdtContent><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:sdtContent></w:sdt>`,
    (text) => `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`,
    (text) =>
      `<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`,
    (text) => `<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`,
    (text) => `<w:p><w:fldSimple w:instr="REF a"><w:r><w:t>${text}</w:t></w:r></w:fldSimple></w:p>`,
    (text) => `<w:p><m:oMath><m:r><m:t>${text}</m:t></m:r></m:oMath></w:p>`,
    (text) =>
      `<w:p><w:hyperlink w:anchor="a"><w:r><w:t>${text}</w:t></w:r></w:hyperlink><w:r><w:br w:type="page"/><w:t>${text}</w:t></w:r></w:p>`,
    (text) => `<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`,
  ];

  it('of a Word file', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(words, fc.integer({ min: 0, max: wordHolders.length - 1 })), { minLength: 1, maxLength: 10 }),
        words,
        async (parts, top) => {
          const body = parts.map(([text, at]) => wordHolders[at]?.(text)).join('');
          const header = wordHolders[0]?.(top);
          const result = await draftFromDocx(wordFile(body, { header }));
          if (!result.ok) throw new Error(result.code);
          expect(missingFrom(`${body}${header}`, result.draft)).toEqual([]);
          const { source, paragraphs } = result.draft;
          expect(source?.paragraphs).toBe(paragraphs.length + (source?.stated ?? 0));
        },
      ),
      { numRuns: 80 },
    );
  });
});
