/**
 * How many statements reads and writes send to the database. One that works on many claims sends as many for ten times as
 * many, or a few more where rows go in batches: a statement for each claim would keep SQLite's only writer waiting.
 */
import { describe, expect, it } from 'vitest';
import { articleWithClaims } from '#lib/data/articles/article-with-claims';
import { addArticle, listArticles } from '#lib/data/articles/articles';
import { judgeClaim } from '#lib/data/claims/findings';
import { markClaim } from '#lib/data/claims/mark-claim';
import { acceptSuggestions } from '#lib/data/claims/suggestions';
import { importArticle } from '#lib/data/exchange/import-article';
import { wholeArticle } from '#lib/data/exchange/whole-article';
import { mergeMetric } from '#lib/data/ledger/edit-metrics';
import { deskSettings } from '#lib/data/report/desk';
import { changesSinceLast, listReports, publishReport } from '#lib/data/report/reports';
import { articleForReview } from '#lib/data/review/article-for-review';
import { assignWork, unassignWork } from '#lib/data/review/assignments';
import { addRevision } from '#lib/data/revisions/revisions';
import { ArticleFile } from '#lib/domain/exchange/article-file';
import type { Result } from '#lib/domain/refusal';
import { reportContent } from '#lib/domain/report/content';
import { articleJson, exportArticle } from '#lib/export/article-file';
import { testDatabase } from '#lib/testing/database/database';
import { rowsOf } from '#lib/testing/database/statements';

const db = testDatabase();
const ann = { id: 'ann', role: 'admin' as const };
const bob = { id: 'bob', role: 'reviewer' as const };
const now = new Date('2026-01-05T10:00:00Z');
const writer = () => ({ db: db(), actorId: ann.id, role: ann.role, now });
const facts = { title: 'Staff', publisher: null, url: null, byline: null, publishedOn: '2024-05-01', language: 'en' };

/** How many articles were made: ids of rows are told apart by it. */
let made = 0;

function taken<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

const sentence = (at: number) => `Firm ${at} had ${1_000 + at} employees in 2023.`;

/** An article of so many paragraphs, in each of which something is suggested. */
async function addText(count: number) {
  for (const { id, role } of [ann, bob]) {
    await db().user.upsert({
      where: { id },
      create: { id, role, name: id, email: `${id}@desk.example` },
      update: {},
    });
  }
  const paragraphs = Array.from({ length: count }, (_, at) => ({ kind: 'body' as const, text: sentence(at) }));
  return addArticle(writer(), { ...facts, paragraphs }, { intake: 'paste' });
}

/** The same with a claim in each paragraph: judged by two people, with a source, a figure on one metric, a speaker. */
async function addChecked(count: number) {
  made += 1;
  const article = await addText(count);
  const [metricId, speakerId, key] = [`metric-${made}`, `speaker-${made}`, made];
  await db().metric.create({ data: { id: metricId, subject: `Firms ${made}`, measure: 'staff', nameKey: metricId } });
  await db().speaker.create({ data: { id: speakerId, name: `Smith ${made}` } });
  const rows = article.paragraphIds.map((paragraphId, at) => ({ id: `claim-${key}-${at}`, paragraphId, at }));
  const source = (at: number) => `source-${key}-${at}`;
  await db().source.createMany({
    data: rows.map(({ at }) => ({ id: source(at), title: source(at), kind: 'primary', createdById: ann.id })),
  });
  await db().claim.createMany({
    data: rows.map(({ id, paragraphId, at }) => {
      const exact = `${1_000 + at} employees`;
      const start = sentence(at).indexOf(exact);
      return {
        ...{ id, articleId: article.id, number: at + 1, paragraphId, start, end: start + exact.length, exact },
        ...{ prefix: `Firm ${at} had `, suffix: ' in 2023.', kind: 'figure', createdById: ann.id },
        ...{ standing: 'verified', metricId, speakerId },
      };
    }),
  });
  await db().figure.createMany({
    data: rows.map(({ id, at }) => ({
      ...{ id: `figure-${id}`, claimId: id, raw: `${1_000 + at}`, low: 1_000 + at, high: 1_000 + at, unit: 'person' },
    })),
  });
  for (const { id: reviewerId } of [ann, bob]) {
    const judged = { reviewerId, verdict: 'verified' };
    await db().judgement.createMany({
      data: rows.map(({ id }) => ({ id: `${id}-${reviewerId}`, claimId: id, ...judged })),
    });
  }
  await db().evidence.createMany({
    data: rows.map(({ id, at }) => ({
      ...{ id: `evidence-${id}`, claimId: id, sourceId: source(at), addedById: ann.id, stance: 'supports' },
    })),
  });
  await db().article.update({ where: { id: article.id }, data: { lastClaimNumber: count } });
  return { ...article, claimIds: rows.map(({ id }) => id), metricId };
}

async function view(id: string) {
  const read = await articleForReview(db(), id, ann);
  if (!read) throw new Error('the article is not there');
  return read;
}

async function fileOf(id: string): Promise<ArticleFile> {
  const whole = await wholeArticle(db(), await text(id), ann);
  if (!whole) throw new Error('the article is not there');
  return ArticleFile.parse(JSON.parse(await articleJson(exportArticle(whole))));
}

async function text(id: string) {
  const read = await articleWithClaims(db(), id, ann);
  if (!read) throw new Error('the article is not there');
  return read;
}

/** Each prepares an article of so many claims, and returns what is measured on it. */
const works: Record<string, (count: number) => Promise<() => Promise<unknown>>> = {
  'opening the review': async (count) => {
    const { id } = await addChecked(count);
    return () => view(id);
  },
  'reading the report': async (count) => {
    const { id } = await addChecked(count);
    return async () => {
      const [read, desk] = [await text(id), await deskSettings(db())];
      await listReports(db(), id);
      await changesSinceLast(
        db(),
        id,
        reportContent(read, { desk: desk.name, scale: desk.scale, withNames: true, withText: true }),
      );
    };
  },
  publishing: async (count) => {
    const { id } = await addChecked(count);
    const { article } = await view(id);
    const publication = { articleId: id, seq: article.seq, slug: null, withNames: true, withText: true };
    return async () => taken(await publishReport(writer(), publication, ann));
  },
  'exporting a list': async (count) => {
    const { id } = await addChecked(count);
    return async () => [await text(id), await deskSettings(db())];
  },
  'exporting the article with its past': async (count) => {
    const { id } = await addChecked(count);
    return () => fileOf(id);
  },
  'giving work': async (count) => {
    const { id, claimIds, paragraphIds } = await addChecked(count);
    const work = { assigneeId: bob.id, dueOn: '2026-02-01', claimIds, paragraphIds };
    return async () => taken(await assignWork(writer(), id, work));
  },
  'taking work back': async (count) => {
    const { id, claimIds, paragraphIds } = await addChecked(count);
    const work = { assigneeId: bob.id, dueOn: '2026-02-01', claimIds, paragraphIds };
    taken(await assignWork(writer(), id, work));
    return async () => taken(await unassignWork(writer(), id, work));
  },
  'taking up suggestions': async (count) => {
    const { id } = await addText(count);
    const ids = (await view(id)).suggestions.slice(0, count).map((one) => one.id);
    return async () => taken(await acceptSuggestions(writer(), id, ids));
  },
  'moving claims to another revision': async (count) => {
    const { id, paragraphIds } = await addChecked(count);
    const kept = paragraphIds.map((_, at) => ({ kind: 'body' as const, text: `In fact, ${sentence(at)}` }));
    return async () => taken(await addRevision(writer(), id, { paragraphs: kept, basedOn: 1, intake: 'edit' }));
  },
  'a revision that changes every figure': async (count) => {
    const { id, paragraphIds } = await addChecked(count);
    const others = paragraphIds.map((_, at) => ({
      ...{ kind: 'body' as const, text: sentence(at).replace(`${1_000 + at}`, `${2_000 + at}`) },
    }));
    return async () => taken(await addRevision(writer(), id, { paragraphs: others, basedOn: 1, intake: 'edit' }));
  },
  'merging metrics': async (count) => {
    const { metricId } = await addChecked(count);
    const other = await addChecked(1);
    return async () => taken(await mergeMetric(writer(), metricId, other.metricId));
  },
  'importing an article': async (count) => {
    const { id } = await addChecked(count);
    const file = await fileOf(id);
    return async () => taken(await importArticle(writer(), file));
  },
  'listing articles': async (count) => {
    for (let at = 0; at < Math.min(count, 100); at += 1) await addChecked(1);
    return () => listArticles(db(), '', bob);
  },
};

/** Sizes that are compared: articles on the list, claims in an article. */
const [few, many] = [20, 300];

describe('statements do not grow with the number of claims', () => {
  it.each(Object.entries(works))('%s', async (_, prepare) => {
    const atFew = await db.statementsOf(await prepare(few));
    const atMany = await db.statementsOf(await prepare(many));
    // Rows go in batches, which the client cuts into as many statements as SQLite takes parameters.
    expect(atMany.length - atFew.length).toBeLessThan((many - few) / 10);
  });

  it('nor rows of the list of articles with that of judgements', async () => {
    await addChecked(few);
    const before = await db.statementsOf(() => listArticles(db(), '', ann));
    await db().article.updateMany({ data: { removedAt: now } });
    await addChecked(many);
    const after = await db.statementsOf(() => listArticles(db(), '', ann));
    expect(rowsOf(after)).toBe(rowsOf(before));
  });
});

describe('an act on one claim sends few statements', () => {
  const judgement = { verdict: 'unverifiable' as const, rationale: 'No source says.', confidence: 'medium' as const };

  it('marking it, judging it, judging it anew', async () => {
    const { id: articleId, paragraphIds } = await addText(1);
    const start = sentence(0).indexOf('1000');
    const place = { articleId, paragraphId: paragraphIds[0] ?? '', start, end: start + '1000 employees'.length };
    let claimId = '';
    const marking = await db.statementsOf(async () => {
      claimId = taken(await markClaim(writer(), place, 'figure')).id;
    });
    const judge = async () => taken(await judgeClaim(writer(), { articleId, claimId }, judgement));
    const [judging, again] = [await db.statementsOf(judge), await db.statementsOf(judge)];
    // With the transaction's end, and its beginning where the engine is told of it by a statement.
    expect(marking.length).toBeLessThanOrEqual(11);
    expect(judging.length).toBeLessThanOrEqual(10);
    expect(again.length).toBeLessThanOrEqual(9);
  });
});
