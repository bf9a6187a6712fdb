/** Where the programs of worker processes are. */
import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * Arguments of Node that start a program. As built, it stands beside the server as one file (`npm run build`); scripts and
 * development run its source, below the folder where they were started. Tests build the programs once for all of them, and
 * say where (`CLAIMDESK_PROGRAMS`).
 */
export function programOf(built: string, source: string): string[] {
  // The bundler would take all that is in the folder for parts of the server.
  const file = path.join(/* turbopackIgnore: true */ process.env.CLAIMDESK_PROGRAMS ?? process.cwd(), built);
  return existsSync(file) ? [file] : ['--import', 'tsx', source];
}
