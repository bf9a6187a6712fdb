import path from 'node:path';

/**
 * The address that the environment asks for: DATABASE_URL, else a file in the data folder. Kept apart from the database
 * itself: the server is told its address, and a build that saw paths made here would carry the data folder along.
 */
export function databaseAddress(env: Record<string, string | undefined>): string {
  return env.DATABASE_URL || `file:${path.join(path.resolve(env.CLAIMDESK_DATA || 'data'), 'claimdesk.db')}`;
}

/** The address of the database itself, for commands: DATABASE_DIRECT_URL where DATABASE_URL leads to a pooler before it. */
export function directAddress(env: Record<string, string | undefined>): string {
  return (env.DATABASE_URL && env.DATABASE_DIRECT_URL) || databaseAddress(env);
}

/**
 * Whether somebody on the way could read what the desk and its database say: PostgreSQL on another machine whose certificate
 * is not proven to be that machine's (https://www.postgresql.org/docs/current/libpq-ssl.html). false for an address that is
 * no address: connecting says more of it.
 */
export function isReadOnTheWay(address: string): boolean {
  if (address.startsWith('file:') || !URL.canParse(address)) return false;
  const { hostname, searchParams } = new URL(address);
  const host = searchParams.get('host') || hostname;
  const isHere = /^(localhost|127\..*|\[?::1\]?|\/.*|)$/.test(host);
  return !isHere && searchParams.get('sslmode') !== 'verify-full';
}
