'use client';

import { useTranslations } from 'next-intl';
import { isRefusalCode } from '#lib/domain/refusal';
import { Button } from '#ui/button';
import { useRefusalText } from './i18n/refusal';

/** The page of an error. One of the database comes with its code (lib/server/database.ts) and is told in its own words. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('shell.error');
  const words = useRefusalText();
  const [code = ''] = error.digest?.split('@') ?? [];
  const text = code.startsWith('database-') && isRefusalCode(code) ? words({ ok: false, code }) : t('text');
  return (
    <main className="mx-auto max-w-md px-6 py-24 text-center">
      <h1 className="font-serif text-2xl font-semibold">{t('title')}</h1>
      <p className="mt-3 mb-6 text-ink-2">{text}</p>
      {text === t('text') && error.digest && (
        <p className="num mb-6 text-[13px] text-ink-3">{t('number', { number: error.digest })}</p>
      )}
      <Button look="primary" onClick={reset}>
        {t('retry')}
      </Button>
    </main>
  );
}
