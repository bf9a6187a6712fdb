/** What a mutation run says at its end. */
import { type Mutant, partOf } from './draw';

/** Its location counts lines and columns from 1, as Stryker’s results do. */
export type TestedMutant = Mutant & { status: string };

/** Only these count: a mutant outside the sample, and one of code that runs when its module loads, do not. */
const killed = new Set(['Killed', 'Timeout']);
const missed = new Set(['Survived', 'NoCoverage']);

/** A line for each mutant that no test noticed, and one for each part of the code with the share of those noticed. */
export function summarise(mutants: TestedMutant[]): string {
  const survivors = mutants
    .filter(({ status }) => missed.has(status))
    .map(describe)
    .sort();
  const counted = mutants.filter(({ status }) => killed.has(status) || missed.has(status));
  const parts = [...new Set(counted.map(({ file }) => partOf(file)))].sort().map((part) => {
    const own = counted.filter(({ file }) => partOf(file) === part);
    const noticed = own.filter(({ status }) => killed.has(status)).length;
    return `${part}: ${noticed} of ${own.length} killed, ${((noticed / own.length) * 100).toFixed(1)}%`;
  });
  return `${[...survivors, '', ...parts, '', `${counted.length} mutants`].join('\n').trim()}\n`;
}

/** `file:line:column` as editors open it, and what the code was changed into. */
function describe({ file, location: { start }, mutatorName, replacement, status }: TestedMutant): string {
  const how = status === 'NoCoverage' ? 'no test runs it' : 'survived';
  return `${file}:${start.line}:${start.column} ${how}: ${mutatorName} → ${replacement.replace(/\s+/g, ' ')}`;
}
