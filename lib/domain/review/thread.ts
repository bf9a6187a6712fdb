/**
 * What becomes of threads as they are written in, the same on the screen, which guesses, and on the server, which knows.
 * Pure: every function returns new values.
 */
import type { CommentView, ThreadView } from './discussion';

/** What a reader gets of a thread: removed answers are gone, and so is a removed beginning that nobody answers. */
export function visibleThread(thread: ThreadView): ThreadView | null {
  const comments = thread.comments
    .filter(({ id, removed }) => id === thread.id || !removed)
    .map((comment) => (comment.removed ? { ...comment, body: '', mentions: [] } : comment));
  return comments.some(({ removed }) => !removed) ? { ...thread, comments } : null;
}

/** Threads after one of them changed, or went (null); in the order in which they began. */
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

/** Threads by what they are about: the id of a claim or of a paragraph. */
export function threadsByPlace(threads: ThreadView[]): Map<string, ThreadView[]> {
  const places = new Map<string, ThreadView[]>();
  for (const thread of threads) {
    const place = thread.claimId ?? thread.paragraphId ?? '';
    places.set(place, [...(places.get(place) ?? []), thread]);
  }
  return places;
}
