/** Request bodies for what is found about a claim: evidence, judgements, answers about a quote, the ruling. */
import { z } from 'zod';
import { Confidence, EvidenceFacts, QuoteAnswers, Verdict } from '#lib/domain/claims/claim-input';
import { freeText, Id, requiredText } from '#lib/domain/fields';
import { kept } from './kept';
import { SourceBody } from './sources';

const { stance, excerpt, locator, figure } = EvidenceFacts.shape;

/** Evidence, on a source of the desk by id or on one that may be new. */
export const EvidenceBody = z.strictObject({
  source: z.union([z.strictObject({ id: Id }), SourceBody]),
  stance,
  excerpt: excerpt.default(''),
  locator,
  figure: figure.describe('The figure that it gives, in words; read from the excerpt where it is left out.'),
});

/** What changes about a piece of evidence. What is left out stays as it is. */
export const EvidenceChanges = z.strictObject({
  stance: stance.optional(),
  excerpt: excerpt.optional(),
  locator: kept(locator),
  figure: kept(figure).describe('The figure that it gives, in words; null for none.'),
});

/** The sender's own verdict, with a source if the claim has none to rest on. */
export const JudgementBody = z.strictObject({
  verdict: Verdict.describe('Verified, disputed and false need a source: on the claim already, or along with this.'),
  rationale: freeText(4_000).default(''),
  confidence: Confidence.default('medium'),
  evidence: EvidenceBody.optional(),
});

/** The sender's own answers about a quote; three times null takes them back. */
export const QuoteBody = z.strictObject(QuoteAnswers.shape);

/** An editor's ruling. */
export const RulingBody = z.strictObject({ verdict: Verdict, reason: requiredText(4_000) });
