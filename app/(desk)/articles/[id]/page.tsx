import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache, Suspense } from 'react';
import { articleHead, paragraphsOf } from '#lib/data/articles/articles';
import { activePeople } from '#lib/data/people/people';
import { articleForReview } from '#lib/data/review/article-for-review';
import { listAssignees } from '#lib/data/review/assignments';
import { unreadMentions } from '#lib/data/review/comments';
import { listSpeakers } from '#lib/data/sources/speakers';
import type { Actor } from '#lib/domain/people/permission';
import type { PersonView } from '#lib/domain/people/person-view';
import { packReview } from '#lib/domain/review/pack';
import { database } from '#lib/server/database';
import { env } from '#lib/server/env';
import { currentPerson, requirePerson } from '#lib/server/session/session';
import { countLength } from '#lib/text/tidy';
import { afterFlush } from '../../../after-flush';
import { AreaMessages } from '../../../area-messages';
import { reviewLayout, titleClass } from './_article/layout-classes';
import { Review } from './review';

type PageProps = { params: Promise<{ id: string }> };

/** What the review says, without the pages beside it that share an area: the sentences are a third of this page's bytes. */
const sentences = [
  ...(['review', 'live', 'work', 'discussion', 'measure', 'export', 'intake.new.facts'] as const),
  ...(['revisions.revise', 'revisions.diff', 'revisions.look', 'revisions.orphans', 'revisions.paragraph'] as const),
  ...(['sources.viewer', 'sources.files.secret'] as const),
];

/**
 * An article of at most so many paragraphs comes in one piece. A browser shows what comes later only after a while, and makes
 * it answer only when it has nothing else to do.
 */
const mostAtOnce = 150;

/** Asked for by the page's title and by the page. */
const headOf = cache((id: string) => articleHead(database(), id));

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const [{ id }, person] = await Promise.all([params, currentPerson()]);
  const article = person && (await headOf(id));
  return { title: article?.title };
}

export default async function ReviewPage({ params }: PageProps) {
  const { id } = await params;
  const { email: _, ...actor } = await requirePerson(`/articles/${id}`);
  const head = await headOf(id);
  if (!head) notFound();
  const [beyond] = await paragraphsOf(database(), id, head.revision, [mostAtOnce + 1]);
  return (
    <AreaMessages areas={sentences}>
      {beyond ? (
        <Suspense fallback={<Opening title={head.title} language={head.language} />}>
          <LongReview id={id} actor={actor} />
        </Suspense>
      ) : (
        <WholeReview id={id} actor={actor} />
      )}
    </AreaMessages>
  );
}

type ReviewOf = { id: string; actor: Actor & PersonView };

/** A long article takes a while to read: what it is called stands there at once. */
async function LongReview(review: ReviewOf) {
  await afterFlush();
  return <WholeReview {...review} />;
}

async function WholeReview({ id, actor }: ReviewOf) {
  const db = database();
  const [view, speakers, assignees, people, unread] = await Promise.all([
    articleForReview(db, id, actor),
    listSpeakers(db),
    listAssignees(db),
    activePeople(db),
    unreadMentions(db, actor.id),
  ]);
  if (!view) notFound();
  const own = view.paragraphs.filter(({ kind }) => kind !== 'boilerplate').map(({ text }) => text);
  return (
    <Review
      packed={packReview(view)}
      length={countLength(own, view.article.language)}
      actor={actor}
      speakers={speakers}
      assignees={assignees}
      people={people}
      fileLimit={env().CLAIMDESK_FILE_LIMIT}
      unread={unread.map(({ commentId }) => commentId)}
    />
  );
}

function Opening({ title, language }: { title: string; language: string }) {
  return (
    <main aria-busy="true" className={reviewLayout}>
      <h1 lang={language} className={titleClass}>
        {title}
      </h1>
    </main>
  );
}
