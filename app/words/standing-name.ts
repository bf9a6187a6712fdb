import { useLocale, useTranslations } from 'next-intl';
import { isVerdict, type Standing } from '#lib/domain/claims/standing';
import { type RatingScale, ratingOf } from '#lib/domain/report/rating-scale';

/** How the desk's rating scale names a standing; what has no verdict yet goes by the desk's word for it. */
export function useStandingName(scale: RatingScale): (standing: Standing) => string {
  const words = useTranslations('words.standing');
  const locale = useLocale();
  return (standing) => (isVerdict(standing) ? ratingOf(scale, standing, locale).alternateName : words(standing));
}
