import { type Verdict, verdicts } from '#lib/domain/claims/standing';
import type { Refusal } from '#lib/domain/refusal';

/** The values that a refusal's sentence may ask for; `verdictName` names a verdict in the reader's language. */
export function refusalValues({ values = {} }: Refusal, verdictName: (verdict: Verdict) => string) {
  const verdict = verdicts.find((one) => one === values.verdict);
  const none = { limit: 0, number: 0, paragraph: 0, name: '', where: '', allowed: '', label: '' };
  return { ...none, ...values, verdict: verdict ? verdictName(verdict) : '' };
}
