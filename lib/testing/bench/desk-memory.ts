/**
 * A desk that has checked a hundred thousand claims: what its list of claims, a search and the look for what was checked
 * before cost there. The claims are of two languages, each with a name, a figure and a month of its own.
 */
import { type Database, inBatches } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { findClaims } from '#lib/data/search/find-claims';
import { metBefore } from '#lib/data/search/met-before';
import { standings } from '#lib/domain/claims/standing';
import { claimDocument, claimPassage, tokensVersion } from '#lib/domain/search/claim-document';
import { claimQuery } from '#lib/domain/search/claim-query';
import { percentile } from '#lib/testing/soak/readings';
import { startBenchDesk } from './desk';
import type { Ratio } from './ratios';

const claimsPerArticle = 50;

/** A number that follows from another as if by chance, the same in each run. */
function draw(seed: number, below: number): number {
  let mixed = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) % below;
}

const starts = 'Kes Bri Tor Val Nor Cal Mer Dax Pel Orv Lum Fen Zar Hol Wex Jun Ard Sil Ty Gro'.split(' ');
const ends = 'trel tia van onis mark der rix mont ane well ford lund ley dyne tech wave field nova gate stone'.split(
  ' ',
);
const lines = ['employees', 'customers', 'stores', 'cars', 'patients', 'shares', 'flats', 'tonnes', 'pupils', 'robots'];
const verbs = ['had', 'counted', 'reported', 'expects', 'lost', 'sold', 'plans for', 'hired', 'claims', 'registered'];
const hanNames =
  '帧海 穹屿 奥维 澜川 青禾 云栖 北辰 望岳 金石 天枢 瀚海 明德 远山 星河 鼎新 华庭 瑞安 博雅 東方 安泰'.split(' ');
const hanLines = '员工 客户 门店 汽车 病人 股份 住宅 吨钢 学生 机器人'.split(' ');
const months = 'January February March April May June July August September October November December'.split(' ');

/** The sentence of a claim. */
function sentenceOf(at: number): { text: string; figure: string } {
  const value = 100 + draw(at * 7 + 1, 900_000);
  const [line, month] = [draw(at * 7 + 3, 10), draw(at * 7 + 4, 12)];
  const year = 2018 + draw(at * 7 + 5, 9);
  if (at % 2 === 0) {
    const name = `${starts[draw(at * 7 + 2, 20)]}${ends[draw(at * 7 + 6, 20)]} ${['Group', 'Labs', 'Energy', 'Health'][at % 4]}`;
    const figure = `${value.toLocaleString('en')} ${lines[line]}`;
    return { text: `${name} ${verbs[draw(at, 10)]} ${figure} in ${months[month]} ${year}.`, figure };
  }
  const name = `${hanNames[draw(at * 7 + 2, 20)]}${hanNames[draw(at * 7 + 6, 20)]}公司`;
  const figure = `${value}${hanLines[line]}`;
  return { text: `${year}年${month + 1}月，${name}共有${figure}。`, figure };
}

/** Fills a desk as if it had checked so many claims. Written past its history: only lists and searches are measured. */
export async function fillDesk(db: Database, personId: string, count: number): Promise<void> {
  for (let first = 0; first < count; first += claimsPerArticle) {
    const [articleId, revisionId] = [newId(), newId()];
    const createdAt = new Date(Date.UTC(2020, 0, 1) + first * 60_000);
    const told = Array.from({ length: Math.min(claimsPerArticle, count - first) }, (_, at) => sentenceOf(first + at));
    await db.article.create({
      data: {
        ...{
          id: articleId,
          title: `Article ${first}`,
          language: first % 100 === 0 ? 'en' : 'zh',
          createdById: personId,
        },
        ...{
          createdAt,
          updatedAt: createdAt,
          publisher: `Paper ${first % 7}`,
          publishedOn: createdAt.toISOString().slice(0, 10),
        },
      },
    });
    await db.revision.create({
      data: { id: revisionId, articleId, number: 1, intake: 'paste', createdById: personId },
    });
    const paragraphs = told.map(({ text }, position) => ({ id: newId(), revisionId, position, kind: 'body', text }));
    await db.paragraph.createMany({ data: paragraphs });
    const claims = told.map(({ text, figure }, at) => {
      const start = text.indexOf(figure);
      return {
        ...{ id: newId(), articleId, number: at + 1, paragraphId: paragraphs[at]?.id ?? '', prefix: '', suffix: '' },
        ...{ start, end: start + figure.length, exact: figure, kind: 'figure', createdById: personId, createdAt },
        standing: standings[draw(first + at, standings.length)] ?? 'open',
      };
    });
    await db.claim.createMany({ data: claims });
    const rows = claims.map(({ id: claimId, ...place }, at) => ({
      ...{ claimId, version: tokensVersion },
      ...claimDocument({ ...claimPassage(place, told[at]?.text ?? ''), speaker: '' }),
    }));
    await inBatches(rows, (data) => db.claimSearch.createMany({ data }), 0.5);
  }
}

const searches = Array.from({ length: 60 }, (_, at) => {
  const { text, figure } = sentenceOf(draw(at + 11, 100_000));
  const kinds = [figure, text.slice(0, 8), text, figure.split(' ').at(-1) ?? figure, '员工', 'customers March 2024'];
  return kinds[at % kinds.length] ?? figure;
});

/** The time of each of some acts (ms). */
async function timesOf<T>(some: T[], act: (one: T) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (const one of some) {
    const begin = performance.now();
    await act(one);
    times.push(performance.now() - begin);
  }
  return times.sort((a, b) => a - b);
}

/** How many claims the desk has: `BENCH_CLAIMS` for another number. */
const count = Number(process.env.BENCH_CLAIMS) || 100_000;

/** Pages of a built desk on either engine beside an empty page; searches and matches in the data layer (ms). */
export async function benchDeskMemory(): Promise<Ratio[]> {
  const ratios: Ratio[] = [];
  for (const engine of ['sqlite', 'postgresql'] as const) {
    const { addDatabase, startPostgres } = await import('#lib/testing/database/postgres');
    const postgres = engine === 'postgresql' ? await startPostgres({ isDurable: true }) : null;
    const database = postgres && (await addDatabase(postgres.url));
    try {
      ratios.push(...(await benchEngine(engine, database?.address)));
    } finally {
      await database?.drop();
      postgres?.stop();
    }
  }
  return ratios;
}

async function benchEngine(engine: string, address = ''): Promise<Ratio[]> {
  const desk = await startBenchDesk(address);
  const { db, adminId } = desk;
  const viewer = { id: adminId, role: 'admin' as const };
  try {
    await fillDesk(db, adminId, count);
    // As the engine itself does on a desk that grew over the years.
    if (engine === 'postgresql') await db.$executeRawUnsafe('VACUUM ANALYZE');
    const firstByte = async (page: string) => {
      const times: number[] = [];
      for (let round = 0; round < 12; round += 1) times.push((await desk.read(page)).firstByte);
      return percentile(times.slice(2), 0.5);
    };
    const empty = await firstByte('/mentions');
    const pages = { all: '/claims', found: `/claims?q=${encodeURIComponent('员工 3月')}` };
    const [all, found] = [await firstByte(pages.all), await firstByte(pages.found)];
    const find = (q: string) => findClaims(db, claimQuery({ q }), viewer, new Date());
    await timesOf(searches.slice(0, 6), find);
    const searched = await timesOf(searches, find);
    const claims = await db.claim.findMany({ take: 60, skip: Math.floor(count / 20), orderBy: { id: 'asc' } });
    const meet = (claim: (typeof claims)[number]) => metBefore(db, claim, viewer);
    await timesOf(claims.slice(0, 6), meet);
    const met = await timesOf(claims, meet);
    console.table([
      {
        bench: `${count} claims, ${engine}`,
        'empty page, ms': Math.round(empty),
        'claims, ms': Math.round(all),
        'found, ms': Math.round(found),
        'search p50, ms': Number(percentile(searched, 0.5).toFixed(1)),
        'search p95, ms': Number(percentile(searched, 0.95).toFixed(1)),
        'met p50, ms': Number(percentile(met, 0.5).toFixed(1)),
        'met p95, ms': Number(percentile(met, 0.95).toFixed(1)),
      },
    ]);
    return [
      { name: `memory, ${engine}: claims page by an empty page`, ratio: all / empty, better: 'less' },
      { name: `memory, ${engine}: found claims by an empty page`, ratio: found / empty, better: 'less' },
    ];
  } finally {
    await desk.stop();
  }
}
