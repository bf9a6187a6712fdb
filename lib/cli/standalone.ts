/**
 * Makes the folder of a build (`.next/standalone`) run by itself, without the sources and the packages of development: the
 * commands, the migrations, the sample articles and every package that these load. Next has put there what its server needs.
 */
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { nodeFileTrace } from '@vercel/nft';
import { transform } from 'esbuild';
import { root } from './prepare';

const target = path.join(root, '.next', 'standalone');
/** The programs of development stay out. */
const ofDevelopment = ['build', 'check', 'chromium', 'mutate', 'run', 'standalone', 'test'].map((name) => `${name}.ts`);
const programs = readdirSync(import.meta.dirname)
  .filter((name) => /\.(ts|mjs)$/.test(name) && !name.endsWith('.test.ts') && !ofDevelopment.includes(name))
  .map((name) => `lib/cli/${name}`);
/** Read by path, or loaded by what the trace cannot see; the programs that they build with are left out. */
const folders = ['prisma', 'lib/data/generated', 'app/i18n'];
const packages = ['tsx', 'esbuild', '@esbuild', 'get-tsconfig', 'resolve-pkg-maps', '@prisma/schema-engine-wasm'];

/** A file as the trace reads it: JavaScript. */
async function sourceOf(file: string): Promise<Buffer | string | null> {
  const text = await readFile(file).catch(() => null);
  return text && file.endsWith('.ts') ? (await transform(text, { loader: 'ts' })).code : text;
}

const { fileList, warnings } = await nodeFileTrace([...programs, 'lib/server/process/service.mjs'], {
  base: root,
  ts: true,
  readFile: sourceOf,
  // What only building needs: paths in prepare.ts name it.
  ignore: ['app/**', 'e2e/**', 'public/**', '.next/**', 'node_modules/next/**', 'node_modules/typescript/**'],
});
for (const { message } of warnings) if (/Failed to parse .*[/\\]lib[/\\]/.test(message)) throw new Error(message);
const isWanted = (file: string) => !/\.test\.tsx?$|\.map$|(^|\/)fixtures\//.test(file);
for (const file of fileList) {
  // Next's own copy of a package stays: two of a native one in a process would not know of each other's locks.
  const to = path.join(target, file);
  if (isWanted(file) && !existsSync(to)) cpSync(path.join(root, file), to, { recursive: true, dereference: false });
}
for (const folder of [...folders, ...packages.map((name) => `node_modules/${name}`)]) {
  cpSync(path.join(root, folder), path.join(target, folder), { recursive: true, filter: isWanted });
}
for (const file of ['tsconfig.json', 'package-lock.json']) cpSync(path.join(root, file), path.join(target, file));

const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
process.stdout.write(`Claimdesk ${version} runs from ${path.relative(root, target)} by itself.\n`);
