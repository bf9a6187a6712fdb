/**
 * Loaded into the server before anything else: a request whose database failed is answered with 503 and the time after
 * which to ask again, where the code that met the failure would have it answered with 500. lib/server/database.ts writes
 * the failure's code into the request's store. An answer without a body gets the sentence for it, in both languages.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import { readFileSync } from 'node:fs';

/** @type {AsyncLocalStorage<{ fault?: string }>} */
const requests = new AsyncLocalStorage();
Object.assign(globalThis, { [Symbol.for('claimdesk.request')]: requests });

/** @param {string} language */
const sentences = (language) =>
  JSON.parse(readFileSync(new URL(`../../app/i18n/${language}/refusal.json`, import.meta.url), 'utf8'));
const inBoth = [sentences('en'), sentences('zh')];

subscribe('http.server.request.start', ({ request, response }) => {
  /** @type {{ fault?: string }} */
  const store = {};
  requests.enterWith(store);
  const { writeHead, end } = response;
  let isBare = false;
  response.writeHead = (status, ...more) => {
    if (status < 500 || store.fault === undefined) return writeHead.call(response, status, ...more);
    response.setHeader('Retry-After', '5');
    // What has no type has no body either.
    isBare = !response.hasHeader('Content-Type');
    if (isBare) {
      response.setHeader('Content-Type', 'text/plain; charset=utf-8');
      response.removeHeader('Content-Length');
    }
    return writeHead.call(response, 503, ...more);
  };
  response.end = (...given) => {
    // Writes the head of an answer that is one piece, as Node would only do in `end`.
    if (!response.headersSent && response.statusCode >= 500 && store.fault) response.writeHead(response.statusCode);
    const hasBody = given[0] !== undefined && given[0] !== null && typeof given[0] !== 'function';
    if (!isBare || hasBody || request.method === 'HEAD') return end.call(response, ...given);
    const body = inBoth.map((words) => `${words[store.fault ?? '']}\n`).join('');
    return end.call(response, body, ...given.filter((one) => typeof one === 'function'));
  };
});
