import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { buttonClass } from '#ui/button';

export default async function NotFound() {
  const t = await getTranslations('shell.notFound');
  return (
    <main className="mx-auto max-w-md px-6 py-24 text-center">
      <h1 className="font-serif text-2xl font-semibold">{t('title')}</h1>
      <p className="mt-3 mb-6 text-ink-2">{t('text')}</p>
      <Link href="/articles" className={buttonClass('primary')}>
        {t('home')}
      </Link>
    </main>
  );
}
