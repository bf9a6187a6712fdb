'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { Refusal } from '#lib/domain/refusal';
import { Button } from '#ui/button';
import { Field } from '#ui/field';
import { TextInput } from '#ui/text-control';
import { isEscape } from '../../../../browser/keys';
import { useRefusalText } from '../../../../i18n/refusal';
import type { CardLedger, LedgerCommands } from './use-ledger';

type FormProps = { claim: ClaimView; known: CardLedger; ledger: LedgerCommands; onClose: () => void };

/** Which metric a figure belongs to: one of those that are like it, or one named here. */
export function MetricForm({ claim, known: { metric, proposal }, ledger, onClose }: FormProps) {
  const t = useTranslations('measure.form');
  const shell = useTranslations('shell');
  const language = useLocale();
  const refusalText = useRefusalText();
  const start = metric ?? proposal?.best;
  const [subject, setSubject] = useState(start?.subject ?? '');
  const [measure, setMeasure] = useState(start?.measure ?? '');
  const [scope, setScope] = useState(start?.scope ?? '');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const id = useId();

  async function put(named: Parameters<LedgerCommands['measure']>[1]) {
    const answer = await ledger.measure(claim, named);
    if (answer.ok) onClose();
    else setRefusal(answer);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void put({ subject, measure, scope: scope || null });
  }

  const errorAt = (field: string) => (refusal?.field?.endsWith(field) ? refusalText(refusal) : undefined);
  return (
    <form
      onSubmit={submit}
      className="grid gap-2.5 rounded-md bg-wash p-2.5"
      onKeyDown={(event) => isEscape(event) && onClose()}
    >
      {proposal && proposal.similar.length > 0 && (
        <div>
          <span className="mb-1 block text-[12px] text-ink-3">{t('similar')}</span>
          <ul className="grid">
            {proposal.similar.map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  className="flex w-full flex-wrap items-baseline gap-x-2 rounded px-2 py-1 text-left hover:bg-sheet"
                  onClick={() => void put({ id: one.id })}
                >
                  <span className="font-medium">{one.titles[language]}</span>
                  {(one.settled ?? one.latest) && (
                    <span className="num text-[12px] text-ink-3">{(one.settled ?? one.latest)?.reads[language]}</span>
                  )}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Field label={t('subject')} hint={t('subjectHint')} error={errorAt('subject')}>
        <TextInput
          autoFocus
          list={`${id}-subjects`}
          maxLength={120}
          value={subject}
          onChange={(event) => setSubject(event.target.value)}
        />
      </Field>
      <datalist id={`${id}-subjects`}>
        {proposal?.subjects.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div className="grid grid-cols-2 gap-2.5">
        <Field label={t('measure')} hint={t('measureHint')} error={errorAt('measure')}>
          <TextInput
            list={`${id}-measures`}
            maxLength={120}
            value={measure}
            onChange={(event) => setMeasure(event.target.value)}
          />
        </Field>
        <datalist id={`${id}-measures`}>
          {proposal?.measures.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <Field label={t('scope')} hint={t('scopeHint')} error={errorAt('scope')}>
          <TextInput maxLength={120} value={scope} onChange={(event) => setScope(event.target.value)} />
        </Field>
      </div>
      {refusal && !refusal.field && (
        <p role="alert" className="text-false">
          {refusalText(refusal)}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button size="small" look="quiet" onClick={onClose}>
          {shell('cancel')}
        </Button>
        <Button size="small" look="primary" type="submit">
          {t('put')}
        </Button>
      </div>
    </form>
  );
}
