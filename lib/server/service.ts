/**
 * What the process itself offers to the code of requests: its log, its metrics, and its end. It is put there before Next
 * starts (lib/server/process/service.mjs); in a test there is none, and errors go to the console.
 */
import 'server-only';

type Gauge = { set: (value: number) => void; inc: (labels: object) => void; dec: (labels: object) => void };

type Service = {
  log: { info: (facts: object, message: string) => void; warn: (facts: object, message: string) => void };
  metrics: {
    registry: { contentType: string; metrics: () => Promise<string> };
    reader: { startTimer: (labels: object) => () => void };
    jobs: Gauge;
    /** `collect` is asked whenever the metrics are read. */
    liveStreams: Gauge & { collect?: () => void };
  };
  report: (error: unknown, message?: string) => void;
  isStopping: () => boolean;
  onStop: (kind: 'streams' | 'resources', close: () => unknown) => void;
};

/** The process's own service; undefined where the code runs outside of a server. */
export const service = (): Service | undefined =>
  (globalThis as { [key: symbol]: Service | undefined })[Symbol.for('claimdesk.service')];

/** Logs an error that nobody expected. */
export function reportError(error: unknown): void {
  const running = service();
  if (running) running.report(error);
  else console.error(error);
}

/** Runs a piece of work that the metrics count while it lasts, by its kind. */
export async function countedJob<T>(kind: string, run: () => Promise<T>): Promise<T> {
  const metrics = service()?.metrics;
  const ended = metrics?.reader.startTimer({ kind });
  metrics?.jobs.inc({ kind });
  try {
    return await run();
  } finally {
    metrics?.jobs.dec({ kind });
    ended?.();
  }
}
