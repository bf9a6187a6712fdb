/**
 * Reads who speaks from the words around an English cue: `Jane Doe, the chief executive of Acme,` said; said `Acme's
 * founder, Jane Doe`; `a spokesman for Acme`. A name is a run of capitalised words; roles, organisations and
 * appositions are told from it by position. Invariant: reads only the span it is given, and each part of the answer is
 * a part of the text. Without a name, a role or a pronoun in the place of the subject there is no speaker.
 */

import { isDigit } from '#lib/text/forms/folded';
import { wordAt, wordList } from '#lib/text/lexicon';
import { definite, describedFrom, determiners, prepositions, readDescription, roleIn } from './english-descriptions';
import {
  isPossessive,
  joiners,
  nameText,
  notNames,
  partsOf,
  readName,
  rolesIn,
  runEnd,
  runStart,
  spanText,
  type Token,
} from './english-names';
import { englishRoles } from './roles';
import { type Gender, phraseOf, type SpeakerReading } from './speaker';

/** Longest stretch read around a cue, in UTF-16 units: a name with two appositions. */
export const longestReach = 180;

const pronouns = new Map<string, { gender: Gender; plural: boolean }>([
  ['he', { gender: 'male', plural: false }],
  ['she', { gender: 'female', plural: false }],
  ['they', { gender: null, plural: true }],
]);
const narrators = new Set(
  wordList('i we you it this that which who what there these those one everyone nobody anyone'),
);
const adverbs = new Set(
  wordList(`
    also later then long has had have recently previously repeatedly publicly once still now just never always often
    already quickly simply reportedly famously bluntly flatly quietly angrily proudly privately separately
    finally subsequently immediately earlier however meanwhile further even again himself herself themselves
    first only additionally nevertheless nonetheless both all initially wryly yesterday today tonight monday
    tuesday wednesday thursday friday saturday sunday quoted as did does do would will could reportedly
    laughingly jokingly sarcastically cheerfully softly calmly firmly clearly
  `),
);
const stops = new Set(
  wordList(`
    in on at during after as when while who whose which to before because if since by via outside through about
    amid following using speaking adding referring noting without into over but where and last this next
    earlier yesterday today monday tuesday wednesday thursday friday saturday sunday
  `),
);

/** Reads the subject that stands before a cue: `from` is the start of its sentence, `to` the start of the cue. */
export function readSubjectBefore(text: string, form: string, from: number, to: number): SpeakerReading | null {
  const parts = partsOf(text, form, Math.max(from, to - longestReach), to);
  const last = parts.pop() ?? [];
  const subject = last.slice(0, last.findLastIndex(({ lower }) => !adverbs.has(lower)) + 1);
  return subject.length > 0 ? readPhrase(text, form, subject) : readApposition(text, form, parts);
}

/** Reads the subject that follows a cue (`said X`, `according to X`): `from` is the end of the cue. */
export function readSubjectAfter(text: string, form: string, from: number, to: number): SpeakerReading | null {
  const [head = [], next = []] = partsOf(text, form, from, Math.min(to, from + longestReach));
  const subject = untilManner(untilStop(head));
  const [first] = subject;
  const [second] = next;
  if (!first) return null;
  const reading = readPhrase(text, form, subject);
  if (!second || subject.length < head.length) return reading;
  if (reading?.phrase.form === 'person') {
    if (!isApposition(form, next)) return reading;
    return { ...reading, phrase: { ...reading.phrase, ...roleIn(text, form, next) } };
  }
  const name = second.capital ? readPhrase(text, form, untilStop(next)) : null;
  if (name?.phrase.form !== 'person') return reading;
  if (!reading && definite.has(first.lower)) {
    const role = spanText(text, subject.length > 1 ? subject.slice(1) : subject);
    return { ...name, phrase: { ...name.phrase, role: name.phrase.role ?? role } };
  }
  if (reading?.phrase.form === 'reference' || reading?.phrase.form === 'described') {
    const { role, organisation } = reading.phrase;
    return { ...name, phrase: { ...name.phrase, role, organisation } };
  }
  return reading;
}

/** Most words before the subject of a clause (`and then Marsh`). */
const longestClauseLead = 3;

/**
 * The subject of the last clause in a span that begins with one: a name or a pronoun with its verb behind it (`As he
 * left, Marsh took her arm and …`). Used where a verb of saying has its subject further off.
 */
export function readClauseSubject(text: string, form: string, from: number, to: number): SpeakerReading | null {
  for (const part of partsOf(text, form, Math.max(from, to - longestReach), to).reverse()) {
    const lead = part.findIndex(({ lower, capital }) => pronouns.has(lower) || (capital && !notNames.has(lower)));
    const [first] = lead < 0 || lead > longestClauseLead ? [] : part.slice(lead);
    if (!first || part.slice(0, lead).some(({ lower }) => !notNames.has(lower) && !adverbs.has(lower))) continue;
    const pronoun = pronouns.get(first.lower);
    if (pronoun) return { phrase: phraseOf('pronoun', first.lower, pronoun), sure: true };
    const run = part.slice(lead, runEnd(part, lead, false));
    const verb = part[lead + run.length];
    if (run.length === 1 && (!verb || !isPastOrThird(verb.lower) || notSubjects.test(first.lower))) continue;
    if (!verb || verb.capital || prepositions.has(verb.lower) || joiners.has(verb.lower) || run.some(isPossessive))
      continue;
    const reading = readName(text, form, run);
    if (reading && (reading.phrase.form === 'person' || reading.phrase.form === 'body')) return reading;
  }
  return null;
}

/** True for a verb after a name that stands alone: anything may open a sentence with a capital (`Get ready: …`). */
const isPastOrThird = (lower: string): boolean => /(?:ed|[^s]s)$/.test(lower) || pasts.has(lower);
const pasts = new Set(
  wordList(`
    took went made gave wrote hit put shot came got had held kept left led let met paid ran read rose sang sat saw sent
    spoke stood swore taught thought threw told tore was won bit blew broke brought built burst caught chose cut did
    drew drove fell felt fought found forgot hung heard laid lay lost meant sought sold set shook slammed spent
    struck swung began
  `),
);
/** Adverbs and contractions that open a sentence with a capital. */
const notSubjects = /ly$|'|^(?:which|get|let|please|thanks|republican|republicans|democrat|democrats)$/;

/** Most words of a name that opens a sentence, and of what may stand before it (`But Tim Cook`). */
const longestOpening = 6;
const longestLead = 2;

/**
 * The name that opens a sentence as its subject, with the role of an apposition (`But Tim Cook, Apple's chief
 * executive, …`), or null.
 */
export function readOpening(text: string, form: string, from: number, to: number): SpeakerReading | null {
  const [first = [], ...parts] = partsOf(text, form, from, Math.min(to, from + longestReach));
  const lead = first.findIndex(({ lower }) => !notNames.has(lower));
  const head = lead < 0 || lead > longestLead ? [] : first.slice(lead);
  const apposed = readApposed(text, form, head, parts);
  if (apposed) return apposed;
  const name = head.slice(0, runEnd(head, 0, false));
  if (name.length === 0 || name.length > longestOpening || name.slice(-1).some(isPossessive)) return null;
  const reading = readName(text, form, name);
  if (reading?.phrase.form !== 'person') return null;
  const { phrase } = reading;
  const next =
    name.length === head.length
      ? parts.slice(0, 3).find((part) => rolesIn(form, part).length > 0 && isApposition(form, part))
      : undefined;
  if (!phrase.name.includes(' ') && !next && phrase.role === null && phrase.gender === null) return null;
  const role = next && phrase.role === null ? roleIn(text, form, next) : {};
  return { ...reading, phrase: { ...phrase, ...role, gender: phrase.gender ?? role.gender ?? null } };
}

/** `Acme's founder, Otto Lang, is …` */
function readApposed(text: string, form: string, head: Token[], parts: Token[][]): SpeakerReading | null {
  const [name, rest] = parts;
  if (!name || !rest || name.length < 2 || runEnd(name, 0, false) < name.length) return null;
  if (rolesIn(form, head).at(-1)?.to !== head.length) return null;
  const named = readName(text, form, name);
  return named?.phrase.form === 'person'
    ? { ...named, phrase: { ...named.phrase, ...roleIn(text, form, head) } }
    : null;
}

function untilStop(tokens: Token[]): Token[] {
  const at = tokens.findIndex(
    ({ lower, capital }, i) => stops.has(lower) && (i > 0 || !capital) && !belongs(tokens, i),
  );
  return at < 0 ? tokens : tokens.slice(0, at);
}

/** Of a name with what follows its verb, the name alone (`Beth contentedly from her corner`). */
function untilManner(tokens: Token[]): Token[] {
  if (!tokens[0]?.capital) return tokens;
  const at = tokens.findIndex(({ lower, capital }, i) => i > 0 && !capital && /^[a-z]{3,}ly$/.test(lower));
  return at < 0 ? tokens : tokens.slice(0, at);
}

/** `officials at the ministry`, `Centers for Disease Control and Prevention`: the preposition stays with its noun. */
function belongs(tokens: Token[], i: number): boolean {
  const [before, token, next] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  if (!before || !token || !next) return false;
  if (token.lower === 'and') return before.capital && next.capital;
  if (token.lower !== 'at' && token.lower !== 'in') return false;
  return (next.capital || next.lower === 'the') && wordAt(englishRoles, before.lower, 0) !== null;
}

function isApposition(form: string, tokens: Token[]): boolean {
  const [first] = tokens;
  if (!first || isDigit(first.lower.charCodeAt(0))) return true;
  const { lower, capital } = first;
  const describes =
    determiners.has(lower) || prepositions.has(lower) || asides.has(lower) || isPresent(lower) || isPast(lower);
  if (describes && !capital) return true;
  if (partyAndPlace.test(lower) || (tokens.length === 1 && initials.test(lower))) return true;
  return rolesIn(form, tokens).length > 0;
}

/** Words that open an aside between a name and its verb. */
const asides = new Set(wordList('who whose whom which where when aged during after before while citing as on'));
const isPast = (lower: string): boolean => /^[a-z]{3,}[^e]ed$/.test(lower);
const isPresent = (lower: string): boolean => /^[a-z]{3,}ing$/.test(lower);
/** `(R-Utah)`, `D-Calif.`: the party and state of a US politician; `N.C.`, a state in letters. */
const partyAndPlace = /^[rdi]-[a-z]/;
const initials = /^(?:[a-z]\.)+[a-z]?\.?$/;

/** How many parts before its cue a name may stand. */
const appositionReach = 4;

/** `[Jane Doe] [34] [a teacher from Ohio]` before `, said`; or `[Acme's chief executive] [Jane Doe]`. */
function readApposition(text: string, form: string, parts: Token[][]): SpeakerReading | null {
  const last = parts.at(-1);
  if (!last || last.length === 0) return null;
  if (!isApposition(form, last)) {
    const name = readPhrase(text, form, last);
    const before = parts.at(-2);
    if (name?.phrase.form === 'person' && before && rolesIn(form, before).length > 0) {
      return { ...name, phrase: { ...name.phrase, ...roleIn(text, form, before) } };
    }
    return name;
  }
  const near = parts.slice(-1 - appositionReach);
  for (let at = near.length - 2; at >= 0; at--) {
    const part = near[at] ?? [];
    if (part.length === 0 || (isApposition(form, part) && !endsInName(form, part))) continue;
    const name = readPhrase(text, form, part);
    if (!name || name.phrase.form === 'pronoun') break;
    const described = near.slice(at + 1).find((other) => rolesIn(form, other).length > 0);
    const role = described && name.phrase.role === null ? roleIn(text, form, described) : {};
    return { ...name, phrase: { ...name.phrase, ...role } };
  }
  // `Two officials, who spoke on condition of anonymity, …`
  const [aside] = last;
  const described = aside && (asides.has(aside.lower) || isPast(aside.lower)) ? near.at(-2) : undefined;
  return (described?.length ? readPhrase(text, form, described) : null) ?? readPhrase(text, form, last);
}

const endsInName = (form: string, tokens: Token[]): boolean =>
  tokens.slice(-1).some(({ capital, start }) => capital && wordAt(englishRoles, form, start) === null);

const clauseOpeners = new Set(wordList('that because whether'));
const others = new Set(wordList('another others'));
const somebody = new Set(wordList('someone somebody'));

/** Reads a noun phrase that fills `all` at its end: a pronoun, a name with what leads to it, or a description. */
function readPhrase(text: string, form: string, all: Token[]): SpeakerReading | null {
  const tokens = all.slice(all.findLastIndex(({ lower }) => clauseOpeners.has(lower)) + 1);
  const last = tokens.at(-1);
  if (!last) return null;
  if (tokens.length === 1 && others.has(last.lower)) {
    const plural = last.lower.endsWith('s');
    return { phrase: phraseOf('described', spanText(text, tokens), { plural }), sure: true };
  }
  const office = readAfterOffice(text, form, tokens) ?? readOwned(text, form, tokens);
  if (office) return office;
  const [opening] = tokens;
  if (opening && somebody.has(opening.lower))
    return { phrase: phraseOf('described', spanText(text, [opening])), sure: true };
  const pronoun = pronouns.get(last.lower);
  if (pronoun) return { phrase: phraseOf('pronoun', last.lower, pronoun), sure: true };
  if (narrators.has(last.lower)) return null;
  const start = runStart(tokens);
  if (start < 0) return readNameOf(text, form, tokens) ?? readDescription(text, form, tokens);
  const before = tokens[start - 1];
  const run = tokens.slice(start);
  if (!before) return readName(text, form, run);
  if (before.lower === 'the' && isOffice(form, run)) {
    const whole = spanText(text, tokens.slice(start - 1));
    return { phrase: phraseOf('reference', whole, { role: spanText(text, run) }), sure: true };
  }
  if (prepositions.has(before.lower) || before.lower === 'the' || before.lower === 'and')
    return readNameInside(text, form, tokens, start);
  const named = readName(text, form, run);
  const role = rolesIn(form, tokens.slice(0, start)).at(-1);
  if (named?.phrase.form !== 'person' || role?.to !== start) return named;
  const led = roleIn(text, form, tokens.slice(Math.max(0, role.from - 6), start));
  const { phrase } = named;
  return {
    ...named,
    phrase: {
      ...phrase,
      ...led,
      role: phrase.role ?? led.role ?? null,
      gender: phrase.gender ?? led.gender ?? null,
    },
  };
}

/** `Secretary of State Jane Doe`: an office that holds a preposition, and the name behind it. */
function readAfterOffice(text: string, form: string, tokens: Token[]): SpeakerReading | null {
  if (!tokens.some(({ lower }) => lower === 'of')) return null;
  const office = rolesIn(form, tokens).find(
    ({ from, to }) => to < tokens.length && tokens.slice(from, to).some(({ lower }) => lower === 'of'),
  );
  const rest = office ? tokens.slice(office.to) : [];
  if (!office || rest.length === 0 || runEnd(rest, 0, false) < rest.length) return null;
  const named = readName(text, form, rest);
  if (named?.phrase.form !== 'person') return null;
  return { ...named, phrase: { ...named.phrase, role: text.slice(office.start, office.end) } };
}

/** `the Bank of Canada's Macklem`: a body with a preposition in its name, and whom it has. */
function readOwned(text: string, form: string, tokens: Token[]): SpeakerReading | null {
  const owner = tokens.findLastIndex((token) => token.capital && isPossessive(token));
  const rest = tokens.slice(owner + 1);
  if (owner < 1 || rest.length === 0 || !tokens.slice(0, owner).some(({ lower }) => lower === 'of')) return null;
  if (!rest.every(({ capital }) => capital) || rolesIn(form, rest).length > 0) return null;
  const named = readName(text, form, rest);
  if (named?.phrase.form !== 'person') return null;
  const first = tokens.findIndex(({ capital }) => capital);
  return { ...named, phrase: { ...named.phrase, organisation: nameText(text, tokens.slice(first, owner + 1)) } };
}

/** True for a run that roles fill (`the Foreign Secretary`). */
function isOffice(form: string, run: Token[]): boolean {
  const offices = rolesIn(form, run);
  return offices[0]?.from === 0 && offices.at(-1)?.to === run.length;
}

/** `Dr. Lena Fischer of the nurses' union` */
function readNameOf(text: string, form: string, tokens: Token[]): SpeakerReading | null {
  const end = runEnd(tokens, 0, false);
  const of = tokens[end];
  if (end < 2 || !of || !prepositions.has(of.lower)) return null;
  const named = readName(text, form, tokens.slice(0, end));
  return named?.phrase.form === 'person' && named.phrase.name.includes(' ') ? named : null;
}

const joinsName = ({ capital, lower }: Token): boolean => capital || joiners.has(lower) || prepositions.has(lower);

/**
 * The last run stands after `of`, `the`, `and`: `officials at the Ministry of Health`, `Jane Doe of Acme`, `the
 * Ministry of Health`.
 */
function readNameInside(text: string, form: string, tokens: Token[], start: number): SpeakerReading | null {
  const lead = tokens.slice(0, start);
  const run = tokens.slice(start);
  const roles = rolesIn(form, lead).filter(({ from }) => from === 0 || !tokens[from]?.capital);
  const role = roles.at(-1);
  // A name behind the role is whom the preposition tells of (`Bishop Paul Arden of Leeds`).
  const holdsName = role !== undefined && tokens[role.to]?.capital === true;
  if (role && !holdsName && lead.slice(role.to).some(({ lower }) => prepositions.has(lower))) {
    const name = spanText(text, tokens.slice(describedFrom(tokens, role.from)));
    const held = { role: text.slice(role.start, role.end), organisation: nameText(text, run) };
    return { phrase: phraseOf('described', name, held), sure: true };
  }
  const joined = lead.slice(lead.findLastIndex((token) => !joinsName(token)) + 1);
  const first = joined.findIndex(({ capital, lower }) => capital && !notNames.has(lower));
  const inner = first < 0 ? run : [...joined.slice(first), ...run];
  const personEnd = runEnd(inner, 0, false);
  const of = inner[personEnd];
  if (of && personEnd >= 2 && prepositions.has(of.lower) && of.lower !== 'for') {
    const named = readName(text, form, inner.slice(0, personEnd));
    if (named?.phrase.form === 'person') {
      return { ...named, phrase: { ...named.phrase, organisation: nameText(text, run) } };
    }
  }
  if (first >= 0 && runEnd(inner, 0, true) === inner.length)
    return { phrase: phraseOf('body', nameText(text, inner)), sure: true };
  return readName(text, form, run);
}
