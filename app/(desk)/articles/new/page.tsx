import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { may } from '#lib/domain/people/permission';
import { requirePerson } from '#lib/server/session/session';
import { AreaMessages } from '../../../area-messages';
import { ImportFile } from './import-file';
import { NewArticle } from './new-article';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('intake.new');
  return { title: t('title') };
}

export default async function NewArticlePage() {
  const person = await requirePerson('/articles/new');
  if (!may(person, 'add-article')) redirect('/articles');
  return (
    <AreaMessages areas={['intake']}>
      <main className="mx-auto max-w-[820px] px-4.5 pt-8 pb-24 sm:px-6">
        <NewArticle />
        {may(person, 'import-article') && <ImportFile />}
      </main>
    </AreaMessages>
  );
}
