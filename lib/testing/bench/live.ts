/**
 * How long it takes from an act until everybody who has the article open hears of it: a built desk beside a plain server of
 * node:http that writes the same words to as many open answers. The desk's act is a claim that is marked and stored; `answer`
 * is how long its own answer takes, `KB a client` what the server keeps resident for each open stream.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { addArticle } from '#lib/data/articles/articles';
import { openLiveStream } from '#lib/testing/soak/live-stream';
import { percentile } from '#lib/testing/soak/readings';
import { startBenchDesk } from './desk';
import type { Ratio } from './ratios';

const sizes = [200, 1_000];
const rounds = 7;
/** How many connections are being opened at the same moment. */
const atOnce = 50;
const actions = 'app/(desk)/articles/[id]/_actions/actions.ts';
const facts = { title: 'Bench', publisher: null, url: null, byline: null, publishedOn: null, language: 'en' };

/** Keeps every answer of /api/live open, and writes an event to all of them when it is told. */
const plainServer = `
  const open = new Set();
  let seq = 0;
  const server = require('node:http').createServer((request, response) => {
    if (request.method === 'POST') {
      seq += 1;
      for (const one of open) one.write('id: ' + seq + '\\ndata: {"articleId":"a","seq":' + seq + '}\\n\\n');
      response.end(String(seq));
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('id: 0\\ndata: {"articleId":"a","seq":0}\\n\\n');
    open.add(response);
    response.on('close', () => open.delete(response));
  });
  server.listen(0, '127.0.0.1', () => process.stdout.write(String(server.address().port)));
`;

async function startPlain(): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, ['-e', plainServer], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = await once(child.stdout, 'data');
  return { url: `http://127.0.0.1:${port}`, child };
}

type Server = {
  url: string;
  cookie: string;
  article: string;
  act: () => Promise<unknown>;
  memory?: () => Promise<number>;
};

/** Opens so many streams, acts several times, and returns when each stream heard of each act (ms after it was sent). */
async function listen({ url, cookie, article, act, memory }: Server, count: number) {
  const before = await memory?.();
  let sent = 0;
  let waiting: (() => void) | undefined;
  let heard: number[] = [];
  const last = new Array<number>(count).fill(-1);
  const streams: Awaited<ReturnType<typeof openLiveStream>>[] = [];
  for (let from = 0; from < count; from += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, count - from) }, (_, offset) => {
      const index = from + offset;
      const onSeq = (seq: number) => {
        const isNews = sent > 0 && seq > (last[index] ?? -1);
        last[index] = Math.max(seq, last[index] ?? -1);
        if (!isNews) return;
        heard.push(performance.now() - sent);
        if (heard.length === count) waiting?.();
      };
      return openLiveStream(url, { cookie, article, tab: `tab-${index}` }, onSeq);
    });
    streams.push(...(await Promise.all(some)));
  }
  await pause(2_000);
  const all: { p50: number; p99: number; answered: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    heard = [];
    const everybody = new Promise<void>((resolve) => {
      waiting = resolve;
    });
    sent = performance.now();
    await act();
    const answered = performance.now() - sent;
    await everybody;
    // The first is for the server to wake up.
    if (round > 0) all.push({ p50: percentile(heard, 0.5), p99: percentile(heard, 0.99), answered });
    await pause(300);
  }
  const after = await memory?.();
  for (const stream of streams) stream.close();
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  return {
    p50: median(all.map(({ p50 }) => p50)),
    p99: median(all.map(({ p99 }) => p99)),
    answered: median(all.map((one) => one.answered)),
    kilobytes: ((after ?? Number.NaN) - (before ?? Number.NaN)) / 1_000 / count,
  };
}

export async function benchLive(): Promise<Ratio[]> {
  const desk = await startBenchDesk();
  const plain = await startPlain();
  try {
    const writer = { db: desk.db, actorId: desk.adminId, now: new Date() };
    const paragraphs = [{ kind: 'body' as const, text: 'The firm has 375 employees. '.repeat(50) }];
    const article = await addArticle(writer, { ...facts, paragraphs }, { intake: 'paste' });
    let start = 0;
    const mark = async () => {
      start += 1;
      const place = {
        articleId: article.id,
        paragraphId: article.paragraphIds[0],
        start,
        end: start + 4,
        kind: 'fact',
      };
      const answer = await desk.act(actions, 'mark', place);
      if (!answer.includes('"ok":true')) throw new Error(answer);
    };
    const rows = [];
    for (const count of sizes) {
      const beside = await listen(
        {
          ...{ url: plain.url, cookie: '', article: 'a' },
          act: () => fetch(plain.url, { method: 'POST' }),
        },
        count,
      );
      const { url, cookie, memory } = desk;
      const own = await listen({ url, cookie, article: article.id, act: mark, memory }, count);
      rows.push({
        clients: count,
        'answer, ms': Math.round(own.answered),
        'p50, ms': Math.round(own.p50),
        'plain p50, ms': Math.round(beside.p50),
        'times p50': Number((own.p50 / beside.p50).toPrecision(3)),
        'p99, ms': Math.round(own.p99),
        'times p99': Number((own.p99 / beside.p99).toPrecision(3)),
        'KB a client': Math.round(own.kilobytes),
      });
    }
    console.table(rows);
    return rows.flatMap(({ clients, 'times p50': p50, 'times p99': p99 }): Ratio[] => [
      { name: `live, p50 of ${clients} clients`, ratio: p50, better: 'less' },
      { name: `live, p99 of ${clients} clients`, ratio: p99, better: 'less' },
    ]);
  } finally {
    plain.child.kill();
    await desk.stop();
  }
}
