'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { checkReading } from '#lib/domain/figures/figure-facts';
import type { Refusal } from '#lib/domain/refusal';
import { describeFigure } from '#lib/reading/describe-figure';
import { type FigureFacts, qualifiers } from '#lib/reading/figure-types';
import { readFigure } from '#lib/reading/figures';
import { Button } from '#ui/button';
import { Field, Select } from '#ui/field';
import { TextInput } from '#ui/text-control';
import { useRefusalText } from '../../../../i18n/refusal';
import type { Commands } from '../_state/use-review';

/** Numbers as they are typed: they become numbers when the form is sent. */
type Draft = {
  low: string;
  high: string;
  unit: string;
  qualifier: FigureFacts['qualifier'];
  per: string;
  asOf: string;
};

/** Units that desks meet most; any other may be typed. */
const usualUnits = ['USD', 'CNY', 'EUR', 'GBP', 'HKD', 'JPY', 'percent', 'person', 'times'];

function draftOf(figure: FigureFacts | null): Draft {
  const digits = (value: number | null | undefined) => value?.toLocaleString('en', plain) ?? '';
  const { low, high, unit, qualifier = 'exact', per, asOf } = figure ?? {};
  return { low: digits(low), high: digits(high), unit: unit ?? '', qualifier, per: per ?? '', asOf: asOf ?? '' };
}

const plain = { useGrouping: true, maximumFractionDigits: 20 } as const;

/** A typed number; undefined where it is none. Grouping commas and spaces are let pass. */
function numberIn(typed: string): number | null | undefined {
  const digits = typed.normalize('NFKC').replace(/[,\s_]/g, '');
  if (digits === '') return null;
  const value = Number(digits);
  return Number.isFinite(value) ? value : undefined;
}

function factsOf({ low, high, unit, qualifier, per, asOf }: Draft): FigureFacts | null {
  const [from, to] = [numberIn(low), numberIn(high)];
  if (from === undefined || to === undefined) return null;
  return {
    low: from,
    high: to,
    unit: unit.trim() || null,
    qualifier,
    per: per.trim() || null,
    asOf: asOf.trim() || null,
  };
}

type FigureFormProps = { claim: ClaimView; commands: Commands; onClose: () => void };

/** Corrects a figure's reading: typed as a person would write it, which fills the fields, or field by field. */
export function FigureForm({ claim, commands, onClose }: FigureFormProps) {
  const t = useTranslations('review.figure');
  const qualifierNames = useTranslations('words.qualifier');
  const shell = useTranslations('shell');
  const refusalText = useRefusalText();
  const language = useLocale();
  const [typed, setTyped] = useState('');
  const [draft, setDraft] = useState(() => draftOf(claim.figure));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const unitsId = useId();
  const facts = factsOf(draft);
  const isReadable = facts !== null && checkReading(facts).ok;
  const change = (changed: Partial<Draft>) => setDraft({ ...draft, ...changed });

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
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
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
      <div className="grid grid-cols-2 gap-2">
        <Field label={t('low')}>
          <TextInput
            inputMode="decimal"
            className="num"
            maxLength={40}
            aria-invalid={numberIn(draft.low) === undefined}
            value={draft.low}
            onChange={({ target }) => change({ low: target.value })}
          />
        </Field>
        <Field label={t('high')}>
          <TextInput
            inputMode="decimal"
            className="num"
            maxLength={40}
            aria-invalid={numberIn(draft.high) === undefined}
            value={draft.high}
            onChange={({ target }) => change({ high: target.value })}
          />
        </Field>
        <Field label={t('unit')}>
          <TextInput
            list={unitsId}
            maxLength={60}
            placeholder={t('unitHint')}
            value={draft.unit}
            onChange={({ target }) => change({ unit: target.value })}
          />
        </Field>
        <Field label={t('per')}>
          <TextInput
            maxLength={60}
            placeholder={t('perHint')}
            value={draft.per}
            onChange={({ target }) => change({ per: target.value })}
          />
        </Field>
        <Field label={t('qualifier')}>
          <Select
            value={draft.qualifier}
            onChange={({ target }) =>
              change({ qualifier: qualifiers.find((one) => one === target.value) ?? draft.qualifier })
            }
          >
            {qualifiers.map((qualifier) => (
              <option key={qualifier} value={qualifier}>
                {qualifierNames(qualifier)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('asOfField')} error={refusal?.field === 'figure.asOf' ? refusalText(refusal) : undefined}>
          <TextInput
            maxLength={10}
            placeholder="2023-02"
            value={draft.asOf}
            onChange={({ target }) => change({ asOf: target.value })}
          />
        </Field>
      </div>
      <datalist id={unitsId}>
        {usualUnits.map((unit) => (
          <option key={unit} value={unit} />
        ))}
      </datalist>
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
