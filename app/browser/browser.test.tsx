import { act, fireEvent, screen } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { accept, refuse } from '#lib/domain/refusal';
import { Dialog } from '#ui/dialog';
import { show } from '../testing/render';
import { afterPaint } from './after-paint';
import { earlyTextScript, restoreEarlyText } from './early-text';
import { useFirstUse } from './first-use';
import { later } from './later';
import { rememberPreference } from './preferences';
import { send } from './requests';
import { type Trouble, useForm } from './use-form';
import { useKeyboard } from './use-keyboard';

afterEach(() => vi.useRealTimers());

describe('what was typed before React', () => {
  function Box({ onText }: { onText: (text: string) => void }) {
    const [text, setText] = useState('');
    const change = (next: string) => {
      setText(next);
      onText(next);
    };
    return <input aria-label="Box" value={text} onChange={({ target }) => change(target.value)} />;
  }

  test('reaches React, with the caret where it was', () => {
    new Function(earlyTextScript)();
    const onText = vi.fn();
    show(<Box onText={onText} />);
    const box = screen.getByRole<HTMLInputElement>('textbox');
    window.earlyText?.set(box, 'Typed early');
    box.setSelectionRange(0, 0);
    act(() => restoreEarlyText(box));
    expect(onText).toHaveBeenLastCalledWith('Typed early');
    expect([box.value, box.selectionStart]).toEqual(['Typed early', 0]);
  });

  test('is nothing for a control that nobody typed into', () => {
    const onText = vi.fn();
    show(<Box onText={onText} />);
    act(() => restoreEarlyText(screen.getByRole<HTMLInputElement>('textbox')));
    act(() => restoreEarlyText(null));
    expect(onText).not.toHaveBeenCalled();
  });
});

test('a part that comes later leaves what is around it in place', async () => {
  let bring: (part: () => string) => void = () => {};
  const Part = later(() => new Promise<() => string>((resolve) => (bring = resolve)));
  show(
    <p>
      Around <Part />
    </p>,
  );
  expect(screen.getByText('Around')).toBeTruthy();
  await act(async () => bring(() => 'and within'));
  expect(await screen.findByText(/and within/)).toBeTruthy();
});

test('what a page may need is fetched once somebody uses it, and not before', () => {
  vi.useFakeTimers();
  const fetchParts = vi.fn();
  function Page() {
    useFirstUse(fetchParts);
    return null;
  }
  show(<Page />);
  vi.runAllTimers();
  expect(fetchParts).not.toHaveBeenCalled();
  fireEvent.keyDown(document.body, { key: 'j' });
  fireEvent.pointerMove(document.body);
  vi.runAllTimers();
  expect(fetchParts).toHaveBeenCalledTimes(1);
});

test('a preference is remembered by the browser', () => {
  rememberPreference('claimdesk-theme', 'dark');
  expect(document.cookie).toContain('claimdesk-theme=dark');
});

describe('sending', () => {
  test('tries again under the same key where the network fails', async () => {
    vi.useFakeTimers();
    const keys: (string | undefined)[] = [];
    const action = async (input: number, key?: string) => {
      keys.push(key);
      if (keys.length < 3) throw new Error('offline');
      return accept(input + 1);
    };
    const asked = send(action, 1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await asked).toEqual(accept(2));
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  });

  test('gives up after three tries, and asks once where it is answered', async () => {
    vi.useFakeTimers();
    const broken = vi.fn(async () => {
      throw new Error('offline');
    });
    const asked = send(broken, null);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await asked).toEqual(refuse('no-answer'));
    expect(broken).toHaveBeenCalledTimes(3);
    const refused = vi.fn(async () => refuse('not-found'));
    expect(await send(refused, null)).toEqual(refuse('not-found'));
    expect(refused).toHaveBeenCalledOnce();
  });
});

test('letters that come before the form they are for are none of the page’s keys, and are given to it', async () => {
  let bring: (form: () => ReactNode) => void = () => {};
  const Form = later(() => new Promise<() => ReactNode>((resolve) => (bring = resolve)), { isForm: true });
  const onKey = vi.fn();
  function Page() {
    const [isOpen, setOpen] = useState(false);
    useKeyboard(({ key }) => {
      onKey(key);
      setOpen(key === 'd');
      return true;
    });
    return isOpen && <Form />;
  }
  // The browser's own, which a made-up one lacks.
  const typeInto = vi.fn();
  Object.assign(document, { execCommand: typeInto });
  show(<Page />);
  const press = (...keys: string[]) => {
    for (const key of keys) fireEvent.keyDown(document.body, { key });
  };
  press('d', 'n', 'o', 't', 'Backspace', 'Shift', ' ', '好');
  expect(onKey).toHaveBeenCalledExactlyOnceWith('d');
  await act(async () => bring(() => <textarea aria-label="Why" autoFocus />));
  await vi.waitFor(() => expect(typeInto).toHaveBeenCalledExactlyOnceWith('insertText', false, 'no 好'));
  screen.getByLabelText('Why').blur();
  press('v');
  expect(onKey).toHaveBeenLastCalledWith('v');
});

describe('keys of the page', () => {
  function Page({ onKey }: { onKey: (key: string) => boolean }) {
    useKeyboard(({ key }) => onKey(key));
    return (
      <>
        <input aria-label="Words" />
        <input type="checkbox" aria-label="Tick" />
        <select aria-label="Kind" />
        <form>
          <input type="radio" aria-label="Supports" />
          <button type="button">Later</button>
        </form>
      </>
    );
  }

  test('are the page’s, but not while somebody types', () => {
    const onKey = vi.fn(() => true);
    show(<Page onKey={onKey} />);
    for (const name of ['Words', 'Kind', 'Supports']) fireEvent.keyDown(screen.getByLabelText(name), { key: 'v' });
    fireEvent.keyDown(screen.getByRole('button', { name: 'Later' }), { key: 'v' });
    fireEvent.keyDown(document.body, { key: 'v', isComposing: true });
    // Safari, at the end of a composition.
    fireEvent.keyDown(document.body, { key: 'v', keyCode: 229 });
    expect(onKey).not.toHaveBeenCalled();
    fireEvent.keyDown(screen.getByLabelText('Tick'), { key: 'v' });
    expect(onKey).toHaveBeenCalledExactlyOnceWith('v');
  });

  test('are used up where the page knows them, and left to the browser where not', () => {
    show(<Page onKey={(key) => key === 'v'} />);
    // A handler that prevents the default makes dispatching return false.
    expect([fireEvent.keyDown(document.body, { key: 'v' }), fireEvent.keyDown(document.body, { key: 'w' })]).toEqual([
      false,
      true,
    ]);
  });

  test('are not the page’s while a dialog is open', async () => {
    const onKey = vi.fn(() => true);
    const onOpenChange = vi.fn();
    const { user } = show(
      <>
        <Page onKey={onKey} />
        <Dialog open title="Sure?" closeLabel="Close" onOpenChange={onOpenChange}>
          Text
        </Dialog>
      </>,
    );
    expect(await screen.findByRole('dialog', { name: 'Sure?' }, { timeout: 60_000 })).toBeDefined();
    fireEvent.keyDown(document.body, { key: 'v' });
    expect(onKey).not.toHaveBeenCalled();
    await user.keyboard('{Escape}');
    expect(onOpenChange).toHaveBeenCalledExactlyOnceWith(false);
  });

  test('change the page after the paint, and before the next key', async () => {
    const pressed: string[] = [];
    function Walk() {
      const [steps, setSteps] = useState(0);
      const [isOpen, setOpen] = useState(false);
      useKeyboard(({ key }) => {
        pressed.push(`${key} at ${steps}`);
        afterPaint(() => (key === 'd' ? setOpen(true) : setSteps(steps + 1)));
        return true;
      });
      return isOpen ? <textarea aria-label="Why" autoFocus /> : <p>{steps} steps</p>;
    }
    show(<Walk />);
    fireEvent.keyDown(document.body, { key: 'j' });
    expect(screen.queryByText('0 steps')).toBeTruthy();
    fireEvent.keyDown(document.body, { key: 'j' });
    expect(screen.queryByText('1 steps')).toBeTruthy();
    expect(await screen.findByText('2 steps')).toBeDefined();
    fireEvent.keyDown(document.body, { key: 'd' });
    // A fast hand goes on before the field is there: the key finds it open, and is typed.
    fireEvent.keyDown(document.body, { key: 'v' });
    expect(screen.getByLabelText('Why')).toBe(document.activeElement);
    expect(pressed).toEqual(['j at 0', 'j at 1', 'd at 2']);
  });
});

describe('a form', () => {
  function Form({ answer }: { answer: () => Promise<Trouble | null> }) {
    const { form, errorOf, formError } = useForm(['name', 'email'], answer);
    return (
      <form {...form}>
        <input name="name" aria-label="Name" />
        <input name="email" aria-label="E-mail" />
        <output aria-label="E-mail trouble">{errorOf('email')}</output>
        <output aria-label="Form trouble">{formError}</output>
        <button type="submit">Send</button>
      </form>
    );
  }
  const said = (name: string) => screen.getByRole('status', { name }).textContent;

  test('shows a refusal at its field and puts the focus there', async () => {
    const { user } = show(<Form answer={async () => refuse('email-taken', { field: 'email' })} />);
    await user.click(screen.getByRole('button'));
    await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('E-mail')));
    expect(said('E-mail trouble')).not.toBe('');
    expect(said('Form trouble')).toBe('');
  });

  test('shows what concerns no field, and an answer that never came, at the whole', async () => {
    const { user } = show(
      <Form
        answer={async () => {
          throw new Error('offline');
        }}
      />,
    );
    await user.click(screen.getByRole('button'));
    await vi.waitFor(() => expect(said('Form trouble')).not.toBe(''));
    expect(said('E-mail trouble')).toBe('');
  });

  test('sends what is in its fields, and not again while an answer is awaited', async () => {
    const sent = vi.fn(() => new Promise<null>(() => {}));
    const { user } = show(<Form answer={sent} />);
    await user.type(screen.getByLabelText('Name'), 'Ann');
    await user.click(screen.getByRole('button'));
    await user.click(screen.getByRole('button'));
    expect(sent).toHaveBeenCalledExactlyOnceWith({ name: 'Ann', email: '' }, expect.anything());
  });
});
