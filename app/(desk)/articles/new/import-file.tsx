'use client';

import { FileInput } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef, useState, useTransition } from 'react';
import { Button } from '#ui/button';
import { useRefusalText } from '../../../i18n/refusal';
import { importFile } from './import-request';

/** Brings in an article that a desk exported whole. */
export function ImportFile() {
  const t = useTranslations('intake.import');
  const refusalText = useRefusalText();
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [trouble, setTrouble] = useState<string>();
  const [isPending, start] = useTransition();

  const bring = (file: File) =>
    start(async () => {
      const answer = await importFile(file);
      if (answer.ok) router.push(`/articles/${answer.value.id}`);
      else setTrouble(refusalText(answer));
    });

  return (
    <section aria-label={t('title')} className="mt-10 border-t border-line pt-6">
      <h2 className="font-serif text-lg/6 font-semibold">{t('title')}</h2>
      <p className="mt-1 mb-3 max-w-[65ch] text-[13px] text-ink-3">{t('text')}</p>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label={t('choose')}
        className="sr-only"
        tabIndex={-1}
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file may be chosen again once it was mended.
          target.value = '';
          setTrouble(undefined);
          if (file) bring(file);
        }}
      />
      <Button disabled={isPending} onClick={() => input.current?.click()}>
        <FileInput size={15} aria-hidden="true" /> {isPending ? t('importing') : t('choose')}
      </Button>
      {trouble && (
        <p role="alert" className="mt-2 text-[13px] text-false">
          {trouble}
        </p>
      )}
    </section>
  );
}
