import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import type { ReportClaim, ReportContent } from '#lib/domain/report/content';
import { fills, percentOf, type Tone } from '#ui/tag';
import { toneOf } from '../../words/standing';
import { Heading } from '../heading';
import { inks } from '../inks';
import type { Listing } from '../listing';
import { LongRows, RowsLeftOut } from '../long-list';
import { axisOf, comparableRows, type RangeRow } from './figure-scale';

const inQuestion = ['disputed', 'false', 'contested'];

/** Disputed figures: what the article says beside what the sources give, each on an axis of its own. */
export function FigureRanges({ report, listing }: { report: ReportContent; listing: Listing }) {
  const t = useTranslations('report.ranges');
  const plots = report.claims.flatMap((claim) => {
    const rows = inQuestion.includes(claim.standing) ? comparableRows(claim) : null;
    return rows ? [{ claim, rows }] : [];
  });
  if (plots.length === 0) return null;
  const titles = new Map(report.sources.map(({ citation, title }) => [citation, title]));
  return (
    <section id="ranges" className="scroll-mt-16">
      <Heading>{t('title')}</Heading>
      <div className="grid gap-x-10 gap-y-5 md:grid-cols-2">
        <LongRows rows={plots} list="ranges" listing={listing} note={(text) => <div>{text}</div>}>
          {(part) =>
            part.map(({ claim, rows }) => (
              <RangePlot
                key={claim.number}
                claim={claim}
                rows={rows}
                titles={titles}
                language={report.article.language}
              />
            ))
          }
        </LongRows>
      </div>
      <RowsLeftOut total={plots.length} list="ranges" listing={listing} />
    </section>
  );
}

type RangePlotProps = { claim: ReportClaim; rows: RangeRow[]; titles: Map<number, string>; language: string };

function RangePlot({ claim, rows, titles, language }: RangePlotProps) {
  const t = useTranslations('report.ranges');
  const locale = useLocale();
  const format = useFormatter();
  const { ticks, extentOf } = axisOf(rows);
  return (
    <figure className="min-w-0 break-inside-avoid">
      <figcaption className="mb-2 text-[13px]">
        <span className="num mr-1.5 text-ink-3">{claim.number}</span>
        <span lang={language} className="font-serif wrap-anywhere">
          {claim.exact}
        </span>
      </figcaption>
      <ul className="grid grid-cols-1 gap-1.5">
        {rows.map(({ citation, figure }) => {
          const { from, to, isPoint, openLow, openHigh } = extentOf(figure);
          const tone = citation === null ? toneOf(claim.standing) : 'accent';
          return (
            <li key={`${citation} ${figure.reads.en}`} className="text-[12.5px]">
              <p className="num flex justify-between gap-3">
                <span className="min-w-0 truncate text-ink-2">
                  {citation === null ? t('claimed') : `[${citation}] ${titles.get(citation) ?? ''}`}
                </span>
                <span className="shrink-0 font-medium">{figure.reads[locale]}</span>
              </p>
              <svg aria-hidden="true" className="mt-0.5 block h-2.5 w-full rounded-sm bg-wash">
                {ticks.map(({ at, value }) => (
                  <line key={value} className="stroke-line" x1={percentOf(at)} x2={percentOf(at)} y2="100%" />
                ))}
                <circle className={fills[tone]} cx={percentOf(openLow && !isPoint ? to : from)} cy="5" r="3" />
                {!isPoint && <Extent {...{ from, to, tone }} fades={openHigh ? 'high' : openLow ? 'low' : undefined} />}
              </svg>
            </li>
          );
        })}
      </ul>
      <svg aria-hidden="true" className="num mt-0.5 block h-4 w-full overflow-visible fill-ink-3 text-[11px]">
        {ticks.map(({ at, value }) => (
          <text key={value} x={percentOf(Math.min(0.96, Math.max(0.04, at)))} y="12" textAnchor="middle">
            {format.number(value, { notation: 'compact', maximumSignificantDigits: 3 })}
          </text>
        ))}
      </svg>
    </figure>
  );
}

/** From where to where a figure reaches on its axis; it fades where it has no end. */
function Extent({ from, to, tone, fades }: { from: number; to: number; tone: Tone; fades?: 'low' | 'high' }) {
  const id = useId();
  const bar = { x: percentOf(from), y: 2, width: percentOf(to - from), height: 6, rx: 3 };
  if (!fades) return <rect className={fills[tone]} {...bar} />;
  const [low, high] = fades === 'low' ? [0, 1] : [1, 0];
  return (
    <>
      <linearGradient id={id} className={inks[tone]}>
        <stop offset="0" stopColor="currentColor" stopOpacity={low} />
        <stop offset="1" stopColor="currentColor" stopOpacity={high} />
      </linearGradient>
      <rect fill={`url(#${id})`} {...bar} />
    </>
  );
}
