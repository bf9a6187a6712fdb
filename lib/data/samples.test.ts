import { describe, expect, test } from 'vitest';
import { testDatabase } from '#lib/testing/database';
import { sampleSet } from '../../prisma/sample';
import { articleForReview, listArticles } from './articles';
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
});
