/**
 * Keeps a view of an article up to date: hears how far the article has come, reads what it misses, and applies it in order.
 * Pure but for what it is given; no React, no browser. What is heard is a number only, so a number that is lost, doubled or
 * late does no harm: the next one, at the latest that of the next heartbeat, brings everything since.
 */
import type { PresentPerson, ReviewUpdate } from '#lib/domain/review/update';

export type LiveStatus = 'live' | 'connecting' | 'offline' | 'signed-out' | 'gone';

/** How a connection reaches the server. */
export type Transport = {
  /** Listens; returns what ends it. `onEnd` is called once, when it ended by itself. */
  open: (on: { seq: (seq: number) => void; people: (people: PresentPerson[]) => void; end: () => void }) => () => void;
  /** What changed since; throws where the server was not reached. */
  read: (since: number) => Promise<ReviewUpdate | 'signed-out' | 'gone'>;
};

export type LiveView = { status: LiveStatus; held: number; people: PresentPerson[] };

/** Clock, chance and the page's own doings. */
export type LiveSurroundings = {
  now: () => number;
  later: (run: () => void, milliseconds: number) => () => void;
  random: () => number;
  /** Whether updates must wait, since somebody is typing. */
  isTyping: () => boolean;
  /** Settles with the page's own acts under way; another promise as soon as one more begins. */
  settled: () => Promise<unknown>;
  apply: (update: ReviewUpdate) => void;
  show: (view: LiveView) => void;
};

/** The server's heartbeat comes every 15 seconds: two may be lost. */
const longestSilence = 40_000;
/** A connection older than this may have slept with its machine. */
const doubtfulSilence = 20_000;
const firstDelay = 500;
const longestDelay = 15_000;
/** How long an act without an answer holds up what others did. */
const longestWait = 2_000;
const choresEvery = 1_000;

export type LiveConnection = ReturnType<typeof keepUpToDate>;

/** Begins at change `seq`, which the view holds. */
export function keepUpToDate(transport: Transport, around: LiveSurroundings, seq: number) {
  let applied = seq;
  let announced = seq;
  let held: ReviewUpdate | null = null;
  /** Own acts until here have their answers. */
  let quiet = around.settled();
  /** From where on an answer that came late may have put something older in place of what was shown already. */
  let doubted: number | null = null;
  let people: PresentPerson[] = [];
  let status: LiveStatus = 'connecting';
  let close: (() => void) | null = null;
  let heardAt = 0;
  let failures = 0;
  let isReading = false;
  let isPaused = false;
  let cancelRetry: (() => void) | null = null;
  let cancelReread: (() => void) | null = null;
  let cancelChores: (() => void) | null = null;
  let isStopped = false;

  const isOver = () => status === 'signed-out' || status === 'gone';
  const known = () => held?.seq ?? applied;
  const show = () => around.show({ status, held: held?.others ?? 0, people });

  function turn(next: LiveStatus): void {
    if (isOver() || status === next) return;
    status = next;
    if (next !== 'live') people = [];
    if (isOver()) disconnect();
    show();
  }

  function disconnect(): void {
    cancelRetry?.();
    cancelRetry = null;
    cancelReread?.();
    cancelReread = null;
    close?.();
    close = null;
  }

  function connect(): void {
    disconnect();
    if (isOver() || isPaused) return;
    heardAt = around.now();
    close = transport.open({
      seq: (next) => {
        heardAt = around.now();
        failures = 0;
        turn('live');
        announced = Math.max(announced, next);
        void catchUp();
      },
      people: (present) => {
        people = present;
        show();
      },
      end: fail,
    });
  }

  /** Tries again later; what changed meanwhile is read first, which also tells whether one is still signed in. */
  function fail(): void {
    disconnect();
    if (isOver() || isPaused) return;
    failures += 1;
    turn(failures > 1 ? 'offline' : 'connecting');
    const delay = Math.min(longestDelay, firstDelay * 2 ** Math.min(failures - 1, 10)) * (0.5 + around.random() / 2);
    cancelRetry = around.later(() => {
      cancelRetry = null;
      void reconnect();
    }, delay);
  }

  async function reconnect(): Promise<void> {
    if (isOver() || isPaused) return;
    if (!(await catchUp({ evenIfUpToDate: true }))) {
      if (!close && !cancelRetry) fail();
      return;
    }
    if (!close && !cancelRetry) connect();
  }

  /** Waits for the page's own acts, but not for ever. */
  async function ownActs(): Promise<void> {
    const acts = around.settled();
    if (acts === quiet) return;
    await new Promise<void>((resolve) => {
      const cancel = around.later(resolve, longestWait);
      void acts.then(() => {
        quiet = acts;
        cancel();
        resolve();
      });
    });
  }

  /**
   * Reads until the view holds what was announced. Own acts are let finish first, so that what they show meanwhile does not
   * flicker. False where the server could not be reached or has no more to say.
   */
  async function catchUp({ evenIfUpToDate = false } = {}): Promise<boolean> {
    if (isReading) return true;
    isReading = true;
    try {
      let mustRead = evenIfUpToDate;
      while (!isOver() && (mustRead || doubted !== null || announced > known())) {
        await ownActs();
        const since = Math.min(applied, doubted ?? applied, held?.since ?? applied);
        const update = await transport.read(since);
        if (update === 'signed-out' || update === 'gone') {
          turn(update);
          return false;
        }
        const isNews = mustRead || doubted !== null || update.seq > known();
        mustRead = false;
        doubted = null;
        take(update);
        // A server that announced more than it can show yet is asked again later, not at once.
        if (!isNews) throw new Error('The server is behind its own word');
        // What is in doubt again waits for the acts' answers.
        if (doubted !== null) break;
      }
      return true;
    } catch {
      // Without a stream the next attempt to connect reads again.
      if (close) {
        cancelReread?.();
        cancelReread = around.later(() => void catchUp(), longestWait);
      }
      return false;
    } finally {
      isReading = false;
    }
  }

  /** Has everything since a change read again once the acts under way have their answers. */
  function doubt(since: number, acts: Promise<unknown>): void {
    doubted = Math.min(since, doubted ?? since);
    void acts.then(() => {
      quiet = acts;
      if (!isStopped) void catchUp();
    });
  }

  function take(update: ReviewUpdate): void {
    if (isStopped || update.seq < applied) return;
    if (update.others > 0 && around.isTyping()) {
      held = update;
      show();
      return;
    }
    applyNow(update);
  }

  function applyNow(update: ReviewUpdate): void {
    const wasHeld = held !== null;
    held = null;
    const acts = around.settled();
    if (acts !== quiet) doubt(Math.min(applied, update.since), acts);
    applied = update.seq;
    around.apply(update);
    if (wasHeld) show();
  }

  /** Applies what waits. */
  function release(): void {
    if (held) applyNow(held);
  }

  function chores(): void {
    if (held && !around.isTyping()) release();
    if (close && around.now() - heardAt > longestSilence) fail();
    cancelChores = around.later(chores, choresEvery);
  }

  chores();
  connect();

  return {
    release,

    /** Call when the person may have stopped typing. */
    look: () => {
      if (held && !around.isTyping()) release();
    },

    /** Ends the stream until `resume`: nobody looks, or there is no network. */
    pause(isOffline: boolean): void {
      isPaused = true;
      disconnect();
      turn(isOffline ? 'offline' : 'connecting');
    },

    /** Connects at once where the stream is not there or may have slept. */
    resume(): void {
      const isFresh = close !== null && around.now() - heardAt < doubtfulSilence;
      isPaused = false;
      if (isFresh || isOver()) return;
      failures = 0;
      connect();
    },

    /** Ends it for good. */
    stop(): void {
      isPaused = true;
      isStopped = true;
      cancelChores?.();
      disconnect();
    },
  };
}
