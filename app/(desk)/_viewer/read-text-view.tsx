'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { TextFacts, TextPart } from '#lib/domain/files/file-text';
import type { Locator } from '#lib/domain/files/locator';
import { Button } from '#ui/button';
import { useRead } from '../../browser/use-read';
import { CannotShow } from './cannot-show';
import { MarkedText } from './marked-text';
import type { ViewProps } from './shown-file';

type Known = { facts: TextFacts; at: number; part: TextPart | null };

/** What the desk read of a Word file, a sheet, a mail or a saved page: its text without its layout, opened at a passage. */
export function ReadTextView({ file, locator, words, copied }: ViewProps) {
  const t = useTranslations('sources.viewer');
  /** The part that somebody went to; null while it is the one with the place. */
  const [gone, setGone] = useState<number | null>(null);
  const asked = gone === null ? placeAsked(locator, words) : { part: String(gone) };
  const { value, refusal, isCurrent } = useRead<Known>(`${file.address}/text?${new URLSearchParams(asked)}`);
  const part = isCurrent ? value?.part : undefined;
  const at = value?.at ?? 0;
  const last = (value?.facts.read ?? 1) - 1;
  if (refusal) return <CannotShow file={file}>{t('pdf.unreachable')}</CannotShow>;
  if (isCurrent && part === null)
    return (
      <CannotShow file={file}>
        {locator?.kind === 'cell' ? t('cannot.cell', { cell: locator.cell, sheet: locator.sheet }) : t('cannot.kind')}
      </CannotShow>
    );
  if (!part) return <p className="p-6 text-center text-ink-3">{t('opening')}</p>;
  return (
    <MarkedText key={at} text={part.text} locator={locator} words={words} copied={copied}>
      <span className="text-[12.5px] text-ink-3">
        {locator?.kind !== 'cell'
          ? t('layout')
          : t(locator.sheet === part.label ? 'cell' : gone === null ? 'noSheet' : 'layout', locator)}
      </span>
      {last > 0 && (
        <span className="flex items-center gap-1.5 text-[12.5px]">
          <Button size="small" look="quiet" disabled={at === 0} onClick={() => setGone(at - 1)}>
            {t('before')}
          </Button>
          <span className="num" aria-live="polite">
            {part.label || t('part', { number: at + 1 })} ({t('partOf', { number: at + 1, count: last + 1 })})
          </span>
          <Button size="small" look="quiet" disabled={at === last} onClick={() => setGone(at + 1)}>
            {t('after')}
          </Button>
        </span>
      )}
    </MarkedText>
  );
}

/** The part with a place: its sheet, or the one with its words. Without either, the first part is as good as any. */
function placeAsked(locator: Locator | null, words: string): Record<string, string> {
  if (locator?.kind === 'cell') return { sheet: locator.sheet };
  return words === '' ? { part: '0' } : { words };
}
