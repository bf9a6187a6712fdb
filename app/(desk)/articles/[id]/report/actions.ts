'use server';

import { revalidatePath } from 'next/cache';
import { suggestCorrection } from '#lib/data/claims/edit-claim';
import { refusalToChange } from '#lib/data/claims/read-claims';
import { publishReport, withdrawReport } from '#lib/data/report/reports';
import { accept } from '#lib/domain/refusal';
import { Correction, Publication, Withdrawal } from '#lib/domain/report/publishing-input';
import { action } from '#lib/server/action';

const page = '/articles/[id]/report';

export const publish = action('report.publish', 'publish', Publication, async (publication, { actor, writer }) => {
  const published = await publishReport(writer, publication, actor);
  if (published.ok) revalidatePath(page, 'page');
  return published;
});

export const withdraw = action('report.withdraw', 'publish', Withdrawal, async (withdrawal, { writer }) => {
  const withdrawn = await withdrawReport(writer, withdrawal);
  if (withdrawn.ok) revalidatePath(page, 'page');
  return withdrawn;
});

/** Sets what the article should say in place of a claim. */
export const correct = action('report.correct', 'mark', Correction, async ({ text, ...ref }, { actor, writer }) => {
  const refused = await refusalToChange(writer.db, actor, ref);
  if (refused) return refused;
  const corrected = await suggestCorrection(writer, ref, text);
  if (!corrected.ok) return corrected;
  revalidatePath(page, 'page');
  return accept({ edition: corrected.value.edition });
});
