/**
 * The shape of a text between quotation marks: a whole sentence (speech unless something speaks against it), a fragment
 * (speech only beside a cue) or a name or title (never speech). Judged by its length, its punctuation and the
 * characters next to it. Invariant: reads the quotation and a few characters around it, so judging all quotations is
 * linear.
 */

import { isDigit, isHan, isLatin, oneOf } from '#lib/text/forms/folded';
import { buildEndings, type Endings, endingAt, wordList } from '#lib/text/lexicon';
import { isInSingleMarks, type Quotation } from './marks';

export type Shape = 'sentence' | 'fragment' | 'name';

/**
 * Han characters from which an unpunctuated quotation is a clause rather than a term; terms in news rarely reach
 * fifteen.
 */
const hanClause = 16;
/** The same where it holds a comma. */
const hanClauseWithComma = 8;
/** Words from which an English quotation that opens a sentence is one. */
const englishClause = 5;

const hanNaming = buildEndings(
  wordList(`
    所谓 所谓的 名为 题为 称为 称作 叫做 叫作 名叫 被称 命名为 取名 取名为 号称 俗称 人称 简称 绰号 外号 主题为 标题为 关键词 口号 写着 印着 刻着 誉为 打着 贴着 挂着 书名 代号 昵称 又名
    别名 译为 意为 意即 定名为 更名为 改名为 定位为 确定为 视为 看作 当作 评为 列为 入选 荣获 获得 获评 以
  `),
);
const englishNaming = buildEndings(
  wordList(`
    so-called known_as titled entitled named nicknamed the_term the_word the_phrase the_slogan headlined
    reading dubbed_the a_banner_reading signs_reading marked labelled labeled film song book album novel show
    series play movie anthem hymn memoir documentary a_project_called a_programme_called a_program_called an_app_called is_called are_called
    was_called were_called meaning
  `),
);

/** Kinds of works, whose title may stand behind a comma (`in his book, “Rivers of the North,” he …`). */
const englishWorks = buildEndings(
  wordList(`
    film song book album novel show series play movie program programme anthem column commentary hymn memoir
    documentary essay article op-ed poem painting podcast
  `),
);

const smallWords = new Set(wordList('a an the of and or in on at to for with from by but nor as is vs'));

const endsHan = oneOf('。！？!?…');
const endsEnglish = oneOf('.?!,—–…-');
const closesWithin = oneOf('’』」');
const divides = oneOf(',;');
const detaches = oneOf('.,:;?!—–-…"”’\'(');

/** Judges the shape of a quotation in its paragraph, given in plain and in reading form. */
export function shapeOf(text: string, form: string, quotation: Quotation, han: boolean): Shape {
  return han ? hanShape(text, form, quotation) : englishShape(text, form, quotation);
}

function hanShape(text: string, form: string, { start, end, outerStart, outerEnd }: Quotation): Shape {
  // A quotation within may end it (`“他说：‘不许去。’”`).
  let last = end - 1;
  while (last > start && last > end - 3 && closesWithin(text, last)) last--;
  const ended = endsHan(text, last) || (text[last] === '.' && end - start > 6);
  if (isNamed(form, outerStart, hanNaming) && !(ended && end - start > 14)) return 'name';
  const before = form.charCodeAt(outerStart - 1);
  const after = form.charCodeAt(outerEnd);
  if (ended && end - start > 1) return isHan(before) && isHan(after) && end - start < 7 ? 'fragment' : 'sentence';
  if (text[end - 1] === ',') return 'sentence';
  const attached = (isHan(before) || isLatin(before)) && (isHan(after) || isLatin(after));
  if (attached) return 'fragment';
  const length = weight(text, start, end);
  if (length >= hanClause) return 'sentence';
  return length >= hanClauseWithComma && hasComma(text, start, end) ? 'sentence' : 'fragment';
}

/** Length in Han characters, a Latin word or number counting as two. */
function weight(text: string, start: number, end: number): number {
  let length = 0;
  let inWord = false;
  for (let i = start; i < end && length < 100; i++) {
    const code = text.charCodeAt(i);
    const word = isLatin(code) || isDigit(code);
    if (word && !inWord) length += 2;
    else if (!word && isHan(code)) length++;
    inWord = word;
  }
  return length;
}

function hasComma(text: string, start: number, end: number): boolean {
  for (let i = start; i < end && i < start + 100; i++) if (divides(text, i)) return true;
  return false;
}

function englishShape(text: string, form: string, quotation: Quotation): Shape {
  const { start, end, outerStart, outerEnd } = quotation;
  const words = wordsOf(text, start, end);
  const ended = endsEnglish(text, end - 1);
  let before = outerStart - 1;
  while (text[before] === ' ') before--;
  const attached = before >= 0 && !detaches(text, before);
  const isCalled = isNamed(form, outerStart, englishNaming);
  // `by the book “Perfect Enough: A Story.”`, and the value of a tag's attribute (`<a title="…">`).
  if (isCalled && (!ended || isHeadline(text, start, end))) return 'name';
  if (text[before] === ',' && isNamed(form, before, englishWorks) && isHeadline(text, start, end)) return 'name';
  if (isByAuthor(text, outerEnd) && isHeadline(text, start, end)) return 'name';
  if (text[outerStart - 1] === '=' || isTranscript(text, start)) return 'name';
  // A heading in single marks, as some papers set them above a section.
  if (
    isInSingleMarks(text, quotation) &&
    outerStart === 0 &&
    outerEnd >= text.trimEnd().length &&
    words <= longestHeading
  )
    return 'name';
  if (outerStart === 0 && words >= leastSigned && isSigned(text, outerEnd)) return 'sentence';
  // In a headline every word has a capital, what is said too (`Mayor Says ‘No Deal’`).
  if (attached && isTitle(text, start, end, words)) return isHeadline(text, 0, text.length) ? 'fragment' : 'name';
  if (attached) return isCapital(text, start) && ended && words >= 4 ? 'sentence' : 'fragment';
  if (ended) return 'sentence';
  return words >= englishClause || (text[before] === ':' && words >= 2) ? 'sentence' : 'fragment';
}

function isCapital(text: string, i: number): boolean {
  const char = text.charAt(i);
  return char !== char.toLowerCase() || isDigit(char.charCodeAt(0));
}

/** Words, counted up to twelve. */
function wordsOf(text: string, start: number, end: number): number {
  let words = 0;
  let inWord = false;
  for (let i = start; i < end && words < 12; i++) {
    const word = text.charCodeAt(i) !== 32;
    if (word && !inWord) words++;
    inWord = word;
  }
  return words;
}

/** `“WALLACE: Well, …`: a transcript tells its speakers by labels, not by marks. */
const isTranscript = (text: string, start: number): boolean =>
  /^\(?[A-Z][A-Z.'’ -]{2,30}[.:]/.test(text.slice(start, start + 36)) && /[:)]/.test(text.slice(start, start + 36));

/** `“Rivers of the Far North” by Ann Kirk`. */
const isByAuthor = (text: string, outerEnd: number): boolean => /^ by \p{Lu}/u.test(text.slice(outerEnd, outerEnd + 5));

const opensWord = /^["'“‘(]+/;

/** Fewest words of a quotation that fills its paragraph but for who said it. */
const leastSigned = 2;
/** Longest signature after a dash, in UTF-16 units. */
const longestSignature = 60;

/** `“It was terrifying” - eyewitness Jane Doe`: nothing but a dash and a signature after a quotation. */
const isSigned = (text: string, end: number): boolean =>
  text.length - end <= longestSignature && /^ ?[-–—―:] ?\p{L}/u.test(text.slice(end, end + 4));

/** Most words of a heading. */
const longestHeading = 8;

/** True for a headline-case string of two to eight words (`Gone With the Wind`). */
const isTitle = (text: string, start: number, end: number, words: number): boolean =>
  words >= 2 && words <= 8 && isHeadline(text, start, end);

/** Longest title or headline that is looked at, in UTF-16 units. */
const longestTitle = 120;

/** True if every word begins with a capital, except small ones. */
export function isHeadline(text: string, start: number, end: number): boolean {
  if (end - start > longestTitle) return false;
  return text
    .slice(start, end)
    .split(' ')
    .every((word) => word === '' || isCapital(word.replace(opensWord, ''), 0) || smallWords.has(word.toLowerCase()));
}

/** True if a naming word stands right before the quotation. */
function isNamed(form: string, outerStart: number, naming: Endings): boolean {
  let end = outerStart;
  while (end > outerStart - 2 && form[end - 1] === ' ') end--;
  return endingAt(naming, form, end, 0) !== null;
}
