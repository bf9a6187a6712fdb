import { useState } from 'react';
import type { PersonView } from '#lib/domain/people/person-view';
import { mentionQueryAt, peopleMatching } from '#lib/domain/review/discussion';

/** People to name while an @ is typed into a box: who is offered, and which of them is active. */
export function useMentions(text: string, people: PersonView[]) {
  const [caret, setCaret] = useState<number | null>(null);
  const [chosen, setChosen] = useState(0);
  /** Where an @ stands whose list was closed with Escape. */
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const typing = caret === null ? null : mentionQueryAt(text, caret);
  const offered = typing && typing.start !== closedAt ? peopleMatching(people, typing.query) : [];
  const active = offered[Math.min(chosen, offered.length - 1)];

  /** Takes the caret from the box. */
  function follow(place: HTMLTextAreaElement): void {
    const next = place.selectionStart === place.selectionEnd ? place.selectionStart : null;
    if (next !== caret) setChosen(0);
    if (next === null || !mentionQueryAt(place.value, next)) setClosedAt(null);
    setCaret(next);
  }

  return {
    offered,
    active,
    follow,
    /** Offers nobody while the box has no focus. */
    leave: () => setCaret(null),
    /** Closes the list until another @ is typed; false where none is open. */
    close: (): boolean => {
      if (!typing || offered.length === 0) return false;
      setClosedAt(typing.start);
      return true;
    },
    /** Makes the person after or before the active one active. */
    walk: (step: 1 | -1) => {
      if (active) setChosen((offered.indexOf(active) + step + offered.length) % offered.length);
    },
    /** Puts a person's name in the place of what was typed of it; false where nobody is being named. */
    insert: (place: HTMLTextAreaElement, { name }: PersonView): boolean => {
      if (!typing || caret === null) return false;
      const space = /^\s/.test(text.slice(caret)) ? '' : ' ';
      place.setRangeText(`@${name}${space}`, typing.start, caret, 'end');
      return true;
    },
  };
}
