/** Long texts in pieces, each created when the reader asks for it, so that a file of any length needs little memory. */
import { setImmediate } from 'node:timers/promises';

/** Minimum UTF-16 units of a piece: what a socket takes at once. */
const least = 32_768;

/** Joins small parts into pieces worth sending. Between two pieces, the server's other work gets its turn. */
export async function* inPieces(parts: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let piece = '';
  for await (const part of parts) {
    piece += part;
    if (piece.length < least) continue;
    yield piece;
    piece = '';
    await setImmediate();
  }
  if (piece !== '') yield piece;
}

/** An array, or members that are made one at a time. */
const isList = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;

/** How deep objects are split; deeper values are small. */
const depth = 2;

/**
 * An object as JSON in small parts, lists member by member; a list may be a generator. Plus a line feed at the end, the
 * result equals `JSON.stringify` with two spaces.
 */
export function* jsonParts(value: object): Generator<string> {
  yield* partsOf(value, '', depth);
  yield '\n';
}

function* partsOf(value: object, indent: string, levels: number): Generator<string> {
  const isArray = isList(value);
  const inner = `${indent}  `;
  let isEmpty = true;
  for (const [key, member] of isArray ? keyless(value) : Object.entries(value)) {
    if (member === undefined && !isArray) continue;
    const before = `${isEmpty ? (isArray ? '[' : '{') : ','}\n${inner}${key === null ? '' : `${JSON.stringify(key)}: `}`;
    isEmpty = false;
    // Split: objects near the top and lists in them. Members of lists are written whole.
    if (typeof member === 'object' && member !== null && key !== null && levels > 0) {
      yield before;
      yield* partsOf(member, inner, levels - 1);
    } else {
      yield before + (JSON.stringify(member, null, 2) ?? 'null').replaceAll('\n', `\n${inner}`);
    }
  }
  const [open, close] = isArray ? ['[', ']'] : ['{', '}'];
  yield isEmpty ? open + close : `\n${indent}${close}`;
}

function* keyless(members: Iterable<unknown>): Generator<[null, unknown]> {
  for (const member of members) yield [null, member];
}
