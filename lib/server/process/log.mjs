/**
 * The log of a process: a line of JSON for each event on standard error, or a line for people where that is a terminal.
 *
 * Invariant: no line holds the text of an article, a secret or a person's address. An error is logged by its type, its code,
 * its places in the code and a message in which those are masked.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { stripVTControlCharacters } from 'node:util';
import pino from 'pino';
import { prettyFactory } from 'pino-pretty';

/** The levels that LOG_LEVEL may have. */
export const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** The id of the request that is being served, for the lines written meanwhile. */
export const requestUnderWay = /** @type {AsyncLocalStorage<string>} */ (new AsyncLocalStorage());

const longestMessage = 300;
// Whoever read the log may be gone; the server goes on without it.
process.stderr.on('error', () => {});

/** So many places in the code tell where an error comes from. */
const mostFrames = 12;

/**
 * A text without what may be of a person or an article: quoted words, long runs of Chinese, e-mail addresses, secrets.
 *
 * @param {string} text
 */
export function mask(text) {
  return stripVTControlCharacters(text)
    .slice(0, 4 * longestMessage)
    .replace(/[^\s<>"'@]+@[^\s<>"'@]+\.[^\s<>"'@]+/g, '[address]')
    .replace(/(["'`])(?:(?!\1).){25,}\1|“[^”]{25,}”|「[^」]{12,}」/gs, '[text]')
    .replace(/\p{Script=Han}(?:[\p{Script=Han}\p{P}\d ]{10,})/gu, '[text]')
    .replace(/([?&]\w*(?:token|secret|code|state|key)\w*=)[^&\s]+/gi, '$1[secret]')
    .replace(/(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{20,}(?![\w-])/gi, '[secret]')
    .slice(0, longestMessage);
}

/**
 * What is logged of an error. Prisma's messages repeat the call with its values and end in a line with the reason; that
 * line alone is kept. A stack begins with the message, so its frames alone are kept.
 *
 * @param {unknown} error
 * @returns {Record<string, unknown>}
 */
export function describeError(error, depth = 0) {
  if (!(error instanceof Error)) return { type: typeof error, message: mask(String(error)) };
  const type = error.name || error.constructor.name;
  const lines = error.message.split('\n').filter((line) => line.trim());
  const { code, digest, cause } = /** @type {Error & { code?: unknown; digest?: unknown }} */ (error);
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type,
    code: typeof code === 'string' || typeof code === 'number' ? code : undefined,
    digest: typeof digest === 'string' ? mask(digest) : undefined,
    message: mask((type.startsWith('Prisma') ? lines.at(-1) : lines[0]) ?? ''),
    stack: frames.slice(0, mostFrames).map((line) => line.trim()),
    cause: cause && depth < 3 ? describeError(cause, depth + 1) : undefined,
  };
}

/**
 * A log as the environment asks for it: LOG_LEVEL (by default `info`, in a terminal `warn`) and LOG_FORMAT (`json` or
 * `pretty`, by default as standard error is a terminal or not).
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {{ isTerminal?: boolean; to?: pino.DestinationStream }} [surroundings]
 */
export function makeLog(env, { isTerminal = process.stderr.isTTY, to } = {}) {
  const isPretty = env.LOG_FORMAT ? env.LOG_FORMAT === 'pretty' : isTerminal;
  const level = levels.includes(env.LOG_LEVEL ?? '') ? env.LOG_LEVEL : isTerminal ? 'warn' : 'info';
  const format = isPretty
    ? prettyFactory({ colorize: isTerminal, ignore: 'pid,hostname', singleLine: true, translateTime: 'SYS:HH:MM:ss' })
    : (/** @type {string} */ line) => line;
  // Written at once, so that nothing is left to write at the end: pino's own stream waits for ever where nobody reads.
  const stream = to ?? { write: (/** @type {string} */ line) => process.stderr.write(format(line)) };
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (error) => describeError(error) },
      mixin() {
        const request = requestUnderWay.getStore();
        return request ? { request } : {};
      },
    },
    stream,
  );
}

/**
 * Sends what is written to the console into a log: Next and libraries write there. What they merely tell is of use to
 * developers only.
 *
 * @param {pino.Logger} log
 * @param {{ target?: Console; onError?: (error: Error) => void }} [settings] onError: is given each error, to count it
 */
export function takeOverConsole(log, { target = console, onError } = {}) {
  const levelOf = /** @type {const} */ ({ error: 'error', warn: 'warn', info: 'info', log: 'debug', debug: 'debug' });
  for (const [name, level] of Object.entries(levelOf)) {
    target[/** @type {keyof typeof levelOf} */ (name)] = (/** @type {unknown[]} */ ...said) => {
      const error = said.find((one) => one instanceof Error);
      const words = said.filter((one) => one !== error).map((one) => (typeof one === 'string' ? one : typeof one));
      if (error) onError?.(error);
      log[level](error ? { err: error } : {}, mask(words.join(' ').trim()) || 'unexpected error');
    };
  }
}
