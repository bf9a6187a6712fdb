/**
 * A source is a document or person that claims are checked against; evidence is a source used on one claim, with what it
 * says there. Sources belong to the desk: the same one serves many claims and articles.
 */
import { z } from 'zod';
import { freeText, optionalText, partialDate, requiredText, webAddress } from './text';

export const sourceKinds = ['primary', 'secondary', 'tertiary'] as const;
export type SourceKind = (typeof sourceKinds)[number];

export const stances = ['supports', 'refutes', 'context'] as const;
export type Stance = (typeof stances)[number];

/** What a person states about a source. `originId`: the source it repeats; reposts of one story count once. */
export const SourceFacts = z.object({
  title: requiredText(500),
  publisher: optionalText(200),
  url: webAddress,
  published: partialDate,
  accessed: partialDate,
  kind: z.enum(sourceKinds),
  originId: z
    .string()
    .max(64)
    .nullish()
    .transform((id) => id || null),
});
export type SourceFacts = z.infer<typeof SourceFacts>;

/** Evidence as a form gives it: on a source that the desk has, or on a new one. */
export const EvidenceFacts = z.object({
  source: z.union([z.object({ id: z.string().min(1).max(64) }), SourceFacts]),
  stance: z.enum(stances),
  excerpt: freeText(4_000),
  locator: optionalText(200),
});
export type EvidenceFacts = z.infer<typeof EvidenceFacts>;
export type EvidenceInput = z.input<typeof EvidenceFacts>;

/** How many independent origins stand behind some sources. */
export function countOrigins(sources: { id: string; originId: string | null }[]): number {
  return new Set(sources.map((source) => source.originId ?? source.id)).size;
}
