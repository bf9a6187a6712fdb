/** Takes the long lists out of an answer, so that they can be sent a part at a time, and puts them back. */

/** Elements of a list that are sent at a time: some milliseconds of reading. */
const listAtATime = 500;

/** How many keys may lead to a list that is taken out. */
const deepest = 4;

/** A part of a list, and the keys that lead to the list. */
export type ListPart = { at: readonly string[]; part: unknown[] };

/** The value with empty lists in place of its long ones, and these in parts, in their order. Lists inside of lists stay. */
export function withoutLongLists(value: unknown, at: readonly string[] = []): { rest: unknown; parts: ListPart[] } {
  if (Array.isArray(value)) {
    if (value.length <= listAtATime) return { rest: value, parts: [] };
    const count = Math.ceil(value.length / listAtATime);
    const parts = Array.from({ length: count }, (_, index) => ({
      at,
      part: value.slice(index * listAtATime, (index + 1) * listAtATime),
    }));
    return { rest: [], parts };
  }
  if (!isPlain(value) || at.length === deepest) return { rest: value, parts: [] };
  const taken = Object.entries(value).map(([key, held]) => ({ key, ...withoutLongLists(held, [...at, key]) }));
  return {
    rest: Object.fromEntries(taken.map(({ key, rest }) => [key, rest])),
    parts: taken.flatMap(({ parts }) => parts),
  };
}

/** Puts a part at the end of its list in `value`, which is changed. Throws where no list stands there. */
export function putBack(value: unknown, { at, part }: ListPart): void {
  const list = at.reduce<unknown>((held, key) => (isPlain(held) ? held[key] : undefined), value);
  if (!Array.isArray(list)) throw new Error(`There is no list at ${at.join('.')}`);
  for (const one of part) list.push(one);
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
