/** Matches two texts token by token: which token of one became which token of the other, and the weight of tokens. */

import { matchRows } from './diff';
import type { Tokens } from './tokens';

/** Two texts whose tokens have been matched: `to[i]` is the token of `b` that token `i` of `a` became, or -1. */
export interface Matched {
  before: string;
  after: string;
  a: Tokens;
  b: Tokens;
  to: Int32Array;
  /** Whether the texts continue beyond the tokens, so that their ends do not correspond. */
  isOpen: boolean;
}

const sentenceEnds = /[.!?。！？…]/;
const clauseEnds = /[,;:，；：、]/;
const closes = /["'”’」』）)\]]/;

/**
 * How good a place is for an edit to begin or end, before token `i`: best between paragraphs, then sentences, clauses,
 * words.
 */
function boundaryOf(text: string, { start, end, count }: Tokens): (i: number) => number {
  return (i) => {
    if (i <= 0 || i >= count) return 6;
    const last = end[i - 1] ?? 0;
    const next = start[i] ?? 0;
    for (let k = last; k < next; k++) if (text.charCodeAt(k) === 10) return 6;
    let mark = text.charAt(last - 1);
    if (closes.test(mark)) mark = text.charAt(last - 2);
    if (sentenceEnds.test(mark)) return 4;
    if (clauseEnds.test(mark)) return 2;
    return next > last ? 1 : 0;
  };
}

/** Matches the tokens of two texts; `isOpen` as in Matched. */
export function matchTokens(before: string, a: Tokens, after: string, b: Tokens, isOpen: boolean): Matched {
  const to = matchRows({
    a: a.id.subarray(0, a.count),
    b: b.id.subarray(0, b.count),
    boundaryA: boundaryOf(before, a),
    boundaryB: boundaryOf(after, b),
  });
  return { before, after, a, b, to, isOpen };
}

/** The weight of the tokens from `from` to before `end`. */
export function weigh({ weight }: Tokens, from: number, end: number): number {
  let sum = 0;
  for (let i = from; i < end; i++) sum += weight[i] ?? 0;
  return sum;
}
