/**
 * Whether this server should be sent requests, by named checks. A stranger may ask: the answer names what is wrong in a
 * general sentence, and is kept for a second, so that asking costs nothing.
 */
import 'server-only';
import { makeProbe, type Probe, type ProbeFault } from '#lib/data/database/probe';
import { database, lacksRoom, noteRoom } from '#lib/server/database';
import { env } from '#lib/server/env';
import { service } from '#lib/server/service';

export type Check = { name: 'database' | 'disk' | 'migrations' | 'running'; ok: boolean; why?: string };
export type Readiness = { ready: boolean; checks: Check[] };

/** How long an answer is kept (ms). */
const kept = 1_000;

const sentences: Record<ProbeFault | 'stopping', string> = {
  'no-answer': 'The database does not answer in time.',
  unreachable: 'The database cannot be reached.',
  busy: 'The database is held by another program, or all its connections are in use.',
  'read-only': 'The database cannot be written to.',
  damaged: 'The database is damaged.',
  gone: 'The database file is gone.',
  replaced: 'Another file is in the place of the database, and it is not a desk of this version.',
  'disk-full': 'The disk of the database has too little room left.',
  'not-current': 'The database is not upgraded to this version.',
  newer: 'The database was upgraded by a newer version.',
  stopping: 'The server is stopping.',
};

const check = (name: Check['name'], fault: ProbeFault | 'stopping' | null): Check =>
  fault ? { name, ok: false, why: sentences[fault] } : { name, ok: true };

/** The checks of a probe; `isStopping` is the process's own. */
export function readinessOf({ database: fault, disk, migrations }: Probe, isStopping: boolean): Readiness {
  const checks = [
    check('database', fault),
    check('disk', disk),
    check('migrations', migrations),
    check('running', isStopping ? 'stopping' : null),
  ];
  return { ready: checks.every(({ ok }) => ok), checks };
}

const held = globalThis as {
  claimdeskProbe?: { ask: () => Promise<Probe>; at: number; answer: Promise<Probe>; said: string };
};

/** Asks the database at most once a second, and logs when something turns wrong or right. */
function probed(): Promise<Probe> {
  const now = performance.now();
  const { DATABASE_URL: address, CLAIMDESK_MIGRATIONS: migrations } = env();
  held.claimdeskProbe ??= {
    ask: makeProbe({ address, db: database, migrations, lacksRoom }),
    at: Number.NEGATIVE_INFINITY,
    answer: Promise.resolve({ database: null, disk: null, migrations: null }),
    said: '',
  };
  const probe = held.claimdeskProbe;
  if (now - probe.at < kept) return probe.answer;
  probe.at = now;
  probe.answer = probe.ask().then((answer) => {
    const faults = Object.values(answer).filter((fault) => fault !== null);
    if (faults.length === 0) noteRoom();
    const said = faults.join(', ');
    if (said !== probe.said) service()?.log.warn({ faults }, said ? 'not ready' : 'ready again');
    probe.said = said;
    // What took long is kept from its end on.
    probe.at = performance.now();
    return answer;
  });
  return probe.answer;
}

/** Never throws, and answers within a few seconds whatever the database does. */
export async function readiness(): Promise<Readiness> {
  return readinessOf(await probed(), service()?.isStopping() ?? false);
}
