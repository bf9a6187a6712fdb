'use client';

import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { Button } from '#ui/button';

/** Recovery codes, which are shown once. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const t = useTranslations('access.secondStep');
  const copy = async () => {
    await navigator.clipboard?.writeText(codes.join('\n'));
    toast.success(t('copied'));
  };
  return (
    <section aria-label={t('codesTitle')} className="rounded-lg border border-line bg-sheet p-4">
      <h3 className="font-semibold">{t('codesTitle')}</h3>
      <p className="mt-1 text-[13px] text-ink-2">{t('codesText')}</p>
      <ul className="my-3 grid gap-x-6 gap-y-1 font-mono text-[13.5px] grid-cols-[repeat(auto-fill,minmax(248px,1fr))]">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => void copy()}>{t('copy')}</Button>
        <Button look="primary" onClick={onDone}>
          {t('kept')}
        </Button>
      </div>
    </section>
  );
}
