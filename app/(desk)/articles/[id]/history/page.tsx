import { ArrowRight, X } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getFormatter, getTranslations } from 'next-intl/server';
import { articleHistory, type HistoryPart } from '#lib/data/history/history';
import { snapshotsOfArticle } from '#lib/data/sources/snapshots';
import { type ChangeLineView, remarkIn, standingChange } from '#lib/domain/review/history';
import { database } from '#lib/server/database';
import { requirePerson } from '#lib/server/session/session';
import { buttonClass } from '#ui/button';
import { StandingTag } from '../../../../words/standing';
import { Avatar } from '../../../_shell/avatar';
import { OriginalLink } from '../../../sources/original-link';
import { Sentence } from './sentence';

type PageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ claim?: string | string[]; before?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('history');
  return { title: t('title') };
}

/** A positive number in an address, or null; no line or claim has a number beyond a database's integer. */
function numberFrom(asked: string | string[] | undefined): number | null {
  return typeof asked === 'string' && /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : null;
}

export default async function HistoryPage({ params, searchParams }: PageProps) {
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  const part = { claimNumber: numberFrom(asked.claim), before: numberFrom(asked.before) };
  const here = `/articles/${id}/history`;
  const { email: _, ...reader } = await requirePerson(addressOf(here, part));
  const history = await articleHistory(database(), id, part, reader);
  if (!history) notFound();
  const { article, claim, lines, older, last } = history;
  const [t, days, originals] = await Promise.all([
    getTranslations('history'),
    byDay(lines),
    snapshotsOfArticle(database(), id),
  ]);
  return (
    <main className="mx-auto max-w-[860px] px-4.5 pt-8 pb-20 sm:px-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-[12.5px] text-ink-3">
        <b className="font-medium text-ink-2">{t('title')}</b>
        <span className="max-sm:hidden">{t('of')}</span>
        <span className="flex-1" />
        <Link href={`/articles/${id}`} className={buttonClass('plain', 'small')}>
          {t('back')}
        </Link>
      </div>
      <h1
        lang={article.language}
        className="mt-2 mb-5 font-serif text-[25px]/[1.3] font-semibold tracking-tight sm:text-[32px]/[1.3]"
      >
        {article.title}
      </h1>
      {originals.length > 0 && (
        <p className="mb-5 flex flex-wrap gap-x-4 text-[13px]">
          {originals.map((original) => (
            <span key={original.id} className="inline-flex flex-wrap gap-x-2">
              <a
                href={`/snapshots/${original.id}`}
                target="_blank"
                rel="noreferrer"
                className="text-accent hover:underline"
              >
                {t('original', { number: original.revision })}
              </a>
              <OriginalLink id={original.id} size={original.size} />
            </span>
          ))}
        </p>
      )}
      {claim && (
        <div className="mb-5 flex items-start gap-3 rounded-lg border border-line bg-sheet px-3.5 py-2.5">
          <p className="min-w-0 flex-1">
            <span className="block text-[12.5px] text-ink-3">{t('ofClaim', { number: claim.number })}</span>
            <span lang={article.language} className="line-clamp-2 font-serif text-[15px]/[1.5]">
              {claim.exact}
            </span>
          </p>
          <Link href={here} className={`${buttonClass('quiet', 'small')} shrink-0`}>
            <X size={14} aria-hidden="true" /> {t('whole')}
          </Link>
        </div>
      )}
      {lines.length === 0 && (
        <p className="rounded-xl border border-dashed border-line px-6 py-14 text-center text-ink-2">{t('empty')}</p>
      )}
      {days.map(({ day, lines: some }) => (
        <section key={day}>
          <h2 className="sticky top-13 z-10 border-b border-line bg-paper py-2 text-[13px] font-semibold text-ink-2">
            {day}
          </h2>
          <ol className="divide-y divide-line-2">
            {some.map((line) => (
              <Line key={line.seq} line={line} articleId={id} language={article.language} withWords={!claim} />
            ))}
          </ol>
        </section>
      ))}
      {(older !== null || part.before !== null) && (
        <nav aria-label={t('title')} className="mt-5 flex flex-wrap justify-center gap-2">
          {part.before !== null && (
            <Link href={addressOf(here, { ...part, before: null })} className={buttonClass()}>
              {t('newest')}
            </Link>
          )}
          {older !== null && (
            <Link href={addressOf(here, { ...part, before: older })} className={buttonClass()}>
              {t('older')}
            </Link>
          )}
        </nav>
      )}
      <p className="mt-8 text-[12px] text-ink-3">
        {last.seal === '' ? (
          t('unsealed')
        ) : (
          <>
            {t('sealed', { seq: last.seq })}{' '}
            <code className="font-mono text-[11.5px] break-all text-ink-2">{last.seal}</code>
          </>
        )}
      </p>
    </main>
  );
}

function addressOf(here: string, { claimNumber, before }: HistoryPart): string {
  const query = new URLSearchParams();
  if (claimNumber !== null) query.set('claim', String(claimNumber));
  if (before !== null) query.set('before', String(before));
  return query.size > 0 ? `${here}?${query}` : here;
}

/** Lines by the day on which they were written, as the reader's calendar has it. */
async function byDay(lines: ChangeLineView[]): Promise<{ day: string; lines: ChangeLineView[] }[]> {
  const format = await getFormatter();
  const days: { day: string; lines: ChangeLineView[] }[] = [];
  for (const line of lines) {
    const day = format.dateTime(new Date(line.at), { dateStyle: 'full' });
    const last = days.at(-1);
    if (last?.day === day) last.lines.push(line);
    else days.push({ day, lines: [line] });
  }
  return days;
}

type LineProps = { line: ChangeLineView; articleId: string; language: string; withWords: boolean };

async function Line({ line, articleId, language, withWords }: LineProps) {
  const format = await getFormatter();
  const { actor, at, claim } = line;
  const moved = standingChange(line);
  const remark = remarkIn(line);
  return (
    <li id={`line-${line.seq}`} className="grid grid-cols-[22px_minmax(0,1fr)] gap-x-3 py-2.5">
      <Avatar person={actor} small />
      <div className="min-w-0">
        <div className="flex items-baseline gap-3">
          <p className="min-w-0 flex-1 text-ink-2 wrap-anywhere [&_b]:text-ink">
            <Sentence line={line} articleId={articleId} />{' '}
            {moved && (
              <span className="inline-flex items-center gap-1 align-baseline whitespace-nowrap">
                <StandingTag standing={moved.from} />
                <ArrowRight size={12} aria-hidden="true" className="text-ink-3" />
                <StandingTag standing={moved.to} />
              </span>
            )}
          </p>
          <time dateTime={at} className="num shrink-0 text-[12px] text-ink-3">
            {format.dateTime(new Date(at), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}
          </time>
        </div>
        {claim && withWords && (
          <p lang={language} className="mt-0.5 line-clamp-1 font-serif text-[14px]/[1.5] text-ink-2">
            {claim.exact}
          </p>
        )}
        {remark && (
          <p className="mt-1 line-clamp-4 border-l-2 border-line pl-2.5 text-[13px] whitespace-pre-line text-ink-2">
            {remark}
          </p>
        )}
      </div>
    </li>
  );
}
