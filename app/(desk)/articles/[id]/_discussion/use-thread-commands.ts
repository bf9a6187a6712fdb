'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { toast } from 'sonner';
import { type Result, refuse } from '#lib/domain/refusal';
import type { CommentView, ThreadChange, ThreadView } from '#lib/domain/review/discussion';
import { changeComment, visibleThread } from '#lib/domain/review/thread';
import { send } from '../../../../browser/requests';
import { useRefusalText } from '../../../../i18n/refusal';
import { showUnread } from '../../../_shell/unread';
import * as actions from './actions';
import type { Discussion } from './use-discussion';

type Answer = Result<ThreadChange>;

/** Everything that can be done to threads. Editing, deleting and resolving show at once. */
export function useCommands({ articleId, actor, dispatch, unseen, remember, tracked, undo }: Discussion) {
  const t = useTranslations('discussion');
  const refusalText = useRefusalText();
  return useMemo(() => {
    /** Asks the server, shows `guess` meanwhile, and `before` again where it refuses. */
    async function change(asking: Promise<Answer>, before?: ThreadView, guess?: ThreadView | null): Promise<Answer> {
      if (before && guess !== undefined) dispatch({ type: 'thread', id: before.id, thread: guess });
      const answer: Answer = await asking;
      if (answer.ok) dispatch({ type: 'thread', id: answer.value.threadId, thread: answer.value.thread });
      else {
        if (before && guess !== undefined) dispatch({ type: 'thread', id: before.id, thread: before });
        toast.error(refusalText(answer));
      }
      return answer;
    }

    const setRemoved = (commentId: string, removed: boolean) =>
      send(actions.setCommentRemoved, { articleId, commentId, removed });

    return {
      say: tracked(async (place: Parameters<typeof actions.say>[0]['place'], body: string): Promise<Answer> => {
        const answer = await change(send(actions.say, { articleId, place, body }));
        if (answer.ok) remember(() => change(setRemoved(answer.value.commentId, true)));
        return answer;
      }),

      /** `comment` as it was when the editing began. */
      edit: tracked(async (thread: ThreadView, comment: CommentView, body: string): Promise<Answer> => {
        const words = { articleId, commentId: comment.id };
        const guess = changeComment(thread, comment.id, { body });
        const answer = await change(send(actions.edit, { ...words, body, seen: comment.editedAt }), thread, guess);
        const now = answer.ok && answer.value.thread?.comments.find(({ id }) => id === comment.id);
        if (now) remember(() => change(send(actions.edit, { ...words, body: comment.body, seen: now.editedAt })));
        return answer;
      }),

      remove: tracked(async (thread: ThreadView, comment: CommentView): Promise<void> => {
        const guess = visibleThread(changeComment(thread, comment.id, { removed: true }));
        const answer = await change(setRemoved(comment.id, true), thread, guess);
        if (!answer.ok) return;
        remember(() => change(setRemoved(comment.id, false)));
        toast(t('removed'), { action: { label: t('undo'), onClick: () => void undo() } });
      }),

      resolve: tracked(async (thread: ThreadView, reason: string): Promise<Answer> => {
        const guess = { ...thread, resolved: { by: actor, at: new Date().toISOString(), reason } };
        const answer = await change(send(actions.resolve, { articleId, threadId: thread.id, reason }), thread, guess);
        if (answer.ok) remember(() => change(send(actions.reopen, { articleId, threadId: thread.id })));
        return answer;
      }),

      reopen: tracked(async (thread: ThreadView): Promise<void> => {
        const asking = send(actions.reopen, { articleId, threadId: thread.id });
        const answer = await change(asking, thread, { ...thread, resolved: null });
        const { resolved } = thread;
        if (!answer.ok || !resolved) return;
        remember(() => change(send(actions.resolve, { articleId, threadId: thread.id, reason: resolved.reason })));
      }),

      /** Notes that threads are before the actor's eyes. */
      async see(shown: ThreadView[]): Promise<void> {
        const ids = shown.flatMap(({ comments }) => comments.map(({ id }) => id)).filter((id) => unseen.has(id));
        if (ids.length === 0) return;
        for (const id of ids) unseen.delete(id);
        const answer = await actions.readMentions({ commentIds: ids }).catch(() => refuse('no-answer'));
        if (answer.ok) showUnread(answer.value.unread);
        else for (const id of ids) unseen.add(id);
      },
    };
  }, [articleId, actor, dispatch, unseen, remember, tracked, undo, refusalText, t]);
}

export type Commands = ReturnType<typeof useCommands>;
