'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { Standing } from '#lib/domain/claims/standing';
import type { DrawnRange, PlotDrawing } from './plot-drawing';
import { type Glyph, glyphOf, StandingGlyph } from './plot-glyph';

/** What a mark says of itself; `standing` null: a source. `kind`: the same in words. */
export type MarkWords = {
  href: string;
  standing: Standing | null;
  kind: string;
  value: string;
  who: string;
  when: string;
};

type PlotProps = {
  title: string;
  drawing: Omit<PlotDrawing, 'xTicks' | 'yTicks'> & { xTicks: Tick[]; yTicks: Tick[] };
  /** By the mark's id. */
  words: Record<string, MarkWords>;
  className: string;
};
type Tick = { at: number; text: string };

/** Claimed and found values over time. Every mark is a link to its paragraph and says on focus or hover what it is. */
export function Plot({ title, drawing, words, className }: PlotProps) {
  const t = useTranslations('figures');
  const id = useId();
  const [active, setActive] = useState<string | null>(null);
  const { frame, band, marks, xTicks, yTicks } = drawing;
  const shown = marks.find((mark) => mark.id === active);
  return (
    <div className={`relative ${className}`}>
      {/* A group of links: as an image it would hide them. */}
      <svg
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        width="100%"
        role="group"
        aria-labelledby={`${id}-title ${id}-text`}
        className="block overflow-visible font-sans"
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-text`}>{t('plot.description')}</desc>
        {band && <Band band={band} frame={frame} />}
        <g fontSize="11.5" fill="var(--ink-3)">
          {yTicks.map(({ at, text }) => (
            <g key={at}>
              <path d={`M${frame.left} ${at}H${frame.right}`} stroke="var(--line)" strokeDasharray="1 3" />
              <text x={frame.left - 9} y={at + 4} textAnchor="end">
                {text}
              </text>
            </g>
          ))}
          <path d={`M${frame.left} ${frame.bottom + 8}H${frame.right}`} stroke="var(--line)" />
          {xTicks.map(({ at, text }) => (
            <g key={at}>
              <path d={`M${at} ${frame.bottom + 8}v5`} stroke="var(--ink-3)" />
              <text x={at} y={frame.bottom + 27} textAnchor="middle">
                {text}
              </text>
            </g>
          ))}
        </g>
        {band && <BandLabel band={band} frame={frame} label={t(`plot.${band.kind}`)} />}
        {marks.map((mark) => {
          const said = words[mark.id];
          if (!said) return null;
          return (
            <a
              key={mark.id}
              href={said.href}
              aria-label={`${said.value}, ${said.who}, ${said.kind}, ${said.when}`}
              className="outline-none"
              onFocus={() => setActive(mark.id)}
              onBlur={() => setActive(null)}
              onMouseEnter={() => setActive(mark.id)}
              onMouseLeave={() => setActive(null)}
            >
              <rect
                x={mark.x - 12}
                y={mark.top - 12}
                width="24"
                height={mark.bottom - mark.top + 24}
                fill="transparent"
              />
              {mark.id === active && (
                <rect
                  x={mark.x - 11}
                  y={mark.top - 11}
                  width="22"
                  height={mark.bottom - mark.top + 22}
                  rx="8"
                  fill="var(--paper)"
                  stroke="var(--accent)"
                  strokeWidth="2"
                />
              )}
              {said.standing ? (
                <ClaimMark range={mark} x={mark.x} glyph={glyphOf(said.standing)} />
              ) : (
                <SourceMark range={mark} x={mark.x} />
              )}
            </a>
          );
        })}
      </svg>
      {shown && words[shown.id] && <Label mark={shown} frame={frame} words={words[shown.id]} />}
    </div>
  );
}

type Placed = { range: DrawnRange; x: number };

/** What a claim says: a thick stroke in its standing's colour and line, and its glyph in the middle. */
function ClaimMark({ range, x, glyph }: Placed & { glyph: Glyph }) {
  const { top, bottom, openTop, openBottom } = range;
  const middle = openTop && !openBottom ? bottom : openBottom && !openTop ? top : (top + bottom) / 2;
  return (
    <g>
      {bottom - top > 1 && (
        <g stroke={glyph.colour}>
          <path d={`M${x} ${top}V${bottom}`} strokeWidth="8" strokeLinecap="round" opacity="0.3" />
          <path d={`M${x} ${top}V${bottom}`} strokeWidth="3" strokeLinecap="butt" strokeDasharray={glyph.dash} />
        </g>
      )}
      {openTop && <Arrow x={x} y={top} up colour={glyph.colour} />}
      {openBottom && <Arrow x={x} y={bottom} colour={glyph.colour} />}
      <StandingGlyph glyph={glyph} x={x} y={middle} />
    </g>
  );
}

/** What a source says: hollow, so that it is never taken for a claim. */
function SourceMark({ range, x }: Placed) {
  const { top, bottom, openTop, openBottom } = range;
  const stroke = { stroke: 'var(--ink-2)', strokeWidth: 1.8, fill: 'var(--sheet)' };
  if (openTop || openBottom) {
    return (
      <g>
        <path d={`M${x} ${top}V${bottom}`} stroke="var(--ink-2)" strokeWidth="1.8" />
        {openTop && <Arrow x={x} y={top} up colour="var(--ink-2)" />}
        {openBottom && <Arrow x={x} y={bottom} colour="var(--ink-2)" />}
        <circle cx={x} cy={openTop ? bottom : top} r="5" {...stroke} />
      </g>
    );
  }
  const height = Math.max(10, bottom - top);
  return <rect x={x - 5} y={(top + bottom) / 2 - height / 2} width="10" height={height} rx="5" {...stroke} />;
}

function Arrow({ x, y, up, colour }: { x: number; y: number; up?: boolean; colour: string }) {
  return <path d={`M${x - 6} ${y}h12l-6 ${up ? -9 : 9}z`} fill={colour} />;
}

type BandProps = { band: NonNullable<PlotDrawing['band']>; frame: PlotDrawing['frame'] };
/** A band of a single value is a line that can be seen (px). */
const leastBand = 5;

function Band({ band, frame }: BandProps) {
  const height = Math.max(leastBand, band.bottom - band.top);
  const y = (band.top + band.bottom) / 2 - height / 2;
  const edge = { stroke: 'var(--accent)', strokeWidth: 1, opacity: 0.55 };
  return (
    <g>
      <rect x={frame.left} y={y} width={frame.right - frame.left} height={height} fill="var(--accent)" opacity="0.1" />
      {!band.openTop && <path d={`M${frame.left} ${y}H${frame.right}`} {...edge} />}
      {!band.openBottom && <path d={`M${frame.left} ${y + height}H${frame.right}`} {...edge} />}
    </g>
  );
}

/** Above its band, where marks do not stand. */
function BandLabel({ band, frame, label }: BandProps & { label: string }) {
  const above = band.top - leastBand - 4;
  return (
    <g>
      <text
        x={frame.right - 4}
        y={above > frame.top ? above : band.top + 14}
        textAnchor="end"
        fontSize="11.5"
        fill="var(--accent)"
        stroke="var(--paper)"
        strokeWidth="3"
        paintOrder="stroke"
      >
        {label}
      </text>
    </g>
  );
}

type LabelProps = { mark: PlotDrawing['marks'][number]; frame: PlotDrawing['frame']; words: MarkWords | undefined };

/** The words of a mark, beside it and inside of the plot. */
function Label({ mark, frame, words }: LabelProps) {
  if (!words) return null;
  const isRight = mark.x > frame.width / 2;
  const across = isRight ? frame.width - mark.x : mark.x;
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute z-10 max-w-[min(280px,62%)] -translate-y-1/2 rounded-md border border-line bg-sheet px-2.5 py-1.5 text-[12.5px]/[1.45] shadow-lift"
      style={{
        top: `${((mark.top + mark.bottom) / 2 / frame.height) * 100}%`,
        [isRight ? 'right' : 'left']: `calc(${(across / frame.width) * 100}% + 18px)`,
      }}
    >
      <b className="num block font-semibold">{words.value}</b>
      <span className="line-clamp-2 wrap-anywhere">{words.who}</span>
      <span className="block text-ink-3">
        {words.kind} · {words.when}
      </span>
    </div>
  );
}
