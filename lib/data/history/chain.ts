/**
 * Holds the lines of one article's history against their seals: every number is there, and every line fits the seal before
 * it. No database is needed, so a history that left the desk in a packet is held the same way.
 */
import { type SealedLine, sealOf } from './seal';

/** What is wrong, with the first and last line that it concerns. */
export type BrokenPlace = {
  article: { id: string; title: string };
  /**
   * `missing`: no line has these numbers. `cut`: the same, at the end. `surplus`: more lines than the article counted.
   * `changed`: not what was sealed, or what went before was written anew. `moved`: sealed under another number.
   * `unsealed`: without a seal although an earlier line has one.
   */
  what: 'missing' | 'cut' | 'surplus' | 'changed' | 'moved' | 'unsealed';
  from: number;
  to: number;
};

export type StoredLine = SealedLine & { hash: string };

/** A line that fits none of the seals that it may follow. */
type Suspect = { line: StoredLine; previous: string[] };

/** Where one article has more misfits, all are told as changed: looking for where each came from grows with their cube. */
const maxSuspects = 12;

/** One article's lines, taken in the order of their numbers. */
export class Chain {
  lines = 0;
  /** Lines from before there were seals: they cannot be checked. */
  unsealed = 0;
  private expected = 1;
  /** The seals that the next line may follow; none where the line before it is gone, and then nothing can be said. */
  private previous = [''];
  private isSealed = false;
  private suspects: Suspect[] = [];
  private hasTooManySuspects = false;
  /** A broken place that the next line may still belong to. */
  private open: Pick<BrokenPlace, 'what' | 'from' | 'to'> | null = null;

  constructor(
    private readonly article: BrokenPlace['article'],
    private readonly tell: (place: BrokenPlace) => void,
  ) {}

  take(line: StoredLine): void {
    this.lines += 1;
    if (line.seq > this.expected) {
      this.report('missing', this.expected, line.seq - 1);
      this.previous = [];
    }
    const fitting = this.previous.map((seal) => sealOf(seal, line));
    this.judge(line, fitting);
    this.expected = Math.max(1, line.seq + 1);
    // Where the seal alone was tampered with, the line after this one fits the seal that this one had.
    this.previous = fitting.includes(line.hash) ? [line.hash] : [line.hash, ...fitting];
  }

  /** A line that is not told: its seal is taken as it is given, and the next line is held against it. */
  skip({ seq, hash }: Pick<StoredLine, 'seq' | 'hash'>): void {
    this.lines += 1;
    if (seq > this.expected) this.report('missing', this.expected, seq - 1);
    this.isSealed ||= hash !== '';
    this.expected = Math.max(1, seq + 1);
    this.previous = [hash];
  }

  private judge(line: StoredLine, fitting: string[]): void {
    const { seq, hash } = line;
    // Numbers below 1 are nobody's.
    if (seq < 1) this.report('surplus', seq, seq);
    else if (hash === '' && this.isSealed) this.report('unsealed', seq, seq);
    else if (hash === '') this.unsealed += 1;
    else {
      this.isSealed = true;
      if (fitting.length === 0 || fitting.includes(hash)) return;
      this.suspects.push({ line, previous: this.previous });
      this.hasTooManySuspects ||= this.suspects.length > maxSuspects;
      if (!this.hasTooManySuspects) return;
      for (const suspect of this.suspects) this.report('changed', suspect.line.seq, suspect.line.seq);
      this.suspects = [];
    }
  }

  /** @param atFirst the number of lines that the article counted before its lines were read, and `atLast` after. */
  end(atFirst: number, atLast: number): void {
    const last = this.expected - 1;
    if (last < atFirst) this.report('cut', last + 1, atFirst);
    if (last > atLast) this.report('surplus', atLast + 1, last);
    this.clear();
    this.judgeSuspects();
    this.clear();
  }

  /**
   * Tells lines that were moved from lines that were changed. A moved line still fits its old number and the seal that it
   * followed, and both are now held by other misfits; a line that only lost its neighbour fits its own number so.
   */
  private judgeSuspects(): void {
    const numbers = this.suspects.map(({ line }) => line.seq);
    const seals = [...new Set(this.suspects.flatMap(({ line, previous }) => [line.hash, ...previous]))];
    const fits = (line: StoredLine, seq: number) => seals.some((seal) => sealOf(seal, { ...line, seq }) === line.hash);
    const findings = this.suspects.map(({ line: { seq, ...line } }) => {
      const isInPlace = fits({ ...line, seq }, seq);
      if (isInPlace) return { seq, what: null };
      return { seq, what: numbers.some((number) => fits({ ...line, seq }, number)) ? 'moved' : 'changed' } as const;
    });
    const isExplained = findings.some(({ what }) => what !== null);
    for (const { seq, what } of findings) {
      if (what) this.report(what, seq, seq);
      else if (!isExplained) this.report('changed', seq, seq);
    }
  }

  /** Places of one kind that follow each other are told as one. */
  private report(what: BrokenPlace['what'], from: number, to: number): void {
    if (this.open?.what === what && this.open.to === from - 1) {
      this.open.to = to;
      return;
    }
    this.clear();
    this.open = { what, from, to };
  }

  private clear(): void {
    if (this.open) this.tell({ article: this.article, ...this.open });
    this.open = null;
  }
}
