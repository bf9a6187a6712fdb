/** Fields that several answers of the API share. Offsets are Unicode code points of a paragraph's text. */
import { z } from 'zod';
import { qualifiers } from '#lib/reading/figure-types';

export const count = z.int().min(0);
export const moment = z.iso.datetime().describe('ISO 8601, UTC.');
export const date = z.string().nullable().describe('ISO 8601, of day, month or year precision.');
export const line = z.string().nullable();
export const names = z.object({ en: z.string(), zh: z.string() });

export const Figure = z.object({
  low: z.number().nullable().describe('null where this end is open.'),
  high: z.number().nullable(),
  unit: line.describe('An ISO 4217 code, percent, or the noun counted.'),
  qualifier: z.enum(qualifiers),
  per: line,
  asOf: date,
});
export const reads = names.describe('The figure written out.');

/** One page of a list. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    next: line.describe('The cursor of the next page, also in the Link header; null on the last one.'),
  });
