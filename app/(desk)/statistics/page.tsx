import { ChevronRight, Download } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { deskStatistics } from '#lib/data/statistics/statistics';
import { may } from '#lib/domain/people/permission';
import { canBeBlind } from '#lib/domain/review/blind';
import type { ClaimParameters } from '#lib/domain/search/claim-query';
import { deskZone } from '#lib/domain/statistics/days';
import {
  type DeskStatistics,
  isEmptyPeriod,
  leastForAgreement,
  type TableName,
} from '#lib/domain/statistics/statistics';
import { type StatisticsQuery, statisticsQuery } from '#lib/domain/statistics/statistics-query';
import { database } from '#lib/server/database';
import { requirePerson } from '#lib/server/session/session';
import { buttonClass } from '#ui/button';
import { type StatisticsWords, statisticsWords } from '../../i18n/statistics';
import { PointPlot, StackPlot } from './_plots/slot-plot';
import { statisticsHref, tableHref } from './address';
import { Filters } from './filters';
import { StatisticsTable } from './statistics-table';
import { correctedClaims, tableOf } from './tables';

type PageProps = { searchParams: Promise<ClaimParameters> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('statistics');
  return { title: t('title') };
}

type Shown = { query: StatisticsQuery; statistics: DeskStatistics; words: StatisticsWords };

/** What the desk has checked, how long it took and how often it was right. What is shown stands in the address. */
export default async function StatisticsPage({ searchParams }: PageProps) {
  const query = statisticsQuery(await searchParams);
  const person = await requirePerson(statisticsHref(query));
  if (!may(person, 'read-statistics')) notFound();
  const zone = deskZone();
  const [locale, statistics] = await Promise.all([
    getLocale(),
    deskStatistics(database(), query, person, { now: new Date(), zone }),
  ]);
  const words = statisticsWords(locale);
  const { t, day } = words;
  const { first, last } = statistics.period;
  const shown: Shown = { query, statistics, words };
  const isEmpty = isEmptyPeriod(statistics);
  return (
    <main className="mx-auto max-w-[1040px] px-4.5 pt-8 pb-20 sm:px-6">
      <h1 className="mb-1 font-serif text-[26px] font-semibold tracking-tight">{t('title')}</h1>
      <p className="mb-5 max-w-[75ch] text-ink-2">{t('text')}</p>
      {statistics.hasClaims ? (
        <>
          <Filters query={query} outlets={statistics.outlets} words={words} />
          <p className="max-w-[90ch] text-[12.5px] text-ink-3">
            {first <= last && t('about', { from: day(first), to: day(last), zone })} {zone !== 'UTC' && t('listZone')}{' '}
            {canBeBlind(person) && t('blind')}
          </p>
          {isEmpty && (
            <Nothing title={t('empty.period')} text={t('empty.periodText')}>
              {query.period !== 'all' && (
                <Link
                  href={statisticsHref(query, { period: 'all', from: null, to: null })}
                  className={`${buttonClass()} mt-4`}
                >
                  {t('empty.all')}
                </Link>
              )}
            </Nothing>
          )}
          {!isEmpty && <Work {...shown} />}
          <Part {...shown} name="waiting" />
          {!isEmpty && <Findings {...shown} />}
        </>
      ) : (
        <Nothing title={t('empty.title')} text={t('empty.text')}>
          <Link href="/articles" className={`${buttonClass()} mt-4`}>
            {t('empty.articles')}
          </Link>
        </Nothing>
      )}
    </main>
  );
}

function Nothing({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className="mt-6 rounded-xl border border-dashed border-line px-6 py-12 text-center">
      <h2 className="font-serif text-lg font-semibold">{title}</h2>
      <p className="mx-auto mt-1 max-w-[56ch] text-ink-2">{text}</p>
      {children}
    </div>
  );
}

type PartProps = Shown & {
  name: TableName;
  /** What is said, or drawn, before the table, which then stands behind a button. */
  children?: ReactNode;
  below?: ReactNode;
};

/** One table with its heading and its file. Without rows of which anything is told, a sentence says so. */
function Part({ name, children, below, ...shown }: PartProps) {
  const { query, words } = shown;
  const { t } = words;
  const table = tableOf[name](shown);
  const isEmpty = !hasSomething(shown, name);
  const title = t(`${name}.title`);
  return (
    <section aria-labelledby={name} className="mt-9">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h2 id={name} className="flex-1 font-serif text-[19px] font-semibold">
          {title}
        </h2>
        {!isEmpty && (
          <a
            href={tableHref(query, name)}
            aria-label={t('csvOf', { table: title })}
            className="inline-flex min-h-7 items-center gap-1 text-[12.5px] text-ink-2 hover:text-ink"
          >
            <Download size={13} aria-hidden="true" /> {t('csv')}
          </a>
        )}
      </div>
      <p className="mt-0.5 max-w-[80ch] text-[13px] text-ink-3">{t(`${name}.text`, { least: leastForAgreement })}</p>
      {isEmpty ? (
        <p className="mt-2 text-ink-2">{t(`${name}.none`)}</p>
      ) : children ? (
        <>
          {children}
          <details className="group mt-1">
            <summary className="inline-flex min-h-7 items-center gap-1 text-[13px] text-ink-2 hover:text-ink">
              <ChevronRight size={14} aria-hidden="true" className="group-open:rotate-90" /> {t('table')}
            </summary>
            <StatisticsTable table={table} label={title} />
          </details>
          {below}
        </>
      ) : (
        <StatisticsTable table={table} label={title} />
      )}
    </section>
  );
}

/** Whether there is anything to tell in a table. */
function hasSomething({ statistics }: Shown, name: TableName): boolean {
  const { time, byKind, byOutlet, waiting, agreement, correction, wrongMetrics, wrongSpeakers } = statistics;
  const has: Record<TableName, boolean> = {
    ...{ checked: byKind.length > 0, time: time !== null, kinds: byKind.length > 0, outlets: byOutlet.length > 0 },
    ...{ waiting: waiting.length > 0, agreement: agreement.some(({ claims }) => claims > 0) },
    ...{ corrections: correction !== null, metrics: wrongMetrics.length > 0, speakers: wrongSpeakers.length > 0 },
  };
  return has[name];
}

/** Times are drawn in hours or in days, so that the axis has round ones. */
const [hour, day] = [3_600, 24 * 3_600];

/** How much was checked, and how fast. */
function Work(shown: Shown) {
  const { statistics, words } = shown;
  const { checked, time, units } = statistics;
  const labels = checked.map(({ slot }) => words.shortSlot(slot, units.weeks));
  const title = (name: TableName) => words.t(`${name}.title`);
  const longest = Math.max(hour, ...checked.map((one) => one.time?.high ?? 0));
  const unit = longest < 2 * day ? hour : day;
  return (
    <>
      <Part {...shown} name="checked">
        <StackPlot
          {...{ id: 'checked-plot', title: title('checked'), description: words.t('plot'), labels }}
          counts={checked.map(({ verdicts }) => verdicts)}
          tickText={words.count}
          nameOf={words.standing}
        />
      </Part>
      <Part {...shown} name="time">
        {time && (
          <p className="num mt-2">
            {words.t('time.whole', {
              ...{ count: time.of, median: words.lasted(time.median), high: words.lasted(time.high) },
            })}
          </p>
        )}
        <PointPlot
          {...{ id: 'time-plot', title: title('time'), description: words.t('plot'), labels }}
          points={checked.map(
            ({ time: one }) => one && { value: one.median / unit, low: one.low / unit, high: one.high / unit },
          )}
          most={longest / unit}
          tickText={(value) => words.lasted(value * unit)}
        />
      </Part>
    </>
  );
}

/** What was found, how far people agreed on it, and what had to be taken back. */
function Findings(shown: Shown) {
  const { statistics, words } = shown;
  const { agreement, corrections, correction, units } = statistics;
  const title = (name: TableName) => words.t(`${name}.title`);
  const labels = agreement.map(({ slot }) => words.shortSlot(slot, units.months));
  return (
    <>
      <Part {...shown} name="kinds" />
      <Part {...shown} name="outlets" />
      <Part {...shown} name="agreement">
        <PointPlot
          {...{ id: 'agreement-plot', title: title('agreement'), description: words.t('plot'), labels }}
          points={agreement.map(({ alpha }) => (alpha === null ? null : { value: alpha }))}
          least={Math.min(0, ...agreement.map(({ alpha }) => alpha ?? 0))}
          most={1}
          marks={[0.667, 0.8]}
          tickText={words.count}
        />
      </Part>
      <Part {...shown} name="corrections" below={<Corrected {...shown} />}>
        {correction && (
          <p className="num mt-2">
            {words.t('corrections.whole', {
              ...{ corrected: words.count(correction.count), published: words.count(correction.of) },
              ...{
                share: words.share(correction.share),
                low: words.share(correction.low),
                high: words.share(correction.high),
              },
            })}
          </p>
        )}
        <PointPlot
          {...{ id: 'corrections-plot', title: title('corrections'), description: words.t('plot'), labels }}
          points={corrections.map(({ share }) => share && { value: share.share, low: share.low, high: share.high })}
          most={1}
          tickText={words.share}
        />
      </Part>
      <Part {...shown} name="metrics" />
      <Part {...shown} name="speakers" />
    </>
  );
}

function Corrected(shown: Shown) {
  const claims = correctedClaims(shown);
  if (claims.length === 0) return null;
  return (
    <>
      <h3 className="mt-4 text-[13.5px] font-medium">{shown.words.t('corrections.claims')}</h3>
      <ul className="mt-1 mb-2 divide-y divide-line-2 border-y border-line">
        {claims.map(({ id, exact, language, href, where }) => (
          <li key={id} className="py-2">
            <Link
              href={href}
              lang={language}
              className="line-clamp-2 font-serif text-[15px]/[1.5] hover:underline wrap-anywhere"
            >
              {exact}
            </Link>
            <p className="text-[12.5px] text-ink-3">{where}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
