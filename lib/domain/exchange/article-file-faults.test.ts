import { describe, expect, test } from 'vitest';
import { maxArticleLength, maxParagraphLength } from '#lib/domain/articles/article';
import { faultsOf } from './article-file-faults';
import type { ArticleFile } from './article-file-shape';

const at = '2026-01-05T10:00:00Z';
const on = (revision: number) => ({ revision, exact: '370' });

type Claim = ArticleFile['claims'][number];
type Thread = ArticleFile['threads'][number];
type Revision = ArticleFile['revisions'][number];

const revision = (number: number, paragraphs: number[], more: Partial<Revision> = {}): Revision => ({
  ...{ number, by: 'person-1', at, intake: 'pasted', minor: false, restored: null, counts: null, paragraphs },
  ...more,
});

const claim = (more: Partial<Claim> = {}): Claim => ({
  ...{ number: 1, revision: 2, paragraph: 2, goneSince: null, lookAgain: null, kind: 'figure', checkWorthy: true },
  ...{ weight: 'normal', standing: 'open', speaker: 'speaker-1', figure: null, metric: null, returnNote: null },
  anchor: { start: 2, end: 5, exact: '375', prefix: '😀有', suffix: '人' },
  places: [{ revision: 1, paragraph: 1, start: 2, end: 5 }],
  ...{ correction: null, ruling: null, createdBy: 'person-1', createdAt: at },
  ...{ derivations: [], quoteChecks: [], judgements: [], evidence: [] },
  ...more,
});

const comment = (more: Partial<Thread['comments'][number]> = {}): Thread['comments'][number] => ({
  ...{ author: 'person-2', body: 'Why?', at, editedAt: null, removed: false, mentions: ['person-1'] },
  ...more,
});

const thread = (more: Partial<Thread> = {}): Thread => ({
  ...{ claim: 1, paragraph: null, resolved: null },
  comments: [comment()],
  ...more,
});

const file = (more: Partial<ArticleFile> = {}): ArticleFile => ({
  ...{ format: 'claimdesk-article', version: 2, offsets: 'unicode-code-points' },
  article: {
    ...{ title: 'T', publisher: null, url: null, byline: null, publishedOn: null, language: 'zh' },
    ...{ lastClaimNumber: 4, requiredJudgements: 1, blindFirstPass: false, createdBy: 'person-1' },
    ...{ createdAt: at, updatedAt: at },
  },
  people: ['person-1', 'person-2'].map((key) => ({ key, name: key })),
  speakers: [{ key: 'speaker-1', name: '李笛', role: null, organisation: null, aliases: [] }],
  sources: [
    {
      ...{ key: 'source-1', title: 'Report', publisher: null, url: null, published: null, accessed: null },
      ...{ kind: 'primary', note: null, origin: 'source-9' },
    },
  ],
  paragraphs: ['😀有375人', 'A new one.'].map((text) => ({ kind: 'body', text, reason: null })),
  revisions: [revision(1, [1]), revision(2, [2, 1])],
  claims: [claim()],
  threads: [thread(), thread({ claim: null, paragraph: { revision: 1, number: 1 } })],
  dismissed: [{ revision: 1, paragraph: 1, start: 0, end: 1, kind: 'fact' }],
  ...more,
});

const found = (more: Partial<ArticleFile>) =>
  faultsOf(file(more)).map(({ path, message }) => [path.join('.'), message]);

test('a file whose parts fit together has no faults, though a source repeats one that is not listed', () => {
  expect(found({})).toEqual([]);
});

const judgement = (more: Partial<Claim['judgements'][number]> = {}): Claim['judgements'][number] => ({
  ...{ reviewer: 'person-1', verdict: 'verified', rationale: '', confidence: 'high', pass: null, at, on: null },
  ...more,
});
const check = (more: Partial<Claim['quoteChecks'][number]> = {}): Claim['quoteChecks'][number] => ({
  ...{ reviewer: 'person-1', said: 'yes', wording: null, context: null, on: null },
  ...more,
});
const ruling = (more: Partial<NonNullable<Claim['ruling']>> = {}): NonNullable<Claim['ruling']> => ({
  ...{ editor: 'person-1', verdict: 'false', reason: '', at, on: null },
  ...more,
});
const evidence = (source: string, addedBy: string): Claim['evidence'][number] => ({
  ...{ source, addedBy, stance: 'supports', excerpt: '', locator: null, figure: null },
});

describe('of a claim', () => {
  const anchor = claim().anchor;
  test.each<[string, Partial<Claim>, string, string]>([
    ['a number above the last one given', { number: 5 }, 'number', 'number-too-high'],
    ['a paragraph that its revision does not have', { paragraph: 3 }, 'paragraph', 'not-in-file'],
    ['a paragraph before the first', { paragraph: 0 }, 'paragraph', 'not-in-file'],
    ['words of another paragraph', { paragraph: 1 }, 'anchor', 'words-elsewhere'],
    ['words counted in UTF-16', { anchor: { ...anchor, start: 3, end: 6 } }, 'anchor', 'words-elsewhere'],
    ['words that lie in an old revision and are not gone', { revision: 1, paragraph: 1 }, 'revision', 'not-in-newest'],
    ['words that are gone and stand in the newest', { goneSince: at }, 'revision', 'not-in-newest'],
    ['a look at a revision that is not there', { lookAgain: { ...on(3), reads: null } }, 'lookAgain', 'not-in-file'],
    ['an unknown speaker', { speaker: 'speaker-2' }, 'speaker', 'not-in-file'],
    ['an unknown author', { createdBy: 'person-3' }, 'createdBy', 'not-in-file'],
    ['an unknown editor', { ruling: ruling({ editor: 'person-3' }) }, 'ruling.editor', 'not-in-file'],
    ['a ruling on no revision', { ruling: ruling({ on: on(3) }) }, 'ruling.on', 'not-in-file'],
    ['a judgement by nobody', { judgements: [judgement({ reviewer: 'person-3' })] }, 'judgements.0', 'not-in-file'],
    ['a judgement on no revision', { judgements: [judgement({ on: on(3) })] }, 'judgements.0.on', 'not-in-file'],
    ['two judgements by one', { judgements: [judgement(), judgement()] }, 'judgements.1', 'listed-twice'],
    ['a check by nobody', { quoteChecks: [check({ reviewer: 'person-3' })] }, 'quoteChecks.0', 'not-in-file'],
    ['a check on no revision', { quoteChecks: [check({ on: on(3) })] }, 'quoteChecks.0.on', 'not-in-file'],
    ['two checks by one', { quoteChecks: [check(), check()] }, 'quoteChecks.1', 'listed-twice'],
    ['an unknown source', { evidence: [evidence('source-9', 'person-1')] }, 'evidence.0.source', 'not-in-file'],
    ['evidence by nobody', { evidence: [evidence('source-1', 'person-3')] }, 'evidence.0.addedBy', 'not-in-file'],
    [
      'a derivation by nobody',
      { derivations: [{ en: 'half', zh: '一半', pinnedBy: 'person-3' }] },
      'derivations.0',
      'not-in-file',
    ],
    [
      'a place in no revision',
      { places: [{ revision: 3, paragraph: 1, start: 0, end: 1 }] },
      'places.0',
      'not-in-file',
    ],
    [
      'two places in one revision',
      { places: [3, 4].map((end) => ({ revision: 1, paragraph: 1, start: 2, end })) },
      'places.1.revision',
      'listed-twice',
    ],
  ])('%s is a fault', (_, more, path, message) => {
    expect(found({ claims: [claim(more)] }).filter(([where]) => where !== 'threads.0')).toEqual([
      [`claims.0.${path}`, message],
    ]);
  });

  test('nothing that was done about it on a revision of the file is a fault', () => {
    const done: Partial<Claim> = {
      ...{ ruling: ruling({ on: on(1) }), lookAgain: { ...on(1), reads: null } },
      judgements: [judgement({ on: on(1) }), judgement({ reviewer: 'person-2' })],
      quoteChecks: [check({ on: on(1) }), check({ reviewer: 'person-2' })],
      evidence: [evidence('source-1', 'person-2'), evidence('source-1', 'person-2')],
    };
    expect(found({ claims: [claim(done)] })).toEqual([]);
  });

  test('a passage that is gone stands in the last revision that had it', () => {
    expect(found({ claims: [claim({ revision: 1, paragraph: 1, places: [], goneSince: at })] })).toEqual([]);
  });

  test('a number that another has is a fault of the second', () => {
    expect(found({ claims: [claim(), claim()] })).toEqual([['claims.1.number', 'listed-twice']]);
  });
});

describe('of a thread', () => {
  test.each<[string, Partial<Thread>, string, string]>([
    ['no claim and no paragraph', { claim: null }, '', 'not-in-file'],
    ['a claim that is not there', { claim: 2 }, '', 'not-in-file'],
    ['a claim and a paragraph', { paragraph: { revision: 1, number: 1 } }, '', 'not-in-file'],
    ['a paragraph of no revision', { claim: null, paragraph: { revision: 3, number: 1 } }, '', 'not-in-file'],
    ['a paragraph that is not there', { claim: null, paragraph: { revision: 1, number: 2 } }, '', 'not-in-file'],
    ['nobody who resolved it', { resolved: { by: 'person-3', at, reason: '' } }, '.resolved.by', 'not-in-file'],
    ['an unknown author', { comments: [comment({ author: 'person-3' })] }, '.comments.0', 'not-in-file'],
    [
      'an unknown person who is named',
      { comments: [comment({ mentions: ['person-3'] })] },
      '.comments.0',
      'not-in-file',
    ],
    [
      'a person who is named twice',
      { comments: [comment({ mentions: ['person-1', 'person-1'] })] },
      '.comments.0.mentions.1',
      'listed-twice',
    ],
  ])('%s is a fault', (_, more, path, message) => {
    expect(found({ threads: [thread(more)] })).toEqual([[`threads.0${path}`, message]]);
  });

  test('one who has left may have resolved it', () => {
    expect(found({ threads: [thread({ resolved: { by: null, at, reason: '' } })] })).toEqual([]);
  });
});

describe('of the lists', () => {
  test.each<[string, Partial<ArticleFile>, [string, string][]]>([
    [
      'a person twice',
      { people: ['person-1', 'person-2', 'person-1'].map((key) => ({ key, name: key })) },
      [['people.2.key', 'listed-twice']],
    ],
    ['a speaker twice', { speakers: [...file().speakers, ...file().speakers] }, [['speakers.1.key', 'listed-twice']]],
    ['a source twice', { sources: [...file().sources, ...file().sources] }, [['sources.1.key', 'listed-twice']]],
    [
      'an article by nobody',
      { article: { ...file().article, createdBy: 'person-3' } },
      [['article.createdBy', 'not-in-file']],
    ],
    [
      'something set aside that is not there',
      { dismissed: [{ revision: 2, paragraph: 3, start: 0, end: 1, kind: 'fact' }] },
      [['dismissed.0', 'not-in-file']],
    ],
  ])('%s is a fault', (_, more, faults) => {
    expect(found(more)).toEqual(faults);
  });
});

describe('of the revisions', () => {
  const bare = { claims: [], threads: [], dismissed: [] };

  test.each<[string, Revision[], [string, string][]]>([
    ['one by nobody', [revision(1, [1], { by: 'person-3' })], [['revisions.0.by', 'not-in-file']]],
    ['a number given twice', [revision(1, [1]), revision(1, [2])], [['revisions.1.number', 'out-of-order']]],
    ['a newer one first', [revision(2, [1]), revision(1, [2])], [['revisions.1.number', 'out-of-order']]],
    ['one that takes itself up again', [revision(1, [1], { restored: 1 })], [['revisions.0.restored', 'not-in-file']]],
    ['one that takes up a later one', [revision(1, [1], { restored: 2 })], [['revisions.0.restored', 'not-in-file']]],
    ['a paragraph that is not listed', [revision(1, [2, 3])], [['revisions.0.paragraphs.1', 'not-in-file']]],
  ])('%s is a fault', (_, revisions, faults) => {
    expect(found({ ...bare, revisions })).toEqual(faults);
  });

  test('gaps in their numbers and an older text taken up again are none', () => {
    const revisions = [revision(1, [1]), revision(4, [2]), revision(9, [1], { restored: 1 })];
    expect(found({ ...bare, revisions })).toEqual([]);
  });

  const long = (length: number) => ({ kind: 'body' as const, text: 'a'.repeat(length), reason: null });
  const fill = Array.from({ length: maxArticleLength / maxParagraphLength }, () => 1);

  test('a text is as long as an article may be, and no longer', () => {
    const paragraphs = [long(maxParagraphLength), long(1)];
    expect(found({ ...bare, paragraphs, revisions: [revision(1, fill)] })).toEqual([]);
    expect(found({ ...bare, paragraphs, revisions: [revision(1, [...fill, 2])] })).toEqual([
      ['revisions.0.paragraphs', 'article-too-long'],
    ]);
  });

  test('all texts together are bounded, however short the file', () => {
    const paragraphs = [long(maxParagraphLength), long(1)];
    const times = (count: number) => Array.from({ length: count }, (_, i) => revision(i + 1, fill));
    expect(found({ ...bare, paragraphs, revisions: times(100) })).toEqual([]);
    expect(found({ ...bare, paragraphs, revisions: [...times(100), revision(101, [2])] })).toEqual([
      ['revisions', 'article-too-long'],
    ]);
  });

  test('so are all paragraphs together', () => {
    const many = Array.from({ length: 5_000 }, () => 2);
    const times = (count: number) => Array.from({ length: count }, (_, i) => revision(i + 1, many));
    expect(found({ ...bare, revisions: times(100) })).toEqual([]);
    expect(found({ ...bare, revisions: [...times(100), revision(101, [2])] })).toEqual([
      ['revisions', 'article-too-long'],
    ]);
  });
});
