'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import type { ParagraphView } from '#lib/domain/articles/article-view';
import { may } from '#lib/domain/people/permission';
import { Dialog } from '#ui/dialog';
import { Composer } from './composer';
import { Thread } from './thread';
import type { Discussion } from './use-discussion';
import { useCommands } from './use-thread-commands';

type DialogProps = { paragraph: ParagraphView; language: string; discussion: Discussion; onClose: () => void };

/** The threads of one paragraph, and a box to begin another. */
export function ParagraphDialog({ paragraph, language, discussion, onClose }: DialogProps) {
  const t = useTranslations('discussion');
  const { actor, people, threadsOn } = discussion;
  const commands = useCommands(discussion);
  const threads = threadsOn(paragraph.id);
  useEffect(() => void commands.see(threads), [commands, threads]);
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('paragraphTitle', { number: paragraph.number })}
      closeLabel={t('close')}
    >
      <p
        lang={language}
        className="mb-3 line-clamp-3 border-l-2 border-line pl-2.5 font-serif text-[14.5px]/[1.6] text-ink-2"
      >
        {paragraph.text}
      </p>
      {threads.length > 0 && (
        <ul className="mb-3 grid gap-2">
          {threads.map((thread) => (
            <Thread key={thread.id} thread={thread} discussion={discussion} commands={commands} />
          ))}
        </ul>
      )}
      {may(actor, 'comment') ? (
        <Composer
          meId={actor.id}
          people={people}
          target={`paragraph:${paragraph.id}`}
          label={t('comment')}
          placeholder={t('hint')}
          sendLabel={t('send')}
          autoFocus={threads.length === 0}
          onSend={(body) => commands.say({ paragraphId: paragraph.id }, body)}
        />
      ) : (
        threads.length === 0 && <p className="text-ink-2">{t('none')}</p>
      )}
    </Dialog>
  );
}
