/**
 * A Han numeral under construction, character by character: `二`, `千`, `三`, `百`, `万`. Invariant: `total` is the value of
 * the characters applied so far; a step that the grammar of Chinese numerals forbids (`百千`, a scale not below the one
 * before it) is rejected and changes nothing. It works on values, not on characters.
 */

import type { Hint } from './numeral';

interface Group {
  low: number;
  high: number;
  unit: number;
}

/**
 * The numeral under construction: finished groups (before 万, 亿), the section below 万, and the digit waiting for its
 * scale.
 */
export class HanSection {
  groups: Group[] = [];
  low = 0;
  high = 0;
  digit: { low: number; high: number; single: boolean } | null = null;
  hint: Hint = 'exact';
  lastScale = 0;
  afterZero = false;
  scale = 1;
  large = 1;
  started = false;
  bare = false;

  flushDigit(): void {
    if (!this.digit) return;
    // 三千六 is 3,600: a last digit directly after a scale counts in tenths of it.
    const shorthand = this.digit.single && this.lastScale >= 100 && !this.afterZero;
    const factor = shorthand ? this.lastScale / 10 : 1;
    if (shorthand && this.lastScale >= 1e4) {
      this.groups.push({ low: this.digit.low * factor, high: this.digit.high * factor, unit: 1 });
    } else {
      this.low += this.digit.low * factor;
      this.high += this.digit.high * factor;
    }
    this.digit = null;
  }

  total(): { low: number; high: number } {
    let { low, high } = this;
    for (const group of this.groups) {
      low += group.low;
      high += group.high;
    }
    return { low, high };
  }

  applySmall(scale: number): boolean {
    const implied = this.digit === null && scale === 10;
    if (this.digit === null) {
      if (scale !== 10 && this.started) return false;
      if (this.lastScale !== 0 && this.lastScale <= scale) return false;
      this.bare ||= !this.started && scale > 10;
      this.digit = { low: 1, high: 1, single: false };
    }
    if (this.lastScale !== 0 && this.lastScale < 1e4 && scale >= this.lastScale) return false;
    this.low += this.digit.low * scale;
    this.high += this.digit.high * scale;
    this.digit = null;
    this.lastScale = scale;
    if (!implied) this.scale *= scale;
    this.afterZero = false;
    return true;
  }

  applyLarge(unit: number): boolean {
    let low = this.low + (this.digit?.low ?? 0);
    let high = this.high + (this.digit?.high ?? 0);
    for (let top = this.groups.at(-1); top && top.unit <= unit; top = this.groups.at(-1)) {
      if (top.unit === unit && (low > 0 || high > 0)) break;
      low += top.low;
      high += top.high;
      this.groups.pop();
    }
    // 0万 says zero; a scale without a digit says nothing.
    if (high === 0 && this.digit === null) return false;
    this.groups.push({ low: low * unit, high: high * unit, unit });
    this.low = 0;
    this.high = 0;
    this.digit = null;
    this.lastScale = unit;
    this.scale *= unit;
    this.large *= unit;
    this.afterZero = false;
    return true;
  }
}
