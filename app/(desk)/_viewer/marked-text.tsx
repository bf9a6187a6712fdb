'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { findWords } from '#lib/domain/files/passage';
import { longestWords, type ViewProps } from './shown-file';
import { ViewerBar } from './viewer-bar';

type MarkedTextProps = Omit<ViewProps, 'file'> & {
  text: string;
  /** What stands in the bar before what became of the passage. */
  children?: ReactNode;
};

/** A text with the words of a passage marked and in view. */
export function MarkedText({ text, locator, words, copied, children }: MarkedTextProps) {
  const t = useTranslations('sources.viewer');
  const mark = useRef<HTMLElement>(null);
  const frame = useRef<HTMLElement>(null);
  const span = useMemo(() => {
    const found = words === '' ? null : findWords([text], words);
    return found && { start: found.from.offset, end: found.to.offset };
  }, [text, words]);
  const show = () => mark.current?.scrollIntoView({ block: 'center' });
  useEffect(() => {
    if (span) mark.current?.scrollIntoView({ block: 'center' });
    else frame.current?.scrollTo({ top: 0 });
  }, [span]);
  useEffect(() => {
    copied.current = () => {
      const selection = document.getSelection();
      const isOurs = selection && frame.current?.contains(selection.anchorNode);
      const chosen = isOurs ? selection.toString().trim().slice(0, longestWords).toWellFormed() : '';
      return chosen ? { locator: null, words: chosen } : { locator, words };
    };
  }, [copied, locator, words]);
  const { start, end } = span ?? { start: text.length, end: text.length };
  const status = words === '' ? '' : t(span ? 'markedInText' : 'notFound');
  return (
    <>
      {(children || status) && (
        <ViewerBar status={status} onPassage={span && show}>
          {children}
        </ViewerBar>
      )}
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
