'use server';

import { z } from 'zod';
import { refusalToChangeEvidence, setEvidenceFigure } from '#lib/data/claims/edit-evidence';
import { pinDerivation, refusalToChangeDerivation, setDerivationRemoved } from '#lib/data/ledger/derivations';
import { measureClaim } from '#lib/data/ledger/edit-metrics';
import { Id, optionalText } from '#lib/domain/fields';
import { Calculation, MetricNamed } from '#lib/domain/ledger/ledger-input';
import { action } from '#lib/server/action';

const ClaimRef = { articleId: Id, claimId: Id, edition: z.int().positive().optional() };

export const measure = action(
  'ledger.measure',
  'keep-ledger',
  z.object({ ...ClaimRef, metric: MetricNamed.nullable() }),
  ({ metric, ...ref }, { writer }) => measureClaim(writer, ref, metric),
);

export const setGiven = action(
  'ledger.setGiven',
  'add-evidence',
  z.object({ ...ClaimRef, evidenceId: Id, figure: optionalText(200) }),
  async ({ evidenceId, figure, ...ref }, { actor, writer }) => {
    const refused = await refusalToChangeEvidence(writer.db, actor, evidenceId);
    return refused ?? setEvidenceFigure(writer, ref, evidenceId, figure ?? '');
  },
);

export const pin = action(
  'ledger.pin',
  'judge',
  z.object({ ...ClaimRef, calculation: Calculation }),
  ({ calculation, ...ref }, { writer }) => pinDerivation(writer, ref, calculation),
);

export const setPinned = action(
  'ledger.setPinned',
  'judge',
  z.object({ ...ClaimRef, derivationId: Id, pinned: z.boolean() }),
  async ({ derivationId, pinned, ...ref }, { actor, writer }) => {
    const refused = await refusalToChangeDerivation(writer.db, actor, derivationId);
    return refused ?? setDerivationRemoved(writer, ref, derivationId, !pinned);
  },
);
