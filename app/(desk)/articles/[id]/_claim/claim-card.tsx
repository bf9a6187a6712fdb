'use client';

import { Pencil, Trash2, X } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { memo, type ReactNode } from 'react';
import type { ClaimView, EvidenceView, SourceView, SpeakerView } from '#lib/domain/claims/claim-view';
import { type Verdict, verdicts } from '#lib/domain/claims/standing';
import { type ClaimWeight, claimWeights } from '#lib/domain/claims/weight';
import { type Actor, may, mayChangeClaim, mayRemoveEvidence } from '#lib/domain/people/permission';
import type { PersonView } from '#lib/domain/people/person-view';
import type { AssignmentView } from '#lib/domain/review/workflow';
import { claimKinds } from '#lib/reading/claim-kinds';
import { Button } from '#ui/button';
import { IconButton } from '#ui/icon-button';
import { Kbd } from '#ui/kbd';
import { Tag } from '#ui/tag';
import { later } from '../../../../browser/later';
import { showPartialDate } from '../../../../i18n/partial-date';
import { SourceLink } from '../../../../words/source-link';
import { StandingTag } from '../../../../words/standing';
import { Avatar } from '../../../_shell/avatar';
import { HistoryLink } from '../_article/history-link';
import { ClaimMark } from '../_article/thread-marks';
import type { Commands } from '../_state/use-review';
import { WorkSection } from '../_work/work-section';
import { FigureField } from './figure-field';
import { QuoteQuestions } from './quote-questions';
import { SpeakerField } from './speaker-field';

// What is opened inside a card comes after the page: fetched while nothing else is, so that it is there when it is wanted.
const EvidenceForm = later(() => import('./evidence-form').then((form) => form.EvidenceForm));
const JudgementForm = later(() => import('./judgement-form').then((form) => form.JudgementForm));
const LedgerSection = later(() => import('../_ledger/ledger-section').then((section) => section.LedgerSection));
export const fetchForms = () => Promise.all([EvidenceForm, JudgementForm, LedgerSection].map((form) => form.fetch()));
const LookAgain = dynamic(() => import('../_revisions/look-again').then((section) => section.LookAgain));
const RulingForm = dynamic(() => import('./ruling-form').then((form) => form.RulingForm));

/** What is open inside the selected card. */
export type CardMode =
  | { open: 'nothing' }
  | { open: 'evidence'; pending: Verdict | null }
  | { open: 'rationale' }
  | { open: 'comment' }
  | { open: 'ruling' }
  | { open: 'return' };

export const verdictKeys: Record<string, Verdict> = {
  v: 'verified',
  d: 'disputed',
  f: 'false',
  u: 'unverifiable',
  n: 'not-checkable',
};
const keyOf = Object.fromEntries(Object.entries(verdictKeys).map(([key, verdict]) => [verdict, key]));

/** The first look at a claim: one line of facts and its words. */
export const ClaimRow = memo(function ClaimRow({ claim, paragraph, openThreads, present, onSelect }: RowProps) {
  return (
    <button
      type="button"
      data-card={claim.id}
      className="block w-full rounded-lg border border-line bg-sheet px-3.5 py-2.5 text-left [contain-intrinsic-size:auto_76px] [content-visibility:auto] hover:border-ink-3"
      onClick={() => onSelect(claim.id)}
    >
      <CardHead claim={claim} paragraph={paragraph}>
        <PresentHere people={present} />
        <ClaimMark open={openThreads} />
      </CardHead>
      <span className="mt-1.5 line-clamp-2 block font-serif text-[14px]/[1.5]">{claim.exact}</span>
      <RowFoot claim={claim} />
    </button>
  );
});

/** Who says it and, of a figure, what it comes down to. */
function RowFoot({ claim: { speaker, figure } }: { claim: ClaimView }) {
  const language = useLocale();
  const facts = [speaker?.name, figure?.reads[language]].filter(Boolean);
  return (
    facts.length > 0 && <span className="num mt-1 block truncate text-[12px] text-ink-3">{facts.join(' · ')}</span>
  );
}

type RowProps = {
  claim: ClaimView;
  paragraph: number;
  openThreads: number;
  /** Others who look at it now. */
  present: PersonView[];
  onSelect: (claimId: string) => void;
};

/** Who else has this very claim open. */
function PresentHere({ people }: { people: PersonView[] }) {
  const t = useTranslations('live');
  if (people.length === 0) return null;
  return (
    <ul aria-label={t('onThis')} className="flex shrink-0 -space-x-1.5">
      {people.slice(0, 3).map((person) => (
        <li key={person.id} title={t('onThisOne', { name: person.name })} className="rounded-full ring-2 ring-sheet">
          <Avatar person={person} small />
        </li>
      ))}
      {people.length > 3 && <li className="num pl-2.5">+{people.length - 3}</li>}
    </ul>
  );
}

function CardHead({ claim, paragraph, children }: { claim: ClaimView; paragraph: number; children?: ReactNode }) {
  const kinds = useTranslations('words.kind');
  const t = useTranslations('review');
  return (
    <span className="flex items-center gap-2 text-[12px] text-ink-3">
      <StandingTag standing={claim.standing} />
      {claim.lookAgain && <Tag tone="contested">{t('lookAgain')}</Tag>}
      <span className="truncate">
        {kinds(claim.kind)} · ¶{paragraph}
        {!claim.checkWorthy && ` · ${t('notWorthy')}`}
      </span>
      <span className="flex-1" />
      {children}
      <span className="num">#{claim.number}</span>
    </span>
  );
}

type CardProps = {
  articleId: string;
  /** Those of the article, for sums of their figures. */
  claims: ClaimView[];
  claim: ClaimView;
  paragraph: number;
  actor: Actor;
  mode: CardMode;
  setMode: (mode: CardMode) => void;
  cited: SourceView[];
  speakers: SpeakerView[];
  assignments: AssignmentView[];
  present: PersonView[];
  commands: Commands;
  onAssign: () => void;
  discussion: ReactNode;
  onVerdict: (verdict: Verdict) => void;
  onMove: () => void;
  /** Leads to the claim's place in the text. */
  onShow: () => void;
};

/** The selected claim: everything known about it and everything that can be done. */
export function ClaimCard({
  articleId,
  claims,
  claim,
  paragraph,
  actor,
  mode,
  setMode,
  cited,
  speakers,
  assignments,
  present,
  commands,
  onAssign,
  discussion,
  onVerdict,
  ...on
}: CardProps) {
  const t = useTranslations('review');
  const words = useTranslations('words');
  const own = claim.judgements.find(({ reviewer }) => reviewer.id === actor.id);
  const mayChange = mayChangeClaim(actor, claim);
  const mayMark = may(actor, 'mark');
  const close = () => setMode({ open: 'nothing' });
  return (
    <section
      data-card={claim.id}
      aria-label={t('card', { number: claim.number, standing: words(`standing.${claim.standing}`) })}
      className="rounded-lg border border-ink-3/60 bg-sheet px-3.5 py-3 shadow-lift max-lg:border-0 max-lg:px-0 max-lg:shadow-none"
    >
      <CardHead claim={claim} paragraph={paragraph}>
        <PresentHere people={present} />
      </CardHead>
      <button
        type="button"
        className="mt-2 block text-left font-serif text-[15.5px]/[1.55] font-medium"
        onClick={on.onShow}
      >
        {claim.exact}
      </button>

      {(claim.lookAgain || claim.earlier) && <LookAgain {...{ articleId, claim, actor, commands }} />}

      <div className="mt-2.5 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-[12.5px] text-ink-2">
        {mayMark ? (
          <>
            <select
              aria-label={t('kind')}
              className="rounded border border-line bg-sheet px-1 py-0.5"
              value={claim.kind}
              onChange={(event) => void commands.describe(claim, { kind: event.target.value as ClaimView['kind'] })}
            >
              {claimKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {words(`kind.${kind}`)}
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
        ) : null}
        <span className="flex-1" />
        {mayChange && (
          <>
            <IconButton label={t('move')} onClick={on.onMove}>
              <Pencil size={14} />
            </IconButton>
            <IconButton label={t('remove')} onClick={() => void commands.remove(claim)}>
              <Trash2 size={14} />
            </IconButton>
          </>
        )}
      </div>
      {claim.kind === 'figure' && <FigureField claim={claim} commands={commands} readOnly={!mayMark} />}
      <SpeakerField claim={claim} speakers={speakers} commands={commands} readOnly={!mayMark} />
      {claim.figure && <LedgerSection {...{ articleId, claim, claims, actor, commands }} />}
      {claim.kind === 'quote' && (
        <QuoteQuestions
          claim={claim}
          meId={actor.id}
          onAnswer={may(actor, 'judge') ? (answers) => void commands.answerQuote(claim, answers) : null}
        />
      )}

      <WorkSection
        {...{ claim, actor, assignments, commands, onAssign }}
        isReturning={mode.open === 'return'}
        onReturn={(isOpen) => setMode({ open: isOpen ? 'return' : 'nothing' })}
      />

      {claim.evidence.length > 0 && (
        <ul className="mt-3 grid gap-2.5 border-t border-line-2 pt-2.5">
          {claim.evidence.map((evidence) => (
            <EvidenceItem
              key={evidence.id}
              evidence={evidence}
              others={claim.evidence}
              onRemove={mayRemoveEvidence(actor, evidence) ? () => void commands.removeEvidence(claim, evidence) : null}
            />
          ))}
        </ul>
      )}
      {mode.open === 'evidence' ? (
        <EvidenceForm
          target={{ personId: actor.id, claimId: claim.id }}
          pending={mode.pending}
          isFigure={claim.kind === 'figure'}
          cited={cited}
          onCancel={close}
          onSubmit={async (evidence) => {
            const { pending } = mode;
            const kept = own ?? { rationale: '', confidence: 'medium' as const };
            const answer = pending
              ? await commands.judge(claim, { ...kept, verdict: pending }, evidence)
              : await commands.addEvidence(claim, evidence);
            if (answer.ok) setMode(pending ? { open: 'rationale' } : { open: 'nothing' });
            return answer;
          }}
        />
      ) : (
        may(actor, 'add-source') && (
          <Button size="small" className="mt-2.5" onClick={() => setMode({ open: 'evidence', pending: null })}>
            {t('evidence.add')} <Kbd>S</Kbd>
          </Button>
        )
      )}

      {claim.judgements.length > 0 && (
        <ul className="mt-3 grid gap-2 border-t border-line-2 pt-2.5 text-[13px]">
          {claim.judgements.map(({ reviewer, verdict, rationale, confidence }) => (
            <li key={reviewer.id}>
              <span className="flex items-center gap-2">
                <b className="font-semibold">{reviewer.id === actor.id ? t('you') : reviewer.name}</b>
                <span className="flex-1 text-[12px] text-ink-3">
                  {t('confidence', { level: words(`confidence.${confidence}`) })}
                </span>
                <StandingTag standing={verdict} />
              </span>
              {rationale && <p className="mt-0.5 whitespace-pre-line text-ink-2">{rationale}</p>}
            </li>
          ))}
        </ul>
      )}
      {claim.ruling && (
        <div className="mt-2.5 rounded-r-md border-l-3 border-ink-3 bg-wash px-2.5 py-2 text-[13px]">
          <span className="flex items-center gap-2">
            <b className="flex-1 font-semibold">{t('ruling.by', { name: claim.ruling.editor.name })}</b>
            <StandingTag standing={claim.ruling.verdict} />
          </span>
          <p className="mt-0.5 whitespace-pre-line text-ink-2">{claim.ruling.reason}</p>
        </div>
      )}

      {may(actor, 'judge') && mode.open !== 'evidence' && (
        <div className="mt-3 flex flex-wrap gap-1.5" role="group" aria-label={t('verdict')}>
          {claim.kind === 'quote' && <span className="w-full text-[12.5px] text-ink-2">{t('quote.truth')}</span>}
          {verdicts.map((verdict) => (
            <button
              key={verdict}
              type="button"
              aria-pressed={own?.verdict === verdict}
              aria-keyshortcuts={keyOf[verdict]}
              className="inline-flex min-h-8 items-center gap-1.5 rounded-md border border-line bg-sheet px-2 text-[13px] hover:bg-wash aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-paper"
              onClick={() => onVerdict(verdict)}
            >
              {words(`standing.${verdict}`)}
              <span className="max-lg:hidden">
                <Kbd>{(keyOf[verdict] ?? '').toUpperCase()}</Kbd>
              </span>
            </button>
          ))}
        </div>
      )}
      {own && mode.open === 'nothing' && (
        <div className="mt-2 flex gap-3 text-[12.5px]">
          <button type="button" className="text-accent hover:underline" onClick={() => setMode({ open: 'rationale' })}>
            {own.rationale ? t('editRationale') : t('addRationale')}
          </button>
          <button type="button" className="text-ink-2 hover:underline" onClick={() => void commands.withdraw(claim)}>
            {t('withdraw')}
          </button>
        </div>
      )}
      {own && mode.open === 'rationale' && (
        <JudgementForm
          key={own.verdict}
          claimId={claim.id}
          own={own}
          onCancel={close}
          onSubmit={async (rationale, confidence) => {
            const answer = await commands.judge(claim, { verdict: own.verdict, rationale, confidence });
            if (answer.ok) close();
            return answer;
          }}
        />
      )}
      {may(actor, 'adjudicate') && claim.judgements.length > 0 && mode.open === 'nothing' && (
        <div className="mt-2 text-[12.5px]">
          <button type="button" className="text-accent hover:underline" onClick={() => setMode({ open: 'ruling' })}>
            {claim.ruling ? t('ruling.change') : t('ruling.give')}
          </button>
        </div>
      )}
      {mode.open === 'ruling' && <RulingForm claim={claim} meId={actor.id} commands={commands} onClose={close} />}
      {discussion}
      <ClaimFoot claim={claim} />
    </section>
  );
}

function ClaimFoot({ claim }: { claim: ClaimView }) {
  const t = useTranslations('review');
  const format = useFormatter();
  return (
    <p className="mt-3 text-[12px] text-ink-3">
      {t('markedBy', {
        name: claim.createdBy.name,
        date: format.dateTime(new Date(claim.createdAt), { dateStyle: 'medium' }),
      })}
      {' · '}
      <HistoryLink
        claim={claim.number}
        className="text-ink-2 underline decoration-line underline-offset-2 hover:decoration-ink"
      />
    </p>
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
      <span className="block text-ink">
        <SourceLink source={source} />
        {source.publisher && <span className="text-ink-3"> · {source.publisher}</span>}
      </span>
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
