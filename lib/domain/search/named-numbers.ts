/**
 * Numbers that are part of a name (`Boeing 737`) or look so (`OpenAI 375`, as somebody types it): comparing claims passes
 * them by, but a search for them is one for their value.
 */

import { type ClaimReading, readClaim } from '#lib/domain/matching/claim-reading';

/** The tokens of the numbers that a reading has for neither figure, date nor word. Linear in the text. */
export function namedNumbers({ form, figures, periods, words }: ClaimReading): string[] {
  const taken = new Uint8Array(form.length);
  for (const { start, end } of [...figures, ...periods, ...words]) taken.fill(1, start, end);
  return [...form.matchAll(/\d(?:[\d.,]*\d)?/g)].flatMap(({ 0: number, index }) => {
    // Longer than any value that means something.
    if (number.length > 24 || taken.subarray(index, index + number.length).includes(1)) return [];
    return readClaim(number).tokens.filter((token) => token.startsWith('0n'));
  });
}
