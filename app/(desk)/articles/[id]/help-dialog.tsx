'use client';

import { useTranslations } from 'next-intl';
import { Dialog } from '#ui/dialog';
import { Kbd } from '#ui/kbd';

const keys = [
  ['J', 'K'],
  ['V', 'D', 'F', 'U', 'N'],
  ['S'],
  ['R'],
  ['M'],
  ['E'],
  ['[', ']'],
  ['Z'],
  ['Esc'],
  ['?'],
] as const;
const names = [
  'walk',
  'verdict',
  'source',
  'rationale',
  'mark',
  'move',
  'paragraph',
  'undo',
  'escape',
  'help',
] as const;
const marking = [['←', '→'], ['⇧ ←', '⇧ →'], ['⌃ ⇧ ←', '⌃ ⇧ →'], ['1', '5'], ['↵']] as const;
const markingNames = ['step', 'extend', 'word', 'kind', 'accept'] as const;

export function HelpDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('review.help');
  const shell = useTranslations('shell');
  const rows = (
    list: readonly (readonly string[])[],
    labels: readonly (typeof names | typeof markingNames)[number][],
  ) => (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
      {labels.map((label, index) => (
        <div key={label} className="contents">
          <dt className="flex flex-wrap gap-1">
            {list[index]?.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </dt>
          <dd>{t(label)}</dd>
        </div>
      ))}
    </dl>
  );
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('title')} closeLabel={shell('close')}>
      {rows(keys, names)}
      <h3 className="mt-5 mb-2 font-serif text-[15px] font-semibold">{t('markingTitle')}</h3>
      {rows(marking, markingNames)}
    </Dialog>
  );
}
