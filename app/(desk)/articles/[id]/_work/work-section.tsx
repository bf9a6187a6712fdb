'use client';

import { UserPlus } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { type Actor, may } from '#lib/domain/people/permission';
import { type AssignmentView, assigneesOf, workState } from '#lib/domain/review/workflow';
import { Tag } from '#ui/tag';
import { later } from '../../../../browser/later';
import { showPartialDate } from '../../../../i18n/partial-date';
import { Avatar } from '../../../_shell/avatar';
import { ownJudgement } from '../_state/own-judgement';
import type { Commands } from '../_state/use-review';

const ReturnForm = later(() => import('./return-form').then((form) => form.ReturnForm));

type SectionProps = {
  claim: ClaimView;
  actor: Actor;
  assignments: AssignmentView[];
  commands: Commands;
  isReturning: boolean;
  onAssign: () => void;
  onReturn: (open: boolean) => void;
};

/** Whose work a claim is, how far it has come, and what an editor said about it. */
export function WorkSection(props: SectionProps) {
  const { claim, actor, assignments, commands, isReturning, onAssign, onReturn } = props;
  const t = useTranslations('work');
  const format = useFormatter();
  const assignees = assigneesOf(claim, assignments);
  const state = workState(claim, assignees.length > 0);
  const own = ownJudgement(claim, actor.id);
  const isOverruled = own && claim.ruling && own.verdict !== claim.ruling.verdict;
  return (
    <div className="mt-3 grid gap-2 border-t border-line-2 pt-2.5 text-[13px]">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
        <Tag>{t(`state.${state}`)}</Tag>
        {assignees.map(({ assignee, dueOn }) => (
          <span key={assignee.id} className="flex items-center gap-1.5 text-[12.5px] text-ink-2">
            <Avatar person={assignee} small />
            {assignee.id === actor.id ? t('you') : assignee.name}
            {dueOn && <span className="text-ink-3">{t('due', { date: showPartialDate(format, dueOn) ?? dueOn })}</span>}
          </span>
        ))}
        <span className="flex-1" />
        {may(actor, 'assign') && (
          <button
            type="button"
            aria-keyshortcuts="a"
            className="flex items-center gap-1 text-[12.5px] text-accent hover:underline"
            onClick={onAssign}
          >
            <UserPlus size={13} /> {t('assign')}
          </button>
        )}
      </div>
      {claim.hiddenJudgements > 0 && (
        <p className="rounded-md bg-wash px-2.5 py-1.5 text-ink-2">{t('hidden', { count: claim.hiddenJudgements })}</p>
      )}
      {claim.returnNote !== null && (
        <div className="rounded-r-md border-l-3 border-disputed bg-disputed-wash px-2.5 py-1.5">
          <b className="font-semibold">{t('returned')}</b>
          <p className="whitespace-pre-line">{claim.returnNote}</p>
          {may(actor, 'rule') && (
            <button
              type="button"
              className="text-[12.5px] text-accent hover:underline"
              onClick={() => void commands.returnClaim(claim, null)}
            >
              {t('takeBack')}
            </button>
          )}
        </div>
      )}
      {isOverruled && <p className="text-[12.5px] text-contested">{t('overruled')}</p>}
      {isReturning ? (
        <ReturnForm claim={claim} commands={commands} onClose={() => onReturn(false)} />
      ) : (
        may(actor, 'rule') &&
        claim.judgements.length > 0 &&
        claim.returnNote === null && (
          <button
            type="button"
            className="justify-self-start text-[12.5px] text-accent hover:underline"
            onClick={() => onReturn(true)}
          >
            {t('return')}
          </button>
        )
      )}
    </div>
  );
}
