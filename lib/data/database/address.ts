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
