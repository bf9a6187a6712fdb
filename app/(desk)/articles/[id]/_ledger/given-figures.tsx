'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { type Actor, mayChangeEvidence } from '#lib/domain/people/permission';
import type { Refusal } from '#lib/domain/refusal';
import { Button } from '#ui/button';
import { Field } from '#ui/field';
import { TextInput } from '#ui/text-control';
import { isEscape } from '../../../../browser/keys';
import { useRefusalText } from '../../../../i18n/refusal';
import { useAgainst } from './use-against';
import type { CardLedger, LedgerCommands } from './use-ledger';

type GivenProps = { claim: ClaimView; known: CardLedger; ledger: LedgerCommands; actor: Actor };

/** The figure that each source gives, and how the claim stands to it: an aid, never a verdict. */
export function GivenFigures({ claim, known, ledger, actor }: GivenProps) {
  const t = useTranslations('measure.given');
  const language = useLocale();
  const tell = useAgainst();
  const [editing, setEditing] = useState<string | null>(null);
  if (claim.evidence.length === 0) return null;
  return (
    <ul aria-label={t('label')} className="grid grid-cols-1 gap-1.5">
      {claim.evidence.map((evidence) => {
        const { id, source, figure } = evidence;
        const mayEdit = mayChangeEvidence(actor, evidence);
        const compared = known.evidence.find(({ evidenceId }) => evidenceId === id);
        const against = compared && tell(compared.against);
        if (editing === id) {
          return (
            <li key={id}>
              <GivenForm
                title={source.title}
                raw={figure?.raw ?? ''}
                onSave={(typed) => ledger.setGiven(claim, id, typed)}
                onClose={() => setEditing(null)}
              />
            </li>
          );
        }
        if (!figure && !mayEdit) return null;
        return (
          <li key={id} className="flex flex-wrap items-baseline gap-x-2">
            <span className="min-w-0 max-w-[55%] truncate text-ink-3" title={source.title}>
              {source.title}
            </span>
            {figure && <span className="num font-medium">{figure.reads[language]}</span>}
            {against && <span className={against.isOff ? 'font-medium text-false' : 'text-ink-2'}>{against.text}</span>}
            <span className="flex-1" />
            {mayEdit && (
              <button
                type="button"
                className="text-[12.5px] text-accent hover:underline"
                aria-label={`${t(figure ? 'edit' : 'add')}: ${source.title}`}
                onClick={() => setEditing(id)}
              >
                {t(figure ? 'edit' : 'add')}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

type FormProps = {
  title: string;
  raw: string;
  onSave: (typed: string) => Promise<{ ok: true } | Refusal>;
  onClose: () => void;
};

function GivenForm({ title, raw, onSave, onClose }: FormProps) {
  const t = useTranslations('measure.given');
  const shell = useTranslations('shell');
  const refusalText = useRefusalText();
  const [typed, setTyped] = useState(raw);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const answer = await onSave(typed);
    if (answer.ok) onClose();
    else setRefusal(answer);
  }

  return (
    <form
      onSubmit={submit}
      className="grid gap-2 rounded-md bg-wash p-2.5"
      onKeyDown={(event) => isEscape(event) && onClose()}
    >
      <Field label={t('of', { title })} hint={t('hint')} error={refusal ? refusalText(refusal) : undefined}>
        <TextInput
          autoFocus
          maxLength={200}
          value={typed}
          placeholder={t('placeholder')}
          aria-invalid={Boolean(refusal)}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      <div className="flex justify-end gap-2">
        <Button size="small" look="quiet" onClick={onClose}>
          {shell('cancel')}
        </Button>
        <Button size="small" look="primary" type="submit">
          {shell('save')}
        </Button>
      </div>
    </form>
  );
}
