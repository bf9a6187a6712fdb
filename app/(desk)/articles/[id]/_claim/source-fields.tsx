'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { type RefObject, useId, useRef, useState } from 'react';
import type { SourceView } from '#lib/domain/claims/claim-view';
import { type SourceKind, sourceKinds } from '#lib/domain/claims/source';
import { type Result, refuse } from '#lib/domain/refusal';
import { isWebAddress } from '#lib/text/tidy';
import { Field, Select } from '#ui/field';
import { TextInput } from '#ui/text-control';
import { useRead } from '../../../../browser/use-read';
import { showPartialDate } from '../../../../i18n/partial-date';
import { useRefusalText } from '../../../../i18n/refusal';
import { captureSource } from '../../../sources/actions';
import { type EvidenceEntry, filledFrom } from './evidence-entry';

/** A search is made once the typing rests for so long (ms). */
const restTime = 200;

/** What is wrong with the first of some fields that a refusal names. */
export type ErrorAt = (...fields: string[]) => string | undefined;

/** Changes what is typed, given what is typed by then. */
type Change = (changed: (now: EvidenceEntry) => Partial<EvidenceEntry>) => void;

/** The source that was chosen among those the desk has. */
export function KnownSource({ source, onAnother }: { source: SourceView; onAnother: () => void }) {
  const t = useTranslations('review.evidence');
  const words = useTranslations('words');
  const format = useFormatter();
  return (
    <div className="flex items-start gap-2 rounded-md border border-line bg-wash px-2.5 py-2 text-[13px]">
      <span className="flex-1">
        <span className="font-medium">{source.title}</span>
        <span className="block text-ink-3">
          {[source.publisher, showPartialDate(format, source.published), words(`sourceKind.${source.kind}`)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <button type="button" className="text-accent hover:underline" onClick={onAnother}>
        {t('another')}
      </button>
    </div>
  );
}

type SourceFieldsProps = {
  entry: EvidenceEntry;
  change: Change;
  errorAt: ErrorAt;
  /** Sources already cited in this article, to name as an origin. */
  cited: SourceView[];
  /** Whether none of those that the desk has is meant: a file comes with it. */
  isNew: boolean;
};

/** Names a source: one that the desk has, found by its title, or a new one with its facts. */
export function SourceFields({ entry, change, errorAt, cited, isNew }: SourceFieldsProps) {
  const t = useTranslations('review.evidence');
  const titleField = useRef<HTMLInputElement>(null);
  const { title, url } = entry;

  function nameSource(value: string) {
    // A pasted address belongs in its own field.
    if (!isWebAddress(value.trim())) return change(() => ({ title: value }));
    change(() => ({ url: value.trim() }));
    if (!title) titleField.current?.focus();
  }

  return (
    <>
      <TitleField
        place={titleField}
        title={title}
        isNew={isNew}
        error={errorAt('title')}
        onName={nameSource}
        onKnown={(known) => change(() => ({ known }))}
      />
      <Field label={t('url')} error={errorAt('url')}>
        <TextInput
          name="url"
          inputMode="url"
          value={url}
          placeholder="https://"
          aria-invalid={Boolean(errorAt('url'))}
          onChange={(event) => change(() => ({ url: event.target.value }))}
        />
      </Field>
      {isWebAddress(url.trim()) && <FillFromPage url={url.trim()} change={change} />}
      <SourceFacts entry={entry} errorAt={errorAt} cited={cited} onChange={(changed) => change(() => changed)} />
    </>
  );
}

type TitleFieldProps = {
  place: RefObject<HTMLInputElement | null>;
  title: string;
  isNew: boolean;
  error: string | undefined;
  onName: (typed: string) => void;
  onKnown: (source: SourceView) => void;
};

/** The title of a source, with those of the desk that hold what is typed. */
function TitleField({ place, title, isNew, error, onName, onKnown }: TitleFieldProps) {
  const t = useTranslations('review.evidence');
  const words = useTranslations('words');
  const id = useId();
  const search = title.trim();
  const { value } = useRead<SourceView[]>(
    isNew || search.length < 2 ? null : `/api/sources?${new URLSearchParams({ search })}`,
    { rest: restTime },
  );
  const found = value ?? [];
  return (
    <>
      <Field label={t('title')} error={error}>
        <TextInput
          ref={place}
          name="title"
          autoFocus
          autoComplete="off"
          value={title}
          maxLength={500}
          placeholder={t('titleHint')}
          aria-invalid={Boolean(error)}
          aria-describedby={`${id}-found`}
          onChange={(event) => onName(event.target.value)}
        />
      </Field>
      <div id={`${id}-found`} className={found.length ? '' : 'hidden'}>
        <span className="mb-1 block text-[12px] text-ink-3">{t('known')}</span>
        {found.map((source) => (
          <button
            key={source.id}
            type="button"
            className="block w-full rounded px-2 py-1 text-left text-[13px] hover:bg-wash"
            onClick={() => onKnown(source)}
          >
            {source.title}
            <span className="text-ink-3"> · {source.publisher ?? words(`sourceKind.${source.kind}`)}</span>
          </button>
        ))}
      </div>
    </>
  );
}

/** Takes from the page behind the link what nobody has typed; the page itself is kept with the source. */
function FillFromPage({ url, change }: { url: string; change: Change }) {
  const t = useTranslations('review.evidence');
  const refusalText = useRefusalText();
  const [isFilling, setFilling] = useState(false);
  const [filled, setFilled] = useState<Result<unknown> | null>(null);

  async function fill() {
    setFilling(true);
    const answer = await captureSource({ url }).catch(() => refuse('no-answer'));
    setFilling(false);
    setFilled(answer);
    if (answer.ok) change((now) => filledFrom(now, answer.value));
  }

  return (
    <div className="-mt-1 flex flex-wrap items-baseline gap-x-3 text-[13px]">
      <button
        type="button"
        className="text-accent hover:underline disabled:text-ink-3"
        disabled={isFilling}
        onClick={() => void fill()}
      >
        {t(isFilling ? 'filling' : 'fill')}
      </button>
      {filled && (
        <span role="status" className={filled.ok ? 'text-ink-3' : 'text-false'}>
          {filled.ok ? t('filled') : refusalText(filled)}
        </span>
      )}
    </div>
  );
}

type SourceFactsProps = Omit<SourceFieldsProps, 'change' | 'isNew'> & {
  onChange: (changed: Partial<EvidenceEntry>) => void;
};

/** Who published a new source and when, what kind it is and whom it repeats. */
function SourceFacts({ entry, errorAt, cited, onChange }: SourceFactsProps) {
  const t = useTranslations('review.evidence');
  const words = useTranslations('words');
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field label={t('publisher')} error={errorAt('publisher')}>
        <TextInput
          name="publisher"
          maxLength={200}
          value={entry.publisher}
          onChange={(event) => onChange({ publisher: event.target.value })}
        />
      </Field>
      <Field label={t('published')} error={errorAt('published')}>
        <TextInput
          name="published"
          placeholder="2023-02-14"
          value={entry.published}
          aria-invalid={Boolean(errorAt('published'))}
          onChange={(event) => onChange({ published: event.target.value })}
        />
      </Field>
      <Field label={t('kind')}>
        <Select
          name="kind"
          value={entry.kind}
          onChange={(event) => onChange({ kind: event.target.value as SourceKind })}
        >
          {sourceKinds.map((kind) => (
            <option key={kind} value={kind}>
              {words(`sourceKind.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('origin')}>
        <Select name="origin" value={entry.origin} onChange={(event) => onChange({ origin: event.target.value })}>
          <option value="">{t('originNone')}</option>
          {cited.map((source) => (
            <option key={source.id} value={source.id}>
              {source.title}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
