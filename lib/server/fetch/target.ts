/**
 * Turns an address that somebody typed, or that a server redirected to, into a target whose addresses are all checked.
 *
 * The text is read as browsers read it (WHATWG URL), which turns decimal, octal, hexadecimal and full-width forms of an
 * IPv4 address into the usual one. A name is resolved once, and all of its addresses must be allowed: one good address
 * among bad ones is not enough.
 */
import { isIP } from 'node:net';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { type AllowedPlace, isAllowedPlace, isAllowedPort, isPrivateName, isPublicAddress } from './place';

/** All addresses of a name. Rejects if it has none. */
export type Resolver = (host: string) => Promise<string[]>;

/** `addresses` are the only ones that may be connected to. `host` has no brackets and no trailing dot. */
export type Target = { url: URL; host: string; port: number; addresses: string[] };

/** Longer addresses are not accepted by all browsers and proxies (UTF-16 units). */
const longestAddress = 4_000;

/** Reads and checks an address. Nothing is connected to; only names that look public are looked up. */
export async function readTarget(
  address: string,
  places: readonly AllowedPlace[],
  resolve: Resolver,
): Promise<Result<Target>> {
  const url = URL.canParse(address) && address.length <= longestAddress ? new URL(address) : null;
  if (url === null) return refuse('page-address-unreadable', { field: 'url' });
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return refuse('page-scheme', { field: 'url', values: { name: url.protocol.slice(0, -1).slice(0, 20) } });
  if (url.username !== '' || url.password !== '') return refuse('page-credentials', { field: 'url' });
  // A dot at the end marks a complete name; it names the same host.
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  const isNumeric = isIP(host) > 0;
  const isPrivate = refuse('page-private', { field: 'url', values: { name: host } });
  if (!isNumeric && isPrivateName(host) && !isAllowedPlace(places, host, null, port)) return isPrivate;
  const isNamedPort = isAllowedPort(places, host, isNumeric ? host : null, port);
  if (!isNamedPort && !places.some((place) => place.port === port))
    return refuse('page-port', { field: 'url', values: { number: port } });

  const addresses = isNumeric ? [host] : await resolve(host).catch(() => []);
  if (addresses.length === 0) return refuse('page-host-unknown', { field: 'url', values: { name: host } });
  for (const one of addresses) {
    if (!isPublicAddress(one) && !isAllowedPlace(places, host, one, port)) return isPrivate;
    if (!isAllowedPort(places, host, one, port)) return refuse('page-port', { field: 'url', values: { number: port } });
  }
  return accept({ url, host, port, addresses });
}
