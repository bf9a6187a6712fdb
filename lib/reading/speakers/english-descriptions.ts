/**
 * English phrases that describe a speaker instead of naming one (`the chief executive`, `one of the survivors`, `people
 * familiar with the matter`), and the role and organisation in an apposition. Invariant: every part of the answer is a
 * part of the text. Phrases without a determiner or a known role, and documents, are not speakers.
 */

import { isDigit } from '#lib/text/forms/folded';
import { wordList } from '#lib/text/lexicon';
import {
  genderOf,
  isPossessive,
  nameText,
  notNames,
  type RoleSpan,
  rolesIn,
  runEnd,
  runStart,
  spanText,
  type Token,
} from './english-names';
import { phraseOf, type SpeakerPhrase, type SpeakerReading } from './speaker';

export const determiners = new Set(
  wordList(`
    a an the one another some several many most two three four five six seven eight nine ten dozens hundreds
    both other other its his her their our few each every
  `),
);
export const definite = new Set(wordList('the its his her their this that'));
export const prepositions = new Set(wordList('of for at from with in to'));
const documents = new Set(
  wordList(`
    report reports study studies data survey surveys research figures statistics poll polls analysis documents
    document records filing filings memo paper statement results findings evidence article lawsuit complaint
    census numbers
  `),
);
/** Documents that speak for those who wrote them: with a determiner they are speakers themselves. */
const speakingDocuments = new Set(
  wordList(`
    statement filing memo lawsuit complaint report letter email post tweet notice ruling indictment affidavit
    petition communique manifesto declaration editorial filings article message
  `),
);

/** Role, body and gender that an apposition gives. */
export function roleIn(text: string, form: string, tokens: Token[]): Partial<SpeakerPhrase> {
  if (tokens[0]?.lower.startsWith('who')) return {};
  const roles = rolesIn(form, tokens);
  const role = roles.find(({ body }) => !body) ?? roles[0];
  if (!role) return {};
  const organisation = bodyAround(text, tokens, role);
  const gender = genderOf(tokens.slice(role.from, role.to));
  return {
    role: text.slice(role.start, role.end),
    ...(organisation === null ? {} : { organisation }),
    ...(gender === null ? {} : { gender }),
  };
}

/** How many words after `of` the name of a body may begin (`of the American branch of Acme`). */
const bodyReach = 6;

/** The name of the body in `chief executive of Acme`, `Acme's chief executive`, `Acme chief executive`. */
function bodyAround(text: string, tokens: Token[], role: RoleSpan): string | null {
  const of = tokens.findIndex(({ lower }, i) => i >= role.to && prepositions.has(lower));
  if (of >= 0) {
    const at = tokens.findIndex(({ capital }, i) => i > of && capital);
    if (at > of && at - of <= bodyReach) return nameText(text, tokens.slice(at, runEnd(tokens, at, true)));
  }
  const lead = tokens.slice(0, role.from);
  const name = lead.slice(lead.findLastIndex(({ capital, lower }) => !capital || notNames.has(lower)) + 1);
  return name.length > 0 ? nameText(text, name) : null;
}

/** Words from a determiner to the role that it belongs to. */
const descriptionReach = 6;
const conjunctions = new Set(wordList('and but or that while as when if because'));

/** Where a description with its role at `role` begins: at its determiner. */
export function describedFrom(tokens: Token[], role: number): number {
  let from = role;
  for (let token = tokens[from - 1]; token && role - from < descriptionReach; token = tokens[from - 1]) {
    if (prepositions.has(token.lower) || conjunctions.has(token.lower)) break;
    from--;
    if (determiners.has(token.lower)) break;
  }
  return from;
}

/** Most words of a description; longer subjects are clauses. */
const longestDescription = 14;

/**
 * A subject without a name at its end: `the company`, `the chief executive`, `a senior official`, `people familiar
 * with the matter`.
 */
export function readDescription(text: string, form: string, tokens: Token[]): SpeakerReading | null {
  if (tokens.length > longestDescription) return null;
  const document = readSpeakingDocument(text, tokens);
  if (document) return document;
  const roles = rolesIn(form, tokens);
  const [role] = roles;
  if (!role) return readPlainNoun(text, tokens);
  if (documents.has(tokens.at(-1)?.lower ?? '')) return null;
  // `the company's chief executive`: the possessor is not the head.
  const head = roles.find((one) => one.from >= role.to && form.slice(role.start, one.start).includes("'s ")) ?? role;
  const from = describedFrom(tokens, role.from);
  // `one of the survivors`
  const isPartitive = tokens[from - 1]?.lower === 'of' && determiners.has(tokens[from - 2]?.lower ?? '');
  if (isPartitive) {
    const name = spanText(text, tokens.slice(from - 2));
    return { phrase: phraseOf('described', name, { role: text.slice(role.start, role.end) }), sure: true };
  }
  // `the club denied the talks and`: of two verbs with one subject, the second says it.
  const isShared = tokens.at(-1)?.lower === 'and' && head.to < tokens.length - 1;
  const own = isShared ? tokens.slice(from, head.to) : tokens.slice(from);
  if (isClause(own)) return null;
  const name = spanText(text, own);
  const roleText = text.slice(head.start, head.end).replace(/['’]s$/, '');
  const gender = genderOf(tokens.slice(head.from, head.to));
  const determiner = tokens[from]?.lower ?? '';
  const organisation = possessorOf(text, tokens, from, head);
  if ((head.to === tokens.length || isShared) && (definite.has(determiner) || organisation !== null)) {
    return { phrase: phraseOf('reference', name, { role: roleText, organisation, gender }), sure: true };
  }
  if (tokens.length > 3 && !determiners.has(determiner) && role.from > 3) return null;
  const plural = roleText.endsWith('s') || roleText === 'people';
  return { phrase: phraseOf('described', name, { role: roleText, gender, plural }), sure: true };
}

const auxiliaries = new Set(wordList('is are was were has have had'));
const relatives = new Set(wordList('who whose whom that which'));

/** `a candidate has made it an issue and`: what has a verb of its own says something instead of naming somebody. */
function isClause(tokens: Token[]): boolean {
  const verb = tokens.findIndex(({ lower }) => auxiliaries.has(lower));
  return verb >= 0 && !tokens.slice(0, verb).some(({ lower }) => relatives.has(lower));
}

/** The body whose role it is: `Acme's chief executive`, `Microsoft officials`. */
function possessorOf(text: string, tokens: Token[], from: number, head: RoleSpan): string | null {
  const owner = tokens.slice(0, head.from).find((token) => token.capital && isPossessive(token));
  if (owner) return nameText(text, [owner]);
  if (from === 0 && !tokens[0]?.capital) return null;
  const start = runStart(tokens, head.from);
  return start < 0 ? null : nameText(text, tokens.slice(start, head.from));
}

/** `the joint statement`, `the bankruptcy filing`: a determiner, a few words and the document. */
function readSpeakingDocument(text: string, tokens: Token[]): SpeakerReading | null {
  if (!speakingDocuments.has(tokens.at(-1)?.lower ?? '')) return null;
  const phrase = nounPhrase(tokens);
  // `wrote in an email`: where somebody says it, not who.
  const before = phrase ? tokens.at(-1 - phrase.length) : undefined;
  if (!phrase || (before && prepositions.has(before.lower))) return null;
  return { phrase: phraseOf('described', spanText(text, phrase)), sure: true };
}

/** Most words of a noun phrase without a role known here, its determiner among them. */
const longestNounPhrase = 4;

/** The last words from a determiner on, if no preposition or other function word is among them. */
function nounPhrase(tokens: Token[]): Token[] | null {
  const near = tokens.slice(-longestNounPhrase);
  const at = near.findLastIndex(({ lower }, i) => i < near.length - 1 && determiners.has(lower));
  if (at < 0) return null;
  const inner = near.slice(at + 1, -1);
  const isWhole = inner.every(({ lower }) => !prepositions.has(lower) && !notNouns.has(lower) && !notNames.has(lower));
  return isWhole ? near.slice(at) : null;
}

/** A determiner and one to three words that name no role known here (`the treasury`, `a local shepherd`). */
function readPlainNoun(text: string, tokens: Token[]): SpeakerReading | null {
  const noun = tokens.at(-1)?.lower ?? '';
  if (documents.has(noun) || notNouns.has(noun) || notNames.has(noun) || isDigit(noun.charCodeAt(0))) return null;
  const phrase = speaks(noun) ? nounPhrase(tokens) : null;
  return phrase && { phrase: phraseOf('described', spanText(text, phrase)), sure: true };
}

/** True for a noun that can speak: by its ending a person, or one of those that no ending shows. */
const speaks = (noun: string): boolean =>
  speakers.has(noun) || (noun.length > 4 && personEnding.test(noun) && !notPersons.has(noun));

const personEnding = /(?:[^e]er|or|ist|ian|man|men|woman|women|herd|smith|wright|keeper|ee|eer)s?$/;

/** Words with such an ending that are nobody. */
const notPersons = new Set(
  wordList(`
    other another former latter earlier later further either neither whether rather number summer winter december
    september october november order paper matter letter water power center centre offer answer error factor sector
    door floor major minor prior senior junior interior exterior terror horror humor humour favor favour labor labour
    color colour honor honour behavior behaviour tumor rumor rumour list coast post degree committee fee tree agree
    three guarantee coffee career dinner corner border buffer computer chapter character disaster bitter better bigger
    higher lower larger smaller newer older younger stronger weaker faster slower longer shorter greater fewer
    super over under after never ever together however moreover transfer register twitter barrier
    counter quarter layer server poster banner header trailer filter shelter cancer danger anger hunger thunder wonder
    silver copper timber rubber lumber fiber trigger finger shoulder folder ladder powder murder surrender gender
    newsletter thriller blockbuster cluster monster roller corridor mirror tractor motor reactor
    indicator calculator elevator vector tenor vigor rigor flavor flavour exist consist persist resist twist wrist
    mist fist checklist playlist whisper laughter manner gesture
  `),
);

/** Nouns of those who speak that no ending shows. */
const speakers = new Set(
  wordList(`
    treasury panel board chamber campaign side crowd couple family host guest chair widow monk nun saint thief cop
    kid child children youth adult teen pair duo trio jury tribunal assembly cabinet senate congress parliament
    house inquiry mission embassy consulate presidency exchange fund foundation trust coalition alliance party
    movement clan tribe church mosque parish diocese vatican outlet daily weekly tabloid channel station studio
    label publisher store brand chain utility bureau commune town village city county state nation country republic
    kingdom emirate regime junta rebels troops army navy brigade battalion squad militia gang cartel mob staff crew
    cast congregation delegates delegation envoy heir bride groom spouse cousin uncle aunt niece nephew grandson
    twin twins orphan guide clerk guard guards nanny maid cook waitress respondents applicant applicants claimant
    claimants participant participants occupant occupants immigrant immigrants assistant assistants attendant
    attendants commandant correspondent correspondents agent agents client clients magistrate advocate advocates
    hostage captive detainee inmate inmates convict civilian civilians native natives local locals peer peers lord
    duke duchess earl baron baroness sultan emir shah tsar ayatollah cleric clerics pastor vicar chaplain hero heroine
    legend pro rookie champion
  `),
);

/** Nouns of time and of things that show or read something but do not speak. */
const notNouns = new Set(
  wordList('day week month year morning evening time way sign letter email tweet note caption headline banner poster'),
);
