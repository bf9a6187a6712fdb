import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..', '..');
const biome = path.join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');

/** What the linter, under this project's rules, says of a file at `place` that imports `name`. */
function lint(place: string, name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-lint-'));
  const rules = JSON.parse(readFileSync(path.join(root, 'biome.json'), 'utf8'));
  writeFileSync(path.join(folder, 'biome.json'), JSON.stringify({ ...rules, vcs: { enabled: false } }));
  mkdirSync(path.dirname(path.join(folder, place)), { recursive: true });
  writeFileSync(path.join(folder, place), `import { thing } from '${name}';\n\nexport const use = thing;\n`);
  const { stdout, stderr } = spawnSync(process.execPath, [biome, 'lint', '--colors=off', place], {
    cwd: folder,
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true, force: true });
  return stdout + stderr;
}

describe('the import directions', () => {
  test.each([
    ['lib/domain/x.ts', 'react', 'pass data, clocks and ids in'],
    ['lib/domain/x.ts', '#lib/data/id', 'pass data, clocks and ids in'],
    ['lib/domain/x.ts', '../data/id', 'pass data, clocks and ids in'],
    ['lib/domain/x.ts', 'node:fs', 'pass data, clocks and ids in'],
    ['lib/data/x.ts', '#lib/server/env', 'let the caller'],
    ['lib/data/x.ts', 'next/headers', 'let the caller'],
    ['lib/intake/x.ts', '#lib/data/id', 'turn values into values'],
    ['lib/export/x.ts', '#lib/server/env', 'turn values into values'],
    ['lib/server/x.ts', '../../app/i18n/locale', 'move what both need'],
    ['app/ui/x.tsx', '#lib/domain/text', 'pass words and tones in'],
  ])('refuse that %s imports %s, and say what to do instead', (place, name, advice) => {
    expect(lint(place, name)).toContain(advice);
  });

  test.each([
    ['lib/domain/x.ts', 'zod'],
    ['lib/domain/x.ts', './text'],
    ['lib/data/x.ts', '#lib/domain/text'],
    ['lib/server/x.ts', '#lib/data/id'],
    ['app/x.tsx', '#lib/domain/text'],
  ])('let %s import %s', (place, name) => {
    expect(lint(place, name)).not.toContain('noRestrictedImports');
  });
});
