import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { articleHead } from '#lib/data/articles/articles';
import { readSource } from '#lib/data/sources/sources';
import { may } from '#lib/domain/people/permission';
import { database } from '#lib/server/database';
import { requirePerson } from '#lib/server/session/session';
import { AreaMessages } from '../../../../../area-messages';
import { AgainstList } from './against-list';

type PageProps = { params: Promise<{ id: string; source: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review.against');
  return { title: t('title') };
}

/** What a source says of each claim of an article, side by side. Machine findings: a person takes them over one by one. */
export default async function AgainstPage({ params }: PageProps) {
  const { id, source: sourceId } = await params;
  const person = await requirePerson(`/articles/${id}/against/${sourceId}`);
  const db = database();
  const [article, source, t] = await Promise.all([
    articleHead(db, id),
    readSource(db, sourceId, person),
    getTranslations('review.against'),
  ]);
  if (!article || !source) notFound();
  return (
    <AreaMessages areas={['review.against', 'review.inSources']}>
      <main className="mx-auto max-w-[1040px] px-4.5 pt-7 pb-20 sm:px-6">
        <Link
          href={`/articles/${id}`}
          className="mb-3 inline-flex items-center gap-1.5 text-[13px] text-ink-2 hover:text-ink"
        >
          <ArrowLeft size={14} aria-hidden="true" /> {t('back')}
        </Link>
        <h1 className="mb-1.5 font-serif text-[25px]/[1.3] font-semibold tracking-tight wrap-anywhere sm:text-[30px]/[1.3]">
          {t('title')}
        </h1>
        <dl className="mb-5 grid gap-1 text-[13.5px] sm:grid-cols-[auto_1fr] sm:gap-x-3">
          <dt className="text-ink-3">{t('article')}</dt>
          <dd lang={article.language} className="wrap-anywhere">
            {article.title}
          </dd>
          <dt className="text-ink-3">{t('source')}</dt>
          <dd className="wrap-anywhere">
            <Link href={`/sources/${source.id}`} className="text-accent hover:underline">
              {source.title}
            </Link>
          </dd>
        </dl>
        <AgainstList
          articleId={id}
          language={article.language}
          sourceId={source.id}
          personId={person.id}
          mayAdd={may(person, 'add-evidence')}
        />
      </main>
    </AreaMessages>
  );
}
