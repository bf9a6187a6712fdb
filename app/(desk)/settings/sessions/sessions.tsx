'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import type { SessionListed } from '#lib/domain/people/person-view';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { Tag } from '#ui/tag';
import { send } from '../../../browser/requests';
import { useForm } from '../../../browser/use-form';
import { OwnPasswordField } from '../own-password-field';
import { FormError } from '../second-step/set-up';
import { endOtherSessions, endSession } from './actions';

/** The browsers in which a person is signed in: lists them, ends one or all others, for the password of those who have one. */
export function Sessions({ sessions, hasPassword }: { sessions: SessionListed[]; hasPassword: boolean }) {
  const t = useTranslations('access.sessions');
  const [ending, setEnding] = useState<SessionListed | 'others' | null>(null);
  return (
    <>
      <ul className="divide-y divide-line-2 border-y border-line">
        {sessions.map((session) => (
          <SessionItem key={session.id} session={session} onEnd={() => setEnding(session)} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button look="danger" className="mt-4" onClick={() => setEnding('others')}>
          {t('endOthers')}
        </Button>
      )}
      {ending && <EndDialog which={ending} hasPassword={hasPassword} onClose={() => setEnding(null)} />}
    </>
  );
}

/** What a session is called: its browser and system, as far as they can be told. */
function useName(): (session: SessionListed) => string {
  const t = useTranslations('access.sessions');
  return ({ browser, system }) => {
    if (browser && system) return t('browserOn', { browser, system });
    return browser ?? system ?? t('unknownBrowser');
  };
}

function SessionItem({ session, onEnd }: { session: SessionListed; onEnd: () => void }) {
  const t = useTranslations('access.sessions');
  const format = useFormatter();
  const browser = useName()(session);
  const { createdAt, lastSeenAt, place, isOwn } = session;
  const moment = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' });
  const facts = [
    t('seen', { date: moment(lastSeenAt) }),
    t('since', { date: moment(createdAt) }),
    ...(place ? [t('from', { place })] : []),
  ];
  return (
    <li className="flex items-center gap-3 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium wrap-anywhere">{browser}</span>
          {isOwn && <Tag tone="accent">{t('here')}</Tag>}
        </p>
        <p className="num text-[12.5px] text-ink-3">{facts.join(' · ')}</p>
      </div>
      {!isOwn && (
        <Button
          look="danger"
          className="sm:min-h-8 sm:px-2.5 sm:text-[13px]"
          aria-label={t('endOf', { browser })}
          onClick={onEnd}
        >
          {t('end')}
        </Button>
      )}
    </li>
  );
}

type EndDialogProps = { which: SessionListed | 'others'; hasPassword: boolean; onClose: () => void };

/** Asks before it ends sessions, since tokens end with them and do not come back. */
function EndDialog({ which, hasPassword, onClose }: EndDialogProps) {
  const t = useTranslations('access.sessions');
  const shell = useTranslations('shell');
  const nameOf = useName();
  const isAll = which === 'others';

  const endAll = async (password?: string) => {
    const answer = await send(endOtherSessions, { password });
    return answer.ok ? t('othersEnded', answer.value) : answer;
  };
  const endOne = async (id: string, password?: string) => {
    const answer = await send(endSession, { id, password });
    return answer.ok ? t('ended', answer.value) : answer;
  };
  const { form, isPending, trouble, errorOf, formError } = useForm(['password'], async (fields) => {
    const password = hasPassword ? fields.password : undefined;
    const answer = await (isAll ? endAll(password) : endOne(which.id, password));
    if (typeof answer !== 'string') return answer;
    onClose();
    toast.success(answer);
    return null;
  });

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={isAll ? t('endOthersTitle') : t('endTitle', { browser: nameOf(which) })}
      description={isAll ? t('endOthersText') : t('endText')}
      closeLabel={shell('close')}
    >
      <form {...form} className="grid gap-2">
        {hasPassword && <OwnPasswordField form={{ trouble, errorOf }} autoFocus />}
        <FormError text={formError} />
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={onClose}>
            {t('keep')}
          </Button>
          <Button type="submit" look="danger" disabled={isPending}>
            {isAll ? t('endOthers') : t('end')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
