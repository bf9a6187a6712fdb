'use client';

import { FileUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type DragEvent, useRef, useState } from 'react';
import { Button } from '#ui/button';
import { TextArea } from '#ui/text-control';

type IntakeBoxProps = {
  text: string;
  isBusy: boolean;
  /** Whether what was brought was refused; the reason stands in #intake-refusal. */
  isRefused: boolean;
  onType: (text: string) => void;
  /** Takes the formatted text that a paste brings; blank where it has none. */
  onPaste: (html: string) => void;
  onFiles: (files: File[]) => void;
  onRead: () => void;
};

/** Where text is pasted or dropped and files are chosen. */
export function IntakeBox({ text, isBusy, isRefused, onType, onPaste, onFiles, onRead }: IntakeBoxProps) {
  const t = useTranslations('intake.new');
  const [isOver, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onFiles(files);
    else onType(event.dataTransfer.getData('text/plain'));
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a second way; the button is the first
    <div
      className={`rounded-xl border bg-sheet p-1.5 ${isOver ? 'border-accent bg-accent-wash' : 'border-line'}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <TextArea
        autoFocus
        aria-label={t('paste')}
        aria-invalid={isRefused}
        aria-describedby="intake-refusal"
        className="min-h-[46dvh] resize-y border-transparent bg-transparent font-serif text-[16px]/[1.8]"
        value={text}
        onPaste={(event) => onPaste(event.clipboardData.getData('text/html'))}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) onRead();
        }}
      />
      <div className="flex flex-wrap items-center gap-2 px-1.5 pt-2 pb-1">
        <input
          ref={chooser}
          type="file"
          multiple
          accept=".txt,.text,.md,.markdown,.html,.htm,.docx,.docm,.dotx,.dotm,.json,.zip"
          className="sr-only"
          aria-label={t('choose')}
          tabIndex={-1}
          onChange={(event) => {
            onFiles([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        <Button look="quiet" size="small" onClick={() => chooser.current?.click()}>
          <FileUp size={15} /> {t('choose')}
        </Button>
        <span className="hidden flex-1 text-[12.5px] text-ink-3 sm:inline">{t('drop')}</span>
        <span className="num ml-auto text-[12.5px] text-ink-3">{text && t('longText', { count: text.length })}</span>
        <Button look="primary" disabled={isBusy} onClick={onRead}>
          {isBusy ? t('reading') : t('read')}
        </Button>
      </div>
    </div>
  );
}
