/** `npm run check`: types, lint, format, import boundaries, unused code, migrations. Every check runs; one that fails fails all. */
import { runAll } from './run';

process.exit(
  await runAll([
    { name: 'types', command: ['node_modules/typescript/bin/tsc', '--noEmit'] },
    {
      name: 'lint, format, boundaries',
      command: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.'],
    },
    { name: 'unused code', command: ['node_modules/knip/bin/knip.js'] },
    { name: 'migrations', command: ['--import', 'tsx', 'lib/cli/db.ts', 'check'] },
  ]),
);
