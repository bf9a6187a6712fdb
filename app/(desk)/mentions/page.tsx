import type { Metadata } from 'next';
import Link from 'next/link';
import { getFormatter, getTranslations } from 'next-intl/server';
import { noticesOf } from '#lib/data/ledger/ledger';
import { mentionsOf } from '#lib/data/review/comments';
import type { MentionView } from '#lib/domain/review/discussion';
import { database } from '#lib/server/database';
import { requirePerson } from '#lib/server/session/session';
import { AreaMessages } from '../../area-messages';
import { Avatar } from '../_shell/avatar';
import { NoticeItem } from './notice-item';
import { ReadAll } from './read-all';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('discussion.mentions');
  return { title: t('title') };
}

/**
 * Where somebody named the person, and what they were told of figures that they watch, newest first; each leads to its
 * place, where it counts as read.
 */
export default async function MentionsPage() {
  const person = await requirePerson('/mentions');
  const [t, mentions, notices] = await Promise.all([
    getTranslations('discussion.mentions'),
    mentionsOf(database(), person),
    noticesOf(database(), person),
  ]);
  const told = [...mentions, ...notices].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <AreaMessages areas={['discussion']}>
      <main className="mx-auto max-w-[760px] px-4.5 pt-8 pb-20 sm:px-6">
        <div className="mb-5 flex flex-wrap items-center gap-3">
          <h1 className="flex-1 font-serif text-[26px] font-semibold tracking-tight">{t('title')}</h1>
          {told.some(({ unread }) => unread) && <ReadAll />}
        </div>
        {told.length === 0 ? (
          <div className="rounded-xl border border-dashed border-line px-6 py-16 text-center">
            <h2 className="font-serif text-lg font-semibold">{t('empty')}</h2>
            <p className="mt-1 text-ink-2">{t('emptyText')}</p>
          </div>
        ) : (
          <ul className="divide-y divide-line-2 border-y border-line">
            {told.map((one) =>
              'commentId' in one ? (
                <MentionItem key={one.commentId} mention={one} />
              ) : (
                <NoticeItem key={one.id} notice={one} />
              ),
            )}
          </ul>
        )}
      </main>
    </AreaMessages>
  );
}

async function MentionItem({ mention }: { mention: MentionView }) {
  const [t, format] = await Promise.all([getTranslations('discussion.mentions'), getFormatter()]);
  const { author, at, excerpt, unread, article, claim, paragraph } = mention;
  return (
    <li>
      <Link
        href={`/articles/${article.id}#${claim === null ? `p${paragraph}` : `c${claim}`}`}
        // The page asks anew what is unread.
        prefetch={false}
        className="flex gap-3 px-2 py-3 hover:bg-wash"
      >
        <span className="flex items-center gap-2 self-start pt-0.5">
          <span aria-hidden="true" className={`size-2 rounded-full ${unread ? 'bg-accent' : 'bg-transparent'}`} />
          <Avatar person={author} />
        </span>
        <span className="min-w-0 flex-1">
          <span className="flex flex-wrap items-baseline gap-x-2 text-[12.5px] text-ink-3">
            <b className={`text-ink ${unread ? 'font-semibold' : 'font-medium'}`}>{author.name}</b>
            <time dateTime={at} className="num">
              {format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })}
            </time>
            {unread && <span className="font-semibold text-accent">{t('unread')}</span>}
          </span>
          <span className={`mt-0.5 line-clamp-3 wrap-anywhere ${unread ? 'text-ink' : 'text-ink-2'}`}>
            {excerpt ?? t('heldBack')}
          </span>
          <span className="mt-0.5 block truncate text-[12.5px] text-ink-3">
            <span lang={article.language} className="font-serif">
              {article.title}
            </span>{' '}
            · {claim === null ? t('paragraph', { number: paragraph ?? 0 }) : t('claim', { number: claim })}
          </span>
        </span>
      </Link>
    </li>
  );
}
