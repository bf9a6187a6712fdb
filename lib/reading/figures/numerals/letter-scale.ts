/**
 * Letters that scale a number in digits: `4m`, `1.5bn`, `300k`, `20w`. Invariant: a letter that is a unit as well (`m`, `t`,
 * `W`) is a scale only where money stands before the number or nothing around it tells of a length.
 */

import { isStreetAfter } from '#lib/reading/figures/streets';
import { type FoldedText, isDigit, isHan, isLatin, skipSpaces, skipSpacesBack } from '#lib/text/forms/folded';

/** The context of a numeral in digits: what stands directly before it decides about signs and letter scales. */
export interface DigitContext {
  /** True where a currency sign or code stands directly before the number. */
  money: boolean;
}

/** Scale letters and words directly at a number in digits; `m` is a metre where a length is meant. */
const LETTER_SCALES = new Map<string, number>([
  ['k', 1e3],
  ['K', 1e3],
  ['M', 1e6],
  ['mm', 1e6],
  ['MM', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['mil', 1e6],
  ['Mn', 1e6],
  ['m', 1e6],
  ['b', 1e9],
  ['B', 1e9],
  ['bn', 1e9],
  ['Bn', 1e9],
  ['bln', 1e9],
  ['BN', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
  ['tln', 1e12],
  ['T', 1e12],
  ['t', 1e12],
  ['w', 1e4],
  ['W', 1e4],
  ['cr', 1e7],
  ['Cr', 1e7],
]);

/** Letters that are units of measure unless money stands before them: millimetre, tesla or ton, watt. */
const MONEY_ONLY = new Set(['mm', 'T', 't', 'W']);

/** Words after and before a number with `m` that tell a length, a height or a race. */
const LENGTH_AFTER = new RegExp(
  '^[ -]?(?:[x×]|tall|long|wide|deep|high|thick|away|from|above|below|across|apart|per second|sprint|race|' +
    'hurdles|freestyle|breaststroke|backstroke|butterfly|medley|relay|dash|final|heats?|steeplechase|swim|run|row|radius|' +
    'drop|jump|dive|waves?|walls?|fence|stretch|distance|gap|rule|yacht|boat|ship|track|pool|line|mark|ladder|tower|mast|' +
    'pole|pipe|tunnel|bridge|cable|rope|underwater|offshore|inland|tsunami|snow|rain|flood|crane|statue|trench|crater|' +
    'telescope|rocket|by \\d|in (?:height|length|width|depth|diameter)|world|olympic|champion|asl\\b)',
);
const LENGTH_BEFORE = new RegExp(
  String.raw`\b(?:heights?|length|width|depth|distances?|altitude|elevation|radius|diameter|tall|long|wide|deep|within|swam|` +
    'ran|jump(?:s|ed)?|threw|walked|climbed|measur(?:e|es|ed|ing)|stands?|stood|every|m[ae]n.?s|wom[ae]n.?s|visibility|' +
    'sea level|[x×]|waves? of|snow|water)(?: (?:of|at|about|some|only|around|nearly|just|up to|the|is|was|to|above|below)){0,2} $',
);
/** The usual distances of races, which an article names (`the 400m`). */
const RACE = /\bthe (?:60|100|110|200|400|800|1,?500|3,?000|5,?000|10,?000)$/;

/** Whether `m` after the number at `start`..`end` is a metre: beside Chinese, and where words tell a length. */
function isLength(t: FoldedText, start: number, end: number): boolean {
  const { text, lower } = t;
  const beside = [text[skipSpacesBack(text, start) - 1], text[skipSpaces(text, end + 1)]];
  if (beside.some((char) => char !== undefined && isHan(char.charCodeAt(0)))) return true;
  if (COUNTED_AFTER.test(lower.slice(end + 1, end + 15))) return false;
  return (
    LENGTH_AFTER.test(lower.slice(end + 1, end + 20)) ||
    LENGTH_BEFORE.test(lower.slice(Math.max(0, start - 40), start)) ||
    RACE.test(lower.slice(Math.max(0, end - 12), end))
  );
}

/** Nouns that are counted and never measured in metres: `10m users` is ten million. */
const COUNTED_AFTER = new RegExp(
  '^ (?:users|people|customers|subscribers|downloads|views|followers|tonnes|tons|barrels|' +
    'jobs|shares|homes|votes|years|vehicles|units|copies|viewers|visitors|members|passengers|' +
    String.raw`residents|workers|employees|households|children|doses|students)\b`,
);

/** A plural after a scale letter that stands apart (`3 B users`). */
const PLURAL_AFTER = /^ (?:[a-z]+ )?(?:people\b|[a-z]{2,}[a-rt-z]s\b)/;

/** What is numbered with a letter: homes, seats and gates (`Apt. 5B`). */
const LETTERED_BEFORE = /\b(?:apt\.?|apartment|flat|suite|seats?|gate|unit|class|room|block|platform) #?$/;

/** Reads the scale letters after the number at `start`..`end`, or null: `m` is a metre where a length is meant. */
export function readLetterScale(
  t: FoldedText,
  start: number,
  end: number,
  context: DigitContext,
): { end: number; scale: number } | null {
  const { text } = t;
  const at = text.charCodeAt(end) === 32 ? end + 1 : end;
  let stop = at;
  while (stop < at + 4 && isLatin(text.charCodeAt(stop))) stop++;
  const letters = text.slice(at, stop);
  const scale = LETTER_SCALES.get(letters);
  const after = text.charCodeAt(stop);
  if (scale === undefined || isDigit(after) || isLatin(after)) return null;
  if (context.money) return { end: stop, scale };
  if (
    at === end &&
    /^[A-Z]$/.test(letters) &&
    (LETTERED_BEFORE.test(t.lower.slice(Math.max(0, start - 12), start)) || isStreetAfter(text, stop))
  )
    return null;
  if (MONEY_ONLY.has(letters) || (letters === 'm' && '²³/^·'.includes(text[stop] ?? ' '))) return null;
  // Barrels a day.
  if (letters === 'b' && text.startsWith('/d', stop)) return null;
  if (at > end) {
    // A single letter apart from its number is an initial or a unit, unless it can only be a scale there.
    if (letters === 'm' && !COUNTED_AFTER.test(t.lower.slice(stop, stop + 14))) return null;
    if (/^[bB]$/.test(letters) && !PLURAL_AFTER.test(t.lower.slice(stop, stop + 24))) return null;
    if (letters.length === 1 && !'kMmbB'.includes(letters)) return null;
  } else if (letters === 'm' && isLength(t, start, end)) return null;
  return { end: stop, scale };
}
