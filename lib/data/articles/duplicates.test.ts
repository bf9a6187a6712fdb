import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { blobBytes, dropBrokenUploads } from '#lib/data/blobs/blobs';
import { addRevision, restoreRevision } from '#lib/data/revisions/revisions';
import { keepSnapshot, originalOf, snapshotPage, snapshotsOfArticle } from '#lib/data/sources/snapshots';
import type { DraftParagraph } from '#lib/domain/articles/article';
import type { Duplicate } from '#lib/domain/articles/near-duplicate';
import { testDatabase } from '#lib/testing/database/database';
import { addPerson, testMoment } from '#lib/testing/database/rows';
import { addArticle, addArticleOnce, setArticleRemoved } from './articles';
import { findDuplicates, readFingerprint } from './duplicates';

const db = testDatabase();
const now = testMoment;

const body = (text: string): DraftParagraph => ({ kind: 'body', text });
const text = (seed: number) =>
  Array.from({ length: 10 }, (_, index) =>
    body(
      `第${seed + index}区的委员会清点了${index * seed + 5}口水井，其中${index + seed}口在检测后关闭，居民改用自来水。`,
    ),
  );
const draftOf = (paragraphs: DraftParagraph[], url: string | null = null) => ({
  ...{ title: 'Wells', publisher: null, url, byline: null, publishedOn: null, language: 'zh-Hans' },
  paragraphs,
});

async function duplicatesOf(url: string | null, paragraphs: DraftParagraph[]): Promise<Duplicate[]> {
  const fingerprint = await readFingerprint(paragraphs);
  return findDuplicates(db(), url, fingerprint.ok ? fingerprint.value : null);
}

describe('findDuplicates', () => {
  it('finds an article by its address and by its text', async () => {
    const ann = await addPerson(db());
    const { id } = await addArticle(ann, draftOf(text(3), 'https://www.post.example/wells?utm_source=x'), {
      intake: 'url',
    });
    await addArticle(ann, draftOf(text(400)), { intake: 'paste' });
    expect(await duplicatesOf('http://m.post.example/wells/', [])).toEqual([
      { articleId: id, title: 'Wells', by: 'address', share: 0 },
    ]);
    const [alike, ...others] = await duplicatesOf(null, [...text(3), body('后来加上的一段。')]);
    expect(alike).toMatchObject({ articleId: id, by: 'text' });
    expect(alike?.share).toBeGreaterThan(0.7);
    expect(others).toEqual([]);
    expect(await duplicatesOf('https://post.example/other', text(9_000))).toEqual([]);
  });

  it('finds an article by the text of each of its revisions', async () => {
    const ann = await addPerson(db());
    const { id } = await addArticle(ann, draftOf(text(3)), { intake: 'paste' });
    const found = async (paragraphs: DraftParagraph[]) =>
      (await duplicatesOf(null, paragraphs)).map(({ articleId }) => articleId);
    expect(await found(text(9_000))).toEqual([]);
    await addRevision(ann, id, { paragraphs: text(9_000), basedOn: 1, intake: 'edit' });
    expect(await found(text(9_000))).toEqual([id]);
    expect(await found(text(3))).toEqual([id]);
    await restoreRevision(ann, id, { number: 1, basedOn: 2 });
    const prints = await db().revision.findMany({ where: { articleId: id }, orderBy: { number: 'asc' } });
    expect(prints[2]?.fingerprint).toBe(prints[0]?.fingerprint);
    expect(prints[1]?.fingerprint).not.toBe(prints[0]?.fingerprint);
  });

  it('takes no account of boilerplate, nor of articles that were removed', async () => {
    const ann = await addPerson(db());
    const shared = text(3).map((one) => ({ ...one, kind: 'boilerplate' as const }));
    const { id } = await addArticle(ann, draftOf([...text(70), ...shared]), { intake: 'paste' });
    expect(await duplicatesOf(null, text(3))).toEqual([]);
    await setArticleRemoved(ann, id, true);
    expect(await duplicatesOf(null, text(70))).toEqual([]);
  });
});

describe('a snapshot', () => {
  const taken = {
    ...{ url: 'https://post.example/a', finalUrl: 'https://post.example/b', title: 'Wells', contentType: 'text/html' },
    bytes: Buffer.from('<p>Wells'),
    html: '<p>Wells</p>',
    fetchedAt: now,
    answer: { status: 200, headers: [['Server', 'Post']] as [string, string][], redirects: ['https://post.example/b'] },
  };

  it('is tied to the article whose draft it was, once and by its taker', async () => {
    const [ann, ben] = [await addPerson(db()), await addPerson(db())];
    const { id: snapshotId } = await keepSnapshot(ann, taken);
    const stolen = await addArticle(ben, draftOf(text(3)), { intake: 'url', snapshotId });
    const own = await addArticle(ann, draftOf(text(3)), { intake: 'url', snapshotId });
    const again = await addArticle(ann, draftOf(text(3)), { intake: 'url', snapshotId });
    const contentHash = createHash('sha256').update('<p>Wells').digest('hex');
    const { url, finalUrl, title } = taken;
    expect(await snapshotsOfArticle(db(), own.id)).toEqual([
      { id: snapshotId, url, finalUrl, title, revision: 1, contentHash, size: 8, fetchedAt: now.toISOString() },
    ]);
    expect(await snapshotsOfArticle(db(), stolen.id)).toEqual([]);
    expect(await snapshotsOfArticle(db(), again.id)).toEqual([]);
    expect(await snapshotPage(db(), snapshotId, ann)).toMatchObject({
      html: '<p>Wells</p>',
      fetchedAt: now.toISOString(),
    });
    expect(await snapshotPage(db(), 'unheard-of', ann)).toBeNull();
  });

  it('keeps the original byte for byte, as long as it is tied to something', async () => {
    const ann = await addPerson(db());
    const { id: snapshotId } = await keepSnapshot(ann, taken);
    const { id: leftId } = await keepSnapshot(ann, { ...taken, bytes: Buffer.from('<p>Other') });
    await addArticle(ann, draftOf(text(3)), { intake: 'url', snapshotId });
    expect(await db().snapshot.findUnique({ where: { id: snapshotId } })).toMatchObject(taken.answer);
    const [original, left] = [await originalOf(db(), snapshotId, ann), await originalOf(db(), leftId, ann)];
    const bytesOf = async (hash = '') => {
      const pieces: Uint8Array[] = [];
      for await (const piece of blobBytes(db(), hash, { from: 0, to: 8 })) pieces.push(piece);
      return Buffer.concat(pieces).toString();
    };
    expect(original).toMatchObject({ size: 8, title: 'Wells', contentType: 'text/html' });
    expect(await bytesOf(original?.hash)).toBe('<p>Wells');
    expect(await bytesOf(left?.hash)).toBe('<p>Other');
    const later = new Date(now.getTime() + 25 * 60 * 60 * 1000);
    await keepSnapshot({ ...ann, now: later }, { ...taken, fetchedAt: later });
    await dropBrokenUploads(db(), later);
    expect(await bytesOf(original?.hash)).toBe('<p>Wells');
    expect(await bytesOf(left?.hash)).toBe('');
  });

  it('of an empty page has nothing to save', async () => {
    const ann = await addPerson(db());
    const { id } = await keepSnapshot(ann, { ...taken, bytes: new Uint8Array(), html: '' });
    expect(await snapshotPage(db(), id, ann)).toMatchObject({ size: null, html: '' });
    expect(await originalOf(db(), id, ann)).toBeNull();
  });

  it('of a draft that nobody saved goes after a day', async () => {
    const ann = await addPerson(db());
    const kept = await keepSnapshot(ann, taken);
    const { id } = await addArticle(ann, draftOf(text(3)), { intake: 'url', snapshotId: kept.id });
    const left = await keepSnapshot(ann, taken);
    const later = new Date(now.getTime() + 25 * 60 * 60 * 1000);
    await keepSnapshot({ ...ann, now: later }, { ...taken, fetchedAt: later });
    expect(await snapshotPage(db(), left.id, ann)).toBeNull();
    expect(await snapshotsOfArticle(db(), id)).toHaveLength(1);
  });
});

describe('addArticleOnce', () => {
  it('refuses an article that the desk has, unless it was taken off the desk', async () => {
    const ann = await addPerson(db(), 'Ann', 'editor');
    const { id } = await addArticle(ann, draftOf(text(3), 'https://post.example/wells'), { intake: 'paste' });
    const refused = { ok: false, code: 'article-exists', values: { name: 'Wells', id } };
    expect(await addArticleOnce(ann, draftOf(text(3)), { intake: 'api' })).toMatchObject(refused);
    const sameAddress = draftOf(text(900), 'http://www.post.example/wells?utm_source=x');
    expect(await addArticleOnce(ann, sameAddress, { intake: 'api' })).toMatchObject(refused);
    expect(await addArticleOnce(ann, draftOf(text(9_000)), { intake: 'api' })).toMatchObject({ ok: true });
    await setArticleRemoved(ann, id, true);
    expect(await addArticleOnce(ann, draftOf(text(3)), { intake: 'api' })).toMatchObject({ ok: true });
  });

  it('answers an act that is sent again as before, though the article is there by now', async () => {
    const ann = await addPerson(db());
    const keyed = { ...ann, key: 'a-key-of-sixteen-characters' };
    const first = await addArticleOnce(keyed, draftOf(text(3)), { intake: 'api' });
    expect(await addArticleOnce(keyed, draftOf(text(3)), { intake: 'api' })).toEqual(first);
    expect(await db().article.count()).toBe(1);
  });
});
