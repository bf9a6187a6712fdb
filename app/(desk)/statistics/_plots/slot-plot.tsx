import type { ReactNode } from 'react';
import { type Verdict, verdicts } from '#lib/domain/claims/standing';
import type { VerdictCounts } from '#lib/domain/statistics/statistics';
import { fills } from '#ui/tag';
import { verdictTones } from '../verdict-tones';
import { type Frame, frames, slotPlaces, slotTicks, valueScale } from './drawing';

type PlotProps = {
  /** Of all drawings of the page. */
  id: string;
  title: string;
  description: string;
  /** Below the slots, the oldest first. */
  labels: string[];
};

type DrawnProps = PlotProps & {
  scale: { least: number; most: number; isWhole?: boolean };
  tickText: (value: number) => string;
};

/** A frame with its axes, drawn for wide and for narrow screens; the table beside it holds the same. */
function Drawn({
  id,
  title,
  description,
  labels,
  scale,
  tickText,
  children,
}: DrawnProps & { children: (frame: Frame, y: (value: number) => number) => ReactNode }) {
  return frames.map(({ frame, className }, index) => {
    const { y, ticks } = valueScale(scale, frame);
    const name = `${id}-${index}`;
    return (
      <svg
        key={className}
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        width="100%"
        role="img"
        aria-labelledby={`${name}-title ${name}-text`}
        className={`mt-3 block overflow-visible font-sans ${className}`}
      >
        <title id={`${name}-title`}>{title}</title>
        <desc id={`${name}-text`}>{description}</desc>
        <g fontSize="11.5" fill="var(--ink-3)">
          {ticks.map((value) => (
            <g key={value}>
              <path d={`M${frame.left} ${y(value)}H${frame.right}`} stroke="var(--line)" strokeDasharray="1 3" />
              <text x={frame.left - 8} y={y(value) + 4} textAnchor="end">
                {tickText(value)}
              </text>
            </g>
          ))}
          {slotTicks(labels, frame).map(({ at, text }) => (
            <text key={at} x={at} y={frame.bottom + 20} textAnchor="middle">
              {text}
            </text>
          ))}
        </g>
        {children(frame, y)}
        <path d={`M${frame.left} ${frame.bottom}H${frame.right}`} stroke="var(--line)" />
      </svg>
    );
  });
}

/** How many claims each slot has, by verdict: bars in the colours of the verdicts, and what each colour is. */
export function StackPlot({
  counts,
  nameOf,
  tickText,
  ...plot
}: PlotProps & { counts: VerdictCounts[]; nameOf: (verdict: Verdict) => string; tickText: DrawnProps['tickText'] }) {
  const sumOf = (one: VerdictCounts, some: readonly Verdict[]) => some.reduce((sum, verdict) => sum + one[verdict], 0);
  const most = Math.max(0, ...counts.map((one) => sumOf(one, verdicts)));
  return (
    <>
      <Drawn {...plot} tickText={tickText} scale={{ least: 0, most, isWhole: true }}>
        {(frame, y) => {
          const { middles, width } = slotPlaces(counts.length, frame);
          const wide = Math.min(28, Math.max(2, width * 0.7));
          return counts.map((one, at) => {
            let below = 0;
            return verdictTones.map(({ tone, of }) => {
              const count = sumOf(one, of);
              const [bottom, top] = [y(below), y(below + count)];
              below += count;
              return count === 0 ? null : (
                <rect
                  key={`${middles[at]} ${tone}`}
                  className={`${fills[tone]} stroke-paper`}
                  x={(middles[at] ?? 0) - wide / 2}
                  y={top}
                  width={wide}
                  height={bottom - top}
                />
              );
            });
          });
        }}
      </Drawn>
      <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-[12.5px] text-ink-2">
        {verdictTones.map(({ tone, of }) => (
          <li key={tone} className="flex items-center gap-1.5">
            <svg width="12" height="12" aria-hidden="true" className="shrink-0">
              <rect className={fills[tone]} width="12" height="12" rx="2" />
            </svg>
            {of.map(nameOf).join(' / ')}
          </li>
        ))}
      </ul>
    </>
  );
}

/** A value with its range, or only a value. */
export type Point = { value: number; low?: number; high?: number };

/** A value of each slot, with a line from the low to the high end of its range. `marks`: values with a line of their own. */
export function PointPlot({
  points,
  least = 0,
  most,
  marks = [],
  tickText,
  ...plot
}: PlotProps & {
  points: (Point | null)[];
  least?: number;
  most: number;
  marks?: number[];
  tickText: DrawnProps['tickText'];
}) {
  return (
    <Drawn {...plot} tickText={tickText} scale={{ least, most }}>
      {(frame, y) => {
        const { middles } = slotPlaces(points.length, frame);
        return (
          <>
            {marks.map((mark) => (
              <path
                key={mark}
                d={`M${frame.left} ${y(mark)}H${frame.right}`}
                stroke="var(--ink-3)"
                strokeDasharray="5 4"
              />
            ))}
            {points.map((point, at) => {
              if (!point) return null;
              const x = middles[at] ?? 0;
              const { value, low = value, high = value } = point;
              return (
                <g key={x} stroke="var(--accent)">
                  <path d={`M${x} ${y(low)}V${y(high)}`} strokeWidth="3" strokeOpacity=".4" strokeLinecap="round" />
                  <circle cx={x} cy={y(value)} r="4" fill="var(--accent)" stroke="var(--paper)" strokeWidth="1.2" />
                </g>
              );
            })}
          </>
        );
      }}
    </Drawn>
  );
}
