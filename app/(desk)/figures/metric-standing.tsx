import { useTranslations } from 'next-intl';
import type { MetricStanding } from '#lib/domain/ledger/metric-standing';
import { Tag, type Tone } from '#ui/tag';

const tones: Record<MetricStanding, Tone> = { disputed: 'disputed', open: 'open', settled: 'verified' };

/** A metric's standing as a word in its colour. */
export function MetricStandingTag({ standing }: { standing: MetricStanding }) {
  const t = useTranslations('figures.standing');
  return <Tag tone={tones[standing]}>{t(standing)}</Tag>;
}
