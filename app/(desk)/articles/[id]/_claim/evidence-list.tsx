'use client';

import { X } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { claimAddress } from '#lib/domain/articles/addresses';
import type { ClaimView, EvidenceView, SourceView } from '#lib/domain/claims/claim-view';
import { type Actor, may, mayChangeEvidence } from '#lib/domain/people/permission';
import { Button } from '#ui/button';
import { IconButton } from '#ui/icon-button';
import { Kbd } from '#ui/kbd';
import { Tag } from '#ui/tag';
import { showPartialDate } from '../../../../i18n/partial-date';
import { SourceLink } from '../../../../words/source-link';
import { ownJudgement } from '../_state/own-judgement';
import type { Commands } from '../_state/use-review';
import type { CardMode } from './card-mode';
import { ClaimFile, EvidenceFiles, EvidenceForm } from './forms';

type EvidenceListProps = { claim: ClaimView; actor: Actor; onRemove: (evidence: EvidenceView) => void };

/** What sources say of the claim. */
export function EvidenceList({ claim, actor, onRemove }: EvidenceListProps) {
  if (claim.evidence.length === 0) return null;
  return (
    <ul className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-2.5 border-t border-line-2 pt-2.5">
      {claim.evidence.map((evidence) => (
        <EvidenceItem
          key={evidence.id}
          evidence={evidence}
          others={claim.evidence}
          onRemove={mayChangeEvidence(actor, evidence) ? () => onRemove(evidence) : null}
        />
      ))}
    </ul>
  );
}

type AddEvidenceProps = {
  claim: ClaimView;
  actor: Actor;
  /** Sources cited in the article. */
  cited: SourceView[];
  mode: CardMode;
  setMode: (mode: CardMode) => void;
  commands: Commands;
};

/** Adds evidence, alone or together with the verdict that waits for it. */
export function AddEvidence({ claim, actor, cited, mode, setMode, commands }: AddEvidenceProps) {
  const t = useTranslations('review');
  const isOpen = mode.open === 'evidence';
  const { pending, file } = isOpen ? mode : { pending: null, file: undefined };
  const start = may(actor, 'add-evidence') && (
    // As high as its buttons, of which one may come later.
    <div className="mt-2.5 flex min-h-7 flex-wrap items-center gap-1.5">
      {!isOpen && (
        <Button size="small" onClick={() => setMode({ open: 'evidence', pending: null })}>
          {t('evidence.add')} <Kbd>S</Kbd>
        </Button>
      )}
      <ClaimFile hasFile={file !== undefined} onFile={(given) => setMode({ open: 'evidence', pending, file: given })} />
    </div>
  );
  if (!isOpen) return start;
  const kept = ownJudgement(claim, actor.id) ?? { rationale: '', confidence: 'medium' as const };
  return (
    <>
      {start}
      <EvidenceForm
        key={file?.name}
        target={{ personId: actor.id, claimId: claim.id, file: file?.name }}
        file={file}
        pending={pending}
        isFigure={claim.kind === 'figure'}
        cited={cited}
        onCancel={() => setMode({ open: 'nothing' })}
        onSent={async (sent) => {
          const answer = await commands.addSentEvidence(claim, sent);
          if (!answer.ok) return answer;
          const judged = pending ? await commands.judge(answer.value, { ...kept, verdict: pending }) : answer;
          if (judged.ok) setMode(pending ? { open: 'rationale' } : { open: 'nothing' });
          return judged;
        }}
        onSubmit={async (evidence) => {
          const answer = pending
            ? await commands.judge(claim, { ...kept, verdict: pending }, evidence)
            : await commands.addEvidence(claim, evidence);
          if (answer.ok) setMode(pending ? { open: 'rationale' } : { open: 'nothing' });
          return answer;
        }}
      />
    </>
  );
}

type EvidenceItemProps = { evidence: EvidenceView; others: EvidenceView[]; onRemove: (() => void) | null };

const stanceColour = { supports: 'text-verified', refutes: 'text-false', context: 'text-ink-2' };

function EvidenceItem({ evidence, others, onRemove }: EvidenceItemProps) {
  const t = useTranslations('review.evidence');
  const language = useLocale();
  const format = useFormatter();
  const words = useTranslations('words');
  const { source } = evidence;
  const repeats = others.some(
    (other) =>
      other.id !== evidence.id &&
      (source.originId === other.source.id || (source.originId !== null && source.originId === other.source.originId)),
  );
  return (
    <li className="text-[13px]">
      <span className="flex items-baseline gap-2 text-[12px] text-ink-3">
        <b className={`font-semibold ${stanceColour[evidence.stance]}`}>{words(`stance.${evidence.stance}`)}</b>
        <span className="flex-1">
          {[words(`sourceKind.${source.kind}`), showPartialDate(format, source.published)].filter(Boolean).join(' · ')}
        </span>
        {repeats && <Tag>{t('sameOrigin')}</Tag>}
        {onRemove && (
          <IconButton label={t('remove', { title: source.title })} onClick={onRemove}>
            <X size={13} />
          </IconButton>
        )}
      </span>
      <span className="block text-ink wrap-anywhere">
        <SourceLink source={source} />
        {source.publisher && <span className="text-ink-3"> · {source.publisher}</span>}
      </span>
      <EvidenceFiles evidence={evidence} />
      {evidence.takenFrom && (
        <Link
          href={claimAddress(evidence.takenFrom.articleId, evidence.takenFrom.number)}
          className="block text-[12px] text-ink-3 hover:underline"
        >
          {t('takenFrom', { number: evidence.takenFrom.number, title: evidence.takenFrom.title })}
        </Link>
      )}
      {source.retired && (
        <span className="block text-false">
          <b>{words('retiredSource')}</b> {source.retired.note}
        </span>
      )}
      {evidence.figure && (
        <span className="num block text-[12.5px] text-ink-2">
          {t('gives', { figure: evidence.figure.reads[language] })}
        </span>
      )}
      {evidence.excerpt && (
        <span className="mt-0.5 block border-l-2 border-line pl-2 font-serif text-ink-2">
          {evidence.excerpt}
          {evidence.locator && <span className="font-sans text-[12px] text-ink-3"> ({evidence.locator})</span>}
        </span>
      )}
    </li>
  );
}
