import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { keepDraft, readDraft } from '../../../../browser/drafts';
import { show } from '../../../../testing/render';
import { Composer } from './composer';

const people = [
  { id: 'me', name: 'Ann Ng' },
  { id: 'bo', name: 'Bo Berg' },
  { id: 'bea', name: 'Bea Blum' },
  { id: 'chen', name: '陈舟' },
];

type Props = Partial<Parameters<typeof Composer>[0]>;

function composer(props: Props = {}) {
  const onSend = vi.fn(async (_body: string) => accept(null));
  const shown = show(
    <Composer meId="me" people={people} target="claim:1" label="Comment" sendLabel="Send" onSend={onSend} {...props} />,
  );
  const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Comment' });
  return { ...shown, box, onSend };
}

const active = () => screen.queryByRole('option', { selected: true })?.textContent;

/** An answer of the server that comes when the test says so. */
function later() {
  let answer = () => {};
  const promise = new Promise<Result<null>>((resolve) => {
    answer = () => resolve(accept(null));
  });
  return { promise, answer };
}

afterEach(() => localStorage.clear());

describe('the list after an @', () => {
  test('offers the others by what is typed of their name, and never the writer', async () => {
    const { user, box } = composer();
    await user.type(box, 'See @');
    expect(screen.getAllByRole('option')).toHaveLength(3);
    expect(screen.queryByText('Ann Ng')).toBeNull();
    await user.type(box, 'b');
    expect(screen.getAllByRole('option')).toHaveLength(2);
    await user.type(box, 'ea');
    expect(active()).toContain('Bea Blum');
    await user.type(box, 'xx');
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  test('leaves the keys of an input method to it, in Safari too', async () => {
    const { user, box } = composer();
    await user.type(box, '@b');
    for (const key of ['Enter', 'Escape']) fireEvent.keyDown(box, { key, keyCode: 229 });
    expect(box.value).toBe('@b');
    expect(screen.getAllByRole('option')).toHaveLength(2);
  });

  test('names the active person to a screen reader, and moves round with the arrows', async () => {
    const { user, box } = composer();
    await user.type(box, '@b');
    const names = screen.getAllByRole('option').map((option) => option.textContent);
    const isActive = (at: number) => {
      expect(active()).toBe(names[at]);
      expect(box.getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('option')[at]?.id);
    };
    isActive(0);
    await user.keyboard('{ArrowDown}');
    isActive(1);
    await user.keyboard('{ArrowDown}');
    isActive(0);
    await user.keyboard('{ArrowUp}');
    isActive(1);
  });

  test.each(['{Enter}', '{Tab}'])('writes the active name with a space after it on %s', async (key) => {
    const { user, box, onSend } = composer();
    await user.type(box, 'Ask @bo');
    await user.keyboard(key);
    expect(box.value).toBe('Ask @Bo Berg ');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(document.activeElement).toBe(box);
    expect(onSend).not.toHaveBeenCalled();
  });

  test('adds no second space where one follows', async () => {
    const { user, box } = composer();
    await user.type(box, 'Ask @bo now');
    await user.type(box, 'e', { initialSelectionStart: 7, initialSelectionEnd: 7 });
    await user.keyboard('{Backspace}');
    await user.click(screen.getByRole('option'));
    expect(box.value).toBe('Ask @Bo Berg now');
  });

  test('closes on Escape until another @ is typed, and does not leave the box', async () => {
    const onCancel = vi.fn();
    const { user, box } = composer({ onCancel });
    await user.type(box, '@b');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
    await user.type(box, 'o');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(onCancel).not.toHaveBeenCalled();
    await user.type(box, ' and @');
    expect(screen.getAllByRole('option')).toHaveLength(3);
    await user.keyboard('{Escape}{Escape}');
    expect(onCancel).toHaveBeenCalledOnce();
  });

  test('is not there without the focus', async () => {
    const { user, box } = composer();
    await user.type(box, '@b');
    await user.click(document.body);
    expect(screen.queryByRole('listbox')).toBeNull();
  });
});

describe('sending', () => {
  test.each(['{Control>}{Enter}{/Control}', '{Meta>}{Enter}{/Meta}'])(
    'is done on %s, and empties the box',
    async (keys) => {
      const { user, box, onSend } = composer();
      await user.type(box, 'Looks right');
      await user.keyboard(keys);
      expect(onSend).toHaveBeenCalledExactlyOnceWith('Looks right');
      expect(box.value).toBe('');
      expect(readDraft('me', 'claim:1')).toBeNull();
    },
  );

  test('keeps what was typed where it is refused', async () => {
    const { user, box } = composer({ onSend: async () => refuse('no-answer') });
    await user.type(box, 'Looks right');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    expect(box.value).toBe('Looks right');
    expect(readDraft('me', 'claim:1')).toBe('Looks right');
  });

  test('is not possible with nothing typed, and not twice at once', async () => {
    const { promise, answer } = later();
    const onSend = vi.fn(() => promise);
    const { user, box } = composer({ onSend });
    await user.type(box, '   ');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(onSend).not.toHaveBeenCalled();
    await user.type(box, 'Yes');
    await user.keyboard('{Control>}{Enter}{Enter}{/Control}');
    expect(onSend).toHaveBeenCalledOnce();
    answer();
    await waitFor(() => expect(box.value).toBe(''));
  });
});

describe('a draft', () => {
  test('stands in the box again, and says so until it is discarded', async () => {
    keepDraft('me', 'claim:1', 'Half a tho');
    const { user, box } = composer({ initial: 'Before' });
    expect(box.value).toBe('Half a tho');
    await user.click(screen.getByRole('button', { name: 'Discard it' }));
    expect(box.value).toBe('Before');
    expect(readDraft('me', 'claim:1')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Discard it' })).toBeNull();
  });

  test('is another person’s and another target’s own', () => {
    keepDraft('bo', 'claim:1', 'Not yours');
    keepDraft('me', 'claim:2', 'Not here');
    expect(composer().box.value).toBe('');
  });
});
