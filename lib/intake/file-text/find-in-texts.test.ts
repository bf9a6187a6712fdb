import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PackedText } from '#lib/domain/files/file-text';
import { locatorInAddress } from '#lib/domain/files/locator';
import { type ClaimsSearch, findClaimsInTexts, findInTexts, type Search } from './find-in-texts';
import { readAndPack } from './packed-text';

const fixture = (name: string) => readFileSync(path.join(import.meta.dirname, 'fixtures', name));

let english: PackedText;
let chinese: PackedText;
beforeAll(async () => {
  english = await readAndPack({ bytes: fixture('two-columns.pdf'), mediaType: 'application/pdf' });
  chinese = await readAndPack({ bytes: fixture('chinese.pdf'), mediaType: 'application/pdf' });
});

const search = (asked: Partial<Search>) =>
  findInTexts({
    ...{ quote: null, figure: null, excerpts: [] },
    texts: [
      { sourceId: 'en', packed: english, html: null },
      { sourceId: 'zh', packed: chinese, html: null },
      { sourceId: 'page', packed: null, html: '<h1>News</h1><p>The firm had 375 staff, said its head.</p>' },
    ],
    ...asked,
  });

const check = (sourceId: string, excerpt: string) =>
  search({ excerpts: [{ evidenceId: 'e', sourceId, excerpt }] }).excerpts[0];

describe('an excerpt', () => {
  it.each([
    ['en', 'We did not expect the harbour to recover so quickly', 'verbatim', 'page=1'],
    [
      'en',
      'a reduction which the management attributes to retirement and to the transition towards automation',
      'verbatim',
      'page=1',
    ],
    ['en', 'containers handled were 1.9 million', 'verbatim', 'page=2'],
    ['en', 'containers handled were 1.7 million', 'altered', 'page=2'],
    ['en', 'We did expect the harbour to recover so quickly', 'altered', 'page=1'],
    ['en', 'the firm had 375 staff', 'absent', ''],
    ['zh', '我们没有料到港口恢复得这么快，所得将投入新的起重机', 'verbatim', 'page=1'],
    ['zh', '员工人数由2310人降至2014人', 'altered', 'page=1'],
    ['page', 'The firm had 375 staff', 'verbatim', 'text=5-27'],
  ])('of %s: %s', (sourceId, excerpt, relation, place) => {
    const found = check(sourceId, excerpt);
    expect(found?.relation).toBe(relation);
    const address = found?.place ? locatorInAddress(found.place.locator) : '';
    expect(address.startsWith(place)).toBe(true);
    expect(found?.pieces.length === 0).toBe(relation === 'verbatim' || relation === 'absent');
  });

  it('that was altered shows what the source says instead', () => {
    expect(check('en', 'containers handled were 1.7 million')?.pieces).toEqual([
      { text: 'containers handled were ', change: 'same' },
      { text: '1.9', change: 'removed' },
      { text: '1.7', change: 'added' },
      { text: ' million', change: 'same' },
    ]);
  });

  it('is looked for in its own source alone, and found in the best of its texts', () => {
    expect(check('zh', 'containers handled were 1.9 million')?.relation).toBe('absent');
    const texts = [chinese, english].map((packed) => ({ sourceId: 's', packed, html: null }));
    const excerpts = [{ evidenceId: 'e', sourceId: 's', excerpt: 'containers handled were 1.9 million' }];
    expect(search({ texts, excerpts }).excerpts).toMatchObject([{ relation: 'verbatim', place: { text: 1 } }]);
  });
});

describe('a claim', () => {
  it('of a quote has the words of its source, with what was altered', () => {
    const { passages } = search({ quote: '“We did not expect the harbour to recover so slowly”' });
    expect(passages[0]).toMatchObject({ relation: 'altered', place: { text: 0, locator: { kind: 'page', page: 1 } } });
    expect(passages[0]?.passage).toContain('the harbour to recover so quickly');
  });

  it('of a figure has the figures that may be meant, the best first, in their sentence', () => {
    const { passages } = search({ figure: 'the revenue of Northern Harbour rose to $412.6 million in 2023' });
    expect(passages[0]).toMatchObject({ relation: 'same', figure: '$412.6 million', place: { text: 0 } });
    expect(passages[0]?.passage).toMatch(/^Revenue rose to \$412\.6 million in 2023, .*shareholders\.$/);
    const off = search({ figure: 'revenue rose to $41.26 million in 2023' }).passages[0];
    expect(off).toMatchObject({ relation: 'power-of-ten', figure: '$412.6 million' });
    expect(search({ figure: '375 staff' }).passages.find(({ place }) => place.text === 2)).toMatchObject({
      relation: 'same',
    });
  });
});

describe('the claims of an article against one source', () => {
  const against = (claims: ClaimsSearch['claims']) =>
    findClaimsInTexts({ claims, texts: [{ sourceId: 's', packed: english, html: null }] });

  it('are each found as they are said there, or otherwise, or not at all', () => {
    const { bearings, left } = against([
      { claimId: 'revenue', kind: 'figure', words: 'Revenue of Northern Harbour rose to $41.26 million' },
      { claimId: 'staff', kind: 'figure', words: 'Staff numbers fell to 2,104' },
      { claimId: 'quote', kind: 'quote', words: '“We did not expect the harbour to recover so slowly”' },
      { claimId: 'fact', kind: 'fact', words: 'the company expects capital expenditure' },
      { claimId: 'stranger', kind: 'fact', words: 'The mayor resigned in March after a vote.' },
      { claimId: 'yurts', kind: 'figure', words: 'The zoo has 12 yurts.' },
    ]);
    expect(left).toBe(0);
    const first = bearings.map(({ claimId, passages: [best] }) => [claimId, best?.relation, best?.figure]);
    expect(first).toEqual([
      ['revenue', 'power-of-ten', '$412.6 million'],
      ['staff', 'same', '2,104'],
      ['quote', 'altered', null],
      ['fact', 'verbatim', null],
    ]);
  });

  it('give what the search for one claim gives', () => {
    const words = 'Staff numbers fell to 2,104';
    const [one] = against([{ claimId: 'c', kind: 'figure', words }]).bearings;
    const texts = [{ sourceId: 's', packed: english, html: null }];
    expect(one?.passages[0]).toEqual(search({ figure: words, texts }).passages[0]);
  });
});
