import { expect, test } from 'vitest';
import { settingFault, stopLimit } from './service-settings';

test('takes settings that are right, empty or absent', () => {
  expect(settingFault({})).toBe(null);
  expect(settingFault({ LOG_LEVEL: '', CLAIMDESK_URL: '' })).toBe(null);
  expect(
    settingFault({ LOG_LEVEL: 'debug', CLAIMDESK_URL: 'https://desk.example.org/', CLAIMDESK_RESTART: 'off' }),
  ).toBe(null);
});

test.each([
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of'],
  [{ CLAIMDESK_URL: 'desk.example.org' }, 'CLAIMDESK_URL must be an address'],
  [{ CLAIMDESK_URL: 'https://desk.example.org/claims' }, 'CLAIMDESK_URL must be an address'],
  [{ CLAIMDESK_URL: 'javascript:alert(1)' }, 'CLAIMDESK_URL must be an address'],
  [{ CLAIMDESK_PROXIES: 'yes' }, 'CLAIMDESK_PROXIES must be a number from 0 to 9, not “yes”.'],
  [{ CLAIMDESK_ACTION_LIMIT: '0' }, 'CLAIMDESK_ACTION_LIMIT must be a number from 1 to 1000000, not “0”.'],
  [{ CLAIMDESK_RESTART: 'no' }, 'CLAIMDESK_RESTART must be on or off'],
  [{ CLAIMDESK_STOP_SECONDS: '-1' }, 'CLAIMDESK_STOP_SECONDS must be a number of seconds'],
])('says what is wrong with %j', (env, sentence) => {
  expect(settingFault(env)).toContain(sentence);
});

test('does not repeat a token or a secret', () => {
  expect(settingFault({ CLAIMDESK_METRICS_TOKEN: 'short' })).toBe(
    'CLAIMDESK_METRICS_TOKEN must be at least 16 letters or digits.',
  );
  expect(settingFault({ NEXTAUTH_SECRET_BEFORE: 'short' })).toBe(
    'NEXTAUTH_SECRET_BEFORE must be at least 16 characters.',
  );
});

test('gives a server the time that its own limits allow', () => {
  expect(stopLimit({})).toBe(23_000);
  expect(stopLimit({ CLAIMDESK_STOP_SECONDS: '60', CLAIMDESK_DRAIN_SECONDS: '5' })).toBe(73_000);
});
