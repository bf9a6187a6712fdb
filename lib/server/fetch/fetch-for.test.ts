import { expect, test, vi } from 'vitest';
import { newId } from '#lib/data/database/id';
import { fetchFor } from './fetch-for';

// The mark of what must not reach a browser; there is none here.
vi.mock('server-only', () => ({}));
vi.stubEnv('NEXTAUTH_SECRET', 'a secret for tests');
vi.stubEnv('DATABASE_URL', 'file:none');

test('a person has so many pages fetched in a minute, whatever others do', async () => {
  const [busy, calm] = [newId(), newId()];
  const ask = async (person: string) => {
    const answer = await fetchFor(person, 'http://127.0.0.1/');
    return answer.ok ? 'fetched' : answer.code;
  };
  const answers: string[] = [];
  for (let asked = 0; asked < 121; asked++) answers.push(await ask(busy));
  const refused = await ask(calm);
  expect(refused).not.toBe('too-many-requests');
  expect(new Set(answers.slice(0, 120))).toEqual(new Set([refused]));
  expect(answers[120]).toBe('too-many-requests');
});
