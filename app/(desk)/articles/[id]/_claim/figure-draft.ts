/** What is typed into the form for a figure, and what is made of it. Pure; no React. */
import type { FigureFacts } from '#lib/reading/figure-types';

/** Numbers as they are typed: they become numbers when the form is sent. */
export type FigureDraft = {
  low: string;
  high: string;
  unit: string;
  qualifier: FigureFacts['qualifier'];
  per: string;
  asOf: string;
};

/** How numbers are written into the fields. */
const plain = { useGrouping: true, maximumFractionDigits: 20 } as const;

/** A figure as the fields show it. */
export function draftOf(figure: FigureFacts | null): FigureDraft {
  const digits = (value: number | null | undefined) => value?.toLocaleString('en', plain) ?? '';
  const { low, high, unit, qualifier = 'exact', per, asOf } = figure ?? {};
  return { low: digits(low), high: digits(high), unit: unit ?? '', qualifier, per: per ?? '', asOf: asOf ?? '' };
}

/** A typed number; undefined where it is none. Grouping commas and spaces are let pass. */
export function numberIn(typed: string): number | null | undefined {
  const digits = typed.normalize('NFKC').replace(/[,\s_]/g, '');
  if (digits === '') return null;
  const value = Number(digits);
  return Number.isFinite(value) ? value : undefined;
}

/** The figure that is typed; null where a number is none. */
export function factsOf({ low, high, unit, qualifier, per, asOf }: FigureDraft): FigureFacts | null {
  const [from, to] = [numberIn(low), numberIn(high)];
  if (from === undefined || to === undefined) return null;
  return {
    low: from,
    high: to,
    unit: unit.trim() || null,
    qualifier,
    per: per.trim() || null,
    asOf: asOf.trim() || null,
  };
}
