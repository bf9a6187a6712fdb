/**
 * Measures the figure reader on public suites, beside `@microsoft/recognizers-text-suite` and, in English, `compromise`
 * in the same process on the same inputs; then quotes with their speakers (quotes-suite.ts), check-worthiness (worth-suite.ts), the matching of
 * claims (matching-suite.ts), and quotes and figures in their sources (in-source-suite.ts), unless `--figures`,
 * `--matching` or `--sources` asks for one alone.
 *
 *   tsx lib/testing/eval/eval.ts [--data DIR] [--show] [--strict] [--alone] [--figures] [--matching] [--sources] [--reported]
 *
 * DIR holds `*.jsonl` files, one case a line: `{id, lang, text, figures: [{start, end, text, low, high, unit}],
 * complete}`; offsets are Unicode code points; a null low or high is an open bound, a null unit is not labelled;
 * `complete` means that every figure of the file's kind is labelled. A label counts as read if a figure overlaps it
 * with an equal value; a case passes if all its labels are read and, in complete files, no further figure of the kind
 * is found. `--show` prints failing cases; `--strict` drops the tolerances named in CONVENTIONS, `--alone` the peers. Under
 * each suite stand the conventions of its own that are wrong for news, with how many labels met them.
 * `--reported` runs the inputs that were reported to go wrong (reported.ts) instead, `--show` prints each miss.
 * Where labels are spans alone, a last line leaves out those cut inside a quantity (`95.59` of `95.59%`).
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import recognizers from '@microsoft/recognizers-text-suite';
import nlp from 'compromise';
import { findFigures } from '#lib/reading/figures';
import {
  ALTERNATIVES,
  CONVENTIONS,
  type Convention,
  close,
  type Found,
  isCut,
  type Label,
  type Miss,
} from './conventions';
import { measureInSource } from './in-source-suite';
import { measureMatching } from './matching-suite';
import { measureQuotes } from './quotes-suite';
import { printReported } from './reported';
import { measureWorth } from './worth-suite';

interface Case {
  id: string;
  lang: 'en' | 'zh';
  text: string;
  figures: Label[];
  complete: boolean;
}
interface Suite {
  name: string;
  kind: 'currency' | 'percent' | 'range' | 'number' | 'any';
  cases: Case[];
  spansOnly: boolean;
}
interface Score {
  cases: number;
  passed: number;
  labels: number;
  value: number;
  span: number;
  overlap: number;
  /** Labels cut inside a quantity, and how many of those were matched all the same. */
  cut: number;
  cutSpan: number;
  found: number;
  extra: number;
  milliseconds: number;
  characters: number;
  failures: string[];
  /** How many labels or further figures met each convention, and how many misses none explains. */
  met: Map<Convention, number>;
  unexplained: number;
}

const sameEnd = (a: number | null | undefined, b: number | null): boolean =>
  a === null || a === undefined ? b === null : b !== null && close(a, b);

/** What in a figure or its suite makes the label's value its own, or null. */
type Equality = 'equal' | Convention;

function equality(label: Label, figure: Found, found: Found[], conventions: Convention[]): Equality | null {
  if (sameEnd(label.low, figure.low) && sameEnd(label.high, figure.high)) return 'equal';
  return conventions.find(({ tolerates }) => tolerates?.(label, figure, found)) ?? null;
}

function isOfKind(figure: Found, kind: Suite['kind']): boolean {
  if (kind === 'currency') return figure.unit !== null && /^[A-Z]{3}$/.test(figure.unit);
  if (kind === 'percent') return figure.unit === 'percent';
  if (kind === 'range') return figure.low !== figure.high;
  return kind === 'number' ? figure.unit === null : false;
}

/** Code point offsets to UTF-16 offsets. */
function utf16(text: string, offset: number): number {
  let at = 0;
  for (let count = 0; count < offset && at < text.length; count++) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}

function loadSuites(directory: string): Suite[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .map((file) => {
      const cases = readFileSync(join(directory, file), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => {
          const item: Case = JSON.parse(line);
          return {
            ...item,
            figures: item.figures.map((label) => ({
              ...label,
              start: utf16(item.text, label.start),
              end: utf16(item.text, label.end),
            })),
          };
        });
      const kind =
        (['currency', 'percent', 'range', 'number'] as const).find((word) => file.includes(word)) ??
        (file.includes('money') ? 'currency' : 'any');
      const spansOnly = cases.every((item) => item.figures.every((label) => label.low === undefined));
      return { name: file.replace('.jsonl', ''), kind, cases, spansOnly };
    });
}

function measure(suite: Suite, read: (text: string, lang: 'en' | 'zh') => Found[], strict: boolean): Score {
  const score: Score = {
    cases: 0,
    passed: 0,
    labels: 0,
    value: 0,
    span: 0,
    overlap: 0,
    cut: 0,
    cutSpan: 0,
    found: 0,
    extra: 0,
    milliseconds: 0,
    characters: 0,
    failures: [],
    met: new Map(),
    unexplained: 0,
  };
  const conventions = CONVENTIONS.filter(({ suites }) => suites.test(suite.name));
  const tolerances = strict ? [] : conventions;
  const note = (convention: Convention): void => {
    score.met.set(convention, (score.met.get(convention) ?? 0) + 1);
  };
  const explain = (miss: Miss): void => {
    const convention = conventions.find(({ explains }) => explains?.(miss));
    if (convention) note(convention);
    else score.unexplained++;
  };
  for (const item of suite.cases.slice(0, 50)) read(item.text, item.lang);
  for (const item of suite.cases) {
    const begun = performance.now();
    const found = read(item.text, item.lang);
    score.milliseconds += performance.now() - begun;
    score.characters += item.text.length;
    score.cases++;
    const used = new Set<Found>();
    let good = true;
    for (const label of item.figures) {
      const overlapping = found.filter((figure) => figure.start < label.end && figure.end > label.start);
      const equals = overlapping.map((figure) =>
        suite.spansOnly ? 'equal' : equality(label, figure, overlapping, tolerances),
      );
      const right = equals.filter((equal) => equal !== null);
      const tolerance = right.includes('equal') ? undefined : right[0];
      if (tolerance && tolerance !== 'equal') note(tolerance);
      score.labels++;
      if (overlapping.length > 0) score.overlap++;
      if (right.length > 0) score.value++;
      // Labels that overlap each other are two readings of one place (`约30.6亿元`, `30.6亿元`): either will do.
      const readings = item.figures.filter((other) => other.start < label.end && other.end > label.start);
      const exact = overlapping.some((figure) =>
        readings.some((reading) => figure.start === reading.start && figure.end === reading.end),
      );
      if (exact) score.span++;
      const own = overlapping.some((figure) => figure.start === label.start && figure.end === label.end);
      if (suite.spansOnly && exact && !own) note(ALTERNATIVES);
      if (isCut(item.text, label)) {
        score.cut++;
        if (exact) score.cutSpan++;
      }
      if (right.length === 0 || (suite.spansOnly && !exact)) {
        good = false;
        explain({ text: item.text, label, found: overlapping });
      }
      for (const figure of overlapping) used.add(figure);
    }
    const extras = item.complete ? found.filter((figure) => !used.has(figure) && isOfKind(figure, suite.kind)) : [];
    score.found += used.size + extras.length;
    score.extra += extras.length;
    for (const extra of extras) explain({ text: item.text, label: null, found: [extra] });
    if (good && extras.length === 0) score.passed++;
    else score.failures.push(describeMiss(item, found, extras));
  }
  return score;
}

function describeMiss(item: Case, found: Found[], extras: Found[]): string {
  const value = (figure: { low?: number | null; high?: number | null }): string =>
    figure.low === figure.high ? `${figure.low}` : `${figure.low}..${figure.high}`;
  const wanted = item.figures.map((label) => `${label.text}=${value(label)} ${label.unit ?? ''}`).join('; ');
  const got = found
    .map((figure) =>
      [
        `${item.text.slice(figure.start, figure.end)}=${value(figure)}`,
        figure.unit ?? '',
        extras.includes(figure) ? '(extra)' : '',
      ].join(' '),
    )
    .join('; ');
  return `${item.id} | ${item.text}\n     want ${wanted}\n     got  ${got}`;
}

const { Culture } = recognizers;

/** The recogniser's results in our shape; its offsets are inclusive, and its ranges have no JavaScript interface. */
function readRecogniser(kind: Suite['kind'], text: string, lang: 'en' | 'zh'): Found[] {
  const culture = lang === 'zh' ? Culture.Chinese : Culture.English;
  const results =
    kind === 'currency'
      ? recognizers.recognizeCurrency(text, culture)
      : kind === 'percent'
        ? recognizers.recognizePercentage(text, culture)
        : kind === 'any'
          ? [
              ...recognizers.recognizeNumber(text, culture),
              ...recognizers.recognizeCurrency(text, culture),
              ...recognizers.recognizePercentage(text, culture),
            ]
          : recognizers.recognizeNumber(text, culture);
  return results.map((result) => {
    const raw: unknown = result.resolution?.value;
    const value = typeof raw === 'string' && raw !== '' ? Number(raw.replace('%', '')) : NaN;
    const unit = kind === 'currency' ? 'XXX' : kind === 'percent' ? 'percent' : null;
    return { start: result.start, end: result.end + 1, low: value, high: value, unit };
  });
}

/** A result of compromise: the number or sum of money it reads, null where the words are none. */
interface CompromiseResult {
  offset: { start: number; length: number };
  number?: { num: number | null };
  money?: { num: number | null };
}

/** The results of compromise in our shape; it reads English only. */
function readCompromise(kind: Suite['kind'], text: string): Found[] {
  const read = (view: { json(options: object): CompromiseResult[] }, unit: string | null): Found[] => {
    return view.json({ offset: true, terms: false }).map(({ offset, number, money }) => {
      const value = (money ?? number)?.num ?? null;
      return { start: offset.start, end: offset.start + offset.length, low: value, high: value, unit };
    });
  };
  const parsed = nlp(text);
  if (kind === 'currency') return read(parsed.money(), 'XXX');
  if (kind === 'percent') return read(parsed.percentages(), 'percent');
  const numbers = read(parsed.numbers(), null);
  return kind === 'any'
    ? [...numbers, ...read(parsed.money(), 'XXX'), ...read(parsed.percentages(), 'percent')]
    : numbers;
}

function guarded(readPeer: typeof readRecogniser, kind: Suite['kind']): (text: string, lang: 'en' | 'zh') => Found[] {
  return (text, lang) => {
    try {
      return readPeer(kind, text, lang);
    } catch {
      // The peer throws on some inputs; that is its answer.
      return [];
    }
  };
}

/** What a suite is measured beside: compromise has no Chinese. */
function peersOf({ cases }: Suite): [string, typeof readRecogniser][] {
  const recogniser: [string, typeof readRecogniser] = ['recognizers-text-suite', readRecogniser];
  const isEnglish = cases.every(({ lang }) => lang === 'en');
  return isEnglish ? [recogniser, ['compromise', readCompromise]] : [recogniser];
}

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}`);

function row(name: string, score: Score, spansOnly: boolean): string {
  const recall = spansOnly ? score.overlap : score.value;
  const precision = score.found === 0 ? 0 : (score.found - score.extra) / score.found;
  const cells = [
    name.padEnd(32),
    `${score.passed}/${score.cases}`.padStart(9),
    percent(score.passed, score.cases).padStart(6),
    spansOnly ? '–'.padStart(6) : percent(score.value, score.labels).padStart(6),
    percent(score.span, score.labels).padStart(6),
    percent(score.overlap, score.labels).padStart(7),
    percent(precision, 1).padStart(6),
    percent(recall, score.labels).padStart(6),
    ((score.milliseconds * 10000) / Math.max(score.characters, 1)).toFixed(2).padStart(9),
  ];
  return cells.join(' ');
}

function main(): void {
  const flags = process.argv.slice(2);
  const at = flags.indexOf('--data');
  const base = process.env.CLAIMDESK_DATASETS ?? resolve(process.cwd(), '../shared/datasets');
  const directory = at >= 0 ? resolve(flags[at + 1] ?? '.') : join(base, 'figures');
  if (!existsSync(directory)) {
    console.log(`No suites at ${directory}: nothing to measure.`);
    return;
  }
  if (flags.includes('--reported')) {
    printReported(base, flags.includes('--show'));
    return;
  }
  const strict = flags.includes('--strict');
  console.log(
    [
      'suite'.padEnd(32),
      'passed'.padStart(9),
      '%'.padStart(6),
      'value'.padStart(6),
      'span'.padStart(6),
      'overlap'.padStart(7),
      'prec'.padStart(6),
      'recall'.padStart(6),
      'ms/10k'.padStart(9),
    ].join(' '),
  );
  for (const suite of loadSuites(directory)) {
    const ours = measure(suite, (text) => findFigures(text), strict);
    console.log(row(suite.name, ours, suite.spansOnly));
    if (!flags.includes('--alone'))
      for (const [name, readPeer] of peersOf(suite))
        console.log(row(`  ${name}`, measure(suite, guarded(readPeer, suite.kind), strict), suite.spansOnly));
    if (suite.spansOnly && ours.cut > 0) {
      const share = percent(ours.span - ours.cutSpan, ours.labels - ours.cut);
      console.log(`    span without ${ours.cut} labels cut inside a quantity: ${share}`);
    }
    for (const [{ note, tolerates }, count] of ours.met)
      console.log(`    ${tolerates ? 'allowed' : 'left failing'}, ${count}: ${note}`);
    if (ours.unexplained > 0) console.log(`    failing otherwise, ${ours.unexplained}`);
    if (flags.includes('--show')) for (const failure of ours.failures) console.log(`  ✗ ${failure}`);
  }
}

const show = process.argv.includes('--show');
if (process.argv.includes('--matching')) measureMatching(show);
else if (process.argv.includes('--sources')) measureInSource(show);
else {
  main();
  if (!process.argv.includes('--figures')) {
    measureQuotes(show);
    measureWorth();
    measureMatching(show);
    measureInSource(show);
  }
}
