'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { TextFacts, TextPart } from '#lib/domain/files/file-text';
import { Button } from '#ui/button';
import { useRead } from '../../../../browser/use-read';
import { useRefusalText } from '../../../../i18n/refusal';

type Known = { facts: TextFacts; part: TextPart | null };
type FileTextProps = { address: string; name: string; text: TextFacts | null };

/** How far a file could be read, and its text part by part. A file that is not read yet is read now. */
export function FileText({ address, name, text }: FileTextProps) {
  const t = useTranslations('sources.files.text');
  const regionId = useId();
  const refusalText = useRefusalText();
  const [isOpen, setIsOpen] = useState(false);
  const [at, setAt] = useState(0);
  const isAsked = isOpen || text === null;
  const { value, refusal, isCurrent } = useRead<Known>(isAsked ? `${address}/text?part=${at}` : null);
  const facts = value?.facts ?? text;
  if (facts === null)
    return <p className="text-[12.5px] text-ink-3">{refusal ? refusalText(refusal) : t('reading')}</p>;
  if (facts.state === 'none') return null;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2.5 text-[12.5px] text-ink-3">
        <span className={facts.state === 'read' ? undefined : 'text-disputed'}>
          <StateText facts={facts} />
        </span>
        {facts.withText > 0 && (
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={regionId}
            aria-label={t(isOpen ? 'hideOf' : 'showOf', { name })}
            className="cursor-pointer text-accent hover:underline"
            onClick={() => setIsOpen(!isOpen)}
          >
            {t(isOpen ? 'hide' : 'show')}
          </button>
        )}
      </p>
      {isOpen && (
        <section
          id={regionId}
          aria-label={t('showOf', { name })}
          className="mt-2 rounded-lg border border-line bg-surface"
        >
          {facts.read > 1 && <PartChooser facts={facts} at={at} part={value?.part} onGo={setAt} />}
          <div className="max-h-96 overflow-auto px-3.5 py-2.5">
            {refusal && <p role="alert">{refusalText(refusal)}</p>}
            {value?.part && (
              <p
                className={`font-serif text-[14px]/[1.55] whitespace-pre-wrap wrap-anywhere ${isCurrent ? '' : 'opacity-60'}`}
              >
                {value.part.text || <span className="text-ink-3">{t('empty')}</span>}
              </p>
            )}
          </div>
        </section>
      )}
    </>
  );
}

/** How far a file could be read, in words. */
function StateText({ facts: { state, unit, total, read, withText } }: { facts: TextFacts }) {
  const t = useTranslations('sources.files.text');
  if (state === 'too-long') return read === 0 ? t('too-long-none') : t('too-long', { unit, count: read, total });
  if (state !== 'read') return state === 'none' ? null : t(state);
  return unit === 'page' && withText < read
    ? t('partly', { count: withText, total })
    : t('read', { unit, count: read });
}

type ChooserProps = { facts: TextFacts; at: number; part: TextPart | null | undefined; onGo: (at: number) => void };

function PartChooser({ facts: { unit, read }, at, part, onGo }: ChooserProps) {
  const t = useTranslations('sources.files.text');
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-line-2 px-3.5 py-1.5">
      <span className="min-w-0 flex-1 text-[13px] font-medium wrap-anywhere" aria-live="polite">
        {part ? t('part', { unit, label: part.label }) : ''}
      </span>
      <span className="num text-[12.5px] text-ink-3">{t('of', { at: at + 1, count: read })}</span>
      <Button size="small" look="quiet" disabled={at === 0} onClick={() => onGo(at - 1)}>
        {t('previous')}
      </Button>
      <Button size="small" look="quiet" disabled={at + 1 >= read} onClick={() => onGo(at + 1)}>
        {t('next')}
      </Button>
    </div>
  );
}
