'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#ui/button';

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('shell.error');
  return (
    <main className="mx-auto max-w-md px-6 py-24 text-center">
      <h1 className="font-serif text-2xl font-semibold">{t('title')}</h1>
      <p className="mt-3 mb-6 text-ink-2">{t('text')}</p>
      {error.digest && <p className="num mb-6 text-[13px] text-ink-3">{t('number', { number: error.digest })}</p>}
      <Button look="primary" onClick={reset}>
        {t('retry')}
      </Button>
    </main>
  );
}
