'use client';

import type { ReactNode } from 'react';
import { useNear } from '../../../../browser/near-window';

/** A list of at most so many rows is drawn as it is. */
const drawnWhole = 200;
/** So many rows of a longer one come and go together. */
const chunkSize = 20;
/** What a row is taken for until it was drawn once, with the gap below it (px). */
const rowHeight = 92;
const gap = 10;

type Row = { id: string; paragraphId: string };

type NearListProps<T extends Row> = {
  rows: T[];
  selectedId: string | null;
  /** Whether all rows are there on a phone too; else it has the selected one alone. */
  isOpen: boolean;
  /** Whether the page has begun: what comes with it is the first rows. */
  isWhole: boolean;
  children: (row: T) => ReactNode;
};

const marginOf = (element: Element) => element.closest('aside');

/** The number of the chunk that a row is in, as its element names it. */
export const chunkOf = (index: number): number => Math.floor(index / chunkSize);

/** A long list has only the rows drawn that are in the margin's window or near it; the others are the room that they take. */
export function NearList<T extends Row>({ rows, isWhole, ...rest }: NearListProps<T>) {
  const count = isWhole ? Math.ceil(rows.length / chunkSize) : 1;
  return (
    <div className="grid gap-2.5" data-rows>
      {Array.from({ length: count }, (_, at) => (
        <Chunk
          // biome-ignore lint/suspicious/noArrayIndexKey: a chunk is a place in the list, whatever stands there
          key={at}
          number={at}
          rows={rows.slice(at * chunkSize, (at + 1) * chunkSize)}
          isAlwaysDrawn={rows.length <= drawnWhole}
          {...rest}
        />
      ))}
    </div>
  );
}

type ChunkProps<T extends Row> = Omit<NearListProps<T>, 'isWhole'> & { number: number; isAlwaysDrawn: boolean };

function Chunk<T extends Row>({ number, rows, isAlwaysDrawn, selectedId, isOpen, children }: ChunkProps<T>) {
  const { place, isNear, height } = useNear({ atFirst: number === 0, rootOf: marginOf });
  const holdsSelected = selectedId !== null && rows.some(({ id }) => id === selectedId);
  if (!isNear && !isAlwaysDrawn && !holdsSelected) {
    const room = height || rows.length * (rowHeight + gap) - gap;
    return <div ref={place} data-chunk={number} className={isOpen ? '' : 'max-lg:hidden'} style={{ height: room }} />;
  }
  return (
    <div
      ref={place}
      data-chunk={number}
      className={isOpen || holdsSelected ? 'grid gap-2.5' : 'grid gap-2.5 max-lg:hidden'}
    >
      {rows.map((row) => (
        <div key={row.id} className={isOpen || row.id === selectedId ? 'min-w-0' : 'min-w-0 max-lg:hidden'}>
          {children(row)}
        </div>
      ))}
    </div>
  );
}
