import { afterEach, expect, test, vi } from 'vitest';
import { read } from './requests';

afterEach(() => vi.unstubAllGlobals());

/** What each request is answered with in turn; null is a network that fails. */
function answerWith(...answers: (Response | null)[]) {
  const asked = vi.fn(async (_address: string) => {
    const answer = answers.shift();
    if (!answer) throw new TypeError('Failed to fetch');
    return answer;
  });
  vi.stubGlobal('fetch', asked);
  return asked;
}

const ask = (signal = new AbortController().signal) => read<number[]>('/api/numbers', signal);

test('answers what the route sends', async () => {
  answerWith(Response.json([3, 7, 5]));
  expect(await ask()).toEqual({ ok: true, value: [3, 7, 5] });
});

test('answers the route’s refusal, with its field', async () => {
  answerWith(Response.json({ error: 'text-missing', field: 'search' }, { status: 400 }));
  expect(await ask()).toEqual({ ok: false, code: 'text-missing', field: 'search' });
});

test.each([{ error: 'nothing we know' }, { message: 'no' }, null])(
  'takes an error that is not the desk’s for a failure: %j',
  async (body) => {
    answerWith(Response.json(body, { status: 500 }));
    expect(await ask()).toMatchObject({ ok: false, code: 'failed' });
  },
);

test('asks again where the network fails or the answer is cut off', async () => {
  const asked = answerWith(null, new Response('[3, 7'), Response.json([3, 7, 5]));
  vi.useFakeTimers();
  const answer = ask();
  await vi.runAllTimersAsync();
  vi.useRealTimers();
  expect(await answer).toEqual({ ok: true, value: [3, 7, 5] });
  expect(asked).toHaveBeenCalledTimes(3);
});

test('says so where no try gets through', async () => {
  answerWith();
  vi.useFakeTimers();
  const answer = ask();
  await vi.runAllTimersAsync();
  vi.useRealTimers();
  expect(await answer).toMatchObject({ ok: false, code: 'no-answer' });
});

test('asks nothing once it is called off', async () => {
  const asked = answerWith(Response.json([1]));
  expect(await ask(AbortSignal.abort())).toMatchObject({ ok: false });
  expect(asked).not.toHaveBeenCalled();
});
