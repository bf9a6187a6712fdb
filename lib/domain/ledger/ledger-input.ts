/** What people enter into the ledger: metrics, exchange rates, calculations. */
import { z } from 'zod';
import { Id, optionalText, requiredText } from '#lib/domain/fields';
import { operators } from '#lib/domain/figures/derived-value';
import { isPartialDate } from '#lib/text/tidy';

/** What a figure measures, as a person names it. */
export const MetricName = z.object({
  subject: requiredText(120),
  measure: requiredText(120),
  scope: optionalText(120),
});

/** An existing metric, or a name that may be new. */
export const MetricNamed = z.union([z.object({ id: Id }), MetricName]);
export type MetricNamed = z.infer<typeof MetricNamed>;

/** Everything the desk keeps about a metric's name. */
export const MetricEntry = MetricName.extend({ aliases: z.array(requiredText(120)).max(40, 'text-too-long') });
export type MetricEntry = z.infer<typeof MetricEntry>;

const currency = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/, 'invalid-input');

/** A rate as the desk enters it: 1 `from` = `rate` `to` on a day. */
export const RateEntry = z
  .object({
    from: currency,
    to: currency,
    rate: z.number().positive('invalid-input').finite(),
    on: z.string().refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isPartialDate(text), 'date-invalid'),
  })
  .refine(({ from, to }) => from !== to, { message: 'rate-of-itself', path: ['to'] });
export type RateEntry = z.infer<typeof RateEntry>;

const Side = z.union([
  z.object({ claimId: Id }),
  z.object({ typed: z.string().trim().min(1, 'text-missing').max(200) }),
]);
/** One side of a calculation: the figure of a claim of the same article, or a typed figure. */
export type Side = z.infer<typeof Side>;

export const Calculation = z.object({ left: Side, op: z.enum(operators), right: Side });
export type Calculation = z.infer<typeof Calculation>;

/** A calculation in an address, as JSON: plain parameters could not say whether a side is a claim or typed. */
export const CalculationParameter = z
  .string()
  .max(2_000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'not-json' });
      return z.NEVER;
    }
  })
  .pipe(Calculation);
