/**
 * Live streams: who watches which article, and how far the article has come. A stream carries the number of the
 * article's last change and who else is there, never the change itself: each reader fetches that with their own
 * permissions.
 *
 * Where the desk has several servers, each tells the others who is at it, and hears who is at them (`presence`).
 *
 * News comes from three sources: this process's own commits (`tell`), a signal that some process has committed
 * (`wake`), and a regular query of the database while anybody watches, in case a signal is lost. Of a burst only the
 * last number is sent. A stream that is not read is dropped and delays nobody; one whose session has ended is closed.
 */
import type { PeopleAt } from '#lib/data/review/presence';
import type { PresentPerson } from '#lib/domain/review/update';

/** The hub's queries to the database. */
export type LiveSource = {
  /** The number of the last change of each article. */
  lastSeqs: (articleIds: string[]) => Promise<Map<string, number>>;
  /** Those of some sessions that still open. */
  livingSessions: (sessionIds: string[]) => Promise<Set<string>>;
  /** Says who has which article open here, and returns who has those open at other servers. Absent for a desk of one. */
  presence?: (here: PeopleAt) => Promise<PeopleAt>;
};

/** Milliseconds. */
const usual = {
  /** A change by another process is reported within a second even without a signal. */
  poll: 800,
  /** Together with the query, well within the five seconds after which a session that ended must be gone. */
  people: 2_000,
  /** Proxies close connections that are quiet for a minute, some after half a minute. */
  beat: 15_000,
  /** How long changes are collected before they are sent. */
  gather: 15,
  /**
   * How long arrivals and departures are collected: otherwise a hundred people who open an article would each be told
   * of each other.
   */
  presence: 300,
  /** How often servers tell each other who is there: well within the time for which they believe each other. */
  elsewhere: 2_000,
  /** How long a stream may be full before it is dropped. */
  stall: 10_000,
};
export type LiveTimes = typeof usual;

/** When a browser asks again after the server stopped (ms): about when another one has started. */
const retryAfterStop = 2_000;

/** How many messages wait for a reader before further ones are withheld; only the last one matters then. */
const roomPerStream = 8;
/** Above this number, people are not listed by name. */
const mostPeople = 24;
/** While the database does not answer, the queries become less frequent. */
const longestPoll = 30_000;

/** Whose stream it is. `tab`, invented by the browser, tells the streams of one person apart. */
export type Seat = { articleId: string; person: { id: string; name: string }; sessionId: string; tab: string };

type Watcher = Seat & {
  claimId: string | null;
  controller: ReadableStreamDefaultController<Uint8Array>;
  /** Messages for which there was no room. */
  isBehind: boolean;
  missesPeople: boolean;
  fullSince: number | null;
};
type Watched = {
  seq: number;
  watchers: Set<Watcher>;
  /** Who is there at other servers. */
  elsewhere: PresentPerson[];
  telling?: NodeJS.Timeout;
  showing?: NodeJS.Timeout;
};

export type LiveHub = ReturnType<typeof makeLiveHub>;

const encoder = new TextEncoder();

/** An empty hub. `report` receives the database's errors. */
export function makeLiveHub(
  source: LiveSource,
  { times = {}, report = console.error }: { times?: Partial<LiveTimes>; report?: (error: unknown) => void } = {},
) {
  const every = { ...usual, ...times };
  const articles = new Map<string, Watched>();
  let polling: NodeJS.Timeout | undefined;
  let isPolling = false;
  let isWoken = false;
  let pollDelay = every.poll;
  let chores: NodeJS.Timeout | undefined;
  let lastLook = 0;
  let lastBeat = 0;
  let isLooking = false;
  let lastMeeting = 0;
  let isMeeting = false;
  let meetsAgain = false;

  const all = () => [...articles.values()].flatMap(({ watchers }) => [...watchers]);

  const isHere = (watcher: Watcher) => articles.get(watcher.articleId)?.watchers.has(watcher) ?? false;

  function offer(watcher: Watcher, words: Uint8Array): boolean {
    if ((watcher.controller.desiredSize ?? 0) <= 0) {
      watcher.fullSince ??= Date.now();
      return false;
    }
    watcher.controller.enqueue(words);
    return true;
  }

  /** Sends the number of an article's last change to some of its streams: the same bytes to all. */
  function sendSeq(articleId: string, seq: number, watchers: Iterable<Watcher>): void {
    const words = encoder.encode(`id: ${seq}\ndata: ${JSON.stringify({ articleId, seq })}\n\n`);
    for (const watcher of watchers) watcher.isBehind = !offer(watcher, words);
  }

  function sendPeople(watcher: Watcher, watched: Watched): void {
    const data = JSON.stringify({ people: peopleBeside(watcher, watched) });
    watcher.missesPeople = !offer(watcher, encoder.encode(`event: presence\ndata: ${data}\n\n`));
  }

  /** Sends what a stream missed while it was full; the oldest messages are no longer worth sending. */
  function refill(watcher: Watcher): void {
    watcher.fullSince = null;
    const watched = articles.get(watcher.articleId);
    if (!watched) return;
    if (watcher.isBehind) sendSeq(watcher.articleId, watched.seq, [watcher]);
    if (watcher.missesPeople) sendPeople(watcher, watched);
  }

  /** Everybody else who has the article open, once each: with two tabs, the one they used last. */
  function peopleBeside(watcher: Watcher, { watchers, elsewhere }: Watched): PresentPerson[] {
    const people = new Map<string, PresentPerson>();
    for (const { id, name, claimId } of [...elsewhere, ...peopleHere(watchers)]) {
      if (id === watcher.person.id) continue;
      if (people.size >= mostPeople && !people.has(id)) continue;
      people.set(id, { id, name, claimId: claimId ?? people.get(id)?.claimId ?? null });
    }
    return [...people.values()];
  }

  const peopleHere = (watchers: Set<Watcher>): PresentPerson[] =>
    [...watchers].map(({ person, claimId }) => ({ id: person.id, name: person.name, claimId }));

  /** Exchanges with the other servers who is where, and shows what is new. Also called when nobody is left here. */
  async function meet(): Promise<void> {
    if (!source.presence) return;
    if (isMeeting) {
      meetsAgain = true;
      return;
    }
    isMeeting = true;
    lastMeeting = Date.now();
    try {
      const here = [...articles].map(([id, { watchers }]): [string, PresentPerson[]] => [id, peopleHere(watchers)]);
      const there = await source.presence(new Map(here));
      for (const [id, watched] of articles) {
        const people = there.get(id) ?? [];
        if (JSON.stringify(people) === JSON.stringify(watched.elsewhere)) continue;
        watched.elsewhere = people;
        show(id);
      }
    } catch (error) {
      report(error);
    } finally {
      isMeeting = false;
    }
    if (!meetsAgain) return;
    meetsAgain = false;
    await meet();
  }

  function show(articleId: string): void {
    const watched = articles.get(articleId);
    if (!watched) return;
    watched.showing ??= setTimeout(() => {
      watched.showing = undefined;
      for (const watcher of watched.watchers) sendPeople(watcher, watched);
    }, every.presence);
  }

  function leave(watcher: Watcher): void {
    const watched = articles.get(watcher.articleId);
    if (!watched?.watchers.delete(watcher)) return;
    if (watched.watchers.size > 0) {
      show(watcher.articleId);
      return;
    }
    clearTimeout(watched.telling);
    clearTimeout(watched.showing);
    articles.delete(watcher.articleId);
    if (articles.size > 0) return;
    void meet();
    clearTimeout(polling);
    clearInterval(chores);
    chores = undefined;
  }

  function end(watcher: Watcher): void {
    leave(watcher);
    watcher.controller.close();
  }

  /** Does not wait for the reader, unlike an orderly end. */
  function drop(watcher: Watcher): void {
    leave(watcher);
    // The server treats an AbortError as a reader who went away; any other error would be logged.
    watcher.controller.error(new DOMException('The stream was not read', 'AbortError'));
  }

  async function poll(): Promise<void> {
    clearTimeout(polling);
    if (isPolling) {
      isWoken = true;
      return;
    }
    isPolling = true;
    try {
      for (const [articleId, seq] of await source.lastSeqs([...articles.keys()])) tell(articleId, seq);
      pollDelay = every.poll;
    } catch (error) {
      report(error);
      pollDelay = Math.min(longestPoll, pollDelay * 2);
    } finally {
      isPolling = false;
    }
    if (articles.size === 0) return;
    // Changes that came in during the query may be missing from its answer.
    polling = setTimeout(poll, isWoken ? every.gather : pollDelay);
    isWoken = false;
  }

  async function checkSessions(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    try {
      const watchers = all();
      const living = await source.livingSessions([...new Set(watchers.map(({ sessionId }) => sessionId))]);
      for (const watcher of watchers) if (!living.has(watcher.sessionId) && isHere(watcher)) end(watcher);
    } catch (error) {
      report(error);
    } finally {
      isLooking = false;
    }
  }

  function doChores(): void {
    const now = Date.now();
    for (const watcher of all()) {
      if (watcher.fullSince !== null && now - watcher.fullSince >= every.stall) drop(watcher);
    }
    if (now - lastLook >= every.people) {
      lastLook = now;
      void checkSessions();
    }
    if (now - lastMeeting >= every.elsewhere) void meet();
    if (now - lastBeat < every.beat) return;
    lastBeat = now;
    // The last number again: a browser can miss this and notices that the connection is dead, which it could not with a
    // comment.
    for (const [articleId, { seq, watchers }] of articles) sendSeq(articleId, seq, watchers);
  }

  function enter(watcher: Watcher, seq: number): void {
    const watched = articles.get(watcher.articleId) ?? { seq, watchers: new Set(), elsewhere: [] };
    articles.set(watcher.articleId, watched);
    watched.watchers.add(watcher);
    chores ??= setInterval(
      doChores,
      Math.min(500, every.people / 2, every.elsewhere / 2, every.stall / 2, every.beat / 2),
    );
    sendSeq(watcher.articleId, Math.max(seq, watched.seq), [watcher]);
    tell(watcher.articleId, seq);
    show(watcher.articleId);
    // Something may have been committed since the caller read `seq`.
    wake();
  }

  /** Sends this process's own news of an article. */
  function tell(articleId: string, seq: number): void {
    const watched = articles.get(articleId);
    if (!watched || seq <= watched.seq) return;
    watched.seq = seq;
    watched.telling ??= setTimeout(() => {
      watched.telling = undefined;
      sendSeq(articleId, watched.seq, watched.watchers);
    }, every.gather);
  }

  /** Asks the database at once how far the watched articles have come. */
  function wake(): void {
    if (articles.size > 0) void poll();
  }

  return {
    tell,
    wake,

    /**
     * A stream of server-sent events for one browser tab, beginning with `seq`, the last change that the caller knows of.
     * It ends with `signal`, when it is cancelled, when it is not read, or when the person may no longer come in.
     */
    open(seat: Seat, seq: number, signal: AbortSignal): ReadableStream<Uint8Array> {
      let watcher: Watcher | undefined;
      const gone = () => watcher && leave(watcher);
      return new ReadableStream<Uint8Array>(
        {
          start(controller) {
            watcher = { ...seat, claimId: null, controller, isBehind: false, missesPeople: false, fullSince: null };
            enter(watcher, seq);
            if (signal.aborted) end(watcher);
            const own = watcher;
            signal.addEventListener('abort', () => isHere(own) && end(own), { once: true });
          },
          pull: () => watcher && refill(watcher),
          cancel: gone,
        },
        new CountQueuingStrategy({ highWaterMark: roomPerStream }),
      );
    },

    /** Records which claim a person is looking at in a tab whose stream is here, and tells the others. */
    look({ articleId, personId, tab }: { articleId: string; personId: string; tab: string }, claimId: string | null) {
      for (const watcher of articles.get(articleId)?.watchers ?? []) {
        if (watcher.person.id !== personId || watcher.tab !== tab) continue;
        watcher.claimId = claimId;
        show(articleId);
      }
    },

    /** Ends every stream, because the process is about to stop, and says when to try again. */
    close(): void {
      for (const watcher of all()) {
        offer(watcher, encoder.encode(`retry: ${retryAfterStop}\n\n`));
        end(watcher);
      }
    },

    /** How many streams a person has open here. */
    streamsOf: (personId: string) => all().filter(({ person }) => person.id === personId).length,

    counts: () => ({ articles: articles.size, streams: all().length }),
  };
}
