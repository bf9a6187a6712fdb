/**
 * A check of ClaimReview markup for the tests: what schema.org expects of each property that fact-checks use (schema.org 29,
 * by type, inherited ones included), and what Google requires (Search Central, "Fact check structured data"). The structured
 * data checkers on npm know no ClaimReview or are abandoned. claim-review.test.ts tests what it must refuse.
 */
import { z } from 'zod';
import { isPartialDate } from '#lib/text/tidy';

const thing = { name: ['text'], url: ['url'], image: ['url'], sameAs: ['url'] } as const;
const work = {
  ...thing,
  headline: ['text'],
  text: ['text'],
  inLanguage: ['text'],
  datePublished: ['date'],
  author: ['Person', 'Organization'],
  publisher: ['Person', 'Organization'],
} as const;

const properties = {
  ClaimReview: {
    ...work,
    claimReviewed: ['text'],
    reviewBody: ['text'],
    reviewRating: ['Rating'],
    itemReviewed: ['Claim', 'CreativeWork', 'Article', 'Clip'],
  },
  Rating: {
    ...thing,
    alternateName: ['text'],
    ratingValue: ['number', 'text'],
    bestRating: ['number', 'text'],
    worstRating: ['number', 'text'],
  },
  Claim: { ...work, appearance: ['CreativeWork', 'Article'], firstAppearance: ['CreativeWork', 'Article'] },
  CreativeWork: work,
  Article: work,
  Clip: { ...work, startOffset: ['number', 'text'], endOffset: ['number', 'text'], isPartOf: ['VideoObject', 'url'] },
  VideoObject: { ...work, transcript: ['text'] },
  Person: { ...thing, jobTitle: ['text'], affiliation: ['Organization'] },
  Organization: thing,
} as const;

const required: Partial<Record<string, string[]>> = {
  ClaimReview: ['claimReviewed', 'reviewRating', 'url'],
  Rating: ['alternateName'],
  Person: ['name'],
  Organization: ['name'],
};

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const plainTypes: Record<string, (value: unknown) => boolean> = {
  text: isText,
  url: (value) => isText(value) && URL.canParse(value),
  date: (value) => isText(value) && isPartialDate(value.slice(0, 10)),
  number: (value) => typeof value === 'number' && Number.isFinite(value),
};

const Node = z.looseObject({ '@type': z.string() });

/**
 * The faults of a ClaimReview document, each with the path of its place: `shape` lists what schema.org does not expect
 * there, `missing` what Google requires.
 */
export function claimReviewFaults(value: unknown, where = ''): { shape: string[]; missing: string[] } {
  const faults = { shape: [] as string[], missing: [] as string[] };
  const node = Node.safeParse(value);
  const known: Record<string, Record<string, readonly string[]>> = properties;
  const own = node.success ? known[node.data['@type']] : undefined;
  if (!node.success || !own) return { shape: [`${where} is of no known type`], missing: [] };
  const { '@type': type, '@context': context, ...rest } = node.data;
  if (where === '' && !/^https?:\/\/schema\.org\/?$/.test(String(context))) faults.shape.push('@context');
  for (const name of required[type] ?? []) if (!(name in rest)) faults.missing.push(`${where}/${name}`);
  for (const [name, given] of Object.entries(rest)) {
    const expected = own[name];
    const here = `${where}/${name}`;
    if (!expected) faults.shape.push(`${here} is no property of ${type}`);
    for (const one of expected ? [given].flat() : []) {
      if (expected?.some((kind) => plainTypes[kind]?.(one))) continue;
      const inner = Node.safeParse(one);
      if (!inner.success || !expected?.includes(inner.data['@type'])) {
        faults.shape.push(`${here} is not ${expected?.join(' or ')}`);
        continue;
      }
      const deeper = claimReviewFaults(one, here);
      faults.shape.push(...deeper.shape);
      faults.missing.push(...deeper.missing);
    }
  }
  const rating = type === 'Rating' ? rest : {};
  const [value_, best, worst] = [rating.ratingValue, rating.bestRating ?? 5, rating.worstRating ?? 1].map(Number);
  if ('ratingValue' in rating && !(Number(value_) >= Number(worst) && Number(value_) <= Number(best))) {
    faults.shape.push(`${where}/ratingValue is off its scale`);
  }
  return faults;
}
