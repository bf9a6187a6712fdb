/**
 * Units and counted nouns in Latin letters: measures by name and symbol, lengths of time, and the plural noun that an
 * English number counts. Invariant: a symbol is read in its own case (`MW` is not `mW`); a single letter separated from
 * its number is read only if it is an SI symbol. Function words and verbs after a number are not nouns.
 */

import { wordEnd } from '#lib/reading/figures/numerals/english-words';
import { type FoldedText, isDigit, isLatin, skipSpaces } from '#lib/text/forms/folded';
import { LATIN_NOUNS } from './names';
import { RATES, UNITS } from './table';
import { type Entry, entriesOf, type Unit } from './unit';

/**
 * Units in Latin letters. Keys are in small letters unless the case decides (`MW`, `mW`); those of two words are in small
 * letters with a space between (`light year`).
 */
export const LATIN = new Map(
  entriesOf('en').map(([form, entry]): [string, Entry] => [
    /[ -]/.test(form) ? form.toLowerCase().replace('-', ' ') : form,
    entry,
  ]),
);

/** Symbols of rates. */
const LATIN_RATES = new Map(RATES.map(([form, unit, per]) => [form, { unit, per }]));

/** Words after a number that are not what it counts. */
const STOP = new Set(
  (
    'of in on at to by for from with and or but the a an is are was were be been has have had will ' +
    'would can could may might must as than that which who ' +
    'more less fewer if so then also not per over under above below between after before since until ' +
    'during because while when where what this these those it its his her their our your my ' +
    'he she they we you i said says say year-on-year out up down off only just about around ago later ' +
    'earlier old each every all both either neither nor yet still even too very ' +
    'us uk eu vs versus via against into onto among within without along through times am pm bc ad ' +
    'est gmt whereas whose'
  ).split(' '),
);

/** Reads the unit in Latin letters after a number that ends at `i`. */
export function latinUnit(t: FoldedText, i: number, one: boolean): Unit | null {
  const { text, lower } = t;
  let at = i;
  const hyphen = text[at] === '-';
  if (hyphen) at++;
  at = skipSpaces(text, at);
  if (at - i > 3) return null;
  if (text[at] === '°') {
    const scale = /^° ?([CF])/.exec(text.slice(at, at + 3));
    const end = at + (scale ? scale[0].length : 1);
    return {
      kind: 'measure',
      unit: scale ? (scale[1] === 'C' ? 'degree Celsius' : 'degree Fahrenheit') : 'degree',
      factor: 1,
      end,
      nounEnd: end,
    };
  }
  if (text[i] === '×' && !/^ ?[\d一-鿿]/.test(text.slice(i + 1, i + 3)))
    return { kind: 'times', unit: 'times', factor: 1, end: i + 1, nounEnd: i + 1 };
  // The prefix micro is a Greek letter, or a sign of its own (U+00B5).
  const micro = 'μµ'.includes(text.charAt(at) || ' ') ? 1 : 0;
  if (!isLatin(text.charCodeAt(at + micro))) return null;
  const end = wordEnd(text, at + micro, at + 32);
  const raw = text.slice(at, end).replace('µ', 'μ');
  const word = lower.slice(at, end);
  const next = text[end] === ' ' ? lower.slice(end + 1, wordEnd(text, end + 1, end + 24)) : '';
  if (
    (word === 'per' || word === 'percentage' || word === 'basis') &&
    (next === 'cent' || next === 'centum' || next === 'points' || next === 'point')
  ) {
    const stop = end + 1 + next.length;
    if (word !== 'per' || next.startsWith('cent')) {
      return { kind: 'percent', unit: 'percent', factor: word === 'basis' ? 0.01 : 1, end: stop, nounEnd: stop };
    }
  }
  if (word === 'square' || word === 'cubic' || word === 'sq') {
    const unit = powerOf(LATIN.get(next), word === 'cubic' ? 'cubic' : 'square');
    if (unit !== null) {
      const stop = end + 1 + next.length;
      return { kind: 'measure', unit, factor: 1, end: stop, nounEnd: stop };
    }
  }
  if (word === 'times' || word === 'x') {
    const multiple =
      word === 'x'
        ? at === i && !isLatin(text.charCodeAt(end))
        : /^(?:more|higher|as|larger|bigger|the|greater|faster|that|its|their|better|cheaper)$/.test(next);
    if (multiple) return { kind: 'times', unit: 'times', factor: 1, end, nounEnd: end };
    return word === 'times' ? { kind: 'count', unit: 'time', factor: 1, end: i, nounEnd: end } : null;
  }
  const slashed = text[end] === '/' ? wordEnd(text, end + 1, end + 4) : end;
  const rate = LATIN_RATES.get(lower.slice(at, slashed));
  if (rate) return { kind: 'measure', unit: rate.unit, per: rate.per, factor: 1, end: slashed, nounEnd: slashed };
  // Where money was not read, a pound is a weight.
  if (word === 'pound' || word === 'pounds') return { kind: 'measure', unit: 'pound', factor: 1, end, nounEnd: end };
  const scale = temperatureScale(t, i, at, end);
  if (scale) return { kind: 'measure', unit: scale.unit, factor: 1, end: scale.end, nounEnd: scale.end };
  if (raw === 'in' && at === i) return { kind: 'measure', unit: 'inch', factor: 1, end, nounEnd: end };
  // `21st` is a rank, `12st` a weight.
  if (raw === 'st' && text[i - 1] === '1' && text[i - 2] !== '1') return null;
  const phrase = phraseUnit(text, lower, at, end);
  if (phrase) return phrase;
  const raised = raisedUnit(t.text, at, end, LATIN.get(raw));
  if (raised) return raised;
  const found = LATIN.get(raw) ?? (raw.length > 2 || (raw.length > 1 && at === i) ? LATIN.get(word) : undefined);
  // Letters between digits and capitals are part of a code (`17L6XQ`).
  const coded = /^\d+[A-Z]/.test(text.slice(end, end + 8));
  // `12 stone walls`: the plural after it is what is counted.
  const describes = word === 'stone' && LATIN_PLURAL.test(next);
  if (
    found &&
    !coded &&
    !describes &&
    !(word === 'pc' && at > i) &&
    !(word === 'foot' && next === '' && text[end] !== '-')
  ) {
    const single = word.length === 1 && at > i && !['m', 't', 'L', 'g', 'W', 'V', 'J', 'l'].includes(raw);
    if (!single) {
      const possessive = text[end] === "'" || text[end] === '’' ? (text[end + 1] === 's' ? 2 : 1) : 0;
      return { kind: found[0], unit: found[1], factor: found[2] ?? 1, end, nounEnd: end + possessive };
    }
  }
  if (at === i && !hyphen) return null;
  return latinCount(t, i, at, one);
}

const WEATHER =
  /\b(?:temperatures?|degrees?|heat(?:wave)?|hotter|colder|warm(?:er|ing|ed)|cool(?:er|ed|ing)|weather|freez(?:e|ing)|(?:highs?|lows?) (?:of|in|near|around)|mercury|celsius|fahrenheit|ovens?|bake[ds]?|boil(?:s|ing)?|melt(?:s|ing)?|fever|thermometer)\b|°/;

/** Verbs directly before a temperature (`it fell 3C`, `hit 41C`). */
const MOVED =
  /\b(?:fell|falls?|rose|rises?|drops?|dropped|dips?|dipped|climbs?|climbed|plunge[sd]?|soar(?:s|ed)|jump(?:s|ed)|warm(?:s|ed)|cool(?:s|ed)|top(?:s|ped)|hits?|reach(?:es|ed)?) (?:by |to |about |around |nearly |almost |over |above |below |a record |up to |as much as )?$/;

/**
 * `41C`, `106F`, `20 degrees C`: a letter after a number is a scale of temperature where the words around tell of one, after
 * a sign or a decimal point, and beside the other scale.
 */
function temperatureScale(t: FoldedText, i: number, at: number, end: number): { unit: string; end: number } | null {
  const { text, lower } = t;
  const named = /^degrees? ?([cf])(?![a-z])|^degrees? centigrade/.exec(lower.slice(at, at + 20));
  if (named) return { unit: scaleOf(named[1] ?? 'c'), end: at + named[0].length };
  const letter = text.slice(at, end);
  if (letter !== 'C' && letter !== 'F') return null;
  const number = /[-−]?\d+(?:\.\d+)?$/.exec(text.slice(Math.max(0, i - 8), i))?.[0] ?? '';
  const signed =
    /^[-−]/.test(number) &&
    /(?:^|[\s(]|minus)$/.test(lower.slice(Math.max(0, i - number.length - 5), i - number.length));
  const paired =
    /^ ?[(/] ?-?\d+(?:\.\d+)? ?[CF]\b/.test(text.slice(end, end + 12)) ||
    /\d ?[CF] ?[(/] ?-?$/.test(text.slice(Math.max(0, i - number.length - 6), i - number.length));
  const told = WEATHER.test(lower.slice(Math.max(0, i - 56), i)) || WEATHER.test(lower.slice(end, end + 32));
  const moved = at === i && MOVED.test(lower.slice(Math.max(0, i - number.length - 32), i - number.length));
  const glued = moved || (at === i && ((signed && letter === 'C') || number.includes('.')));
  return glued || paired || told ? { unit: scaleOf(letter.toLowerCase()), end } : null;
}

const scaleOf = (letter: string): string => (letter === 'c' ? 'degree Celsius' : 'degree Fahrenheit');

/** Units of two words, which a hyphen may join: `5 kilowatt hours`, `4 light-years`, `30 degrees Celsius`. */
function phraseUnit(text: string, lower: string, at: number, end: number): Unit | null {
  if (text[end] !== ' ' && text[end] !== '-') return null;
  const stop = wordEnd(text, end + 1, end + 12);
  const [first, second] = [lower.slice(at, end), lower.slice(end + 1, stop)];
  const found = LATIN.get(`${first} ${second}`);
  return found ? { kind: found[0], unit: found[1], factor: found[2] ?? 1, end: stop, nounEnd: stop } : null;
}

/** The unit that a length gives with its power (`square metre`); null where the table has none. */
function powerOf(base: Entry | undefined, power: 'square' | 'cubic'): string | null {
  const unit = `${power} ${base?.[1]}`;
  return UNITS.has(unit) ? unit : null;
}

const SQUARES = '2²';
const CUBES = '3³';

/** `120 m²`, `3 km2`: the symbol of a length with its power. */
function raisedUnit(text: string, at: number, end: number, base: Entry | undefined): Unit | null {
  const power = text.charAt(end);
  if (power === '' || end - at > 2) return null;
  const unit = SQUARES.includes(power)
    ? powerOf(base, 'square')
    : CUBES.includes(power)
      ? powerOf(base, 'cubic')
      : null;
  if (unit === null) return null;
  const after = text.charCodeAt(end + 1);
  if (isDigit(after) || isLatin(after)) return null;
  return { kind: 'measure', unit, factor: 1, end: end + 1, nounEnd: end + 1 };
}

/** Units set as one character (Unicode block CJK Compatibility), as East Asian typesetting has them: `㎡`, `㎏`. */
export function squaredUnit(text: string, at: number): Unit | null {
  const symbol = text.charAt(at).normalize('NFKC');
  const base = LATIN.get(symbol) ?? LATIN.get(symbol.slice(0, -1));
  if (!base) return null;
  const plain = { kind: base[0], unit: base[1], factor: base[2] ?? 1, end: at + 1, nounEnd: at + 1 };
  if (LATIN.has(symbol)) return plain;
  const raised = raisedUnit(symbol, 0, symbol.length - 1, base);
  return raised && { ...plain, unit: raised.unit };
}

/** True for a unit set as one character. */
export const isSquaredUnit = (code: number): boolean => code >= 0x3371 && code <= 0x33df;

/**
 * The noun that an English number counts: the first plural among the next three words (`700 contract workers`), or
 * what `one` is of.
 */
function latinCount(t: FoldedText, i: number, from: number, one: boolean): Unit | null {
  const { text, lower } = t;
  const model = MODEL.exec(text.slice(from, from + 64));
  if (model && LATIN_PLURAL.test(model[2] ?? '')) {
    const noun = (model[2] ?? '').toLowerCase();
    const nounEnd = from + model[0].length;
    return { kind: 'count', unit: LATIN_NOUNS.get(noun) ?? singularOf(noun), factor: 1, end: i, nounEnd };
  }
  let at = from;
  for (let words = 0; words < 3; words++) {
    const end = wordEnd(text, at, at + 32);
    if (end === at) break;
    const word = lower.slice(at, end);
    if (STOP.has(word)) break;
    const known = LATIN_NOUNS.get(word);
    if (known) return { kind: 'count', unit: known, factor: 1, end: i, nounEnd: end };
    if (one && words === 0 && !/(?:ed|ly|ing)$/.test(word))
      return { kind: 'count', unit: word, factor: 1, end: i, nounEnd: end };
    if (word.length > 3 && word.endsWith('s') && !/(?:ss|us|is|ous|has|was|does)$/.test(word)) {
      return { kind: 'count', unit: singularOf(word), factor: 1, end: i, nounEnd: end };
    }
    at = text[end] === '-' || text[end] === ' ' ? end + 1 : text.length;
  }
  return null;
}

/** What is counted after the name of its model (`three new 787 Dreamliner jets`, `12 F-16 fighters`). */
const MODEL =
  /^(?:(?:brand-)?(new|more|used|old|additional|further|extra|surplus) )?(?:[A-Z][A-Za-z]+ )?(?:[A-Z]{1,2}-?)?\d{2,4}[A-Z]{0,2}(?:-\d{1,3})?(?: [A-Z][A-Za-z]+){0,2} ([a-z]+)\b/;
const LATIN_PLURAL = /^(?!.*(?:ss|us|is|ous)$)[a-z]{3,}s$|^aircraft$/;

/** The singular of an English plural, by its ending (Quirk et al., A Comprehensive Grammar, §5.80). */
function singularOf(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
