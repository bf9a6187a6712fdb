import type { ReactNode } from 'react';

/** The colours that carry a meaning on the desk; each is always beside a word or a line style. */
export type Tone = 'verified' | 'disputed' | 'false' | 'contested' | 'unverifiable' | 'open' | 'accent';

const tones: Record<Tone, string> = {
  verified: 'text-verified bg-verified-wash',
  disputed: 'text-disputed bg-disputed-wash',
  false: 'text-false bg-false-wash',
  contested: 'text-contested bg-contested-wash',
  unverifiable: 'text-unverifiable bg-unverifiable-wash',
  open: 'text-ink-2 bg-wash',
  accent: 'text-accent bg-accent-wash',
};

/** A word of the desk, which stays on its line; `wraps`: words of others, which may be many. */
export function Tag({ tone = 'open', wraps = false, children }: { tone?: Tone; wraps?: boolean; children: ReactNode }) {
  return <span className={`tag ${wraps ? 'whitespace-normal wrap-anywhere ' : ''}${tones[tone]}`}>{children}</span>;
}

/**
 * The colours of shapes in a drawing. Charts are SVG, whose places and widths are attributes: the page's policy lets no
 * element have a style of its own in what the server sends (lib/cli/page-policy.mjs).
 */
export const fills: Record<Tone, string> = {
  verified: 'fill-verified',
  disputed: 'fill-disputed',
  false: 'fill-false',
  contested: 'fill-contested',
  unverifiable: 'fill-unverifiable',
  open: 'fill-open',
  accent: 'fill-accent',
};

/** A share of a whole (0–1) as a length in a drawing. */
export const percentOf = (share: number): string => `${Math.round(share * 1e4) / 100}%`;

/** A bar whose parts are shares of a whole (0–1); the rest stays empty. `label` says it in words. */
export function Track({
  parts,
  label,
  tall = false,
}: {
  parts: { share: number; tone: Tone }[];
  label: string;
  tall?: boolean;
}) {
  const shown = parts.filter((part) => part.share > 0);
  const startOf = (index: number) => shown.slice(0, index).reduce((sum, part) => sum + part.share, 0);
  return (
    <svg
      role="img"
      aria-label={label}
      className={`block w-full overflow-hidden bg-line-2 ${tall ? 'h-3.5 rounded' : 'h-1.5 rounded-full'}`}
    >
      {shown.map(({ tone, share }, index) => (
        <rect key={tone} className={fills[tone]} x={percentOf(startOf(index))} width={percentOf(share)} height="100%" />
      ))}
      {shown.slice(1).map(({ tone }, index) => {
        const x = percentOf(startOf(index + 1));
        return <line key={tone} className="stroke-line-2" x1={x} x2={x} y2="100%" />;
      })}
    </svg>
  );
}
