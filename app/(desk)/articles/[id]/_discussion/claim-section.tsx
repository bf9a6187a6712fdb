'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { may } from '#lib/domain/people/permission';
import { Button } from '#ui/button';
import { Kbd } from '#ui/kbd';
import { Composer } from './composer';
import { Thread } from './thread';
import type { Discussion } from './use-discussion';
import { useCommands } from './use-thread-commands';

type SectionProps = {
  claimId: string;
  discussion: Discussion;
  isWriting: boolean;
  onWrite: () => void;
  onClose: () => void;
};

/** What is said about the selected claim, at the foot of its card. */
export function ClaimSection({ claimId, discussion, isWriting, onWrite, onClose }: SectionProps) {
  const t = useTranslations('discussion');
  const { actor, people, threadsOn } = discussion;
  const commands = useCommands(discussion);
  const threads = threadsOn(claimId);
  const mayComment = may(actor, 'comment');
  useEffect(() => void commands.see(threads), [commands, threads]);
  if (threads.length === 0 && !mayComment) return null;
  const open = threads.filter(({ resolved }) => !resolved).length;
  return (
    <section aria-label={t('title')} className="mt-3 grid gap-2 border-t border-line-2 pt-2.5">
      <div className="flex min-h-7 items-center gap-2 text-[12px] text-ink-3">
        <h2 className="flex-1">
          {t('title')} {threads.length > 0 && <span className="num">· {t('open', { count: open })}</span>}
        </h2>
        {mayComment && !isWriting && (
          <Button size="small" onClick={onWrite}>
            {t('comment')} <Kbd>C</Kbd>
          </Button>
        )}
      </div>
      {threads.length > 0 && (
        <ul className="grid gap-2">
          {threads.map((thread) => (
            <Thread key={thread.id} thread={thread} discussion={discussion} commands={commands} />
          ))}
        </ul>
      )}
      {isWriting && mayComment && (
        <Composer
          meId={actor.id}
          people={people}
          target={`claim:${claimId}`}
          label={t('comment')}
          placeholder={t('hint')}
          sendLabel={t('send')}
          autoFocus
          onCancel={onClose}
          onSend={async (body) => {
            const answer = await commands.say({ claimId }, body);
            if (answer.ok) onClose();
            return answer;
          }}
        />
      )}
    </section>
  );
}
