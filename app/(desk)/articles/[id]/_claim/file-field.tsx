'use client';

import { Paperclip } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useContext } from 'react';
import { Button } from '#ui/button';
import { fileSize } from '../../../../words/file-size';
import { ReaderChoice } from '../../../_files/reader-choice';
import { FileKeeping } from './keeping';

type FileFieldProps = {
  file: File;
  /** How much of it is sent, from 0 to 1; null while it is not being sent. */
  share: number | null;
  /** Breaks the sending off. */
  onStop: () => void;
  /** Who sees it besides whoever adds it; null for all. */
  readers: string[] | null;
  onReaders: (readers: string[] | null) => void;
  meId: string;
};

/** The file that is to be evidence, who sees it, and how far it is sent. */
export function FileField({ file, share, onStop, readers, onReaders, meId }: FileFieldProps) {
  const t = useTranslations('review.evidence');
  const secret = useTranslations('sources.files.secret');
  const format = useFormatter();
  const { people } = useContext(FileKeeping);
  const sent = share !== null && format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <div className="grid gap-2 rounded-md border border-line bg-wash px-2.5 py-2 text-[13px]">
      <p className="flex items-center gap-1.5">
        <Paperclip size={14} aria-hidden="true" className="shrink-0 text-ink-3" />
        <span className="min-w-0 flex-1 font-medium wrap-anywhere">{file.name}</span>
        <span className="num text-ink-3">{sent ? t('sent', { share: sent }) : fileSize(format, file.size)}</span>
        {share !== null && (
          <Button size="small" look="quiet" onClick={onStop}>
            {t('stopSending')}
          </Button>
        )}
      </p>
      {share !== null && <progress className="sr-only" value={share} aria-label={file.name} />}
      <label className="flex w-fit items-center gap-1.5">
        <input
          type="checkbox"
          disabled={share !== null}
          checked={readers !== null}
          onChange={({ target }) => onReaders(target.checked ? [] : null)}
        />
        {secret('confidential')}
      </label>
      {readers !== null && (
        <>
          <p className="text-[12.5px] text-ink-2">{t('confidentialSource')}</p>
          <ReaderChoice people={people.filter(({ id }) => id !== meId)} chosen={readers} onChange={onReaders} />
        </>
      )}
    </div>
  );
}
