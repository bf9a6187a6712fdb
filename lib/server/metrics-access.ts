/** Who may read the metrics: they say how busy a desk is and what fails. */
import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import { env } from './env';

const hashOf = (text: string) => createHash('sha256').update(text).digest();

/**
 * Whoever has the token. Without one, a program on this machine, as long as no proxy is configured: what comes through a
 * proxy on the same machine comes from the machine's own address too.
 */
export function mayReadMetrics(headers: Headers): boolean {
  const { CLAIMDESK_METRICS_TOKEN: token, CLAIMDESK_URL: address, CLAIMDESK_PROXIES: proxies } = env();
  const sent = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (token) return sent !== undefined && timingSafeEqual(hashOf(sent), hashOf(token));
  if (address || proxies > 0 || headers.get('x-claimdesk-direct') !== 'yes') return false;
  const name = (headers.get('host') ?? '').replace(/:\d+$/, '');
  return isLoopback(headers.get('x-claimdesk-sender') ?? '') && (name === 'localhost' || isLoopback(name));
}

function isLoopback(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(bare) && ipaddr.process(bare).range() === 'loopback';
}
