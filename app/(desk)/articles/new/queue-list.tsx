'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#ui/button';
import { useRefusalText } from '../../../i18n/refusal';
import type { Item } from './queue';
import type { useQueue } from './use-queue';

type QueueListProps = { queue: ReturnType<typeof useQueue>; onLook: (item: Item) => void };

/** The articles that come in together, each with its state; those that are here already are added one by one only. */
export function QueueList({ queue, onLook }: QueueListProps) {
  const t = useTranslations('intake.queue');
  const [isAdding, setAdding] = useState(false);
  const { items } = queue;
  const done = items.filter(({ state }) => state !== 'waiting' && state !== 'reading').length;
  const ready = items.filter(({ state, reading }) => state === 'ready' && reading?.duplicates.length === 0);

  async function addAll() {
    setAdding(true);
    for (const item of ready) {
      const refusal = item.reading && (await queue.store(item, item.reading));
      if (refusal) queue.refused(item.id, refusal);
    }
    setAdding(false);
  }

  return (
    <section aria-label={t('title', { count: items.length })} className="mt-6">
      <div className="mb-2 flex flex-wrap items-center gap-3">
        <h2 className="flex-1 font-serif text-[18px] font-semibold">{t('title', { count: items.length })}</h2>
        <span role="status" className="num text-[13px] text-ink-2">
          {t('progress', { done, count: items.length })}
        </span>
        <Button look="primary" size="small" disabled={isAdding || ready.length === 0} onClick={() => void addAll()}>
          {isAdding ? t('adding') : t('addAll', { count: ready.length })}
        </Button>
      </div>
      <progress
        className="sr-only"
        max={items.length}
        value={done}
        aria-label={t('progress', { done, count: items.length })}
      />
      <ul className="divide-y divide-line-2 rounded-xl border border-line bg-sheet">
        {items.map((item) => (
          <QueueItem key={item.id} item={item} queue={queue} onLook={onLook} />
        ))}
      </ul>
    </section>
  );
}

function QueueItem({ item, queue, onLook }: QueueListProps & { item: Item }) {
  const t = useTranslations('intake.queue');
  const refusalText = useRefusalText();
  const { id, label, state, reading, refusal, articleId } = item;
  const [same] = reading?.duplicates ?? [];
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
      <div className="min-w-48 flex-1">
        <p className="font-medium break-words [overflow-wrap:anywhere]">{reading?.draft.title ?? label}</p>
        {reading && <p className="text-[12.5px] text-ink-3 [overflow-wrap:anywhere]">{label}</p>}
        {refusal && <p className="text-[13px] text-false">{refusalText(refusal)}</p>}
        {same && state === 'ready' && (
          <p className="text-[13px] text-disputed">
            {t('same')}:{' '}
            <Link href={`/articles/${same.articleId}`} className="underline">
              {same.title}
            </Link>
          </p>
        )}
      </div>
      <span className="text-[12.5px] text-ink-2">{t(state)}</span>
      {state === 'refused' && (
        <Button size="small" onClick={() => queue.retry(id)}>
          {t('retry')}
        </Button>
      )}
      {state === 'ready' && (
        <Button size="small" onClick={() => onLook(item)}>
          {t('look')}
        </Button>
      )}
      {articleId ? (
        <Link href={`/articles/${articleId}`} className="text-[13px] text-accent hover:underline">
          {t('open')}
        </Link>
      ) : (
        <Button look="quiet" size="small" onClick={() => queue.leave(id)}>
          {t('leave')}
        </Button>
      )}
    </li>
  );
}
