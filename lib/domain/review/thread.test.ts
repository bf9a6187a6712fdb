import { describe, expect, test } from 'vitest';
import { threadView } from '#lib/testing/article/factories';
import { applyThread, changeComment, threadsByPlace, visibleThread } from './thread';

describe('a thread', () => {
  const thread = threadView({ id: 't', bodies: ['one', 'two', 'three'] });

  test('keeps a removed beginning that is answered, without its words', () => {
    const seen = visibleThread(changeComment(thread, 't', { removed: true }));
    expect(seen?.comments.map(({ body, removed }) => [body, removed])).toEqual([
      ['', true],
      ['two', false],
      ['three', false],
    ]);
  });

  test('loses a removed answer, and itself with its last comment', () => {
    const seen = visibleThread(changeComment(thread, 't-1', { removed: true }));
    expect(seen?.comments.map(({ body }) => body)).toEqual(['one', 'three']);
    const all = thread.comments.map((comment) => ({ ...comment, removed: true }));
    expect(visibleThread({ ...thread, comments: all })).toBeNull();
  });

  test('takes its place among the others by when it began', () => {
    const at = (id: string, hour: string) => threadView({ id, bodies: [id], at: `2026-01-05T${hour}:00:00.000Z` });
    const threads = [at('a', '08'), at('c', '10')];
    expect(applyThread(threads, 'b', at('b', '09')).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(applyThread(threads, 'a', null).map(({ id }) => id)).toEqual(['c']);
    expect(applyThread(threads, 'a', changeComment(at('a', '08'), 'a', { body: 'x' }))[0]?.comments[0]?.body).toBe('x');
  });

  test('lies where it is about', () => {
    const on = [threadView({ id: 'x', claimId: 'c1' }), threadView({ id: 'y', claimId: null, paragraphId: 'p1' })];
    expect([...threadsByPlace(on).keys()]).toEqual(['c1', 'p1']);
    const second = threadView({ id: 'z', claimId: 'c1' });
    expect(
      threadsByPlace([...on, second])
        .get('c1')
        ?.map(({ id }) => id),
    ).toEqual(['x', 'z']);
    expect(threadsByPlace([])).toEqual(new Map());
  });
});
