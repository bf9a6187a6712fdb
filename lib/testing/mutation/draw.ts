/** Which mutants a run without a path tests. Draws from the same code give the same sample on every machine. */
import { createHash } from 'node:crypto';

type Place = { line: number; column: number };

export type Mutant = {
  /** From the root of the project, with slashes. */
  file: string;
  mutatorName: string;
  replacement: string;
  location: { start: Place; end: Place };
};

const seed = 20_261_129;

/** What a mutant is known by in every process; no two mutants of a file have the same. */
export function keyOf({ file, mutatorName, replacement, location: { start, end } }: Mutant): string {
  return JSON.stringify([file, start.line, start.column, end.line, end.column, mutatorName, replacement]);
}

/** The part of the code that a file counts to: its floor, and of lib/reading the door (`lib/reading/figures`). */
export function partOf(file: string): string {
  const [lib = '', floor = '', next = ''] = file.split('/');
  return floor === 'reading' ? [lib, floor, next.replace(/\.ts$/, '')].join('/') : [lib, floor].join('/');
}

/** As many mutants of each part as `sizes` says, or all where it has fewer. */
export function drawSample<T extends Mutant>(mutants: T[], sizes: Record<string, number>): T[] {
  const turn = (mutant: T) =>
    createHash('sha256')
      .update(`${seed} ${keyOf(mutant)}`)
      .digest('hex');
  const shuffled = mutants.map((mutant) => ({ mutant, turn: turn(mutant) })).sort((a, b) => (a.turn < b.turn ? -1 : 1));
  return Object.entries(sizes).flatMap(([part, size]) =>
    shuffled
      .map(({ mutant }) => mutant)
      .filter(({ file }) => partOf(file) === part)
      .slice(0, size),
  );
}
