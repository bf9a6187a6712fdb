import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { articleHead } from '#lib/data/articles/articles';
import { newestOf } from '#lib/data/revisions/revisions';
import { may } from '#lib/domain/people/permission';
import { editableText } from '#lib/domain/revisions/editing';
import { database } from '#lib/server/database';
import { requirePerson } from '#lib/server/session/session';
import { AreaMessages } from '../../../../area-messages';
import { Revise } from './revise';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('revisions.editing');
  return { title: t('title') };
}

export default async function RevisePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await requirePerson(`/articles/${id}/revise`);
  if (!may(person, 'revise')) redirect(`/articles/${id}`);
  const db = database();
  const article = await articleHead(db, id);
  if (!article) notFound();
  const { number, paragraphs } = await newestOf(db, id);
  return (
    <AreaMessages areas={['revisions']}>
      <main className="mx-auto max-w-[1080px] px-4.5 pt-8 pb-24 sm:px-6">
        <Revise
          article={{ id, title: article.title, language: article.language }}
          personId={person.id}
          basedOn={number}
          text={editableText(paragraphs)}
        />
      </main>
    </AreaMessages>
  );
}
