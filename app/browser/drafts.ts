/**
 * What somebody began to write, kept in this browser per person and target until it is sent. The oldest go when there are
 * many; a browser that keeps nothing costs nothing but the draft.
 */
const prefix = 'claimdesk-draft:';

/** Enough for every comment that anybody has open; at 4,000 characters each far below what a browser keeps (5 MB). */
const mostDrafts = 40;

type Draft = { text: string; at: number };

const keyOf = (personId: string, target: string) => `${prefix}${personId}:${target}`;

function parse(stored: string | null): Draft | null {
  if (stored === null) return null;
  try {
    const draft: unknown = JSON.parse(stored);
    if (typeof draft !== 'object' || draft === null || !('text' in draft) || !('at' in draft)) return null;
    const { text, at } = draft;
    return typeof text === 'string' && typeof at === 'number' ? { text, at } : null;
  } catch {
    return null;
  }
}

/** The draft for a target; null where there is none. */
export function readDraft(personId: string, target: string): string | null {
  try {
    return parse(localStorage.getItem(keyOf(personId, target)))?.text ?? null;
  } catch {
    // The browser keeps nothing for this page.
    return null;
  }
}

/** Keeps a draft; a blank one, or null, is forgotten. */
export function keepDraft(personId: string, target: string, text: string | null): void {
  const key = keyOf(personId, target);
  try {
    if (!text?.trim()) {
      localStorage.removeItem(key);
      return;
    }
    const isNew = localStorage.getItem(key) === null;
    localStorage.setItem(key, JSON.stringify({ text, at: Date.now() } satisfies Draft));
    if (isNew) forgetOldest();
  } catch {
    // Full, or switched off: what is typed stays on the screen all the same.
  }
}

/** Forgets every draft that this browser keeps, whoever wrote it: whoever uses it next reads none. */
export function forgetDrafts(): void {
  try {
    for (const key of Object.keys(localStorage).filter((name) => name.startsWith(prefix))) localStorage.removeItem(key);
  } catch {
    // The browser keeps nothing for this page.
  }
}

function forgetOldest(): void {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  const byAge = keys.map((key) => ({ key, at: parse(localStorage.getItem(key))?.at ?? 0 })).sort((a, b) => b.at - a.at);
  for (const { key } of byAge.slice(mostDrafts)) localStorage.removeItem(key);
}
