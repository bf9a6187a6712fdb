/**
 * What the benches measured, as ratios against a baseline of the same run, and how it compares with what was stored
 * (`ratios.json`): times of two machines cannot be compared, ratios can.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, platform, release, totalmem } from 'node:os';
import path from 'node:path';

/** One measure: `better` says in which direction it improves. */
export type Ratio = { name: string; ratio: number; better: 'less' | 'more' };

/** Stored ratios by the names of their measures. */
export type StoredRatios = Record<string, number>;

/** Of a stored ratio, so much worse is more than what two runs on a quiet machine differ by. */
const mostWorse = 1.2;

export const storedFile = path.join(import.meta.dirname, 'ratios.json');

/** The ratios that are stored. */
export const storedRatios = (): StoredRatios => JSON.parse(readFileSync(storedFile, 'utf8'));

/** How many times as good as stored a measure is: below 1 it is worse. */
export const goodness = ({ ratio, better }: Ratio, stored: number): number =>
  better === 'less' ? stored / ratio : ratio / stored;

/** The measures that are more than a fifth worse than stored. What is not stored is passed over. */
export const worsened = (measured: Ratio[], stored: StoredRatios): Ratio[] =>
  measured.filter((one) => {
    const before = stored[one.name];
    return before !== undefined && !(goodness(one, before) * mostWorse >= 1);
  });

/** Three digits tell more than two runs agree on. */
export const rounded = (ratio: number): number => Number(ratio.toPrecision(3));

/** The median of each figure of some rows by itself. */
export function middleOf<Row extends Record<string, number>>(rows: Row[]): Row {
  const [first] = rows;
  if (!first) throw new Error('nothing measured');
  const middle = (name: string) => rows.map((row) => row[name] ?? 0).sort((a, b) => a - b)[rows.length >> 1] ?? 0;
  // The same names as in each row.
  return Object.fromEntries(Object.keys(first).map((name) => [name, middle(name)])) as Row;
}

/** What the figures were measured on and with. */
export function circumstances() {
  const require = createRequire(import.meta.url);
  const versionOf = (name: string): string => JSON.parse(readFileSync(require.resolve(name), 'utf8')).version;
  const [processor] = cpus();
  return {
    machine: {
      processor: processor?.model.trim() ?? 'unknown',
      processors: cpus().length,
      memoryGb: Math.round(totalmem() / 2 ** 30),
      system: `${platform()} ${release()}`,
    },
    versions: {
      node: process.versions.node,
      v8: process.versions.v8,
      next: versionOf('next/package.json'),
      prisma: versionOf('@prisma/client/package.json'),
      'better-sqlite3': versionOf('better-sqlite3/package.json'),
      pg: versionOf('pg/package.json'),
    },
  };
}
