const named = ['zh-Hans', 'zh-Hant', 'en', 'ja', 'ko'] as const;

/** The key of a language's name among the interface's words; articles in others are told as “other”. */
export function languageKey(tag: string): (typeof named)[number] | 'other' {
  return named.find((name) => tag === name || tag.startsWith(`${name}-`)) ?? 'other';
}

/** A language's name in the reader's language; its tag where it is no tag, or the browser has no name for it. */
export function nameOfLanguage(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
