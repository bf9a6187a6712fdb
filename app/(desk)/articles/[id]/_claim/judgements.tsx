'use client';

import { useTranslations } from 'next-intl';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { type Actor, may } from '#lib/domain/people/permission';
import { later } from '../../../../browser/later';
import { StandingTag } from '../../../../words/standing';
import { ownJudgement } from '../_state/own-judgement';
import type { Commands } from '../_state/use-review';
import type { CardMode } from './card-mode';
import { JudgementForm } from './forms';

const RulingForm = later(() => import('./ruling-form').then((form) => form.RulingForm), { isForm: true });

/** What reviewers found, and what an editor ruled. */
export function JudgementList({ claim, meId }: { claim: ClaimView; meId: string }) {
  const t = useTranslations('review');
  const words = useTranslations('words');
  return (
    <>
      {claim.judgements.length > 0 && (
        <ul className="mt-3 grid gap-2 border-t border-line-2 pt-2.5 text-[13px]">
          {claim.judgements.map(({ reviewer, verdict, rationale, confidence, pass }) => (
            <li key={reviewer.id}>
              <span className="flex items-center gap-2">
                <b className="font-semibold">{reviewer.id === meId ? t('you') : reviewer.name}</b>
                <span className="flex-1 text-[12px] text-ink-3">
                  {t('confidence', { level: words(`confidence.${confidence}`) })}
                  {pass && ` · ${t(`pass.${pass}`)}`}
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
    </>
  );
}

type FindingProps = {
  claim: ClaimView;
  actor: Actor;
  mode: CardMode;
  setMode: (mode: CardMode) => void;
  commands: Commands;
};

/** The person's own verdict: its reason is written, or it is withdrawn. */
export function OwnJudgement({ claim, actor, mode, setMode, commands }: FindingProps) {
  const t = useTranslations('review');
  const own = ownJudgement(claim, actor.id);
  const close = () => setMode({ open: 'nothing' });
  if (!own) return null;
  return (
    <>
      {mode.open === 'nothing' && (
        <div className="mt-2 flex gap-3 text-[12.5px]">
          <button type="button" className="text-accent hover:underline" onClick={() => setMode({ open: 'rationale' })}>
            {own.rationale ? t('editRationale') : t('addRationale')}
          </button>
          <button type="button" className="text-ink-2 hover:underline" onClick={() => void commands.withdraw(claim)}>
            {t('withdraw')}
          </button>
        </div>
      )}
      {mode.open === 'rationale' && (
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
    </>
  );
}

/** Where an editor gives or changes the ruling. */
export function Ruling({ claim, actor, mode, setMode, commands }: FindingProps) {
  const t = useTranslations('review');
  const close = () => setMode({ open: 'nothing' });
  return (
    <>
      {may(actor, 'rule') && claim.judgements.length > 0 && mode.open === 'nothing' && (
        <div className="mt-2 text-[12.5px]">
          <button type="button" className="text-accent hover:underline" onClick={() => setMode({ open: 'ruling' })}>
            {claim.ruling ? t('ruling.change') : t('ruling.give')}
          </button>
        </div>
      )}
      {mode.open === 'ruling' && <RulingForm claim={claim} meId={actor.id} commands={commands} onClose={close} />}
    </>
  );
}
