/**
 * Numerals written with English words, alone or mixed with digits: `twenty-one`, `two hundred and six`, `3.5 million`,
 * `a dozen`, `two and a half billion`, `three quarters`, `nine point nought four`, `three lakh crore`, `tens of
 * thousands`. Invariant: a numeral begins and ends at word boundaries. Not numerals: ordinals (`fifth`, alone) and the
 * articles `a` and `an` where no number word follows.
 */

import { type FoldedText, isDigit } from '#lib/text/forms/folded';
import {
  readDecimalWords,
  readFractionPhrase,
  readHundredth,
  readOrdinal,
  type Share,
  scaledShare,
} from './english-shares';
import { DOZENS, HUNDREDS, type Lexeme, lexemeAt, ORDINALS, SCALES, TENS, UNITS, VAGUE } from './english-words';
import { type Hint, type Numeral, numeralOf, tidy } from './numeral';

/** The longest spelled number in news is far below this many words. */
const MAX_WORDS = 24;

/** Whether a scale word follows digits, so that the number continues (`3.5 million`, `30-million`, `13 lakh`). */
export function continuesInWords(t: FoldedText, end: number): boolean {
  const next = lexemeAt(t, end, true);
  if (next?.kind !== 'word') return false;
  if (SCALES.has(next.word)) return next.word !== 'mm' && next.word !== 'k';
  if (next.word === 'point') return isDigit(t.text.charCodeAt(next.end + 1));
  return (
    HUNDREDS.has(next.word) ||
    DOZENS.has(next.word) ||
    (next.word === 'and' && readFractionPhrase(t, next.end) !== null)
  );
}

/** The state of a reading: finished scales, the part below the next scale, and what came last. */
interface State {
  total: number;
  part: number;
  last: 'none' | 'article' | 'unit' | 'ten' | 'hundred' | 'scale' | 'fraction';
  lastScale: number;
  scale: number;
  large: number;
  end: number;
  words: number;
}

/**
 * Reads an English numeral at `i`, which must be the start of a word or of a number in digits. `a` counts as one
 * before a number word; `tens of thousands` is 20,000 to 90,000; `several hundred` 200 to 900. Null where there is
 * none.
 */
export function readWordNumeral(t: FoldedText, i: number): Numeral | null {
  return readVague(t, i) ?? readExact(t, i);
}

function result(i: number, end: number, low: number, high: number, hint: Hint, rest: Partial<Numeral> = {}): Numeral {
  return Object.assign(numeralOf('words', i, end, tidy(low), tidy(high)), { hint, ...rest });
}

const PLURAL_SCALES = new Map<string, number>([
  ['tens', 10],
  ['dozens', 12],
  ['scores', 20],
  ['hundreds', 100],
  ['thousands', 1e3],
  ['millions', 1e6],
  ['billions', 1e9],
  ['trillions', 1e12],
]);

function readVague(t: FoldedText, i: number): Numeral | null {
  const first = lexemeAt(t, i, false);
  if (first?.kind !== 'word') return null;
  let at = first;
  if (PLURAL_SCALES.has(first.word)) {
    let scale = PLURAL_SCALES.get(first.word) ?? 1;
    let end = first.end;
    for (let hops = 0; hops < 2; hops++) {
      const of = lexemeAt(t, end, true);
      const next = of?.word === 'of' ? lexemeAt(t, of.end, true) : null;
      const inner = next && (PLURAL_SCALES.get(next.word) ?? SCALES.get(next.word));
      if (!inner || inner < 100) break;
      scale *= inner;
      end = next.end;
    }
    // A plural scale counts only with `of` (`tens` and `scores` have other senses).
    if (end === first.end && lexemeAt(t, end, true)?.word !== 'of') return null;
    return result(i, end, 2 * scale, 9 * scale, 'about', { scale, large: scale });
  }
  if (first.word === 'a') {
    const next = lexemeAt(t, first.end, true);
    if (!next || (next.word !== 'few' && next.word !== 'couple')) return null;
    at = next;
  }
  if (!VAGUE.has(at.word)) return null;
  let next = lexemeAt(t, at.end, true);
  if (next?.word === 'of') next = lexemeAt(t, next.end, true);
  const scale =
    next && (HUNDREDS.has(next.word) ? 100 : (SCALES.get(next.word) ?? (DOZENS.has(next.word) ? 12 : undefined)));
  if (!next || !scale || at.word === 'many') return null;
  const after = lexemeAt(t, next.end, true);
  const larger = after && SCALES.get(after.word);
  const factor = larger && larger > scale ? scale * larger : scale;
  const high = at.word === 'couple' ? 2 : 9;
  return result(i, larger && larger > scale ? after.end : next.end, 2 * factor, high * factor, 'about', {
    scale: factor,
    large: factor,
  });
}

function readExact(t: FoldedText, i: number): Numeral | null {
  const s: State = { total: 0, part: 0, last: 'none', lastScale: Infinity, scale: 1, large: 1, end: i, words: 0 };
  let joined: State | null = null;
  let fraction = false;
  let digits = false;
  for (let count = 0; count < MAX_WORDS; count++) {
    const next = lexemeAt(t, s.end, s.last !== 'none');
    if (!next) {
      if (s.last === 'scale' && takesComma(t, s, next)) continue;
      break;
    }
    if (next.word === 'and') {
      if (s.last === 'none' || s.last === 'article') break;
      const part = readFractionPhrase(t, next.end);
      if (part) {
        Object.assign(s, addPart(t, s, part));
        fraction = false;
        joined = null;
        break;
      }
      if (!isNumberWord(t, next.end)) break;
      joined = { ...s };
      s.end = next.end;
      s.words++;
      continue;
    }
    if (next.word === 'point' && s.last !== 'none' && s.last !== 'article') {
      const decimals = readDecimalWords(t, next.end);
      if (!decimals) break;
      s.part += decimals.value;
      s.end = decimals.end;
      joined = null;
      const scale = lexemeAt(t, s.end, true);
      if (scale && SCALES.has(scale.word)) applyScale(s, SCALES.get(scale.word) ?? 1, scale.end);
      break;
    }
    // After `and`, tens go with the number before them (`one hundred and thirty fifths`).
    const share = joined && TENS.has(next.word) ? null : readDenominator(t, next, s);
    if (share) {
      const { end, value } = share;
      Object.assign(s, { total: value, part: 0, last: 'fraction', end });
      fraction = value < 1;
      joined = null;
      break;
    }
    if (s.last === 'none' && next.kind === 'digits') digits = true;
    if (!advance(t, s, next, joined)) {
      if (joined && (HUNDREDS.has(next.word) || SCALES.has(next.word))) Object.assign(s, joined);
      break;
    }
    s.words++;
    if (DOZENS.has(next.word)) break;
  }
  if (s.last === 'none' || s.last === 'article') return null;
  if (joined && s.end > joined.end && s.last !== 'fraction' && s.total + s.part <= joined.total + joined.part)
    Object.assign(s, joined);
  const value = s.total + s.part;
  const plain = s.words <= 1 && !digits && s.last !== 'fraction';
  return result(i, s.end, value, value, 'exact', { scale: s.scale, large: s.large, fraction, plain });
}

function isNumberWord(t: FoldedText, end: number): boolean {
  const next = lexemeAt(t, end, true);
  if (!next) return false;
  if (next.kind === 'digits') return true;
  const { word } = next;
  return UNITS.has(word) || TENS.has(word);
}

function applyScale(s: State, scale: number, end: number): boolean {
  if (s.part === 0 && s.last !== 'scale' && s.last !== 'fraction') return false;
  if (s.last === 'scale' && s.part === 0) {
    if (s.total === 0 || scale < s.lastScale) return false;
    s.total *= scale;
  } else {
    if (scale >= s.lastScale) return false;
    s.total += s.part * scale;
  }
  s.part = 0;
  s.lastScale = scale;
  s.scale *= scale;
  s.large *= scale;
  s.last = 'scale';
  s.end = end;
  return true;
}

function advance(t: FoldedText, s: State, next: Lexeme, joined: State | null): boolean {
  const { word } = next;
  if (next.kind === 'digits') {
    const room = s.last === 'hundred' ? 100 : s.last === 'scale' ? s.lastScale : Infinity;
    if (s.last !== 'none' && !(joined && joined.end < next.start && next.value < room)) {
      if (!(s.last === 'scale' && next.value < room && continuesInWords(t, next.end))) return false;
    }
    s.part = s.last === 'hundred' ? s.part + next.value : next.value;
    s.last = next.value >= 100 ? 'hundred' : 'unit';
    s.end = next.end;
    return true;
  }
  if ((word === 'a' || word === 'an') && s.last === 'none') {
    const after = lexemeAt(t, next.end, true);
    if (!after || after.hyphen) return false;
    const tens = TENS.has(after.word) && readOrdinal(t, after, true) !== null;
    if (
      !tens &&
      !HUNDREDS.has(after.word) &&
      !SCALES.has(after.word) &&
      !DOZENS.has(after.word) &&
      !ORDINALS.has(after.word)
    )
      return false;
    if (after.word === 'k' || after.word === 'mil' || after.word === 'mm' || after.word === 'first') return false;
    Object.assign(s, { part: 1, last: 'article', end: next.end });
    return true;
  }
  const unit = UNITS.get(word);
  if (unit !== undefined) {
    const afterTen = s.last === 'ten' && unit > 0 && unit < 10;
    if (s.last === 'unit' || s.last === 'article' || (s.last === 'ten' && !afterTen)) return false;
    s.part += unit;
    s.last = 'unit';
    s.scale = s.large = 1;
  } else if (TENS.has(word)) {
    if (s.last === 'unit' || s.last === 'ten' || s.last === 'article') return false;
    s.part += TENS.get(word) ?? 1;
    s.last = 'ten';
    s.scale = s.large = 1;
  } else if (HUNDREDS.has(word)) {
    const after = lexemeAt(t, next.end, true);
    if (s.last === 'none' && !(after && (SCALES.has(after.word) || after.word === 'dollars'))) return false;
    if (s.last === 'hundred' && s.part >= 1000) return false;
    if (s.last === 'scale' || (joined && s.part >= 100)) return false;
    s.part = (s.last === 'none' ? 1 : s.part) * 100;
    s.last = 'hundred';
    s.scale *= 100;
  } else if (SCALES.has(word)) {
    if (next.end - next.start <= 2 && s.last !== 'unit' && s.last !== 'hundred') return false;
    return applyScale(s, SCALES.get(word) ?? 1, next.end);
  } else if (word === 'score') {
    // `four score and seven years`; otherwise a score is a result.
    if (s.last !== 'unit' || !/^ (?:and|years)\b/.test(t.lower.slice(next.end, next.end + 7))) return false;
    s.part *= 20;
    s.last = 'hundred';
  } else if (DOZENS.has(word)) {
    if (s.last === 'none') return false;
    const apart = joined ? joined.total + joined.part : 0;
    s.total = apart + (s.total + s.part - apart) * 12;
    s.part = 0;
    s.last = 'scale';
  } else {
    return false;
  }
  s.end = next.end;
  return true;
}

/** `three million, two hundred and forty`: a comma goes on only from a scale to a smaller spelled number. */
function takesComma(t: FoldedText, s: State, next: Lexeme | null): boolean {
  if (next || t.text.charCodeAt(s.end) !== 44) return false;
  const after = lexemeAt(t, s.end + 1, true);
  if (after?.kind !== 'word' || !(UNITS.has(after.word) || TENS.has(after.word))) return false;
  const further = lexemeAt(t, after.end, true);
  if (
    !further ||
    !(HUNDREDS.has(further.word) || SCALES.has(further.word) || UNITS.has(further.word) || further.word === 'and')
  )
    return false;
  s.end += 1;
  return true;
}

/**
 * A denominator at `next` turns all of the number before it into a share (`twenty-three fifths`); `half` and `a
 * quarter` may also begin one.
 */
function readDenominator(t: FoldedText, next: Lexeme, s: State): Share | null {
  if (next.kind === 'digits') return null;
  const denominator =
    (s.last === 'unit' ? readHundredth(t, next) : null) ??
    readOrdinal(t, next, s.last !== 'none' && s.last !== 'scale');
  if (!denominator) return null;
  const { bottom, plural, end } = denominator;
  const top = s.total + s.part;
  if (s.last === 'none') {
    const isPoint = /^-(?:percentage-)?point/.test(t.lower.slice(end, end + 18));
    return next.word === 'half' || next.word === 'quarter'
      ? scaledShare(t, end, 1 / bottom, next.word === 'quarter' && !isPoint)
      : null;
  }
  // Before another word of a compound there is no plural (`a three-quarter-point rise`).
  const compound = next.hyphen && t.text[end] === '-';
  if (top <= 0 || (!plural && top !== 1 && !compound) || (plural && top === 1 && s.last !== 'article')) return null;
  if (s.last === 'scale' && !plural) return null;
  return scaledShare(t, end, top / bottom, false);
}

/**
 * Adds the part after `and` to the number before it: in its last scale (`three million and a quarter`), or before a
 * scale that follows (`two and a half billion`).
 */
function addPart(t: FoldedText, s: State, part: Share): Partial<State> {
  const whole = s.total + s.part;
  const next = lexemeAt(t, part.end, true);
  const scale =
    next && next.word.length > 1 ? (SCALES.get(next.word) ?? (DOZENS.has(next.word) ? 12 : undefined)) : undefined;
  const done = {
    part: 0,
    last: 'fraction' as const,
    end: scale && next ? next.end : part.end,
    scale: scale ?? s.scale,
    large: scale ?? s.large,
  };
  if (s.last === 'scale') return { ...done, total: whole + part.value * (scale ?? s.lastScale) };
  return { ...done, total: (whole + part.value) * (scale ?? 1) };
}
