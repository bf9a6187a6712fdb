/**
 * What the review page costs in a browser (Chromium): articles from an ordinary to a very long one, each opened afresh, its
 * keys pressed, and a claim judged. `CHROMIUM_PATH` names the browser; without it Playwright's own is taken. `BENCH_ARTICLE`
 * is how the name of the only article begins, `BENCH_ROUNDS` how often each is opened.
 */
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { type BenchDesk, startBenchDesk } from './desk';
import { addMarkedArticle, mixedProse } from './marked-article';
import { newsProse } from './news-prose';
import { middleOf, type Ratio } from './ratios';

/** The first is an article as newspapers print them, the others are longer and denser than any. */
const articles = [
  { name: '8,174 / 6', length: 8_174, claims: 6, proseOf: newsProse },
  { name: '20,000 / 86', length: 20_000, claims: 86, proseOf: mixedProse },
  { name: '200,000 / 0', length: 200_000, claims: 0, proseOf: mixedProse },
  { name: '200,000 / 1,691', length: 200_000, claims: 1_691, proseOf: mixedProse },
  { name: '200,000 / 4,254', length: 200_000, claims: 4_254, proseOf: mixedProse },
  { name: '1,000,000 / 5,000', length: 1_000_000, claims: 5_000, proseOf: mixedProse },
];

/** How often a page is opened, and how often the key is pressed that goes to the next claim. */
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const presses = 12;

type Look = Awaited<ReturnType<typeof lookAt>>;

/**
 * Kept by the page itself: when the first card was there, how long each key took to the next paint, how long to the paint of
 * another card, and tasks over 50 ms. `largest` is when the largest piece of it was painted, `shifted` how much of it moved by
 * itself (web.dev/articles/vitals).
 */
type Kept = {
  opened: number;
  largest: number;
  shifted: number;
  keys: number[];
  cards: number[];
  tasks: number[];
  frames: number[];
};

/** What is compared in a run: a column of one article by the same of another. */
const compared: { name: string; column: keyof Look; of: string; by: string }[] = [
  { name: 'page, keys of 200,000 by 20,000', column: 'keys answer, ms', of: '200,000 / 1,691', by: '20,000 / 86' },
  { name: 'page, keys of 1,691 by 0', column: 'keys answer, ms', of: '200,000 / 1,691', by: '200,000 / 0' },
  { name: 'page, next of 1,691 by 0', column: 'next claim, ms', of: '200,000 / 1,691', by: '200,000 / 0' },
];

/** Returns what long articles cost by short ones, and articles with claims by the same without. */
export async function benchReviewPage(): Promise<Ratio[]> {
  const desk = await startBenchDesk();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: ['--no-sandbox', '--disable-background-networking', '--js-flags=--expose-gc'],
  });
  const wanted = process.env.BENCH_ARTICLE;
  try {
    const table: ({ article: string } & Look)[] = [];
    for (const { name, length, claims, proseOf } of articles.filter((one) => !wanted || one.name.startsWith(wanted))) {
      const id = await addMarkedArticle(desk.db, desk.adminId, { texts: proseOf(length), claims });
      await desk.read(`/articles/${id}`);
      for (const slowDown of length <= 20_000 ? [1, 4] : [1]) {
        const looks: Look[] = [];
        for (let round = 0; round < rounds; round += 1) looks.push(await lookAt(browser, desk, id, slowDown));
        table.push({ article: slowDown > 1 ? `${name} at ${slowDown}×` : name, ...middleOf(looks) });
      }
    }
    console.table(table);
    const columnOf = (article: string, column: keyof Look) => table.find((row) => row.article === article)?.[column];
    return compared.flatMap(({ name, column, of, by }) => {
      const [value, baseline] = [columnOf(of, column), columnOf(by, column)];
      return value && baseline ? [{ name, ratio: value / baseline, better: 'less' as const }] : [];
    });
  } finally {
    await browser.close();
    await desk.stop();
  }
}

/** A page that is signed in and keeps watch, at a window of 1440 × 950. */
export async function openPage(browser: Browser, desk: BenchDesk, slowDown: number) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 950 }, locale: 'en-US' });
  const [name = '', value = ''] = desk.cookie.split('=', 2);
  await context.addCookies([{ name, value, url: desk.url }]);
  // What runs this file names functions by a helper of its own, which the page does not have.
  await context.addInitScript('globalThis.__name = (named) => named');
  await context.addInitScript(keepWatch);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Performance.enable');
  if (slowDown > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  return { context, page, session };
}

/** What a page shows and fetches that nobody touches: the first key ends the browser's search for the largest paint. */
async function watch(browser: Browser, desk: BenchDesk, articleId: string, slowDown: number) {
  const { context, page } = await openPage(browser, desk, slowDown);
  await page.goto(`${desk.url}/articles/${articleId}`, { waitUntil: 'load' });
  await page.waitForTimeout(1_000 * slowDown);
  const { largest, shifted } = await page.evaluate(() => (window as unknown as { kept: Kept }).kept);
  const script = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
      .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
  );
  await context.close();
  return { largest, shifted, script };
}

async function lookAt(browser: Browser, desk: BenchDesk, articleId: string, slowDown: number) {
  const { largest, shifted, script } = await watch(browser, desk, articleId, slowDown);
  const { context, page, session } = await openPage(browser, desk, slowDown);
  const sizes = documentSizes(session);
  await page.goto(`${desk.url}/articles/${articleId}`, { waitUntil: 'commit' });
  await pressUntilOpen(page);
  await page.waitForLoadState('load');
  await page.waitForTimeout(500 * slowDown);
  const { wire, decoded } = await sizes();
  const heap = await heapOf(session);
  const counts = await page.evaluate(() => ({
    nodes: document.querySelectorAll('*').length,
    marks: document.querySelectorAll('mark').length,
  }));
  await settle(page);
  for (let at = 0; at < presses; at += 1) {
    await page.keyboard.press('j');
    await page.waitForTimeout(150 * slowDown);
  }
  const walked = await settle(page);
  await page.keyboard.press('u');
  await page.waitForTimeout(700 * slowDown);
  const judged = await settle(page);
  const opened = await page.evaluate(() => (window as unknown as { kept: Kept }).kept.opened);
  await scrollThrough(page);
  const scrolled = await settle(page);
  await context.close();
  return {
    'decoded, KB': Math.round(decoded / 1_000),
    'wire, KB': Math.round(wire / 1_000),
    'keys answer, ms': Math.round(opened),
    ...counts,
    'LCP, ms': Math.round(largest),
    CLS: Number(shifted.toFixed(3)),
    'INP, ms': Math.round(Math.max(0, ...walked.keys, ...judged.keys)),
    'script, KB': Math.round(script / 1_024),
    'heap, MB': Number((heap / 1e6).toFixed(1)),
    'next claim, ms': middle(walked.cards),
    'judge: longest task, ms': Math.round(Math.max(0, ...judged.tasks)),
    'scroll: longest frame, ms': Math.round(Math.max(0, ...scrolled.frames)),
  };
}

const middle = (values: number[]) => Math.round(values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0);

/** Presses the key for the next claim until a claim's card is open. */
export async function pressUntilOpen(page: Page): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    await page.keyboard.press('j').catch(() => {});
    const isOpen = await page.evaluate(() => (window as unknown as { kept?: Kept }).kept?.opened).catch(() => 0);
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('No card opened.');
}

/** Half the way down in steps of a wheel, a frame each. */
const scrollThrough = (page: Page) =>
  page.evaluate(async () => {
    (window as unknown as { kept: Kept }).kept.frames = [];
    for (let step = 0; step < 80; step += 1) {
      window.scrollBy(0, 240);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });

/** What was kept since the last time. */
async function settle(page: Page): Promise<Pick<Kept, 'keys' | 'cards' | 'tasks' | 'frames'>> {
  await page.waitForTimeout(100);
  return page.evaluate(() => {
    const { kept } = window as unknown as { kept: Kept };
    const since = { keys: kept.keys, cards: kept.cards, tasks: kept.tasks, frames: kept.frames };
    Object.assign(kept, { keys: [], cards: [], tasks: [], frames: [] });
    return since;
  });
}

/** Runs in the page, before anything else of it. */
function keepWatch(): void {
  const kept: Kept = { opened: 0, largest: 0, shifted: 0, keys: [], cards: [], tasks: [], frames: [] };
  Object.assign(window, { kept });
  let pressed = 0;
  window.addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), true);
  let open: string | null = null;
  new MutationObserver(() => {
    const card = document.querySelector('section[data-card]')?.getAttribute('data-card') ?? null;
    if (card === open || !card) return;
    if (!open) kept.opened = performance.now();
    open = card;
    const since = pressed;
    requestAnimationFrame(() => setTimeout(() => kept.cards.push(performance.now() - since)));
  }).observe(document, { childList: true, subtree: true, attributeFilter: ['data-card'] });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'keydown') kept.keys.push(entry.duration);
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) kept.tasks.push(duration);
  }).observe({ type: 'longtask' });
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) kept.largest = startTime;
  }).observe({ type: 'largest-contentful-paint' });
  new PerformanceObserver((list) => {
    // The field is Chromium's own.
    for (const entry of list.getEntries()) kept.shifted += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift' });
  let last = 0;
  const onFrame = (now: number) => {
    if (last) kept.frames.push(now - last);
    last = now;
    requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
}

/** How large the page's own document was, as it came and unpacked. */
function documentSizes(session: CDPSession): () => Promise<{ wire: number; decoded: number }> {
  let documentId = '';
  let decoded = 0;
  let wire = 0;
  session.on('Network.requestWillBeSent', ({ requestId, type }) => {
    if (type === 'Document') documentId = requestId;
  });
  session.on('Network.dataReceived', ({ requestId, dataLength }) => {
    if (requestId === documentId) decoded += dataLength;
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (requestId === documentId) wire = encodedDataLength;
  });
  return async () => ({ wire, decoded });
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
}
