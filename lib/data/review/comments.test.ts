import { describe, expect, test } from 'vitest';
import { setArticleRemoved } from '#lib/data/articles/articles';
import { setClaimRemoved } from '#lib/data/claims/edit-claim';
import { articleForReview } from '#lib/data/review/article-for-review';
import { testDatabase } from '#lib/testing/database/database';
import { addPerson, addTextArticle, must, type TestPerson, testMoment } from '#lib/testing/database/rows';
import {
  addComment,
  type CommentPlace,
  editComment,
  markMentionsRead,
  mentionsOf,
  removeComment,
  reopenThread,
  resolveThread,
  restoreComment,
  threadsOf,
  unreadMentions,
} from './comments';

const db = testDatabase();
let clock = testMoment.getTime();

/** A person whose acts are a second apart. */
function inTime(person: TestPerson) {
  const { id, role } = person;
  const writer = () => {
    clock += 1_000;
    return { ...person, now: new Date(clock) };
  };
  return { id, role, writer };
}

async function discussedArticle() {
  const ann = inTime(await addPerson(db(), 'Ann'));
  const chen = inTime(await addPerson(db(), '陈舟'));
  const ed = inTime(await addPerson(db(), 'Ed', 'editor'));
  const { id, paragraphIds, mark } = await addTextArticle(ann.writer(), ['The firm had 375 staff.', 'It grew.']);
  const claimId = (await mark('375', 'figure', ann.writer())).id;

  async function say(who: typeof ann, body: string, on: CommentPlace = { claimId }) {
    const said = await must(addComment(who.writer(), id, on, body));
    return { ...said, ref: { articleId: id, commentId: said.commentId } };
  }
  const lines = async () =>
    (await db().change.findMany({ where: { articleId: id }, orderBy: { seq: 'asc' } })).slice(2);
  const unread = async (who: typeof ann) => (await unreadMentions(db(), who.id)).length;
  return { ann, chen, ed, articleId: id, claimId, paragraphId: paragraphIds[1] ?? '', say, lines, unread };
}

describe('a comment', () => {
  test('begins a thread on a claim or a paragraph, and is answered', async () => {
    const { ann, chen, articleId, claimId, paragraphId, say, lines } = await discussedArticle();
    const { threadId } = await say(ann, 'Which year?');
    await say(ann, 'Grew how?', { paragraphId });
    const answer = await say(chen, '2023 <b>👍</b>', { threadId });
    expect(answer.threadId).toBe(threadId);
    expect((await articleForReview(db(), articleId, { id: 'x', role: 'editor' }))?.threads).toMatchObject([
      { id: threadId, claimId, paragraphId: null, comments: [{ body: 'Which year?' }, { body: '2023 <b>👍</b>' }] },
      { claimId: null, paragraphId, comments: [{ author: { name: 'Ann' } }], resolved: null },
    ]);
    expect(await lines()).toMatchObject([
      { verb: 'comment-added', claimId, after: { comment: threadId } },
      { verb: 'comment-added', claimId: null, after: { paragraph: 2 } },
      { verb: 'comment-added', claimId, after: { comment: answer.commentId, thread: threadId } },
    ]);
    expect(JSON.stringify(await lines())).not.toContain('Which year?');
  });

  test('needs something of this article that is there', async () => {
    const { ann, articleId, claimId, say, lines } = await discussedArticle();
    const other = await discussedArticle();
    const refused = async (place: CommentPlace) => {
      const answer = await addComment(ann.writer(), articleId, place, 'x');
      return answer.ok ? 'accepted' : answer.code;
    };
    const elsewhere = await other.say(other.ann, 'x');
    const { threadId } = await say(ann, 'x');
    const answer = await say(ann, 'y', { threadId });
    expect(await refused({ claimId: other.claimId })).toBe('not-found');
    expect(await refused({ paragraphId: other.paragraphId })).toBe('paragraph-not-in-article');
    expect(await refused({ threadId: elsewhere.threadId })).toBe('not-found');
    expect(await refused({ threadId: answer.commentId })).toBe('not-found');
    await setClaimRemoved(ann.writer(), { articleId, claimId }, true);
    expect(await refused({ claimId })).toBe('claim-removed');
    expect(await refused({ threadId })).toBe('claim-removed');
    expect(await threadsOf(db(), articleId, ann)).toEqual([]);
    await setClaimRemoved(ann.writer(), { articleId, claimId }, false);
    expect(await threadsOf(db(), articleId, ann)).toHaveLength(1);
    expect((await lines()).filter(({ verb }) => verb === 'comment-added')).toHaveLength(2);
  });

  test('is edited once by two windows that saw the same words', async () => {
    const { ann, say, lines } = await discussedArticle();
    const { ref } = await say(ann, 'One');
    const first = await editComment(ann.writer(), ref, { body: 'Two', seen: null });
    expect(first).toMatchObject({ ok: true, value: { thread: { comments: [{ body: 'Two' }] } } });
    expect(await editComment(ann.writer(), ref, { body: 'Three', seen: null })).toMatchObject({
      code: 'comment-changed',
    });
    const seen = (first.ok && first.value.thread?.comments[0]?.editedAt) || null;
    // A clock that was set back does not make two edits look alike.
    const early = { ...ann.writer(), now: new Date(0) };
    const again = await editComment(early, ref, { body: 'Three', seen });
    expect(again).toMatchObject({ ok: true });
    expect(again.ok && (again.value.thread?.comments[0]?.editedAt ?? '') > (seen ?? '')).toBe(true);
    expect((await lines()).slice(1)).toMatchObject([
      { verb: 'comment-edited', before: { body: 'One' }, after: { comment: ref.commentId } },
      { verb: 'comment-edited', before: { body: 'Two' } },
    ]);
  });

  test('is removed and put back; what others answered stays', async () => {
    const { ann, chen, articleId, say, lines } = await discussedArticle();
    const root = await say(ann, 'Secret');
    const answer = await say(chen, 'Hm', { threadId: root.threadId });
    const removed = await removeComment(ann.writer(), root.ref);
    expect(removed).toMatchObject({
      value: { thread: { comments: [{ removed: true, body: '' }, { body: 'Hm' }] } },
    });
    expect(JSON.stringify(removed)).not.toContain('Secret');
    expect(await removeComment(ann.writer(), root.ref)).toMatchObject({ code: 'comment-removed' });
    expect(await editComment(ann.writer(), root.ref, { body: 'x', seen: null })).toMatchObject({
      code: 'comment-removed',
    });
    expect(await removeComment(chen.writer(), answer.ref)).toMatchObject({ value: { thread: null } });
    expect(await threadsOf(db(), articleId, ann)).toEqual([]);
    expect(await restoreComment(ann.writer(), ann, root.ref)).toMatchObject({
      value: { thread: { comments: [{ body: 'Secret' }] } },
    });
    expect((await lines()).map(({ verb }) => verb)).toEqual([
      ...['comment-added', 'comment-added', 'comment-removed', 'comment-removed', 'comment-restored'],
    ]);
  });

  test('that an editor removed is not put back by its author', async () => {
    const { ann, ed, say } = await discussedArticle();
    const { ref } = await say(ann, 'Rude');
    await removeComment(ann.writer(), ref);
    await restoreComment(ann.writer(), ann, ref);
    await removeComment(ed.writer(), ref);
    expect(await restoreComment(ann.writer(), ann, ref)).toMatchObject({ code: 'not-allowed' });
    expect(await restoreComment(ed.writer(), ed, ref)).toMatchObject({ ok: true });
  });
});

describe('a thread', () => {
  test('that a blind first pass hides is neither closed nor opened by those who do not see it', async () => {
    const { ann, chen, articleId, say } = await discussedArticle();
    const { threadId } = await say(ann, 'Which year?');
    await db().article.update({ where: { id: articleId }, data: { blindFirstPass: true } });
    expect(await resolveThread(chen.writer(), articleId, threadId, 'x')).toMatchObject({ code: 'not-found' });
    expect(await db().comment.findUnique({ where: { id: threadId } })).toMatchObject({ resolvedAt: null });
    await must(resolveThread(ann.writer(), articleId, threadId, 'Own.'));
    expect(await reopenThread(chen.writer(), articleId, threadId)).toMatchObject({ code: 'not-found' });
  });

  test('is resolved with a reason, once, and opened again', async () => {
    const { ann, chen, articleId, claimId, say, lines } = await discussedArticle();
    const { threadId } = await say(ann, 'Which year?');
    expect(await resolveThread(chen.writer(), articleId, threadId, ' \n ')).toMatchObject({ code: 'text-missing' });
    const resolved = await resolveThread(chen.writer(), articleId, threadId, 'The report says 2023.');
    expect(resolved).toMatchObject({
      value: { thread: { resolved: { by: { name: '陈舟' }, reason: 'The report says 2023.' } } },
    });
    expect(await resolveThread(ann.writer(), articleId, threadId, 'x')).toMatchObject({ code: 'thread-changed' });
    const opened = await reopenThread(ann.writer(), articleId, threadId);
    expect(opened).toMatchObject({ value: { thread: { resolved: null } } });
    expect(await reopenThread(ann.writer(), articleId, threadId)).toMatchObject({ code: 'thread-changed' });
    const answer = await say(ann, 'x', { threadId });
    expect(await resolveThread(ann.writer(), articleId, answer.commentId, 'x')).toMatchObject({ code: 'not-found' });
    expect((await lines()).slice(1, 3)).toMatchObject([
      { verb: 'thread-resolved', claimId, after: { comment: threadId, reason: 'The report says 2023.' } },
      { verb: 'thread-reopened', before: { reason: 'The report says 2023.' } },
    ]);
  });
});

describe('a person named in a comment', () => {
  test('is told once, not of their own words, and not when code or an address names them', async () => {
    const { ann, chen, say, unread } = await discussedArticle();
    await say(ann, '@陈舟请看 @陈舟 @Ann');
    await say(chen, '`@Ann` and x@Ann.example');
    expect([await unread(ann), await unread(chen)]).toEqual([0, 1]);
    expect(await mentionsOf(db(), chen)).toMatchObject([
      { author: { name: 'Ann' }, unread: true, claim: 1, paragraph: null, article: { title: 'What it costs' } },
    ]);
  });

  test('keeps what they have read through an edit, and is told of what an edit adds', async () => {
    const { ann, chen, ed, say, unread } = await discussedArticle();
    const { ref } = await say(ann, '@陈舟');
    await markMentionsRead(chen.writer(), { commentIds: [ref.commentId] });
    const edited = await editComment(ann.writer(), ref, { body: '@陈舟 @Ed', seen: null });
    expect([await unread(chen), await unread(ed)]).toEqual([0, 1]);
    const seen = (edited.ok && edited.value.thread?.comments[0]?.editedAt) || null;
    await editComment(ann.writer(), ref, { body: 'Nobody', seen });
    expect(await unread(ed)).toBe(0);
    expect(await mentionsOf(db(), chen)).toEqual([]);
  });

  test('has it read by comment, by article or everywhere, and newest first', async () => {
    const { ann, chen, articleId, paragraphId, say, unread } = await discussedArticle();
    const other = await discussedArticle();
    const first = await say(ann, '@陈舟 one');
    await say(ann, '@陈舟 two', { paragraphId });
    await say(ann, '@陈舟 three');
    await other.say(other.ann, '@陈舟 four');
    expect((await mentionsOf(db(), chen)).map(({ excerpt, paragraph }) => [excerpt, paragraph])).toEqual([
      ['@陈舟 four', null],
      ['@陈舟 three', null],
      ['@陈舟 two', 2],
      ['@陈舟 one', null],
    ]);
    await markMentionsRead(ann.writer(), 'all');
    expect(await unread(chen)).toBe(4);
    await markMentionsRead(chen.writer(), { commentIds: [first.commentId] });
    expect(await unread(chen)).toBe(3);
    await markMentionsRead(chen.writer(), { articleId });
    expect(await unread(chen)).toBe(1);
    await markMentionsRead(chen.writer(), 'all');
    expect(await unread(chen)).toBe(0);
    expect(await mentionsOf(db(), chen)).toHaveLength(4);
  });

  test('is not sent to what is no longer there', async () => {
    const { ann, chen, ed, articleId, claimId, say, unread } = await discussedArticle();
    const { ref } = await say(ann, '@陈舟');
    await removeComment(ann.writer(), ref);
    expect(await unread(chen)).toBe(0);
    await restoreComment(ann.writer(), ann, ref);
    expect(await unread(chen)).toBe(1);
    await setClaimRemoved(ann.writer(), { articleId, claimId }, true);
    expect(await unread(chen)).toBe(0);
    await setClaimRemoved(ann.writer(), { articleId, claimId }, false);
    await setArticleRemoved(ed.writer(), articleId, true);
    expect(await unread(chen)).toBe(0);
    expect(await mentionsOf(db(), chen)).toEqual([]);
  });

  test('is an active person of the desk', async () => {
    const { ann, chen, say, unread } = await discussedArticle();
    await db().user.update({ where: { id: chen.id }, data: { active: false } });
    await say(ann, '@陈舟');
    expect(await unread(chen)).toBe(0);
  });
});
