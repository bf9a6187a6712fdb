/**
 * A position in an ordered list that only moves forwards, so that a pass with ever later questions stays linear.
 * Invariant: passed items are never read again.
 */
export class Cursor<T> {
  private at = 0;

  constructor(private readonly items: readonly T[]) {}

  /** The first item not yet passed. */
  get next(): T | undefined {
    return this.items[this.at];
  }

  /** The last passed item. */
  get last(): T | undefined {
    return this.items[this.at - 1];
  }

  /** Passes all items up to the first for which `isPast` is false, and returns that one. */
  pass(isPast: (item: T) => boolean): T | undefined {
    for (let item = this.next; item !== undefined && isPast(item); item = this.next) this.at++;
    return this.next;
  }

  /** Returns the items up to the first for which `belongs` is false. */
  take(belongs: (item: T) => boolean): T[] {
    const from = this.at;
    this.pass(belongs);
    return this.items.slice(from, this.at);
  }
}
