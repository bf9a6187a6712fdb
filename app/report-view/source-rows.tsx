'use client';

import { SourceLink } from '../words/source-link';

/** A source as the report lists it. `facts`: what it is and which claims rest on it, in words. */
export type SourceRow = readonly [citation: number, title: string, url: string | null, facts: string];

export function SourceRows({ rows }: { rows: SourceRow[] }) {
  return rows.map(([citation, title, url, facts]) => (
    <li key={citation} id={`source-${citation}`}>
      <span>{`[${citation}]`}</span>
      <span>
        <SourceLink source={{ title, url }} />
        {url && <i>{url}</i>}
        <small>{facts}</small>
      </span>
    </li>
  ));
}
