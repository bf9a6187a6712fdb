import { DOMParser } from 'linkedom';
import mammoth from 'mammoth';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { everyClaim, listPresets } from '#lib/domain/exchange/claim-list';
import type { ReviewView } from '#lib/domain/review/review';
import { exportWords } from '#lib/testing/article/export-words';
import {
  claimView,
  evidenceView,
  judgementView,
  paragraphView,
  reviewView,
  sourceView,
  speakerView,
} from '#lib/testing/article/factories';
import { longArticle } from '#lib/testing/article/long-article';
import { testNeeding } from '#lib/testing/needs';
import { convertByLibreOffice, gather, libreOffice, packagePart, xmlErrors } from '#lib/testing/outside/office';
import { articleDocument } from './docx';

const now = new Date('2026-01-05T10:00:00Z');
const edition = { desk: 'The "Desk" Co', at: now };
const bo = { id: 'bo', name: '波' };
const text = '李笛说，公司约有375人，训练一次要花300到460万美元。';

const claimOn = (words: string, more: Parameters<typeof claimView>[0] = {}) => {
  const start = text.indexOf(words);
  return claimView({ start, end: start + words.length, exact: words, paragraphId: 'p2', ...more });
};

const view = reviewView({
  article: { title: '小冰的成本', language: 'zh-Hans', byline: '记者', url: 'https://example.org/a' },
  paragraphs: [
    paragraphView({ kind: 'heading', text: '多少钱' }),
    paragraphView({ number: 2, text }),
    paragraphView({ number: 3, kind: 'boilerplate', text: '分享到微信' }),
    paragraphView({ number: 4, kind: 'list-item', text: 'A <b>point</b> & more' }),
    paragraphView({ number: 5, kind: 'caption', text: 'Two\nlines' }),
  ],
  claims: [
    claimOn('公司约有375人，训练一次', { number: 1, standing: 'verified', kind: 'quote' }),
    claimOn('375人', {
      number: 2,
      standing: 'disputed',
      speaker: speakerView({ name: '李笛', role: 'CEO' }),
      judgements: [
        judgementView({
          verdict: 'disputed',
          at: '2026-01-03T08:00:00.000Z',
          rationale: '年报写的是370人。\n见第3页。',
        }),
        judgementView({ reviewer: bo, verdict: 'false', at: '2026-01-02T08:00:00.000Z' }),
        judgementView({ reviewer: { id: 'gone', name: ' ' }, verdict: 'verified' }),
      ],
      correction: '公司约有370人。',
      ruling: { editor: bo, verdict: 'disputed', reason: '两种统计都成立。', at: now.toISOString() },
      evidence: [
        evidenceView({
          stance: 'refutes',
          source: sourceView({ title: '年报', url: 'https://example.org/b?x=1&y=2', published: '2023-02' }),
          excerpt: '370人',
          locator: 'p. 3',
        }),
      ],
    }),
    claimOn('训练一次要花300到460万美元', { number: 3, standing: 'false' }),
    claimView({ number: 4, paragraphId: 'p4', start: 2, end: 14, exact: '<b>point</b>', standing: 'open' }),
    claimView({ number: 5, paragraphId: 'gone', exact: 'words of an older text', standing: 'contested' }),
  ],
});

const documentOf = async (some: ReviewView, filter = everyClaim) =>
  (await gather(articleDocument(some, filter, exportWords, edition))).bytes;

/** The document as another library reads it: comments are told at the end, each with a mark where it hangs. */
async function htmlOf(file: Buffer): Promise<string> {
  const { value, messages } = await mammoth.convertToHtml({ buffer: file }, { styleMap: ['comment-reference => sup'] });
  expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
  return value;
}

/** The marks of a paragraph in order: text, and where a comment's range begins and ends. */
function partsOf(file: Buffer, words: string): string[] {
  const xml = new DOMParser().parseFromString(packagePart(file, 'word/document.xml'), 'text/xml');
  const paragraphs = [...xml.getElementsByTagName('w:p')] as unknown as Element[];
  const paragraph = paragraphs.find(({ textContent }) => textContent?.includes(words));
  return [...(paragraph?.children ?? [])].flatMap((child) => {
    const id = child.getAttribute('w:id');
    if (child.tagName === 'w:commentRangeStart') return [`(${id}`];
    if (child.tagName === 'w:commentRangeEnd') return [`${id})`];
    const fill = child.getElementsByTagName('w:shd')[0]?.getAttribute('w:fill');
    return child.textContent ? [fill ? `${fill}:${child.textContent}` : child.textContent] : [];
  });
}

describe('the document', () => {
  test('is the article, without what is no part of it', async () => {
    const html = await htmlOf(await documentOf(view));
    expect(html).toContain('小冰的成本');
    expect(html).toMatch(/<h2>多少钱<\/h2>/);
    expect(html).toMatch(/<li>A .*&lt;b&gt;point&lt;\/b&gt;.* &amp; more/);
    expect(html).toContain('Two<br />lines');
    expect(html).not.toContain('分享到微信');
    expect(html.replace(/<sup>.*?<\/sup>/g, '')).toContain(text);
  });

  test('marks nested and crossing claims, each from its first word to its last', async () => {
    expect(partsOf(await documentOf(view), '李笛说')).toEqual([
      '李笛说，',
      '(1',
      'DDF0E5:公司约有',
      ...['(2', '(3', '(4', '(5', '(6'],
      'FBE3C8:375人',
      ...['2)', '3)', '4)', '5)', '6)'],
      'DDF0E5:，',
      '(7',
      expect.stringMatching(/:训练一次$/),
      '1)',
      'F8D5D2:要花300到460万美元',
      '7)',
      '。',
    ]);
  });

  test('says of each claim where it stands, who found what and why, and on which source', async () => {
    const file = await documentOf(view);
    const html = (await htmlOf(file)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(html).toContain('#2 disputed · figure · 李笛, CEO');
    expect(html).toContain('disputed (confidence medium) 年报写的是370人。 见第3页。');
    expect(html).toContain('correction: 公司约有370人。');
    expect(html).toContain('false (confidence medium)');
    expect(html).toContain('ruled by 波: disputed 两种统计都成立。');
    expect(html).toContain('[1] refutes: 年报 · 2023-02 · p. 3 “370人” https://example.org/b?x=1&amp;y=2');
    expect(packagePart(file, 'word/comments.xml').match(/<w:comment /g)).toHaveLength(5 + 4);
  });

  test('keeps a claim whose words the text no longer holds', async () => {
    expect(partsOf(await documentOf(view), 'words of an older text')).toEqual([
      '(0',
      'E9DAF3:words of an older text',
      '0)',
    ]);
  });

  test('holds only the claims that were chosen', async () => {
    const file = await documentOf(view, listPresets.verified);
    expect(packagePart(file, 'word/comments.xml').match(/<w:comment /g)).toHaveLength(1);
    expect(await htmlOf(file)).toContain('1 of 5, 2026-01-05');
  });

  test.each([
    ['zh-Hans', 'SimSun', 'zh-CN'],
    ['zh-Hant-TW', 'PMingLiU', 'zh-TW'],
    ['ja', 'MS Mincho', 'ja-JP'],
    ['en', 'SimSun', 'zh-CN'],
  ])('names a font for the script of %s', async (language, font, tag) => {
    const styles = packagePart(await documentOf(reviewView({ article: { language } })), 'word/styles.xml');
    expect(styles).toContain(`w:eastAsia="${font}"`);
    expect(styles).toContain(`w:eastAsia="${tag}"`);
  });

  test('leaves out characters that XML has no place for', async () => {
    const words = 'a\u0000b\u0008c\ud800d';
    const odd = reviewView({
      article: { title: words },
      paragraphs: [paragraphView({ text: words })],
      claims: [claimView({ start: 0, end: 4, judgements: [judgementView({ rationale: words })] })],
    });
    const file = await documentOf(odd);
    for (const part of ['word/document.xml', 'word/comments.xml', 'docProps/core.xml']) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
      expect(packagePart(file, part)).not.toMatch(/[\u0000-\u0008]/);
    }
    expect(await htmlOf(file)).toContain('abc\ufffdd');
  });

  test('is well-formed and keeps what is meant as text, whatever it looks like', async () => {
    const hostile = [
      ']]> <![CDATA[ </w:t></w:r> <!-- & &amp; &#0; "\'>',
      '一二三👩🏽‍🔬𠮷é',
      '\u0001a\u001f\ufffe\uffff\ud83d\udc00\ud83db',
      'one\ttwo\r\nthree\vfour\u2028five',
      'x'.repeat(70_000),
      '{sources-0} $& $1 %1',
    ];
    const author = { id: 'x', name: hostile[0] ?? '' };
    const some = reviewView({
      article: { title: hostile.slice(0, 4).join(' '), byline: hostile[1], publisher: hostile[2] },
      paragraphs: hostile.map((words, index) => paragraphView({ number: index + 1, text: words })),
      claims: hostile.map((words, index) =>
        claimView({
          ...{ number: index + 1, paragraphId: `p${index + 1}`, start: 0, end: words.length, exact: words },
          judgements: [judgementView({ reviewer: author, rationale: words })],
          evidence: [
            evidenceView({
              source: sourceView({ id: `s${index}`, title: words, url: `https://example.org/?q=${index}&r="<>"]]>` }),
              excerpt: words,
            }),
          ],
        }),
      ),
    });
    const file = await documentOf(some);
    expect(xmlErrors(file)).toEqual([]);
    const { value } = await mammoth.extractRawText({ buffer: file });
    for (const words of [hostile[0], hostile[1], hostile[4], hostile[5], 'a🐀\ufffdb', 'one\ttwo']) {
      expect(value.includes(words ?? ''), words?.slice(0, 40)).toBe(true);
    }
    const comments = packagePart(file, 'word/comments.xml');
    expect(comments).toContain('<w:t xml:space="preserve">一二三👩🏽‍🔬𠮷é</w:t>');
    expect(comments).toContain(
      'one</w:t><w:tab/><w:t xml:space="preserve">two</w:t><w:br/><w:t xml:space="preserve">three',
    );
    const page = `<html><body>${await htmlOf(file)}</body></html>`;
    const html = new DOMParser().parseFromString(page, 'text/html').body.textContent;
    expect(html.split(hostile[1] ?? '')).toHaveLength(8);
  });

  test('leads to each address once, wherever it is linked', async () => {
    const { claims, article, paragraphs } = view;
    const url = 'https://example.org/b?x=1&y=2';
    const sources = [
      sourceView({ id: 'x', url }),
      sourceView({ id: 'y', url }),
      sourceView({ id: 'z', url: 'file:///etc' }),
    ];
    const linked = { ...claims[0], evidence: sources.map((source) => evidenceView({ source })) };
    const file = await documentOf(reviewView({ article, paragraphs, claims: [claimView(linked)] }));
    const targets = new Map(
      [
        ...packagePart(file, 'word/_rels/document.xml.rels').matchAll(
          /<Relationship Id="([^"]*)"[^>]*Target="([^"]*)"/g,
        ),
      ].map(([, id, target]) => [id, target]),
    );
    const links = [...packagePart(file, 'word/document.xml').matchAll(/<w:hyperlink [^>]*r:id="([^"]*)"/g)];
    expect(links.map(([, id]) => targets.get(id))).toEqual([
      'https://example.org/a',
      ...Array(2).fill('https://example.org/b?x=1&amp;y=2'),
    ]);
    expect(new Set(targets.values()).size).toBe(targets.size);
  });

  test('names who made it and when in its properties', async () => {
    const file = await documentOf(view);
    const properties = packagePart(file, 'docProps/core.xml');
    expect(properties).toContain('<dc:title>小冰的成本</dc:title>');
    expect(properties).toContain('<dc:creator>Claimdesk</dc:creator>');
    expect(properties.match(/2026-01-05T10:00:00\.000Z/g)).toHaveLength(2);
  });

  test('has a thread for each claim: the desk’s comment, then each judgement and the ruling by whom and when they were', async () => {
    const file = await documentOf(view);
    const xml = (part: string) => new DOMParser().parseFromString(packagePart(file, part), 'text/xml');
    const comments = [...xml('word/comments.xml').getElementsByTagName('w:comment')] as unknown as Element[];
    const about = comments.map((comment) => ({
      said: comment.textContent?.slice(0, 8),
      by: comment.getAttribute('w:author'),
      initials: comment.getAttribute('w:initials'),
      at: comment.getAttribute('w:date'),
    }));
    const desk = { by: edition.desk, initials: 'TDC', at: '2026-01-05T10:00:00.000Z' };
    expect(about.slice(2, 7)).toEqual([
      { said: '#2 dispu', ...desk },
      { said: 'false (c', by: '波', initials: '波', at: '2026-01-02T08:00:00.000Z' },
      { said: 'disputed', by: 'Ann', initials: 'A', at: '2026-01-03T08:00:00.000Z' },
      { said: 'verified', ...desk },
      { said: 'ruled by', by: '波', initials: '波', at: '2026-01-05T10:00:00.000Z' },
    ]);
    const paragraphs = comments.map((comment) => comment.lastElementChild?.getAttribute('w14:paraId'));
    expect(new Set(paragraphs).size).toBe(9);
    const threads = [...xml('word/commentsExtended.xml').getElementsByTagName('w15:commentEx')] as unknown as Element[];
    expect(threads.map((entry) => entry.getAttribute('w15:paraId'))).toEqual(paragraphs);
    const answered = threads.map((entry) => entry.getAttribute('w15:paraIdParent'));
    expect(answered).toEqual([null, null, null, ...Array(4).fill(paragraphs[2]), null, null]);
  });

  test('has default styles, and lines whose height grows with their text', async () => {
    const styles = packagePart(await documentOf(view), 'word/styles.xml');
    const defaults = [...styles.matchAll(/w:styleId="(\w+)" w:default="1"/g)].map(([, id]) => id);
    expect(defaults.sort()).toEqual(['DefaultParagraphFont', 'Normal']);
    const spacings = styles.match(/<w:spacing [^>]*w:line=[^>]*>/g) ?? [];
    expect(spacings.length).toBeGreaterThan(4);
    for (const spacing of spacings) expect(spacing).toContain('w:lineRule="auto"');
    const ids = new Set([...styles.matchAll(/w:styleId="(\w+)"/g)].map(([, id]) => id));
    for (const [, base] of styles.matchAll(/<w:basedOn w:val="(\w+)"/g)) expect(ids).toContain(base);
  });

  test.each([
    ['verified', 'single', '1D7A4C', 'DDF0E5'],
    ['disputed', 'dash', 'A94F06', 'FBE3C8'],
    ['false', 'double', 'B3261E', 'F8D5D2'],
    ['contested', 'wave', '7A3FA0', 'E9DAF3'],
    ['unverifiable', 'dotted', '566270', 'E3E7EC'],
    ['not-checkable', 'dotted', '566270', 'E3E7EC'],
    ['open', 'single', '716C63', 'F0EDE4'],
  ] as const)(
    'marks a %s claim by its line and its colour, in the text and in the legend',
    async (standing, ...look) => {
      const [line, color, fill] = look;
      const file = await documentOf(
        reviewView({ paragraphs: view.paragraphs, claims: [claimOn('375人', { standing })] }),
      );
      const mark = `<w:u w:val="${line}" w:color="${color}"/><w:shd w:fill="${fill}" w:color="auto" w:val="clear"/></w:rPr>`;
      const xml = packagePart(file, 'word/document.xml');
      expect(xml).toContain(`<w:r><w:rPr>${mark}<w:t xml:space="preserve">375人</w:t></w:r>`);
      expect(xml).toContain(`${mark}<w:t xml:space="preserve"> ${standing} 1 </w:t></w:r>`);
    },
  );

  testNeeding(libreOffice, 'opens there', async () => {
    const plain = convertByLibreOffice(await documentOf(view), 'article.docx', 'txt:Text');
    expect(plain).toContain('训练一次要花300到460万美元');
  });
});

describe('the pieces of a long document', () => {
  const long = longArticle(20_000, 500);

  afterEach(() => vi.useRealTimers());

  test('come as the claims are written, one after another', async () => {
    const told: number[] = [];
    const before: number[] = [];
    for await (const _ of articleDocument(long, everyClaim, exportWords, edition, (written) => told.push(written))) {
      before.push(told.length);
    }
    expect(told).toEqual(long.claims.map((_, index) => index + 1));
    expect(before[0]).toBe(0);
    // No piece waits for many claims: the comments of these have some 1,500 characters each.
    expect(Math.max(...before.map((count, index) => count - (before[index - 1] ?? 0)))).toBeLessThan(100);
  });

  test('are not made when nobody asks for them', async () => {
    const told: number[] = [];
    const pieces = articleDocument(long, everyClaim, exportWords, edition, (written) => told.push(written));
    while (told.length === 0) await pieces.next();
    const written = told.length;
    await pieces.return(undefined);
    expect(await pieces.next()).toEqual({ done: true, value: undefined });
    expect(told).toHaveLength(written);
    expect(written).toBeLessThan(100);
  });

  test('hold what a reader of other making finds: every comment’s range and mark', async () => {
    const file = await documentOf(long);
    expect(xmlErrors(file)).toEqual([]);
    const ids = (part: string, tag: string) =>
      [...packagePart(file, part).matchAll(new RegExp(`<w:${tag} w:id="(\\d+)"`, 'g'))].map(([, id]) => Number(id));
    const all = Array.from({ length: 1_500 }, (_, id) => id);
    expect(ids('word/comments.xml', 'comment')).toEqual(all);
    for (const tag of ['commentRangeStart', 'commentRangeEnd', 'commentReference']) {
      expect(ids('word/document.xml', tag).sort((a, b) => a - b)).toEqual(all);
    }
    expect((await htmlOf(file)).match(/<dt id="comment-/g)).toHaveLength(1_500);
  });

  test('are the same whenever they are written', async () => {
    const first = await documentOf(long);
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-07-01T00:00:00Z') });
    expect((await documentOf(long)).equals(first)).toBe(true);
  });
});
