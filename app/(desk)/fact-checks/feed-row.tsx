'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import type { FeedView } from '#lib/domain/fact-checks/feed';
import type { Result } from '#lib/domain/refusal';
import { Button } from '#ui/button';
import { send } from '../../browser/requests';
import { useRefusalText } from '../../i18n/refusal';
import { readNow, remove, restore, setOn } from './actions';
import { useReadingText } from './reading-text';

/** A feed: what it brought, how its last reading went and when the next one is. */
export function FeedRow({ feed, mayManage }: { feed: FeedView; mayManage: boolean }) {
  const t = useTranslations('factChecks.feeds');
  const format = useFormatter();
  const readingText = useReadingText();
  const { addedBy, checks, isOn, name, nextReadAt, readAt, reading, url } = feed;
  const moment = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' });
  const state = url !== null && (!isOn ? t('paused') : nextReadAt && t('next', { date: moment(nextReadAt) }));
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-medium wrap-anywhere">
          {url === null ? (
            name
          ) : (
            <a href={url} target="_blank" rel="noreferrer noopener nofollow" className="hover:underline">
              {name}
            </a>
          )}
        </p>
        <p className="num text-[12.5px] text-ink-3">
          {[
            url === null && t('isFile'),
            t('checks', { count: checks }),
            readAt ? t('read', { date: moment(readAt) }) : t('never'),
            state,
            t('by', { name: addedBy }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {reading && (
          <p className={`text-[13px] ${reading.refusal ? 'text-false' : 'text-ink-2'}`}>{readingText(reading)}</p>
        )}
      </div>
      {mayManage && <FeedButtons feed={feed} />}
    </li>
  );
}

function FeedButtons({ feed: { id, name, isOn, url } }: { feed: FeedView }) {
  const t = useTranslations('factChecks.feeds');
  const shell = useTranslations('shell');
  const refusalText = useRefusalText();
  const readingText = useReadingText();
  const [isPending, startTransition] = useTransition();

  function ask<T>(act: () => Promise<Result<T>>, done?: (value: T) => void) {
    startTransition(async () => {
      const answer = await act();
      if (answer.ok) done?.(answer.value);
      else toast.error(refusalText(answer));
    });
  }

  const bringBack = () =>
    ask(
      () => send(restore, { id }),
      () => toast(t('restored', { name })),
    );
  const takeAway = () =>
    ask(
      () => send(remove, { id }),
      () =>
        toast(t('removed', { name }), {
          duration: 12_000,
          action: { label: shell('undo'), onClick: bringBack },
        }),
    );
  const tellReading = ({ reading }: { reading: Parameters<typeof readingText>[0] }) =>
    toast(t('added', { name, told: readingText(reading) }));
  return (
    <div className="flex flex-wrap gap-2">
      {url !== null && (
        <>
          <Button
            size="small"
            aria-label={t('readNowOf', { name })}
            disabled={isPending}
            onClick={() => ask(() => send(readNow, { id }), tellReading)}
          >
            {isPending ? t('adding') : t('readNow')}
          </Button>
          <Button
            size="small"
            look="quiet"
            aria-label={t(isOn ? 'pauseOf' : 'resumeOf', { name })}
            disabled={isPending}
            onClick={() => ask(() => send(setOn, { id, isOn: !isOn }))}
          >
            {t(isOn ? 'pause' : 'resume')}
          </Button>
        </>
      )}
      <Button size="small" look="danger" aria-label={t('removeOf', { name })} disabled={isPending} onClick={takeAway}>
        {t('remove')}
      </Button>
    </div>
  );
}
