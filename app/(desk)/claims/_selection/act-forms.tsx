'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState, useTransition } from 'react';
import type { DoneTogether } from '#lib/domain/claims/claim-acts';
import type { ClaimAct } from '#lib/domain/claims/claim-acts-input';
import { type ClaimWeight, claimWeights } from '#lib/domain/claims/weight';
import type { PersonView } from '#lib/domain/people/person-view';
import type { Refusal, Result } from '#lib/domain/refusal';
import type { FoundThings } from '#lib/domain/search/found-things';
import { foldForSearch } from '#lib/text/search';
import { Button } from '#ui/button';
import { Field, Select } from '#ui/field';
import { TextInput } from '#ui/text-control';
import { useRead } from '../../../browser/use-read';
import { useRefusalText } from '../../../i18n/refusal';

type FormProps = { onGive: (act: ClaimAct) => Promise<Result<DoneTogether>>; onCancel: () => void };

/** Gives the claims to somebody. */
export function AssignForm({ people, meId, ...form }: FormProps & { people: PersonView[]; meId: string }) {
  const t = useTranslations('claims.selection');
  const [assigneeId, setAssigneeId] = useState(people.some(({ id }) => id === meId) ? meId : (people[0]?.id ?? ''));
  const [dueOn, setDueOn] = useState('');
  return (
    <ActForm {...form} act={{ assign: { assigneeId, dueOn: dueOn || null } }}>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t('assignee')}>
          <Select value={assigneeId} onChange={({ target }) => setAssigneeId(target.value)}>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {id === meId ? t('me', { name }) : name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('dueOn')}>
          <TextInput type="date" value={dueOn} onChange={({ target }) => setDueOn(target.value)} />
        </Field>
      </div>
    </ActForm>
  );
}

export function WeightForm(form: FormProps) {
  const t = useTranslations('claims.selection');
  const [weight, setWeight] = useState<ClaimWeight>('key');
  return (
    <ActForm {...form} act={{ weight }}>
      <fieldset className="grid gap-1">
        <legend className="sr-only">{t('act.weight')}</legend>
        {claimWeights.map((one) => (
          <label key={one} className="flex items-center gap-2 rounded-md px-2 py-1.5 hover:bg-wash">
            <input
              type="radio"
              name="weight"
              className="accent-accent"
              checked={weight === one}
              onChange={() => setWeight(one)}
            />
            {t(`weight.${one}`)}
          </label>
        ))}
      </fieldset>
    </ActForm>
  );
}

/** Who says it: one of the desk's speakers by any of their names, somebody new, or, left empty, nobody. */
export function SpeakerForm(form: FormProps) {
  const t = useTranslations('claims.selection');
  const [name, setName] = useState('');
  const { found } = useNamed('speakers', name);
  const typed = foldForSearch(name).trim();
  const known = found.find((one) => foldForSearch(one.name) === typed);
  const named = typed === '' ? null : known ? { id: known.id } : { name, role: null, organisation: null };
  return (
    <ActForm {...form} act={{ speaker: named }} submit={typed === '' ? t('nobody') : undefined}>
      <NamedField label={t('speaker')} hint={t('speakerHint')} value={name} onChange={setName} found={found} />
    </ActForm>
  );
}

/** Which of the desk's metrics the figures are of; left empty, they are taken off theirs. */
export function MetricForm(form: FormProps) {
  const t = useTranslations('claims.selection');
  const [name, setName] = useState('');
  const { found, isCurrent } = useNamed('metrics', name);
  const typed = foldForSearch(name).trim();
  const known = found.find((one) => foldForSearch(one.name) === typed);
  const isReady = typed === '' || known !== undefined;
  return (
    <ActForm
      {...form}
      act={{ metric: known ? { id: known.id } : null }}
      submit={typed === '' ? t('noMetric') : undefined}
      isReady={isReady}
    >
      <NamedField label={t('metric')} hint={t('metricHint')} value={name} onChange={setName} found={found} />
      {!isReady && isCurrent && found.length === 0 && <p className="text-[13px] text-ink-3">{t('noneCalledSo')}</p>}
    </ActForm>
  );
}

/** What the desk has of a name, in the reader's language. */
function useNamed(kind: 'speakers' | 'metrics', name: string) {
  const language = useLocale();
  const asked = name.trim();
  const address = asked === '' ? null : `/api/search?${new URLSearchParams({ q: asked })}`;
  const { value, isCurrent } = useRead<FoundThings>(address, { rest: 120 });
  const things = address === null ? [] : (value?.[kind] ?? []);
  return { found: things.map((one) => ({ id: one.id, name: one.name[language], beside: one.beside })), isCurrent };
}

type NamedFieldProps = {
  label: string;
  hint: string;
  value: string;
  onChange: (name: string) => void;
  found: { id: string; name: string; beside: string | null }[];
};

/** A name with those that the desk has below it: one is taken over by pressing it. */
function NamedField({ label, hint, value, onChange, found }: NamedFieldProps) {
  return (
    <div>
      <Field label={label} hint={hint}>
        <TextInput autoFocus maxLength={200} value={value} onChange={({ target }) => onChange(target.value)} />
      </Field>
      {found.length > 0 && (
        <ul className="mt-1.5 grid gap-px">
          {found.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                aria-pressed={one.name === value}
                className="w-full truncate rounded px-2 py-1 text-left text-[13.5px] hover:bg-wash aria-pressed:bg-wash"
                onClick={() => onChange(one.name)}
              >
                {one.name} {one.beside && <span className="text-ink-3">{one.beside}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type ActFormProps = FormProps & { act: ClaimAct; submit?: string; isReady?: boolean; children: ReactNode };

/** A form that gives an act to the claims that are selected, and says why none of them took it. */
function ActForm({ act, submit, isReady = true, onGive, onCancel, children }: ActFormProps) {
  const shell = useTranslations('shell');
  const refusalText = useRefusalText();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isPending, startTransition] = useTransition();
  function give(event: FormEvent) {
    event.preventDefault();
    startTransition(async () => {
      const answer = await onGive(act);
      setRefusal(answer.ok ? null : answer);
    });
  }
  return (
    <form onSubmit={give} className="grid gap-3">
      {children}
      {refusal && (
        <p role="alert" className="text-[13px] text-false">
          {refusalText(refusal)}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onCancel}>
          {shell('cancel')}
        </Button>
        <Button look="primary" type="submit" disabled={isPending || !isReady}>
          {submit ?? shell('save')}
        </Button>
      </div>
    </form>
  );
}
