/**
 * Fetches a page from the web for a person of the desk. Returns an answer or a refusal with its reason; never throws.
 *
 * The address is chosen by a stranger and the desk stands inside a network. So only http and https on their ports are
 * allowed, every address that a name resolves to is checked, and the connection goes to a checked address without a
 * second lookup (TLS still checks the name). Every redirect is checked like a new address. Size, time, redirects and
 * kinds of content are limited. No cookies, no credentials, no proxy, no scripts.
 */
import { lookup } from 'node:dns/promises';
import { type ClientRequest, request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { Answer } from '#lib/data/sources/snapshots';
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal';
import { acceptedEncodings, readBody } from './body';
import type { AllowedPlace } from './place';
import { type Resolver, readTarget, type Target } from './target';

/** The answer. `charset` is the header's, in lower case; `finalUrl` is the address after all redirects. */
export type FetchedPage = {
  bytes: Uint8Array;
  contentType: string | null;
  charset: string | null;
  url: string;
  finalUrl: string;
  redirects: string[];
  /** What the server answered with: its status, and its headers without cookies. */
  status: number;
  headers: [name: string, value: string][];
  fetchedAt: Date;
  /** What the server names this content (RFC 9110 §8.8). */
  etag: string | null;
  lastModified: string | null;
  /** It is what was `known`, and there are no bytes. */
  isUnchanged: boolean;
};

export type Connector = (options: RequestOptions, onResponse: (response: IncomingMessage) => void) => ClientRequest;

export type FetchOptions = {
  /** Places outside the public web that are allowed (CLAIMDESK_FETCH_ALLOW). */
  allow?: readonly AllowedPlace[];
  /** Accepted media types; by default those that intake can read. */
  types?: readonly string[];
  resolve?: Resolver;
  connect?: Connector;
  /** Milliseconds for lookup, connections, redirects and body together. */
  timeout?: number;
  /** Bytes, compressed and unpacked, for a media type. */
  limit?: (type: string | null) => number;
  now?: () => Date;
  /** Names of the content that is there already: it need not be sent again. */
  known?: { etag: string | null; lastModified: string | null };
  /** More headers, a key among them maybe: sent to the origin that was asked, to none that it leads on to. */
  headers?: Readonly<Record<string, string>>;
};

/** The longest redirect chain seen on a news site has three hops; browsers follow 20. */
const mostRedirects = 5;
const usualTimeout = 20_000;
export const pageLimit = 10 * 1024 * 1024;
const redirecting: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Media types that intake can read. */
export const readableTypes: readonly string[] = [
  'text/html',
  'application/xhtml+xml',
  'text/plain',
  'text/markdown',
  docx,
];

const userAgent = 'Mozilla/5.0 (compatible; Claimdesk/1.0; fact-checking desk, fetches pages when a person asks)';

/** All addresses of a name, from the system's resolver. */
export const systemResolver: Resolver = async (host) =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

const systemConnector: Connector = (options, onResponse) =>
  options.protocol === 'https:' ? httpsRequest(options, onResponse) : httpRequest(options, onResponse);

/** Fetches one page. */
export async function fetchPage(address: string, options: FetchOptions = {}): Promise<Result<FetchedPage>> {
  const timeout = options.timeout ?? usualTimeout;
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Refusal>((settle) => {
    timer = setTimeout(() => {
      settle(refuse('page-too-slow', { values: { limit: Math.round(timeout / 1000) } }));
      abort.abort();
    }, timeout);
  });
  try {
    return await Promise.race([followRedirects(address, options, abort.signal), late]);
  } finally {
    clearTimeout(timer);
    // Anything still open belongs to an answer that nobody waits for.
    abort.abort();
  }
}

async function followRedirects(
  address: string,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<Result<FetchedPage>> {
  const { allow = [], resolve = systemResolver, connect = systemConnector, limit = () => pageLimit } = options;
  const redirects: string[] = [];
  let next = address;
  for (;;) {
    const target = await readTarget(next, allow, resolve);
    if (!target.ok) return target;
    const { url } = target.value;
    const isAsked = url.origin === new URL(address).origin;
    const answered = await openTarget(
      target.value,
      isAsked ? options : { ...options, headers: undefined },
      connect,
      signal,
    );
    if (!answered.ok) return answered;
    const response = answered.value;
    const status = response.statusCode ?? 0;
    if (redirecting.has(status)) {
      response.destroy();
      const place = response.headers.location;
      if (place === undefined || !URL.canParse(place, url.href)) return refuse('page-redirect-broken');
      if (redirects.length >= mostRedirects) return refuse('page-redirects', { values: { limit: mostRedirects } });
      next = new URL(place, url.href).href;
      redirects.push(next);
      continue;
    }
    const isUnchanged = status === 304 && options.known !== undefined;
    const refused = isUnchanged ? null : refusalOfHead(response, options.types ?? readableTypes);
    if (refused) {
      response.destroy();
      return refused;
    }
    const { type, charset } = readContentType(response.headers['content-type']);
    const body = await readBody(response, limit(type));
    if (!body.ok) return body;
    const { etag = null, 'last-modified': lastModified = null } = response.headers;
    return accept({
      bytes: body.value,
      contentType: type,
      charset,
      url: address,
      finalUrl: url.href,
      redirects,
      status,
      headers: headersOf(response),
      fetchedAt: options.now?.() ?? new Date(),
      ...{ etag, lastModified, isUnchanged },
    });
  }
}

/** How a page was answered, as it is kept beside its original. */
export const answerOf = ({ status, headers, redirects }: FetchedPage): Answer => ({ status, headers, redirects });

/** So many headers of an answer are kept, and so much of each. */
const mostHeaders = 60;
const longestHeader = 1_000;

/** The headers of an answer in their order. Cookies are the server's secret with whoever asked. */
function headersOf({ rawHeaders }: IncomingMessage): [name: string, value: string][] {
  const headers: [name: string, value: string][] = [];
  for (let at = 0; at + 1 < rawHeaders.length && headers.length < mostHeaders; at += 2) {
    const [name = '', value = ''] = rawHeaders.slice(at, at + 2);
    if (/^set-cookie/i.test(name) || name.length > longestHeader) continue;
    headers.push([name, value.slice(0, longestHeader).toWellFormed()]);
  }
  return headers;
}

/** Connects to one of the target's addresses and waits for the head of the answer. */
function openTarget(
  { url, host, port, addresses }: Target,
  { types = readableTypes, known, headers }: FetchOptions,
  connect: Connector,
  signal: AbortSignal,
): Promise<Result<IncomingMessage>> {
  const vetted = addresses.map((address) => ({ address, family: isIP(address) }));
  const answerLookup: LookupFunction = (_name, { all }, done) => {
    const [first] = vetted;
    if (all) done(null, vetted);
    else if (first) done(null, first.address, first.family);
  };
  return new Promise((settle) => {
    const request = connect(
      {
        protocol: url.protocol,
        host,
        port,
        path: `${url.pathname}${url.search}`,
        method: 'GET',
        lookup: answerLookup,
        // A new connection: none is reused that was checked for another request.
        agent: false,
        signal,
        headers: {
          Host: url.host,
          'User-Agent': userAgent,
          Accept: `${types.join(', ')}, */*;q=0.1`,
          'Accept-Encoding': acceptedEncodings,
          'Accept-Language': 'zh, en;q=0.9, *;q=0.5',
          ...headers,
          ...(known?.etag && { 'If-None-Match': known.etag }),
          ...(known?.lastModified && { 'If-Modified-Since': known.lastModified }),
        },
      },
      (response) => settle(accept(response)),
    );
    request.on('socket', (socket) => {
      socket.on('connect', () => {
        // The lookup above is the one that counts. If a runtime ever makes its own, this detects it.
        if (isAmong(socket.remoteAddress, addresses)) return;
        settle(refuse('page-private', { field: 'url', values: { name: host } }));
        request.destroy();
      });
    });
    request.on('error', (error) => settle(refusalOfError(error, host)));
    request.end();
  });
}

function isAmong(address: string | undefined, addresses: readonly string[]): boolean {
  if (address === undefined || !ipaddr.isValid(address)) return false;
  const normal = ipaddr.process(address).toNormalizedString();
  return addresses.some((one) => ipaddr.process(one).toNormalizedString() === normal);
}

function refusalOfHead(response: IncomingMessage, types: readonly string[]): Refusal | null {
  const status = response.statusCode ?? 0;
  if (status !== 200 && status !== 203) return refuse('page-status', { values: { number: status } });
  const { type } = readContentType(response.headers['content-type']);
  // Without a type, the reader decides by the bytes, as browsers do.
  return type === null || types.includes(type) ? null : refuse('page-kind', { values: { name: type } });
}

function refusalOfError(error: NodeJS.ErrnoException, host: string): Refusal {
  const code = error.code ?? '';
  if (/^(?:ERR_TLS_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_SSL_|EPROTO|HOSTNAME_MISMATCH)/.test(code))
    return refuse('page-certificate', { values: { name: host } });
  return code.startsWith('HPE_') ? refuse('page-broken') : refuse('page-unreachable', { values: { name: host } });
}

/** The media type and the encoding that a Content-Type names, both in lower case. */
export function readContentType(header: string | undefined): { type: string | null; charset: string | null } {
  const type = /^\s*([\w.+-]{1,100}\/[\w.+-]{1,100})\s*(?:;|$)/.exec(header ?? '')?.[1]?.toLowerCase() ?? null;
  const charset = /;\s*charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(header ?? '')?.[1]?.toLowerCase() ?? null;
  return { type, charset };
}
