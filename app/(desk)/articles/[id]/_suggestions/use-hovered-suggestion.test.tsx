import { act, screen } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { show } from '../../../../testing/render';
import { useHoveredSuggestion } from './use-hovered-suggestion';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function Text() {
  const text = useRef<HTMLParagraphElement>(null);
  const { hovered } = useHoveredSuggestion(text);
  return (
    <>
      <p ref={text}>
        <mark data-suggestion="s1">375 people</mark>
      </p>
      {hovered && <div role="tooltip">{hovered.id}</div>}
    </>
  );
}

/** What the mouse does at a place, and what the time given (ms) brings. */
function mouse(type: 'pointerover' | 'pointerdown', target: Element, time: number, clientX = 10): void {
  const buttons = type === 'pointerdown' ? 1 : 0;
  act(() => {
    target.dispatchEvent(new PointerEvent(type, { pointerType: 'mouse', buttons, clientX, bubbles: true }));
    vi.advanceTimersByTime(time);
  });
}

const hint = () => screen.queryByRole('tooltip')?.textContent;

test('the hint of a suggestion comes when the mouse rests on it', () => {
  show(<Text />);
  mouse('pointerover', screen.getByText('375 people'), 100);
  expect(hint()).toBeUndefined();
  mouse('pointerover', screen.getByText('375 people'), 1_000);
  expect(hint()).toBe('s1');
});

test('it goes when the button is pressed in the text, and does not come during a drag', () => {
  show(<Text />);
  const mark = screen.getByText('375 people');
  mouse('pointerover', mark, 1_000);
  mouse('pointerdown', mark, 0);
  expect(hint()).toBeUndefined();

  mouse('pointerover', mark, 100, 20);
  mouse('pointerdown', mark, 1_000, 20);
  expect(hint()).toBeUndefined();
});

test('it does not come where a click made the words appear under the mouse, until the mouse moves', () => {
  show(<Text />);
  const mark = screen.getByText('375 people');
  mouse('pointerdown', document.body, 100);
  mouse('pointerover', mark, 1_000);
  expect(hint()).toBeUndefined();
  mouse('pointerover', mark, 1_000, 11);
  expect(hint()).toBe('s1');
});
