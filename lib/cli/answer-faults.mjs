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
  response.writeHead = (status, ...more) => {
    const isFault = status >= 500 && store.fault !== undefined;
    if (isFault) response.setHeader('Retry-After', '5');
    return writeHead.call(response, isFault ? 503 : status, ...more);
  };
  response.end = (...given) => {
    const isEmpty = given[0] === undefined || given[0] === null || typeof given[0] === 'function';
    if (!isEmpty || response.headersSent || response.statusCode < 500 || !store.fault)
      return end.call(response, ...given);
    response.setHeader('Content-Type', 'text/plain; charset=utf-8');
    response.removeHeader('Content-Length');
    const body = inBoth.map((words) => `${words[store.fault ?? '']}\n`).join('');
    return end.call(
      response,
      request.method === 'HEAD' ? undefined : body,
      ...given.filter((one) => typeof one === 'function'),
    );
  };
});
