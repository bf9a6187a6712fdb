import { screen, waitFor } from '@testing-library/react';
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { afterEach, expect, test, vi } from 'vitest';
import { show } from '../../testing/render';
import { FindDialog } from './find-dialog';

afterEach(() => vi.unstubAllGlobals());

const answerOf = (name: string) => ({
  articles: [{ id: name, name: { en: name, zh: name }, address: `/articles/${name}`, beside: null, standing: null }],
  ...{ claims: [], speakers: [], sources: [], metrics: [] },
});

test('Enter opens nothing that an earlier search found, and what this one finds as soon as it is there', async () => {
  const waiting = new Map<string, (answer: Response) => void>();
  vi.stubGlobal('fetch', (address: string) => {
    const search = new URL(address, 'http://desk.example').searchParams.get('q') ?? '';
    return new Promise<Response>((resolve) => waiting.set(search, resolve));
  });
  const answer = async (search: string) => {
    await waitFor(() => expect(waiting.has(search)).toBe(true));
    waiting.get(search)?.(Response.json(answerOf(search)));
    await screen.findByRole('option', { name: search });
  };
  const push = vi.fn();
  const router = {
    bfcacheId: '',
    push,
    replace: vi.fn(),
    refresh: vi.fn(),
    back: vi.fn(),
    forward: vi.fn(),
    prefetch: vi.fn(),
  };
  const { user } = show(
    <AppRouterContext value={router}>
      <FindDialog places={[]} onClose={() => {}} />
    </AppRouterContext>,
  );
  const field = screen.getByRole('combobox');
  await user.type(field, 'ab');
  await answer('ab');
  await user.type(field, 'c{Enter}');
  expect(push).not.toHaveBeenCalled();
  await answer('abc');
  await waitFor(() => expect(push.mock.calls).toEqual([['/articles/abc']]));
});
