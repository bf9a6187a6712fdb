/**
 * Which hosts, ports and addresses the desk may fetch from.
 *
 * Only addresses of the public Internet are allowed, on ports 80 and 443. A desk may name further places (its
 * intranet). A name is never enough: the addresses it resolves to are checked here too.
 */
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * A place that the desk allows beyond the public web: a host name, an address or a network (CIDR). With a port, only that
 * one; without, 80 and 443.
 */
export type AllowedPlace = { host: string; port: number | null };

/** The ports of web servers (RFC 9110 §4.2). */
const webPorts: ReadonlySet<number> = new Set([80, 443]);

/** Names that never mean the public Internet (RFC 6761, 6762, 7686, 8375, 9476 and ICANN's .internal of 2024). */
const privateNames = new Set(['localhost', 'local', 'internal', 'home.arpa', 'onion', 'alt', 'test', 'invalid']);
/** Microsoft documents this public address as the host of its virtual machines: 168.63.129.16. */
const platformAddresses = new Set(['168.63.129.16']);
/** Everything in IPv6 that is routed as global unicast (RFC 4291 §2.4, IANA's allocation). */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Reads a list such as `10.2.0.0/16, wiki.desk.example:8080, [fd00::1]:8080`. Throws on an entry that is not a place.
 */
export function readAllowedPlaces(list: string): AllowedPlace[] {
  return list
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((entry) => {
      const match = /^(?:\[([\da-f:.]+)\]|([^:[\]]+)|([\da-f:.]*:[\da-f:.]*:[\da-f:./]*))(?::(\d{1,5}))?$/i.exec(entry);
      const host = (match?.[1] ?? match?.[2] ?? match?.[3] ?? '').toLowerCase();
      const port = match?.[4] === undefined ? null : Number(match[4]);
      const isNetwork = host.includes('/') && ipaddr.isValidCIDR(host);
      if (host === '' || (host.includes('/') && !isNetwork) || (port !== null && (port < 1 || port > 65_535)))
        throw new Error(`Not a host, address or network that pages may be fetched from: ${entry}`);
      return { host, port };
    });
}

/** Whether everybody on the Internet can reach an address. False for anything that is not an address. */
export function isPublicAddress(address: string): boolean {
  // A zone id names a link of this machine.
  if (address.includes('%') || isIP(address) === 0 || platformAddresses.has(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || parsed.match(globalUnicast);
}

/** Whether the host, as written in an address, means this machine or its network; no lookup is made. */
export function isPrivateName(host: string): boolean {
  const labels = host.split('.');
  if (labels.length < 2 || labels.includes('')) return true;
  return privateNames.has(labels.at(-1) ?? '') || privateNames.has(labels.slice(-2).join('.'));
}

/**
 * Whether a port may be connected to on a host. `address`: one that the host resolves to, or null before the lookup.
 */
export function isAllowedPort(places: readonly AllowedPlace[], host: string, address: string | null, port: number) {
  if (webPorts.has(port)) return true;
  return places.some((place) => place.port === port && covers(place, host, address));
}

/** Whether the desk allows this place although it is not public. */
export function isAllowedPlace(places: readonly AllowedPlace[], host: string, address: string | null, port: number) {
  return places.some(
    (place) => (place.port === null ? webPorts.has(port) : place.port === port) && covers(place, host, address),
  );
}

function covers(place: AllowedPlace, host: string, address: string | null): boolean {
  if (place.host === host) return true;
  if (address === null || !ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (ipaddr.isValidCIDR(place.host)) {
    const network = ipaddr.parseCIDR(place.host);
    return network[0].kind() === parsed.kind() && parsed.match(network);
  }
  return ipaddr.isValid(place.host) && ipaddr.parse(place.host).toNormalizedString() === parsed.toNormalizedString();
}
