/**
 * A server and some browsers in one memory: the real connection and the real reducer over a network that delays, loses and
 * cuts. Time is simulated, and everything follows from the seed.
 */
import { expect, test } from 'vitest';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { SuggestionView } from '#lib/domain/claims/suggestion';
import type { ReviewView } from '#lib/domain/review/review';
import { inReadingOrder } from '#lib/domain/review/review';
import { type LoggedChange, type ReviewUpdate, touchedBy } from '#lib/domain/review/update';
import {
  claimView,
  evidenceView,
  paragraphView,
  reviewView,
  sourceView,
  speakerView,
} from '#lib/testing/article/factories';
import { type ReviewState, reduceReview, startReview } from '../_state/state';
import { keepUpToDate, type Transport } from './connection';

/** Mulberry32: a small generator that a seed determines. */
function chanceOf(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function makeTime() {
  let now = 0;
  let queue: { at: number; run: () => void }[] = [];
  const later = (run: () => void, milliseconds: number) => {
    const event = { at: now + milliseconds, run };
    queue.push(event);
    return () => {
      queue = queue.filter((other) => other !== event);
    };
  };
  const sleep = (milliseconds: number) => new Promise<void>((resolve) => later(resolve, milliseconds));
  async function runUntil(end: number) {
    for (;;) {
      const next = queue.reduce<(typeof queue)[number] | null>((a, b) => (a && a.at <= b.at ? a : b), null);
      if (!next || next.at > end) break;
      queue = queue.filter((event) => event !== next);
      now = next.at;
      next.run();
      await new Promise(setImmediate);
    }
    now = end;
  }
  return { now: () => now, later, sleep, runUntil };
}

type Random = () => number;
const pick = <T>(random: Random, list: T[]): T | undefined => list[Math.floor(random() * list.length)];

const suggestionAt = (index: number): SuggestionView => ({
  ...{ id: `s${index}`, paragraphId: `p${(index % 3) + 1}`, start: 100 + index * 4, end: 102 + index * 4 },
  ...{ kind: 'figure', score: 0.6, reasons: [], speaker: null },
});

/** The desk: the rules of lib/data in a few lines, the same lines of history, the same reading of them. */
function makeServer() {
  const paragraphs = [1, 2, 3].map((number) => paragraphView({ number, id: `p${number}` }));
  const claims = new Map<string, { claim: ClaimView; isRemoved: boolean }>();
  const suggestions = new Map<string, { suggestion: SuggestionView; isOpen: boolean }>();
  for (let index = 0; index < 8; index += 1) {
    suggestions.set(`s${index}`, { suggestion: suggestionAt(index), isOpen: true });
  }
  const lines: (LoggedChange & { actor: number })[] = [
    { verb: 'article-added', claimId: null, paragraph: null, actor: 0 },
  ];
  let speaker = speakerView({ role: 'first role' });
  let count = 0;
  const listeners = new Set<(seq: number) => void>();
  const log = (actor: number, verb: string, more: { claimId?: string; paragraph?: number } = {}) => {
    lines.push({ verb, actor, claimId: more.claimId ?? null, paragraph: more.paragraph ?? null });
  };
  const commit = () => {
    for (const tell of listeners) tell(lines.length);
  };

  const living = () =>
    [...claims.values()].flatMap(({ claim, isRemoved }) => (isRemoved ? [] : [{ ...claim, speaker }]));
  const open = () => [...suggestions.values()].flatMap(({ suggestion, isOpen }) => (isOpen ? [suggestion] : []));
  const view = (): ReviewView =>
    reviewView({
      article: { seq: lines.length },
      paragraphs: paragraphs.map((paragraph) => ({ ...paragraph })),
      claims: inReadingOrder(living(), paragraphs),
      suggestions: inReadingOrder(open(), paragraphs),
    });

  function change(actor: number, id: string, verb: string, how: (claim: ClaimView) => Partial<ClaimView>) {
    const known = claims.get(id);
    if (!known || (known.isRemoved && verb !== 'claim-restored')) return null;
    known.claim = { ...known.claim, ...how(known.claim), version: known.claim.version + 1 };
    log(actor, verb, { claimId: id });
    return known;
  }
  function add(actor: number, paragraphId: string, start: number): ClaimView {
    count += 1;
    const claim = claimView({ number: count, id: `c${count}`, paragraphId, start, end: start + 2 });
    claims.set(claim.id, { claim, isRemoved: false });
    log(actor, 'claim-marked', { claimId: claim.id });
    return { ...claim, speaker };
  }

  return {
    listeners,
    view,
    claims,
    seq: () => lines.length,
    read(since: number, actor: number): ReviewUpdate {
      const missed = lines.slice(since);
      const touched = since === 0 ? null : touchedBy(missed);
      const head = { seq: lines.length, others: missed.filter((line) => line.actor !== actor).length };
      const whole = view();
      const removed = [...claims.values()].flatMap(({ claim: { id, version }, isRemoved }) =>
        isRemoved ? [{ id, version }] : [],
      );
      if (!touched)
        return { ...head, ...whole, since: 0, isArticleEdited: true, removed, assignments: [], threads: [] };
      const { claimIds, hasSpeakers, hasSuggestions, isArticleEdited } = touched;
      return {
        ...{ ...head, since, isArticleEdited },
        paragraphs: whole.paragraphs.filter(({ number }) => touched.paragraphs.includes(number)),
        claims: whole.claims.filter(({ id }) => hasSpeakers || claimIds.includes(id)),
        removed: removed.filter(({ id }) => claimIds.includes(id)),
        suggestions: hasSuggestions ? whole.suggestions : null,
        assignments: null,
        threads: null,
      };
    },
    mark(actor: number, paragraphId: string, start: number) {
      const claim = add(actor, paragraphId, start);
      commit();
      return claim;
    },
    addEvidence(actor: number, id: string, act: string) {
      const evidence = evidenceView({ source: sourceView({ id: act }) });
      const changed = change(actor, id, 'evidence-added', (claim) => ({ evidence: [...claim.evidence, evidence] }));
      commit();
      return changed && { ...changed.claim, speaker };
    },
    setRemoved(actor: number, id: string, isRemoved: boolean) {
      const changed = change(actor, id, isRemoved ? 'claim-removed' : 'claim-restored', () => ({}));
      if (changed) changed.isRemoved = isRemoved;
      commit();
      return changed && { ...changed.claim, speaker };
    },
    /** Another's claim stands there already: nothing is logged, as when a suggestion was taken up before. */
    accept(actor: number, id: string) {
      const known = suggestions.get(id);
      if (!known?.isOpen) return [];
      known.isOpen = false;
      const claim = add(actor, known.suggestion.paragraphId, known.suggestion.start);
      commit();
      return [claim];
    },
    setDismissed(actor: number, id: string, isDismissed: boolean) {
      const known = suggestions.get(id);
      if (!known || known.isOpen !== isDismissed) return;
      known.isOpen = !isDismissed;
      log(actor, isDismissed ? 'suggestions-dismissed' : 'suggestions-proposed');
      commit();
    },
    setKind(actor: number, number: number) {
      const paragraph = paragraphs[number - 1];
      if (paragraph) paragraph.kind = paragraph.kind === 'body' ? 'caption' : 'body';
      log(actor, 'paragraph-kind', { paragraph: number });
      commit();
      return { kind: paragraph?.kind ?? 'body', suggestions: inReadingOrder(open(), paragraphs) };
    },
    editSpeaker(actor: number) {
      speaker = { ...speaker, role: `role ${lines.length}` };
      log(actor, 'speaker-edited');
      commit();
    },
    /** Something that a later version of the desk logs. */
    surprise(actor: number) {
      for (const known of claims.values()) known.claim = { ...known.claim, suffix: `after ${lines.length}` };
      log(actor, 'something-new');
      commit();
    },
  };
}

type Server = ReturnType<typeof makeServer>;
type Time = ReturnType<typeof makeTime>;

function makeClient(server: Server, time: Time, random: Random, me: number) {
  let state: ReviewState = startReview(server.view());
  let isOffline = false;
  /** Packets go astray without anybody noticing: the machine sleeps, or a proxy lost the connection. */
  let isDeaf = false;
  let isTyping = false;
  let isOver = false;
  let inFlight: Promise<unknown> = Promise.resolve();
  let acts = 0;
  const acknowledged: { act: string; claimId: string }[] = [];
  const streams = new Set<() => void>();
  const dispatch = (event: Parameters<typeof reduceReview>[1]) => {
    state = reduceReview(state, event);
  };
  const delay = () => 2 + random() * (random() < 0.1 ? 4_000 : 120);

  const transport: Transport = {
    open: (on) => {
      let isOpen = true;
      const deliver = (seq: number) =>
        time.later(() => isOpen && !isOffline && !isDeaf && random() > 0.05 && on.seq(seq), delay());
      const beat = () => {
        if (!isOpen || isOver) return;
        deliver(server.seq());
        time.later(beat, 15_000);
      };
      const close = () => {
        isOpen = false;
        server.listeners.delete(deliver);
        streams.delete(cut);
      };
      const cut = () => {
        close();
        on.end();
      };
      time.later(() => {
        if (!isOpen) return;
        if (isOffline) return cut();
        streams.add(cut);
        server.listeners.add(deliver);
        beat();
      }, delay());
      return close;
    },
    read: async (since) => {
      await time.sleep(delay());
      if (isOffline) throw new Error('no network');
      const update = server.read(since, me);
      await time.sleep(delay());
      if (isOffline) throw new Error('no network');
      return structuredClone(update);
    },
  };
  const connection = keepUpToDate(
    transport,
    {
      ...{ now: time.now, later: time.later, random },
      isTyping: () => isTyping,
      settled: () => inFlight,
      apply: (update) => dispatch({ type: 'update', update }),
      show: () => {},
    },
    state.seq,
  );

  /** Asks the server as the page does: either way may fail, and what was done is acknowledged by its answer alone. */
  async function ask<T>(run: () => T): Promise<T | 'no-answer'> {
    await time.sleep(delay());
    if (isOffline) return 'no-answer';
    const answer = structuredClone(run());
    await time.sleep(delay());
    return isOffline ? 'no-answer' : answer;
  }
  function tracked(run: () => Promise<void>): void {
    inFlight = Promise.allSettled([inFlight, run()]);
  }

  function act(): void {
    const claim = pick(random, state.claims);
    const suggestion = pick(random, state.suggestions);
    const choice = random();
    acts += 1;
    const name = `act-${me}-${acts}`;
    if (choice < 0.25) {
      const paragraphId = `p${1 + Math.floor(random() * 3)}`;
      tracked(async () => {
        const answer = await ask(() => server.mark(me, paragraphId, Math.floor(random() * 90)));
        if (answer !== 'no-answer') {
          dispatch({ type: 'claim', claim: answer });
          acknowledged.push({ act: '', claimId: answer.id });
        }
      });
    } else if (choice < 0.6 && claim) {
      dispatch({ type: 'guess', claim: { ...claim, standing: 'verified' } });
      tracked(async () => {
        const answer = await ask(() => server.addEvidence(me, claim.id, name));
        if (answer === 'no-answer' || !answer) dispatch({ type: 'guess-over', claimId: claim.id });
        else {
          dispatch({ type: 'claim', claim: answer });
          acknowledged.push({ act: name, claimId: claim.id });
        }
      });
    } else if (choice < 0.7 && claim) {
      tracked(async () => {
        const answer = await ask(() => server.setRemoved(me, claim.id, true));
        if (answer !== 'no-answer' && answer) {
          dispatch({ type: 'claim-gone', claimId: claim.id, version: answer.version });
        }
      });
    } else if (choice < 0.76) {
      const gone = pick(random, [...state.gone.keys()]);
      if (!gone) return;
      tracked(async () => {
        const answer = await ask(() => server.setRemoved(me, gone, false));
        if (answer !== 'no-answer' && answer) dispatch({ type: 'claim', claim: answer });
      });
    } else if (choice < 0.84 && suggestion) {
      dispatch({ type: 'suggestions-gone', ids: [suggestion.id] });
      tracked(async () => {
        const answer = await ask(() => server.accept(me, suggestion.id));
        if (answer === 'no-answer') dispatch({ type: 'suggestions-back', suggestions: [suggestion] });
        else for (const marked of answer) dispatch({ type: 'claim', claim: marked });
      });
    } else if (choice < 0.92 && suggestion) {
      dispatch({ type: 'suggestions-gone', ids: [suggestion.id] });
      tracked(async () => {
        const answer = await ask(() => server.setDismissed(me, suggestion.id, true));
        if (answer === 'no-answer') dispatch({ type: 'suggestions-back', suggestions: [suggestion] });
      });
    } else if (choice < 0.95) {
      const number = 1 + Math.floor(random() * 3);
      tracked(async () => {
        const answer = await ask(() => server.setKind(me, number));
        if (answer === 'no-answer') return;
        dispatch({ type: 'paragraph-kind', paragraphId: `p${number}`, kind: answer.kind });
        dispatch({ type: 'suggestions', suggestions: answer.suggestions });
      });
    } else if (choice < 0.98) server.editSpeaker(me);
    else server.surprise(me);
  }

  function disturb(): void {
    const choice = random();
    if (choice < 0.4) for (const cut of [...streams]) cut();
    else if (choice < 0.6) {
      isOffline = true;
      connection.pause(true);
      time.later(() => {
        isOffline = false;
        connection.resume();
      }, random() * 20_000);
    } else if (choice < 0.8) {
      isDeaf = true;
      time.later(() => {
        isDeaf = false;
      }, random() * 30_000);
    } else {
      isTyping = true;
      time.later(() => {
        isTyping = false;
      }, random() * 10_000);
    }
  }

  return {
    act,
    disturb,
    acknowledged,
    state: () => state,
    stop: () => {
      isOver = true;
      connection.stop();
    },
  };
}

const activeFor = 20_000;
/** Long enough for the longest disturbance, the longest silence and a heartbeat. */
const quietFor = 120_000;

async function simulate(seed: number) {
  const random = chanceOf(seed);
  const time = makeTime();
  const server = makeServer();
  for (let index = 0; index < 3; index += 1) server.mark(0, 'p1', index * 10);
  const clients = Array.from({ length: 2 + Math.floor(random() * 3) }, (_, index) =>
    makeClient(server, time, random, index + 1),
  );
  for (const client of clients) {
    for (let count = 0; count < 10; count += 1) time.later(client.act, random() * activeFor);
    for (let count = 0; count < 3; count += 1) time.later(client.disturb, random() * activeFor);
  }
  await time.runUntil(activeFor + quietFor);
  const view = server.view();
  for (const client of clients) {
    client.stop();
    const { claims, suggestions, paragraphs, seq } = client.state();
    expect({ seed, seq, claims, suggestions, paragraphs }).toEqual({
      ...{ seed, seq: view.article.seq, claims: view.claims },
      ...{ suggestions: view.suggestions, paragraphs: view.paragraphs },
    });
    expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
    for (const { act, claimId } of client.acknowledged) {
      const kept = server.claims.get(claimId)?.claim;
      const copies = act ? kept?.evidence.filter(({ source }) => source.id === act).length : Number(kept !== undefined);
      expect([seed, claimId, act, copies]).toEqual([seed, claimId, act, 1]);
    }
  }
  return clients.reduce((sum, client) => sum + client.acknowledged.length, 0);
}

/** More with CLAIMDESK_RUNS; one seed alone with CLAIMDESK_SEED. */
const runs = Number(process.env.CLAIMDESK_RUNS ?? 2_000);
const only = process.env.CLAIMDESK_SEED;

test('every browser comes to show what the server has, over any network', { timeout: 600_000 }, async () => {
  let acknowledged = 0;
  for (let seed = 1; seed <= runs; seed += 1) {
    if (!only || Number(only) === seed) acknowledged += await simulate(seed);
  }
  expect(acknowledged).toBeGreaterThan(only ? 0 : runs * 5);
});
