import type { useFormatter, useTranslations } from 'next-intl';
import type { Against } from '#lib/domain/ledger/ledger';

/** A factor from here on is told as one (×2.5) rather than in percent. */
const leastFactor = 2;

type Words = ReturnType<typeof useTranslations<'measure.against'>>;

/** How a figure stands to another, in a few words, and whether they cannot both be true. */
export function againstWords(
  { relation, deviation, factor, power }: Against,
  t: Words,
  format: Pick<ReturnType<typeof useFormatter>, 'number'>,
): { text: string; isOff: boolean } {
  if (relation === 'power-of-ten' && power !== null) {
    const size = format.number(10 ** Math.abs(power));
    return { text: t(power > 0 ? 'tooLarge' : 'tooSmall', { size }), isOff: true };
  }
  if (relation !== 'off' && relation !== 'power-of-ten') return { text: t(relation), isOff: false };
  if (factor !== null && factor >= leastFactor) {
    return { text: t('times', { factor: format.number(factor, { maximumSignificantDigits: 2 }) }), isOff: true };
  }
  if (deviation === null || deviation === 0) return { text: t('off'), isOff: true };
  const share = format.number(Math.abs(deviation), { style: 'percent', maximumSignificantDigits: 2 });
  return { text: t(deviation > 0 ? 'above' : 'below', { share }), isOff: true };
}
