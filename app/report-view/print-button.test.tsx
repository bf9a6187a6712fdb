import { afterEach, expect, test, vi } from 'vitest';
import { show } from '../testing/render';
import { PrintButton } from './print-button';

afterEach(() => vi.unstubAllGlobals());

function report() {
  const { container } = show(
    <>
      <PrintButton />
      <details>Five questions more</details>
      <details open>The sum</details>
    </>,
  );
  const states = () => [...container.querySelectorAll('details')].map(({ open }) => open);
  return { states };
}

test('what is folded is on paper too where the style sheet cannot unfold it', () => {
  vi.stubGlobal('CSS', { supports: () => false });
  const { states } = report();
  window.dispatchEvent(new Event('beforeprint'));
  expect(states()).toEqual([true, true]);
  window.dispatchEvent(new Event('afterprint'));
  expect(states()).toEqual([false, true]);
});

test('nothing moves where the style sheet does', () => {
  vi.stubGlobal('CSS', { supports: (rule: string) => rule === 'selector(::details-content)' });
  const { states } = report();
  window.dispatchEvent(new Event('beforeprint'));
  expect(states()).toEqual([false, true]);
});
