/** What can be exported of an article, as the API shows it. */
import { z } from 'zod';
import { standings } from '#lib/domain/claims/standing';
import { everyClaim, filterChoices, listFormats, takesFilter } from '#lib/domain/exchange/claim-list';
import type { ArticleWithClaims } from '#lib/domain/review/review';
import { forms } from '#lib/export/formats';
import { claimKinds } from '#lib/reading/claim-kinds';
import { count, line } from './fields';

const choiceOf = <Value extends z.ZodType>(value: Value) => z.array(z.object({ value, count }));
const named = z.array(z.object({ value: z.string(), name: line, count }));

export const ExportForms = z.object({
  forms: z.array(
    z.object({
      form: z.enum(listFormats),
      type: z.string().describe('Its media type.'),
      takesChoice: z.boolean().describe('Whether claims can be chosen; a whole article holds all of them.'),
    }),
  ),
  choices: z
    .object({
      standing: choiceOf(z.enum(standings)),
      kind: choiceOf(z.enum(claimKinds)),
      speaker: named,
      reviewer: named,
    })
    .describe('The values that the parameters of an export take, with how many claims each gives.'),
});

/** The forms, and the choices that there are among the claims that the viewer sees. */
export function exportForms({ claims }: ArticleWithClaims): z.infer<typeof ExportForms> {
  const {
    standings: standing,
    kinds: kind,
    speakers: speaker,
    reviewers: reviewer,
  } = filterChoices(claims, everyClaim);
  return {
    forms: listFormats.map((form) => ({ form, type: forms[form].type, takesChoice: takesFilter(form) })),
    choices: { standing, kind, speaker, reviewer },
  };
}
