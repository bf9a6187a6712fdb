import type { Metadata } from 'next';
import Link from 'next/link';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { rulingQueue, type WorkClaim, workloads, workOf } from '#lib/data/review/work';
import { claimAddress } from '#lib/domain/articles/addresses';
import { may } from '#lib/domain/people/permission';
import { deskToday } from '#lib/domain/statistics/days';
import { database } from '#lib/server/database';
import { requirePerson } from '#lib/server/session/session';
import { Tag } from '#ui/tag';
import { showPartialDate } from '../../i18n/partial-date';
import { StandingTag } from '../../words/standing';
import { Avatar } from '../_shell/avatar';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('work');
  return { title: t('title') };
}

/** What waits for the person who is signed in, over all articles; for editors also what waits for a ruling. */
export default async function WorkPage() {
  const person = await requirePerson('/work');
  const now = new Date();
  const isEditor = may(person, 'rule');
  const [t, format, mine, queue, loads] = await Promise.all([
    getTranslations('work'),
    getFormatter(),
    workOf(database(), person, now),
    isEditor ? rulingQueue(database()) : null,
    may(person, 'assign') ? workloads(database(), now) : [],
  ]);
  const today = deskToday(now);
  const nothing = mine.assigned.length + mine.returned.length + mine.overruled.length + mine.lookAgain.length === 0;
  return (
    <main className="mx-auto grid max-w-[1180px] gap-x-12 px-4.5 pt-8 pb-20 sm:px-6 lg:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="min-w-0">
        <h1 className="font-serif text-[26px] font-semibold tracking-tight">{t('title')}</h1>
        {nothing && (
          <div className="mt-5 rounded-xl border border-dashed border-line px-6 py-10 text-center">
            <h2 className="font-serif text-lg font-semibold">{t('page.empty')}</h2>
            <p className="mt-1 text-ink-2">{t('page.emptyText')}</p>
          </div>
        )}
        <Section title={t('page.returned')} claims={mine.returned}>
          {(claim) => <p className="mt-0.5 text-[13px] whitespace-pre-line text-disputed">{claim.note}</p>}
        </Section>
        <Section title={t('lookAgain')} claims={mine.lookAgain}>
          {({ before }) => (
            <p className="mt-0.5 text-[13px] text-ink-2">
              <del>{before}</del>
            </p>
          )}
        </Section>
        <Section title={t('page.assigned')} claims={mine.assigned}>
          {({ dueOn }) =>
            dueOn && (
              <p className={`num text-[12.5px] ${dueOn < today ? 'font-medium text-false' : 'text-ink-3'}`}>
                {t('due', { date: showPartialDate(format, dueOn) ?? dueOn })}
                {dueOn < today && ` · ${t('page.late')}`}
              </p>
            )
          }
        </Section>
        <Section title={t('page.overruled')} claims={mine.overruled}>
          {({ mine: own, ruling, reason }) => (
            <p className="mt-0.5 flex flex-wrap items-center gap-1.5 text-[13px] text-ink-2">
              {t('page.yours')} <StandingTag standing={own} /> · {t('page.ruling')} <StandingTag standing={ruling} />
              <span className="basis-full">{reason}</span>
            </p>
          )}
        </Section>
        {queue && (
          <section id="queue">
            <Heading count={queue.contested.length}>{t('page.queue')}</Heading>
            {queue.contested.length === 0 ? (
              <p className="text-ink-2">{t('page.queueEmpty')}</p>
            ) : (
              <ClaimLines claims={queue.contested}>{(claim) => <StandingTag standing={claim.standing} />}</ClaimLines>
            )}
            {queue.agreed.length > 0 && (
              <details className="mt-3">
                <summary className="py-1 text-ink-2">{t('page.agreed', { count: queue.agreed.length })}</summary>
                <ClaimLines claims={queue.agreed}>{(claim) => <StandingTag standing={claim.standing} />}</ClaimLines>
              </details>
            )}
          </section>
        )}
      </div>
      {loads.length > 0 && (
        <aside className="min-w-0">
          <Heading>{t('page.workload')}</Heading>
          <ul className="grid gap-2.5">
            {loads.map(({ person: one, open, late, judged, informed, withdrawn }) => (
              <li key={one.id} className="flex items-center gap-2.5">
                <Avatar person={one} small />
                <span className="min-w-0 flex-1">
                  <span className="block truncate">{one.name}</span>
                  <span className="num block text-[12.5px] text-ink-3">
                    {open} {t('page.open')} · {judged} {t('page.done')}
                  </span>
                  {isEditor && (
                    <span className="num block text-[12.5px] text-ink-3">
                      {informed > 0 && <span className="block">{t('page.informed', { count: informed })}</span>}
                      {withdrawn > 0 && <span className="block">{t('page.withdrawn', { count: withdrawn })}</span>}
                    </span>
                  )}
                </span>
                {late > 0 && (
                  <Tag tone="false">
                    {late} {t('page.late')}
                  </Tag>
                )}
              </li>
            ))}
          </ul>
        </aside>
      )}
    </main>
  );
}

function Heading({ children, count }: { children: ReactNode; count?: number }) {
  return (
    <h2 className="mt-8 mb-2 font-serif text-[19px] font-semibold">
      {children} {count ? <span className="num text-ink-3">{count}</span> : null}
    </h2>
  );
}

type LinesProps<T extends WorkClaim> = { claims: T[]; children: (claim: T) => ReactNode };

function Section<T extends WorkClaim>({ title, claims, children }: LinesProps<T> & { title: string }) {
  if (claims.length === 0) return null;
  return (
    <section>
      <Heading count={claims.length}>{title}</Heading>
      <ClaimLines claims={claims}>{children}</ClaimLines>
    </section>
  );
}

async function ClaimLines<T extends WorkClaim>({ claims, children }: LinesProps<T>) {
  const [t, kinds] = await Promise.all([getTranslations('work.page'), getTranslations('words.kind')]);
  return (
    <ul className="divide-y divide-line-2 border-y border-line">
      {claims.map((claim) => (
        <li key={claim.id} className="py-2.5">
          <Link href={claimAddress(claim.article.id, claim.number)} className="group block">
            <span className="line-clamp-2 font-serif text-[15.5px]/[1.5] group-hover:underline">{claim.exact}</span>
            <span className="mt-0.5 block truncate text-[12.5px] text-ink-3">
              {kinds(claim.kind)} · {t('inArticle', { title: claim.article.title, number: claim.number })}
            </span>
          </Link>
          {children(claim)}
        </li>
      ))}
    </ul>
  );
}
