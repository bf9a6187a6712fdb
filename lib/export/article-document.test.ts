import { DOMParser } from 'linkedom';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { everyClaim, listPresets } from '#lib/domain/claim-list';
import type { ReviewView } from '#lib/domain/review';
import { exportWords } from '#lib/testing/export-words';
import {
  claimView,
  evidenceView,
  judgementView,
  paragraphView,
  reviewView,
  sourceView,
  speakerView,
} from '#lib/testing/factories';
import { convertByLibreOffice, gather, hasLibreOffice, packagePart } from '#lib/testing/office';
import { articleDocument } from './article-document';

const now = new Date('2026-01-05T10:00:00Z');
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
        judgementView({ verdict: 'disputed', rationale: '年报写的是370人。\n见第3页。' }),
        judgementView({ reviewer: bo, verdict: 'false' }),
      ],
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
  (await gather(articleDocument(some, filter, exportWords, now))).bytes;

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
      '(2',
      'FBE3C8:375人',
      '2)',
      'DDF0E5:，',
      '(3',
      expect.stringMatching(/:训练一次$/),
      '1)',
      'F8D5D2:要花300到460万美元',
      '3)',
      '。',
    ]);
  });

  test('says of each claim where it stands, who found what and why, and on which source', async () => {
    const file = await documentOf(view);
    const html = (await htmlOf(file)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(html).toContain('#2 disputed · figure · 李笛, CEO');
    expect(html).toContain('Ann: disputed (confidence medium) 年报写的是370人。 见第3页。');
    expect(html).toContain('波: false');
    expect(html).toContain('ruled by 波: disputed 两种统计都成立。');
    expect(html).toContain('[1] refutes: 年报 · 2023-02 · p. 3 “370人” https://example.org/b?x=1&amp;y=2');
    expect(packagePart(file, 'word/comments.xml').match(/<w:comment /g)).toHaveLength(5);
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

  test.skipIf(!hasLibreOffice)('opens in LibreOffice (skipped where it is not installed)', async () => {
    const plain = convertByLibreOffice(await documentOf(view), 'article.docx', 'txt:Text');
    expect(plain).toContain('训练一次要花300到460万美元');
  });
});
