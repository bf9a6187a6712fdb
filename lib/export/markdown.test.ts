import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { everyClaim, listPresets } from '#lib/domain/exchange/claim-list';
import { exportWords } from '#lib/testing/article/export-words';
import {
  claimView,
  evidenceView,
  judgementView,
  reviewView,
  sourceView,
  speakerView,
} from '#lib/testing/article/factories';
import { gather } from '#lib/testing/outside/office';
import { claimMarkdown, markdownText } from './markdown';

const now = new Date('2026-01-05T10:00:00Z');
const markdownOf = async (view: ReturnType<typeof reviewView>, filter = everyClaim) =>
  (await gather(claimMarkdown(view, filter, exportWords, now))).bytes.toString('utf8');

/** The kinds of nodes of a document, each once. */
function kindsOf(node: { type: string; children?: unknown[] }): string[] {
  const children = (node.children ?? []) as { type: string; children?: unknown[] }[];
  return [...new Set([node.type, ...children.flatMap(kindsOf)])].sort();
}

test('a text cannot become markup, and stays what it was but for white space', () => {
  const pieces = [
    '*',
    '_',
    '`',
    '[',
    '](',
    ')',
    '<',
    '>',
    '!',
    '|',
    '~~',
    '&amp;',
    '\\',
    '#',
    '-',
    '+',
    '=',
    '1.',
    '$',
  ];
  const anyText = fc
    .array(fc.constantFrom(...pieces, 'a', '公司', ' ', '\n', '\n\n', '    ', '```', '<b>', 'http://x.org'))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(anyText, (text) => {
      const tree = fromMarkdown(`- **#1** “${markdownText(text)}” end`);
      expect(kindsOf(tree)).toEqual(['list', 'listItem', 'paragraph', 'root', 'strong', 'text']);
      expect(textOf(tree).replace(/\s+/g, ' ')).toBe(`#1 “${text.replace(/\s+/g, ' ').trim()}” end`);
    }),
  );
});

describe('the list', () => {
  const report = sourceView({
    title: '[年报]',
    publisher: 'SEC',
    url: 'https://example.org/a b?<x>',
    published: '2023',
  });
  const claims = [
    claimView({
      ...{ number: 2, standing: 'false', exact: '# 375\n人', kind: 'quote', speaker: speakerView({ name: '李笛' }) },
      judgements: [judgementView({ verdict: 'false', rationale: '- 不是\n\n```' })],
      correction: '370 *人*',
      ruling: { editor: { id: 'bo', name: '*Bo*' }, verdict: 'false', reason: 'So it is.', at: now.toISOString() },
      evidence: [evidenceView({ source: report, stance: 'refutes', excerpt: '370', locator: 'p. 3' })],
    }),
    claimView({ number: 1, standing: 'verified', correction: 'An old wording' }),
  ];

  test('tells of each claim by standing, and lists the sources', async () => {
    const text = await markdownOf(reviewView({ article: { title: '1. *Cost* #', byline: '- Ann' }, claims }));
    const tree = fromMarkdown(text);
    const headings = tree.children.filter(({ type }) => type === 'heading').map((node) => textOf(node));
    expect(headings).toEqual(['1. *Cost* #', 'verified (1)', 'false (1)', 'sources']);
    expect(kindsOf(tree)).toEqual(
      ['break', 'heading', 'link', 'list', 'listItem', 'paragraph', 'root', 'strong', 'text'].sort(),
    );
    const plain = textOf(tree);
    for (const words of [
      '- Ann',
      '2 of 2, 2026-01-05',
      '“# 375 人”',
      'quote · paragraph 1 · 李笛',
      '- 不是 ```',
      '*Bo*',
    ]) {
      expect(plain).toContain(words);
    }
    expect(plain).toContain('correction: 370 *人*');
    expect(plain).not.toContain('An old wording');
    expect(plain).toContain('[1] refutes: [年报] · p. 3 · “370”');
    expect(text).toContain('](<https://example.org/a%20b?%3Cx%3E>)');
  });

  test('holds only what was chosen, and says so where that is nothing', async () => {
    const view = reviewView({ claims: claims.slice(0, 1) });
    expect(await markdownOf(view, listPresets.verified)).toContain('noClaims');
    expect(await markdownOf(view, listPresets.verified)).not.toContain('375');
  });
});
