import { describe, expect, it } from 'vitest';
import { addArticle } from '#lib/data/articles/articles';
import { attachClaim, retireClaim } from '#lib/data/claims/edit-claim';
import { judgeClaim, ruleOnClaim } from '#lib/data/claims/findings';
import { markClaim } from '#lib/data/claims/mark-claim';
import { setSuggestionsDismissed } from '#lib/data/claims/suggestions';
import { verifyHistory } from '#lib/data/history/verify';
import { listMetrics } from '#lib/data/ledger/ledger';
import { listPeople } from '#lib/data/people/people';
import { articleForReview } from '#lib/data/review/article-for-review';
import { addComment } from '#lib/data/review/comments';
import {
  addRevision,
  listRevisions,
  orphansOf,
  restoreRevision,
  reviseParagraph,
  revisionPair,
} from '#lib/data/revisions/revisions';
import type { DraftParagraph } from '#lib/domain/articles/article';
import { ArticleFile } from '#lib/domain/exchange/article-file';
import { liftArticleFile } from '#lib/domain/exchange/article-file-1';
import { articleJson, exportArticle } from '#lib/export/article-file';
import type { ClaimKind } from '#lib/reading/claim-kinds';
import { testDatabase } from '#lib/testing/database/database';
import { addPerson, must, type TestPerson, testMoment } from '#lib/testing/database/rows';
import { sampleSet } from '../../../prisma/sample';
import { importArticle } from './import-article';
import { loadSamples } from './samples';
import { wholeArticle } from './whole-article';

const db = testDatabase();
const now = testMoment;

const admin = () => addPerson(db(), 'Ann', 'admin');

/** A file without what an import is allowed to change: moments, and the number of the last change. */
const lasting = (json: string) => json.replace(/"\d{4}-\d{2}-\d{2}T[\d:.]+Z"/g, '"moment"');

async function exported(id: string, viewer: TestPerson): Promise<string> {
  const view = await articleForReview(db(), id, viewer);
  if (!view) throw new Error('the article is not there');
  const whole = await wholeArticle(db(), view, viewer);
  if (!whole) throw new Error('the article is not there any more');
  return articleJson(exportArticle(whole));
}

async function imported(writer: TestPerson, json: string): Promise<string> {
  return (await must(importArticle(writer, ArticleFile.parse(liftArticleFile(JSON.parse(json)))))).id;
}

describe('an article that is exported and imported', () => {
  it.each(['en', 'zh-Hans'])('is the same but for ids and dates (%s)', async (language) => {
    await loadSamples(db(), sampleSet, now);
    const writer = await admin();
    const { id } = await db().article.findFirstOrThrow({ where: { language } });
    const view = await articleForReview(db(), id, writer);
    const [claim] = view?.claims ?? [];
    for (const [index, body] of ['Which year? 🙂', '2023年。'].entries()) {
      const later = { ...writer, now: new Date(now.getTime() + index + 1) };
      await addComment(later, id, { claimId: claim?.id ?? '' }, body);
    }
    const before = await exported(id, writer);
    const file = ArticleFile.parse(JSON.parse(before));
    const added = await importArticle(writer, file);
    if (!added.ok) throw new Error(added.code);
    const after = await exported(added.value.id, writer);
    expect(lasting(after)).toBe(lasting(before));
    const again = await importArticle(writer, ArticleFile.parse(JSON.parse(after)));
    if (!again.ok) throw new Error(again.code);
    expect(lasting(await exported(again.value.id, writer))).toBe(lasting(before));
  });

  it('brings strangers who cannot sign in, whatever their names, and nobody twice', async () => {
    await loadSamples(db(), sampleSet, now);
    const writer = await admin();
    const { id } = await db().article.findFirstOrThrow({ where: { language: 'en' } });
    const file = ArticleFile.parse(JSON.parse(await exported(id, writer)));
    const named = { ...file, people: file.people.map((one) => ({ ...one, name: 'Ann' })) };
    await importArticle(writer, named);
    await importArticle(writer, named);
    const strangers = await db().user.findMany({ where: { imported: true } });
    expect(strangers).toHaveLength(file.people.length);
    expect(strangers.every(({ active, role, passwordHash }) => !active && role === 'viewer' && !passwordHash)).toBe(
      true,
    );
    expect((await listPeople(db())).map(({ name }) => name)).toEqual(['Ann']);
    expect(await db().judgement.count({ where: { reviewerId: writer.id } })).toBe(0);
  });

  it('joins the metrics that the desk has', async () => {
    await loadSamples(db(), sampleSet, now);
    const writer = await admin();
    const everything = { search: '', standing: null, watched: false, sort: 'changed', page: 1 } as const;
    const before = await listMetrics(db(), everything, writer);
    const { id } = await db().article.findFirstOrThrow({ where: { language: 'zh-Hans' } });
    await importArticle(writer, ArticleFile.parse(JSON.parse(await exported(id, writer))));
    const after = await listMetrics(db(), everything, writer);
    expect(after.metrics.length).toBe(before.metrics.length);
    expect(after.metrics.some(({ articles }) => articles === 2)).toBe(true);
  });

  it('takes in that a source was withdrawn, and writes it out again', async () => {
    await loadSamples(db(), sampleSet, now);
    const writer = await admin();
    const { id } = await db().article.findFirstOrThrow({ where: { language: 'en' } });
    const file = ArticleFile.parse(JSON.parse(await exported(id, writer)));
    const retired = { at: '2026-01-02T10:00:00.000Z', note: 'Retracted.' };
    const sources = file.sources.map((one, index) =>
      index === 0 ? { ...one, title: 'Retracted paper', retired } : one,
    );
    const again = await must(importArticle(writer, { ...file, sources }));
    const stored = await db().source.findFirstOrThrow({ where: { title: 'Retracted paper' } });
    expect(stored).toMatchObject({
      retiredNote: 'Retracted.',
      retiredAt: new Date(retired.at),
      retiredById: writer.id,
    });
    const written = ArticleFile.parse(JSON.parse(await exported(again.id, writer)));
    expect(written.sources.filter((one) => one.retired)).toMatchObject([{ title: 'Retracted paper', retired }]);
  });
});

const lines = [
  'Northwind opened its first office in 2015, the register shows. 🙂',
  'Northwind had 375 employees at the end of last year, the annual report says.',
  '训练成本约为500万美元，低于市场预期。',
  'Analysts expect the market to double within five years of today.',
  'The board has met twelve times since the summer, two members said.',
];
const verified = { verdict: 'verified' as const, rationale: '年报第3页', confidence: 'high' as const };
const source = {
  source: {
    ...{ title: 'Report', publisher: null, url: null, published: null, accessed: null, originId: null },
    kind: 'primary' as const,
  },
  ...{ stance: 'supports' as const, excerpt: '', locator: null },
};

/** An article with everything that revisions leave behind, made as a desk makes it. */
async function revised() {
  const writer = await admin();
  let seconds = 0;
  const later = () => ({ ...writer, now: new Date(now.getTime() + ++seconds * 1_000) });
  const facts = { title: 'Northwind', publisher: null, url: null, byline: null, publishedOn: '2024', language: 'en' };
  const paragraphs: DraftParagraph[] = lines.map((text) => ({ kind: 'body', text }));
  const { id, paragraphIds } = await addArticle(later(), { ...facts, paragraphs }, { intake: 'paste' });
  const mark = async (words: string, kind: ClaimKind) => {
    const at = lines.findIndex((text) => text.includes(words));
    const start = lines[at]?.indexOf(words) ?? -1;
    const place = { articleId: id, paragraphId: paragraphIds[at] ?? '', start, end: start + words.length };
    const claim = await must(markClaim(later(), place, kind));
    return { articleId: id, claimId: claim.id };
  };
  const [office, staff, cost, market, board] = [
    await mark('first office in 2015', 'fact'),
    await mark('375 employees', 'figure'),
    await mark('约为500万美元', 'figure'),
    await mark('double within five years', 'fact'),
    await mark('met twelve times', 'fact'),
  ];
  for (const ref of [office, staff, cost, board]) await must(judgeClaim(later(), ref, verified, source));
  const [first] = (await articleForReview(db(), id, writer))?.claims ?? [];
  const ruling = { verdict: 'disputed' as const, reason: '两处不一' };
  await must(ruleOnClaim(later(), { ...office, edition: first?.edition ?? 1 }, ruling));
  await addComment(later(), id, { claimId: market.claimId }, 'Which analysts?');
  await addComment(later(), id, { paragraphId: paragraphIds[3] ?? '' }, 'The whole of it is doubtful.');
  const revise = (texts: string[], basedOn: number) =>
    must(
      addRevision(later(), id, { paragraphs: texts.map((text) => ({ kind: 'body', text })), basedOn, intake: 'edit' }),
    );
  const [a = '', b = '', c = '', d = ''] = lines;
  // The headcount changes, the market and the board go.
  await revise([a.replace('2015', '2016'), b.replace('375', '475'), c], 1);
  const suggestions = (await articleForReview(db(), id, writer))?.suggestions ?? [];
  const ids = suggestions.slice(0, 2).map((one) => one.id);
  await must(setSuggestionsDismissed(later(), id, { ids, dismissed: true }));
  // The board comes back with another number, by hand; the cost is judged and changes again.
  await revise(
    [`${a.replace('2015', '2016')} More.`, b.replace('375', '475'), c.replace('500', '600'), 'A new end.'],
    2,
  );
  const now3 = await articleForReview(db(), id, writer);
  const end = now3?.paragraphs.find(({ text }) => text === 'A new end.');
  await must(attachClaim(later(), board, { paragraphId: end?.id ?? '', start: 0, end: 9 }));
  await must(judgeClaim(later(), cost, { ...verified, verdict: 'false' }, source));
  await must(reviseParagraph(later(), id, end?.id ?? '', { tool: 'rewrite', text: 'A newer end.' }));
  await must(restoreRevision(later(), id, { number: 2, basedOn: 4 }));
  await revise([a.replace('2015', '2016'), c, d], 5);
  return { writer, id, later, refs: { office, staff, cost, market, board } };
}

/** What people see of an article's past, without ids and moments. */
async function past(id: string, writer: TestPerson) {
  const view = await articleForReview(db(), id, writer);
  const revisions = await listRevisions(db(), id);
  const pairs = [];
  for (const from of revisions) {
    for (const to of revisions) {
      const pair = await revisionPair(db(), id, [from.number, to.number]);
      const claims =
        pair.ok && [pair.value.from, pair.value.to].map(({ paragraphs }) => paragraphs.map((one) => one.claims));
      pairs.push({ rows: pair.ok && pair.value.rows, claims });
    }
  }
  const { claims, threads } = await orphansOf(db(), id, writer);
  return JSON.parse(
    lasting(
      JSON.stringify({
        pairs,
        revisions: revisions.map(({ by, ...one }) => ({ ...one, by: by.name })),
        orphans: [claims.map(({ id: _, createdBy, edition, ...one }) => one), threads.map(({ body }) => body)],
        lookAgain: view?.claims.map(({ number, lookAgain, earlier, standing, figure }) => ({
          ...{ number, lookAgain, standing, figure },
          earlier: earlier?.judgements.map(({ exact, verdict }) => [exact, verdict]),
        })),
        suggestions: view?.suggestions.map(({ kind, start, end }) => `${kind} ${start} ${end}`).sort(),
      }),
    ),
  ) as { orphans: unknown[][]; lookAgain: { lookAgain: unknown }[]; revisions: unknown[]; suggestions: unknown[] };
}

describe('an article with a past', () => {
  it('keeps all of it: revisions, where claims lay, what is gone, what is to be looked at again', async () => {
    const { writer, id } = await revised();
    const before = await exported(id, writer);
    const there = await past(id, writer);
    expect(there.revisions).toHaveLength(6);
    expect(there.orphans).toMatchObject([[{ number: 2 }, { number: 5 }], []]);
    expect(there.lookAgain.some(({ lookAgain }) => lookAgain !== null)).toBe(true);
    const again = await imported(writer, before);
    expect(lasting(await exported(again, writer))).toBe(lasting(before));
    expect(await past(again, writer)).toEqual(there);
    const third = await imported(writer, await exported(again, writer));
    expect(lasting(await exported(third, writer))).toBe(lasting(before));
  });

  it('goes on as it would have where it was', async () => {
    const { writer, id, later, refs } = await revised();
    const again = await imported(writer, await exported(id, writer));
    const numberOf = async (claimId: string) => (await db().claim.findUniqueOrThrow({ where: { id: claimId } })).number;
    const broken: unknown[] = [];
    const tell = (one: unknown) => void broken.push(one);
    const { rows, olderRows } = await verifyHistory(db(), { place: tell, row: tell, deskLine: tell });
    expect(broken).toEqual([]);
    expect(rows).toBeGreaterThan(0);
    expect(olderRows).toBe(0);
    for (const articleId of [id, again]) {
      // What was gone is found, and what was judged on words that are said again counts again.
      const paragraphs = lines.map((text) => ({ kind: 'body' as const, text }));
      await must(addRevision(later(), articleId, { paragraphs, basedOn: 6, intake: 'edit' }));
    }
    const [here, there] = [await past(id, writer), await past(again, writer)];
    expect(there).toEqual(here);
    expect(here.orphans[0]).toMatchObject([{ exact: 'A newer end' }]);
    const staff = await numberOf(refs.staff.claimId);
    expect(here.lookAgain).toContainEqual(expect.objectContaining({ number: staff, standing: 'verified' }));
  });

  it('gives no number a second time', async () => {
    const { writer, id, later, refs } = await revised();
    await must(retireClaim(later(), refs.board, 'The passage is gone'));
    const again = await imported(writer, await exported(id, writer));
    const [paragraph] = (await articleForReview(db(), again, writer))?.paragraphs ?? [];
    const place = { articleId: again, paragraphId: paragraph?.id ?? '', start: 0, end: 8 };
    expect((await must(markClaim(later(), place, 'fact'))).number).toBe(6);
  });
});

describe('a file of version 1', () => {
  it('comes in as it always did', async () => {
    await loadSamples(db(), sampleSet, now);
    const writer = await admin();
    const { id } = await db().article.findFirstOrThrow({ where: { language: 'zh-Hans' } });
    const newest = await exported(id, writer);
    const again = await imported(writer, asVersion1(newest));
    const written = JSON.parse(lasting(await exported(again, writer)));
    const expected = JSON.parse(lasting(newest));
    expect({ ...written, revisions: [] }).toEqual({ ...expected, revisions: [] });
    expect(written.revisions).toMatchObject([{ number: 1, intake: 'import', restored: null, counts: null }]);
  });
});

/** A file of one revision as version 1 had it: an article's paragraphs with their numbers, and nothing of the past. */
function asVersion1(json: string): string {
  const {
    article,
    paragraphs,
    revisions,
    claims,
    threads,
    dismissed: _,
    ...rest
  } = ArticleFile.parse(JSON.parse(json));
  const { lastClaimNumber: __, ...facts } = article;
  const counted = <T extends { on: unknown }>({ on: ___, ...finding }: T) => finding;
  return JSON.stringify({
    ...rest,
    version: 1,
    article: { ...facts, revision: revisions.at(-1)?.number },
    paragraphs: paragraphs.map((paragraph, index) => ({ number: index + 1, ...paragraph })),
    claims: claims.map(({ revision: ___, goneSince: ____, places: _____, lookAgain: ______, ...claim }) => ({
      ...claim,
      ...{ judgements: claim.judgements.map(counted), quoteChecks: claim.quoteChecks.map(counted) },
      ruling: claim.ruling && counted(claim.ruling),
    })),
    threads: threads.map(({ paragraph, ...thread }) => ({ ...thread, paragraph: paragraph?.number ?? null })),
  });
}
