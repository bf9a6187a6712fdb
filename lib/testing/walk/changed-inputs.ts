/** Inputs that are wrong in one place: made from a valid one, so that a new action is walked by its valid input alone. */
import type { WalkedDesk } from './desk';

/** An input, which part of it is other, and what stands there now. */
type Changed = { input: unknown; part: string; what: string };

/** What stands in place of an id: one that nothing has, and what is none. */
const unknownId = 'nothing-has-this-id';
const malformed: unknown[] = ['', 'x'.repeat(300), 'a\0b', '../../etc/passwd', {}, [], null, 2 ** 31, 1e300];
const malformedNumbers: unknown[] = [-1, 2 ** 31, 2 ** 53, 1e300, 0.5, '1', {}, null];

/** Every part of an input that is no list or object, with a way to put another value there. */
function* parts(
  input: unknown,
  name = '',
): Generator<{ name: string; value: unknown; put: (other: unknown) => unknown }> {
  if (typeof input !== 'object' || input === null || input instanceof File) {
    yield { name, value: input, put: (other) => other };
    return;
  }
  for (const [key, inner] of Object.entries(input)) {
    for (const part of parts(inner, name ? `${name}.${key}` : key)) {
      const putIn = (other: unknown) => {
        const changed = part.put(other);
        return Array.isArray(input)
          ? input.map((one, at) => (String(at) === key ? changed : one))
          : { ...input, [key]: changed };
      };
      yield { ...part, put: putIn };
    }
  }
}

const shown = (value: unknown) => JSON.stringify(value).slice(0, 60);

/** The same input with the ids of another article, or of another claim, beside its own. */
export function withForeignIds(input: unknown, { own, other }: WalkedDesk): Changed[] {
  const found = [...parts(input)];
  const names = Object.keys(own.inside) as (keyof typeof own.inside)[];
  const nameOf = (value: unknown) => names.find((name) => own.inside[name] === value);
  const named = found.flatMap((part) => {
    const name = nameOf(part.value);
    return name ? [{ ...part, id: name }] : [];
  });
  // Alone, the id of another article is a right one.
  if (new Set(named.map(({ value }) => value)).size < 2) return [];
  const hasOfClaim = named.some(({ id }) => id === 'evidence' || id === 'derivation');
  return named.flatMap(({ name, id, put }) => [
    { input: put(other.inside[id]), part: name, what: `${name} is the ${id} of another article` },
    ...(id === 'figure' && hasOfClaim
      ? [{ input: put(own.inside.quote), part: name, what: `${name} is another claim` }]
      : []),
  ]);
}

/** The same input with an id that nothing has, or what is no id, in place of each of its ids. */
export function withoutIds(input: unknown, ids: ReadonlySet<unknown>): Changed[] {
  return [...parts(input)]
    .filter(({ value }) => ids.has(value))
    .flatMap(({ name, put }) =>
      [unknownId, ...malformed].map((value) => ({ input: put(value), part: name, what: `${name} is ${shown(value)}` })),
    );
}

/** The same input with something else in each of its other places, and what is no input at all. */
export function malformedElsewhere(input: unknown, ids: ReadonlySet<unknown>): Changed[] {
  const inside = [...parts(input)]
    .filter(({ value }) => !ids.has(value))
    .flatMap(({ name, value, put }) =>
      (typeof value === 'number' ? malformedNumbers : malformed).map((other) => ({
        input: put(other),
        part: name,
        what: `${name} is ${shown(other)}`,
      })),
    );
  const whole = [undefined, null, '', 7, [], 'a\0b'].map((other) => ({
    input: other,
    part: '',
    what: `all is ${String(other)}`,
  }));
  return [...inside, ...whole];
}
