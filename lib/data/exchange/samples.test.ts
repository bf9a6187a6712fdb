import { describe, expect, test } from 'vitest';
import { listArticles } from '#lib/data/articles/articles';
import { acceptSuggestions } from '#lib/data/claims/suggestions';
import { measureClaim } from '#lib/data/ledger/edit-metrics';
import { articleForReview } from '#lib/data/review/article-for-review';
import { mergeSource } from '#lib/data/sources/merge-source';
import { speakerPage } from '#lib/data/sources/speaker-page';
import { scoreOf } from '#lib/domain/report/score';
import { testDatabase } from '#lib/testing/database/database';
import { addPerson, addTextArticle, must } from '#lib/testing/database/rows';
import { sampleSet } from '../../../prisma/sample';
import { hasSamples, loadSamples, loadSamplesOnce, removeSamples } from './samples';

const now = new Date('2026-01-05T10:00:00Z');
const db = testDatabase();

describe('the samples', () => {
  test('show a living desk: judged, disputed and contested claims in both languages', async () => {
    await loadSamples(db(), sampleSet, now);
    const articles = await listArticles(db(), '', { id: 'x', role: 'editor' });
    expect(articles.map(({ language }) => language).sort()).toEqual(['en', 'zh-Hans']);
    for (const { id, tally } of articles) {
      const review = await articleForReview(db(), id, { id: 'x', role: 'editor' });
      expect(new Set(review?.claims.map(({ kind }) => kind)).size).toBe(5);
      expect(tally.standings.verified).toBeGreaterThan(3);
      expect(tally.standings.disputed).toBeGreaterThan(0);
      expect(tally.standings.contested).toBeGreaterThan(0);
      expect(tally.standings.open).toBeGreaterThan(0);
    }
  });

  test('show one score, and for the other article what is missing for one', async () => {
    await loadSamples(db(), sampleSet, now);
    const states: Record<string, string> = {};
    for (const { id, language } of await listArticles(db(), '', { id: 'x', role: 'editor' })) {
      const article = await articleForReview(db(), id, { id: 'x', role: 'editor' });
      states[language] = scoreOf(article?.claims ?? []).state;
    }
    expect(states).toEqual({ en: 'scored', 'zh-Hans': 'not-enough' });
  });

  test('know a company by its names in both languages, suggestions included', async () => {
    await loadSamples(db(), sampleSet, now);
    const writer = await addPerson(db(), 'Ann', 'editor');
    for (const { id } of await listArticles(db(), '', { id: 'x', role: 'editor' })) {
      const article = await articleForReview(db(), id, { id: 'x', role: 'editor' });
      const suggested = article?.suggestions.map((one) => one.id) ?? [];
      await acceptSuggestions(writer, id, suggested);
    }
    const speakers = await db().speaker.findMany({ select: { name: true } });
    const ofCompanies = speakers.map(({ name }) => name).filter((name) => /gartner|mckinsey|高德纳|麦肯锡/i.test(name));
    expect(ofCompanies.sort()).toEqual(['Gartner', 'McKinsey & Company']);
  });

  test('tell of one speaker in both languages, whatever each calls them', async () => {
    await loadSamples(db(), sampleSet, now);
    const editor = { id: 'x', role: 'editor' as const };
    const everything = { standing: null, year: null, leaning: false, page: 1 };
    for (const [name, alias] of [
      ['Gartner', '高德纳'],
      ['McKinsey & Company', '麦肯锡'],
    ] as const) {
      const { id } = await db().speaker.findFirstOrThrow({ where: { name } });
      const page = await speakerPage(db(), id, editor, everything);
      const languages = page && 'record' in page ? page.record.claims.map(({ article }) => article.language) : [];
      expect(languages.sort()).toEqual(['en', 'zh-Hans']);
      expect(page).toMatchObject({ speaker: { aliases: expect.arrayContaining([alias]) } });
    }
  });

  test('go with a source that was merged into another', async () => {
    await loadSamples(db(), sampleSet, now);
    const [a, b] = await db().source.findMany({ orderBy: { id: 'asc' }, take: 2 });
    const someone = await addPerson(db(), 'Ed', 'editor');
    await must(mergeSource(someone, a?.id ?? '', b?.id ?? ''));
    await removeSamples(someone);
    expect(await db().source.count()).toBe(0);
  });

  test('are loaded by one of two servers that start at once, and again after one that was killed', async () => {
    await Promise.all([loadSamplesOnce(db(), sampleSet, now), loadSamplesOnce(db(), sampleSet, now)]);
    expect(await db().article.count()).toBe(2);
    await removeSamples({ db: db(), actorId: '', now });
    await db().setting.update({ where: { key: 'samples-loaded' }, data: { value: { since: now.getTime() } } });
    await loadSamplesOnce(db(), sampleSet, now);
    expect(await db().article.count()).toBe(0);
    await loadSamplesOnce(db(), sampleSet, new Date(now.getTime() + 3_600_000));
    expect(await db().article.count()).toBe(2);
  });

  test('are loaded once, go without a trace, and do not come back by themselves', async () => {
    await loadSamplesOnce(db(), sampleSet, now);
    await loadSamplesOnce(db(), sampleSet, now);
    expect(await db().article.count()).toBe(2);
    expect(await removeSamples({ db: db(), actorId: '', now })).toEqual({ articles: 2 });
    const left = [
      db().claim.count(),
      db().source.count(),
      db().speaker.count(),
      db().user.count(),
      db().change.count(),
    ];
    expect(await Promise.all(left)).toEqual([0, 0, 0, 0, 0]);
    await loadSamplesOnce(db(), sampleSet, now);
    expect(await hasSamples(db())).toBe(false);
  });

  test('leave a metric that a real article shares, with its history, and come back beside it', async () => {
    await loadSamples(db(), sampleSet, now);
    const writer = await addPerson(db(), 'Ann', 'admin');
    const article = await addTextArticle(writer, ['OpenAI has 900 employees.']);
    const { ref } = await article.mark('900 employees', 'figure');
    const measured = await measureClaim(writer, ref, { subject: 'OpenAI', measure: 'headcount', scope: null });
    expect(measured).toMatchObject({ ok: true });
    expect(await removeSamples(writer)).toEqual({ articles: 2 });
    const [shared, ...others] = await db().metric.findMany();
    expect(others).toEqual([]);
    expect(shared).toMatchObject({ subject: 'OpenAI', observations: 1, articles: 1 });
    await loadSamples(db(), sampleSet, new Date(now.getTime() + 1_000));
    expect(await db().metric.findUnique({ where: { id: shared?.id } })).toMatchObject({ articles: 3 });
    expect(await removeSamples(writer)).toEqual({ articles: 2 });
  });
});
