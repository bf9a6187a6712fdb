import type { Standing } from '#lib/domain/claims/standing';
import type { RatingScale } from '#lib/domain/report/rating-scale';
import { Tag } from '#ui/tag';
import { toneOf } from './standing';
import { useStandingName } from './standing-name';

/** Where a claim stands, in the words that the desk publishes under. */
export function RatingTag({ standing, scale }: { standing: Standing; scale: RatingScale }) {
  return <Tag tone={toneOf(standing)}>{useStandingName(scale)(standing)}</Tag>;
}
