import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getFormatter, getTranslations } from 'next-intl/server';
import { compareCaptures } from '#lib/data/sources/captures';
import { readSource } from '#lib/data/sources/sources';
import { claimAddress } from '#lib/domain/articles/addresses';
import { type CaptureView, type ComparedCaptures, longestCompared } from '#lib/domain/files/capture';
import { quoteRelations } from '#lib/domain/sources/relations';
import { database } from '#lib/server/database';
import { requirePerson } from '#lib/server/session/session';
import { buttonClass } from '#ui/button';
import { Diff, type DiffView, diffViews } from '../../../../_diff/diff-view';

type Asked = { with?: string | string[]; view?: string | string[] };
type PageProps = { params: Promise<{ id: string; capture: string }>; searchParams: Promise<Asked> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sources.captures');
  return { title: t('compared') };
}

/** Why two long texts are not compared. */
const workRefusals = ['work-too-long', 'work-too-large', 'work-waits'] as const;

/** What changed at a source's address between two captures, and whether excerpts that rest on it still stand there. */
export default async function ComparedPage({ params, searchParams }: PageProps) {
  const [{ id: sourceId, capture }, asked] = await Promise.all([params, searchParams]);
  const here = `/sources/${sourceId}/captures/${capture}`;
  const person = await requirePerson(here);
  const db = database();
  const source = await readSource(db, sourceId, person);
  if (!source) notFound();
  const beforeId = typeof asked.with === 'string' ? asked.with : null;
  const compared = await compareCaptures(db, { sourceId: source.id, id: capture, beforeId }, person);
  const refused = compared.ok ? undefined : workRefusals.find((code) => code === compared.code);
  if (!compared.ok && !refused) notFound();
  const [t, refusals] = await Promise.all([getTranslations('sources.captures'), getTranslations('refusal')]);
  const view: DiffView = diffViews.find((one) => one === asked.view) ?? 'inline';
  return (
    <main className="mx-auto max-w-[1080px] px-4.5 pt-7 pb-20 sm:px-6">
      <Link
        href={`/sources/${source.id}`}
        className="mb-3 inline-flex items-center gap-1.5 text-[13px] text-ink-2 hover:text-ink"
      >
        <ArrowLeft size={14} aria-hidden="true" /> {t('back')}
      </Link>
      <h1 className="font-serif text-[25px]/[1.3] font-semibold tracking-tight wrap-anywhere sm:text-[30px]/[1.3]">
        {t('compared')}
      </h1>
      <p className="mt-1 mb-5 text-ink-2 wrap-anywhere">{source.title}</p>
      {refused && <p role="status">{refusals(refused)}</p>}
      {compared.ok && (
        <>
          <dl className="mb-5 grid gap-x-4 gap-y-1 text-[13.5px] sm:grid-cols-[auto_1fr]">
            <dt className="text-ink-3">{t('before')}</dt>
            <Side capture={compared.value.before} />
            <dt className="text-ink-3">{t('after')}</dt>
            <Side capture={compared.value.after} />
          </dl>
          <Excerpts excerpts={compared.value.excerpts} />
          {compared.value.rows === null ? (
            <p role="status" className="text-ink-2">
              {t('tooLong', { limit: longestCompared })}
            </p>
          ) : (
            <>
              <p className="mb-3 flex justify-end gap-2">
                {diffViews.map((one) => (
                  <Link
                    key={one}
                    href={`${here}?view=${one}${beforeId ? `&with=${encodeURIComponent(beforeId)}` : ''}`}
                    scroll={false}
                    aria-current={view === one ? 'true' : undefined}
                    className={buttonClass(view === one ? 'primary' : 'plain', 'small')}
                  >
                    {t(`view.${one}`)}
                  </Link>
                ))}
              </p>
              <Diff rows={compared.value.rows} view={view} />
            </>
          )}
        </>
      )}
    </main>
  );
}

async function Side({ capture: { id, fetchedAt, contentHash, isPage } }: { capture: CaptureView }) {
  const [t, format] = await Promise.all([getTranslations('sources.captures'), getFormatter()]);
  return (
    <dd className="flex flex-wrap items-baseline gap-x-3">
      <time dateTime={fetchedAt} className="num">
        {format.dateTime(new Date(fetchedAt), { dateStyle: 'long', timeStyle: 'medium' })}
      </time>
      {isPage && (
        <a href={`/snapshots/${id}`} target="_blank" rel="noreferrer" className="text-accent hover:underline">
          {t('read')}
        </a>
      )}
      <span className="font-mono text-[11.5px] text-ink-3 wrap-anywhere">SHA-256 {contentHash}</span>
    </dd>
  );
}

const rank = (relation: (typeof quoteRelations)[number]): number => quoteRelations.indexOf(relation);

/** Whether the words of an excerpt stand in a text, perhaps shortened or without slips. */
const stands = (relation: (typeof quoteRelations)[number]): boolean => rank(relation) < rank('altered');

/** Excerpts that do not stand in the newer capture; first those that did before: a verdict may rest on what is no longer said. */
async function Excerpts({ excerpts }: Pick<ComparedCaptures, 'excerpts'>) {
  const [t, states] = await Promise.all([
    getTranslations('sources.captures'),
    getTranslations('review.inSources.excerptIs'),
  ]);
  if (excerpts.length === 0) return null;
  const worse = excerpts
    .filter(({ after }) => !stands(after))
    .toSorted((one, other) => rank(one.before) - rank(other.before));
  return (
    <section aria-labelledby="excerpts" className="mb-5">
      <h2 id="excerpts" className="mb-1 font-serif text-lg font-semibold">
        {t('excerpts')}
      </h2>
      <p className={worse.length > 0 ? 'font-medium text-false' : 'text-ink-2'}>
        {t('worse', { count: worse.length, all: excerpts.length })}
      </p>
      <ul className="mt-1 grid gap-2 text-[13.5px]">
        {worse.map(({ evidenceId, excerpt, before, after, claim }) => (
          <li key={evidenceId} className="border-l-2 border-false pl-3">
            <blockquote lang={claim.article.language} className="font-serif wrap-anywhere">
              {excerpt}
            </blockquote>
            <span className="flex flex-wrap gap-x-3 text-[12.5px] text-ink-3">
              <span>{t('states', { before: states(before), after: states(after) })}</span>
              <Link href={claimAddress(claim.article.id, claim.number)} className="text-accent hover:underline">
                {t('claim', { number: claim.number, title: claim.article.title })}
              </Link>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
