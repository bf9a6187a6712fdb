/**
 * Request bodies for claims. From the same fields as the forms. Unlike forms, unknown fields are refused: a typing error
 * in a name must not read as an empty field.
 */
import { z } from 'zod';
import { maxParagraphs } from '#lib/domain/articles/article';
import { ClaimKind, FigureFacts, SpeakerFacts } from '#lib/domain/claims/claim-input';
import { claimWeights } from '#lib/domain/claims/weight';
import { Id } from '#lib/domain/fields';
import { MetricName } from '#lib/domain/ledger/ledger-input';
import { Correction } from '#lib/domain/report/publishing-input';
import { kept } from './kept';

const Paragraph = z.int().min(1).max(maxParagraphs);
const Offset = z.int().min(0).max(10_000_000);
const Words = z.string().max(20_000, 'text-too-long');

/** A place: by its words, which must occur exactly once, or by paragraph and offsets in Unicode code points. */
const Selector = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('TextQuoteSelector'),
    exact: Words.min(1, 'text-missing').describe('The words of the claim, to the character.'),
    prefix: Words.optional().describe('What stands right before them.'),
    suffix: Words.optional().describe('What stands right after them.'),
    paragraph: Paragraph.optional().describe('The number of the paragraph, from 1.'),
  }),
  z.strictObject({
    type: z.literal('TextPositionSelector'),
    paragraph: Paragraph.describe('The number of the paragraph, from 1.'),
    start: Offset.describe('Unicode code points of the paragraph before the claim.'),
    end: Offset.describe('Unicode code points of the paragraph up to the end of the claim.'),
  }),
]);
export type Selector = z.infer<typeof Selector>;

export const ClaimBody = z.strictObject({ kind: ClaimKind, selector: Selector });
export type ClaimBody = z.infer<typeof ClaimBody>;

/** How many claims one call may mark. */
export const maxBatch = 1_000;

const { $schema: _, ...claimSchema } = z.toJSONSchema(ClaimBody, { target: 'draft-2020-12', io: 'input' });

/** Claims to be marked. Each is parsed on its own, so that one that is not as described does not stop the others. */
export const ClaimBatch = z.strictObject({
  claims: z
    .array(z.unknown().meta(claimSchema))
    .min(1, 'text-missing')
    .max(maxBatch, 'too-many-at-once')
    .describe('The claims, in the order in which they get their numbers.'),
});

/** A person or a metric that the desk has, by id, or a name that may be new. */
const Named = z.strictObject({ id: Id });

/** What changes about a claim. What is left out stays as it is. */
export const ClaimChanges = z.strictObject({
  kind: ClaimKind.optional(),
  checkWorthy: z.boolean().optional(),
  weight: z.enum(claimWeights).optional(),
  speaker: z
    .union([Named, z.strictObject(SpeakerFacts.shape)])
    .nullable()
    .optional()
    .describe('Who says it; null for the article itself.'),
  figure: z
    .strictObject(FigureFacts.shape)
    .nullable()
    .optional()
    .describe('The value of a claim of kind figure; null has it read from the text again.'),
  metric: z
    .union([Named, z.strictObject(MetricName.shape)])
    .nullable()
    .optional()
    .describe('What its figure measures across articles; null takes it off the ledger.'),
  correction: kept(Correction.shape.text).describe('What the article should say instead; null takes it away.'),
  selector: Selector.optional().describe('Where the claim is moved to.'),
});
export type ClaimChanges = z.infer<typeof ClaimChanges>;
