import { describe, expect, test } from 'vitest';
import { editArticleFacts, setArticleRemoved, setParagraphKind } from '#lib/data/articles/articles';
import { setClaimRemoved } from '#lib/data/claims/edit-claim';
import { judgeClaim } from '#lib/data/claims/findings';
import { setSuggestionsDismissed } from '#lib/data/claims/suggestions';
import { listenForChanges } from '#lib/data/history/change-listener';
import { onCommit } from '#lib/data/history/change-log';
import { onEngine, testDatabase } from '#lib/testing/database/database';
import { addDeskArticle, articleFacts, judgementOf } from '#lib/testing/database/rows';
import { testNeeding } from '#lib/testing/needs';
import { changesSince, lastSeqs } from './changes-since';

const db = testDatabase();

const facts = articleFacts({ title: '账', language: 'zh-Hans' });
const text = '训练一次要花300-460万美元，公司约有375人。';

async function watchedArticle() {
  const article = await addDeskArticle(db(), [text, '第二段。'], facts);
  const since = async (seq: number) => {
    const update = await changesSince(db(), article.id, seq, article.bo);
    if (!update) throw new Error('the article is there');
    return update;
  };
  return { ...article, since };
}

describe('what changed since', () => {
  test('holds what was touched, and only that', async () => {
    const { ann, bo, mark, since } = await watchedArticle();
    const [first, second] = [await mark('375人'), await mark('公司')];
    expect(await since(3)).toEqual({
      ...{ since: 3, seq: 3, others: 0, isArticleEdited: false },
      ...{ paragraphs: [], claims: [], removed: [], suggestions: null, assignments: null, threads: null },
    });
    await judgeClaim(bo, first.ref, judgementOf('unverifiable'));
    const update = await since(3);
    expect(update).toMatchObject({ since: 3, seq: 4, others: 0, suggestions: null });
    expect(update.claims.map((claim) => [claim.id, claim.standing])).toEqual([[first.id, 'unverifiable']]);
    await setClaimRemoved(ann, second.ref, true);
    const removed = await since(4);
    expect(removed).toMatchObject({ others: 1, claims: [], removed: [{ id: second.id, version: 2 }] });
    expect(removed.suggestions).not.toBeNull();
  });

  test('names a paragraph whose kind changed, and what is suggested then', async () => {
    const { ann, id, paragraphIds, since } = await watchedArticle();
    await setParagraphKind(ann, { articleId: id, paragraphId: paragraphIds[1] ?? '', kind: 'boilerplate' });
    const { paragraphs, suggestions } = await since(1);
    expect(paragraphs).toMatchObject([{ number: 2, kind: 'boilerplate' }]);
    expect(suggestions?.length).toBeGreaterThan(0);
  });

  test('says that the article’s own facts changed', async () => {
    const { ann, id, since } = await watchedArticle();
    await editArticleFacts(ann, { id, edition: 1, facts: { ...facts, title: '新账' } });
    expect(await since(1)).toMatchObject({ isArticleEdited: true, claims: [], since: 1 });
  });

  test('is everything for a reader who has nothing, is far behind, or meets a change of a kind not known here', async () => {
    const { ann, id, mark, since } = await watchedArticle();
    const claim = await mark('375人');
    const removed = await mark('公司');
    await setClaimRemoved(ann, removed.ref, true);
    const whole = { since: 0, seq: 4, paragraphs: [{ number: 1 }, { number: 2 }], claims: [{ id: claim.id }] };
    expect(await since(0)).toMatchObject({ ...whole, removed: [{ id: removed.id }], isArticleEdited: true });
    expect((await since(2)).since).toBe(2);
    await db().change.updateMany({ where: { articleId: id, seq: 4 }, data: { verb: 'something-new' } });
    expect(await since(3)).toMatchObject(whole);
    await db().article.update({ where: { id }, data: { lastSeq: 600 } });
    expect(await since(1)).toMatchObject({ ...whole, seq: 600 });
  });

  test('is nothing where the article was taken away, or never came that far', async () => {
    const { ann, bo, id } = await watchedArticle();
    expect(await changesSince(db(), id, 2, bo)).toBeNull();
    await setArticleRemoved(ann, id, true);
    expect(await changesSince(db(), id, 1, bo)).toBeNull();
    expect(await changesSince(db(), 'nowhere', 0, bo)).toBeNull();
  });

  test('belongs to its number, however much is written meanwhile', { timeout: 60_000 }, async () => {
    const { ann, bo, id, mark } = await watchedArticle();
    const { ref } = await mark('375人');
    const versions: [number, number][] = [];
    let isWriting = true;
    const reading = (async () => {
      while (isWriting) {
        const update = await changesSince(db(), id, 1, bo);
        versions.push([update?.seq ?? 0, update?.claims[0]?.version ?? 0]);
      }
    })();
    for (let count = 0; count < 25; count += 1) {
      await judgeClaim(ann, ref, judgementOf('unverifiable', { rationale: `${count}` }));
    }
    isWriting = false;
    await reading;
    // The claim was marked by change 2 in version 1; each change after that raises both by one.
    expect(versions.filter(([seq, version]) => seq - version !== 1)).toEqual([]);
  });
});

describe('word of a change', () => {
  test('goes out once it is committed, with the article’s last number, and not for what was refused', async () => {
    const { ann, id, mark } = await watchedArticle();
    const told: [string, number, number][] = [];
    const stop = onCommit((articleId, seq) => told.push([articleId, seq, 0]));
    const claim = await mark('375人');
    await judgeClaim(ann, claim.ref, judgementOf('false'));
    expect(told).toEqual([[id, 2, 0]]);
    stop();
    await mark('公司');
    expect(told.length).toBe(1);
    expect(await lastSeqs(db(), [id, 'nowhere'])).toEqual(new Map([[id, 3]]));
  });

  testNeeding(onEngine('postgresql'), 'reaches other processes, again after their connection broke', async () => {
    const { ann, id, mark, since } = await watchedArticle();
    let heard = 0;
    const more = async (than: number) => {
      const from = Date.now();
      while (heard <= than && Date.now() - from < 20_000) await new Promise((resolve) => setTimeout(resolve, 10));
      expect(heard).toBeGreaterThan(than);
    };
    const stop = listenForChanges(db.address(), () => {
      heard += 1;
    });
    // Told once when the connection is there.
    await more(0);
    await mark('375人');
    await more(1);
    const before = heard;
    await db().$queryRaw`
      SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE 'LISTEN%'`;
    await more(before);
    const { suggestions } = await since(1);
    const ids = suggestions?.map((suggestion) => suggestion.id) ?? [];
    const again = heard;
    await setSuggestionsDismissed(ann, id, { ids, dismissed: true });
    await more(again);
    await stop();
  });
});
