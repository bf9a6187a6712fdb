import { useLocale, useTranslations } from 'next-intl';
import { type RatingScale, ratingOf } from '#lib/domain/rating-scale';
import { isVerdict, type Standing } from '#lib/domain/standing';

/** How the desk's rating scale names a standing; what has no verdict yet goes by the desk's word for it. */
export function useStandingName(scale: RatingScale): (standing: Standing) => string {
  const words = useTranslations('words.standing');
  const locale = useLocale();
  return (standing) => (isVerdict(standing) ? ratingOf(scale, standing, locale).alternateName : words(standing));
}
