/**
 * A simulated reviewer, as seen from outside the program: signs in as a browser does, holds a live stream and fetches what
 * it announces, reads the page, and marks, judges and comments by the API, with pauses as people make.
 */
import { newId } from '#lib/data/database/id';
import { openLiveStream } from './live-stream';
import type { SoakPerson } from './soak-desk';

/** A write that the server has acknowledged, with words that no other write has. */
export type Acknowledged = {
  what: 'claim' | 'judgement' | 'comment';
  articleId: string;
  number: number;
  words: string;
};

/** What all reviewers of a soak write down. */
export type Notes = {
  /** Milliseconds, by act. */
  times: Map<string, number[]>;
  acknowledged: Acknowledged[];
  /** Answers that nobody should get: 5xx, a connection that broke, and any refusal of what is allowed. */
  faults: string[];
};

/** An article under review. `nextPlace`: words of it that nobody has marked yet; null where there are none left. */
export type SoakArticle = { id: string; nextPlace: () => { paragraph: number; start: number; end: number } | null };

/** Milliseconds between two acts of one person: at most 30 acts a minute, a quarter of a token's limit. */
const pause = { least: 2_000, most: 6_000 };

/** Signs a person in by the forms of next-auth, and returns the cookies that the browser has then. */
export async function signIn(url: string, { email, password }: SoakPerson): Promise<string> {
  const jar = new Map<string, string>();
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    return response;
  };
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const { csrfToken } = (await keep(await fetch(`${url}/api/auth/csrf`)).json()) as { csrfToken: string };
  const answer = keep(
    await fetch(`${url}/api/auth/callback/credentials`, {
      method: 'POST',
      headers: { cookie: cookie(), origin: url },
      body: new URLSearchParams({ csrfToken, email, password, json: 'true', callbackUrl: url }),
    }),
  );
  const said = await answer.text();
  if (!jar.has('next-auth.session-token')) throw new Error(`no session: ${answer.status} ${said.slice(0, 200)}`);
  return cookie();
}

/** Works on an article until `until` (ms, as of `performance.now`). Never rejects: what goes wrong is noted. */
export async function review(
  url: string,
  person: SoakPerson,
  { article, notes, until }: { article: SoakArticle; notes: Notes; until: number },
): Promise<void> {
  const judged = new Set<number>();
  let mostClaims = 0;
  let written = 0;

  /** Measures an act; returns null where it failed, which is noted. */
  async function timed<T>(act: string, run: () => Promise<T>): Promise<T | null> {
    const begin = performance.now();
    try {
      const value = await run();
      const times = notes.times.get(act) ?? [];
      times.push(performance.now() - begin);
      notes.times.set(act, times);
      return value;
    } catch (error) {
      notes.faults.push(`${act}: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  }

  async function ask(path: string, init: RequestInit): Promise<string> {
    const response = await fetch(url + path, init);
    const text = await response.text();
    if (!response.ok) throw new Error(`${response.status} ${text.slice(0, 200)}`);
    return text;
  }

  const send = (path: string, body: object) =>
    ask(`/api/v1/articles/${article.id}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${person.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  const cookie = await timed('sign in', () => signIn(url, person));
  if (!cookie) return;

  // What a stream announces is fetched as the page does it: one request at a time, from the last number on.
  let seen = 0;
  let announced = 0;
  let isFetching = false;
  async function catchUp(): Promise<void> {
    if (isFetching) return;
    isFetching = true;
    while (seen < announced && performance.now() < until) {
      const upTo = announced;
      const path = `/api/articles/${article.id}/changes?since=${seen}`;
      await timed('fetch changes', () => ask(path, { headers: { cookie: cookie ?? '' } }));
      seen = upTo;
    }
    isFetching = false;
  }
  const hear = (seq: number) => {
    if (announced === 0) seen = seq;
    announced = Math.max(announced, seq);
    void catchUp();
  };
  const seat = { cookie, article: article.id, tab: newId() };
  const stream = await timed('open live stream', () => openLiveStream(url, seat, hear));
  stream?.ended.then(() => performance.now() < until && notes.faults.push('live stream: ended by the server'));

  async function markOne(): Promise<void> {
    const place = article.nextPlace();
    if (!place) return;
    const selector = { type: 'TextPositionSelector', ...place };
    const said = await timed('mark a claim', () => send('/claims', { kind: 'figure', selector }));
    if (!said) return;
    const { number, exact } = JSON.parse(said) as { number: number; exact: string };
    mostClaims = Math.max(mostClaims, number);
    notes.acknowledged.push({ what: 'claim', articleId: article.id, number, words: exact });
  }

  async function judgeOne(): Promise<void> {
    const number = [...Array(mostClaims).keys()].map((index) => index + 1).find((one) => !judged.has(one));
    if (!number) return markOne();
    judged.add(number);
    written += 1;
    const words = `Finding ${written} of ${person.id}`;
    const source = { title: `Report ${written} of ${person.name}`, url: `https://example.org/${person.id}/${written}` };
    const evidence = { stance: 'supports', excerpt: words, source: { ...source, kind: 'primary' } };
    const body = { verdict: 'verified', rationale: words, confidence: 'high', evidence };
    const said = await timed('judge with a source', () => send(`/claims/${number}/judgements`, body));
    if (said) notes.acknowledged.push({ what: 'judgement', articleId: article.id, number, words });
  }

  async function comment(): Promise<void> {
    if (mostClaims === 0) return markOne();
    written += 1;
    const words = `Comment ${written} of ${person.id}`;
    const number = 1 + Math.floor(Math.random() * mostClaims);
    const said = await timed('comment', () => send('/comments', { claim: number, body: words }));
    if (said) notes.acknowledged.push({ what: 'comment', articleId: article.id, number, words });
  }

  async function read(): Promise<void> {
    await timed('read the page', () => ask(`/articles/${article.id}`, { headers: { cookie: cookie ?? '' } }));
  }

  const acts = [markOne, judgeOne, judgeOne, comment, read];
  while (performance.now() < until) {
    await acts[Math.floor(Math.random() * acts.length)]?.();
    const rest = pause.least + Math.random() * (pause.most - pause.least);
    await new Promise((resolve) => setTimeout(resolve, Math.min(rest, Math.max(0, until - performance.now()))));
  }
  stream?.close();
}
