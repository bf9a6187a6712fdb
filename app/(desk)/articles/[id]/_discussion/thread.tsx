'use client';

import { CircleCheck, Pencil, Trash2 } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { type ReactNode, useRef, useState } from 'react';
import { may, mayEditComment, mayRemoveComment } from '#lib/domain/people/permission';
import type { Result } from '#lib/domain/refusal';
import type { CommentView, ThreadView } from '#lib/domain/review/discussion';
import { IconButton } from '#ui/icon-button';
import { Avatar } from '../../../_shell/avatar';
import { CommentText } from './comment-text';
import { Composer } from './composer';
import type { Discussion } from './use-discussion';
import type { Commands } from './use-thread-commands';

type Open = { form: 'nothing' | 'reply' | 'resolve' } | { form: 'edit'; comment: CommentView };

type ThreadProps = { thread: ThreadView; discussion: Discussion; commands: Commands };

/** One thread: its comments, the answer to them, and how it ended. */
export function Thread({ thread, discussion, commands }: ThreadProps) {
  const t = useTranslations('discussion');
  const { actor, people, fresh } = discussion;
  const hasNews = thread.comments.some(({ id }) => fresh.has(id));
  const [open, setOpen] = useState<Open>({ form: 'nothing' });
  const [isUnfolded, setUnfolded] = useState(hasNews);
  const box = useRef<HTMLLIElement>(null);
  const mayComment = may(actor, 'comment');
  const { resolved } = thread;

  function close() {
    setOpen({ form: 'nothing' });
    box.current?.focus({ preventScroll: true });
  }

  async function closing(answering: Promise<Result<unknown>>) {
    const answer = await answering;
    if (answer.ok) close();
    return answer;
  }

  const writing = { meId: actor.id, people, onCancel: close, autoFocus: true };
  return (
    <li ref={box} tabIndex={-1} className="grid gap-2 rounded-md border border-line-2 px-2.5 py-2">
      {resolved && (
        <div className="grid gap-0.5 text-[12.5px] text-ink-2">
          <span className="flex items-center gap-1.5">
            <CircleCheck size={14} className="shrink-0 text-verified" aria-hidden="true" />
            <b className="min-w-0 flex-1 truncate font-semibold">
              {resolved.by ? t('resolvedBy', { name: resolved.by.name }) : t('resolved')}
            </b>
            <Moment at={resolved.at} />
          </span>
          <p className="whitespace-pre-line wrap-anywhere">{resolved.reason}</p>
        </div>
      )}
      {(!resolved || isUnfolded) && (
        <ul className="grid gap-2.5">
          {thread.comments.map((comment) => (
            <li key={comment.id} className={comment.id === thread.id ? '' : 'border-l-2 border-line-2 pl-2.5'}>
              {open.form === 'edit' && open.comment.id === comment.id ? (
                <Composer
                  {...writing}
                  // Another version of the words is another draft.
                  target={`edit:${comment.id}:${open.comment.editedAt ?? ''}`}
                  initial={open.comment.body}
                  label={t('edit')}
                  sendLabel={t('save')}
                  onSend={(body) => closing(commands.edit(thread, open.comment, body))}
                />
              ) : (
                <Comment
                  comment={comment}
                  isFresh={fresh.has(comment.id)}
                  isOwn={comment.author.id === actor.id}
                  onEdit={mayEditComment(actor, comment) ? () => setOpen({ form: 'edit', comment }) : null}
                  onRemove={mayRemoveComment(actor, comment) ? () => void commands.remove(thread, comment) : null}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {open.form === 'reply' && (
        <Composer
          {...writing}
          target={`reply:${thread.id}`}
          label={t('reply')}
          placeholder={t('hint')}
          sendLabel={t('reply')}
          onSend={(body) => closing(commands.say({ threadId: thread.id }, body))}
        />
      )}
      {open.form === 'resolve' && (
        <Composer
          {...writing}
          people={[]}
          target={`resolve:${thread.id}`}
          label={t('reason')}
          placeholder={t('reasonHint')}
          sendLabel={t('resolve')}
          onSend={(reason) => closing(commands.resolve(thread, reason))}
        />
      )}
      {(open.form === 'nothing' || open.form === 'edit') && (mayComment || resolved) && (
        <div className="flex flex-wrap gap-x-3 gap-y-1 text-[12.5px]">
          {resolved ? (
            <>
              <TextButton onClick={() => setUnfolded(!isUnfolded)} isExpanded={isUnfolded}>
                {isUnfolded ? t('fold') : t('unfold', { count: thread.comments.length })}
              </TextButton>
              {mayComment && <TextButton onClick={() => void commands.reopen(thread)}>{t('reopen')}</TextButton>}
            </>
          ) : (
            <>
              <TextButton onClick={() => setOpen({ form: 'reply' })}>{t('reply')}</TextButton>
              <TextButton onClick={() => setOpen({ form: 'resolve' })}>{t('resolve')}</TextButton>
            </>
          )}
        </div>
      )}
    </li>
  );
}

function TextButton({
  onClick,
  isExpanded,
  children,
}: {
  onClick: () => void;
  isExpanded?: boolean;
  children: ReactNode;
}) {
  return (
    <button type="button" aria-expanded={isExpanded} className="min-h-6 text-accent hover:underline" onClick={onClick}>
      {children}
    </button>
  );
}

type CommentProps = {
  comment: CommentView;
  isFresh: boolean;
  isOwn: boolean;
  onEdit: (() => void) | null;
  onRemove: (() => void) | null;
};

function Comment({ comment, isFresh, isOwn, onEdit, onRemove }: CommentProps) {
  const t = useTranslations('discussion');
  if (comment.removed) return <p className="text-[12.5px] text-ink-3 italic">{t('wasRemoved')}</p>;
  return (
    <article aria-label={t('commentBy', { name: comment.author.name })}>
      <header className="mb-0.5 flex min-h-7 items-center gap-1.5 text-[12px] text-ink-3">
        <Avatar person={comment.author} small />
        <b className="min-w-0 truncate text-[12.5px] font-semibold text-ink" aria-hidden="true">
          {isOwn ? t('you') : comment.author.name}
        </b>
        <Moment at={comment.at} />
        {comment.editedAt && <span title={comment.editedAt}>{t('edited')}</span>}
        {isFresh && <span className="rounded bg-accent px-1 text-[11px]/4 font-semibold text-paper">{t('new')}</span>}
        <span className="flex-1" />
        {onEdit && (
          <IconButton label={t('edit')} onClick={onEdit}>
            <Pencil size={13} />
          </IconButton>
        )}
        {onRemove && (
          <IconButton label={t('remove')} onClick={onRemove}>
            <Trash2 size={13} />
          </IconButton>
        )}
      </header>
      <CommentText body={comment.body} mentions={comment.mentions} />
    </article>
  );
}

function Moment({ at }: { at: string }) {
  const format = useFormatter();
  const moment = new Date(at);
  const isThisYear = moment.getUTCFullYear() === new Date().getUTCFullYear();
  return (
    <time
      dateTime={at}
      title={format.dateTime(moment, { dateStyle: 'full', timeStyle: 'short' })}
      className="num whitespace-nowrap text-ink-3"
    >
      {format.dateTime(moment, {
        year: isThisYear ? undefined : 'numeric',
        month: 'short',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
      })}
    </time>
  );
}
