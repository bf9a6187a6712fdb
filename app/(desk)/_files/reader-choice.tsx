'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { PersonView } from '#lib/domain/people/person-view';
import { TextInput } from '#ui/text-control';

/** More people than these are searched, not looked through. */
const mostAtSight = 8;

type ReaderChoiceProps = {
  /** Those who may be chosen: whoever added the file is none of them. */
  people: PersonView[];
  chosen: readonly string[];
  /** Who is one in any case. */
  fixedId?: string;
  onChange: (chosen: string[]) => void;
};

/** Chooses who sees a confidential file. */
export function ReaderChoice({ people, chosen, fixedId, onChange }: ReaderChoiceProps) {
  const t = useTranslations('sources.files.secret');
  const [search, setSearch] = useState('');
  if (people.length === 0) return <p className="text-[13px] text-ink-3">{t('nobody')}</p>;
  const words = search.trim().toLocaleLowerCase();
  const shown = people.filter(({ id, name }) => chosen.includes(id) || name.toLocaleLowerCase().includes(words));
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-[13px] font-medium text-ink-2">{t('readersOf')}</legend>
      {people.length > mostAtSight && (
        <TextInput
          type="search"
          aria-label={t('find')}
          placeholder={t('find')}
          className="mb-1.5 sm:w-64"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      <div className="flex max-h-44 flex-wrap gap-x-4 gap-y-1 overflow-auto">
        {shown.map(({ id, name }) => (
          <label key={id} className="flex min-h-7 items-center gap-1.5 text-[13.5px]">
            <input
              type="checkbox"
              checked={id === fixedId || chosen.includes(id)}
              disabled={id === fixedId}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
              }
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
