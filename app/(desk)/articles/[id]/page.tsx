import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { articleForReview, articleHead } from '#lib/data/articles';
import { listAssignees } from '#lib/data/assignments';
import { listSpeakers } from '#lib/data/speakers';
import { database } from '#lib/server/database';
import { currentPerson, requirePerson } from '#lib/server/session';
import { AreaMessages } from '../../../area-messages';
import { Review } from './review';

type PageProps = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const [{ id }, person] = await Promise.all([params, currentPerson()]);
  const article = person && (await articleHead(database(), id));
  return { title: article?.title };
}

export default async function ReviewPage({ params }: PageProps) {
  const { id } = await params;
  const { email: _, ...actor } = await requirePerson(`/articles/${id}`);
  const [view, speakers, people] = await Promise.all([
    articleForReview(database(), id, actor),
    listSpeakers(database()),
    listAssignees(database()),
  ]);
  if (!view) notFound();
  return (
    <AreaMessages areas={['review', 'live', 'intake', 'work']}>
      <Review view={view} actor={actor} speakers={speakers} people={people} />
    </AreaMessages>
  );
}
