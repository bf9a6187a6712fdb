/**
 * `npm run soak [-- --reviewers 30 --minutes 10 --engine sqlite|postgresql]`: reviewers work on a built desk, on each engine.
 * Exits with 1 where an acknowledged write is not there afterwards, an answer was a fault, the history does not hold, or the
 * server's memory still grows after it has warmed up.
 */
import { parseArgs } from 'node:util';
import { verifyHistory } from '#lib/data/history/verify';
import { addPerson, addTextArticle } from '#lib/testing/database/rows';
import { addDatabase, startPostgres } from '../database/postgres';
import { growthAfterWarmUp, latencies } from './readings';
import { type Acknowledged, type Notes, review, type SoakArticle } from './reviewer';
import { type SoakDesk, startSoakDesk } from './soak-desk';

const { values } = parseArgs({
  options: {
    reviewers: { type: 'string', default: '30' },
    minutes: { type: 'string', default: '10' },
    engine: { type: 'string' },
  },
});
const reviewers = Number(values.reviewers);
const minutes = Number(values.minutes);
/** How many people work on one article. */
const perArticle = 6;
/** People do not come in all at once (ms between two). */
const arrival = 500;
const sampleEvery = 1_000;
/** The mean of the last third of the run over that of the second. */
const mostGrowth = 1.1;
const sentencesPerParagraph = 10;

/** An article with enough figures to be marked, each in a sentence of its own. */
async function addSoakArticle(desk: SoakDesk, title: string): Promise<SoakArticle> {
  const sentenceAt = (index: number) => `Firm ${index} had ${1_000 + index} people.`;
  const count = Math.ceil((perArticle * minutes * 10 + 20) / sentencesPerParagraph) * sentencesPerParagraph;
  const all = Array.from({ length: count }, (_, index) => sentenceAt(index));
  const texts = Array.from({ length: count / sentencesPerParagraph }, (_, index) =>
    all.slice(index * sentencesPerParagraph, (index + 1) * sentencesPerParagraph).join(' '),
  );
  const { id } = await addTextArticle(await addPerson(desk.db, 'Ed', 'editor', new Date()), texts, { title });
  let next = 0;
  const nextPlace = () => {
    if (next >= count) return null;
    const words = sentenceAt(next);
    const paragraph = Math.floor(next / sentencesPerParagraph);
    next += 1;
    const start = texts[paragraph]?.indexOf(words) ?? 0;
    return { paragraph: paragraph + 1, start, end: start + words.length - 1 };
  };
  return { id, nextPlace };
}

/** Those acknowledged writes that are not in the database as they were sent. */
async function lostOf({ db }: SoakDesk, acknowledged: Acknowledged[]): Promise<Acknowledged[]> {
  const claim = { select: { articleId: true, number: true } } as const;
  const keyOf = (what: string, articleId: string, number: number, words: string) =>
    [what, articleId, number, words].join(' ');
  const claims = await db.claim.findMany({ select: { articleId: true, number: true, exact: true } });
  const judgements = await db.judgement.findMany({ select: { rationale: true, claim } });
  const evidence = await db.evidence.findMany({ select: { excerpt: true, claim } });
  const comments = await db.comment.findMany({ select: { body: true, claim } });
  const sourced = new Set(
    evidence.map((one) => keyOf('judgement', one.claim.articleId, one.claim.number, one.excerpt)),
  );
  const there = new Set([
    ...claims.map((one) => keyOf('claim', one.articleId, one.number, one.exact)),
    ...judgements
      .map((one) => keyOf('judgement', one.claim.articleId, one.claim.number, one.rationale))
      .filter((key) => sourced.has(key)),
    ...comments.flatMap((one) =>
      one.claim ? [keyOf('comment', one.claim.articleId, one.claim.number, one.body)] : [],
    ),
  ]);
  return acknowledged.filter((one) => !there.has(keyOf(one.what, one.articleId, one.number, one.words)));
}

async function soak(engine: string, address: string): Promise<void> {
  const desk = await startSoakDesk({ address });
  try {
    const articles: SoakArticle[] = [];
    while (articles.length * perArticle < reviewers)
      articles.push(await addSoakArticle(desk, `Soak ${articles.length}`));
    const people = [];
    for (let index = 0; index < reviewers; index += 1) people.push(await desk.addReviewer(`Reviewer ${index}`));
    const notes: Notes = { times: new Map(), acknowledged: [], faults: [] };
    const memory: number[] = [];
    const sample = async () => memory.push(await desk.figure('process_resident_memory_bytes'));
    const sampling = setInterval(() => void sample().catch(() => notes.faults.push('metrics: no answer')), sampleEvery);
    const until = performance.now() + minutes * 60_000;
    await Promise.all(
      people.map(async (person, index) => {
        await new Promise((resolve) => setTimeout(resolve, index * arrival));
        const article = articles[index % articles.length];
        if (article) await review(desk.url, person, { article, notes, until });
      }),
    );
    clearInterval(sampling);
    const lost = await lostOf(desk, notes.acknowledged);
    let broken = 0;
    const tell = () => {
      broken += 1;
    };
    await verifyHistory(desk.db, { place: tell, row: tell, deskLine: tell });
    const growth = growthAfterWarmUp(memory);
    const megabytes = (bytes = Number.NaN) => Math.round(bytes / 1e6);
    console.table(latencies(notes.times));
    process.stdout.write(
      `${engine}: ${reviewers} reviewers, ${minutes} min, ${notes.acknowledged.length} acknowledged writes, ${lost.length} lost, ` +
        `${broken} places of the history broken, ${notes.faults.length} faults, memory ${megabytes(memory[0])} MB at first, ` +
        `${megabytes(Math.max(...memory))} MB at most, last third ${growth.toFixed(2)} times the second\n`,
    );
    for (const fault of new Set(notes.faults)) process.stdout.write(`  ${fault}\n`);
    const isFlat = growth <= mostGrowth;
    if (lost.length + broken + notes.faults.length > 0 || !isFlat) process.exitCode = 1;
  } finally {
    await desk.stop();
  }
}

if (values.engine !== 'postgresql') await soak('SQLite', '');
if (values.engine !== 'sqlite') {
  const server = await startPostgres({ isDurable: true });
  try {
    const database = await addDatabase(server.url);
    await soak('PostgreSQL', database.address).finally(database.drop);
  } finally {
    server.stop();
  }
}
