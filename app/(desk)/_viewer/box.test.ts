import { expect, it } from 'vitest';
import { boxBetween, movedBy, resizedBy } from './box';

it('is drawn from any corner, and ends at the edges', () => {
  const box = { x: 0.25, y: 0.5, width: 0.5, height: 0.25 };
  expect(boxBetween({ x: 0.25, y: 0.5 }, { x: 0.75, y: 0.75 })).toEqual(box);
  expect(boxBetween({ x: 0.75, y: 0.5 }, { x: 0.25, y: 0.75 })).toEqual(box);
  expect(boxBetween({ x: 0.5, y: 0.5 }, { x: 3, y: -1 })).toEqual({ x: 0.5, y: 0, width: 0.5, height: 0.5 });
  expect(boxBetween({ x: 0.5, y: 0.5 }, { x: 0.5, y: 0.9 })).toBeNull();
});

it('is moved and widened, and stays on the picture', () => {
  const box = { x: 0.25, y: 0.5, width: 0.5, height: 0.25 };
  expect(movedBy(box, 0.125, 0)).toEqual({ ...box, x: 0.375 });
  expect(movedBy(box, 9, -9)).toEqual({ ...box, x: 0.5, y: 0 });
  expect(resizedBy(box, 9, 0.125)).toEqual({ ...box, width: 0.75, height: 0.375 });
  expect(resizedBy(box, -9, 0)).toEqual({ ...box, width: 0.005 });
});
