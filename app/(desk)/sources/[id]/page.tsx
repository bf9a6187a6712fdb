import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { articlesPage } from '#lib/data/articles/articles';
import { activePeople } from '#lib/data/people/people';
import { capturesOf } from '#lib/data/sources/captures';
import { filesOf } from '#lib/data/sources/source-files';
import { type Citation, type SourcePage, sourcePage } from '#lib/data/sources/source-page';
import { readSource } from '#lib/data/sources/sources';
import type { RecordQuery } from '#lib/domain/claims/listed-claim';
import { may, mayChange } from '#lib/domain/people/permission';
import { database } from '#lib/server/database';
import { env } from '#lib/server/env';
import { currentPerson, requirePerson, type SignedIn } from '#lib/server/session/session';
import { Tag } from '#ui/tag';
import { AreaMessages } from '../../../area-messages';
import { SourceLink } from '../../../words/source-link';
import { type RecordAddress, recordHref, recordQuery } from '../../_record/address';
import { ClaimRecordView } from '../../_record/claim-record';
import { ClaimLine } from '../../claims/claim-line';
import { SourceFactsLine } from '../source-facts-line';
import { Captures } from './_captures/captures';
import { EditMenu } from './_edit/edit-menu';
import { TakeBack } from './_edit/take-back';
import { SourceFiles } from './_files/source-files';

type PageProps = { params: Promise<{ id: string }>; searchParams: Promise<RecordAddress> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const [{ id }, person] = await Promise.all([params, currentPerson()]);
  const source = person && (await readSource(database(), id, person));
  return { title: source?.title };
}

/** One source: what rests on it, what repeats it, and whether it still stands. */
export default async function SourceRecordPage({ params, searchParams }: PageProps) {
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  const path = `/sources/${id}`;
  const query = recordQuery(asked);
  const person = await requirePerson(recordHref(path, query, { page: query.page }));
  const page = await sourcePage(database(), id, person, query);
  if (!page) notFound();
  if ('mergedInto' in page) redirect(recordHref(`/sources/${page.mergedInto}`, query, {}));
  const [t, files, captures, people] = await Promise.all([
    getTranslations('sources.source'),
    filesOf(database(), id, person),
    capturesOf(database(), id, person),
    activePeople(database()),
  ]);
  const { source, record, citations, leans } = page;
  return (
    <AreaMessages areas={['sources', 'intake']}>
      <main className="mx-auto max-w-[1040px] px-4.5 pt-7 pb-20 sm:px-6">
        <div className="mb-3 flex flex-wrap items-center gap-y-2 sm:gap-x-2 max-sm:[&_button]:px-2">
          <Link
            href="/sources"
            className="inline-flex items-center gap-1.5 text-[13px] text-ink-2 hover:text-ink max-sm:basis-full"
          >
            <ArrowLeft size={14} aria-hidden="true" /> {t('back')}
          </Link>
          <span className="flex-1 max-sm:hidden" />
          {mayChange(person, 'source', page.createdById) && (
            <EditMenu source={{ id, title: source.title }} isRetired={page.retired !== null} />
          )}
        </div>
        <h1 className="mb-1.5 font-serif text-[25px]/[1.3] font-semibold tracking-tight wrap-anywhere sm:text-[30px]/[1.3]">
          <SourceLink source={source} />
        </h1>
        <SourceFactsLine source={source} mayCheck={false} />
        {page.retired && <RetiredNotice page={page} retired={page.retired} person={person} />}
        <Relations page={page} person={person} />
        <SourceFiles {...{ source, files, person, people }} limit={env().CLAIMDESK_FILE_LIMIT} />
        {files.length > 0 && <CheckAgainst sourceId={source.id} person={person} />}
        <Captures
          source={source}
          captures={captures}
          mayCapture={may(person, 'judge')}
          mayAskArchive={env().CLAIMDESK_WAYBACK}
        />
        <Leaning path={path} query={query} leaning={page.leaning} />
        <ClaimRecordView path={path} query={query} record={record}>
          {record.claims.map((claim) => (
            <ClaimLine key={claim.id} claim={claim} showSpeaker>
              <Citations citations={citations.get(claim.id) ?? []} isLeaning={leans.has(claim.id)} />
            </ClaimLine>
          ))}
        </ClaimRecordView>
      </main>
    </AreaMessages>
  );
}

/** So many of the newest articles are offered. */
const offeredArticles = 12;

/** Leads to what the source says of an article, for the newest ones. */
async function CheckAgainst({ sourceId, person }: { sourceId: string; person: SignedIn }) {
  const t = await getTranslations('sources.source');
  const { items } = await articlesPage(database(), { search: '', after: null, limit: offeredArticles }, person);
  if (items.length === 0) return null;
  return (
    <details className="mt-3 text-[13.5px]">
      <summary className="w-fit cursor-pointer text-accent hover:underline">{t('checkAgainst')}</summary>
      <ul className="mt-1.5 grid gap-1 pl-4">
        {items.map(({ id, title, language }) => (
          <li key={id} lang={language} className="wrap-anywhere">
            <Link href={`/articles/${id}/against/${sourceId}`} className="hover:underline">
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

type NoticeProps = { page: SourcePage; retired: NonNullable<SourcePage['retired']>; person: SignedIn };

async function RetiredNotice({ page: { source, leaning }, retired, person }: NoticeProps) {
  const [t, format] = await Promise.all([getTranslations('sources.source'), getFormatter()]);
  const date = format.dateTime(new Date(retired.at), { dateStyle: 'medium' });
  return (
    <div className="mt-4 rounded-lg border border-false bg-false-wash px-3.5 py-2.5 text-[13.5px]">
      <p className="flex flex-wrap items-baseline gap-x-2.5">
        <b className="font-semibold text-false">
          {retired.by ? t('retiredBy', { date, name: retired.by.name }) : t('retiredOn', { date })}
        </b>
        {mayChange(person, 'source', retired.by?.id ?? '') && (
          <TakeBack id={source.id} what="reinstate" label={t('reinstateOf', { title: source.title })} />
        )}
      </p>
      <p className="mt-0.5 whitespace-pre-line wrap-anywhere">{retired.note}</p>
      <p className="mt-1 text-ink-2">{t('retiredText', { count: leaning })}</p>
    </div>
  );
}

/** What it repeats, what repeats it, and what was merged into it. */
async function Relations({ page, person }: { page: SourcePage; person: SignedIn }) {
  const t = await getTranslations('sources.source');
  const { origin, reposts, merged } = page;
  return (
    <dl className="mt-4 grid gap-1.5 text-[13.5px] empty:hidden">
      {origin && (
        <Relation title={t('origin')}>
          <li>
            <SourceName {...origin} />
          </li>
        </Relation>
      )}
      {reposts.length > 0 && (
        <Relation title={t('reposts', { count: reposts.length })}>
          {reposts.map((one) => (
            <li key={one.id}>
              <SourceName {...one} />
            </li>
          ))}
        </Relation>
      )}
      {merged.length > 0 && (
        <Relation title={t('merged')}>
          {merged.map((one) => (
            <li key={one.id} className="flex flex-wrap gap-x-2.5">
              {[one.title, one.publisher].filter(Boolean).join(' · ')}
              {mayChange(person, 'source', one.createdById) && (
                <TakeBack id={one.id} what="separate" label={t('separateOf', { title: one.title })} />
              )}
            </li>
          ))}
        </Relation>
      )}
    </dl>
  );
}

function Relation({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 sm:grid-cols-[8.5rem_minmax(0,1fr)]">
      <dt className="text-ink-3">{title}</dt>
      <dd>
        <ul className="grid gap-0.5">{children}</ul>
      </dd>
    </div>
  );
}

type SourceNameProps = { id: string; title: string; publisher?: string | null; isRetired: boolean };

async function SourceName({ id, title, publisher, isRetired }: SourceNameProps) {
  const t = await getTranslations('words');
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <Link href={`/sources/${id}`} className="underline decoration-line underline-offset-3 hover:decoration-ink">
        {title}
      </Link>
      {publisher && <span className="text-ink-3">{publisher}</span>}
      {isRetired && <Tag tone="false">{t('retiredSource')}</Tag>}
    </span>
  );
}

/** Leads to the claims whose verdict leans on the source, and back to all. */
async function Leaning({ path, query, leaning }: { path: string; query: RecordQuery; leaning: number }) {
  const t = await getTranslations('sources.source');
  if (leaning === 0 && !query.leaning) return null;
  return (
    <p className="mt-4">
      <Link
        href={recordHref(path, query, { leaning: !query.leaning })}
        className="text-[13.5px] text-accent hover:underline"
      >
        {query.leaning ? t('showAll') : t('showLeaning', { count: leaning })}
      </Link>
    </p>
  );
}

const stanceColour = { supports: 'text-verified', refutes: 'text-false', context: 'text-ink-2' };

/** What a claim cites the source for. */
async function Citations({ citations, isLeaning }: { citations: Citation[]; isLeaning: boolean }) {
  const [t, words] = await Promise.all([getTranslations('sources.source'), getTranslations('words.stance')]);
  return (
    <ul className="mt-1.5 grid gap-1 text-[13px]">
      {citations.map(({ id, stance, excerpt, locator }) => (
        <li key={id} className="border-l-2 border-line pl-2.5">
          <span className="flex flex-wrap gap-x-2.5 text-[12.5px]">
            <b className={`font-semibold ${stanceColour[stance]}`}>{words(stance)}</b>
            {locator && <span className="text-ink-3">{locator}</span>}
            {isLeaning && stance !== 'context' && <span className="text-ink-3">{t('leans')}</span>}
          </span>
          {excerpt && <span className="font-serif text-ink-2 wrap-anywhere">{excerpt}</span>}
        </li>
      ))}
    </ul>
  );
}
