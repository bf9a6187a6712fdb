import type { ReactNode } from 'react';

export function Heading({ children }: { children: ReactNode }) {
  return <h2 className="mt-9 mb-2 font-serif text-[19px] font-semibold">{children}</h2>;
}

/** The cells of the report's tables. */
export const headCell = 'border-b border-line py-1.5 pr-3 text-left text-[12px] font-medium text-ink-3';
export const cell = 'border-b border-line-2 py-1.5 pr-3 align-top';
