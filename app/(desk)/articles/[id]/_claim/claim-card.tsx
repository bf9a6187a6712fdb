'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ParagraphView } from '#lib/domain/articles/article-view';
import type { ClaimView, SourceView, SpeakerView } from '#lib/domain/claims/claim-view';
import type { Verdict } from '#lib/domain/claims/standing';
import { type Actor, may } from '#lib/domain/people/permission';
import type { PersonView } from '#lib/domain/people/person-view';
import type { AssignmentView } from '#lib/domain/review/workflow';
import { later } from '../../../../browser/later';
import { HistoryLink } from '../_article/history-link';
import { ownJudgement } from '../_state/own-judgement';
import type { Commands } from '../_state/use-review';
import { WorkSection } from '../_work/work-section';
import { CardHead, PresentHere } from './card-head';
import type { CardMode } from './card-mode';
import { ClaimDetails } from './claim-details';
import { AddEvidence, EvidenceList } from './evidence-list';
import { FigureField } from './figure-field';
import { InSources, LedgerSection, MetBefore, QuoteQuestions } from './forms';
import { JudgementList, OwnJudgement, Ruling } from './judgements';
import { SpeakerField } from './speaker-field';
import { VerdictBar } from './verdict-bar';

const LookAgain = later(() => import('../_revisions/look-again').then((section) => section.LookAgain));

type CardProps = {
  articleId: string;
  /** Those of the article, for sums of their figures. */
  claims: ClaimView[];
  claim: ClaimView;
  /** The paragraph that the claim lies in. */
  paragraph: Pick<ParagraphView, 'number' | 'text'> | undefined;
  /** When the article was published, ISO 8601 of any precision. */
  publishedOn: string | null;
  actor: Actor;
  mode: CardMode;
  setMode: (mode: CardMode) => void;
  /** Sources cited in the article. */
  cited: SourceView[];
  speakers: SpeakerView[];
  assignments: AssignmentView[];
  /** Others who look at it now. */
  present: PersonView[];
  commands: Commands;
  discussion: ReactNode;
  onAssign: () => void;
  onVerdict: (claim: ClaimView, verdict: Verdict) => void;
  onMove: () => void;
  /** Leads to the claim's place in the text. */
  onShow: () => void;
};

/** The selected claim: everything known about it and everything that can be done. */
export function ClaimCard(props: CardProps) {
  const { articleId, claims, claim, paragraph, actor, mode, setMode, cited, speakers, assignments, commands } = props;
  const t = useTranslations('review');
  const words = useTranslations('words.standing');
  const finding = { claim, actor, mode, setMode, commands };
  const readOnly = !may(actor, 'mark');
  return (
    <section
      data-card={claim.id}
      aria-label={t('card', { number: claim.number, standing: words(claim.standing) })}
      className="rounded-lg border border-ink-3/60 bg-sheet px-3.5 py-3 shadow-lift data-drop:bg-accent-wash data-drop:outline-2 data-drop:outline-accent data-drop:outline-dashed max-lg:border-0 max-lg:px-0 max-lg:shadow-none"
    >
      <CardHead claim={claim} paragraph={paragraph?.number ?? 0}>
        <PresentHere people={props.present} />
      </CardHead>
      <button
        type="button"
        className="mt-2 block text-left font-serif text-[15.5px]/[1.55] font-medium"
        onClick={props.onShow}
      >
        {claim.exact}
      </button>
      {(claim.lookAgain || claim.earlier) && (
        <LookAgain articleId={articleId} claim={claim} actor={actor} commands={commands} />
      )}
      <ClaimDetails claim={claim} actor={actor} commands={commands} onMove={props.onMove} />
      {claim.kind === 'figure' && (
        <FigureField
          claim={claim}
          commands={commands}
          readOnly={readOnly}
          text={paragraph?.text ?? ''}
          publishedOn={props.publishedOn}
        />
      )}
      <SpeakerField claim={claim} speakers={speakers} commands={commands} readOnly={readOnly} />
      {claim.figure && (
        <LedgerSection articleId={articleId} claim={claim} claims={claims} actor={actor} commands={commands} />
      )}
      {claim.kind === 'quote' && (
        <QuoteQuestions
          claim={claim}
          meId={actor.id}
          onAnswer={may(actor, 'judge') ? (answers) => void commands.answerQuote(claim, answers) : null}
        />
      )}
      <WorkSection
        claim={claim}
        actor={actor}
        assignments={assignments}
        commands={commands}
        onAssign={props.onAssign}
        isReturning={mode.open === 'return'}
        onReturn={(isOpen) => setMode({ open: isOpen ? 'return' : 'nothing' })}
      />
      <EvidenceList
        claim={claim}
        actor={actor}
        onRemove={(evidence) => void commands.removeEvidence(claim, evidence)}
      />
      <AddEvidence {...finding} cited={cited} />
      <JudgementList claim={claim} meId={actor.id} />
      {may(actor, 'judge') && mode.open !== 'evidence' && (
        <VerdictBar claim={claim} given={ownJudgement(claim, actor.id)?.verdict} onVerdict={props.onVerdict} />
      )}
      <OwnJudgement {...finding} />
      <Ruling {...finding} />
      {/* Below what is clicked: it comes a moment later, and moves nothing under the mouse. */}
      <MetBefore
        articleId={articleId}
        place={claim}
        onTake={may(actor, 'add-evidence') ? (met) => void commands.takeEvidence(claim, met.claimId) : null}
        onCite={may(actor, 'add-evidence') ? (check) => void commands.citeCheck(claim, check) : null}
        cited={claim.evidence.map(({ source }) => source.url)}
      />
      <InSources
        articleId={articleId}
        claim={claim}
        onUse={may(actor, 'add-evidence') ? (evidence) => commands.addEvidence(claim, evidence) : null}
        onAnswer={may(actor, 'judge') ? (answers) => void commands.answerQuote(claim, answers) : null}
        meId={actor.id}
      />
      {props.discussion}
      <ClaimFoot claim={claim} />
    </section>
  );
}

/** Who marked the claim and when, and the way to its history. */
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
