/** The settings of a server as a service, checked before it starts: a wrong one is said at once, not at the first request. */
import { levels } from '../server/process/log.mjs';

type Settings = Record<string, string | undefined>;

const isSeconds = (text: string) => /^\d{1,4}$/.test(text);

const isLimit = (text: string) => /^\d{1,7}$/.test(text) && Number(text) >= 1 && Number(text) <= 1_000_000;

const rules: { name: string; isRight: (text: string) => boolean; shape: string }[] = [
  { name: 'LOG_LEVEL', isRight: (text) => levels.includes(text), shape: `one of ${levels.join(', ')}` },
  { name: 'LOG_FORMAT', isRight: (text) => ['json', 'pretty'].includes(text), shape: 'json or pretty' },
  { name: 'CLAIMDESK_RESTART', isRight: (text) => ['on', 'off'].includes(text), shape: 'on or off' },
  { name: 'CLAIMDESK_STOP_SECONDS', isRight: isSeconds, shape: 'a number of seconds' },
  { name: 'CLAIMDESK_DRAIN_SECONDS', isRight: isSeconds, shape: 'a number of seconds' },
  { name: 'CLAIMDESK_ACTION_LIMIT', isRight: isLimit, shape: 'a number from 1 to 1000000' },
  { name: 'CLAIMDESK_DOWNLOAD_LIMIT', isRight: isLimit, shape: 'a number from 1 to 1000000' },
  { name: 'CLAIMDESK_STREAM_LIMIT', isRight: isLimit, shape: 'a number from 1 to 1000000' },
  { name: 'NEXTAUTH_SECRET_BEFORE', isRight: (text) => text.length >= 16, shape: 'at least 16 characters' },
  { name: 'CLAIMDESK_PROXIES', isRight: (text) => /^\d$/.test(text), shape: 'a number from 0 to 9' },
  {
    name: 'CLAIMDESK_METRICS_TOKEN',
    isRight: (text) => /^[\w.~+/-]{16,}$/.test(text),
    shape: 'at least 16 letters or digits',
  },
  {
    name: 'CLAIMDESK_URL',
    isRight: (text) => /^https?:\/\//.test(text) && URL.canParse(text) && /^\/*$/.test(new URL(text).pathname),
    shape: 'an address such as https://desk.example.org',
  },
];

/** What is wrong with the first wrong setting, as a sentence; null where all are right. An empty one counts as not given. */
export function settingFault(env: Settings): string | null {
  for (const { name, isRight, shape } of rules) {
    const given = env[name];
    // A token or secret is not repeated.
    const shown = /TOKEN|SECRET/.test(name) ? '' : `, not “${given}”`;
    if (given && !isRight(given)) return `${name} must be ${shape}${shown}.`;
  }
  return null;
}

/** How long a server may take to stop in all (ms): what its own limits allow, and a little more. */
export function stopLimit(env: Settings): number {
  const seconds = (name: string, usual: number) => Number(env[name] || usual);
  return (seconds('CLAIMDESK_DRAIN_SECONDS', 0) + seconds('CLAIMDESK_STOP_SECONDS', 15) + 8) * 1_000;
}
