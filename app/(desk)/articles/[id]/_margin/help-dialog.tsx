'use client';

import { useTranslations } from 'next-intl';
import { DialogPanel } from '#ui/dialog-panel';
import { Kbd } from '#ui/kbd';

const onPage = {
  walk: ['J', 'K'],
  suggestions: ['G'],
  verdict: ['V', 'D', 'F', 'U', 'N'],
  source: ['S'],
  take: ['T'],
  rationale: ['R'],
  comment: ['C'],
  quote: ['Q'],
  mark: ['M'],
  move: ['E'],
  paragraph: ['[', ']'],
  assign: ['A'],
  undo: ['Z'],
  redo: ['⇧ Z'],
  escape: ['Esc'],
  help: ['?'],
} as const;
const onSuggestion = { acceptSuggestion: ['↵'], acceptAs: ['1', '5'], dismissSuggestion: ['X'] } as const;
const whileMarking = {
  step: ['←', '→'],
  extend: ['⇧ ←', '⇧ →'],
  word: ['⌃ ⇧ ←', '⌃ ⇧ →'],
  kind: ['1', '5'],
  accept: ['↵'],
} as const;

type Act = keyof typeof onPage | keyof typeof onSuggestion | keyof typeof whileMarking;

/** The keys of the page, open until it is closed. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('review.help');
  const shell = useTranslations('shell');
  const rows = (keys: Partial<Record<Act, readonly string[]>>) => (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
      {(Object.entries(keys) as [Act, readonly string[]][]).map(([act, pressed]) => (
        <div key={act} className="contents">
          <dt className="flex flex-wrap gap-1">
            {pressed.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </dt>
          <dd>{t(act)}</dd>
        </div>
      ))}
    </dl>
  );
  return (
    <DialogPanel open onOpenChange={(open) => !open && onClose()} title={t('title')} closeLabel={shell('close')}>
      {rows(onPage)}
      <h3 className="mt-5 mb-2 font-serif text-[15px] font-semibold">{t('suggestTitle')}</h3>
      {rows(onSuggestion)}
      <h3 className="mt-5 mb-2 font-serif text-[15px] font-semibold">{t('markingTitle')}</h3>
      {rows(whileMarking)}
    </DialogPanel>
  );
}
