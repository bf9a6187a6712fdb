'use client';

import { X } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { ParagraphView } from '#lib/domain/articles/article-view';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { PersonView } from '#lib/domain/people/person-view';
import type { Refusal } from '#lib/domain/refusal';
import { type AssignmentView, assigneesOf } from '#lib/domain/review/workflow';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { Field, Select } from '#ui/field';
import { TextInput } from '#ui/text-control';
import { showPartialDate } from '../../../../i18n/partial-date';
import { useRefusalText } from '../../../../i18n/refusal';
import type { Commands } from '../_state/use-review';

type DialogProps = {
  /** One claim, or all that are listed. */
  claims: ClaimView[];
  paragraphs: ParagraphView[];
  assignments: AssignmentView[];
  people: PersonView[];
  meId: string;
  commands: Commands;
  onClose: () => void;
};

/** Gives work to somebody: the claims at hand, or whole paragraphs with every claim in them. */
export function AssignDialog({ claims, paragraphs, assignments, people, meId, commands, onClose }: DialogProps) {
  const t = useTranslations('work');
  const shell = useTranslations('shell');
  const refusalText = useRefusalText();
  const [assigneeId, setAssigneeId] = useState(meId);
  const [dueOn, setDueOn] = useState('');
  const [target, setTarget] = useState<'claims' | 'paragraphs'>('claims');
  const numbers = paragraphs.filter(({ kind }) => kind !== 'boilerplate').map(({ number }) => number);
  const [from, setFrom] = useState(numbers[0] ?? 1);
  const [to, setTo] = useState(numbers.at(-1) ?? 1);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [only] = claims.length === 1 ? claims : [];
  const chosen = paragraphs.filter(({ kind, number }) => kind !== 'boilerplate' && number >= from && number <= to);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const work = {
      assigneeId,
      claimIds: target === 'claims' ? claims.map(({ id }) => id) : [],
      paragraphIds: target === 'paragraphs' ? chosen.map(({ id }) => id) : [],
    };
    const answer = await commands.assign(work, dueOn || null);
    setRefusal(answer.ok ? null : answer);
    if (answer.ok) onClose();
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('assignTitle')} closeLabel={shell('close')}>
      <form onSubmit={submit} className="grid gap-4">
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t('assignee')} error={refusal?.field === 'assigneeId' ? refusalText(refusal) : undefined}>
            <Select value={assigneeId} onChange={(event) => setAssigneeId(event.target.value)}>
              {people.map(({ id, name }) => (
                <option key={id} value={id}>
                  {id === meId ? t('me', { name }) : name}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('dueOn')}>
            <TextInput type="date" value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
          </Field>
        </div>
        <fieldset className="grid gap-1">
          <legend className="mb-1 text-[13px] font-medium text-ink-2">{t('what')}</legend>
          <label className="flex items-center gap-2 rounded-md px-2 py-1.5 hover:bg-wash">
            <input type="radio" name="target" checked={target === 'claims'} onChange={() => setTarget('claims')} />
            {only ? t('thisClaim', { number: only.number }) : t('theseClaims', { count: claims.length })}
          </label>
          <div className="flex flex-wrap items-center gap-2 rounded-md px-2 py-1.5 hover:bg-wash">
            <label className="flex items-center gap-2">
              <input
                type="radio"
                name="target"
                checked={target === 'paragraphs'}
                onChange={() => setTarget('paragraphs')}
              />
              {t('paragraphs')}
            </label>
            <ParagraphNumber label={t('from')} numbers={numbers} value={from} onChange={setFrom} />
            –
            <ParagraphNumber label={t('to')} numbers={numbers} value={to} onChange={setTo} />
          </div>
        </fieldset>
        {refusal && !refusal.field && (
          <p role="alert" className="text-[13px] text-false">
            {refusalText(refusal)}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={onClose}>
            {shell('cancel')}
          </Button>
          <Button look="primary" type="submit" disabled={target === 'paragraphs' && chosen.length === 0}>
            {t('assign')}
          </Button>
        </div>
      </form>
      {only && <Assigned claim={only} {...{ assignments, commands }} />}
    </Dialog>
  );
}

type NumberProps = { label: string; numbers: number[]; value: number; onChange: (value: number) => void };

function ParagraphNumber({ label, numbers, value, onChange }: NumberProps) {
  return (
    <select
      aria-label={label}
      className="num rounded border border-line bg-sheet px-1 py-0.5"
      value={value}
      onChange={({ target }) => onChange(Number(target.value))}
    >
      {numbers.map((number) => (
        <option key={number}>{number}</option>
      ))}
    </select>
  );
}

/** Who has the claim now; each can be taken off it, or off its paragraph. */
function Assigned({
  claim,
  assignments,
  commands,
}: Pick<DialogProps, 'assignments' | 'commands'> & { claim: ClaimView }) {
  const t = useTranslations('work');
  const format = useFormatter();
  const assignees = assigneesOf(claim, assignments);
  if (assignees.length === 0) return null;
  return (
    <ul className="mt-4 grid gap-1 border-t border-line-2 pt-3">
      {assignees.map(({ assignee, dueOn }) => {
        const isOwn = assignments.some((one) => one.claimId === claim.id && one.assignee.id === assignee.id);
        const work = {
          assigneeId: assignee.id,
          claimIds: isOwn ? [claim.id] : [],
          paragraphIds: isOwn ? [] : [claim.paragraphId],
        };
        return (
          <li key={assignee.id} className="flex items-center gap-2">
            <span className="flex-1">
              {assignee.name}
              {dueOn && (
                <span className="text-ink-3"> · {t('due', { date: showPartialDate(format, dueOn) ?? dueOn })}</span>
              )}
              {!isOwn && <span className="text-ink-3"> · {t('byParagraph')}</span>}
            </span>
            <Button
              size="small"
              look="quiet"
              aria-label={t('unassign', { name: assignee.name })}
              onClick={() => void commands.unassign(work, dueOn)}
            >
              <X size={14} />
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
