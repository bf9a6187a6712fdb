import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { claimAddress } from '#lib/domain/articles/addresses';
import { type Standing, standings } from '#lib/domain/claims/standing';
import type { ExchangeRate } from '#lib/domain/figures/comparison';
import type { MetricPage, ObservationRow } from '#lib/domain/ledger/ledger';
import { describeFigure, type FigureLanguage } from '#lib/reading/describe-figure';
import { showPartialDate } from '../../../../i18n/partial-date';
import { type MarkWords, Plot } from './plot';
import { drawPlot, type Frame, type PlotDrawing } from './plot-drawing';
import { glyphOf, StandingGlyph } from './plot-glyph';
import { type PlotValues, plotValues } from './plot-values';

/** Two drawings, of which a screen shows one: words keep their size on a phone. */
const frames: { frame: Frame; className: string }[] = [
  { frame: { width: 960, height: 320, left: 92, right: 952, top: 22, bottom: 272 }, className: 'max-sm:hidden' },
  { frame: { width: 354, height: 320, left: 64, right: 350, top: 22, bottom: 272 }, className: 'sm:hidden' },
];

type PlotSectionProps = { page: MetricPage; rates: ExchangeRate[] };

/** A metric's observations over time, with what sources allow behind them; nothing where nothing can be drawn. */
export async function PlotSection({ page, rates }: PlotSectionProps) {
  const plot = plotValues(page, rates);
  if (!plot) return null;
  const [t, format, language] = await Promise.all([getTranslations('figures.plot'), getFormatter(), getLocale()]);
  const words = await wordsOf(plot.values.map(({ row }) => row));
  const moments = plot.values.map(({ at }) => at);
  const day = (at: number) => format.dateTime(new Date(at), { timeZone: 'UTC', year: 'numeric', month: 'short' });
  const title = t('label', {
    ...{ count: plot.values.length, name: page.metric.titles[language] },
    ...{ from: day(Math.min(...moments)), to: day(Math.max(...moments)) },
  });
  const drawings = frames.map(({ frame, className }) => ({ drawing: drawPlot(plot, frame), className }));
  const unit = unitCaption(plot, language);
  return (
    <figure className="mt-4">
      {unit && <p className="mb-1 text-[12px] text-ink-3">{t('in', { unit })}</p>}
      {drawings.map(({ drawing, className }) => (
        <Plot
          key={className}
          title={title}
          drawing={{
            ...drawing,
            yTicks: drawing.yTicks.map(({ y, value }) => ({ at: y, text: valueText(value, plot, language) })),
            xTicks: drawing.xTicks.map(({ x, at }, index) => ({
              at: x,
              // Days say their year once.
              text: format.dateTime(new Date(at), {
                ...{ timeZone: 'UTC', ...tickForms[drawing.xUnit] },
                ...(index === 0 ? { year: 'numeric' } : {}),
              }),
            })),
          }}
          words={words}
          className={className}
        />
      ))}
      <figcaption>
        <Legend plot={plot} />
        <p className="mt-1.5 text-[12.5px] text-ink-3">
          {t('basis')}
          {drawings[0]?.drawing.isLog && ` ${t('log')}`}
          {plot.leftOut > 0 && ` ${t('leftOut', { count: plot.leftOut })}`}
        </p>
      </figcaption>
    </figure>
  );
}

const tickForms = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'short' },
  day: { month: 'short', day: 'numeric' },
} as const satisfies Record<PlotDrawing['xUnit'], object>;

async function wordsOf(rows: ObservationRow[]): Promise<Record<string, MarkWords>> {
  const [t, told, format, language] = await Promise.all([
    getTranslations('figures'),
    getTranslations('history.standing'),
    getFormatter(),
    getLocale(),
  ]);
  return Object.fromEntries(
    rows.map((row) => {
      const stated = row.figure.asOf ?? row.source?.published ?? row.article.publishedOn;
      const words: MarkWords = {
        href: claimAddress(row.article.id, row.claim.number),
        standing: row.standing,
        kind: row.standing ? t('plot.claim', { standing: told(row.standing) }) : t('plot.source'),
        value: row.reads[language],
        who: row.source?.title ?? row.article.title,
        when: showPartialDate(format, stated) ?? format.dateTime(new Date(row.at), { dateStyle: 'medium' }),
      };
      return [row.id, words];
    }),
  );
}

/** A value on the axis, short: `US$4M`, `35%`, `400`. */
function valueText(value: number, { measure: { unit } }: PlotValues, language: FigureLanguage): string {
  const short = { notation: 'compact', maximumSignificantDigits: 3 } as const;
  if (unit === 'percent') return `${new Intl.NumberFormat(language, short).format(value)}%`;
  if (unit && /^[A-Z]{3}$/.test(unit)) {
    // The desk writes US$ everywhere; Intl writes a bare $ in English.
    const money = new Intl.NumberFormat(language, { ...short, style: 'currency', currency: unit }).format(value);
    return money.replace(/^(-?)\$/, '$1US$');
  }
  return new Intl.NumberFormat(language, short).format(value);
}

/** What the axis counts, where its numbers do not say so: the words of a figure around its number. */
function unitCaption({ measure: { unit, per } }: PlotValues, language: FigureLanguage): string | null {
  const isTold = unit === null || unit === 'percent' || /^[A-Z]{3}$/.test(unit);
  if (isTold && per === null) return null;
  const words = describeFigure({ low: 2, high: 2, unit, per, qualifier: 'exact' }, language);
  // English names the unit before or after its number; in Chinese the number may stand in the middle.
  return words.replace('2', language === 'zh' ? '…' : '').replace(/^…\s*|\s*…$|^\s+|\s+$/g, '');
}

async function Legend({ plot }: { plot: PlotValues }) {
  const [t, told] = await Promise.all([getTranslations('figures.plot'), getTranslations('history.standing')]);
  const shown = new Set(plot.values.flatMap(({ row }) => row.standing ?? []));
  // Both unverifiable standings look alike, and one word covers them.
  const said = standings.filter((standing) => shown.has(standing));
  const isOpen = plot.values.some(({ low, high }) => low === null || high === null);
  return (
    <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1.5 text-[12.5px] text-ink-2">
      {said.map((standing) => (
        <Key key={standing} mark={<ClaimKey standing={standing} />}>
          {t('claim', { standing: told(standing) })}
        </Key>
      ))}
      {plot.values.some(({ row }) => row.from === 'source') && (
        <Key
          mark={<rect x="5" y="4" width="16" height="8" rx="4" fill="none" stroke="var(--ink-2)" strokeWidth="1.8" />}
        >
          {t('source')}
        </Key>
      )}
      {plot.band && (
        <Key
          mark={
            <rect
              x="1"
              y="3.5"
              width="24"
              height="9"
              fill="var(--accent)"
              fillOpacity=".1"
              stroke="var(--accent)"
              strokeOpacity=".6"
            />
          }
        >
          {t(plot.band.kind)}
        </Key>
      )}
      {isOpen && (
        <Key mark={<path d="M13 15V9M7 9h12L13 1z" fill="var(--ink-3)" stroke="var(--ink-3)" />}>{t('open')}</Key>
      )}
    </ul>
  );
}

function ClaimKey({ standing }: { standing: Standing }) {
  const glyph = glyphOf(standing);
  return (
    <>
      <path d="M4 8h18" stroke={glyph.colour} strokeWidth="8" strokeLinecap="round" opacity="0.3" />
      <path d="M0 8h26" stroke={glyph.colour} strokeWidth="3" strokeDasharray={glyph.dash} />
      <StandingGlyph glyph={glyph} x={13} y={8} />
    </>
  );
}

function Key({ mark, children }: { mark: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-center gap-2">
      <svg width="26" height="16" aria-hidden="true" className="shrink-0">
        {mark}
      </svg>
      {children}
    </li>
  );
}
