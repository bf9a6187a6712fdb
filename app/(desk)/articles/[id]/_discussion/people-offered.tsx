'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { PersonView } from '#lib/domain/people/person-view';
import { Avatar } from '../../../_shell/avatar';

type PeopleOfferedProps = {
  /** The list's; a person's option has their id behind it. */
  id: string;
  people: PersonView[];
  active: PersonView;
  onChoose: (person: PersonView) => void;
};

/** People to name after an @, under the box that has the focus and the keys. */
export function PeopleOffered({ id, people, active, onChoose }: PeopleOfferedProps) {
  const t = useTranslations('discussion');
  const list = useRef<HTMLDivElement>(null);
  // The form has grown by the list: it is to be seen as a whole.
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which is no clean-up.
    list.current?.closest('form')?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={t('people')}
      className="-mt-1 rounded-md border border-line bg-sheet p-1 shadow-lift"
    >
      {people.map((person) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the box has the focus and the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the box has the focus and names the active one
        <div
          key={person.id}
          id={`${id}${person.id}`}
          role="option"
          aria-selected={person === active}
          className="flex min-h-8 cursor-pointer items-center gap-2 rounded px-2 text-[13px] hover:bg-wash aria-selected:bg-accent-wash"
          // The box keeps the focus.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(person)}
        >
          <Avatar person={person} small />
          <span className="truncate" aria-hidden="true">
            {person.name}
          </span>
        </div>
      ))}
    </div>
  );
}
