'use client';

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { EvidenceInput } from '#lib/domain/claims/claim-input';
import type { SourceView } from '#lib/domain/claims/claim-view';
import { type SourceKind, type Stance, sourceKinds, stances } from '#lib/domain/claims/source';
import type { Verdict } from '#lib/domain/claims/standing';
import { type Refusal, type Result, refuse } from '#lib/domain/refusal';
import { isWebAddress } from '#lib/text/tidy';
import { Button } from '#ui/button';
import { Field, Select } from '#ui/field';
import { TextArea, TextInput } from '#ui/text-control';
import { useDraft } from '../../../../browser/use-draft';
import { showPartialDate } from '../../../../i18n/partial-date';
import { useRefusalText } from '../../../../i18n/refusal';
import { captureSource } from '../../../sources/actions';
import { searchSources } from '../_actions/actions';

type EvidenceFormProps = {
  /** Whose it is and which claim's, for what is typed to outlive the page. */
  target: { personId: string; claimId: string };
  /** A verdict that waits for this source. */
  pending: Verdict | null;
  /** Whether a figure is asked for that the source gives. */
  isFigure: boolean;
  /** Sources already cited in this article, to name as an origin. */
  cited: SourceView[];
  onSubmit: (evidence: EvidenceInput) => Promise<Result<unknown>>;
  onCancel: () => void;
};

/** What is typed so far. `known` is a source that the desk has; the fields above it are for a new one. */
type Entry = {
  stance: Stance;
  title: string;
  url: string;
  publisher: string;
  published: string;
  kind: SourceKind;
  origin: string;
  known: SourceView | null;
  excerpt: string;
  locator: string;
  figure: string;
};

const noEntry: Omit<Entry, 'stance'> = {
  title: '',
  url: '',
  publisher: '',
  published: '',
  kind: 'secondary',
  origin: '',
  known: null,
  excerpt: '',
  locator: '',
  figure: '',
};

/** A draft as this form wrote it: from an older form, or by another hand, its unknown parts are left out. */
function entryFrom(draft: string, blank: Entry): Entry {
  try {
    return { ...blank, ...JSON.parse(draft) };
  } catch {
    return blank;
  }
}

/** Names a source that the desk has, or a new one, and says what it says about the claim. */
export function EvidenceForm({ target, pending, isFigure, cited, onSubmit, onCancel }: EvidenceFormProps) {
  const t = useTranslations('review.evidence');
  const words = useTranslations('words');
  const shell = useTranslations('shell');
  const locale = useLocale();
  const format = useFormatter();
  const refusalText = useRefusalText();
  const stance: Stance = pending === 'false' || pending === 'disputed' ? 'refutes' : 'supports';
  const blank: Entry = { ...noEntry, stance };
  const draft = useDraft(target.personId, `evidence:${target.claimId}`, '');
  const entry = entryFrom(draft.text, blank);
  const { title, url, known } = entry;
  // What is typed while a page is on its way is not lost to it.
  const latest = useRef(entry);
  latest.current = entry;
  const change = (changed: Partial<Entry>) => draft.type(JSON.stringify({ ...latest.current, ...changed }));
  const [isFilling, setFilling] = useState(false);
  const [filled, setFilled] = useState<Result<unknown> | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const found = useSourceSearch(known ? '' : title);
  const id = useId();

  const errorAt = (...fields: string[]) =>
    refusal?.field && fields.some((field) => refusal.field?.endsWith(field)) ? refusalText(refusal) : undefined;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { publisher, published, kind, origin, excerpt, locator, figure } = entry;
    setBusy(true);
    const answer = await onSubmit({
      source: known
        ? { id: known.id }
        : {
            title,
            url,
            publisher,
            published,
            accessed: new Date().toISOString().slice(0, 10),
            kind,
            originId: origin,
          },
      stance: entry.stance,
      excerpt,
      locator,
      figure,
    });
    setBusy(false);
    if (answer.ok) return draft.forget();
    setRefusal(answer);
    form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }

  /** Takes from the page what nobody has typed; the page itself is kept with the source. */
  async function fill() {
    setFilling(true);
    const answer = await captureSource({ url: url.trim() }).catch(() => refuse('no-answer'));
    setFilling(false);
    setFilled(answer);
    if (!answer.ok) return;
    const { title: named, publisher, published } = answer.value;
    const now = latest.current;
    change({
      title: now.title || named || '',
      publisher: now.publisher || publisher || '',
      published: now.published || published || '',
    });
  }

  function nameSource(value: string) {
    // A pasted address belongs in its own field.
    if (isWebAddress(value.trim())) {
      change({ url: value.trim() });
      if (!title) form.current?.querySelector<HTMLInputElement>('[name=title]')?.focus();
      return;
    }
    change({ title: value });
  }

  return (
    <form
      ref={form}
      onSubmit={submit}
      className="mt-3 grid gap-3 border-t border-line-2 pt-3"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) form.current?.requestSubmit();
        if (event.key === 'Escape') onCancel();
      }}
    >
      {pending && (
        <p className="rounded-r-md border-l-3 border-accent bg-accent-wash px-2.5 py-1.5 text-[13px]">
          {t('needed', { verdict: words(`standing.${pending}`) })}
        </p>
      )}
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
                checked={entry.stance === value}
                onChange={() => change({ stance: value })}
              />
              {words(`stance.${value}`)}
            </label>
          ))}
        </div>
      </fieldset>
      {known ? (
        <div className="flex items-start gap-2 rounded-md border border-line bg-wash px-2.5 py-2 text-[13px]">
          <span className="flex-1">
            <span className="font-medium">{known.title}</span>
            <span className="block text-ink-3">
              {[known.publisher, showPartialDate(format, known.published), words(`sourceKind.${known.kind}`)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          <button type="button" className="text-accent hover:underline" onClick={() => change({ known: null })}>
            {t('another')}
          </button>
        </div>
      ) : (
        <>
          <Field label={t('title')} error={errorAt('title')}>
            <TextInput
              name="title"
              autoFocus
              autoComplete="off"
              value={title}
              maxLength={500}
              placeholder={t('titleHint')}
              aria-invalid={Boolean(errorAt('title'))}
              aria-describedby={`${id}-found`}
              onChange={(event) => nameSource(event.target.value)}
            />
          </Field>
          <div id={`${id}-found`} className={found.length ? '' : 'hidden'}>
            <span className="mb-1 block text-[12px] text-ink-3">{t('known')}</span>
            {found.map((source) => (
              <button
                key={source.id}
                type="button"
                className="block w-full rounded px-2 py-1 text-left text-[13px] hover:bg-wash"
                onClick={() => change({ known: source })}
              >
                {source.title}
                <span className="text-ink-3"> · {source.publisher ?? words(`sourceKind.${source.kind}`)}</span>
              </button>
            ))}
          </div>
          <Field label={t('url')} error={errorAt('url')}>
            <TextInput
              name="url"
              inputMode="url"
              value={url}
              placeholder="https://"
              aria-invalid={Boolean(errorAt('url'))}
              onChange={(event) => change({ url: event.target.value })}
            />
          </Field>
          {isWebAddress(url.trim()) && (
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
          )}
          <div className="grid grid-cols-2 gap-3">
            <Field label={t('publisher')} error={errorAt('publisher')}>
              <TextInput
                name="publisher"
                maxLength={200}
                value={entry.publisher}
                onChange={(event) => change({ publisher: event.target.value })}
              />
            </Field>
            <Field label={t('published')} error={errorAt('published')}>
              <TextInput
                name="published"
                placeholder="2023-02-14"
                value={entry.published}
                aria-invalid={Boolean(errorAt('published'))}
                onChange={(event) => change({ published: event.target.value })}
              />
            </Field>
            <Field label={t('kind')}>
              <Select
                name="kind"
                value={entry.kind}
                onChange={(event) => change({ kind: event.target.value as SourceKind })}
              >
                {sourceKinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {words(`sourceKind.${kind}`)}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label={t('origin')}>
              <Select name="origin" value={entry.origin} onChange={(event) => change({ origin: event.target.value })}>
                <option value="">{t('originNone')}</option>
                {cited.map((source) => (
                  <option key={source.id} value={source.id}>
                    {source.title}
                  </option>
                ))}
              </Select>
            </Field>
          </div>
        </>
      )}
      <Field label={t('excerpt')} hint={t('excerptHint')} error={errorAt('excerpt')}>
        <TextArea
          name="excerpt"
          rows={3}
          maxLength={4000}
          className="font-serif"
          lang={locale}
          value={entry.excerpt}
          onChange={(event) => change({ excerpt: event.target.value })}
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
            onChange={(event) => change({ figure: event.target.value })}
          />
        </Field>
      )}
      <Field label={t('locator')} error={errorAt('locator')}>
        <TextInput
          name="locator"
          placeholder={t('locatorHint')}
          maxLength={200}
          value={entry.locator}
          onChange={(event) => change({ locator: event.target.value })}
        />
      </Field>
      {refusal && !refusal.field && (
        <p role="alert" className="text-[13px] text-false">
          {refusalText(refusal)}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button
          look="quiet"
          onClick={() => {
            draft.forget();
            onCancel();
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

/** Sources of the desk that hold what was typed, a moment after the typing rests. */
function useSourceSearch(search: string): SourceView[] {
  const [found, setFound] = useState<SourceView[]>([]);
  useEffect(() => {
    const wanted = search.trim();
    if (wanted.length < 2) {
      setFound([]);
      return;
    }
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const answer = await searchSources({ search: wanted });
      if (isCurrent && answer.ok) setFound(answer.value);
    }, 200);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [search]);
  return found;
}
