/**
 * Version 1 of the article file, which held only the newest revision. Older desks wrote it; it stays readable. It is
 * converted to the newest version before it is checked, so that there is one schema and one set of rules.
 */
import { z } from 'zod';

/**
 * The parts of version 1 that the conversion needs. The rest is passed through and checked by the rules of version 2.
 */
const Version1 = z.looseObject({
  format: z.literal('claimdesk-article'),
  version: z.literal(1),
  article: z.looseObject({ revision: z.unknown(), createdBy: z.unknown(), updatedAt: z.unknown() }),
  paragraphs: z.array(z.looseObject({ number: z.number() })),
  claims: z.array(
    z.looseObject({
      number: z.number(),
      paragraph: z.number(),
      quoteChecks: z.array(z.looseObject({})),
      judgements: z.array(z.looseObject({})),
      ruling: z.looseObject({}).nullable(),
    }),
  ),
  threads: z.array(z.looseObject({ paragraph: z.number().nullable() })),
});

/** Converts version 1 to version 2; returns anything else as it is. */
export function liftArticleFile(written: unknown): unknown {
  const read = Version1.safeParse(written);
  if (!read.success) return written;
  const { article, paragraphs, claims, threads, ...rest } = read.data;
  const { revision, ...facts } = article;
  const ordered = [...paragraphs].sort((a, b) => a.number - b.number);
  const places = new Map(ordered.map(({ number }, index) => [number, index + 1]));
  // An unknown paragraph number stays unknown.
  const placeOf = (number: number) => places.get(number) ?? ordered.length + 1;
  const counted = (finding: object) => ({ ...finding, on: null });
  return {
    ...rest,
    version: 2,
    article: { ...facts, lastClaimNumber: Math.max(0, ...claims.map(({ number }) => number)) },
    paragraphs: ordered.map(({ number: _, ...paragraph }) => paragraph),
    revisions: [
      {
        ...{ number: revision, by: facts.createdBy, at: facts.updatedAt, intake: 'import' },
        ...{ minor: false, restored: null, counts: null },
        paragraphs: ordered.map((_, index) => index + 1),
      },
    ],
    claims: claims.map(({ paragraph, quoteChecks, judgements, ruling, ...claim }) => ({
      ...claim,
      ...{ revision, paragraph: placeOf(paragraph), goneSince: null, places: [], lookAgain: null },
      ...{ quoteChecks: quoteChecks.map(counted), judgements: judgements.map(counted) },
      ruling: ruling && counted(ruling),
    })),
    threads: threads.map(({ paragraph, ...thread }) => ({
      ...thread,
      paragraph: paragraph === null ? null : { revision, number: placeOf(paragraph) },
    })),
    dismissed: [],
  };
}
