'use client';

import { FileInput } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { type DragEvent, useRef, useState, useTransition } from 'react';
import { Button } from '#ui/button';
import { useRefusalText } from '../../../i18n/refusal';
import { importFile } from './import-request';

/** Brings in an article that a desk exported whole, or a packet of one with its sources' files; chosen or dropped. */
export function ImportFile() {
  const t = useTranslations('intake.import');
  const refusalText = useRefusalText();
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [trouble, setTrouble] = useState<string>();
  const [share, setShare] = useState<number | null>(null);
  const [isOver, setIsOver] = useState(false);
  const [isPending, start] = useTransition();
  const format = useFormatter();

  const bring = (file: File) => {
    setTrouble(undefined);
    start(async () => {
      const answer = await importFile(file, setShare);
      setShare(null);
      if (answer.ok) router.push(`/articles/${answer.value.id}`);
      else setTrouble(refusalText(answer));
    });
  };

  function drop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file && !isPending) bring(file);
  }

  const isSending = share !== null && share < 1;

  return (
    <section
      aria-label={t('title')}
      className={`mt-10 border-t border-line pt-6 ${isOver ? 'bg-accent-wash' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <h2 className="font-serif text-lg/6 font-semibold">{t('title')}</h2>
      <p className="mt-1 mb-3 max-w-[65ch] text-[13px] text-ink-3">{t('text')}</p>
      <input
        ref={input}
        type="file"
        accept=".json,.zip,application/json,application/zip"
        aria-label={t('choose')}
        className="sr-only"
        tabIndex={-1}
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file may be chosen again once it was mended.
          target.value = '';
          if (file) bring(file);
        }}
      />
      <Button disabled={isPending} onClick={() => input.current?.click()}>
        <FileInput size={15} aria-hidden="true" /> {isPending ? t('importing') : t('choose')}
      </Button>
      {isPending && share !== null && (
        <p role="status" className="num mt-2 text-[13px] text-ink-2">
          {isSending
            ? t('sending', { share: format.number(share, { style: 'percent', maximumFractionDigits: 0 }) })
            : t('checking')}
        </p>
      )}
      {trouble && (
        <p role="alert" className="mt-2 text-[13px] text-false">
          {trouble}
        </p>
      )}
    </section>
  );
}
