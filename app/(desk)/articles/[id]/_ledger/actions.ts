'use server';

import { z } from 'zod';
import { setEvidenceFigure } from '#lib/data/claims/findings';
import { derive as deriveNow, pinDerivation, setDerivationRemoved } from '#lib/data/ledger/derivations';
import { measureClaim } from '#lib/data/ledger/edit-metrics';
import { faultsOf } from '#lib/data/ledger/inconsistencies';
import { claimLedger } from '#lib/data/ledger/ledger';
import { optionalText } from '#lib/domain/fields';
import { MetricNamed } from '#lib/domain/ledger/ledger-input';
import { accept, refuse } from '#lib/domain/refusal';
import { action } from '#lib/server/action';

const Id = z.string().min(1).max(64);
const ClaimRef = { articleId: Id, claimId: Id, edition: z.int().positive().optional() };

/** What the ledger knows of a claim's figure, or proposes for it. */
export const lookUp = action('read', z.object(ClaimRef), async (ref, { actor, writer }) => {
  const known = await claimLedger(writer.db, ref, actor);
  return known ? accept(known) : refuse('not-found');
});

/** Where the article's figures do not go together. */
export const findFaults = action('read', z.object({ articleId: Id }), async ({ articleId }, { writer }) =>
  accept(await faultsOf(writer.db, articleId)),
);

export const measure = action(
  'keep-ledger',
  z.object({ ...ClaimRef, metric: MetricNamed.nullable() }),
  ({ metric, ...ref }, { writer }) => measureClaim(writer, ref, metric),
);

export const setGiven = action(
  'add-source',
  z.object({ ...ClaimRef, evidenceId: Id, figure: optionalText(200) }),
  ({ evidenceId, figure, ...ref }, { writer }) => setEvidenceFigure(writer, ref, evidenceId, figure ?? ''),
);

const Side = z.union([
  z.object({ claimId: Id }),
  z.object({ typed: z.string().trim().min(1, 'text-missing').max(200) }),
]);
const Calculation = { left: Side, op: z.enum(['÷', '×', '+', '−']), right: Side };

/** Works a calculation out without keeping it. */
export const derive = action(
  'read',
  z.object({ articleId: Id, ...Calculation }),
  async ({ articleId, ...calculation }, { writer }) => {
    const derived = await deriveNow(writer.db, articleId, calculation);
    return derived.ok ? accept(derived.value.reads) : derived;
  },
);

export const pin = action(
  'judge',
  z.object({ ...ClaimRef, calculation: z.object(Calculation) }),
  ({ calculation, ...ref }, { writer }) => pinDerivation(writer, ref, calculation),
);

export const setPinned = action(
  'judge',
  z.object({ ...ClaimRef, derivationId: Id, pinned: z.boolean() }),
  ({ derivationId, pinned, ...ref }, { writer }) => setDerivationRemoved(writer, ref, derivationId, !pinned),
);
