'use client';

import { Eye } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '#ui/button';
import { send } from '../../../browser/requests';
import { showUnreadNotices } from '../../_shell/unread';
import { useChange } from '../../_shell/use-change';
import { readNotices, watch } from '../actions';

type WatchButtonProps = { id: string; watched: boolean; unread: boolean };

/** Begins and ends to watch a metric. What the person was told of it before counts as read from here on. */
export function WatchButton({ id, watched, unread }: WatchButtonProps) {
  const t = useTranslations('figures.page');
  const { isPending, change } = useChange();
  const [isWatched, setWatched] = useState(watched);

  useEffect(() => {
    if (!unread) return;
    void send(readNotices, { id }).then((answer) => answer.ok && showUnreadNotices(answer.value.unread));
  }, [id, unread]);

  const set = (wanted: boolean) => ({
    run: async () => {
      const answer = await send(watch, { id, watched: wanted });
      if (answer.ok) setWatched(wanted);
      return answer;
    },
    done: t(wanted ? 'watched' : 'unwatched'),
  });

  return (
    <Button
      look={isWatched ? 'primary' : 'plain'}
      aria-pressed={isWatched}
      title={t('watchHint')}
      disabled={isPending}
      onClick={() => change({ ...set(!isWatched), undo: set(isWatched) })}
    >
      <Eye size={15} aria-hidden="true" /> {t(isWatched ? 'watching' : 'watch')}
    </Button>
  );
}
