import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { ReportClaim, ReportContent } from '#lib/domain/report/content';
import { toneOf } from '../../words/standing';
import { Heading } from '../heading';
import { type Listing, LongRows, RowsLeftOut } from '../long-list';
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
    <section>
      <Heading>{t('title')}</Heading>
      <div className="grid gap-x-10 gap-y-5 md:grid-cols-2">
        <LongRows rows={plots} listing={listing} note={(text) => <div>{text}</div>}>
          {({ claim, rows }) => (
            <RangePlot
              key={claim.number}
              claim={claim}
              rows={rows}
              titles={titles}
              language={report.article.language}
            />
          )}
        </LongRows>
      </div>
      <RowsLeftOut total={plots.length} listing={listing} />
    </section>
  );
}

type RangePlotProps = { claim: ReportClaim; rows: RangeRow[]; titles: Map<number, string>; language: string };

function RangePlot({ claim, rows, titles, language }: RangePlotProps) {
  const t = useTranslations('report.ranges');
  const locale = useLocale();
  const format = useFormatter();
  const { ticks, extentOf } = axisOf(rows);
  const percent = (share: number) => `${Math.round(share * 1e4) / 100}%`;
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
          const colour = citation === null ? `var(--${toneOf(claim.standing)})` : 'var(--accent)';
          return (
            <li key={`${citation} ${figure.reads.en}`} className="text-[12.5px]">
              <p className="num flex justify-between gap-3">
                <span className="min-w-0 truncate text-ink-2">
                  {citation === null ? t('claimed') : `[${citation}] ${titles.get(citation) ?? ''}`}
                </span>
                <span className="shrink-0 font-medium">{figure.reads[locale]}</span>
              </p>
              <div className="relative mt-0.5 h-2.5 overflow-hidden rounded-sm bg-wash" aria-hidden="true">
                {ticks.map(({ at, value }) => (
                  <i key={value} className="absolute inset-y-0 w-px bg-line" style={{ left: percent(at) }} />
                ))}
                {isPoint ? (
                  <i
                    className="absolute top-0.5 block h-1.5 w-1.5 -translate-x-1/2 rounded-full"
                    style={{ left: percent(from), background: colour }}
                  />
                ) : (
                  <i
                    className="absolute top-0.5 block h-1.5 min-w-1.5 rounded-full"
                    style={{
                      left: percent(from),
                      width: percent(to - from),
                      background:
                        openLow || openHigh
                          ? `linear-gradient(to ${openHigh ? 'right' : 'left'}, ${colour}, transparent)`
                          : colour,
                    }}
                  />
                )}
              </div>
            </li>
          );
        })}
      </ul>
      <div className="num relative mt-0.5 h-4 text-[11px] text-ink-3" aria-hidden="true">
        {ticks.map(({ at, value }) => (
          <span
            key={value}
            className="absolute -translate-x-1/2 whitespace-nowrap"
            style={{ left: percent(Math.min(0.96, Math.max(0.04, at))) }}
          >
            {format.number(value, { notation: 'compact', maximumSignificantDigits: 3 })}
          </span>
        ))}
      </div>
    </figure>
  );
}
