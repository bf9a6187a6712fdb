/** Words of exports for tests: each word stands for itself, so that a test says which word is where. */
import type { ExportWords } from '#lib/export/export-words';

/** Whatever is looked up is its own word, after a prefix that tells vocabularies apart. */
const itself = <Key extends string>(prefix = ''): Record<Key, string> =>
  new Proxy({} as Record<Key, string>, { get: (_, key) => `${prefix}${String(key)}` });

export const exportWords: ExportWords = {
  language: 'en',
  label: itself(),
  standing: itself(),
  kind: itself(),
  weight: itself(),
  stance: itself(),
  sourceKind: itself(),
  retiredSource: 'withdrawn',
  strength: itself('strength-'),
  confidence: itself(),
  qualifier: itself(),
  said: itself('said-'),
  wording: itself(),
  quoteContext: itself('context-'),
  quoteFinding: itself('quote-'),
  paragraph: (number) => `paragraph ${number}`,
  judgedBy: (people) => `${people} judged`,
  ruledBy: (name) => `ruled by ${name}`,
  confident: (level) => `confidence ${level}`,
  summary: (listed, all, exportedAt) => `${listed} of ${all}, ${exportedAt.toISOString().slice(0, 10)}`,
  searched: (exportedAt) => `searched ${exportedAt.toISOString().slice(0, 10)}`,
  firstOnly: (claims) => `first ${claims}`,
  sourcesOf: (sources) => `${sources} sources`,
  claimOf: (number, title) => `claim ${number} of ${title}`,
  date: (date) => date,
};
