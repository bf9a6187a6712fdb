import { expect, test, vi } from 'vitest';
import { accept, type Result } from '#lib/domain/refusal';
import { inTurn } from './in-turn';

vi.mock('server-only', () => ({}));

const here = new AbortController().signal;

/** Reads that end when they are told to, in the order in which they began. */
function reads(person: string) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const ask = (name: string, signal = here): Promise<Result<string>> =>
    inTurn(person, signal, () => {
      begun.push(name);
      return new Promise((settle) => ends.set(name, () => settle(accept(name))));
    });
  return { begun, ask, end: (name: string) => ends.get(name)?.() };
}

const settled = () => new Promise((settle) => setImmediate(settle));

test('two of a person’s run at once, and the rest one after the other', async () => {
  const { begun, ask, end } = reads('ann');
  const [first, ...others] = ['a', 'b', 'c', 'd'].map((name) => ask(name));
  const bo = reads('bo');
  void bo.ask('x');
  await settled();
  expect([begun, bo.begun]).toEqual([['a', 'b'], ['x']]);
  end('a');
  expect(await first).toEqual(accept('a'));
  await settled();
  expect(begun).toEqual(['a', 'b', 'c']);
  end('c');
  end('b');
  await settled();
  end('d');
  expect(await Promise.all(others)).toEqual(['b', 'c', 'd'].map(accept));
  bo.end('x');
  // All places are free again.
  void ask('e');
  void ask('f');
  await settled();
  expect(begun.slice(-2)).toEqual(['e', 'f']);
  end('e');
  end('f');
});

test('more than a few that wait are refused, and who leaves makes room', async () => {
  const { begun, ask, end } = reads('cy');
  const leaving = new AbortController();
  const waiting = ['a', 'b', 'c', 'd', 'e'].map((name) => ask(name));
  const left = ask('f', leaving.signal);
  const refused = { ok: false, code: 'too-many-searches', values: { number: 15 } };
  expect(await ask('g')).toEqual(refused);
  leaving.abort();
  expect(await left).toEqual(refused);
  const last = ask('h');
  for (const name of ['a', 'b', 'c', 'd', 'e', 'h']) {
    await settled();
    end(name);
  }
  expect(await Promise.all([...waiting, last])).toEqual(['a', 'b', 'c', 'd', 'e', 'h'].map(accept));
  expect(begun).toEqual(['a', 'b', 'c', 'd', 'e', 'h']);
});

test('one that fails leaves its place', async () => {
  const fail = () => inTurn('di', here, () => Promise.reject(new Error('broken')));
  for (let count = 0; count < 5; count += 1) await expect(fail()).rejects.toThrow('broken');
  expect(await inTurn('di', here, async () => accept(1))).toEqual(accept(1));
});
