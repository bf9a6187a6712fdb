/**
 * Which of a row of places are taken: a segment tree, whose nodes say whether any or all of their places are. Both
 * questions take O(log n).
 */
export class TakenPlaces {
  private readonly size: number;
  private readonly some: Uint8Array;
  private readonly all: Uint8Array;

  constructor(places: number) {
    this.size = 2 ** Math.ceil(Math.log2(Math.max(1, places)));
    this.some = new Uint8Array(2 * this.size);
    this.all = new Uint8Array(2 * this.size);
  }

  /** Whether no place from `from` to before `to` is taken. */
  isFree(from: number, to: number, node = 1, start = 0, width = this.size): boolean {
    if (to <= start || start + width <= from || !this.some[node]) return true;
    if (this.all[node] || (from <= start && start + width <= to)) return false;
    const half = width / 2;
    return this.isFree(from, to, 2 * node, start, half) && this.isFree(from, to, 2 * node + 1, start + half, half);
  }

  /** Takes the places from `from` to before `to`. */
  take(from: number, to: number, node = 1, start = 0, width = this.size): void {
    if (to <= start || start + width <= from || this.all[node]) return;
    this.some[node] = 1;
    if (from <= start && start + width <= to) {
      this.all[node] = 1;
      return;
    }
    const half = width / 2;
    this.take(from, to, 2 * node, start, half);
    this.take(from, to, 2 * node + 1, start + half, half);
  }
}
