'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { checkReading } from '#lib/domain/figures/figure-facts';
import type { Refusal } from '#lib/domain/refusal';
import { describeFigure } from '#lib/reading/describe-figure';
import { qualifiers } from '#lib/reading/figure-types';
import { readFigure } from '#lib/reading/figures';
import { Button } from '#ui/button';
import { Field, Select } from '#ui/field';
import { TextInput } from '#ui/text-control';
import { isEscape } from '../../../../browser/keys';
import { useRefusalText } from '../../../../i18n/refusal';
import type { Commands } from '../_state/use-review';
import { draftOf, type FigureDraft, factsOf, numberIn } from './figure-draft';

type FigureFormProps = { claim: ClaimView; commands: Commands; onClose: () => void };

/** Corrects a figure's reading: typed as a person would write it, which fills the fields, or field by field. */
export function FigureForm({ claim, commands, onClose }: FigureFormProps) {
  const t = useTranslations('review.figure');
  const shell = useTranslations('shell');
  const refusalText = useRefusalText();
  const language = useLocale();
  const [typed, setTyped] = useState('');
  const [draft, setDraft] = useState(() => draftOf(claim.figure));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const facts = factsOf(draft);
  const isReadable = facts !== null && checkReading(facts).ok;

  function type(text: string) {
    setTyped(text);
    const figure = readFigure(text);
    if (figure) setDraft({ ...draftOf({ ...figure, asOf: null }), asOf: draft.asOf });
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!facts) return;
    const answer = await commands.correct(claim, facts);
    setRefusal(answer.ok ? null : answer);
    if (answer.ok) onClose();
  }

  async function readAgain() {
    const answer = await commands.correct(claim, null);
    if (answer.ok) onClose();
  }

  return (
    <form
      onSubmit={submit}
      className="mt-2.5 grid gap-2.5 rounded-md bg-wash p-2.5"
      onKeyDown={(event) => isEscape(event) && onClose()}
    >
      <Field label={t('type')} error={typed.trim() !== '' && !readFigure(typed) ? t('cannotRead') : undefined}>
        <TextInput
          autoFocus
          maxLength={200}
          placeholder={t('typeHint')}
          value={typed}
          onChange={({ target }) => type(target.value)}
        />
      </Field>
      <FigureFields
        draft={draft}
        dateError={refusal?.field === 'figure.asOf' ? refusalText(refusal) : undefined}
        onChange={(changed) => setDraft({ ...draft, ...changed })}
      />
      <p className="text-[13px]">
        <span className="text-[12px] text-ink-3">{t('label')}</span>{' '}
        <output className="num font-semibold">{isReadable ? describeFigure(facts, language) : '—'}</output>
      </p>
      <div className="flex flex-wrap items-center justify-end gap-2">
        {claim.figure?.corrected && (
          <button type="button" className="mr-auto text-[12.5px] text-accent hover:underline" onClick={readAgain}>
            {t('reread')}
          </button>
        )}
        <Button size="small" look="quiet" onClick={onClose}>
          {shell('cancel')}
        </Button>
        <Button size="small" look="primary" type="submit" disabled={!isReadable}>
          {shell('save')}
        </Button>
      </div>
    </form>
  );
}

/** Units that desks meet most; any other may be typed. */
const usualUnits = ['USD', 'CNY', 'EUR', 'GBP', 'HKD', 'JPY', 'percent', 'person', 'times'];

type FieldsProps = {
  draft: FigureDraft;
  /** What is wrong with the date. */
  dateError: string | undefined;
  onChange: (changed: Partial<FigureDraft>) => void;
};

/** The parts of a figure, one field each. */
function FigureFields({ draft, dateError, onChange }: FieldsProps) {
  const t = useTranslations('review.figure');
  const qualifierNames = useTranslations('words.qualifier');
  const unitsId = useId();
  return (
    <>
      <div className="grid grid-cols-2 gap-2">
        <Field label={t('low')}>
          <TextInput
            inputMode="decimal"
            className="num"
            maxLength={40}
            aria-invalid={numberIn(draft.low) === undefined}
            value={draft.low}
            onChange={({ target }) => onChange({ low: target.value })}
          />
        </Field>
        <Field label={t('high')}>
          <TextInput
            inputMode="decimal"
            className="num"
            maxLength={40}
            aria-invalid={numberIn(draft.high) === undefined}
            value={draft.high}
            onChange={({ target }) => onChange({ high: target.value })}
          />
        </Field>
        <Field label={t('unit')}>
          <TextInput
            list={unitsId}
            maxLength={60}
            placeholder={t('unitHint')}
            value={draft.unit}
            onChange={({ target }) => onChange({ unit: target.value })}
          />
        </Field>
        <Field label={t('per')}>
          <TextInput
            maxLength={60}
            placeholder={t('perHint')}
            value={draft.per}
            onChange={({ target }) => onChange({ per: target.value })}
          />
        </Field>
        <Field label={t('qualifier')}>
          <Select
            value={draft.qualifier}
            onChange={({ target }) =>
              onChange({ qualifier: qualifiers.find((one) => one === target.value) ?? draft.qualifier })
            }
          >
            {qualifiers.map((qualifier) => (
              <option key={qualifier} value={qualifier}>
                {qualifierNames(qualifier)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('asOfField')} error={dateError}>
          <TextInput
            maxLength={10}
            placeholder="2023-02"
            value={draft.asOf}
            onChange={({ target }) => onChange({ asOf: target.value })}
          />
        </Field>
      </div>
      <datalist id={unitsId}>
        {usualUnits.map((unit) => (
          <option key={unit} value={unit} />
        ))}
      </datalist>
    </>
  );
}
