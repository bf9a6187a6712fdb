'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { maxFeedBytes } from '#lib/domain/fact-checks/feed';
import { type Result, refuse } from '#lib/domain/refusal';
import { Button, buttonClass } from '#ui/button';
import { Field } from '#ui/field';
import { TextInput } from '#ui/text-control';
import { newKey, send } from '../../browser/requests';
import { sendFile } from '../../browser/send-file';
import { useRefusalText } from '../../i18n/refusal';
import { subscribe } from './actions';
import { type Added, useAdding } from './use-adding';

const megabytes = maxFeedBytes / 1024 / 1024;

/** Sends a file of fact-checks. */
async function post(file: File): Promise<Result<Added>> {
  if (file.size > maxFeedBytes) return refuse('feed-too-large', { values: { limit: megabytes } });
  return sendFile(`/api/fact-checks/file?${new URLSearchParams({ name: file.name })}`, file, { key: newKey() });
}

/** Subscribes to an address, or takes a file: chosen, or dropped on the form. */
export function AddFeed() {
  const t = useTranslations('factChecks.feeds');
  const refusalText = useRefusalText();
  const fileId = useId();
  const [url, setUrl] = useState('');
  const { ask, refusal, isPending } = useAdding();

  function submit(event: FormEvent) {
    event.preventDefault();
    ask(
      () => send(subscribe, { url }),
      () => setUrl(''),
    );
  }

  const take = (file: File | undefined) => file && ask(() => post(file));
  return (
    <form
      onSubmit={submit}
      className="mt-4 rounded-lg border border-dashed border-line px-4 py-3.5"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        take(event.dataTransfer.files[0]);
      }}
    >
      <div className="flex flex-wrap items-end gap-2">
        <Field className="min-w-60 flex-1" label={t('address')}>
          <TextInput
            type="url"
            inputMode="url"
            maxLength={2_000}
            placeholder="https://"
            value={url}
            aria-invalid={refusal ? true : undefined}
            onChange={({ target }) => setUrl(target.value)}
          />
        </Field>
        <Button look="primary" type="submit" disabled={isPending || url.trim() === ''}>
          {isPending ? t('adding') : t('add')}
        </Button>
        <label htmlFor={fileId} className={`${buttonClass()} cursor-pointer focus-within:outline-2`}>
          {t('file')}
          <input
            id={fileId}
            type="file"
            accept=".json,.jsonld,.html,.htm"
            className="sr-only"
            disabled={isPending}
            onChange={({ target }) => {
              take(target.files?.[0]);
              target.value = '';
            }}
          />
        </label>
      </div>
      {refusal && (
        <p role="alert" className="mt-2 text-[13px] text-false">
          {refusalText(refusal)}
        </p>
      )}
      <p className="mt-2 text-[12.5px] text-ink-3">
        {t('addressHint')}
        <br />
        {t('fileHint', { limit: megabytes })}
      </p>
    </form>
  );
}
