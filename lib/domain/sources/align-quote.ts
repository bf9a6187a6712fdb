/**
 * Aligns the words of a quote with the stretch of a source where they stand best: equal words in order, with words of the
 * source left out between them, words replaced, and words of the quote that the source lacks. A local alignment (Smith and
 * Waterman, 1981) with affine gaps, of the whole quote. Invariant: `to` increases where it is not -1.
 */

/** Words as numbers, equal for equal words, each with its weight. */
export interface WordRow {
  id: Int32Array;
  weight: Float64Array;
}

export interface SourceRow extends WordRow {
  /** 1 for each word before which a sentence ends. */
  opens: Uint8Array;
}

export interface QuoteRow extends WordRow {
  /** 1 for each word before which the quote itself says that something is left out (`…`). */
  gapBefore: Uint8Array;
}

/** Words of the source from `start` to before `end`; `score` is at most the weight of the quote. */
export interface AlignedStretch {
  start: number;
  end: number;
  score: number;
}

/**
 * Costs, as shares of a word's weight (a Han character weighs 4, a long word 8). A replaced word costs less than one that
 * is missing beside one that is left out. A gap costs more than two Han characters found beyond it, so that scattered
 * words are no reason to leave the passage.
 */
const replaced = 0.6;
const missing = 0.8;
const gapOpens = 6;
const gapOpensAtEllipsis = 1;
const gapGoesOn = 0.05;
/** A gap beyond the sentence, so that a look-alike beside the passage is not taken for its beginning or end. */
const sentenceLeftOut = 14;
/** A longer stretch must be better by this much. */
const leastGain = 0.05;

/** Steps of the trace, in the lowest bits; whether the step comes out of a gap, and whether a gap was opened here. */
const step = { begin: 0, pair: 1, skip: 2 } as const;
const stepBits = 3;
const fromGap = 4;
const gapStays = 8;

class Alignment {
  private readonly n: number;
  /** Best score with the first i words of the quote used, ending at the source word, or in a gap after it. */
  private tight: Float64Array;
  private next: Float64Array;
  private readonly gap: Float64Array;
  /** Where the first word of that alignment stands, or -1. */
  private tightFrom: Int32Array;
  private nextFrom: Int32Array;
  private readonly gapFrom: Int32Array;

  constructor(
    private readonly quote: QuoteRow,
    private readonly source: SourceRow,
  ) {
    this.n = quote.id.length;
    const row = () => new Float64Array(this.n + 1);
    [this.tight, this.next, this.gap] = [row(), row(), row().fill(Number.NEGATIVE_INFINITY)];
    const places = () => new Int32Array(this.n + 1).fill(-1);
    [this.tightFrom, this.nextFrom, this.gapFrom] = [places(), places(), places()];
    for (let i = 1; i <= this.n; i++) this.tight[i] = (this.tight[i - 1] ?? 0) - missing * (quote.weight[i - 1] ?? 0);
  }

  /** The best stretch between two source words; fills the trace, one row for each word, where one is given. */
  run(from: number, to: number, trace?: Uint8Array): AlignedStretch | null {
    const { n, quote, source, gap, gapFrom } = this;
    const width = n + 1;
    let best: AlignedStretch | null = null;
    for (let j = from; j < to; j++) {
      const { tight, next, tightFrom, nextFrom } = this;
      const id = source.id[j] ?? 0;
      const goesOn = gapGoesOn * (source.weight[j] ?? 0);
      const [before, after] = [j, j + 1].map((at) => (source.opens[at] === 1 ? sentenceLeftOut : 0));
      const row = (j - from + 1) * width;
      next[0] = 0;
      nextFrom[0] = -1;
      for (let i = 1; i <= n; i++) {
        const weight = quote.weight[i - 1] ?? 0;
        let [score, origin, bits] = [tight[i - 1] ?? 0, tightFrom[i - 1] ?? -1, step.pair as number];
        if ((gap[i - 1] ?? 0) > score)
          [score, origin, bits] = [gap[i - 1] ?? 0, gapFrom[i - 1] ?? -1, step.pair | fromGap];
        score += quote.id[i - 1] === id ? weight : -replaced * weight;
        if (origin < 0) origin = j;
        const skipped = (next[i - 1] ?? 0) - missing * weight;
        if (skipped > score) [score, origin, bits] = [skipped, nextFrom[i - 1] ?? -1, step.skip];
        next[i] = score;
        nextFrom[i] = origin;
        if (trace) trace[row + i] = (trace[row + i] ?? 0) | bits;
      }
      if ((next[n] ?? 0) > (best ? best.score + leastGain : 0)) {
        best = { start: nextFrom[n] ?? j, end: j + 1, score: next[n] ?? 0 };
      }
      // Gaps after this word: those that were open go on, those before it open behind it.
      for (let i = 1; i < n; i++) {
        const opens = (tight[i] ?? 0) - (quote.gapBefore[i] === 1 ? gapOpensAtEllipsis : gapOpens + (before ?? 0));
        const stays = gap[i] ?? 0;
        if (stays < opens) {
          gap[i] = opens;
          gapFrom[i] = tightFrom[i] ?? -1;
        } else if (trace) trace[row + i] = (trace[row + i] ?? 0) | gapStays;
        gap[i] = (gap[i] ?? 0) - goesOn - (quote.gapBefore[i] === 1 ? 0 : (after ?? 0));
      }
      [this.tight, this.next] = [next, tight];
      [this.tightFrom, this.nextFrom] = [nextFrom, tightFrom];
    }
    return best;
  }
}

/** The stretch of some words of a source that is most like a quote, or null where no word of it is there. n × m steps. */
export function bestStretch(
  quote: QuoteRow,
  source: SourceRow,
  from = 0,
  to = source.id.length,
): AlignedStretch | null {
  return quote.id.length === 0 ? null : new Alignment(quote, source).run(from, to);
}

/**
 * The first place at or after a word where all words of a quote stand in order with nothing between, or null (Knuth,
 * Morris and Pratt, 1977). Linear in both.
 */
export function exactStretch(quote: WordRow, source: WordRow, from = 0): AlignedStretch | null {
  const n = quote.id.length;
  if (n === 0) return null;
  /** For each beginning of the quote, the longest shorter one that it ends with. */
  const border = new Int32Array(n + 1);
  border[0] = -1;
  for (let i = 1, k = -1; i <= n; i++) {
    while (k >= 0 && quote.id[k] !== quote.id[i - 1]) k = border[k] ?? -1;
    border[i] = ++k;
  }
  for (let j = from, k = 0; j < source.id.length; j++) {
    while (k >= 0 && quote.id[k] !== source.id[j]) k = border[k] ?? -1;
    if (++k === n)
      return { start: j + 1 - n, end: j + 1, score: quote.weight.reduce((sum, weight) => sum + weight, 0) };
  }
  return null;
}

/** For each word of a quote, its word in a stretch of the source: equal or put in its place; -1 where it has none. */
export function alignWithin(quote: QuoteRow, source: SourceRow, { start, end }: AlignedStretch): Int32Array {
  const n = quote.id.length;
  const to = new Int32Array(n).fill(-1);
  const trace = new Uint8Array((end - start + 1) * (n + 1));
  new Alignment(quote, source).run(start, end, trace);
  let [i, row] = [n, end - start];
  while (i > 0 && row > 0) {
    const bits = trace[row * (n + 1) + i] ?? 0;
    if ((bits & stepBits) === step.skip) {
      i--;
      continue;
    }
    to[i - 1] = start + row - 1;
    i--;
    row--;
    if ((bits & fromGap) === 0) continue;
    // The gap at `i` lies behind this row; it was opened where a row no longer says that it stays.
    while (row > 0 && ((trace[row * (n + 1) + i] ?? 0) & gapStays) !== 0) row--;
    row--;
  }
  return to;
}
