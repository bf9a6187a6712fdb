/**
 * Which quotations are speech, and whose: an attribution beside the quotation decides, otherwise the last person the
 * text was about. A fragment is speech only where an attribution introduces or follows it. Invariants: speech is in the
 * order of the quotations; the parts of a quotation that runs over paragraphs have one speaker. No knowledge of the
 * world is used: where the text does not say, there is no speaker.
 */

import type { Speaker } from '#lib/reading/speakers/speaker';
import { Cursor } from '#lib/text/cursor';
import { isHan, isLatin, oneOf } from '#lib/text/forms/folded';
import { wordAt, wordList } from '#lib/text/lexicon';
import type { Attribution } from './attribution';
import { predicateOpeners } from './cues';
import { isInSingleMarks } from './marks';
import type { Candidate, Focus, Page } from './page';

/** A quotation that is speech. */
export interface Said {
  paragraph: number;
  candidate: Candidate;
  speaker: Speaker | null;
  /** As it stands in the text. */
  cue: string | null;
  /** True if an attribution stands beside this very part of the quotation. */
  isBeside: boolean;
}

interface Verdict {
  speaker: Speaker | null;
  cue: string | null;
  /** True where the cue asks (记者问). */
  asks?: boolean;
  /** True where the speaker is only referred to (`she said`). */
  refers?: boolean;
}

/** Paragraphs after which an unattributed quote no longer continues the last speaker. */
const silence = 3;

/** Decides for every quotation of an article whether it is speech, and whose. */
export function decideSpeech(pages: Page[]): Said[] {
  const said: Said[] = [];
  /** What an attribution beside any part of a quotation decides, by chain. */
  const chains = new Map<number, Verdict>();
  let last: { speaker: Speaker | null; paragraph: number } = { speaker: null, paragraph: -silence };
  /** Who asked the question that the next quotation may answer. */
  let asker: Speaker | null = null;
  for (const [paragraph, page] of pages.entries()) {
    if (page.candidates.length === 0) continue;
    const neighbours = new Neighbours(page);
    const focus = new Cursor(page.focus);
    for (const [at, candidate] of page.candidates.entries()) {
      const beside = neighbours.beside(candidate);
      if (!beside && !candidate.sentence && !isWholePhrase(page, candidate)) continue;
      const previous = paragraph - last.paragraph <= silence ? last.speaker : null;
      const isPutToSomebody = !beside && isAnswered(page, candidate, page.candidates[at + 1], pages[paragraph + 1]);
      const decided: Verdict = isPutToSomebody
        ? unknown
        : (beside ?? fallback(page, focus, candidate, previous, pages[paragraph - 1], pages[paragraph + 1]));
      // Nobody answers their own question: the answer is of the one who spoke before it.
      const isAnswer: boolean =
        (!beside || (page.han && beside.refers === true && !beside.asks)) &&
        asker !== null &&
        decided.speaker === asker;
      const { speaker, cue }: Verdict = isAnswer
        ? { speaker: previous === asker ? null : previous, cue: null }
        : decided;
      asker = beside?.asks ? speaker : isAnswer ? asker : null;
      said.push({ paragraph, candidate, speaker, cue, isBeside: beside !== null });
      if (beside && !chains.has(candidate.chain)) chains.set(candidate.chain, beside);
      // Who asks does not go on speaking in the next quotation.
      last = { speaker: beside?.asks ? last.speaker : (speaker ?? last.speaker), paragraph };
    }
  }
  for (const one of said) {
    const whole = one.isBeside ? undefined : chains.get(one.candidate.chain);
    if (whole) {
      one.speaker = whole.speaker;
      one.cue = whole.cue;
    }
  }
  return said;
}

const unknown: Verdict = { speaker: null, cue: null };

/** A question that another quotation follows at once: somebody else put it, and nobody is named for it. */
function isAnswered(
  page: Page,
  candidate: Candidate,
  next: Candidate | undefined,
  following: Page | undefined,
): boolean {
  if (page.form[candidate.end - 1] !== '?') return false;
  // Of several questions in a row one person puts all.
  if (next?.chain === candidate.chain) return false;
  if (next) return next.outerStart - candidate.outerEnd <= 1 && page.form[next.end - 1] !== '?';
  const answer = following?.candidates[0];
  if (!following || !answer?.sentence || candidate.outerEnd < page.form.trimEnd().length) return false;
  // What goes on in the next paragraph is no answer, nor is another question.
  if (answer.chain === candidate.chain || following.form[answer.end - 1] === '?') return false;
  const opening = following.attributions[0];
  const isLed = opening !== undefined && opening.end <= answer.outerStart && answer.outerStart - opening.cueEnd <= 2;
  return page.bare && (answer.outerStart === 0 || isLed);
}

/** Fewest words of an English quotation that is speech without an attribution; terms and nicknames have fewer. */
const leastPhrase = 4;
/** The same after `the`: the “best of all staffs” is what somebody calls it, not what somebody says. */
const leastAfterThe = 7;

/** True for a longer English quotation inside a sentence: in double marks, hardly anything but speech is that long. */
function isWholePhrase({ text, form, han }: Page, candidate: Candidate): boolean {
  const { start, end, outerStart } = candidate;
  if (han || isInSingleMarks(text, candidate)) return false;
  const least = form.startsWith('the ', outerStart - 4) ? leastAfterThe : leastPhrase;
  return form.slice(start, end).split(' ', least).length >= least;
}

/** How near the start of a paragraph an attribution must stand to follow the quotation that fills the one before. */
const openingReach = 30;

/** Who speaks where no attribution stands beside the quote. */
function fallback(
  page: Page,
  focus: Cursor<Focus>,
  { outerStart, outerEnd }: Candidate,
  previous: Speaker | null,
  preceding: Page | undefined,
  following: Page | undefined,
): Verdict {
  const after = focus.pass(({ at }) => at < outerStart);
  const before = focus.last;
  if (before) return { speaker: before.speaker, cue: null };
  if (turns(page.form, outerEnd)) return unknown;
  if (after && isOneSentence(page.form, outerEnd, after.at, reachAfter)) return { speaker: after.speaker, cue: null };
  const opening = following?.attributions[0];
  const continues = !page.han && previous !== null && preceding?.candidates.some(({ sentence }) => sentence);
  if (page.bare && following && opening?.speaker && opening.start < openingReach && !continues)
    return verdictOf(opening, following);
  return { speaker: previous ?? page.inherited, cue: null };
}

const verdictOf = ({ speaker, cueStart, cueEnd, manner, phrase }: Attribution, page: Page): Verdict => ({
  speaker,
  cue: page.text.slice(cueStart, cueEnd) || null,
  asks: manner === 'ask',
  refers: phrase?.form === 'pronoun' || phrase?.form === 'reference',
});

/** How far an attribution may stand from its quote within one sentence, in UTF-16 units. */
const reach = 240;
/** The same for a clause between a quote and the attribution after it (`。”从目前的反馈看，他判断`). */
const reachAfter = 60;

/** Finds the attributions beside the quotations of one paragraph, moving along with them. */
class Neighbours {
  private readonly attributions: Cursor<Attribution>;
  private readonly sentences: Cursor<Candidate>;
  /** Where the last whole-sentence quotation ended. */
  private floor = -1;

  constructor(private readonly page: Page) {
    this.attributions = new Cursor(page.attributions);
    this.sentences = new Cursor(page.candidates.filter(({ sentence }) => sentence));
  }

  beside(candidate: Candidate): Verdict | null {
    const { outerStart, outerEnd, sentence } = candidate;
    const after = this.attributions.pass(({ start }) => start < outerStart);
    const last = this.attributions.last;
    const before = last && last.end > this.floor ? last : undefined;
    const fits = sentence
      ? this.besideSentence(candidate, before, after)
      : this.besideFragment(candidate, before, after);
    if (sentence) this.floor = outerEnd;
    return fits ? verdictOf(fits, this.page) : null;
  }

  private besideSentence(
    candidate: Candidate,
    before: Attribution | undefined,
    after: Attribution | undefined,
  ): Attribution | undefined {
    const { form } = this.page;
    const { outerStart, outerEnd } = candidate;
    const next = this.sentences.pass((one) => one.outerStart <= outerStart);
    const introduces = before && isOneSentence(form, before.end, outerStart, reach);
    const follows =
      after &&
      !turns(form, outerEnd) &&
      isOneSentence(form, outerEnd, after.start, reachAfter) &&
      !(next && next.outerStart < after.start);
    if (introduces && follows) return isTrailing(form, candidate, after) && !isColon(form, outerStart) ? after : before;
    if (introduces) return before;
    return follows ? after : undefined;
  }

  private besideFragment(
    candidate: Candidate,
    before: Attribution | undefined,
    after: Attribution | undefined,
  ): Attribution | undefined {
    const { form, han } = this.page;
    if (before && introducesFragment(form, candidate, before, han)) return before;
    if (!after) return undefined;
    const near = (to: number) => to - candidate.outerEnd < longestPause && isPause(form, candidate, to, han);
    if (near(after.start)) return after;
    // `“…”, Mayor Lena Voss told them`; a title without a comma is the actor's film (`‘Rivers’ actor Jo Lind said`).
    const led = after.lead < after.start && form[candidate.outerEnd] === ',' && near(after.lead);
    return led ? after : undefined;
  }
}

const endsSentence = oneOf('。!?;\n');
const runsOn = oneOf(',?!');
const closesOrRunsOn = oneOf(',?!。');
const isSpaceOrDash = oneOf(' —–-');

/** True if no sentence ends between two offsets that are near enough. */
function isOneSentence(form: string, from: number, to: number, within: number): boolean {
  if (to - from > within) return false;
  for (let i = from; i < to; i++)
    if (endsSentence(form, i) || (form.charCodeAt(i) === 46 && form.charCodeAt(i + 1) === 32)) return false;
  return true;
}

/**
 * Whether what follows a quotation turns to another speaker, who is quoted in the same sentence (`“…。”其辩护律师则认为，“…”`,
 * `“…？”面对追问，李明坦言：“…”`).
 */
const turns = (form: string, outerEnd: number): boolean =>
  '。!?'.includes(form.charAt(outerEnd - 2)) && TURNING.test(form.slice(outerEnd, outerEnd + turningReach));

const turningReach = 64;
const TURNING =
  /^(?:(?:但|而|不过|然而|可)[^。!?;“”]{2,40}|[^。!?;“”]{2,30}(?:则|却|倒|反而)[^。!?;“”]{0,16}|面对[^。!?;“”]{2,40})[,:]“|^[^。!?;,“”]{1,16}(?<![说道称示出调言释绍露应答问]):“/;

const isColon = (form: string, outerStart: number): boolean =>
  form[outerStart - 1] === ':' || (form[outerStart - 1] === ' ' && form[outerStart - 2] === ':');

/** True if the quote runs on into the attribution after it (`…,” said X`; `……”李笛说`). */
const isTrailing = (form: string, candidate: Candidate, after: Attribution): boolean =>
  after.start - candidate.outerEnd <= 2 && runsOn(form, candidate.end - 1);

/** Longest pause between a short quotation and its attribution, in UTF-16 units. */
const longestPause = 6;

/** True if only a comma stands between a short quotation and its attribution; in Chinese a pause must be marked. */
function isPause(form: string, candidate: Candidate, to: number, han: boolean): boolean {
  let marked = closesOrRunsOn(form, candidate.end - 1);
  for (let i = candidate.outerEnd; i < to; i++) {
    if (form[i] === ',') marked = true;
    else if (!isSpaceOrDash(form, i)) return false;
  }
  return marked || !han;
}

function introducesFragment(form: string, candidate: Candidate, before: Attribution, han: boolean): boolean {
  const { outerStart, outerEnd } = candidate;
  const gap = outerStart - before.cueEnd;
  if (gap < 0 || before.sentenceEnd < outerStart || gap > reach / 2) return false;
  const between = form.slice(before.cueEnd, outerStart).trim();
  const after = form.charCodeAt(outerEnd);
  const closes = (!isHan(after) && !isLatin(after)) || (han && qualifies(form, candidate));
  return han
    ? introducesHanFragment(form, candidate, before, between, closes)
    : introducesEnglishFragment(form, candidate, before, between, closes);
}

/** Longest object between a Chinese cue and the words it introduces (`形容这场球是“…”`), and longest clause. */
const longestObject = 16;
const longestClause = 60;
/** Manners whose words are quoted after a comma (`分析人士认为，房价“很可能下跌”`). */
const tellsAfterComma = new Set<Attribution['manner']>(['view', 'show', 'forecast']);

/** What leads back to the speaker or the matter before the words themselves (`供述，其“一时糊涂”`). */
const backward = new Set(wordList(',其 其 ,对此 对此 ,将 将 ,系 系 ,他 ,她 ,自己 ,并 ,已'));

/** From this length on a quotation that ends its clause is a statement (`被告“严重侵害了消费者的合法权益”`). */
const leastStatement = 8;
/** Shorter quotations are terms unless they stand right behind the cue. */
const leastFragment = 5;
/** The same behind a comma, with a word that terms seldom have (`上诉理由“不能成立”`). */
const leastPredicate = 4;

function introducesHanFragment(
  form: string,
  { start, end, outerStart }: Candidate,
  { cueEnd, manner }: Attribution,
  between: string,
  closes: boolean,
): boolean {
  if (between === ':' || between === '的是:') return true;
  if (!closes) return false;
  if (between === '' || between === ',' || between === '道' || between === '到' || backward.has(between)) return true;
  const gap = outerStart - cueEnd;
  if (manner === 'label') return gap <= longestObject;
  const tells = manner === 'say' || (tellsAfterComma.has(manner) && between.startsWith(','));
  const least = between.startsWith(',') && hasPredicate(form, start, end) ? leastPredicate : leastFragment;
  if (tells && between.startsWith(',') && end - start >= leastPredicate && wordAt(predicateOpeners, form, start, end))
    return true;
  if (!tells || end - start < least) return false;
  if (lists(form, start, end)) return true;
  const near = manner === 'say' && !between.includes(',') && gap <= longestObject;
  return near || (gap <= longestClause && (hasPredicate(form, start, end) || end - start >= leastStatement));
}

const lists = (form: string, start: number, end: number): boolean =>
  end - start <= longestList && form.slice(start, end).includes('、');

/** Longest quotation that is looked through for what it lists. */
const longestList = 24;

/** `“坦诚、实质性”的沟通`: several qualities of something are somebody's words for it, while names are one. */
const qualifies = (form: string, { start, end, outerEnd }: Candidate): boolean =>
  form[outerEnd] === '的' &&
  lists(form, start, end) &&
  form[end - 1] !== '等' &&
  qualities.test(form.slice(start, end));

const qualities = /性$|^[^、]{2,4}、[^、]{2,4}$/;

/** Longest object of an English verb that characterises (`called the merger of the two banks “…”`). */
const longestLabelled = 70;

function introducesEnglishFragment(
  form: string,
  { start, end, outerStart }: Candidate,
  { cueEnd, manner }: Attribution,
  between: string,
  closes: boolean,
): boolean {
  if (between === '' || between === ',' || between === ':' || between === 'that') return true;
  if (manner === 'label') return outerStart - cueEnd <= longestLabelled;
  if (manner === 'view' || manner === 'show') return false;
  const words = form.slice(start, end).split(' ').length;
  const lead = between.slice(between.lastIndexOf(' ') + 1);
  if (words >= 4 || (leadIns.has(lead) && closes)) return true;
  return words >= 2 && lead !== 'the' && closes;
}

/** Verbs and words that lead into a partial quotation in English (`said the plan was “a farce”`). */
const leadIns = new Set(wordList('is was were are be been as that it him her them its a an of by with and'));

/** Characters of a Chinese clause that a term or a title seldom has. */
const predicates = oneOf('不没是会将要已很能有被让把别太都');

/** How far into a quotation such a character is looked for. */
const predicateReach = 40;

function hasPredicate(form: string, start: number, end: number): boolean {
  for (let i = start; i < end && i < start + predicateReach; i++) if (predicates(form, i)) return true;
  return false;
}
