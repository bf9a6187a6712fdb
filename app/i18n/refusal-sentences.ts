/**
 * The sentences of refusals in a browser. There are many, and a page that says one at all says it late: they are no part of
 * pages, but fetched when somebody begins to use one (`useRefusalText`). An answer that refuses something waits for them
 * (app/browser/requests.ts).
 */
import type { Locale } from './locale';
import type { Messages } from './messages';

type Sentences = Messages['refusal'];

/** What a page says where nothing can be fetched: these come with each. */
export const atHand = ['no-answer', 'failed'] as const satisfies (keyof Sentences)[];

const loaders: Record<Locale, () => Promise<{ default: Sentences }>> = {
  en: () => import('./en/refusal.json'),
  zh: () => import('./zh/refusal.json'),
};

const fetched = new Map<Locale, Sentences>();
const listeners = new Set<() => void>();

/** Those of a language, null before they are there. */
export const sentencesOf = (locale: Locale): Sentences | null => fetched.get(locale) ?? null;

/** Calls `then` when sentences have come; returns how to stop. */
export function onSentences(then: () => void): () => void {
  listeners.add(then);
  return () => void listeners.delete(then);
}

/** Fetches the sentences of a language, by default the page's. Where the network fails it does without; the next call tries again. */
export async function fetchSentences(locale: Locale = pageLocale()): Promise<void> {
  if (fetched.has(locale)) return;
  const { default: sentences } = await loaders[locale]().catch(() => ({ default: null }));
  if (!sentences || fetched.has(locale)) return;
  fetched.set(locale, sentences);
  for (const listener of listeners) listener();
}

/** Of the page's two languages the one that it says it is in. */
const pageLocale = (): Locale => (globalThis.document?.documentElement.lang.startsWith('zh') ? 'zh' : 'en');
