import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { articleForReview, articleHead } from '#lib/data/articles';
import { listAssignees } from '#lib/data/assignments';
import { unreadMentions } from '#lib/data/comments';
import { activePeople } from '#lib/data/people';
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
  const db = database();
  const [view, speakers, assignees, people, unread] = await Promise.all([
    articleForReview(db, id, actor),
    listSpeakers(db),
    listAssignees(db),
    activePeople(db),
    unreadMentions(db, actor.id),
  ]);
  if (!view) notFound();
  return (
    <AreaMessages areas={['review', 'live', 'intake', 'work', 'discussion']}>
      <Review {...{ view, actor, speakers, assignees, people }} unread={unread.map(({ commentId }) => commentId)} />
    </AreaMessages>
  );
}
