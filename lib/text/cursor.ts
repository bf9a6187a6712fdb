/**
 * A place in an ordered list that only moves forwards, so that a pass with ever later questions stays linear.
 * Invariant: what has been passed is never looked at again. It refuses to go back.
 */
export class Cursor<T> {
  private at = 0;

  constructor(private readonly items: readonly T[]) {}

  /** The first item not passed yet. */
  get next(): T | undefined {
    return this.items[this.at];
  }

  /** The last item passed. */
  get last(): T | undefined {
    return this.items[this.at - 1];
  }

  /** Passes the items up to the first for which `isPast` is false, and gives that one. */
  pass(isPast: (item: T) => boolean): T | undefined {
    for (let item = this.next; item !== undefined && isPast(item); item = this.next) this.at++;
    return this.next;
  }

  /** Takes the items up to the first for which `belongs` is false. */
  take(belongs: (item: T) => boolean): T[] {
    const from = this.at;
    this.pass(belongs);
    return this.items.slice(from, this.at);
  }
}
