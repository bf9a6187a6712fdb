'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { PersonView } from '#lib/domain/people/person-view';
import type { Result } from '#lib/domain/refusal';
import { maxCommentLength } from '#lib/domain/review/discussion';
import { Button } from '#ui/button';
import { TextArea } from '#ui/text-control';
import { keepDraft, readDraft } from '../../../../browser/drafts';
import { isComposing } from '../../../../browser/keys';
import { useEscape } from '../../../../browser/use-escape';
import { PeopleOffered } from './people-offered';
import { useMentions } from './use-mentions';

type ComposerProps = {
  meId: string;
  people: PersonView[];
  /** What the draft is kept for. */
  target: string;
  label: string;
  placeholder?: string;
  sendLabel: string;
  /** What stands there before anything is typed. */
  initial?: string;
  autoFocus?: boolean;
  onSend: (body: string) => Promise<Result<unknown>>;
  /** Leaves the box; the draft stays. Without it the box stays too. */
  onCancel?: () => void;
};

/** A box to write in, with people offered after an @, and a draft that outlives it. */
export function Composer({ meId, people, target, initial = '', onSend, onCancel, ...texts }: ComposerProps) {
  const t = useTranslations('discussion');
  const [draft] = useState(() => readDraft(meId, target));
  const [text, setText] = useState(draft ?? initial);
  const [isRestored, setRestored] = useState(draft !== null && draft !== initial);
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const listId = useId();

  const mentions = useMentions(
    text,
    people.filter(({ id }) => id !== meId),
  );
  const { offered, active } = mentions;

  function write(next: string) {
    setText(next);
    setRestored(false);
    keepDraft(meId, target, next === initial ? null : next);
  }

  function insert(person: PersonView) {
    const place = field.current;
    if (!place || !mentions.insert(place, person)) return;
    place.focus();
    write(place.value);
    mentions.follow(place);
  }

  async function send() {
    if (isBusy || text.trim() === '') return;
    setBusy(true);
    const answer = await onSend(text);
    setBusy(false);
    if (!answer.ok) return;
    keepDraft(meId, target, null);
    setText(initial);
    setRestored(false);
  }

  useEffect(() => {
    if (document.activeElement === field.current) form.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  useEscape(field, () => {
    if (mentions.close()) return true;
    onCancel?.();
    return onCancel !== undefined;
  });

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      void send();
    } else if (active && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      mentions.walk(event.key === 'ArrowDown' ? 1 : -1);
    } else if (active && (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) {
      event.preventDefault();
      insert(active);
    }
  }

  return (
    <form
      ref={form}
      className="grid scroll-my-3 gap-2"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextArea
        ref={field}
        rows={2}
        className="field-sizing-content max-h-60 min-h-16 text-[13px]"
        aria-label={texts.label}
        placeholder={texts.placeholder}
        autoFocus={texts.autoFocus}
        maxLength={maxCommentLength}
        value={text}
        aria-autocomplete="list"
        aria-controls={active ? listId : undefined}
        aria-activedescendant={active ? `${listId}${active.id}` : undefined}
        onChange={({ target: place }) => {
          write(place.value);
          mentions.follow(place);
        }}
        onSelect={({ currentTarget }) => mentions.follow(currentTarget)}
        onBlur={mentions.leave}
        onKeyDown={onKeyDown}
      />
      {active && <PeopleOffered id={listId} people={offered} active={active} onChoose={insert} />}
      <span role="status" className="sr-only">
        {offered.length > 0 && t('offered', { count: offered.length })}
      </span>
      <div className="flex flex-wrap items-center justify-end gap-2">
        <span className="flex-1 text-[12px] text-ink-3">
          {isRestored && (
            <>
              {t('draft.restored')}{' '}
              <button
                type="button"
                className="text-accent hover:underline"
                onClick={() => {
                  write(initial);
                  field.current?.focus();
                }}
              >
                {t('draft.discard')}
              </button>
            </>
          )}
        </span>
        {onCancel && (
          <Button size="small" look="quiet" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
        <Button size="small" look="primary" type="submit" disabled={isBusy || text.trim() === ''} title="Ctrl / ⌘ + ↵">
          {texts.sendLabel}
        </Button>
      </div>
    </form>
  );
}
