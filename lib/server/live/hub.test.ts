import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterEach, describe, expect, test } from 'vitest';
import type { PeopleAt } from '#lib/data/review/presence';
import { type LiveHub, type LiveTimes, makeLiveHub, type Seat } from './hub';

/** A database of articles and people as the hub sees it. */
function makeSource() {
  const seqs = new Map([['a', 5]]);
  const sessions = new Set<string>();
  const asked = { articles: 0, people: 0 };
  let isBroken = false;
  return {
    seqs,
    sessions,
    asked,
    setBroken: (broken: boolean) => {
      isBroken = broken;
    },
    lastSeqs: async (ids: string[]) => {
      asked.articles += 1;
      if (isBroken) throw new Error('no database');
      return new Map(ids.flatMap((id) => (seqs.has(id) ? [[id, seqs.get(id) ?? 0]] : [])));
    },
    livingSessions: async (ids: string[]) => {
      asked.people += 1;
      return new Set(ids.filter((id) => sessions.has(id)));
    },
  };
}

const hubs: LiveHub[] = [];
const closing: (() => void)[] = [];

function begin(times: Partial<LiveTimes> = {}) {
  const source = makeSource();
  const errors: unknown[] = [];
  const hub = makeLiveHub(source, { times, report: (error) => errors.push(error) });
  hubs.push(hub);
  return { source, hub, errors };
}

afterEach(() => {
  for (const close of closing.splice(0)) close();
  for (const hub of hubs.splice(0)) hub.close();
});

const seatOf = (name: string, more: Partial<Seat> = {}): Seat => ({
  articleId: 'a',
  person: { id: name, name },
  sessionId: name,
  tab: 'tab',
  ...more,
});

/** Reads a stream as a browser does, and keeps what it said. */
function listen(stream: ReadableStream<Uint8Array>) {
  const seqs: number[] = [];
  const people: string[][] = [];
  let isOver = false;
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  async function read() {
    let rest = '';
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      rest += decoder.decode(value, { stream: true });
      const events = rest.split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) {
        const data = JSON.parse(/^data: (.*)$/m.exec(event)?.[1] ?? 'null');
        if (!event.startsWith('event: presence')) seqs.push(data.seq);
        else
          people.push(data.people.map(({ id, claimId }: { id: string; claimId: string | null }) => `${id} ${claimId}`));
      }
    }
  }
  const ended = read()
    .catch(() => {})
    .then(() => {
      isOver = true;
    });
  return { seqs, people, ended, isOver: () => isOver, cancel: () => reader.cancel() };
}

/** Waits for something to become true; the time is generous, since a test says what happens and not how fast. */
async function until(isTrue: () => boolean, milliseconds = 20_000): Promise<number> {
  const from = performance.now();
  while (!isTrue()) {
    if (performance.now() - from > milliseconds) throw new Error(`It did not happen: ${isTrue}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return performance.now() - from;
}

const never = () => new AbortController().signal;

describe('a stream', () => {
  test('begins with the number of the last change, and tells each new one', async () => {
    const { hub, source } = begin();
    const ann = listen(hub.open(seatOf('ann'), 5, never()));
    await until(() => ann.seqs.length > 0);
    expect(ann.seqs).toEqual([5]);
    source.seqs.set('a', 6);
    hub.tell('a', 6);
    await until(() => ann.seqs.includes(6));
    hub.tell('a', 4);
    hub.tell('b', 9);
    expect(ann.seqs).toEqual([5, 6]);
  });

  test('tells a burst by its last number', async () => {
    const { hub } = begin();
    const ann = listen(hub.open(seatOf('ann'), 5, never()));
    for (let seq = 6; seq <= 500; seq += 1) hub.tell('a', seq);
    await until(() => ann.seqs.includes(500));
    expect(ann.seqs).toEqual([5, 500]);
  });

  test('hears of what another process committed, woken or not', async () => {
    const slow = begin({ poll: 60_000 });
    const ann = listen(slow.hub.open(seatOf('ann'), 5, never()));
    await until(() => slow.source.asked.articles > 0);
    slow.source.seqs.set('a', 8);
    slow.hub.wake();
    await until(() => ann.seqs.includes(8));
    const quick = begin({ poll: 20 });
    const bo = listen(quick.hub.open(seatOf('bo'), 5, never()));
    quick.source.seqs.set('a', 9);
    await until(() => bo.seqs.includes(9));
  });

  test('misses nothing that was committed between the caller’s reading and its opening', async () => {
    const { hub, source } = begin({ poll: 60_000 });
    source.seqs.set('a', 7);
    const ann = listen(hub.open(seatOf('ann'), 5, never()));
    await until(() => ann.seqs.includes(7));
  });

  test('goes on when the database was away for a while', async () => {
    const { hub, source, errors } = begin({ poll: 10 });
    const ann = listen(hub.open(seatOf('ann'), 5, never()));
    source.setBroken(true);
    await until(() => errors.length > 1);
    source.setBroken(false);
    source.seqs.set('a', 9);
    await until(() => ann.seqs.includes(9));
  });

  test('repeats its number as a heartbeat', async () => {
    const { hub, source } = begin({ beat: 20 });
    source.sessions.add('ann');
    const ann = listen(hub.open(seatOf('ann'), 5, never()));
    await until(() => ann.seqs.length > 3);
    expect(new Set(ann.seqs)).toEqual(new Set([5]));
  });

  test('ends with its request, and when it is cancelled; then nobody is asked about any more', async () => {
    const { hub, source } = begin({ poll: 5 });
    const request = new AbortController();
    const ann = listen(hub.open(seatOf('ann'), 5, request.signal));
    const bo = listen(hub.open(seatOf('bo'), 5, never()));
    const gone = listen(hub.open(seatOf('cy'), 5, AbortSignal.abort()));
    await gone.ended;
    expect(hub.counts()).toEqual({ articles: 1, streams: 2 });
    request.abort();
    await ann.ended;
    await bo.cancel();
    expect(hub.counts()).toEqual({ articles: 0, streams: 0 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const { articles } = source.asked;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(source.asked.articles).toBe(articles);
  });

  test('that nobody reads is dropped, and catches up if it is read in time', async () => {
    // Long enough for a busy machine to tell everything before it drops whoever has not read.
    const { hub, source } = begin({ stall: 5_000, beat: 60_000 });
    for (const name of ['deaf', 'slow', 'ann']) source.sessions.add(name);
    const deaf = hub.open(seatOf('deaf'), 5, never());
    const slow = hub.open(seatOf('slow'), 5, never());
    const ann = listen(hub.open(seatOf('ann'), 5, never()));
    for (let seq = 6; seq <= 30; seq += 1) {
      hub.tell('a', seq);
      await until(() => ann.seqs.at(-1) === seq);
    }
    const late = listen(slow);
    await until(() => late.seqs.includes(30));
    // Far fewer than were told: what there was no room for came down to the last number.
    expect(late.seqs.length).toBeLessThan(15);
    await until(() => hub.counts().streams === 2);
    await expect(deaf.getReader().read()).rejects.toThrow('not read');
    expect([late.isOver(), ann.isOver()]).toEqual([false, false]);
  });
});

describe('a person', () => {
  test('whose session has ended loses the stream, others and other sessions keep theirs', async () => {
    const { hub, source } = begin({ people: 40 });
    for (const name of ['ann', 'bo', 'bo again']) source.sessions.add(name);
    const ann = listen(hub.open(seatOf('ann'), 5, never()));
    const bo = listen(hub.open(seatOf('bo'), 5, never()));
    const boElsewhere = listen(hub.open(seatOf('bo', { sessionId: 'bo again' }), 5, never()));
    await until(() => source.asked.people > 2);
    expect([ann.isOver(), bo.isOver()]).toEqual([false, false]);
    source.sessions.delete('bo');
    await bo.ended;
    expect([ann.isOver(), boElsewhere.isOver()]).toEqual([false, false]);
    expect(hub.counts().streams).toBe(2);
  });

  test('whose session has ended loses it within five seconds at the desk’s own intervals', async () => {
    const { hub, source } = begin();
    source.sessions.add('bo');
    const bo = listen(hub.open(seatOf('bo'), 5, never()));
    await until(() => bo.seqs.length > 0);
    source.sessions.delete('bo');
    expect(await until(bo.isOver)).toBeLessThan(5_000);
  });
});

describe('presence', () => {
  test('of people at another server is told as of those at this one', async () => {
    const there: PeopleAt = new Map([['a', [{ id: 'cy', name: 'Cy', claimId: 'c' }]]]);
    const told: string[][] = [];
    const presence = async (here: PeopleAt) => {
      told.push([...here].map(([id, people]) => `${id} ${people.map(({ name }) => name)}`));
      return there;
    };
    const source = makeSource();
    source.sessions.add('ann');
    const hub = makeLiveHub({ ...source, presence }, { times: { presence: 5, elsewhere: 10 } });
    hubs.push(hub);
    const ann = listen(hub.open(seatOf('ann'), 5, never()));
    await until(() => ann.people.at(-1)?.join() === 'cy c');
    expect(told).toContainEqual(['a ann']);
    there.clear();
    await until(() => ann.people.at(-1)?.length === 0);
    await ann.cancel();
    await until(() => told.at(-1)?.length === 0);
  });

  test('shows who else is there, and on which claim, until they leave', async () => {
    const { hub } = begin({ presence: 5 });
    const ann = listen(hub.open(seatOf('ann'), 5, never()));
    const bo = listen(hub.open(seatOf('bo'), 5, never()));
    await until(() => ann.people.at(-1)?.[0] === 'bo null' && bo.people.at(-1)?.[0] === 'ann null');
    hub.look({ articleId: 'a', personId: 'bo', tab: 'tab' }, 'c1');
    hub.look({ articleId: 'a', personId: 'ann', tab: 'another tab' }, 'c2');
    await until(() => ann.people.at(-1)?.[0] === 'bo c1');
    const again = listen(hub.open(seatOf('bo', { tab: 'second' }), 5, never()));
    await until(() => again.people.length > 0);
    expect(ann.people.at(-1)).toEqual(['bo c1']);
    await bo.cancel();
    await until(() => ann.people.at(-1)?.[0] === 'bo null');
    await again.cancel();
    await until(() => ann.people.at(-1)?.length === 0);
  });
});

/** The hub's streams behind a real server. Every connection is a person of its own. */
async function serve(hub: LiveHub) {
  const server = http.createServer(async (request, response) => {
    const query = new URL(request.url ?? '', 'http://desk').searchParams;
    const [articleId, name] = [query.get('article') ?? '', query.get('name') ?? ''];
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders();
    const stream = hub.open(seatOf(name, { articleId }), 5, never());
    // Only the type differs: Node's own streams and the platform's are one.
    await pipeline(Readable.fromWeb(stream as Parameters<typeof Readable.fromWeb>[0]), response).catch(() => {});
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

const agent = new http.Agent({ maxSockets: Number.POSITIVE_INFINITY });

async function connect(port: number, articleId: string, name: string) {
  const request = http.get({ host: '127.0.0.1', port, agent, path: `/?article=${articleId}&name=${name}` });
  request.on('error', () => {});
  const response = await new Promise<http.IncomingMessage>((resolve) => request.once('response', resolve));
  return { request, response };
}

describe('over a thousand connections', () => {
  test('a change reaches all, and nobody is left when they drop', { timeout: 120_000 }, async () => {
    const { hub, source } = begin();
    const port = await serve(hub);
    const count = 1_000;
    const heard = new Array<number>(count).fill(0);
    const requests: http.ClientRequest[] = [];
    for (let from = 0; from < count; from += 100) {
      await Promise.all(
        Array.from({ length: 100 }, async (_, offset) => {
          const index = from + offset;
          source.sessions.add(`person-${index}`);
          const { request, response } = await connect(port, 'a', `person-${index}`);
          requests.push(request);
          response.setEncoding('utf8').on('data', (text: string) => {
            for (const [, seq] of text.matchAll(/^id: (\d+)$/gm)) heard[index] = Number(seq);
          });
          response.on('error', () => {});
        }),
      );
    }
    await until(() => heard.every((seq) => seq === 5));
    expect(hub.counts()).toEqual({ articles: 1, streams: count });
    source.seqs.set('a', 6);
    hub.tell('a', 6);
    const reached = await until(() => heard.every((seq) => seq === 6));
    for (const request of requests) request.destroy();
    const left = await until(() => hub.counts().streams === 0);
    if (process.env.CLAIMDESK_SHOW) console.info({ reached, left });
    expect(hub.counts()).toEqual({ articles: 0, streams: 0 });
  });

  test('one that never reads is dropped and holds nobody up', { timeout: 120_000 }, async () => {
    // A long name makes long messages: the machine's own buffers take some megabytes before anything is noticed.
    const article = 'a'.repeat(12_000);
    const { hub, source } = begin({ stall: 1_000, gather: 0, beat: 60_000 });
    const port = await serve(hub);
    for (const name of ['deaf', 'ann']) source.sessions.add(name);
    const deaf = await connect(port, article, 'deaf');
    deaf.response.pause();
    const ann = await connect(port, article, 'ann');
    let heard = 0;
    ann.response.setEncoding('utf8').on('data', (text: string) => {
      for (const [, seq] of text.matchAll(/^id: (\d+)$/gm)) heard = Number(seq);
    });
    await until(() => hub.counts().streams === 2);
    let longest = 0;
    let seq = 10;
    for (; hub.counts().streams === 2 && seq < 20_000; seq += 1) {
      hub.tell(article, seq);
      const told = seq;
      longest = Math.max(longest, await until(() => heard >= told));
    }
    expect(hub.counts().streams).toBe(1);
    hub.tell(article, seq + 1);
    await until(() => heard === seq + 1);
    if (process.env.CLAIMDESK_SHOW) console.info({ messages: seq, longest });
    deaf.request.destroy();
    ann.request.destroy();
    await until(() => hub.counts().streams === 0);
  });
});
