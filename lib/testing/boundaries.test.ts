import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..', '..');
const biome = path.join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');

/** What the linter says of `files` (place to text) under this project's rules. */
function lint(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-lint-'));
  const rules = JSON.parse(readFileSync(path.join(root, 'biome.json'), 'utf8'));
  writeFileSync(path.join(folder, 'biome.json'), JSON.stringify({ ...rules, vcs: { enabled: false } }));
  writeFileSync(path.join(folder, 'package.json'), readFileSync(path.join(root, 'package.json')));
  for (const [place, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, place)), { recursive: true });
    writeFileSync(path.join(folder, place), text);
  }
  const { stdout, stderr } = spawnSync(process.execPath, [biome, 'lint', '--colors=off', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true, force: true });
  return (stdout + stderr).replace(/\s+/g, ' ');
}

/** What it says of one file that imports `name`. */
const lintImport = (place: string, name: string): string =>
  lint({ [place]: `import { thing } from '${name}';\n\nexport const use = thing;\n` });

describe('the import directions', () => {
  test.each([
    ['lib/text/x.ts', '#lib/reading/figures', 'put what needs an article or a reader on a floor above'],
    ['lib/reading/x.ts', '#lib/domain/refusal', 'which may call it'],
    ['lib/reading/figures/x.ts', '#lib/anchoring/anchor', 'which may call it'],
    ['lib/anchoring/x.ts', '#lib/domain/refusal', 'which may call it'],
    ['lib/anchoring/x.ts', '#lib/reading/substance/facts', 'which may call it'],
    ['lib/domain/x.ts', 'react', 'pass data, clocks and ids in'],
    ['lib/domain/x.ts', 'zod', 'pass data, clocks and ids in'],
    ['lib/domain/claims/x.ts', '#lib/data/database/id', 'pass data, clocks and ids in'],
    ['lib/domain/claims/x.ts', '../../data/database/id', 'pass data, clocks and ids in'],
    ['lib/domain/claims/x.ts', '#lib/reading/figures/bounds', 'the doors of lib/reading'],
    ['lib/domain/fields.ts', '#lib/data/database/id', 'pass data, clocks and ids in'],
    ['lib/domain/x.ts', 'node:fs', 'pass data, clocks and ids in'],
    ['lib/data/claims/x.ts', '#lib/server/env', 'let the caller'],
    ['lib/data/claims/x.ts', '#lib/export/formats', 'let the caller'],
    ['lib/data/claims/x.ts', '../../server/env', 'by its whole address'],
    ['lib/data/claims/x.ts', '#lib/reading/speakers/speaker', 'private to it'],
    ['lib/data/claims/x.ts', 'next/headers', 'let the caller'],
    ['lib/data/claims/x.ts', 'zod', 'zod stays at the edge'],
    ['lib/intake/x.ts', '#lib/data/database/id', 'turn values into values'],
    ['lib/export/x.ts', '#lib/server/env', 'turn values into values'],
    ['lib/export/docx/x.ts', '#lib/intake/draft', 'turn values into values'],
    ['lib/workers/x.ts', '#lib/data/database/id', 'which have no database'],
    ['lib/api/x.ts', '#lib/data/database/id', 'let the route read the database'],
    ['lib/server/x.ts', '../../app/i18n/locale', 'move what both need'],
    ['lib/server/x.ts', '#lib/cli/prepare', 'not the other way round'],
    ['app/x.tsx', '#lib/reading/figures/bounds', 'import one of the doors'],
    ['app/x.tsx', '#lib/data/database/id', 'pass the values in'],
    ['app/x.tsx', '#lib/domain/claims/matching', 'match on the server'],
    ['app/x.tsx', '#lib/domain/matching/claim-reading', 'match on the server'],
    ['app/(desk)/settings/x.tsx', '#lib/server/env', 'pass the values in'],
    ['app/(desk)/articles/[id]/_claim/use-x.ts', '#lib/export/formats', 'a type that both sides need'],
    ['app/(desk)/articles/new/x.ts', '#lib/intake/draft', 'a type that both sides need'],
    ['app/(desk)/articles/[id]/page.tsx', '#lib/reading/figures/bounds', 'import one of the doors'],
    ['app/ui/x.tsx', '#lib/text/tidy', 'pass words and tones in'],
  ])('refuse that %s imports %s, and say what to do instead', (place, name, advice) => {
    expect(lintImport(place, name)).toContain(advice);
  });

  test.each([
    ['lib/text/x.ts', './tidy'],
    ['lib/reading/figures/x.ts', '#lib/text/span'],
    ['lib/reading/figures/x.ts', '#lib/reading/quotes/marks'],
    ['lib/anchoring/x.ts', '#lib/reading/substance'],
    ['lib/domain/fields.ts', 'zod'],
    ['lib/domain/claims/claim-input.ts', 'zod'],
    ['lib/domain/exchange/article-file-shape.ts', 'zod'],
    ['lib/domain/claims/x.ts', '#lib/anchoring/anchor'],
    ['lib/domain/claims/x.ts', './text'],
    ['lib/data/claims/x.ts', '#lib/domain/refusal'],
    ['lib/api/x.ts', '#lib/export/csv-and-json'],
    ['lib/server/x.ts', '#lib/data/database/id'],
    ['app/x.tsx', '#lib/text/tidy'],
    ['app/(desk)/articles/[id]/page.tsx', '#lib/data/database/id'],
    ['app/(desk)/layout.tsx', '#lib/server/env'],
    ['app/(desk)/articles/[id]/_claim/actions.ts', '#lib/data/database/id'],
    ['app/(desk)/articles/[id]/export/route.ts', '#lib/export/formats'],
    ['app/api/v1/paging.ts', '#lib/data/database/page'],
    ['app/reports/published.ts', '#lib/data/report/reports'],
  ])('let %s import %s', (place, name) => {
    expect(lintImport(place, name)).not.toContain('noRestrictedImports');
  });

  test('refuse a circle, of types too', () => {
    const said = lint({
      'lib/text/a.ts': "import type { B } from './b';\n\nexport type A = { b: B | null };\n",
      'lib/text/b.ts': "import type { A } from './a';\n\nexport type B = { a: A | null };\n",
    });
    expect(said).toContain('noImportCycles');
  });

  test('see through a whole address', () => {
    const said = lint({
      'lib/text/a.ts': "import type { B } from '#lib/text/forms/b';\n\nexport type A = { b: B | null };\n",
      'lib/text/forms/b.ts': "import type { A } from '#lib/text/a';\n\nexport type B = { a: A | null };\n",
    });
    expect(said).toContain('noImportCycles');
  });
});
