'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import type { ClaimView, SpeakerView } from '#lib/domain/review';
import { Button } from '#ui/button';
import { Field, TextInput } from '#ui/field';
import type { Commands } from './use-review';

type SpeakerFieldProps = { claim: ClaimView; speakers: SpeakerView[]; commands: Commands; readOnly: boolean };

/** Who says it: shown as a line, edited as name, role and organisation; known speakers are offered. */
export function SpeakerField({ claim, speakers, commands, readOnly }: SpeakerFieldProps) {
  const t = useTranslations('review.speaker');
  const shell = useTranslations('shell');
  const [isOpen, setOpen] = useState(false);
  const [draft, setDraft] = useState({ name: '', role: '', organisation: '' });
  const listId = useId();
  const { speaker } = claim;

  function open() {
    setDraft({ name: speaker?.name ?? '', role: speaker?.role ?? '', organisation: speaker?.organisation ?? '' });
    setOpen(true);
  }

  function rename(name: string) {
    const known = speakers.find((one) => one.name === name);
    setDraft(known ? { name, role: known.role ?? '', organisation: known.organisation ?? '' } : { ...draft, name });
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    const answer = await commands.describe(claim, { speaker: draft.name.trim() ? draft : null });
    if (answer.ok) setOpen(false);
  }

  if (!isOpen) {
    const detail = speaker && [speaker.organisation, speaker.role].filter(Boolean).join(' ');
    if (readOnly) return speaker && <p className="mt-2 text-[13px] text-ink-2">{speaker.name}</p>;
    return (
      <button
        type="button"
        className="mt-1.5 block rounded text-left text-[13px] text-ink-2 hover:text-ink hover:underline"
        onClick={open}
      >
        {speaker ? (
          <>
            {t('says', { name: speaker.name })}
            {detail && <span className="text-ink-3"> · {detail}</span>}
          </>
        ) : (
          t('add')
        )}
      </button>
    );
  }
  return (
    <form
      onSubmit={submit}
      className="mt-2 grid gap-2 rounded-md bg-wash p-2.5"
      onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
    >
      <Field label={t('name')} hint={t('nameHint')}>
        <TextInput
          autoFocus
          list={listId}
          maxLength={200}
          value={draft.name}
          onChange={(event) => rename(event.target.value)}
        />
      </Field>
      <datalist id={listId}>
        {speakers.map((one) => (
          <option key={one.id} value={one.name}>
            {[one.organisation, one.role].filter(Boolean).join(' ')}
          </option>
        ))}
      </datalist>
      <div className="grid grid-cols-2 gap-2">
        <Field label={t('role')}>
          <TextInput
            maxLength={200}
            value={draft.role}
            onChange={(event) => setDraft({ ...draft, role: event.target.value })}
          />
        </Field>
        <Field label={t('organisation')}>
          <TextInput
            maxLength={200}
            value={draft.organisation}
            onChange={(event) => setDraft({ ...draft, organisation: event.target.value })}
          />
        </Field>
      </div>
      <div className="flex justify-end gap-2">
        <Button size="small" look="quiet" onClick={() => setOpen(false)}>
          {shell('cancel')}
        </Button>
        <Button size="small" look="primary" type="submit">
          {shell('save')}
        </Button>
      </div>
    </form>
  );
}
