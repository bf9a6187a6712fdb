/**
 * Network addresses as the desk keeps them: an IPv4 address, or an IPv6 network of 64 bits (lib/server/http/sender.ts makes
 * them); `unknown` where nothing can be told.
 */

/** The wider network of an address, which names no single line: 24 bits of IPv4, 48 of IPv6. */
export function shortenedNetwork(network: string): string {
  const four = /^(\d+\.\d+\.\d+)\.\d+$/.exec(network);
  if (four) return `${four[1]}.0/24`;
  const six = /^([\da-f]*:[\da-f]*:[\da-f]*):[\da-f]*::\/64$/i.exec(network);
  return six ? `${six[1]}::/48` : network;
}
