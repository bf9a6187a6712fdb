'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { longestGoogleSearch } from '#lib/domain/fact-checks/google-search';
import { Button } from '#ui/button';
import { Field, Select } from '#ui/field';
import { TextInput } from '#ui/text-control';
import { send } from '../../browser/requests';
import { useRefusalText } from '../../i18n/refusal';
import { subscribeToSearch } from './actions';
import { useAdding } from './use-adding';

const languages = ['en', 'zh'] as const;

/** Subscribes to a search of Google's Fact Check Tools; shown where the desk has a key for them. */
export function SearchGoogle() {
  const t = useTranslations('factChecks.google');
  const refusalText = useRefusalText();
  const [words, setWords] = useState('');
  const [language, setLanguage] = useState<(typeof languages)[number] | null>(null);
  const { ask, refusal, isPending } = useAdding();

  function submit(event: FormEvent) {
    event.preventDefault();
    ask(
      () => send(subscribeToSearch, { words, language }),
      () => setWords(''),
    );
  }

  return (
    <form onSubmit={submit} className="mt-3 rounded-lg border border-dashed border-line px-4 py-3.5">
      <div className="flex flex-wrap items-end gap-2">
        <Field className="min-w-60 flex-1" label={t('words')}>
          <TextInput
            type="search"
            maxLength={longestGoogleSearch}
            value={words}
            aria-invalid={refusal ? true : undefined}
            onChange={({ target }) => setWords(target.value)}
          />
        </Field>
        <Field label={t('language')}>
          <Select
            value={language ?? ''}
            onChange={({ target }) => setLanguage(languages.find((one) => one === target.value) ?? null)}
          >
            <option value="">{t('anyLanguage')}</option>
            {languages.map((one) => (
              <option key={one} value={one}>
                {t(`languages.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Button type="submit" disabled={isPending || words.trim() === ''}>
          {isPending ? t('searching') : t('search')}
        </Button>
      </div>
      {refusal && (
        <p role="alert" className="mt-2 text-[13px] text-false">
          {refusalText(refusal)}
        </p>
      )}
      <p className="mt-2 text-[12.5px] text-ink-3">{t('hint')}</p>
    </form>
  );
}
