/**
 * Measures how quotes and figures are found in sources: the data set of pairs, then our own pairs. A place is right where it
 * is the labelled one to the unit; a figure's where it shares a character with it, since spans of figures differ in what
 * belongs to them. What must never happen is counted apart.
 */

import { readFileSync } from 'node:fs';
import { findFiguresInSource, findQuoteInSource } from '#lib/domain/claims/in-source';
import { figureCases, figuresInProse, heldOutFigures } from '#lib/domain/sources/fixtures/figure-cases';
import { heldOutQuotes, quoteCases, quotesInProse } from '#lib/domain/sources/fixtures/quote-cases';
import { dataset } from '#lib/testing/outside/datasets';
import { measureRevisions } from './revisions-suite';

interface QuotePair {
  id: string;
  quote: string;
  source: string;
  relation: string;
  place: [number, number] | null;
}

interface FigurePair {
  id: string;
  claim: string;
  source: string;
  best: { place: [number, number]; relation: string } | null;
}

const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3));

function printQuotes(name: string, pairs: QuotePair[], show: boolean): void {
  let [relations, places, falsely] = [0, 0, 0];
  for (const { id, quote, source, relation, place } of pairs) {
    const found = findQuoteInSource(quote, source);
    const [start, end] = place ?? [0, 0];
    const isPlaced = found.start === start && found.end === end;
    if (found.relation === relation) relations++;
    if (isPlaced) places++;
    if (relation === 'altered' && found.relation === 'verbatim') falsely++;
    if (show && (found.relation !== relation || !isPlaced)) {
      console.log(`  ✗ ${id}: ${relation}, read as ${found.relation}: ${source.slice(found.start, found.end)}`);
    }
  }
  console.log(
    `${name.padEnd(32)} ${pairs.length} quotes: relation ${share(relations, pairs.length)}, place ${share(places, pairs.length)}, altered called verbatim ${falsely}`,
  );
}

function printFigures(name: string, pairs: FigurePair[], show: boolean): void {
  let [first, relations, falsely] = [0, 0, 0];
  for (const { id, claim, source, best } of pairs) {
    const found = findFiguresInSource(claim, source);
    const isAt = ({ start, end }: { start: number; end: number }): boolean =>
      best !== null && start < best.place[1] && end > best.place[0];
    const [top] = found;
    const isFirst = top ? isAt(top) : best === null;
    const isRight = isFirst && top?.relation === best?.relation;
    if (isFirst) first++;
    if (isRight) relations++;
    if (found.some((one) => one.relation === 'same' && !(best?.relation === 'same' && isAt(one)))) falsely++;
    if (show && !isRight) {
      const wanted = best ? `${source.slice(...best.place)} ${best.relation}` : 'none';
      console.log(`  ✗ ${id}: ${wanted}, found ${found.map(({ text, relation }) => `${text} ${relation}`).join('; ')}`);
    }
  }
  console.log(
    `${name.padEnd(32)} ${pairs.length} figures: first ${share(first, pairs.length)}, relation ${share(relations, pairs.length)}, different called same ${falsely}`,
  );
}

const linesOf = (path: string): string[] => readFileSync(path, 'utf8').split('\n').filter(Boolean);

export function measureInSource(show: boolean): void {
  const quotes = dataset('sources', 'quotes-dev.jsonl');
  const figures = dataset('sources', 'figures-dev.jsonl');
  if (quotes.isThere) {
    printQuotes(
      'quotes in sources',
      linesOf(quotes.path).map((line): QuotePair => JSON.parse(line)),
      show,
    );
  } else console.log(`Quotes in sources are not measured: ${quotes.what} is absent.`);
  if (figures.isThere) {
    const pairs = linesOf(figures.path).map((line): FigurePair => {
      const { id, claim, source, candidates } = JSON.parse(line);
      return { id, claim, source, best: candidates[0] ?? null };
    });
    printFigures('figures in sources', pairs, show);
  } else console.log(`Figures in sources are not measured: ${figures.what} is absent.`);
  for (const [name, cases] of [
    ['our own quotes in sources', quoteCases],
    ['our own quotes in prose', quotesInProse],
    ['our own quotes held out', heldOutQuotes],
  ] as const)
    printQuotes(
      name,
      cases.map(({ name, ...pair }) => ({ id: name, ...pair })),
      show,
    );
  for (const [name, cases] of [
    ['our own figures in sources', figureCases],
    ['our own figures in prose', figuresInProse],
    ['our own figures held out', heldOutFigures],
  ] as const)
    printFigures(
      name,
      cases.map(({ name, ...pair }) => ({ id: name, ...pair })),
      show,
    );
  measureRevisions(show);
}
