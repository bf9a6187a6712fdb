'use client';

import { Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { type ClaimWeight, claimWeights } from '#lib/domain/claims/weight';
import { type Actor, may, mayChangeClaim } from '#lib/domain/people/permission';
import { claimKinds } from '#lib/reading/claim-kinds';
import { IconButton } from '#ui/icon-button';
import type { Commands } from '../_state/use-review';

type ClaimDetailsProps = { claim: ClaimView; actor: Actor; commands: Commands; onMove: () => void };

/** What the claim is: its kind, whether it is worth checking and how much it weighs; and what changes or removes it. */
export function ClaimDetails({ claim, actor, commands, onMove }: ClaimDetailsProps) {
  const t = useTranslations('review');
  return (
    <div className="mt-2.5 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-[12.5px] text-ink-2">
      {may(actor, 'mark') && <DetailFields claim={claim} commands={commands} />}
      <span className="flex-1" />
      {mayChangeClaim(actor, claim) && (
        <>
          <IconButton label={t('move')} onClick={onMove}>
            <Pencil size={14} />
          </IconButton>
          <IconButton label={t('remove')} onClick={() => void commands.remove(claim)}>
            <Trash2 size={14} />
          </IconButton>
        </>
      )}
    </div>
  );
}

function DetailFields({ claim, commands }: Pick<ClaimDetailsProps, 'claim' | 'commands'>) {
  const t = useTranslations('review');
  const kinds = useTranslations('words.kind');
  return (
    <>
      <select
        aria-label={t('kind')}
        className="rounded border border-line bg-sheet px-1 py-0.5"
        value={claim.kind}
        onChange={(event) => void commands.describe(claim, { kind: event.target.value as ClaimView['kind'] })}
      >
        {claimKinds.map((kind) => (
          <option key={kind} value={kind}>
            {kinds(kind)}
          </option>
        ))}
      </select>
      <label className="flex items-center gap-1.5">
        <input
          type="checkbox"
          checked={claim.checkWorthy}
          onChange={(event) => void commands.describe(claim, { checkWorthy: event.target.checked })}
        />
        {t('worthy')}
      </label>
      {claim.checkWorthy && (
        <select
          aria-label={t('weight.label')}
          title={t('weight.hint')}
          className="rounded border border-line bg-sheet px-1 py-0.5"
          value={claim.weight}
          onChange={(event) => void commands.describe(claim, { weight: event.target.value as ClaimWeight })}
        >
          {claimWeights.map((weight) => (
            <option key={weight} value={weight}>
              {t(`weight.${weight}`)}
            </option>
          ))}
        </select>
      )}
    </>
  );
}
