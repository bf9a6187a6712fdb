import type { getFormatter } from 'next-intl/server';

type Formatter = Awaited<ReturnType<typeof getFormatter>>;

/** The size of a file in words: `12 kB`, `1.4 MB`. */
export function fileSize(format: Formatter, bytes: number): string {
  const [amount, unit] =
    bytes < 1_000_000 ? [Math.max(1, Math.round(bytes / 1_000)), 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return format.number(amount, { style: 'unit', unit, maximumFractionDigits: 1 });
}
