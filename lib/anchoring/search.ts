/**
 * A search for a passage by its words, wherever it stands: runs of words of the passage and its surroundings vote for
 * where it would be, and the places with most votes are compared word by word. Invariant: candidates are in order of
 * their votes. It refuses to decide which one is right.
 */

import { runHash } from '#lib/text/diff';
import { lowerBound } from '#lib/text/lower-bound';
import { type Matched, matchTokens } from '#lib/text/match';
import type { Tokens } from '#lib/text/tokens';

/** Words per run. One word is in too many places, three are too easily broken by an edit. */
const runLength = 2;

/** A run that stands in more places than this tells nothing, and would make repetitive texts slow. */
const mostPlaces = 24;

/** Votes for places this many words apart are counted together: an edit moves what follows it. */
const bucketSize = 16;

/** The places that are looked at: at most so many, with at least this share of the votes that the best one has. */
const mostCandidates = 4;
const leastVotes = 0.3;

/** The words of a text by their runs. */
export class PassageIndex {
  /** Tokens that carry weight, without punctuation: their indices among all tokens. */
  private readonly words: Int32Array;
  private readonly heads = new Map<number, number>();
  private readonly next: Int32Array;
  private readonly counts = new Map<number, number>();

  constructor(
    private readonly text: string,
    readonly tokens: Tokens,
  ) {
    this.words = wordsOf(tokens);
    this.next = new Int32Array(this.words.length).fill(-1);
    const ids = idsOf(tokens, this.words);
    for (let i = 0; i + runLength <= ids.length; i++) {
      const hash = runHash(ids, i, runLength);
      const count = (this.counts.get(hash) ?? 0) + 1;
      this.counts.set(hash, count);
      if (count > mostPlaces) continue;
      this.next[i] = this.heads.get(hash) ?? -1;
      this.heads.set(hash, i);
    }
  }

  /**
   * Matches some text (a passage amid its surroundings) with each stretch where it may stand. `near` is the offset
   * where it would be if nothing had moved, and gets a vote.
   */
  candidates(query: string, tokens: Tokens, near: number | null): Matched[] {
    const ids = idsOf(tokens, wordsOf(tokens));
    const counted = new Map<number, number>();
    const vote = (place: number, weight: number) => {
      const bucket = Math.floor(place / bucketSize);
      // Half of it goes to the neighbour that the place is nearer to, so that no border cuts votes in two.
      const side = place - bucket * bucketSize < bucketSize / 2 ? bucket - 1 : bucket + 1;
      counted.set(bucket, (counted.get(bucket) ?? 0) + weight);
      counted.set(side, (counted.get(side) ?? 0) + weight / 2);
    };
    for (let i = 0; i + runLength <= ids.length; i++) {
      const hash = runHash(ids, i, runLength);
      const count = this.counts.get(hash) ?? 0;
      if (count === 0 || count > mostPlaces) continue;
      for (let at = this.heads.get(hash) ?? -1; at >= 0; at = this.next[at] ?? -1) vote(at - i, 1 / count);
    }
    if (near !== null) vote(this.wordAt(near), 0.5);
    const best = [...counted].sort(([, x], [, y]) => y - x);
    const chosen: number[] = [];
    for (const [bucket, votes] of best) {
      if (votes < leastVotes * (best[0]?.[1] ?? 0)) break;
      if (chosen.some((other) => Math.abs(other - bucket) <= 1)) continue;
      chosen.push(bucket);
      if (chosen.length === mostCandidates) break;
    }
    return chosen.map((bucket) => this.compare(query, tokens, bucket * bucketSize, ids.length));
  }

  /** Compares with the stretch that begins about a word, with room for what was put in. */
  private compare(query: string, tokens: Tokens, place: number, length: number): Matched {
    const slack = bucketSize + (length >> 1);
    const { words } = this;
    const [from, to] = [place - slack, place + length + slack];
    // Marks before the first word and after the last belong to the text too.
    const first = from <= 0 ? 0 : (words[from] ?? this.tokens.count);
    const last = words[Math.max(0, to)] ?? this.tokens.count;
    return matchTokens(query, tokens, this.text, part(this.tokens, first, last), true);
  }

  private wordAt(offset: number): number {
    const { words, tokens } = this;
    return lowerBound(words.length, (i) => (tokens.start[words[i] ?? 0] ?? 0) >= offset);
  }
}

/** A token lighter than this is a mark. */
const wordWeight = 2;

function wordsOf({ weight, count }: Tokens): Int32Array {
  const words = new Int32Array(count);
  let length = 0;
  for (let i = 0; i < count; i++) if ((weight[i] ?? 0) >= wordWeight) words[length++] = i;
  return words.subarray(0, length);
}

const idsOf = ({ id }: Tokens, words: Int32Array): Int32Array => words.map((i) => id[i] ?? 0);

function part({ start, end, id, weight }: Tokens, from: number, to: number): Tokens {
  return {
    count: Math.max(0, to - from),
    start: start.subarray(from, to),
    end: end.subarray(from, to),
    id: id.subarray(from, to),
    weight: weight.subarray(from, to),
  };
}
