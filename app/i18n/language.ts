const named = ['zh-Hans', 'zh-Hant', 'en', 'ja', 'ko'] as const;

/** The key of a language's name among the interface's words; articles in others are told as “other”. */
export function languageKey(tag: string): (typeof named)[number] | 'other' {
  return named.find((name) => tag === name || tag.startsWith(`${name}-`)) ?? 'other';
}
