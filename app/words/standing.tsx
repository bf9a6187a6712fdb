import { useTranslations } from 'next-intl';
import { type Standing, standings, type Verdict } from '#lib/domain/claims/standing';
import type { Tally } from '#lib/domain/report/report';
import { Tag, type Tone, Track } from '#ui/tag';

export function toneOf(standing: Standing): Tone {
  return standing === 'not-checkable' ? 'unverifiable' : standing;
}

export function StandingTag({ standing }: { standing: Standing | Verdict }) {
  const words = useTranslations('words.standing');
  return <Tag tone={toneOf(standing)}>{words(standing)}</Tag>;
}

/** The progress of some claims as a bar: every settled or contested share in its colour, the open rest empty. */
export function StandingTrack({ tally, tall }: { tally: Tally; tall?: boolean }) {
  const words = useTranslations('words.standing');
  const shown = standings.filter((standing) => standing !== 'open' && tally.standings[standing] > 0);
  const label = [...shown, 'open' as const]
    .map((standing) => `${words(standing)} ${tally.standings[standing]}`)
    .join(', ');
  const shares = new Map<Tone, number>();
  for (const standing of shown) {
    const tone = toneOf(standing);
    shares.set(tone, (shares.get(tone) ?? 0) + tally.standings[standing] / tally.total);
  }
  const parts = [...shares].map(([tone, share]) => ({ tone, share }));
  return <Track parts={parts} label={label} tall={tall} />;
}
