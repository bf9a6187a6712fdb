/** Hears from PostgreSQL that some process of the desk has written to a history. */
import pg from 'pg';

/** The name that the database's rule on "Change" notifies. */
const channel = 'claimdesk_changes';
const firstDelay = 500;
const longestDelay = 30_000;

/**
 * Calls `onChange` whenever a change commits anywhere, and whenever the connection is there anew, since what was said
 * meanwhile is lost. A connection that ends is opened again, after ever longer delays.
 *
 * @param address `postgresql://…`
 * @returns what ends it.
 */
export function listenForChanges(address: string, onChange: () => void): () => Promise<void> {
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | undefined;
  let delay = firstDelay;
  let isStopped = false;

  async function connect(): Promise<void> {
    const own = new pg.Client({ connectionString: address, keepAlive: true, connectionTimeoutMillis: 15_000 });
    client = own;
    let isOver = false;
    const again = () => {
      if (isOver || isStopped) return;
      isOver = true;
      void own.end().catch(() => {});
      retry = setTimeout(connect, delay);
      retry.unref();
      delay = Math.min(longestDelay, delay * 2);
    };
    own.on('error', again);
    own.on('end', again);
    own.on('notification', onChange);
    try {
      await own.connect();
      await own.query(`LISTEN ${channel}`);
      delay = firstDelay;
      onChange();
    } catch {
      again();
    }
  }

  void connect();
  return async () => {
    isStopped = true;
    clearTimeout(retry);
    await client?.end().catch(() => {});
  };
}
