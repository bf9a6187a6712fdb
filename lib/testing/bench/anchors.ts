/**
 * How well passages are found again, and how fast, beside the libraries that others use for it, on the same cases in
 * one run. The cases are made of the edits that the tests use; real revisions join them where the data sets are at hand.
 * A library that needs the old text gets it; the others get an anchor's words, surroundings and position, as they ask.
 */
import search from 'approx-string-match';
import DiffMatchPatch from 'diff-match-patch';
import { toTextPosition } from 'dom-anchor-text-quote';
import { type Anchor, describeAnchor, locateAnchor, moveAnchors } from '#lib/anchoring/anchor';
import { HARMLESS, SENTENCES, SUBSTANTIAL } from '#lib/reading/fixtures/edits';
import { dataset } from '#lib/testing/outside/datasets';
import {
  isAtPlace,
  type PassageKind,
  type Revision,
  type RevisionCase,
  realRevisions,
  sharedPart,
} from '#lib/testing/outside/revisions';
import type { Span } from '#lib/text/span';

type Found = Span | null;
type Tool = { name: string; find: (before: string, after: string, anchors: Anchor[]) => Found[] };

const rounds = 7;
const warmUps = 2;

/** Approximate search as Hypothesis uses it: up to half of the words may differ, the fewest errors and the nearest win. */
function searchNearest(text: string, { exact, start }: Anchor): Found {
  const most = Math.min(256, exact.length >> 1);
  const ranked = search(text, exact, most).sort(
    (one, other) => one.errors - other.errors || Math.abs(one.start - start) - Math.abs(other.start - start),
  );
  return ranked[0] ?? null;
}

/** Longest pattern that diff-match-patch searches for. */
const longestPattern = 32;

/** The beginning and the end of a passage, each where it matches best. */
function matchEnds(text: string, { exact, start }: Anchor): Found {
  const matcher = new DiffMatchPatch();
  const [head, tail] = [exact.slice(0, longestPattern), exact.slice(-longestPattern)];
  const from = matcher.match_main(text, head, start);
  if (from < 0) return null;
  const to = matcher.match_main(text, tail, from + exact.length - tail.length);
  return to < 0 || to + tail.length <= from ? null : { start: from, end: to + tail.length };
}

function mapThroughDiff(before: string, after: string, anchors: Anchor[]): Found[] {
  const matcher = new DiffMatchPatch();
  const diffs = matcher.diff_main(before, after);
  return anchors.map((anchor) => {
    const [start, end] = [matcher.diff_xIndex(diffs, anchor.start), matcher.diff_xIndex(diffs, anchor.end)];
    return end > start ? { start, end } : null;
  });
}

const oneByOne =
  (find: (text: string, anchor: Anchor) => Found): Tool['find'] =>
  (_, after, anchors) =>
    anchors.map((anchor) => find(after, anchor));

const tools: Tool[] = [
  { name: 'moveAnchors (old text)', find: moveAnchors },
  { name: 'locateAnchor', find: oneByOne(locateAnchor) },
  { name: 'diff-match-patch diff (old text)', find: mapThroughDiff },
  { name: 'diff-match-patch match', find: oneByOne(matchEnds) },
  { name: 'approx-string-match', find: oneByOne(searchNearest) },
  {
    name: 'dom-anchor-text-quote',
    // Of the document it reads the text alone.
    find: oneByOne((text, anchor) => toTextPosition({ textContent: text }, anchor, { hint: anchor.start })),
  },
];

/** Articles of these sentences, with every third one edited, every seventh gone, and paragraphs of this many. */
const articleLength = 40;
const paragraphLength = 4;

/** Articles made of the tests' edits: sentences edited, gone and put in, a paragraph moved. */
function writtenRevisions(): Revision[] {
  const edits = new Map([...HARMLESS, ...SUBSTANTIAL].map(({ before, after }) => [before, after]));
  const revisions: Revision[] = [];
  for (let turn = 0; turn < 2 * SENTENCES.length; turn += 4) {
    const chosen = Array.from({ length: articleLength }, (_, at) => SENTENCES[(turn + at) % SENTENCES.length] ?? '');
    const lines = chosen.map((sentence, at) => {
      if (at % 7 === 3) return { sentence, fresh: null, kind: 'deleted' as const };
      const edited = at % 3 === 1 ? edits.get(sentence) : undefined;
      return edited
        ? { sentence, fresh: edited, kind: 'edited' as const }
        : { sentence, fresh: sentence, kind: 'unchanged' as const };
    });
    const paragraphs = Array.from({ length: articleLength / paragraphLength }, (_, at) =>
      lines.slice(at * paragraphLength, (at + 1) * paragraphLength),
    );
    const before = paragraphs.map((paragraph) => paragraph.map(({ sentence }) => sentence).join(' ')).join('\n');
    const moved = paragraphs.toSpliced(2, 1).toSpliced(6, 0, paragraphs[2] ?? []);
    const after = moved
      .map((paragraph, at) => [...paragraph.flatMap(({ fresh }) => fresh ?? []), ...(at % 3 === 0 ? ['New.'] : [])])
      .map((paragraph) => paragraph.join(' '))
      .join('\n');
    const cases = lines.map(({ sentence, fresh, kind }): RevisionCase => {
      const from = before.indexOf(sentence);
      const to = fresh === null ? -1 : after.indexOf(fresh);
      return {
        kind,
        anchor: describeAnchor(before, from, from + sentence.length),
        gold: fresh === null ? null : { start: to, end: to + fresh.length },
      };
    });
    revisions.push({ before, after, cases });
  }
  return revisions;
}

/** Runs a tool over all revisions; ms. */
function timeOf({ find }: Tool, revisions: Revision[]): number {
  const begin = performance.now();
  for (const { before, after, cases } of revisions)
    find(
      before,
      after,
      cases.map(({ anchor }) => anchor),
    );
  return performance.now() - begin;
}

function scoreOf({ find }: Tool, revisions: Revision[]) {
  const counts = { unchanged: [0, 0], edited: [0, 0], deleted: [0, 0] } satisfies Record<PassageKind, [number, number]>;
  let wrong = 0;
  let all = 0;
  for (const { before, after, cases } of revisions) {
    const found = find(
      before,
      after,
      cases.map(({ anchor }) => anchor),
    );
    for (const [index, { kind, gold }] of cases.entries()) {
      const place = found[index] ?? null;
      const isRight = isAtPlace(gold, place);
      const count = counts[kind];
      count[0] = (count[0] ?? 0) + (isRight ? 1 : 0);
      count[1] = (count[1] ?? 0) + 1;
      all += 1;
      // An edge that is off is no other place.
      if (place && (!gold || sharedPart(gold, place) === 0)) wrong += 1;
    }
  }
  const right = ([good = 0, of = 0]: number[]) => `${good}/${of} ${((100 * good) / Math.max(1, of)).toFixed(1)}%`;
  return {
    unchanged: right(counts.unchanged),
    edited: right(counts.edited),
    deleted: right(counts.deleted),
    all: right(
      [counts.unchanged, counts.edited, counts.deleted].reduce(([a = 0, b = 0], [c = 0, d = 0]) => [a + c, b + d]),
    ),
    'wrong place': `${((100 * wrong) / Math.max(1, all)).toFixed(2)}%`,
  };
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** One row for each tool: what it finds, and how many times as long as moveAnchors it takes. */
function compare(revisions: Revision[]) {
  const times = tools.map((): number[] => []);
  for (let round = 0; round < warmUps + rounds; round += 1) {
    for (const [index, tool] of tools.entries()) {
      const time = timeOf(tool, revisions);
      if (round >= warmUps) times[index]?.push(time);
    }
  }
  const own = median(times[0] ?? []);
  return tools.map((tool, index) => ({
    tool: tool.name,
    ...scoreOf(tool, revisions),
    'time, moveAnchors = 1': Number((median(times[index] ?? []) / own).toPrecision(3)),
  }));
}

/** Prints the comparison on each set of cases. */
export function benchAnchors(): void {
  const folder = dataset('revisions', '18f');
  process.stdout.write('anchors, edits made from written sentences:\n');
  console.table(compare(writtenRevisions()));
  if (!folder.isThere) {
    process.stdout.write(`anchors, real revisions: skipped, ${folder.what} is absent.\n`);
    return;
  }
  process.stdout.write('anchors, real revisions:\n');
  console.table(compare(realRevisions(folder.path)));
}
