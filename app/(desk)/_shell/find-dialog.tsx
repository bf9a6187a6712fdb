'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { type FoundThing, type FoundThings, foundKinds } from '#lib/domain/search/found-things';
import { DialogPanel } from '#ui/dialog-panel';
import { TextInput } from '#ui/text-control';
import { isComposing } from '../../browser/keys';
import { useRead } from '../../browser/use-read';
import { StandingTag } from '../../words/standing';
import type { Place } from './places';

type Line = FoundThing & { group: string };

/** Before the dialog gives the focus to its first button. Made once: another function would be called at each render. */
const giveFocus = (field: HTMLInputElement | null) => field?.focus();

/** The one search for everything: a list that the arrow keys walk and Enter opens. */
export function FindDialog({ places, onClose }: { places: Place[]; onClose: () => void }) {
  const t = useTranslations('shell');
  const language = useLocale();
  const router = useRouter();
  const list = useId();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState(0);
  /** What Enter was pressed for before it had its answer. */
  const [awaited, setAwaited] = useState('');
  const asked = search.trim();
  const address = asked === '' ? null : `/api/search?${new URLSearchParams({ q: asked })}`;
  const { value, refusal, isCurrent, isLoading } = useRead<FoundThings>(address, { rest: 120 });
  // What an earlier search found stays in sight while the next one is under way, and goes where that one fails.
  const found = asked === '' || (isCurrent && refusal) ? null : value;
  const folded = asked.toLocaleLowerCase();
  const acts = [
    ...places.map(({ href, name }) => ({ href, label: t(`nav.${name}`) })),
    { href: '/fact-checks', label: t('find.factChecks') },
    { href: '/articles/new', label: t('find.newArticle') },
  ].filter(({ label }) => label.toLocaleLowerCase().includes(folded));
  const lines: Line[] = [
    ...foundKinds.flatMap((kind) => (found?.[kind] ?? []).map((one) => ({ ...one, group: t(`find.kind.${kind}`) }))),
    ...acts.map(({ href, label }) => ({
      ...{ id: href, name: { en: label, zh: label }, address: href, beside: null, standing: null },
      group: t('find.places'),
    })),
  ];
  const at = Math.min(chosen, lines.length - 1);
  const open = (line: Line | undefined) => {
    if (!line) return;
    onClose();
    router.push(line.address);
  };
  // Until a search has its answer, the lines are of an earlier one: Enter waits for it.
  const target = awaited !== '' && awaited === asked && isCurrent ? lines[at]?.address : undefined;
  useEffect(() => {
    if (target === undefined) return;
    onClose();
    router.push(target);
  }, [target, onClose, router]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setChosen((at + step + lines.length) % Math.max(lines.length, 1));
    else if (event.key === 'Enter') {
      if (address === null || isCurrent) open(lines[at]);
      else setAwaited(asked);
    } else return;
    event.preventDefault();
  };
  return (
    <DialogPanel open onOpenChange={(isOpen) => !isOpen && onClose()} title={t('find.open')} closeLabel={t('close')}>
      <TextInput
        ref={giveFocus}
        type="search"
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={lines[at] ? `${list}-${at}` : undefined}
        aria-label={t('find.open')}
        placeholder={t('find.placeholder')}
        maxLength={200}
        value={search}
        onChange={(event) => {
          setSearch(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={list} role="listbox" aria-label={t('find.open')} className="mt-3 max-h-[52vh] overflow-auto">
        {lines.map((line, index) => (
          <FoundLine
            key={`${line.group} ${line.id}`}
            id={`${list}-${index}`}
            line={line}
            name={line.name[language]}
            isFirst={line.group !== lines[index - 1]?.group}
            isChosen={index === at}
            onOpen={() => open(line)}
          />
        ))}
      </div>
      {asked !== '' && !isLoading && lines.length === 0 && <p className="mt-2 text-ink-2">{t('find.none')}</p>}
    </DialogPanel>
  );
}

type FoundLineProps = {
  id: string;
  line: Line;
  name: string;
  isFirst: boolean;
  isChosen: boolean;
  onOpen: () => void;
};

function FoundLine({ id, line, name, isFirst, isChosen, onOpen }: FoundLineProps) {
  return (
    <>
      {isFirst && (
        <div role="presentation" className="mt-2 px-2.5 pb-0.5 text-[12px] text-ink-3">
          {line.group}
        </div>
      )}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus, and names the option that is chosen */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's */}
      <div
        id={id}
        role="option"
        aria-selected={isChosen}
        ref={(option) => {
          if (isChosen) option?.scrollIntoView({ block: 'nearest' });
        }}
        className="flex cursor-pointer items-baseline gap-2 rounded-md px-2.5 py-1.5 hover:bg-wash aria-selected:bg-wash"
        onClick={onOpen}
      >
        <span className="min-w-0 truncate">{name}</span>
        {line.beside && <span className="min-w-0 flex-1 truncate text-[12.5px] text-ink-3">{line.beside}</span>}
        {line.standing && <StandingTag standing={line.standing} />}
      </div>
    </>
  );
}
