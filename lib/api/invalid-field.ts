/** What is wrong with a field, for the sentence of a problem: beyond its name, what it may be. */
import type { z } from 'zod';
import type { Refusal } from '#lib/domain/refusal';

/** The types that a field can be asked to be; each has a name in every language (`api.problem.type`). */
const types = ['string', 'number', 'int', 'boolean', 'array', 'object'] as const;

/** The ways in which a field can be wrong; each has a sentence in every language (`api.problem.fault`). */
export const faults = ['allowed', 'missing', 'type', 'least', 'most', 'short', 'long', 'other'] as const;
export type Fault = (typeof faults)[number];

/** An issue with its input (`reportInput`) as the values of a refusal: which fault, and the list or bound that holds. */
export function valuesOfFault(issue: z.core.$ZodIssue): NonNullable<Refusal['values']> {
  switch (issue.code) {
    case 'invalid_value':
      return allowed(issue.values);
    case 'invalid_union':
      if (issue.discriminator !== undefined && 'options' in issue && Array.isArray(issue.options)) {
        return allowed(issue.options);
      }
      return { fault: issue.input === undefined ? 'missing' : 'other' };
    case 'invalid_type': {
      if (issue.input === undefined) return { fault: 'missing' };
      const expected = types.find((type) => type === issue.expected);
      return expected ? { fault: 'type', expected } : { fault: 'other' };
    }
    case 'too_small':
      return { fault: isNumber(issue.origin) ? 'least' : 'short', limit: Number(issue.minimum) };
    case 'too_big':
      return { fault: isNumber(issue.origin) ? 'most' : 'long', limit: Number(issue.maximum) };
    default:
      return { fault: 'other' };
  }
}

const isNumber = (origin: string): boolean => origin === 'number' || origin === 'int';

const allowed = (values: readonly unknown[]) => ({ fault: 'allowed', allowed: values.map(String).join(' ') });
