import type { Refusal } from '#lib/domain/refusal';

/** The values that a refusal's sentence may ask for. */
export const refusalValues = ({ values }: Refusal) => ({
  ...{ limit: 0, number: 0, paragraph: 0, verdict: '', name: '', where: '' },
  ...values,
});
