import { describe, expect, test } from 'vitest';
import { refuse } from '#lib/domain/refusal';
import { makeQueue, type Outcome } from './queue';

/** A queue whose reading a test ends by hand: by address, with what becomes of it. */
function begin() {
  const asked: string[] = [];
  const endings = new Map<string, (outcome: Outcome) => void>();
  const queue = makeQueue((from) => {
    const name = 'url' in from ? from.url : from.file.name;
    asked.push(name);
    return new Promise((resolve) => endings.set(name, resolve));
  });
  const end = async (name: string, outcome: Outcome) => {
    endings.get(name)?.(outcome);
    // The queue hears of it in the next turn.
    await Promise.resolve();
    await Promise.resolve();
  };
  const states = () => queue.items().map(({ label, state }) => `${label} ${state}`);
  const add = (...names: string[]) => queue.add(names.map((url) => ({ url })));
  return { queue, asked, end, states, add };
}

const ready: Outcome = { state: 'ready' };

describe('the queue of articles that come in', () => {
  test('reads two at a time, in their order', async () => {
    const { queue, asked, end, states, add } = begin();
    queue.start();
    add('a', 'b', 'c', 'd');
    expect(states()).toEqual(['a reading', 'b reading', 'c waiting', 'd waiting']);
    await end('b', ready);
    expect(states()).toEqual(['a reading', 'b ready', 'c reading', 'd waiting']);
    await end('a', { state: 'refused', refusal: refuse('too-large') });
    expect(states()).toEqual(['a refused', 'b ready', 'c reading', 'd reading']);
    expect(asked).toEqual(['a', 'b', 'c', 'd']);
  });

  test('reads nothing before it is started, and nothing twice where it is started anew', () => {
    const { queue, asked, add } = begin();
    add('a');
    expect(asked).toEqual([]);
    queue.start();
    queue.stop();
    queue.start();
    expect(asked).toEqual(['a']);
  });

  test('begins nothing more once it is stopped', async () => {
    const { queue, asked, end, states, add } = begin();
    queue.start();
    add('a', 'b', 'c');
    queue.stop();
    await end('a', ready);
    expect([asked, states()]).toEqual([
      ['a', 'b'],
      ['a ready', 'b reading', 'c waiting'],
    ]);
  });

  test('tries again what was refused', async () => {
    const { queue, asked, end, states, add } = begin();
    queue.start();
    add('a');
    await end('a', { state: 'refused', refusal: refuse('no-answer') });
    expect(queue.items()[0]?.refusal?.code).toBe('no-answer');
    queue.retry(1);
    expect([asked, states(), queue.items()[0]?.refusal]).toEqual([['a', 'a'], ['a reading'], null]);
  });

  test('makes room for the next one where one is left out', async () => {
    const { queue, end, states, add } = begin();
    queue.start();
    add('a', 'b', 'c');
    queue.leave(1);
    expect(states()).toEqual(['b reading', 'c reading']);
    await end('a', ready);
    expect(states()).toEqual(['b reading', 'c reading']);
  });

  test('keeps what an item was added as, and why one was refused', () => {
    const { queue, add } = begin();
    add('a', 'b');
    queue.added(1, 'article');
    queue.refused(2, refuse('article-empty'));
    expect(queue.items()).toMatchObject([
      { state: 'added', articleId: 'article' },
      { state: 'refused', refusal: { code: 'article-empty' } },
    ]);
  });

  test('tells who listens, with another array each time', () => {
    const { queue, add } = begin();
    const seen: unknown[] = [];
    const leave = queue.subscribe(() => seen.push(queue.items()));
    add('a');
    add('b');
    leave();
    add('c');
    expect(seen.length).toBe(2);
    expect(seen[0]).not.toBe(seen[1]);
  });
});
