'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { CannotShow } from './cannot-show';
import { findWords } from './passage';
import { longestWords, type ViewProps } from './shown-file';
import { ViewerBar } from './viewer-bar';

/** Bytes of a text that are shown: a long book. Longer ones are saved and opened elsewhere. */
const longest = 3_000_000;

/** A plain text, opened at a passage. */
export function TextView({ file, locator, words, copied }: ViewProps) {
  const t = useTranslations('sources.viewer');
  const text = useText(file.size <= longest ? file.address : null);
  const mark = useRef<HTMLElement>(null);
  const frame = useRef<HTMLElement>(null);
  const span = useMemo(() => {
    if (typeof text !== 'string' || words === '') return null;
    const found = findWords([text], words);
    return found && { start: found.from.offset, end: found.to.offset };
  }, [text, words]);
  const show = () => mark.current?.scrollIntoView({ block: 'center' });
  useEffect(() => {
    if (span) mark.current?.scrollIntoView({ block: 'center' });
  }, [span]);
  useEffect(() => {
    copied.current = () => {
      const selection = document.getSelection();
      const isOurs = selection && frame.current?.contains(selection.anchorNode);
      const chosen = isOurs ? selection.toString().trim().slice(0, longestWords).toWellFormed() : '';
      return chosen ? { locator: null, words: chosen } : { locator, words };
    };
  }, [copied, locator, words]);
  if (file.size > longest) return <CannotShow file={file}>{t('cannot.long')}</CannotShow>;
  if (text === undefined) return <p className="p-6 text-center text-ink-3">{t('opening')}</p>;
  if (text === null) return <CannotShow file={file}>{t('pdf.unreachable')}</CannotShow>;
  const { start, end } = span ?? { start: text.length, end: text.length };
  return (
    <>
      {words !== '' && <ViewerBar status={span ? t('markedInText') : t('notFound')} onPassage={span && show} />}
      <section
        ref={frame}
        aria-label={t('text')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keys scroll what is focused
        tabIndex={0}
        className="min-h-0 flex-1 overflow-auto overscroll-contain px-5 py-6 -outline-offset-2"
      >
        <div className="mx-auto max-w-[42rem] font-serif text-[16px]/[1.7] whitespace-pre-wrap wrap-anywhere">
          {text.slice(0, start)}
          {span && (
            <mark ref={mark} className="rounded-xs bg-[#ffd54a] text-[#1d1c1a]">
              {text.slice(start, end)}
            </mark>
          )}
          {text.slice(end)}
        </div>
      </section>
    </>
  );
}

/** What stands at an address; undefined until it is there, null where it cannot be had. */
function useText(address: string | null): string | null | undefined {
  const [text, setText] = useState<string | null>();
  useEffect(() => {
    const ending = new AbortController();
    setText(undefined);
    if (address === null) return;
    const read = async () => {
      const answer = await fetch(address, { signal: ending.signal });
      setText(answer.ok ? decode(await answer.arrayBuffer()) : null);
    };
    read().catch(() => {
      if (!ending.signal.aborted) setText(null);
    });
    return () => ending.abort();
  }, [address]);
  return text;
}

/** UTF-8 or UTF-16 by its mark; what is neither is most often Chinese of before. */
function decode(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
