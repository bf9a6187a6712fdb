/**
 * What is done with every request before the application sees it, and noted of it afterwards: it gets an id, headers that
 * only a proxy may send are taken away or replaced, and its end is logged and measured.
 */
import { randomUUID } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import { Server } from 'node:http';
import ipaddr from 'ipaddr.js';
import { requestUnderWay } from './log.mjs';
import { patternOf } from './routes.mjs';

const sentId = /^[\w.:-]{8,64}$/;
const usualMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
/** Asked every few seconds by machines. */
const quietRoutes = new Set(['/healthz', '/readyz', '/metrics', '/api/health', '/_next/static']);
/** Headers that say what a proxy was asked for. */
const forwarding = ['forwarded', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port'];

/**
 * The id of a request: a trusted proxy's, else a new one.
 *
 * @param {import('node:http').IncomingHttpHeaders} headers
 * @param {number} proxies
 */
export function idOf(headers, proxies) {
  const sent = headers['x-request-id'];
  return proxies > 0 && typeof sent === 'string' && sentId.test(sent) ? sent : randomUUID();
}

/**
 * Replaces what the sender says of a proxy. Next takes X-Forwarded-Host for the host that an action's Origin must have, and
 * anybody can send it; so it is there only where the Origin is the configured address. Then actions work behind a proxy that
 * sends no headers of its own, whatever Host it sends.
 *
 * @param {import('node:http').IncomingHttpHeaders} headers
 * @param {URL | null} address the configured address of the desk
 */
export function replaceForwarding(headers, address) {
  // The routes for machines on this machine ask whether anything stands in between.
  const isForwarded = [...forwarding, 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => name in headers);
  headers['x-claimdesk-direct'] = isForwarded ? 'no' : 'yes';
  for (const name of forwarding) delete headers[name];
  if (!address) return;
  headers['x-forwarded-proto'] = address.protocol.slice(0, -1);
  const { origin } = headers;
  if (origin && URL.canParse(origin) && new URL(origin).origin === address.origin) {
    headers['x-forwarded-host'] = address.host;
  }
}

/**
 * The network that a request came from: enough to tell a crawler from a colleague, not to tell a person.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {number} proxies
 */
export function networkOf(request, proxies) {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '');
  const from = proxies > 0 ? forwarded.split(',').at(-proxies)?.trim() : request.socket.remoteAddress;
  if (!from || !ipaddr.isValid(from)) return 'unknown';
  const address = ipaddr.process(from);
  const bits = address.kind() === 'ipv4' ? 24 : 48;
  const network = address.kind() === 'ipv4' ? ipaddr.IPv4 : ipaddr.IPv6;
  return `${network.networkAddressFromCIDR(`${address}/${bits}`)}/${bits}`;
}

/**
 * Watches every request of this process from now on.
 *
 * @param {{
 *   log: import('pino').Logger;
 *   metrics: ReturnType<typeof import('./metrics.mjs').makeMetrics>;
 *   stopping: ReturnType<typeof import('./stop.mjs').makeStop>;
 *   routes: import('./routes.mjs').Route[];
 *   proxies: number;
 *   address: URL | null;
 * }} service
 */
export function watchRequests({ log, metrics, stopping, routes, proxies, address }) {
  subscribe('http.server.request.start', (message) => {
    const { request, response, server } =
      /** @type {{ request: import('node:http').IncomingMessage; response: import('node:http').ServerResponse; server: import('node:http').Server }} */ (
        message
      );
    const begin = performance.now();
    const id = idOf(request.headers, proxies);
    request.headers['x-request-id'] = id;
    requestUnderWay.enterWith(id);
    response.setHeader('X-Request-Id', id);
    const from = networkOf(request, proxies);
    replaceForwarding(request.headers, address);
    const route = patternOf(routes, request.url ?? '');
    const method = usualMethods.has(request.method ?? '') ? String(request.method) : 'other';
    metrics.underWay.inc();
    stopping.note(server, response);
    response.once('close', () => {
      metrics.underWay.dec();
      const seconds = (performance.now() - begin) / 1_000;
      const status = response.statusCode;
      const isStream = String(response.getHeader('content-type') ?? '').startsWith('text/event-stream');
      if (!isStream) metrics.requests.observe({ method, route, status }, seconds);
      const line = { request: id, method, route, status, ms: Math.round(seconds * 1_000), from };
      // A server that is not ready says so in a line of its own.
      const level = quietRoutes.has(route) ? 'debug' : status >= 500 ? 'error' : 'info';
      log[level](response.writableFinished ? line : { ...line, cut: true }, 'request');
    });
  });
}

/**
 * Answers methods that no route knows (TRACE, PROPFIND …) with 405: the application takes some of them for GET, and fails at
 * others. Tells whether it did.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export function refuseOtherMethods(request, response) {
  if (usualMethods.has(request.method ?? '')) return false;
  response.writeHead(405, { Allow: [...usualMethods].join(', '), 'Content-Length': 0 }).end();
  return true;
}

/**
 * Puts guards before the application, in every server of this process: a request that one of them answers does not reach it.
 *
 * @param {((request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => boolean)[]} guards
 */
export function guardRequests(...guards) {
  const { emit } = Server.prototype;
  Server.prototype.emit = /** @type {typeof emit} */ (
    function (event, ...given) {
      const [request, response] = given;
      const isAnswered = event === 'request' && guards.some((guard) => guard(request, response));
      return isAnswered || emit.call(this, event, ...given);
    }
  );
}
