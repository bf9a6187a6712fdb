/**
 * Which host a desk without a configured address names in links that others keep: canonical addresses, ClaimReview, feeds.
 * Anybody can send any Host, so it is believed only where it names this very machine, on the desk's own port.
 */
import os from 'node:os';
import ipaddr from 'ipaddr.js';

/** The names and addresses of a machine. */
export type Machine = { name: string; addresses: string[] };

const thisMachine = (): Machine => ({
  name: os.hostname(),
  addresses: Object.values(os.networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address)),
});

/** @returns `host` where it is this machine's, else `localhost` with the port. */
export function ownHost(host: string | null, port: number, machine: Machine = thisMachine()): string {
  const usual = `localhost:${port}`;
  const [, name = '', sentPort = '80'] = /^(\[[\da-f:.]+\]|[\w.-]+)(?::(\d{1,5}))?$/i.exec(host ?? '') ?? [];
  return host && Number(sentPort) === port && isOwnName(name.toLowerCase(), machine) ? host.toLowerCase() : usual;
}

function isOwnName(name: string, { name: own, addresses }: Machine): boolean {
  const bare = name.replace(/^\[|\]$/g, '');
  // Only the usual way of writing an IPv4 address: some readers take 0x7f000001 for one.
  const isAddress = bare.includes(':') ? ipaddr.IPv6.isValid(bare) : ipaddr.IPv4.isValidFourPartDecimal(bare);
  if (!isAddress) return [own, `${own}.local`, 'localhost'].some((one) => one.toLowerCase() === bare);
  return ipaddr.process(bare).range() === 'loopback' || addresses.includes(bare);
}
