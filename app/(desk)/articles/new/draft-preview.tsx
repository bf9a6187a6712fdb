'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, memo, useCallback, useState } from 'react';
import {
  type ArticleDraft,
  type ArticleFacts,
  type DraftParagraph,
  type ParagraphKind,
  paragraphKinds,
} from '#lib/domain/articles/article';
import { isOfferedEncoding, type OfferedEncoding, type TextEncoding } from '#lib/domain/articles/intake-draft';
import type { Duplicate } from '#lib/domain/articles/near-duplicate';
import type { Refusal } from '#lib/domain/refusal';
import { Button } from '#ui/button';
import { useRefusalText } from '../../../i18n/refusal';
import { FactsFields, isAboutFacts } from '../facts-fields';
import { DuplicateNotice } from './duplicate-notice';

type DraftPreviewProps = {
  draft: ArticleDraft;
  duplicates: Duplicate[];
  snapshotId: string | null;
  encoding: TextEncoding | null;
  /** Reads the same again in another encoding; what was corrected is lost. */
  onReadAs: (encoding: OfferedEncoding) => Promise<Refusal | null>;
  onSave: (draft: ArticleDraft) => Promise<Refusal | null>;
  onBack: () => void;
};

/** What was read, before anything is stored: facts to correct, paragraphs to keep or set aside. */
export function DraftPreview(props: DraftPreviewProps) {
  const { draft, duplicates, snapshotId, encoding, onReadAs, onSave, onBack } = props;
  const t = useTranslations('intake');
  const words = useTranslations('words');
  const refusalText = useRefusalText();
  const [facts, setFacts] = useState<ArticleFacts>(draft);
  const [paragraphs, setParagraphs] = useState(draft.paragraphs);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const kept = paragraphs.filter(({ kind }) => kind !== 'boilerplate').length;

  const setKind = useCallback((index: number, kind: ParagraphKind) => {
    setParagraphs((old) => old.map((paragraph, at) => (at === index ? { ...paragraph, kind } : paragraph)));
  }, []);
  const setRun = useCallback((from: number, to: number, kind: ParagraphKind) => {
    setParagraphs((old) => old.map((paragraph, at) => (at >= from && at < to ? { ...paragraph, kind } : paragraph)));
  }, []);

  async function readAgain(chosen: OfferedEncoding) {
    setBusy(true);
    setRefusal(await onReadAs(chosen));
    setBusy(false);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const { title, publisher, url, byline, publishedOn, language } = facts;
    const refused = await onSave({ title, publisher, url, byline, publishedOn, language, paragraphs, notices: [] });
    setRefusal(refused);
    if (refused) setBusy(false);
  }

  return (
    <form onSubmit={submit}>
      <h1 className="mb-1 font-serif text-[26px] font-semibold tracking-tight">{t('new.preview')}</h1>
      <p className="mb-4 text-ink-2">{t('new.previewText')}</p>
      {draft.notices.length > 0 && (
        <ul className="mb-4 grid gap-1 rounded-r-md border-l-3 border-disputed bg-disputed-wash px-3 py-2 text-[13px]">
          {draft.notices.map((notice) => (
            <li key={notice.code}>{t(`notice.${notice.code}`, { count: 0, encoding: '', value: '', ...notice })}</li>
          ))}
        </ul>
      )}
      <DuplicateNotice duplicates={duplicates} />
      <div className="mb-2 flex min-h-7 flex-wrap items-center gap-x-4 gap-y-1 text-[13px]">
        {snapshotId && (
          <a href={`/snapshots/${snapshotId}`} target="_blank" rel="noreferrer" className="text-accent hover:underline">
            {t('snapshot.link')}
          </a>
        )}
        {encoding && encoding.others.length > 0 && (
          <ReadAs encoding={encoding} isBusy={isBusy} onChoose={(chosen) => void readAgain(chosen)} />
        )}
      </div>
      <div className="mb-6 rounded-xl border border-line bg-sheet p-4">
        <FactsFields facts={facts} refusal={refusal} onChange={setFacts} />
      </div>
      <p className="num mb-2 text-[13px] text-ink-2">
        {draft.source && `${t(`new.source.${draft.source.of}`, { count: draft.source.paragraphs })} `}
        {t('new.count', { kept, dropped: paragraphs.length - kept })}
        {draft.source?.of === 'document' &&
          draft.source.stated > 0 &&
          ` ${t('new.source.stated', { count: draft.source.stated })}`}
      </p>
      <ol lang={facts.language} className="rounded-xl border border-line bg-sheet py-2">
        {paragraphs.map((paragraph, index) => {
          const run = asideRun(paragraphs, index);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs keep their places here
            <li key={index} className="[contain-intrinsic-size:auto_64px] [content-visibility:auto]">
              {run && (
                <div className="mx-4 mt-3 mb-1 flex items-center gap-3 border-t border-line-2 pt-3 text-[12.5px] text-ink-2">
                  <span className="flex-1">{paragraph.reason && words(`reason.${paragraph.reason}`)}</span>
                  <Button size="small" onClick={() => setRun(run.from, run.to, 'body')}>
                    {run.to - run.from === 1 ? t('new.keep') : `${t('new.keepAll')} (${run.to - run.from})`}
                  </Button>
                </div>
              )}
              <PreviewParagraph paragraph={paragraph} index={index} onKind={setKind} />
            </li>
          );
        })}
      </ol>
      <div className="sticky bottom-0 mt-4 flex flex-wrap items-center gap-3 border-t border-line bg-paper py-3">
        <Button look="quiet" onClick={onBack}>
          {t('new.back')}
        </Button>
        <span role="alert" className="min-w-40 flex-1 text-false">
          {refusal && !isAboutFacts(refusal) && refusalText(refusal)}
        </span>
        <Button look="primary" type="submit" disabled={isBusy}>
          {isBusy ? t('new.saving') : t('new.start')}
        </Button>
      </div>
    </form>
  );
}

type ReadAsProps = { encoding: TextEncoding; isBusy: boolean; onChoose: (encoding: OfferedEncoding) => void };

/** The encodings in which the bytes may be text; garbled letters show that the chosen one is wrong. */
function ReadAs({ encoding: { used, others }, isBusy, onChoose }: ReadAsProps) {
  const t = useTranslations('intake.new');
  return (
    <label className="flex items-center gap-2 text-ink-2">
      {t('readAs')}
      <select
        className="h-7 rounded border border-line bg-sheet px-1 font-sans text-[12.5px] text-ink-2"
        value={used}
        disabled={isBusy}
        onChange={({ target: { value } }) => isOfferedEncoding(value) && onChoose(value)}
      >
        {[used, ...others].map((name) => (
          <option key={name} value={name}>
            {isOfferedEncoding(name) ? `${t(`encoding.${name}`)} (${name.toUpperCase()})` : name.toUpperCase()}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The run of set-aside paragraphs that begins at `index`, if one begins there. */
function asideRun(paragraphs: DraftParagraph[], index: number): { from: number; to: number } | null {
  const isAside = (at: number) => paragraphs[at]?.kind === 'boilerplate';
  if (!isAside(index) || isAside(index - 1)) return null;
  let to = index;
  while (isAside(to)) to += 1;
  return { from: index, to };
}

type PreviewParagraphProps = {
  paragraph: DraftParagraph;
  index: number;
  onKind: (index: number, kind: ParagraphKind) => void;
};

const PreviewParagraph = memo(function PreviewParagraph({ paragraph, index, onKind }: PreviewParagraphProps) {
  const t = useTranslations('intake.new');
  const words = useTranslations('words.paragraphKind');
  const { kind, text } = paragraph;
  const look =
    kind === 'boilerplate'
      ? 'text-[13.5px] text-ink-3'
      : kind === 'heading'
        ? 'font-serif text-[17px] font-semibold'
        : 'font-serif text-[16px]/[1.75]';
  return (
    <div className="grid grid-cols-[2.2rem_1fr] gap-x-3 px-4 py-1.5 sm:grid-cols-[2.2rem_1fr_8.5rem]">
      <span className="num pt-1 text-right font-mono text-[11px] text-ink-3">{index + 1}</span>
      <p className={`min-w-0 break-words ${look}`}>{text}</p>
      <select
        aria-label={t('kind', { number: index + 1 })}
        className="h-7 rounded border border-line bg-sheet px-1 font-sans text-[12.5px] text-ink-2 max-sm:col-start-2 max-sm:mt-1 max-sm:w-fit"
        value={kind}
        onChange={(event) => onKind(index, event.target.value as ParagraphKind)}
      >
        {paragraphKinds.map((value) => (
          <option key={value} value={value}>
            {words(value)}
          </option>
        ))}
      </select>
    </div>
  );
});
