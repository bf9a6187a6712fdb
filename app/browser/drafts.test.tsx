import { screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { show } from '../testing/render';
import { forgetDrafts, keepDraft, readDraft } from './drafts';
import { useDraft } from './use-draft';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  localStorage.clear();
});

describe('a draft', () => {
  test('is kept per person and target, and the last one counts', () => {
    keepDraft('ann', 'a', 'One');
    keepDraft('ann', 'a', 'Two');
    keepDraft('bo', 'a', 'Three');
    expect([readDraft('ann', 'a'), readDraft('bo', 'a'), readDraft('ann', 'b')]).toEqual(['Two', 'Three', null]);
  });

  test.each([[''], [' \n'], [null]])('of %j is forgotten', (text) => {
    keepDraft('ann', 'a', 'One');
    keepDraft('ann', 'a', text);
    expect(readDraft('ann', 'a')).toBeNull();
    expect(localStorage).toHaveLength(0);
  });

  test.each(['', 'no JSON', 'null', '7', '{"text":"x"}', '{"at":1}', '{"text":1,"at":1}', '{"text":"x","at":"y"}'])(
    'that is stored as %j is none',
    (stored) => {
      localStorage.setItem('claimdesk-draft:ann:a', stored);
      expect(readDraft('ann', 'a')).toBeNull();
    },
  );

  test('is forgotten at sign-out, whoever wrote it; nothing else is', () => {
    localStorage.setItem('theme', 'dark');
    keepDraft('ann', 'a', 'One');
    keepDraft('bo', 'b', 'Two');
    forgetDrafts();
    expect(Object.keys(localStorage)).toEqual(['theme']);
  });

  test('gives way, oldest first, where there are more than forty; nothing else does', () => {
    vi.useFakeTimers({ now: 0 });
    localStorage.setItem('theme', 'dark');
    for (let number = 0; number < 40; number += 1) {
      vi.setSystemTime(number);
      keepDraft('ann', String(number), 'Text');
    }
    vi.setSystemTime(100);
    keepDraft('ann', '0', 'Written to again');
    keepDraft('ann', 'new', 'Text');
    expect(readDraft('ann', '1')).toBeNull();
    expect([readDraft('ann', '0'), readDraft('ann', '2'), readDraft('ann', 'new')]).not.toContain(null);
    expect(localStorage.getItem('theme')).toBe('dark');
  });

  test('costs nothing but itself where the browser keeps nothing', () => {
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
    expect(() => keepDraft('ann', 'a', 'One')).not.toThrow();
    expect(readDraft('ann', 'a')).toBeNull();
  });
});

describe('a text with a draft', () => {
  function Box() {
    const { text, type, forget } = useDraft('ann', 'a', 'Initial');
    return (
      <>
        <textarea value={text} onChange={({ target }) => type(target.value)} />
        <button type="button" onClick={forget}>
          Forget
        </button>
      </>
    );
  }

  const box = () => screen.getByRole<HTMLTextAreaElement>('textbox');

  test('begins with the draft, else with what stood there', () => {
    const first = show(<Box />);
    expect(box().value).toBe('Initial');
    first.unmount();
    keepDraft('ann', 'a', 'Begun');
    show(<Box />);
    expect(box().value).toBe('Begun');
  });

  test('is kept as it is typed, and not where it is what stood there', async () => {
    const { user, getByRole } = show(<Box />);
    await user.type(getByRole('textbox'), '!');
    expect(readDraft('ann', 'a')).toBe('Initial!');
    await user.keyboard('{Backspace}');
    expect(readDraft('ann', 'a')).toBeNull();
  });

  test('can be forgotten while it stays on the screen', async () => {
    const { user, getByRole } = show(<Box />);
    await user.type(getByRole('textbox'), '!');
    await user.click(getByRole('button'));
    expect(readDraft('ann', 'a')).toBeNull();
    expect(box().value).toBe('Initial!');
  });
});
