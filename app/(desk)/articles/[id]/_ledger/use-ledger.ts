'use client';

import { useMemo } from 'react';
import type { ClaimView, MetricRef } from '#lib/domain/claims/claim-view';
import type { ClaimLedger, MetricSummary } from '#lib/domain/ledger/ledger';
import type { MetricNamed } from '#lib/domain/ledger/ledger-input';
import { send } from '../../../../browser/requests';
import { useRead } from '../../../../browser/use-read';
import type { Commands } from '../_state/use-review';
import * as actions from './actions';

type Calculation = Parameters<typeof actions.pin>[0]['calculation'];

/** What the ledger knows of a claim, with what a card shows of its metric. */
export type CardLedger = Omit<ClaimLedger, 'metric'> & {
  metric: (MetricRef & Pick<MetricSummary, 'standing' | 'observations' | 'articles'>) | null;
};

/**
 * What the ledger knows of a claim, asked again whenever the claim changes; null where it has no answer. Until the first
 * answer is here (`isLoading`), what takes as much room as most answers do.
 */
export function useLedger(articleId: string, claim: ClaimView): { known: CardLedger | null; isLoading: boolean } {
  const { value, refusal, isCurrent } = useRead<ClaimLedger>(`/api/articles/${articleId}/claims/${claim.id}/ledger`, {
    version: claim.version,
  });
  if (!isCurrent) return { known: awaited(claim), isLoading: true };
  return { known: refusal ? null : value, isLoading: false };
}

/** A claim on its metric, or one that nobody has a name for yet. */
const awaited = ({ metric }: ClaimView): CardLedger => ({
  metric: metric && { ...metric, standing: 'open', observations: 1, articles: 1 },
  proposal: { best: { subject: '', measure: '', scope: null }, subjects: [], measures: [], similar: [] },
  settled: null,
  against: null,
  evidence: [],
});

/** What can be done to a claim in the ledger; each act leaves a step that takes it back. */
export function useLedgerCommands(articleId: string, { show, remember, tracked }: Commands) {
  return useMemo(() => {
    const refOf = (claim: ClaimView) => ({ articleId, claimId: claim.id });
    return {
      measure: tracked(async (claim: ClaimView, metric: MetricNamed | null) => {
        const to = (named: MetricNamed | null) => show(send(actions.measure, { ...refOf(claim), metric: named }));
        const previous = claim.metric && { id: claim.metric.id };
        const answer = await to(metric);
        if (answer.ok) {
          remember(
            () => to(previous),
            () => to(metric),
          );
        }
        return answer;
      }),

      setGiven: tracked(async (claim: ClaimView, evidenceId: string, figure: string) => {
        const to = (typed: string) => show(send(actions.setGiven, { ...refOf(claim), evidenceId, figure: typed }));
        const previous = claim.evidence.find(({ id }) => id === evidenceId)?.figure?.raw ?? '';
        const answer = await to(figure);
        if (answer.ok) {
          remember(
            () => to(previous),
            () => to(figure),
          );
        }
        return answer;
      }),

      pin: tracked(async (claim: ClaimView, calculation: Calculation) => {
        const answer = await show(send(actions.pin, { ...refOf(claim), calculation }));
        const added = answer.ok && answer.value.derivations.at(-1);
        if (added) {
          const set = (pinned: boolean) =>
            show(send(actions.setPinned, { ...refOf(claim), derivationId: added.id, pinned }));
          remember(
            () => set(false),
            () => set(true),
          );
        }
        return answer;
      }),

      unpin: tracked(async (claim: ClaimView, derivationId: string) => {
        const set = (pinned: boolean) => show(send(actions.setPinned, { ...refOf(claim), derivationId, pinned }));
        const answer = await set(false);
        if (answer.ok) {
          remember(
            () => set(true),
            () => set(false),
          );
        }
        return answer;
      }),
    };
  }, [articleId, show, remember, tracked]);
}

export type LedgerCommands = ReturnType<typeof useLedgerCommands>;
