import { describe, expect, test } from 'vitest';
import { accept, refuse } from '#lib/domain/refusal';
import { makeUndo } from './undo';

/** An undo stack and what was done by it. */
function begin() {
  const done: string[] = [];
  const undo = makeUndo();
  const act = (name: string) => async () => {
    done.push(name);
    return accept(name);
  };
  const remember = (name: string) => undo.remember(act(`undo ${name}`), act(`redo ${name}`));
  return { undo, done, act, remember };
}

describe('the undo stack', () => {
  test('takes acts back in turn and does them again in turn', async () => {
    const { undo, done, remember } = begin();
    remember('a');
    remember('b');
    for (const direction of ['undo', 'undo', 'redo', 'redo', 'undo'] as const) {
      expect(await undo.step(direction)).toBe('done');
    }
    expect(done).toEqual(['undo b', 'undo a', 'redo a', 'redo b', 'undo b']);
  });

  test('says where there is nothing', async () => {
    const { undo, remember } = begin();
    expect(await undo.step('undo')).toBe('nothing');
    remember('a');
    expect(await undo.step('redo')).toBe('nothing');
  });

  test('forgets what could be done again once there is a new act', async () => {
    const { undo, remember } = begin();
    remember('a');
    await undo.step('undo');
    remember('b');
    expect(await undo.step('redo')).toBe('nothing');
  });

  test('does not offer again what has no way to be done again', async () => {
    const { undo, act } = begin();
    undo.remember(act('undo a'));
    expect(await undo.step('undo')).toBe('done');
    expect(await undo.step('redo')).toBe('nothing');
  });

  test('forgets a step that was refused', async () => {
    const { undo } = begin();
    undo.remember(async () => refuse('not-found'));
    expect(await undo.step('undo')).toBe('refused');
    expect(await undo.step('undo')).toBe('nothing');
  });

  test('keeps the last hundred acts', async () => {
    const { undo, done, remember } = begin();
    for (let act = 1; act <= 101; act += 1) remember(String(act));
    while ((await undo.step('undo')) === 'done');
    expect([done.length, done.at(-1)]).toEqual([100, 'undo 2']);
  });

  test('waits for the acts under way, also for one that fails', async () => {
    const { undo, done, remember } = begin();
    let answer = () => {};
    const slow = undo.tracked(async (name: string) => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      remember(name);
    });
    const failing = undo.tracked(async () => {
      throw new Error('no network');
    });
    const acting = slow('a');
    await expect(failing()).rejects.toThrow('no network');
    const step = undo.step('undo');
    expect(done).toEqual([]);
    answer();
    await acting;
    expect(await step).toBe('done');
    expect(done).toEqual(['undo a']);
  });
});
