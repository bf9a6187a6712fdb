'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { CannotShow } from './cannot-show';
import { MarkedText } from './marked-text';
import type { ViewProps } from './shown-file';

/** Bytes of a text that are shown: a long book. Longer ones are saved and opened elsewhere. */
const longest = 3_000_000;

/** A plain text, opened at a passage. */
export function TextView({ file, locator, words, copied }: ViewProps) {
  const t = useTranslations('sources.viewer');
  const text = useText(file.size <= longest ? file.address : null);
  if (file.size > longest) return <CannotShow file={file}>{t('cannot.long')}</CannotShow>;
  if (text === undefined) return <p className="p-6 text-center text-ink-3">{t('opening')}</p>;
  if (text === null) return <CannotShow file={file}>{t('pdf.unreachable')}</CannotShow>;
  return <MarkedText text={text} locator={locator} words={words} copied={copied} />;
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
