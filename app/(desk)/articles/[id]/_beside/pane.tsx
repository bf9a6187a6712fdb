'use client';

import { type KeyboardEvent, useEffect, useRef } from 'react';
import { FileViewer } from '../../../_viewer/file-viewer';
import type { Beside } from './beside';

/** Keys that scroll what is focused here; the review would take them for the text's. */
const scrolling = [
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'PageUp',
  'PageDown',
  'Home',
  'End',
  ' ',
  'Enter',
];

/** A file beside the article; on a smaller screen over all of it. The review's own keys go on working where both are seen. */
export function Pane({ beside, onClose }: { beside: Beside; onClose: () => void }) {
  const pane = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const { source, file, place, opener } = beside;
  useEffect(() => {
    const element = pane.current;
    if (matchMedia('(width >= 80rem)').matches) element?.show();
    else if (element) {
      // While it lies over the review, no key is the review's.
      element.role = 'dialog';
      element.showModal();
    }
  }, []);
  useEffect(() => {
    title.current?.focus();
    return () => opener.focus();
  }, [opener]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    }
    if (scrolling.includes(event.key)) event.nativeEvent.stopImmediatePropagation();
  };
  return (
    <dialog
      ref={pane}
      aria-label={file.name}
      className="fixed inset-0 z-30 m-0 h-dvh max-h-none w-full max-w-none bg-paper p-0 text-ink xl:top-13 xl:right-0 xl:left-auto xl:h-[calc(100dvh-3.25rem)] xl:w-[44vw] xl:border-l xl:border-line"
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <FileViewer
        sourceId={source.id}
        file={file}
        place={place}
        title={
          <>
            <p className="truncate text-[12.5px] text-ink-2">{source.title}</p>
            <h2 ref={title} tabIndex={-1} className="truncate font-medium outline-none" title={file.name}>
              {file.name}
            </h2>
          </>
        }
        onClose={onClose}
      />
    </dialog>
  );
}
