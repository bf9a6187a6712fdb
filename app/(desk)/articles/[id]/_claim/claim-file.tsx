'use client';

import { Paperclip } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useContext, useEffect, useId, useRef } from 'react';
import { toast } from 'sonner';
import { megabyte } from '#lib/domain/files/source-file';
import { refuse } from '#lib/domain/refusal';
import { buttonClass } from '#ui/button';
import { useRefusalText } from '../../../../i18n/refusal';
import { FileKeeping } from './keeping';

type ClaimFileProps = {
  /** Whether there is one already. */
  hasFile: boolean;
  onFile: (file: File) => void;
};

/** Takes a file for a claim: chosen, or dropped anywhere on its card. */
export function ClaimFile({ hasFile, onFile }: ClaimFileProps) {
  const t = useTranslations('review.evidence');
  const refusalText = useRefusalText();
  const { limit } = useContext(FileKeeping);
  const inputId = useId();
  const place = useRef<HTMLLabelElement>(null);
  const take = useRef<(files: FileList | null) => void>(() => {});
  useEffect(() => {
    take.current = (files) => {
      const [file, more] = files ?? [];
      if (!file) return;
      if (more) toast.error(t('oneFile'));
      else if (file.size > limit * megabyte) toast.error(refusalText(refuse('file-too-large', { values: { limit } })));
      else onFile(file);
    };
  });
  useEffect(() => {
    const card = place.current?.closest<HTMLElement>('[data-card]');
    if (!card) return;
    const ending = new AbortController();
    const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;
    const mark = (isOver: boolean) => card.toggleAttribute('data-drop', isOver);
    const on = (name: 'dragover' | 'dragleave' | 'drop', run: (event: DragEvent) => void) =>
      card.addEventListener(name, run, { signal: ending.signal });
    on('dragover', (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      mark(true);
    });
    on('dragleave', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && card.contains(relatedTarget))) mark(false);
    });
    on('drop', (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      mark(false);
      take.current(event.dataTransfer?.files ?? null);
    });
    return () => {
      mark(false);
      ending.abort();
    };
  }, []);
  return (
    <label
      ref={place}
      htmlFor={inputId}
      title={t('fileHint', { limit })}
      className={`${buttonClass('plain', 'small')} cursor-pointer focus-within:outline-2`}
    >
      <Paperclip size={14} aria-hidden="true" /> {t(hasFile ? 'anotherFile' : 'addFile')}
      <input
        id={inputId}
        type="file"
        className="sr-only"
        onChange={({ target }) => {
          take.current(target.files);
          target.value = '';
        }}
      />
    </label>
  );
}
