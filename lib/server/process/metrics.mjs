/** The figures that a monitor collects (Prometheus). */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Error codes of Prisma, SQLite and PostgreSQL (SQLSTATE). */
const databaseCode = /^(P\d{4}|SQLITE_\w+|[0-9A-Z]{5})$/;

export function makeMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: 'http_request_duration_seconds',
      help: 'How long requests took, by route; live streams are not among them.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    }),
    underWay: new Gauge({
      name: 'http_requests_under_way',
      help: 'Requests that are being answered now, live streams among them.',
      registers,
    }),
    databaseErrors: new Counter({
      name: 'claimdesk_database_errors_total',
      help: 'Errors of the database that reached the log, by their code.',
      labelNames: ['code'],
      registers,
    }),
    reader: new Histogram({
      name: 'claimdesk_reader_seconds',
      help: 'How long texts, files and pages took to be read.',
      labelNames: ['kind'],
      buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
      registers,
    }),
    jobs: new Gauge({
      name: 'claimdesk_jobs',
      help: 'Work that is under way now, by kind.',
      labelNames: ['kind'],
      registers,
    }),
    liveStreams: new Gauge({
      name: 'claimdesk_live_streams',
      help: 'Live streams that are open now.',
      registers,
    }),
  };
}

/**
 * The code of an error if a database gave it, or of what caused it; null for any other error.
 *
 * @param {unknown} error
 * @returns {string | null}
 */
export function codeOfDatabaseError(error, depth = 0) {
  if (!(error instanceof Error) || depth > 3) return null;
  const { code, cause } = /** @type {Error & { code?: unknown }} */ (error);
  if (typeof code === 'string' && databaseCode.test(code) && !/^E[A-Z]{4}$/.test(code)) return code;
  return codeOfDatabaseError(cause, depth + 1);
}
