'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { TextFacts, TextPart } from '#lib/domain/files/file-text';
import type { Locator } from '#lib/domain/files/locator';
import { Button } from '#ui/button';
import { useRead } from '../../browser/use-read';
import { CannotShow } from './cannot-show';
import { MarkedText } from './marked-text';
import { findWords } from './passage';
import type { ViewProps } from './shown-file';

type Known = { facts: TextFacts; part: TextPart | null };

/** What the desk read of a Word file, a sheet, a mail or a saved page: its text without its layout, opened at a passage. */
export function ReadTextView({ file, locator, words, copied }: ViewProps) {
  const t = useTranslations('sources.viewer');
  const [at, setAt] = useState(0);
  /** Whether the part with the place is still looked for, from the first one on. */
  const [isLooking, setIsLooking] = useState(true);
  const { value, refusal, isCurrent } = useRead<Known>(`${file.address}/text?part=${at}`);
  const part = isCurrent ? value?.part : undefined;
  const last = (value?.facts.read ?? 1) - 1;
  if (isLooking && part) {
    if (at < last && !isPlaceIn(part, locator, words)) setAt(at + 1);
    else {
      setIsLooking(false);
      if (!isPlaceIn(part, locator, words)) setAt(0);
    }
  }
  const go = (to: number) => {
    setIsLooking(false);
    setAt(to);
  };
  if (refusal) return <CannotShow file={file}>{t('pdf.unreachable')}</CannotShow>;
  if (isCurrent && part === null)
    return (
      <CannotShow file={file}>
        {locator?.kind === 'cell' ? t('cannot.cell', { cell: locator.cell, sheet: locator.sheet }) : t('cannot.kind')}
      </CannotShow>
    );
  if (!part || isLooking) return <p className="p-6 text-center text-ink-3">{t('opening')}</p>;
  return (
    <MarkedText key={at} text={part.text} locator={locator} words={words} copied={copied}>
      <span className="text-[12.5px] text-ink-3">
        {locator?.kind === 'cell' && locator.sheet === part.label ? t('cell', locator) : t('layout')}
      </span>
      {last > 0 && (
        <span className="flex items-center gap-1.5 text-[12.5px]">
          <Button size="small" look="quiet" disabled={at === 0} onClick={() => go(at - 1)}>
            {t('before')}
          </Button>
          <span className="num" aria-live="polite">
            {part.label || t('part', { number: at + 1 })} ({t('partOf', { number: at + 1, count: last + 1 })})
          </span>
          <Button size="small" look="quiet" disabled={at === last} onClick={() => go(at + 1)}>
            {t('after')}
          </Button>
        </span>
      )}
    </MarkedText>
  );
}

/** Whether a place is in a part: its sheet, or its words. Without either, the first part is as good as any. */
function isPlaceIn({ label, text }: TextPart, locator: Locator | null, words: string): boolean {
  if (locator?.kind === 'cell') return locator.sheet === label;
  return words === '' || findWords([text], words) !== null;
}
