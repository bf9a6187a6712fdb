/**
 * Names in English text: words, runs of capitalised words, and what such a run is: a person (after titles and roles) or
 * an organisation. Invariant: reads only the words it is given; a name has no title, no possessive and no leading
 * function word. Runs of only function words, weekdays or months are not names.
 */

import { isDigit, isLatin, oneOf } from '#lib/text/forms/folded';
import { wordAt, wordList } from '#lib/text/lexicon';
import {
  type EnglishRole,
  englishBodyWords,
  englishRoles,
  englishTitles,
  femaleNames,
  femaleWords,
  maleNames,
  maleWords,
} from './roles';
import { type Gender, phraseOf, type SpeakerReading } from './speaker';

export interface Token {
  start: number;
  end: number;
  lower: string;
  capital: boolean;
}

/** Words capitalised at the start of a sentence or by custom that are not part of a name. */
export const notNames = new Set(
  wordList(`
    the a an but and or so yet on in at by for from with after before when while as if although though because
    since however meanwhile still also then this that these those it he she they we i you his her their its my
    our your monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december asked speaking according last next earlier later today
    yesterday tomorrow not no yes more most some many few several one two three four five six seven eight nine
    ten both another other what who why how where there here instead indeed perhaps under over during until
    despite unlike like even only just even such each every all any once of to is was are were be been has had
    have will would can could may might should must do does did
    now once never sometimes often usually again ironically together further furthermore moreover finally recently
    previously absent amid given said says told answer worse better sure well maybe clearly surprisingly sadly
    fortunately unfortunately nearly almost about around among besides except following including regarding toward
    having question cost towards upon via within without whether whatever whenever wherever
  `),
);

/** True for a participle that opens a sentence before a name (`Struggling Peter Novak`, `Exhausted Maria Silva`). */
const isParticiple = (lower: string, words: number): boolean =>
  !namesInIng.has(lower) && (/^[a-z]{4,}ing$/.test(lower) || (words > 2 && /^[a-z]{4,}ed$/.test(lower)));
const namesInIng = new Set(
  wordList(`
    beijing nanjing chongqing boeing sterling fleming manning spring browning downing ahmed mohammed muhammed
    mohamed hamed khaled saeed waleed rashed majed jared united allied
  `),
);
const particles = new Set(wordList('de van der von bin al la el di da dos du le den ter ibn ben abu'));
export const joiners = new Set(wordList('of for the and & on'));

const divides = oneOf(',—–();:"“”');
const joinsInWord = oneOf("-'./");

/**
 * Splits a span into runs of words at commas, dashes, colons and brackets; a span that ends with one has an empty
 * last part.
 */
export function partsOf(text: string, form: string, from: number, to: number): Token[][] {
  let part: Token[] = [];
  const parts = [part];
  let i = from;
  while (i < to) {
    const code = form.charCodeAt(i);
    if (isLatin(code) || isDigit(code)) {
      const end = wordEnd(form, i, to);
      part.push({ start: i, end, lower: form.slice(i, end), capital: text.charCodeAt(i) !== code });
      i = end;
      continue;
    }
    if (form[i] === '&') part.push({ start: i, end: i + 1, lower: '&', capital: false });
    else if (divides(form, i)) {
      part = [];
      parts.push(part);
    }
    i++;
  }
  return parts;
}

/** A word with its inner hyphens, apostrophes and full stops (`O'Brien`, `U.S.`, `J.`). */
function wordEnd(form: string, i: number, to: number): number {
  const start = i;
  while (i < to) {
    const code = form.charCodeAt(i);
    if (isLatin(code) || isDigit(code)) i++;
    else if (joinsInWord(form, i) && i + 1 < to && isLatin(form.charCodeAt(i + 1))) i++;
    else if (form[i] === '.' && (i - start === 1 || form[i - 2] === '.' || englishTitles.has(form.slice(start, i))))
      i++;
    else break;
  }
  return i;
}

/** `survivors` is read as `survivor`; its text keeps the plural. */
function singular(lower: string): { text: string; value: EnglishRole } | null {
  const role = lower.endsWith('s') ? wordAt(englishRoles, lower.slice(0, -1), 0) : null;
  return role && role.text.length === lower.length - 1 ? { text: lower, value: role.value } : null;
}

/** Scholars and doctors of every kind (primatologist, mathematician). */
const scholar = /(ologist|ologists|ician|icians|grapher|graphers)$/;

export interface RoleSpan {
  /** Indices of its first token and after its last. */
  from: number;
  to: number;
  start: number;
  end: number;
  body: boolean;
}

/** The roles among some words, longest first. */
export function rolesIn(form: string, tokens: Token[]): RoleSpan[] {
  const roles: RoleSpan[] = [];
  const limit = tokens.at(-1)?.end ?? 0;
  let reach = 0;
  for (const [from, token] of tokens.entries()) {
    const { start, lower } = token;
    const last = roles.at(-1);
    if (last && start < reach) {
      last.to = from + 1;
      last.end = token.end;
      continue;
    }
    const role =
      wordAt(englishRoles, form, start, limit) ??
      singular(lower) ??
      (scholar.test(lower) ? { text: lower, value: 'person' as const } : null);
    if (!role) continue;
    const end = start + role.text.length;
    if (end < token.end && form[end] !== "'") continue;
    roles.push({ from, to: from + 1, start, end: token.end, body: role.value === 'body' });
    reach = end;
  }
  return roles;
}

/** The text from the first of some words to the last. */
export function spanText(text: string, tokens: Token[]): string {
  return text.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0);
}

/** The same without a possessive ending. */
export const nameText = (text: string, tokens: Token[]): string =>
  spanText(text, tokens)
    .replace(/['’]s$/, '')
    .replace(/s['’]$/, 's');

export const isPossessive = ({ lower }: Token): boolean => lower.endsWith("'s");

/**
 * The end of the run of capitalised words at `at`. The run of an organisation may continue through `of`, `for`, `and`.
 */
export function runEnd(tokens: Token[], at: number, body: boolean): number {
  let i = at;
  for (let token = tokens[i]; token; token = tokens[++i]) {
    const { capital, lower } = token;
    if (capital && (i === at || !notNames.has(lower))) continue;
    const next = tokens[i + 1];
    const inName = particles.has(lower) && next !== undefined && (next.capital || particles.has(next.lower));
    const inBody = body && ((joiners.has(lower) && joinsCapital(tokens, i)) || isDigit(lower.charCodeAt(0)));
    if (i === at || !(inName || inBody)) break;
  }
  return i;
}

function joinsCapital(tokens: Token[], i: number): boolean {
  const next = tokens[i + 1];
  if (!next) return false;
  if (next.lower === 'the') return next.capital || tokens[i + 2]?.capital === true;
  return next.capital && !notNames.has(next.lower);
}

/** Start of the capitalised run that ends with the last token before `end`, or -1. */
export function runStart(tokens: Token[], end = tokens.length): number {
  let i = end - 1;
  for (let token = tokens[i]; token; token = tokens[--i]) {
    const named = token.capital && !notNames.has(token.lower);
    if (!named && !(i < end - 1 && i > 0 && leadsIntoName(tokens, i))) break;
  }
  return i === end - 1 ? -1 : i + 1;
}

/** True for a particle or & that stands, perhaps behind another particle, after a capitalised word (van der Berg). */
function leadsIntoName(tokens: Token[], i: number): boolean {
  const lower = tokens[i]?.lower ?? '';
  if (!particles.has(lower) && lower !== '&') return false;
  const before = tokens[i - 1];
  return before !== undefined && (before.capital || (particles.has(before.lower) && tokens[i - 2]?.capital === true));
}

/** Longest run of capitalised words that is read as a name with its roles. */
const longestRun = 7;

/** A run of capitalised words: titles and roles first, then a person or a body. */
export function readName(text: string, form: string, tokens: Token[]): SpeakerReading | null {
  const begin = tokens.findIndex(
    ({ capital, lower }, i) =>
      capital && !notNames.has(lower) && !(i < tokens.length - 1 && i === 0 && isParticiple(lower, tokens.length)),
  );
  const run = begin < 0 ? [] : tokens.slice(begin);
  if (run.length === 0 || run.length > longestRun) return null;
  const role = rolesIn(form, run).findLast(({ body }) => !body);
  const named = role ? readNameAfter(text, form, run, role) : null;
  return named ?? readRun(text, run, role);
}

/** `Microsoft CEO Satya Nadella`, `Foreign Minister Jane Doe` */
function readNameAfter(text: string, form: string, run: Token[], role: RoleSpan): SpeakerReading | null {
  const rest = role.to < run.length ? readName(text, form, run.slice(role.to)) : null;
  if (rest?.phrase.form !== 'person') return null;
  const lead = run.slice(0, role.to);
  const gender = rest.phrase.gender ?? genderOf(lead);
  // An office is named whole; before other roles stands the body.
  const isOffice = /(minister|secretary)$/.test(lead.at(-1)?.lower ?? '');
  const held = isOffice
    ? { role: spanText(text, lead), organisation: null }
    : {
        role: text.slice(role.start, role.end),
        organisation: role.from > 0 ? nameText(text, run.slice(0, role.from)) : null,
      };
  return { ...rest, phrase: { ...rest.phrase, ...held, gender } };
}

/** A run that is not split at a role: courtesy titles and a person, or a body, or somebody's office. */
function readRun(text: string, run: Token[], role: RoleSpan | undefined): SpeakerReading {
  const first = run.findIndex(({ lower }, i) => i === run.length - 1 || !englishTitles.has(lower.replace('.', '')));
  const titles = run.slice(0, first);
  const name = run.slice(first);
  const raw = nameText(text, name);
  const owner = name.findIndex(isPossessive);
  if (owner >= 0 && !name.slice(-1).some(isPossessive) && !role) {
    // `ECB's Schnabel`: whose somebody is, and the name.
    const organisation = nameText(text, name.slice(0, owner + 1));
    return { phrase: phraseOf('person', nameText(text, name.slice(owner + 1)), { organisation }), sure: true };
  }
  if (owner >= 0 && !name.slice(-1).some(isPossessive)) {
    const held = {
      role: spanText(text, name.slice(owner + 1)),
      organisation: nameText(text, name.slice(0, owner + 1)),
    };
    return { phrase: phraseOf('reference', raw, held), sure: false };
  }
  if (titles.length === 0 && (name.some(isOfBody) || isAcronym(text, name)))
    return { phrase: phraseOf('body', raw), sure: true };
  if (role?.to === run.length && !titles.some(({ lower }) => courtesy.has(lower.replace('.', '')))) {
    const organisation = role.from > 0 ? nameText(text, run.slice(0, role.from)) : null;
    return {
      phrase: phraseOf('reference', raw, { role: spanText(text, run.slice(role.from)), organisation }),
      sure: true,
    };
  }
  const gender = genderOf(titles) ?? genderOfName(name[0]?.lower ?? '');
  const held = titles.filter(({ lower }) => !courtesy.has(lower.replace('.', '')));
  return {
    phrase: phraseOf('person', raw, { gender, role: held.length > 0 ? spanText(text, held) : null }),
    sure: true,
  };
}

/** Courtesy titles, which are no roles. */
const courtesy = new Set(wordList('mr mrs ms miss mx sir dame lord lady dr'));

const isOfBody = ({ lower }: Token): boolean => englishBodyWords.has(lower) || joiners.has(lower);

function isAcronym(text: string, tokens: Token[]): boolean {
  const raw = tokens.length === 1 ? spanText(text, tokens) : '';
  return raw.length > 1 && raw === raw.toUpperCase() && !raw.includes('.');
}

export function genderOf(tokens: Token[]): Gender {
  for (const { lower } of tokens) {
    const word = lower.replace('.', '');
    if (femaleWords.has(word)) return 'female';
    if (maleWords.has(word)) return 'male';
  }
  return null;
}

function genderOfName(first: string): Gender {
  if (femaleNames.has(first)) return 'female';
  return maleNames.has(first) ? 'male' : null;
}

/**
 * The full names in a span (`Rishi Sunak`), two or three capitalised words without title, for later mentions by
 * last name alone.
 */
export function fullNamesIn(text: string, form: string, from: number, to: number): string[] {
  const names: string[] = [];
  for (const part of partsOf(text, form, from, to)) {
    let reach = 0;
    for (const [i, { capital, lower }] of part.entries()) {
      if (i < reach || !capital || notNames.has(lower)) continue;
      reach = runEnd(part, i, false);
      const reading = reach - i > 1 && reach - i <= longestRun ? readName(text, form, part.slice(i, reach)) : null;
      if (reading?.phrase.form === 'person' && reading.phrase.name.includes(' ')) names.push(reading.phrase.name);
    }
  }
  return names;
}
