'use client';

import { useTranslations } from 'next-intl';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { may } from '#lib/domain/people/permission';
import type { PersonView } from '#lib/domain/people/person-view';
import { later } from '../../../../browser/later';
import { ClaimCard } from '../_claim/claim-card';
import { ClaimRow } from '../_claim/claim-row';
import type { ReviewPage } from '../_state/use-review-page';
import { EmptyList } from './margin';
import { NearList } from './near-list';
import { showMark } from './use-margin';

const ClaimSection = later(() => import('../_discussion/claim-section').then((section) => section.ClaimSection));

const nobody: PersonView[] = [];

/** The claims that the filters let through, in reading order; the selected one is open, whatever the filters say. */
export function ClaimList({ page }: { page: ReviewPage }) {
  const t = useTranslations('review');
  const { state, lists, isListOpen, present } = page;
  const { shown, listed, selected } = lists;
  return (
    <>
      {state.claims.length === 0 && <NoClaims mayMark={may(page.actor, 'mark')} />}
      {state.claims.length > 0 && shown.length === 0 && <p className="py-6 text-center text-ink-2">{t('noneMatch')}</p>}
      <NearList rows={listed} selectedId={selected?.id ?? null} isOpen={isListOpen} isWhole={page.isWhole}>
        {(claim) =>
          claim === selected ? (
            <SelectedClaim claim={claim} page={page} />
          ) : (
            <ClaimRow
              claim={claim}
              paragraph={lists.paragraphOf.get(claim.paragraphId)?.number ?? 0}
              openThreads={page.discussion.marksOf(claim.id).openThreads}
              present={present.get(claim.id) ?? nobody}
              onSelect={page.acts.selectClaim}
            />
          )
        }
      </NearList>
    </>
  );
}

/** The card of the selected claim, with what is said about it. */
function SelectedClaim({ claim, page }: { claim: ClaimView; page: ReviewPage }) {
  const { state, lists, mode, setMode, discussion, acts, marking } = page;
  return (
    <ClaimCard
      articleId={page.article.id}
      claims={state.claims}
      claim={claim}
      paragraph={lists.paragraphOf.get(claim.paragraphId)}
      publishedOn={page.article.publishedOn}
      actor={page.actor}
      mode={mode}
      setMode={setMode}
      cited={lists.cited}
      speakers={lists.speakers}
      assignments={state.assignments}
      present={page.present.get(claim.id) ?? nobody}
      commands={page.commands}
      discussion={
        <ClaimSection
          claimId={claim.id}
          discussion={discussion}
          isWriting={mode.open === 'comment'}
          onWrite={() => setMode({ open: 'comment' })}
          onClose={() => setMode({ open: 'nothing' })}
        />
      }
      onAssign={() => page.setOverlay({ open: 'assign', of: 'selected' })}
      onVerdict={acts.giveVerdict}
      onMove={() => marking.move(claim)}
      onShow={() => showMark(claim.id)}
    />
  );
}

function NoClaims({ mayMark }: { mayMark: boolean }) {
  const t = useTranslations('review.empty');
  return (
    <EmptyList title={t('title')}>
      <p className="mt-1.5">{mayMark ? t('text') : t('viewer')}</p>
      {mayMark && <p className="mt-2 text-[13px] text-ink-3">{t('keys')}</p>}
    </EmptyList>
  );
}
