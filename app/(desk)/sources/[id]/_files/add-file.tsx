'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { type ClipboardEvent, type DragEvent, useId, useRef, useState } from 'react';
import { toast } from 'sonner';
import { megabyte } from '#lib/domain/files/source-file';
import type { PersonView } from '#lib/domain/people/person-view';
import { type Refusal, refuse } from '#lib/domain/refusal';
import { Button, buttonClass } from '#ui/button';
import { newKey } from '../../../../browser/requests';
import { sendFile } from '../../../../browser/send-file';
import { useRefusalText } from '../../../../i18n/refusal';
import { ReaderChoice } from '../../../_files/reader-choice';

type Sending = { name: string; share: number };
type Left = { name: string; refusal: Refusal };

type AddFileProps = {
  sourceId: string;
  /** Of one file (MB). */
  limit: number;
  /** Who may be named to see a confidential file. */
  people: PersonView[];
};

/** Puts files on a source: chosen, dropped or pasted, one after the other, each of which can be broken off. */
export function AddFile({ sourceId, limit, people }: AddFileProps) {
  const t = useTranslations('sources.files');
  const secret = useTranslations('sources.files.secret');
  const hintId = useId();
  const format = useFormatter();
  const router = useRouter();
  const refusalText = useRefusalText();
  const inputId = useId();
  const [sending, setSending] = useState<Sending | null>(null);
  const [left, setLeft] = useState<Left[]>([]);
  const [isOver, setIsOver] = useState(false);
  const [isConfidential, setConfidential] = useState(false);
  const [readers, setReaders] = useState<string[]>([]);
  const breaker = useRef<AbortController | null>(null);
  const waiting = useRef<File[]>([]);

  async function take(files: File[]) {
    waiting.current.push(...files);
    if (breaker.current || waiting.current.length === 0) return;
    const controller = new AbortController();
    breaker.current = controller;
    setLeft([]);
    for (let file = waiting.current.shift(); file; file = waiting.current.shift()) {
      const { name } = file;
      const isStopped = controller.signal.aborted;
      const refusal = isStopped ? refuse('upload-stopped') : await put(file, controller.signal);
      if (refusal)
        setLeft((all) => [...all, { name, refusal: controller.signal.aborted ? refuse('upload-stopped') : refusal }]);
      else router.refresh();
    }
    breaker.current = null;
    setSending(null);
  }

  async function put(file: File, signal: AbortSignal): Promise<Refusal | null> {
    if (file.size > limit * megabyte) return refuse('file-too-large', { values: { limit } });
    setSending({ name: file.name, share: 0 });
    const query = new URLSearchParams({ name: file.name });
    if (isConfidential) query.set('confidential', '');
    if (isConfidential) for (const id of readers) query.append('reader', id);
    const address = `/api/sources/${sourceId}/files?${query}`;
    const onProgress = (share: number) => setSending({ name: file.name, share });
    const answer = await sendFile<{ name: string }>(address, file, { key: newKey(), signal, onProgress });
    if (!answer.ok) return answer;
    toast(t('done', { name: answer.value.name }));
    return null;
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    void take([...event.dataTransfer.files]);
  }

  return (
    <form
      className={`mt-3 rounded-lg border border-dashed px-4 py-3.5 ${isOver ? 'border-accent bg-accent-wash' : 'border-line'}`}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      onPaste={(event: ClipboardEvent) => void take([...event.clipboardData.files])}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <label htmlFor={inputId} className={`${buttonClass()} cursor-pointer focus-within:outline-2`}>
          {t('choose')}
          <input
            id={inputId}
            type="file"
            multiple
            className="sr-only"
            disabled={sending !== null}
            onChange={({ target }) => {
              void take([...(target.files ?? [])]);
              target.value = '';
            }}
          />
        </label>
        {sending === null ? (
          <span className="min-w-0 flex-1 basis-60 text-[12.5px] text-ink-3">{t('hint', { limit })}</span>
        ) : (
          <>
            <span className="num min-w-0 flex-1 text-[13px] text-ink-2 wrap-anywhere">
              {t('sending', {
                name: sending.name,
                share: format.number(sending.share, { style: 'percent', maximumFractionDigits: 0 }),
              })}
            </span>
            <progress className="sr-only" value={sending.share} aria-label={sending.name} />
            <Button size="small" look="quiet" onClick={() => breaker.current?.abort()}>
              {t('stop')}
            </Button>
          </>
        )}
      </div>
      <label className="mt-2.5 flex w-fit items-center gap-1.5 text-[13.5px]">
        <input
          type="checkbox"
          disabled={sending !== null}
          aria-describedby={isConfidential ? hintId : undefined}
          checked={isConfidential}
          onChange={({ target }) => setConfidential(target.checked)}
        />
        {secret('confidential')}
      </label>
      {isConfidential && (
        <div className="mt-1.5 grid gap-2">
          <p id={hintId} className="max-w-[70ch] text-[12.5px] text-ink-2">
            {secret('confidentialHint')}
          </p>
          <ReaderChoice people={people} chosen={readers} onChange={setReaders} />
        </div>
      )}
      {left.length > 0 && (
        <div role="alert" className="mt-2 text-[13px] text-false">
          <ul className="space-y-1">
            {left.map(({ name, refusal }) => (
              <li key={name} className="wrap-anywhere">
                {t('left', { name, why: refusalText(refusal) })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </form>
  );
}
