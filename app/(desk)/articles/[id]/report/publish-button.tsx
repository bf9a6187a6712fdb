'use client';

import { Globe } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import type { Refusal } from '#lib/domain/refusal';
import type { ReportSummary } from '#lib/domain/report/published-report';
import { Button, buttonClass } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { Field } from '#ui/field';
import { TextInput } from '#ui/text-control';
import { send } from '../../../../browser/requests';
import { useRefusalText } from '../../../../i18n/refusal';
import { ShownOnce } from '../../../_shell/shown-once';
import { publish } from './actions';

/** Publishes the report as it is on the page: under which link, with whose names, with or without the article. */
export function PublishButton({ articleId, seq, number }: { articleId: string; seq: number; number: number }) {
  const t = useTranslations('publish');
  const shell = useTranslations('shell');
  const [isOpen, setOpen] = useState(false);
  const [published, setPublished] = useState<ReportSummary | null>(null);
  return (
    <>
      <Button look="primary" size="small" onClick={() => setOpen(true)}>
        <Globe size={14} aria-hidden="true" /> {t('publish', { number })}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={(open) => {
          setOpen(open);
          if (!open) setPublished(null);
        }}
        title={published ? t('done', { number: published.number }) : t('title', { number })}
        description={published ? t('doneText') : t('text')}
        closeLabel={shell('close')}
      >
        {published ? <Published report={published} /> : <PublishForm {...{ articleId, seq, setPublished }} />}
      </Dialog>
    </>
  );
}

type FormProps = { articleId: string; seq: number; setPublished: (report: ReportSummary) => void };

function PublishForm({ articleId, seq, setPublished }: FormProps) {
  const t = useTranslations('publish');
  const refusalText = useRefusalText();
  const [isNamed, setNamed] = useState(false);
  const [slug, setSlug] = useState('');
  const [withNames, setWithNames] = useState(true);
  const [withText, setWithText] = useState(false);
  const [trouble, setTrouble] = useState<Refusal | null>(null);
  const [isPending, start] = useTransition();
  const error = trouble && refusalText(trouble);
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        start(async () => {
          const answer = await send(publish, { articleId, seq, slug: isNamed ? slug : null, withNames, withText });
          if (answer.ok) setPublished(answer.value);
          else setTrouble(answer);
        });
      }}
    >
      <fieldset className="grid gap-1.5">
        <legend className="mb-1 text-[13px] font-medium text-ink-2">{t('link')}</legend>
        <label className="flex items-start gap-2">
          <input type="radio" name="link" className="mt-1" checked={!isNamed} onChange={() => setNamed(false)} />
          <span>
            {t('secret')}
            <span className="block text-[12.5px] text-ink-3">{t('secretText')}</span>
          </span>
        </label>
        <label className="flex items-start gap-2">
          <input type="radio" name="link" className="mt-1" checked={isNamed} onChange={() => setNamed(true)} />
          <span>
            {t('named')}
            <span className="block text-[12.5px] text-ink-3">{t('namedText')}</span>
          </span>
        </label>
        {isNamed && (
          <Field label={t('slug')} hint={t('slugHint')} error={trouble?.field === 'slug' ? error : undefined}>
            <TextInput
              value={slug}
              placeholder="headcount-check"
              autoComplete="off"
              maxLength={80}
              aria-invalid={trouble?.field === 'slug' ? true : undefined}
              onChange={(event) => setSlug(event.target.value)}
            />
          </Field>
        )}
      </fieldset>
      <fieldset className="grid gap-1.5">
        <legend className="mb-1 text-[13px] font-medium text-ink-2">{t('holds')}</legend>
        <label className="flex items-start gap-2">
          <input
            type="checkbox"
            className="mt-1"
            checked={withNames}
            onChange={(event) => setWithNames(event.target.checked)}
          />
          <span>
            {t('names')}
            <span className="block text-[12.5px] text-ink-3">{t('namesText')}</span>
          </span>
        </label>
        <label className="flex items-start gap-2">
          <input
            type="checkbox"
            className="mt-1"
            checked={withText}
            onChange={(event) => setWithText(event.target.checked)}
          />
          <span>
            {t('whole')}
            <span className="block text-[12.5px] text-ink-3">{t('wholeText')}</span>
          </span>
        </label>
      </fieldset>
      {trouble && trouble.field !== 'slug' && (
        <p role="alert" className="text-[13px] text-false">
          {error}
        </p>
      )}
      <Button type="submit" look="primary" className="justify-self-end" disabled={isPending}>
        {isPending ? t('publishing') : t('confirm')}
      </Button>
    </form>
  );
}

function Published({ report }: { report: ReportSummary }) {
  const t = useTranslations('publish');
  const path = `/reports/${encodeURIComponent(report.slug)}`;
  return (
    <>
      <ShownOnce
        address={new URL(path, window.location.href).href}
        label={t('link')}
        copyLabel={t('copy')}
        copiedLabel={t('copied')}
      />
      <a href={path} target="_blank" rel="noopener" className={`${buttonClass('plain')} mt-3`}>
        {t('open')}
      </a>
    </>
  );
}
