/**
 * What it takes until the claims of a place far down stand in it, once one jumps there: in the review page, and on a bare page
 * of the same text, where what is in sight is resolved and painted by hand. And all claims at once on a bare page: by hand, and
 * by the library that others use for it. In Chromium; each time (ms) ends with the frame that is painted.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from '@playwright/test';
import { type BenchDesk, startBenchDesk } from './desk';
import { addMarkedArticle, mixedProse } from './marked-article';
import { middleOf, type Ratio } from './ratios';
import { openPage, pressUntilOpen } from './review-page';

const articles = [
  { name: '20,000 / 86', length: 20_000, claims: 86 },
  { name: '200,000 / 1,691', length: 200_000, claims: 1_691 },
  { name: '200,000 / 4,254', length: 200_000, claims: 4_254 },
];
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);

const clientFile = createRequire(import.meta.url)
  .resolve('@recogito/text-annotator')
  .replace(/[^/]*$/, 'text-annotator.umd.js');

/** A claim by its paragraph (from 0) and its place in it (UTF-16 units). */
type Mark = { paragraph: number; start: number; end: number };

/** The part of the library that is called. */
type Client = { createTextAnnotator(container: HTMLElement): { setAnnotations(annotations: unknown[]): void } };

export async function benchPagePeers(): Promise<Ratio[]> {
  const desk = await startBenchDesk();
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: ['--no-sandbox'] });
  try {
    const table = [];
    for (const { name, length, claims } of articles) {
      const texts = mixedProse(length);
      const id = await addMarkedArticle(desk.db, desk.adminId, { texts, claims });
      const marks = await marksOf(desk, id);
      const seen = [];
      for (let round = 0; round < rounds; round += 1) {
        seen.push({
          'review page, jump': await jumpInReview(browser, desk, id, marks),
          ...(await onBarePage(browser, texts, marks)),
        });
      }
      table.push({ article: name, ...middleOf(seen) });
    }
    console.table(table);
    return table.map((row) => ({
      name: `peers, jump in ${row.article} by hand-made`,
      ratio: row['review page, jump'] / row['by hand, jump'],
      better: 'less',
    }));
  } finally {
    await browser.close();
    await desk.stop();
  }
}

async function marksOf({ db }: BenchDesk, articleId: string): Promise<Mark[]> {
  const paragraphs = await db.paragraph.findMany({ where: { revision: { articleId } }, orderBy: { position: 'asc' } });
  const numbers = new Map(paragraphs.map(({ id }, at) => [id, at]));
  const claims = await db.claim.findMany({ where: { articleId }, orderBy: { number: 'asc' } });
  return claims.map(({ paragraphId, start, end }) => ({ paragraph: numbers.get(paragraphId) ?? 0, start, end }));
}

async function jumpInReview(browser: Browser, desk: BenchDesk, id: string, marks: Mark[]): Promise<number> {
  const { context, page } = await openPage(browser, desk, 1);
  await page.goto(`${desk.url}/articles/${id}`, { waitUntil: 'load' });
  await pressUntilOpen(page);
  await page.waitForTimeout(1_000);
  const time = await jump(page, marks);
  await context.close();
  return time;
}

/** Jumps to the middle of the text; returns how long it took until each paragraph in sight that has claims showed one (ms). */
const jump = (page: Page, marks: Mark[]): Promise<number> =>
  page.evaluate(
    async (marked) => {
      const numbers = [...new Set(marked)];
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const paragraphAt = (number: number) => document.getElementById(`p${number + 1}`);
      const target = paragraphAt(numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? 0);
      const isInSight = (element: HTMLElement) => {
        const { top, bottom } = element.getBoundingClientRect();
        return bottom > 100 && top < innerHeight;
      };
      await frame();
      const begin = performance.now();
      target?.scrollIntoView();
      for (let frames = 0; frames < 300; frames += 1) {
        await frame();
        const inSight = numbers.flatMap((number) => paragraphAt(number) ?? []).filter(isInSight);
        if (inSight.every((one) => one.dataset.painted || one.querySelector('mark'))) break;
      }
      await frame();
      return Math.round(performance.now() - begin);
    },
    marks.map(({ paragraph }) => paragraph),
  );

async function onBarePage(browser: Browser, texts: string[], marks: Mark[]) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 950 } });
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.goto('about:blank');
  await page.addStyleTag({
    content: 'main { width: 44rem; font: 18px/1.7 serif } ::highlight(claim) { background: #fe9 }',
  });
  await page.addScriptTag({ content: 'globalThis.process = { env: { NODE_ENV: "production" } };' });
  await page.addScriptTag({ content: readFileSync(clientFile, 'utf8') });
  await page.evaluate((paragraphs) => {
    const main = document.createElement('main');
    for (const [at, text] of paragraphs.entries()) {
      const paragraph = document.createElement('p');
      paragraph.id = `p${at + 1}`;
      paragraph.textContent = text;
      main.append(paragraph);
    }
    document.body.append(main);
  }, texts);
  await page.evaluate(paintInSight, marks);
  const byHand = await jump(page, marks);
  const all = await page.evaluate(paintAll, marks);
  const byLibrary = await page.evaluate(annotateAll, marks);
  await page.close();
  return { 'by hand, jump': byHand, 'by hand, all': all, 'text-annotator, all': byLibrary };
}

/** Runs in the page: paints the claims of what is in sight, each time that it is scrolled. */
function paintInSight(marks: Mark[]): void {
  const byParagraph = new Map<number, Mark[]>();
  for (const mark of marks) byParagraph.set(mark.paragraph, [...(byParagraph.get(mark.paragraph) ?? []), mark]);
  const paragraphs = [...document.querySelectorAll<HTMLElement>('p')];
  const firstInSight = () => {
    let [from, to] = [0, paragraphs.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((paragraphs[middle]?.getBoundingClientRect().bottom ?? 0) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  const claims = new Highlight();
  CSS.highlights.set('claim', claims);
  addEventListener('scroll', () => {
    for (let at = firstInSight(); at < paragraphs.length; at += 1) {
      const paragraph = paragraphs[at];
      if (!paragraph?.firstChild || paragraph.getBoundingClientRect().top > innerHeight) break;
      if (paragraph.dataset.painted) continue;
      for (const { start, end } of byParagraph.get(at) ?? []) {
        const range = new StaticRange({
          ...{ startContainer: paragraph.firstChild, startOffset: start },
          ...{ endContainer: paragraph.firstChild, endOffset: end },
        });
        claims.add(range);
      }
      paragraph.dataset.painted = 'yes';
    }
  });
}

/** Runs in the page: paints all claims at once. */
async function paintAll(marks: Mark[]): Promise<number> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  CSS.highlights.clear();
  await frame();
  const begin = performance.now();
  const paragraphs = document.querySelectorAll('p');
  const claims = new Highlight();
  for (const { paragraph, start, end } of marks) {
    const text = paragraphs[paragraph]?.firstChild;
    if (!text) continue;
    claims.add(new StaticRange({ startContainer: text, startOffset: start, endContainer: text, endOffset: end }));
  }
  CSS.highlights.set('claim', claims);
  await frame();
  await frame();
  return Math.round(performance.now() - begin);
}

/** Runs in the page: has the library paint all claims. It counts from the beginning of the text. */
async function annotateAll(marks: Mark[]): Promise<number> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  CSS.highlights.clear();
  const main = document.querySelector('main') as HTMLElement;
  const starts: number[] = [];
  let length = 0;
  for (const paragraph of main.children) {
    starts.push(length);
    length += paragraph.textContent?.length ?? 0;
  }
  const text = main.textContent ?? '';
  const annotations = marks.map((mark, at) => {
    const [start, end] = [mark.start, mark.end].map((offset) => offset + (starts[mark.paragraph] ?? 0)) as [
      number,
      number,
    ];
    const [id, quote] = [`a${at}`, text.slice(start, end)];
    return { id, bodies: [], target: { annotation: id, selector: [{ id: `s${at}`, quote, start, end }] } };
  });
  const client = (globalThis as unknown as { RecogitoJS: Client }).RecogitoJS;
  const annotator = client.createTextAnnotator(main);
  await frame();
  const begin = performance.now();
  annotator.setAnnotations(annotations);
  await frame();
  await frame();
  return Math.round(performance.now() - begin);
}
