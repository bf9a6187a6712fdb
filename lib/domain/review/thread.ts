/**
 * How threads change when people write in them. The screen, which shows changes early, and the server use the same
 * functions. Pure: every function returns new values.
 */
import type { CommentView, ThreadView } from './discussion';

/** A thread as a reader sees it: removed replies are left out, and so is a removed first comment without replies. */
export function visibleThread(thread: ThreadView): ThreadView | null {
  const comments = thread.comments
    .filter(({ id, removed }) => id === thread.id || !removed)
    .map((comment) => (comment.removed ? { ...comment, body: '', mentions: [] } : comment));
  return comments.some(({ removed }) => !removed) ? { ...thread, comments } : null;
}

/** Threads after one of them changed, or disappeared (null); oldest first. */
export function applyThread(threads: ThreadView[], id: string, thread: ThreadView | null): ThreadView[] {
  const others = threads.filter((other) => other.id !== id);
  if (!thread) return others;
  const begin = ({ comments }: ThreadView) => comments[0]?.at ?? '';
  const before = others.filter((other) => begin(other) <= begin(thread));
  return [...before, thread, ...others.slice(before.length)];
}

/** A thread with one of its comments changed. */
export function changeComment(thread: ThreadView, commentId: string, change: Partial<CommentView>): ThreadView {
  const comments = thread.comments.map((comment) => (comment.id === commentId ? { ...comment, ...change } : comment));
  return { ...thread, comments };
}

/** Threads by the id of the claim or paragraph they are about. */
export function threadsByPlace(threads: ThreadView[]): Map<string, ThreadView[]> {
  const places = new Map<string, ThreadView[]>();
  for (const thread of threads) {
    const place = thread.claimId ?? thread.paragraphId ?? '';
    places.set(place, [...(places.get(place) ?? []), thread]);
  }
  return places;
}
