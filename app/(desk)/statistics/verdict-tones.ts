import { type Verdict, verdicts } from '#lib/domain/claims/standing';
import type { Tone } from '#ui/tag';
import { toneOf } from '../../words/standing';

/** The colours of verdicts in drawings, each with the verdicts that have it: both ways of having no answer look alike. */
export const verdictTones: { tone: Tone; of: Verdict[] }[] = [...new Set(verdicts.map(toneOf))].map((tone) => ({
  tone,
  of: verdicts.filter((verdict) => toneOf(verdict) === tone),
}));
