/** The database's commands: migrate, new NAME (writes a migration), check (that none is missing). */

import { directAddress } from '#lib/data/database/address';
import { engines, migrate, pendingSql, writeMigration } from '../../prisma/migrations';
import { dataFolder } from './prepare';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function run([command, argument]: string[]): Promise<void> {
  switch (command) {
    case 'migrate': {
      process.env.CLAIMDESK_DATA = dataFolder();
      const applied = await migrate(directAddress(process.env));
      return say(applied.length ? `Applied ${applied.join(', ')}` : 'The database is up to date.');
    }
    case 'new': {
      if (!argument || !/^[a-z0-9-]+$/.test(argument)) throw new Error('Usage: npm run db:new -- name-of-the-change');
      const written = await writeMigration(argument, new Date());
      return say(written.length ? `Wrote ${written.join('\n')}` : 'The schema has not changed.');
    }
    case 'check': {
      for (const engine of engines) {
        const sql = await pendingSql(engine);
        if (sql)
          throw new Error(`prisma/schema.prisma changed without a migration for ${engine}: npm run db:new -- NAME`);
      }
      return say('Every change of the schema has its migration.');
    }
    default:
      throw new Error('Commands: migrate, new NAME, check');
  }
}

await run(process.argv.slice(2));
