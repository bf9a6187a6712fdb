/** Who sent a request, as far as limits need to know: the network address, never what the sender says of itself. */
import 'server-only';
import { isIP } from 'node:net';
import { env } from '#lib/server/env';

/** A request's headers, in whatever form: `get` gives one by its lower-case name. */
type Get = (name: string) => string | null | undefined;

/**
 * The address that a request came from. Without proxies it is the socket's, which `lib/cli/tell-sender.mjs` puts into a
 * header of its own, over anything that was sent. Where proxies stand in front (CLAIMDESK_PROXIES), each appends the
 * address that it saw to X-Forwarded-For, and the one that the outermost saw counts. An IPv6 address counts as its /64
 * network: one line has as many addresses as it likes. `unknown` where nothing can be told.
 */
export function senderOf(get: Get, proxies = env().CLAIMDESK_PROXIES): string {
  if (proxies === 0) return networkOf(get('x-claimdesk-sender') ?? '');
  return networkOf(get('x-forwarded-for')?.split(',').at(-proxies)?.trim() ?? '');
}

function networkOf(address: string): string {
  // Some proxies (Azure's among them) write the port as well.
  const bare = /^\[([^\]]*)\](?::\d+)?$|^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(address)?.slice(1).find(Boolean) ?? address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  const plain = (mapped ?? bare).replace(/%.*$/, '');
  if (isIP(plain) !== 6) return isIP(plain) ? plain : 'unknown';
  const [head = '', tail] = new URL(`http://[${plain}]/`).hostname.slice(1, -1).split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const gap = Array.from({ length: tail === undefined ? 0 : 8 - before.length - after.length }, () => '0');
  return `${[...before, ...gap, ...after].slice(0, 4).join(':')}::/64`;
}
