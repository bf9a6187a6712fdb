/** A box on a picture, in fractions of its width and height. */
export type Box = { x: number; y: number; width: number; height: number };

type Point = { x: number; y: number };

/** No side is shorter: nothing would be seen of it. */
const shortest = 0.005;

const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** The box between two corners, cut at the picture's edges; null where it is hardly there. */
export function boxBetween(one: Point, other: Point): Box | null {
  const [left, right] = [one.x, other.x].map((at) => within(at, 0, 1)).sort((a, b) => a - b);
  const [top, bottom] = [one.y, other.y].map((at) => within(at, 0, 1)).sort((a, b) => a - b);
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return null;
  const box = { x: left, y: top, width: right - left, height: bottom - top };
  return box.width < shortest || box.height < shortest ? null : box;
}

/** The box somewhere else, inside of the picture. */
export const movedBy = (box: Box, x: number, y: number): Box => ({
  ...box,
  x: within(box.x + x, 0, 1 - box.width),
  y: within(box.y + y, 0, 1 - box.height),
});

/** The box with its right and lower edge somewhere else. */
export const resizedBy = (box: Box, x: number, y: number): Box => ({
  ...box,
  width: within(box.width + x, shortest, 1 - box.x),
  height: within(box.height + y, shortest, 1 - box.y),
});
