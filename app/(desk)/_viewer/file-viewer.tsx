'use client';

import { Check, Download, Link2, X } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type ReactNode, Suspense, useMemo, useRef, useState } from 'react';
import { type Locator, locatorInAddress } from '#lib/domain/files/locator';
import { type FileView, isShownInBrowser, kindOfType } from '#lib/domain/files/source-file';
import { buttonClass } from '#ui/button';
import { IconButton } from '#ui/icon-button';
import { LockMark } from '#ui/lock-mark';
import { TextInput } from '#ui/text-control';
import { useRead } from '../../browser/use-read';
import { CannotShow } from './cannot-show';
import { fileAddress, longestWords, type ShownPlace, type ViewProps, viewerAddress } from './shown-file';

// What a page's policy lets a script place, it does not let the server's markup: these are drawn in the browser alone.
const PdfView = dynamic(() => import('./_pdf/pdf-view').then((view) => view.PdfView), { ssr: false });
const PictureView = dynamic(() => import('./picture-view').then((view) => view.PictureView), { ssr: false });
const MediaView = dynamic(() => import('./media-view').then((view) => view.MediaView), { ssr: false });
const ReadTextView = dynamic(() => import('./read-text-view').then((view) => view.ReadTextView), { ssr: false });
const TextView = dynamic(() => import('./text-view').then((view) => view.TextView), { ssr: false });

type FileViewerProps = {
  sourceId: string;
  file: Pick<FileView, 'id' | 'name' | 'mediaType' | 'size' | 'confidential'>;
  /** Where to open it. */
  place: ShownPlace;
  /** The file's name as a heading, and what stands before it. */
  title: ReactNode;
  /** Null where the viewer is a page of its own. */
  onClose: (() => void) | null;
};

/** A file of a source, opened at a place in it. */
export function FileViewer({ sourceId, file, place, title, onClose }: FileViewerProps) {
  const t = useTranslations('sources.viewer');
  const { id: fileId, name, mediaType, size } = file;
  const ids = useMemo(() => ({ sourceId, fileId }), [sourceId, fileId]);
  const shown = useMemo(() => ({ name, mediaType, size, address: fileAddress(ids) }), [name, mediaType, size, ids]);
  const words = useWords(shown.address, place);
  const copied = useRef<() => ShownPlace>(() => place);
  const [link, setLink] = useState<{ address: string; isCopied: boolean } | null>(null);
  const copy = async () => {
    const address = new URL(viewerAddress(ids, copied.current()), location.href).href;
    // Browsers keep the clipboard from pages that came over plain http under another name than localhost.
    const isCopied = await navigator.clipboard?.writeText(address).then(
      () => true,
      () => false,
    );
    setLink({ address, isCopied: isCopied ?? false });
  };
  return (
    <div className="flex h-full min-h-0 flex-col bg-paper">
      <div className="flex items-center gap-1.5 border-b border-line-2 py-1.5 pr-2 pl-3">
        <div className="min-w-0 flex-1">{title}</div>
        {file.confidential && <LockMark label={t('confidential')} />}
        <button type="button" className={`${buttonClass('quiet', 'small')} shrink-0`} onClick={() => void copy()}>
          {link?.isCopied ? <Check size={15} aria-hidden="true" /> : <Link2 size={15} aria-hidden="true" />}
          <span aria-live="polite" className="max-sm:sr-only">
            {link?.isCopied ? t('copied') : t('copy')}
          </span>
        </button>
        <a
          href={shown.address}
          download={name}
          aria-label={t('saveOf', { name })}
          className={`${buttonClass('quiet', 'small')} shrink-0`}
        >
          <Download size={15} aria-hidden="true" /> <span className="max-sm:sr-only">{t('save')}</span>
        </a>
        {onClose && (
          <IconButton label={t('close')} onClick={onClose}>
            <X size={17} />
          </IconButton>
        )}
      </div>
      {link && !link.isCopied && (
        <TextInput
          readOnly
          autoFocus
          aria-label={t('link')}
          className="m-2 w-auto font-mono text-[12.5px]"
          value={link.address}
          onFocus={({ target }) => target.select()}
        />
      )}
      <Suspense fallback={<p className="p-6 text-center text-ink-3">{t('opening')}</p>}>
        <Content file={shown} locator={place.locator} words={words} copied={copied} />
      </Suspense>
    </div>
  );
}

/** The words of a place: those that came with it, or what the desk read between its offsets. */
function useWords(address: string, { locator, words }: ShownPlace): string {
  const passage = passageOf(locator);
  const isAsked = words === '' && passage !== null;
  const { value } = useRead<{ part: { text: string } | null }>(isAsked ? `${address}/text?part=${passage.part}` : null);
  if (!isAsked) return words;
  return (value?.part?.text ?? '').slice(passage.start, passage.end).slice(0, longestWords).toWellFormed();
}

/** The part of the text that the desk read of the file, and offsets in it; null where a place has none. */
function passageOf(locator: Locator | null): { part: number; start: number; end: number } | null {
  if (locator?.kind === 'text') return { part: 0, start: locator.start, end: locator.end };
  if (locator?.kind !== 'page' || locator.start === undefined || locator.end === undefined) return null;
  return { part: locator.page - 1, start: locator.start, end: locator.end };
}

function Content(props: ViewProps) {
  const t = useTranslations('sources.viewer');
  const { file, locator } = props;
  const kind = kindOfType(file.mediaType);
  const isPlayed = isShownInBrowser(file.mediaType);
  if (kind === 'pdf') return <PdfView {...props} />;
  if (kind === 'image' && isPlayed) return <PictureView key={locator ? locatorInAddress(locator) : ''} {...props} />;
  if ((kind === 'audio' || kind === 'video') && isPlayed) return <MediaView kind={kind} {...props} />;
  if (kind === 'text') return <TextView {...props} />;
  if (kind === 'image' || kind === 'audio' || kind === 'video')
    return <CannotShow file={file}>{t('cannot.media')}</CannotShow>;
  return <ReadTextView {...props} />;
}
