/** Names of server actions: a key of an act is kept with the name, so no two actions share one. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const folder = import.meta.dirname;
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (file) => path.basename(file) === 'actions.ts',
);

/** The exported actions of all files: their constants, and the names that they are given. */
const actions = files.flatMap((file) =>
  Array.from(
    readFileSync(path.join(folder, file), 'utf8').matchAll(/^export const (\w+) = action\(\s*'([^']*)'/gm),
    ([, constant = '', name = '']) => ({ file, constant, name }),
  ),
);

test('are of one action each, and end with what it is called', () => {
  expect(actions.length).toBeGreaterThan(50);
  const names = actions.map(({ name }) => name);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  for (const { file, constant, name } of actions) {
    expect([file, constant, name]).toEqual([file, constant, expect.stringMatching(new RegExp(`^\\w+\\.${constant}$`))]);
  }
});

test('are given to every action', () => {
  for (const file of files) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    const made = text.match(/\baction\(/g)?.length ?? 0;
    expect([file, made]).toEqual([file, actions.filter((one) => one.file === file).length]);
  }
});
