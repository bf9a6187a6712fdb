/**
 * Searches for a passage by its words anywhere in a text: runs of words of the passage and its surroundings vote for
 * where it would be, and the places with most votes are compared word by word. Returns candidates by number of votes;
 * the caller chooses.
 */

import { runHash } from '#lib/text/diff';
import { lowerBound } from '#lib/text/lower-bound';
import { type Matched, matchTokens } from '#lib/text/match';
import type { Tokens } from '#lib/text/tokens';

/** Words per run. Single words occur in too many places; runs of three break too easily. */
const runLength = 2;

/** Runs in more places than this say nothing and would make repetitive texts slow. */
const mostPlaces = 24;

/** Votes for places this many words apart are counted together, since an edit shifts what follows it. */
const bucketSize = 16;

/** Candidates that are compared: at most this many, each with at least this share of the best one's votes. */
const mostCandidates = 4;
const leastVotes = 0.3;

/** The words of a text, indexed by their runs. */
export class PassageIndex {
  /** Indices of the tokens that carry weight, without punctuation. */
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
   * Matches a text (a passage with its surroundings) with each stretch where it may stand. `near`: the offset where it
   * would be if nothing had moved; it gets one vote. `mayFit`: stretches that cannot be what is sought are left out without
   * being compared.
   */
  candidates(
    query: string,
    tokens: Tokens,
    near: number | null,
    mayFit: (stretch: Tokens) => boolean = () => true,
  ): Matched[] {
    const ids = idsOf(tokens, wordsOf(tokens));
    const counted = new Map<number, number>();
    const vote = (place: number, weight: number) => {
      const bucket = Math.floor(place / bucketSize);
      // Half of each vote goes to the nearer neighbour, so that bucket borders do not split votes.
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
    return chosen
      .map((bucket) => this.stretchAt(bucket * bucketSize, ids.length))
      .filter(mayFit)
      .map((stretch) => matchTokens(query, tokens, this.text, stretch, true));
  }

  /** The stretch that begins near a word, with room for insertions. */
  private stretchAt(place: number, length: number): Tokens {
    const slack = bucketSize + (length >> 1);
    const { words } = this;
    const [from, to] = [place - slack, place + length + slack];
    // Punctuation before the first word and after the last belongs to the text too.
    const first = from <= 0 ? 0 : (words[from] ?? this.tokens.count);
    const last = words[Math.max(0, to)] ?? this.tokens.count;
    return part(this.tokens, first, last);
  }

  private wordAt(offset: number): number {
    const { words, tokens } = this;
    return lowerBound(words.length, (i) => (tokens.start[words[i] ?? 0] ?? 0) >= offset);
  }
}

/** Tokens lighter than this are punctuation. */
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
