'use client';

import { Ellipsis, MessageSquare, MessageSquareCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';

const quiet =
  'opacity-60 group-hover:opacity-100 focus-visible:opacity-100 lg:pointer-fine:opacity-0 lg:pointer-fine:group-hover:opacity-100 lg:pointer-fine:focus-visible:opacity-100';

type MarkProps = { number: number; open: number; resolved: number; onOpen: () => void };

/**
 * A speech mark beside a paragraph: always there where it has threads or nothing can hover, else under the mouse and in
 * focus. Wide screens have it between text and cards, narrow ones in the space under the paragraph.
 */
export function ParagraphMark({ number, open, resolved, onOpen }: MarkProps) {
  const t = useTranslations('discussion');
  const isQuiet = open + resolved === 0;
  const Icon = open === 0 && resolved > 0 ? MessageSquareCheck : MessageSquare;
  return (
    <button
      type="button"
      aria-label={isQuiet ? t('onParagraph', { number }) : t('ofParagraph', { number, count: open })}
      title={isQuiet ? t('onParagraph', { number }) : undefined}
      className={`absolute top-full right-0 z-1 inline-flex h-6 min-w-7 items-center justify-center gap-0.5 rounded px-1 text-[12px] font-medium select-none hover:bg-wash lg:top-1 lg:-right-9 lg:h-7 lg:min-w-8 print:hidden ${open > 0 ? 'text-accent' : 'text-ink-3 hover:text-ink'} ${isQuiet ? quiet : ''}`}
      onClick={onOpen}
    >
      <Icon size={15} aria-hidden="true" />
      {open > 0 && <span className="num">{open}</span>}
    </button>
  );
}

/** How many threads of a claim are open, on its row. */
export function ClaimMark({ open }: { open: number }) {
  const t = useTranslations('discussion');
  return (
    open > 0 && (
      <span className="inline-flex items-center gap-0.5 font-medium text-accent">
        <MessageSquare size={13} aria-hidden="true" />
        <span className="num" aria-hidden="true">
          {open}
        </span>
        <span className="sr-only">{t('ofClaim', { count: open })}</span>
      </span>
    )
  );
}

/** Opens the tools of a paragraph: under the mouse and in focus, below the speech mark. */
export function ToolsMark({ number, onOpen }: { number: number; onOpen: () => void }) {
  const t = useTranslations('revisions.paragraph');
  return (
    <button
      type="button"
      aria-label={t('tools', { number })}
      className={`absolute top-full right-8 z-1 inline-flex h-6 min-w-7 items-center justify-center rounded text-ink-3 select-none hover:bg-wash hover:text-ink lg:top-8 lg:-right-9 lg:min-w-8 print:hidden ${quiet}`}
      onClick={onOpen}
    >
      <Ellipsis size={15} aria-hidden="true" />
    </button>
  );
}
