/**
 * Request bodies for claims. From the same fields as the forms. Unlike forms, unknown fields are refused: a typing error in a name must not read
 * as an empty field.
 */
import { z } from 'zod';
import { maxParagraphs } from '#lib/domain/articles/article';
import { ClaimKind, Confidence, EvidenceFacts, SourceFacts, Verdict } from '#lib/domain/claims/claim-input';
import { freeText, Id } from '#lib/domain/fields';

const Paragraph = z.int().min(1).max(maxParagraphs);
const Offset = z.int().min(0).max(10_000_000);
const Words = z.string().max(20_000, 'text-too-long');

/**
 * A claim and its place: by its words, which must occur exactly once, or by paragraph and offsets in Unicode code
 * points.
 */
export const ClaimBody = z.strictObject({
  kind: ClaimKind,
  selector: z.discriminatedUnion('type', [
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
  ]),
});
export type ClaimBody = z.infer<typeof ClaimBody>;

/** The sender's own verdict, with a source if the claim has none to rest on. */
export const JudgementBody = z.strictObject({
  verdict: Verdict.describe('Verified, disputed and false need a source: on the claim already, or along with this.'),
  rationale: freeText(4_000).default(''),
  confidence: Confidence.default('medium'),
  evidence: z
    .strictObject({
      ...EvidenceFacts.shape,
      source: z.union([z.strictObject({ id: Id }), z.strictObject(SourceFacts.shape)]),
      excerpt: EvidenceFacts.shape.excerpt.default(''),
    })
    .optional(),
});
export type JudgementBody = z.infer<typeof JudgementBody>;
