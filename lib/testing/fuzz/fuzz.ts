/**
 * `npm run fuzz`: reads 100,000 characters of each fragment alone and of each pair of fragments, ten times as much as it
 * reads before, and lists what takes more than its share. `-- SECONDS` bounds the time, 600 by default; `-- 60 7` begins
 * with another draw of pairs.
 */
import { growth, linearGrowth } from '#lib/testing/growth';
import { fragments } from './fragments';
import { readers } from './readers';

const [seconds = 600, seed = 1] = process.argv.slice(2).map(Number);
const length = 100_000;
const end = performance.now() + seconds * 1000;

/** A fixed generator (xorshift32), so that a draw can be repeated. */
let state = seed * 0x9e3779b1 || 1;
function draw(below: number): number {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % below;
}

const ofLength = (unit: string, wanted: number) => unit.repeat(Math.ceil(wanted / unit.length)).slice(0, wanted);

function units(): string[] {
  const alone = fragments.map(({ fragment }) => fragment);
  const drawn = Array.from({ length: 20_000 }, () => {
    const some = Array.from({ length: 2 + draw(3) }, () => alone[draw(alone.length)] ?? 'a');
    return some.map((one) => one.repeat(1 + draw(3))).join('');
  });
  return [...alone, ...drawn];
}

let tried = 0;
let faults = 0;
for (const unit of units()) {
  if (performance.now() > end) break;
  tried += 1;
  const [part, whole] = [ofLength(unit, length / 10), ofLength(unit, length)];
  for (const [name, read] of Object.entries(readers)) {
    const begun = performance.now();
    const times = growth(read, part, whole, 1);
    if (times < linearGrowth) continue;
    faults += 1;
    const took = Math.round(performance.now() - begun);
    process.stdout.write(`${name}: ${JSON.stringify(unit)} takes ${times.toFixed(0)} times as long (${took} ms)\n`);
  }
}
process.stdout.write(
  `${tried} texts of ${length} characters by ${Object.keys(readers).length} readers: ${faults} faults.\n`,
);
process.exit(faults > 0 ? 1 : 0);
