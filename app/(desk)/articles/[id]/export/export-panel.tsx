'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import {
  type ClaimFilter,
  everyClaim,
  type ListFormat,
  type ListPreset,
  listFormats,
  listPresets,
  ownText,
  presetOf,
  queryOf,
  takesFilter,
} from '#lib/domain/exchange/claim-list';
import { Button, buttonClass } from '#ui/button';
import { useRefusalText } from '../../../../i18n/refusal';
import { ExportBeginning } from './export-beginning';
import { type DownloadState, useDownload, usePreview } from './use-export';

const presets = Object.keys(listPresets) as ListPreset[];
const legendClass = 'mb-1.5 text-[12.5px] font-medium text-ink-2';

/** Which claims go out, as what, how that begins, and the download with how far it has come. */
export function ExportPanel({ articleId }: { articleId: string }) {
  const t = useTranslations('export');
  const [filter, setFilter] = useState<ClaimFilter>(everyClaim);
  const [format, setFormat] = useState<ListFormat>('xlsx');
  const [withConfidential, setWithConfidential] = useState(false);
  const query = takesFilter(format) ? queryOf(filter) : new URLSearchParams();
  const isPacket = format === 'packet';
  query.append('format', format);
  if (isPacket && withConfidential) query.append('confidential', '1');
  const address = `/articles/${articleId}/export?${query}`;
  const { preview, isLoading, hasFailed, refusal, retry } = usePreview(address);
  const refusalText = useRefusalText();
  const { state, start, cancel } = useDownload(address);
  const count = preview?.count ?? 0;
  const isEmpty = preview !== null && count === 0 && takesFilter(format);
  // Whoever may not have one, or cannot have one that large, is told before they ask for it.
  const isRefused = isPacket && hasFailed;
  return (
    <div className="grid gap-x-7 gap-y-5 md:grid-cols-2">
      <section aria-label={t('which')} className="min-w-0">
        <h3 className="mb-2 font-serif text-[15px] font-semibold">{t('which')}</h3>
        {takesFilter(format) ? (
          <FilterFields filter={filter} choices={preview?.choices ?? null} onFilter={setFilter} />
        ) : (
          <p className="text-ink-2">{t(isPacket ? 'wholePacket' : 'wholeArticle')}</p>
        )}
        {isPacket && (
          <label className="mt-2 flex items-baseline gap-2">
            <input
              type="checkbox"
              className="translate-y-px accent-(--accent)"
              checked={withConfidential}
              onChange={(event) => setWithConfidential(event.target.checked)}
            />
            {t('withConfidential')}
          </label>
        )}
      </section>
      <fieldset className="min-w-0">
        <legend className="mb-2 font-serif text-[15px] font-semibold">{t('form')}</legend>
        <div className="grid gap-1.5 sm:grid-cols-2">
          {listFormats.map((one) => (
            <label
              key={one}
              className="flex cursor-pointer items-baseline gap-2.5 rounded-md border border-line-2 px-2.5 py-1.5 hover:bg-wash has-checked:border-accent has-checked:bg-accent-wash has-focus-visible:outline-2 has-focus-visible:outline-accent"
            >
              <input
                type="radio"
                name="export-format"
                className="translate-y-px accent-(--accent)"
                checked={one === format}
                onChange={() => setFormat(one)}
              />
              <span className="min-w-0">
                <span className="font-medium">{t(`format.${one}.name`)}</span>
                <span className="block text-[12px]/[1.4] text-ink-3">{t(`format.${one}.who`)}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <section aria-label={t(isPacket ? 'holds' : 'preview')} aria-busy={isLoading} className="min-w-0 md:col-span-2">
        <h3 className={legendClass}>{t(isPacket ? 'holds' : 'preview')}</h3>
        {hasFailed ? (
          <p role="alert" className="flex flex-wrap items-center gap-3 text-false">
            {isRefused && refusal ? refusalText(refusal) : t('previewFailed')}
            <Button size="small" onClick={retry}>
              {t('retry')}
            </Button>
          </p>
        ) : (
          <div className={`transition-opacity ${isLoading && preview ? 'opacity-60' : ''}`}>
            {!preview && <p className="text-ink-3">{t('loading')}</p>}
            {isEmpty && (
              <p className="rounded-lg border border-dashed border-line px-4 py-6 text-center text-ink-2">
                {t(format === 'claim-review' ? 'previewUnsettled' : 'previewNone')}
              </p>
            )}
            {preview?.beginning && <ExportBeginning beginning={preview.beginning} />}
            {format === 'claim-review' && <p className="mt-2 text-[12.5px] text-ink-2">{t('claimReviewSays')}</p>}
          </div>
        )}
      </section>
      <footer className="sticky -bottom-5 -mx-5 -mb-5 grid gap-2 border-t border-line bg-sheet px-5 py-3 md:col-span-2">
        <Progress state={state} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p role="status" className="num flex-1 text-ink-2">
            {preview ? t('count', { count, total: preview.total }) : t('loading')}
          </p>
          {state.is === 'running' ? (
            <Button onClick={cancel}>{t('cancel')}</Button>
          ) : (
            <a
              href={address}
              download
              aria-disabled={isEmpty || isRefused}
              className={buttonClass('primary')}
              onClick={(event) => {
                // A packet may be larger than a page can hold: the browser saves it as it comes.
                if (isPacket && !isRefused) return;
                event.preventDefault();
                if (!isEmpty && !isRefused) void start();
              }}
            >
              <Download size={15} /> {t(state.is === 'failed' ? 'retry' : 'download')}
            </a>
          )}
        </div>
      </footer>
    </div>
  );
}

type FilterFieldsProps = {
  filter: ClaimFilter;
  choices: NonNullable<ReturnType<typeof usePreview>['preview']>['choices'] | null;
  onFilter: (filter: ClaimFilter) => void;
};

/** The usual choices as buttons, and each part of the filter as boxes to tick, with how many claims each adds. */
function FilterFields({ filter, choices, onFilter }: FilterFieldsProps) {
  const t = useTranslations('export');
  const words = useTranslations('words');
  const preset = presetOf(filter);
  const toggle = <Value extends string>(part: readonly Value[], value: Value) =>
    part.includes(value) ? part.filter((one) => one !== value) : [...part, value];
  const chip = 'rounded-md border border-line px-2.5 py-1 text-[13px] text-ink-2 hover:text-ink';
  return (
    <div className="grid gap-3.5">
      <div role="group" aria-label={t('preset.label')} className="flex flex-wrap gap-1.5">
        {presets.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={preset === one}
            className={`${chip} aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-paper`}
            onClick={() => onFilter(listPresets[one])}
          >
            {t(`preset.${one}`)}
          </button>
        ))}
      </div>
      {choices && (
        <>
          <Boxes
            legend={t('standing')}
            chosen={filter.standings}
            options={choices.standings.map((one) => ({ ...one, name: words(`standing.${one.value}`) }))}
            onToggle={(value) => onFilter({ ...filter, standings: toggle(filter.standings, value) })}
          />
          <Boxes
            legend={t('kind')}
            chosen={filter.kinds}
            options={choices.kinds.map((one) => ({ ...one, name: words(`kind.${one.value}`) }))}
            onToggle={(value) => onFilter({ ...filter, kinds: toggle(filter.kinds, value) })}
          />
          <Boxes
            legend={t('speaker')}
            chosen={filter.speakers}
            options={choices.speakers.map((one) => ({
              ...one,
              name: one.value === ownText ? t('ownText') : (one.name ?? ''),
            }))}
            onToggle={(value) => onFilter({ ...filter, speakers: toggle(filter.speakers, value) })}
          />
          <Boxes
            legend={t('reviewer')}
            chosen={filter.reviewers}
            options={choices.reviewers.map((one) => ({ ...one, name: one.name ?? '' }))}
            onToggle={(value) => onFilter({ ...filter, reviewers: toggle(filter.reviewers, value) })}
          />
        </>
      )}
    </div>
  );
}

type BoxesProps<Value extends string> = {
  legend: string;
  options: { value: Value; name: string; count: number }[];
  chosen: readonly Value[];
  onToggle: (value: Value) => void;
};

function Boxes<Value extends string>({ legend, options, chosen, onToggle }: BoxesProps<Value>) {
  // One that everything shares would choose nothing.
  if (options.length < 2 && chosen.length === 0) return null;
  return (
    <fieldset>
      <legend className={legendClass}>{legend}</legend>
      <div className="flex max-h-28 flex-wrap gap-1.5 overflow-y-auto p-0.5">
        {options.map(({ value, name, count }) => (
          <label
            key={value}
            className="flex cursor-pointer items-center gap-1.5 rounded-full border border-line bg-sheet py-0.5 pr-2.5 pl-2 text-[12.5px] text-ink-2 hover:text-ink has-checked:border-accent has-checked:bg-accent-wash has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="checkbox"
              className="size-3 accent-(--accent)"
              checked={chosen.includes(value)}
              onChange={() => onToggle(value)}
            />
            {name} <span className="num text-ink-3">{count}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Progress({ state }: { state: DownloadState }) {
  const t = useTranslations('export');
  const refusalText = useRefusalText();
  const size = useSize();
  if (state.is === 'idle') return null;
  if (state.is === 'failed') {
    return (
      <p role="alert" className="text-[13px] text-false">
        {state.refusal ? t('refused', { reason: refusalText(state.refusal) }) : t('failed')}
      </p>
    );
  }
  if (state.is === 'done') {
    return (
      <p role="status" className="num text-[13px] text-verified">
        {t('done', { size: size(state.bytes) })}
      </p>
    );
  }
  const { written, count, bytes } = state;
  return (
    <div className="grid gap-1">
      <progress
        aria-label={t('progress')}
        className="h-1.5 w-full accent-(--accent)"
        max={count || 1}
        value={bytes === 0 ? undefined : written}
      />
      <p className="num text-[12.5px] text-ink-3">
        {bytes === 0 ? t('starting') : t('written', { written, count, size: size(bytes) })}
      </p>
    </div>
  );
}

function useSize(): (bytes: number) => string {
  const t = useTranslations('export.size');
  return (bytes) => {
    if (bytes < 1_000) return t('bytes', { size: bytes });
    if (bytes < 1_000_000) return t('kilobytes', { size: Math.round(bytes / 1_000) });
    return t('megabytes', { size: Math.round(bytes / 100_000) / 10 });
  };
}
