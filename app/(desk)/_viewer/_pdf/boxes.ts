/** A place on a page, in CSS pixels from its upper left corner. */
export type Box = { left: number; top: number; width: number; height: number };

/** The boxes with those joined that follow each other on a line, so that a passage of many pieces is painted in one stroke. */
export function joinBoxes(boxes: readonly Box[]): Box[] {
  const joined: Box[] = [];
  for (const box of boxes) {
    const last = joined.at(-1);
    if (last && followsOnLine(last, box)) joined[joined.length - 1] = around(last, box);
    else joined.push(box);
  }
  return joined;
}

/** On the same line more or less, and no further away than a wide blank. */
function followsOnLine(last: Box, next: Box): boolean {
  const shared = Math.min(last.top + last.height, next.top + next.height) - Math.max(last.top, next.top);
  const gap = next.left - (last.left + last.width);
  return shared > Math.min(last.height, next.height) / 2 && Math.abs(gap) < Math.max(last.height, next.height) * 1.5;
}

function around(one: Box, other: Box): Box {
  const [left, top] = [Math.min(one.left, other.left), Math.min(one.top, other.top)];
  return {
    ...{ left, top },
    width: Math.max(one.left + one.width, other.left + other.width) - left,
    height: Math.max(one.top + one.height, other.top + other.height) - top,
  };
}
