'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { SpeakerView } from '#lib/domain/claims/claim-view';
import { foldForSearch } from '#lib/text/search';
import { Button } from '#ui/button';
import { Field } from '#ui/field';
import { TextInput } from '#ui/text-control';
import { isEscape } from '../../../../browser/keys';
import { speakerDetail } from './speaker-detail';

type ChoiceProps = {
  current: SpeakerView | null;
  speakers: SpeakerView[];
  onChoose: (speaker: { id: string } | { name: string; role: string; organisation: string } | null) => Promise<void>;
  onCancel: () => void;
};

/** How many of the desk's speakers are offered at a time. */
const offered = 5;

/** Picks a speaker by any of their names, or names a new one. */
export function SpeakerChoice({ current, speakers, onChoose, onCancel }: ChoiceProps) {
  const t = useTranslations('review.speaker');
  const shell = useTranslations('shell');
  const [draft, setDraft] = useState({ name: '', role: '', organisation: '' });
  const typed = foldForSearch(draft.name).trim();
  const known = speakers
    .filter((one) => one.id !== current?.id && foldForSearch(one.name, ...one.aliases).includes(typed))
    .slice(0, offered);
  const isNew = typed !== '' && !known.some(({ name }) => foldForSearch(name) === typed);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const picked = known.find(({ name }) => foldForSearch(name) === typed);
    if (typed === '') await onChoose(null);
    else await onChoose(picked ? { id: picked.id } : draft);
  }

  return (
    <form
      onSubmit={submit}
      className="mt-2 grid gap-2 rounded-md bg-wash p-2.5"
      onKeyDown={(event) => isEscape(event) && onCancel()}
    >
      <Field label={t('name')} hint={t('nameHint')}>
        <TextInput
          autoFocus
          maxLength={200}
          value={draft.name}
          onChange={({ target }) => setDraft({ ...draft, name: target.value })}
        />
      </Field>
      {known.length > 0 && (
        <ul className="grid gap-px">
          {known.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                className="w-full truncate rounded px-2 py-1 text-left text-[13px] hover:bg-sheet"
                onClick={() => void onChoose({ id: one.id })}
              >
                {one.name} <span className="text-ink-3">{speakerDetail(one)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {isNew && (
        <div className="grid grid-cols-2 gap-2">
          <Field label={t('role')}>
            <TextInput
              maxLength={200}
              value={draft.role}
              onChange={({ target }) => setDraft({ ...draft, role: target.value })}
            />
          </Field>
          <Field label={t('organisation')}>
            <TextInput
              maxLength={200}
              value={draft.organisation}
              onChange={({ target }) => setDraft({ ...draft, organisation: target.value })}
            />
          </Field>
        </div>
      )}
      <div className="flex justify-end gap-2">
        <Button size="small" look="quiet" onClick={onCancel}>
          {shell('cancel')}
        </Button>
        <Button size="small" look="primary" type="submit">
          {typed === '' ? t('none') : shell('save')}
        </Button>
      </div>
    </form>
  );
}
