/**
 * `npm run bench [-- NAME…]`: how much the parts that grow with an article cost. Each is a ratio against a baseline that is
 * measured in the same run, so that figures of two machines can be compared. All ratios stand in one table at the end;
 * `--json FILE` writes them with the machine and the versions. `--check` fails where one is more than a fifth worse than
 * `ratios.json` has it, and `--store` puts what was measured there.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import recognizers from '@microsoft/recognizers-text-suite';
import DiffMatchPatch from 'diff-match-patch';
import { describeAnchor } from '#lib/anchoring/anchor';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { standings } from '#lib/domain/claims/standing';
import { type IndexedMetric, metricIndex } from '#lib/domain/ledger/metric-index';
import { buildReport } from '#lib/domain/report/report';
import { planRevision } from '#lib/domain/revisions/plan';
import { draftFromText } from '#lib/intake/draft';
import { claimKinds } from '#lib/reading/claim-kinds';
import { readArticle, suggestClaims } from '#lib/reading/claims';
import { findFigures } from '#lib/reading/figures';
import { findQuotes } from '#lib/reading/quotes';
import {
  claimView,
  evidenceView,
  judgementView,
  paragraphView,
  reviewView,
  sourceView,
  speakerView,
} from '#lib/testing/article/factories';
import { layerSpans } from '#lib/text/span';
import { benchAnchors } from './anchors';
import type { BenchDesk } from './desk';
import { benchDeskMemory } from './desk-memory';
import { benchExports } from './exports';
import { benchImport } from './import';
import { prepareJudge } from './judge';
import { benchLive } from './live';
import { numbersFrom } from './marked-article';
import { benchMarking } from './marking';
import { newsProse } from './news-prose';
import { benchPacket } from './packet';
import { benchPagePeers } from './page-peers';
import { circumstances, type Ratio, rounded, storedFile, storedRatios, worsened } from './ratios';
import { benchReport } from './report';
import { benchReviewPage } from './review-page';
import { benchUpload } from './upload';

/** The median of this many rounds evens out what else the machine does. */
const rounds = 7;
/** Rounds before those, until the engine has compiled both sides: the readers take a second, as there is much of them. */
const warmUps = 6;
/** A side of a round repeats its work for this long (ms): far above the clock's grain. */
const leastTime = 200;

/** A large article: a long magazine piece is a tenth of it. */
const articleLength = 200_000;
const paragraphCount = 400;
const claimCount = 2_000;
const paragraphLength = articleLength / paragraphCount;

/** What is timed; a number that it settles with is the time that counts (ms), in place of all of it. */
type Work = () => unknown;
type Sides = { work: Work; baseline: Work; close?: () => Promise<void> };
type Bench = { name: string; work: string; baseline: string; prepare: () => Sides | Promise<Sides> };

const sentence = '训练一次要花300到460万美元，公司约有375人。';
const paragraphText = sentence.repeat(Math.ceil(paragraphLength / sentence.length)).slice(0, paragraphLength);
const paragraphs = Array.from({ length: paragraphCount }, (_, index) =>
  paragraphView({ number: index + 1, text: paragraphText }),
);

/** Claims all over the article, nested and crossing, with sources, judgements and speakers. */
function manyClaims(): ClaimView[] {
  const next = numbersFrom(1);
  const below = (bound: number) => Math.floor(next() * bound);
  const sources = Array.from({ length: 300 }, (_, index) => sourceView({ id: `s${index}` }));
  const anyEvidence = () => evidenceView({ source: sources[below(sources.length)], excerpt: sentence });
  return Array.from({ length: claimCount }, (_, index) => {
    const start = below(paragraphLength - 120);
    const end = start + 10 + below(100);
    const speakerId = below(40);
    return claimView({
      number: index + 1,
      paragraphId: `p${1 + (index % paragraphCount)}`,
      ...{ start, end, exact: paragraphText.slice(start, end) },
      kind: claimKinds[below(claimKinds.length)],
      standing: standings[below(standings.length)],
      speaker: speakerId === 0 ? null : speakerView({ id: `${speakerId}` }),
      judgements: [judgementView(), judgementView({ rationale: sentence })],
      evidence: [anyEvidence(), anyEvidence()],
    });
  });
}

function prepareLayers(): Sides {
  const claims = manyClaims();
  const spans = paragraphs.map(({ id, text }) => ({
    text,
    claims: claims.filter(({ paragraphId }) => paragraphId === id),
  }));
  const pieces = spans.map((one) => ({ text: one.text, segments: layerSpans(one.text.length, one.claims) }));
  return {
    work: () => spans.map((one) => layerSpans(one.text.length, one.claims)),
    baseline: () => pieces.map(({ text, segments }) => segments.map(({ start, end }) => text.slice(start, end))),
  };
}

function prepareReport(): Sides {
  const view = reviewView({ paragraphs, claims: manyClaims() });
  return { work: () => buildReport(view), baseline: () => JSON.stringify(view) };
}

function prepareIntake(): Sides {
  const text = Array(paragraphCount).fill(paragraphText).join('\n');
  return {
    work: () => {
      const result = draftFromText(text);
      if (!result.ok) throw new Error(result.code);
    },
    baseline: () => text.split('\n').map((line) => line.trim()),
  };
}

/** One paragraph of so many is edited, moved or taken out. */
const editedEvery = 20;

type Text = { kind: 'body'; text: string }[];

/** The revision number `number` of a text: other paragraphs are edited, taken out or put in than in the one before it. */
function revised(before: Text, number: number): Text {
  const after = before.flatMap((one, at) => {
    if (at % editedEvery !== number % editedEvery) return [one];
    const edited = { ...one, text: one.text.replace(/\d/, (digit) => `${(Number(digit) + 1) % 10}`) };
    return [[edited], [], [edited, { ...one, text: sentence }]][Math.floor(at / editedEvery) % 3] ?? [];
  });
  after.push(...after.splice(5, 3));
  return after;
}

const claimsOn = (paragraphs: Text) =>
  Array.from({ length: claimCount }, (_, index) => {
    const paragraph = index % paragraphs.length;
    const text = paragraphs[paragraph]?.text ?? '';
    const start = Math.min((index * 7) % 90, Math.max(0, text.length - 12));
    const anchor = describeAnchor(text, start, Math.min(text.length, start + 12));
    return { paragraph, kind: claimKinds[index % claimKinds.length] ?? 'fact', ...anchor };
  });

/**
 * Revisions of a large article with its claims, one after the other, against a plain diff of both texts, which carries
 * nothing over. As on a desk, the text before was read when it was stored, and the text after is new.
 */
function prepareRevision(): Sides {
  let before: Text = [];
  let after: Text = newsProse(proseLength).flatMap((text, at) =>
    Array.from({ length: articleLength / proseLength }, (_, copy) => ({ kind: 'body', text: `${copy}-${at} ${text}` })),
  );
  let number = 0;
  const plain = new DiffMatchPatch();
  return {
    work: async () => {
      number += 1;
      before = after;
      after = revised(before, number);
      const claims = claimsOn(before);
      const begin = performance.now();
      planRevision(before, after, claims);
      return performance.now() - begin;
    },
    baseline: async () => {
      const [old, fresh] = [before, after].map((all) => all.map(({ text }) => text).join('\n')) as [string, string];
      const begin = performance.now();
      plain.diff_main(old, fresh);
      return performance.now() - begin;
    },
  };
}

const proseLength = 10_000;

/** The letters of a number, for words that no text has. */
const lettersOf = (number: number): string =>
  [...number.toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('');

/**
 * The baseline reads numbers alone, without units, speech or suggestions, and the whole text at once. Each reading is of a
 * text that was not read before: another word ends each paragraph.
 */
function prepareReading(read: (paragraphs: string[]) => unknown): Sides {
  const prose = newsProse(proseLength);
  const text = prose.join('\n');
  let readings = 0;
  return {
    work: () => {
      readings += 1;
      return read(prose.map((paragraph) => `${paragraph} ${lettersOf(readings)}`));
    },
    baseline: () => recognizers.recognizeNumber(text, recognizers.Culture.Chinese),
  };
}

/** A desk after years: metrics of a thousand subjects in both languages, five measures each. */
function manyMetrics(): IndexedMetric[] {
  const next = numbersFrom(2);
  const syllables = 'ka lo mi ta ven dor sun 华 联 创 新 科 达 星 海'.split(' ');
  const measures = ['headcount', '营收', 'training cost', '用户数', 'market share'];
  return Array.from({ length: 5_000 }, (_, at) => {
    const subject = Array.from({ length: 4 }, () => syllables[Math.floor(next() * syllables.length)]).join('');
    const measure = measures[at % measures.length] ?? '';
    return { id: `m${at}`, subject, measure, scope: null, aliases: [`${subject} Inc`] };
  });
}

function prepareMetrics(): Sides {
  const metrics = manyMetrics();
  const index = metricIndex(metrics);
  const [sought] = metrics;
  if (!sought) throw new Error('no metrics');
  return {
    work: () => index.similar(sought),
    baseline: () => metrics.filter(({ subject }) => subject.toLowerCase() === sought.subject.toLowerCase()),
  };
}

function prepareMetricIndex(): Sides {
  const metrics = manyMetrics();
  return { work: () => metricIndex(metrics), baseline: () => JSON.stringify(metrics) };
}

const readInThreeCalls = (prose: string[]) => [
  prose.map((paragraph) => findFigures(paragraph)),
  findQuotes(prose),
  suggestClaims(prose),
];

const facts = { title: 'Bench', publisher: null, url: null, byline: null, publishedOn: null, language: 'zh-Hans' };

/** A running desk that holds the large article. */
async function deskWithArticle() {
  const [{ startBenchDesk }, { addArticle }] = await Promise.all([
    import('./desk'),
    import('#lib/data/articles/articles'),
  ]);
  const desk = await startBenchDesk();
  const writer = { db: desk.db, actorId: desk.adminId, now: new Date() };
  const prose = newsProse(proseLength);
  const texts = Array.from({ length: articleLength / proseLength }, () => prose).flat();
  const paragraphs = texts.map((text) => ({ kind: 'body' as const, text }));
  const article = await addArticle(writer, { ...facts, paragraphs }, { intake: 'paste' });
  return { desk, article };
}

const reviewActions = 'app/(desk)/articles/[id]/_actions/actions.ts';

/** Marking a claim in the browser, against an action that lets the person in, looks one row up and answers. */
async function prepareMark(): Promise<Sides> {
  const { desk, article } = await deskWithArticle();
  let marked = 0;
  const ask = async (name: string, input: unknown, expected: string) => {
    const answer = await desk.act(reviewActions, name, input);
    if (!answer.includes(expected)) throw new Error(answer);
  };
  const noEvidence = { articleId: article.id, claimId: 'none', evidenceId: 'none', removed: true };
  return {
    work: () => {
      const { length } = article.paragraphIds;
      const paragraphId = article.paragraphIds[marked % length];
      const start = Math.floor(marked / length);
      marked += 1;
      return ask('mark', { articleId: article.id, paragraphId, start, end: start + 2, kind: 'figure' }, '"ok":true');
    },
    baseline: () => ask('setEvidenceRemoved', noEvidence, '"code":"not-found"'),
    close: desk.stop,
  };
}

const firstByte = async (desk: BenchDesk, page: string) => (await desk.read(page)).firstByte;

/** The ledger's page over a full ledger, against a page that reads nothing. */
async function prepareLedger(engine: 'sqlite' | 'postgresql'): Promise<Sides> {
  const [{ startBenchDesk }, { fillLedger }, { addDatabase, startPostgres }] = await Promise.all([
    import('./desk'),
    import('./ledger'),
    import('#lib/testing/database/postgres'),
  ]);
  const postgres = engine === 'postgresql' ? await startPostgres({ isDurable: true }) : null;
  const database = postgres && (await addDatabase(postgres.url));
  const desk = await startBenchDesk(database?.address);
  await fillLedger(desk);
  return {
    work: () => firstByte(desk, '/figures'),
    baseline: () => firstByte(desk, '/mentions'),
    close: async () => {
      await desk.stop();
      await database?.drop();
      postgres?.stop();
    },
  };
}

async function prepareFirstByte(): Promise<Sides> {
  const { desk, article } = await deskWithArticle();
  return {
    work: () => firstByte(desk, `/articles/${article.id}`),
    baseline: () => firstByte(desk, '/mentions'),
    close: desk.stop,
  };
}

const benches: Bench[] = [
  { name: 'layers', work: 'layers of 2,000 claims', baseline: 'slices of the same pieces', prepare: prepareLayers },
  { name: 'report', work: 'report on 2,000 claims', baseline: 'JSON of the same view', prepare: prepareReport },
  { name: 'intake', work: 'draft of 200,000 characters', baseline: 'split and trim lines', prepare: prepareIntake },
  {
    name: 'reading',
    work: 'figures, quotes and suggestions of 10,000 characters, each by itself',
    baseline: 'numbers, by recognizers-text-suite',
    prepare: () => prepareReading(readInThreeCalls),
  },
  {
    name: 'article',
    work: 'the same in one pass',
    baseline: 'numbers, by recognizers-text-suite',
    prepare: () => prepareReading(readArticle),
  },
  { name: 'metrics', work: 'similar among 5,000 metrics', baseline: 'the same name alone', prepare: prepareMetrics },
  { name: 'metric-index', work: 'index of 5,000 metrics', baseline: 'JSON of the same', prepare: prepareMetricIndex },
  {
    name: 'revision',
    work: 'what a revision does to 2,000 claims on 200,000 characters',
    baseline: 'diff of both texts, by diff-match-patch',
    prepare: prepareRevision,
  },
  ...(['sqlite', 'postgresql'] as const).map((engine) => ({
    name: engine === 'sqlite' ? 'judge' : 'judge-postgresql',
    work: 'one judgement',
    baseline: 'one inserted row',
    prepare: () => prepareJudge(engine),
  })),
  { name: 'mark', work: 'marking a claim over HTTP', baseline: 'an action that changes nothing', prepare: prepareMark },
  {
    name: 'first-byte',
    work: "a large article's first byte",
    baseline: "an empty page's first byte",
    prepare: prepareFirstByte,
  },
  ...(['sqlite', 'postgresql'] as const).map((engine) => ({
    name: `ledger-${engine}`,
    work: 'the first byte of a ledger of 5,000 metrics',
    baseline: "an empty page's first byte",
    prepare: () => prepareLedger(engine),
  })),
];

/** How long one run of some work takes, in ms. */
async function timeOf(work: Work): Promise<number> {
  const begin = performance.now();
  let runs = 0;
  let elapsed = 0;
  let counted = 0;
  while (elapsed < leastTime) {
    const result = work();
    const time = result instanceof Promise ? await result : undefined;
    runs += 1;
    const until = performance.now() - begin;
    counted += typeof time === 'number' ? time : until - elapsed;
    elapsed = until;
  }
  return counted / runs;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function measure({ name, work, baseline, prepare }: Bench) {
  const sides = await prepare();
  const times: { work: number; baseline: number }[] = [];
  try {
    for (let round = 0; round < warmUps + rounds; round += 1) {
      const time = { work: await timeOf(sides.work), baseline: await timeOf(sides.baseline) };
      if (round >= warmUps) times.push(time);
    }
  } finally {
    await sides.close?.();
  }
  const side = (pick: (time: { work: number; baseline: number }) => number) => {
    const time = median(times.map(pick));
    const perSecond = 1_000 / time;
    return `${time.toPrecision(3)} ms, ${perSecond.toLocaleString('en', { maximumSignificantDigits: 3 })}/s`;
  };
  return {
    bench: name,
    work: `${work}: ${side((time) => time.work)}`,
    baseline: `${baseline}: ${side((time) => time.baseline)}`,
    ratio: Number(median(times.map((time) => time.work / time.baseline)).toPrecision(3)),
  };
}

/** The benches that print tables of their own; some of them return ratios. */
const own: Record<string, () => Promise<Ratio[]>> = {
  anchors: async () => {
    benchAnchors();
    return [];
  },
  exports: benchExports,
  import: benchImport,
  live: benchLive,
  marking: benchMarking,
  memory: benchDeskMemory,
  page: benchReviewPage,
  packet: benchPacket,
  peers: benchPagePeers,
  'report-page': benchReport,
  upload: benchUpload,
};

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean' }, store: { type: 'boolean' }, json: { type: 'string' } },
});
const names = [...benches.map(({ name }) => name), ...Object.keys(own)];
const unknown = positionals.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no bench ${unknown.join(', ')}: ${names.join(', ')}.\n`);
  process.exit(1);
}
const isWanted = (name: string) => positionals.length === 0 || positionals.includes(name);
const measured: Ratio[] = [];
const table: Awaited<ReturnType<typeof measure>>[] = [];
for (const bench of benches.filter(({ name }) => isWanted(name))) {
  const row = await measure(bench);
  table.push(row);
  measured.push({ name: row.bench, ratio: row.ratio, better: 'less' });
}
if (table.length > 0) console.table(table);
for (const [name, bench] of Object.entries(own)) if (isWanted(name)) measured.push(...(await bench()));

const stored = storedRatios();
const ratios = measured.map(({ name, ratio, better }) => ({ name, ratio: rounded(ratio), better }));
const withStored = ratios.map((one) => ({ ...one, stored: stored[one.name] ?? null }));
console.table(withStored);
const result = { ...circumstances(), at: new Date().toISOString(), ratios: withStored, rounds: table };
if (options.json) writeFileSync(options.json, `${JSON.stringify(result, null, 2)}\n`);
if (options.store) {
  const all = { ...stored, ...Object.fromEntries(ratios.map(({ name, ratio }) => [name, ratio])) };
  const inOrder = Object.fromEntries(Object.entries(all).sort(([one], [other]) => (one < other ? -1 : 1)));
  writeFileSync(storedFile, `${JSON.stringify(inOrder, null, 2)}\n`);
}
if (options.check) {
  const worse = worsened(ratios, stored);
  for (const { name, ratio } of worse) process.stderr.write(`${name}: ${ratio}, ${stored[name]} is stored.\n`);
  process.exitCode = worse.length > 0 ? 1 : 0;
}
