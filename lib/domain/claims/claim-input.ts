/** What people type about a claim: its speaker and figure, evidence, answers, verdicts. */
import { z } from 'zod';
import { contexts, saidAnswers, wordings } from '#lib/domain/claims/quote-check';
import { sourceKinds, stances } from '#lib/domain/claims/source';
import { confidences, verdicts } from '#lib/domain/claims/standing';
import { freeText, hasNoNul, Id, optionalText, partialDate, requiredText, webAddress } from '#lib/domain/fields';
import { FileReaders } from '#lib/domain/files/readers-input';
import { claimKinds } from '#lib/reading/claim-kinds';
import { qualifiers } from '#lib/reading/figure-types';

export const ClaimKind = z.enum(claimKinds);
export const Verdict = z.enum(verdicts);
export const Confidence = z.enum(confidences);

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
    .refine(hasNoNul)
    .nullish()
    .transform((id) => id || null),
});
export type SourceFacts = z.infer<typeof SourceFacts>;

/** Evidence as a form gives it: on a source of the desk, or on a new one. */
export const EvidenceFacts = z.object({
  source: z.union([z.object({ id: Id }), SourceFacts]),
  stance: z.enum(stances),
  excerpt: freeText(4_000),
  locator: optionalText(200),
  /** The figure that it gives, in words. If left out, the figure in the excerpt counts. */
  figure: optionalText(200).optional(),
});
export type EvidenceFacts = z.infer<typeof EvidenceFacts>;
export type EvidenceInput = z.input<typeof EvidenceFacts>;

/** Evidence of a file that comes with it, whose source is new. `readers`: who sees the file. */
export const FileEvidence = EvidenceFacts.extend({ source: SourceFacts, readers: FileReaders });
export type FileEvidence = z.infer<typeof FileEvidence>;

/** Who says something: a person known to the desk, or a name that may be new. */
export const SpeakerFacts = z.object({
  name: requiredText(200),
  role: optionalText(200),
  organisation: optionalText(200),
});
export type SpeakerFacts = z.infer<typeof SpeakerFacts>;
export const SpeakerNamed = z.union([z.object({ id: Id }), SpeakerFacts]);
export type SpeakerNamed = z.infer<typeof SpeakerNamed>;

/** Everything the desk keeps about a speaker. */
export const SpeakerEntry = SpeakerFacts.extend({ aliases: z.array(requiredText(200)).max(40, 'text-too-long') });
export type SpeakerEntry = z.infer<typeof SpeakerEntry>;

const bound = z.number().finite().nullable();

/** A figure's value as a reviewer corrects it. Numbers are in the given unit. */
export const FigureFacts = z.object({
  low: bound,
  high: bound,
  unit: optionalText(60),
  qualifier: z.enum(qualifiers),
  per: optionalText(60),
  asOf: partialDate,
});

/** A reviewer's answers about a quote. */
export const QuoteAnswers = z.object({
  said: z.enum(saidAnswers).nullable(),
  wording: z.enum(wordings).nullable(),
  context: z.enum(contexts).nullable(),
});
