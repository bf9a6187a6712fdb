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

export function Tag({ tone = 'open', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={`inline-block rounded px-1.5 py-px text-xs font-semibold whitespace-nowrap ${tones[tone]}`}>
      {children}
    </span>
  );
}

const fills: Record<Tone, string> = {
  verified: 'bg-verified',
  disputed: 'bg-disputed',
  false: 'bg-false',
  contested: 'bg-contested',
  unverifiable: 'bg-unverifiable',
  open: 'bg-open',
  accent: 'bg-accent',
};

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
  return (
    <span
      role="img"
      aria-label={label}
      className={`flex w-full gap-px overflow-hidden bg-line-2 ${tall ? 'h-3.5 rounded' : 'h-1.5 rounded-full'}`}
    >
      {parts
        .filter((part) => part.share > 0)
        .map((part) => (
          <i key={part.tone} className={`block ${fills[part.tone]}`} style={{ width: `${part.share * 100}%` }} />
        ))}
    </span>
  );
}
