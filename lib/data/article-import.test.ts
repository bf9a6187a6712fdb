import { describe, expect, it } from 'vitest';
import { ArticleFile } from '#lib/domain/article-file';
import { articleJson, exportArticle } from '#lib/export/article-json';
import { testDatabase } from '#lib/testing/database';
import { sampleSet } from '../../prisma/sample';
import { importArticle } from './article-import';
import { articleForReview } from './articles';
import { addComment } from './comments';
import { newId } from './id';
import { listMetrics } from './ledger';
import { listPeople } from './people';
import { loadSamples } from './samples';

const db = testDatabase();
const now = new Date('2026-01-05T10:00:00Z');

async function admin() {
  const id = newId();
  await db().user.create({ data: { id, name: 'Ann', role: 'admin', email: `${id}@example.org` } });
  return { db: db(), actorId: id, id, role: 'admin' as const, now };
}

/** A file without what an import is allowed to change: moments, and the number of the last change. */
const lasting = (json: string) => json.replace(/"\d{4}-\d{2}-\d{2}T[\d:.]+Z"/g, '"moment"');

async function exported(id: string, viewer: { id: string; role: 'admin' }): Promise<string> {
  const view = await articleForReview(db(), id, viewer);
  if (!view) throw new Error('the article is not there');
  return articleJson(exportArticle(view));
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
    const before = await listMetrics(db(), everything, writer.id);
    const { id } = await db().article.findFirstOrThrow({ where: { language: 'zh-Hans' } });
    await importArticle(writer, ArticleFile.parse(JSON.parse(await exported(id, writer))));
    const after = await listMetrics(db(), everything, writer.id);
    expect(after.metrics.length).toBe(before.metrics.length);
    expect(after.metrics.some(({ articles }) => articles === 2)).toBe(true);
  });
});
