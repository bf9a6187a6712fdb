import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { countUnreadNotices } from '#lib/data/ledger/ledger';
import { unreadMentions } from '#lib/data/review/comments';
import type { Viewer } from '#lib/domain/review/blind';
import { database } from '#lib/server/database';
import { currentPerson } from '#lib/server/session/session';
import { TopBar } from './_shell/top-bar';
import type { Unread } from './_shell/unread';

/** Every page behind the door. Pages ask for the session themselves; this only shows who is in. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const [person, t] = await Promise.all([currentPerson(), getTranslations('shell')]);
  const unread = person ? await unreadOf(person) : { mentions: 0, notices: 0 };
  return (
    <>
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-sheet focus:p-2">
        {t('skip')}
      </a>
      {person && <TopBar person={person} unread={unread} />}
      <div id="content">{children}</div>
    </>
  );
}

async function unreadOf(person: Viewer): Promise<Unread> {
  const [mentions, notices] = await Promise.all([
    unreadMentions(database(), person.id),
    countUnreadNotices(database(), person),
  ]);
  return { mentions: mentions.length, notices };
}
