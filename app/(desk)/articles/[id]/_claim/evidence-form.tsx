'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import type { EvidenceInput } from '#lib/domain/claims/claim-input';
import type { ClaimView, SourceView } from '#lib/domain/claims/claim-view';
import { type Stance, stances } from '#lib/domain/claims/source';
import type { Verdict } from '#lib/domain/claims/standing';
import type { Refusal, Result } from '#lib/domain/refusal';
import { Button } from '#ui/button';
import { Field } from '#ui/field';
import { TextArea, TextInput } from '#ui/text-control';
import { isEscape } from '../../../../browser/keys';
import { today } from '../../../../browser/today';
import { useRefusalText } from '../../../../i18n/refusal';
import { blankEntry, type EvidenceEntry, evidenceFrom } from './evidence-entry';
import { FileField } from './file-field';
import { type ErrorAt, KnownSource, SourceFields } from './source-fields';
import { type EvidenceTarget, useEvidenceEntry } from './use-evidence-entry';
import { useSending } from './use-sending';

type EvidenceFormProps = {
  target: EvidenceTarget;
  /** What the evidence is to be made of; without one, its source is named alone. */
  file: File | undefined;
  /** A verdict that waits for this source. */
  pending: Verdict | null;
  /** Whether a figure is asked for that the source gives. */
  isFigure: boolean;
  /** Sources already cited in this article, to name as an origin. */
  cited: SourceView[];
  onSubmit: (evidence: EvidenceInput) => Promise<Result<unknown>>;
  /** Takes what the file and its evidence are answered. */
  onSent: (sent: Promise<Result<ClaimView>>) => Promise<Result<unknown>>;
  onCancel: () => void;
};

/** Names a source that the desk has, or a new one, and says what it says about the claim. */
export function EvidenceForm(props: EvidenceFormProps) {
  const { target, file, pending, isFigure, cited, onSubmit, onSent, onCancel } = props;
  const t = useTranslations('review.evidence');
  const words = useTranslations('words');
  const shell = useTranslations('shell');
  const refusalText = useRefusalText();
  const blank = blankEntry(pending, file);
  const { entry, change, forget } = useEvidenceEntry(target, blank);
  const sending = useSending(target.claimId);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const errorAt: ErrorAt = (...fields) =>
    refusal?.field && fields.some((field) => refusal.field?.endsWith(field)) ? refusalText(refusal) : undefined;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const evidence = evidenceFrom(file ? { ...entry, known: null } : entry, today());
    const answer = await (file
      ? onSent(sending.send(file, { ...evidence, readers: entry.readers }))
      : onSubmit(evidence));
    setBusy(false);
    if (answer.ok) return forget();
    setRefusal(answer);
    form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }

  /** All see the title: that of a confidential file is not its name, unless somebody types it. */
  function nameReaders(readers: string[] | null) {
    change((now) => ({ readers, ...(readers !== null && now.title === blank.title ? { title: '' } : {}) }));
  }

  function leave() {
    sending.stop();
    onCancel();
  }

  return (
    <form
      ref={form}
      onSubmit={submit}
      className="mt-3 grid gap-3 border-t border-line-2 pt-3"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) form.current?.requestSubmit();
        if (isEscape(event)) leave();
      }}
    >
      {pending && (
        <p className="rounded-r-md border-l-3 border-accent bg-accent-wash px-2.5 py-1.5 text-[13px]">
          {t('needed', { verdict: words(`standing.${pending}`) })}
        </p>
      )}
      {file && (
        <FileField
          file={file}
          readers={entry.readers}
          share={sending.share}
          onStop={sending.stop}
          onReaders={nameReaders}
          meId={target.personId}
        />
      )}
      <StanceChoice stance={entry.stance} onChange={(stance) => change(() => ({ stance }))} />
      {entry.known && !file ? (
        <KnownSource source={entry.known} onAnother={() => change(() => ({ known: null }))} />
      ) : (
        <SourceFields entry={entry} change={change} errorAt={errorAt} cited={cited} isNew={file !== undefined} />
      )}
      <PassageFields
        entry={entry}
        isFigure={isFigure}
        errorAt={errorAt}
        onChange={(changed) => change(() => changed)}
      />
      {refusal && !refusal.field && (
        <p role="alert" className="text-[13px] text-false">
          {refusalText(refusal)}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button
          look="quiet"
          onClick={() => {
            forget();
            leave();
          }}
        >
          {shell('cancel')}
        </Button>
        <Button look="primary" type="submit" disabled={isBusy}>
          {pending ? t('addAndJudge', { verdict: words(`standing.${pending}`) }) : t('add')}
        </Button>
      </div>
    </form>
  );
}

/** Whether the source speaks for the claim, against it, or beside it. */
function StanceChoice({ stance, onChange }: { stance: Stance; onChange: (stance: Stance) => void }) {
  const t = useTranslations('review.evidence');
  const words = useTranslations('words');
  return (
    <fieldset>
      <legend className="sr-only">{t('stance')}</legend>
      <div className="flex gap-1.5">
        {stances.map((value) => (
          <label
            key={value}
            className="flex-1 cursor-pointer rounded-md border border-line px-2 py-1 text-center text-[13px] text-ink-2 has-checked:border-ink has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="stance"
              className="sr-only"
              checked={stance === value}
              onChange={() => onChange(value)}
            />
            {words(`stance.${value}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type PassageFieldsProps = {
  entry: EvidenceEntry;
  isFigure: boolean;
  errorAt: ErrorAt;
  onChange: (changed: Partial<EvidenceEntry>) => void;
};

/** What the source says, the figure that it gives, and where in it that stands. */
function PassageFields({ entry, isFigure, errorAt, onChange }: PassageFieldsProps) {
  const t = useTranslations('review.evidence');
  const locale = useLocale();
  return (
    <>
      <Field label={t('excerpt')} hint={t('excerptHint')} error={errorAt('excerpt')}>
        <TextArea
          name="excerpt"
          rows={3}
          maxLength={4000}
          className="font-serif"
          lang={locale}
          value={entry.excerpt}
          onChange={(event) => onChange({ excerpt: event.target.value })}
        />
      </Field>
      {isFigure && (
        <Field label={t('figure')} hint={t('figureHint')} error={errorAt('figure')}>
          <TextInput
            name="figure"
            placeholder={t('figurePlaceholder')}
            maxLength={200}
            value={entry.figure}
            aria-invalid={Boolean(errorAt('figure'))}
            onChange={(event) => onChange({ figure: event.target.value })}
          />
        </Field>
      )}
      <Field label={t('locator')} error={errorAt('locator')}>
        <TextInput
          name="locator"
          placeholder={t('locatorHint')}
          maxLength={200}
          value={entry.locator}
          onChange={(event) => onChange({ locator: event.target.value })}
        />
      </Field>
    </>
  );
}
