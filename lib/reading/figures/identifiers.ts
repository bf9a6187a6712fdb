/**
 * Numbers that name instead of count: model and product names (`GPT-3.5`, `6pen`, `iPhone 15`, `360` in a list of
 * companies), codes and telephone numbers, versions and internet addresses, list numbers (`1、`), section and house
 * numbers. Invariant: what is recognised here is never a figure. Anything with a unit or a currency of its own is left
 * to the figures.
 */

import { isHanNumeralChar } from '#lib/reading/figures/numerals/chinese';
import { isStreetAfter } from '#lib/reading/figures/streets';
import { moneyAfter } from '#lib/reading/figures/units/currency';
import { unitAfter } from '#lib/reading/figures/units/unit-after';
import { digitsEnd, type FoldedText, isDigit, isHan, isLatin, oneOf, skipSpacesBack } from '#lib/text/forms/folded';

const URL = /(?:https?:\/\/|www\.|ftp:\/\/)[^\s\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]*/y;
/** Telephone numbers: international, three groups, area code and number (ITU-T E.123). */
const PHONE = new RegExp(
  String.raw`(?:\+\d{1,3}[ -]?)?(?:\(\d{2,4}\) ?)?\d{2,4}(?:[-/]\d{2,4}){2,}(?![\d%])|\+\d{1,3}(?:[ -]\d{2,5}){2,}|` +
    String.raw`0\d{2,3}-\d{7,8}(?!\d)|0\d{2,4}(?: \d{3,4}){2}(?!\d|[,.]\d)|1[3-9]\d(?:[ -]\d{4}){2}(?!\d)|` +
    String.raw`1[3-9]\d{9}(?![\d万亿元美港股%]|[.,]\d)|\d{3}-0\d{3}(?!\d)|(?:400|800)-\d{3}-?\d{4}(?!\d)`,
  'y',
);
const DOTTED = /\d+(?:\.\d+){2,}/y;

/** Digits of a mobile telephone number in China. */
const MOBILE = 11;

/** The end of an address, telephone number or dotted number (IP, version) at `i`, or `i`. */
export function skipIdentifier(t: FoldedText, i: number): number {
  const first = t.lower.charCodeAt(i);
  if (first === 104 || first === 119 || first === 102) {
    URL.lastIndex = i;
    return URL.exec(t.lower) ? URL.lastIndex : i;
  }
  const end = digitsEnd(t.text, i);
  const next = t.text.charAt(end);
  // After the digits of any other number comes neither.
  if (end > i && end - i !== MOBILE && !'-/ .'.includes(next)) return i;
  for (const pattern of [PHONE, DOTTED]) {
    pattern.lastIndex = i;
    if (!pattern.exec(t.text)) continue;
    // 1.111,11 is one number with European separators.
    if (pattern === DOTTED && t.text[pattern.lastIndex] === ',' && isDigit(t.text.charCodeAt(pattern.lastIndex + 1)))
      continue;
    return pattern.lastIndex;
  }
  return i;
}

/** The end of the run of letters, digits and joiners at `i` (`GPT-3.5-turbo`), for skipping a name as a whole. */
export function nameEnd(text: string, i: number): number {
  let at = i;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const joiner = code === 45 || code === 46 || code === 95;
    const next = text.charCodeAt(at + 1);
    // A star or galaxy is named by two coordinates (`J1149.5+6663`).
    const plus = code === 43 && at > i && isDigit(text.charCodeAt(at - 1)) && isDigit(next);
    if (!(isDigit(code) || isLatin(code) || plus || (joiner && (isDigit(next) || isLatin(next))))) break;
    at++;
  }
  return at;
}

/** What is told in numbers, verbs and pronouns, after which a hyphen is a minus (`增速-20`, `为-5`). */
const MEASURED_IN_HAN = /[率值温分差额数比量价幅速度计润益他她它我你为是到至达约近超过于从在由了共增减升降涨跌负]-$/;
const MODEL_NUMBER = /^\d{1,4}(?![\d%/:~-]|[.,]\d)/;

/**
 * A Chinese name that a hyphen joins with a number (`歼-20`, `神舟-19`): a number that is told after its noun has a unit, or
 * the noun is one of those that are told in numbers.
 */
function isHanModel(t: FoldedText, i: number): boolean {
  const { text } = t;
  const digits = MODEL_NUMBER.exec(text.slice(i, i + 7))?.[0];
  if (digits === undefined || isHanNumeralChar(text.charAt(i - 2))) return false;
  const end = i + digits.length;
  if (MEASURED_IN_HAN.test(text.slice(Math.max(0, i - 2), i)) || isHanNumeralChar(text.charAt(end))) return false;
  return unitAfter(t, end, false) === null && moneyAfter(t, end) === null;
}

/** Whether letters, an underscore or a hyphen after a letter or a Chinese name stand directly before digits at `i`. */
export function continuesName(t: FoldedText, i: number, floor: number): boolean {
  const { text } = t;
  // `5 percent-10 percent`: what ends at the hyphen was a quantity.
  if (floor > 0 && floor === i - 1) return false;
  const before = text.charCodeAt(i - 1);
  if (isLatin(before) || before === 95 || before === 64 || before === 0xa7 || before === 35 || before === 0x2116)
    return true;
  if (before === 43 && isLatin(text.charCodeAt(i - 2))) return true;
  if (before === 45 && isHan(text.charCodeAt(i - 2))) return isHanModel(t, i);
  if ((before !== 45 && before !== 46) || !isLatin(text.charCodeAt(i - 2))) return false;
  if (before === 45 && /(?:^|[^a-z])(?:minus|negative|sub|near|over|under)-$/i.test(text.slice(Math.max(0, i - 10), i)))
    return false;
  // `5k-20k`: the letters are a scale of the number before them.
  let at = i - 2;
  while (at > i - 6 && isLatin(text.charCodeAt(at))) at--;
  return !isDigit(text.charCodeAt(at));
}

/** Words that label what follows by number. */
const LABEL = new RegExp(
  String.raw`(?:^|[^a-z])(?:section|chapter|page|phase|article|figure|fig\.?|table|flight|route|room|` +
    String.raw`title|level|type|category|band|tier|reference|ref\.?|h\.r\.|(?:case|order|account|ticket|file|docket|serial|policy|flight|train|bus|phone|invoice) number|episode|season|volume|vol\.?|issue|version|no\.|part|step|stage|grade|` +
    'channel|highway|interstate|area|gate|unit|group|id|isbn|code|tel|phone|act|rule|form|' +
    'day|lesson|appendix|verse|clause|schedule|ext\\.?|extension|postcode|version|resolution|directive|decree|' +
    'amendment|proposition|district|ward|precinct)[ :]*$',
);
/** The same in the plural, before each of several numbers (`Districts 4, 5 and 6`). */
const LABELS =
  /(?:^|[^a-z])(?:section|chapter|page|phase|article|figure|table|flight|route|room|volume|episode|amendment|proposition|district|ward|precinct|channel|lane|gate|unit|clause|rule|resolution)s (?:\d{1,4}(?:, | and |, and | or | to |-))*$/;
const LABELLED = new RegExp(`(?:§|${LABEL.source.slice(0, -1)})[ ]*$`);
/** Who is telephoned, perhaps behind another number (`call 101 or 999`). */
const CALLED = /(?:^|[^a-z])(?:call|dial|text)(?:s|ed|led|ing|ling)? (?:\d[\d -]{1,14}(?:, | or |, or | and ))?$/;
const CALLED_IN_HAN = /(?:拨打|致电)(?:电话)?(?:\d{3,12}(?:、|或|和))*[:： ]*$/;
/** The longest lead to a telephone number that is looked at. */
const CALL_REACH = 32;

/** Whether the digits at `start`..`end` are a number that is called (`dial 911 or 112`, `拨打110或120`). */
export function isCalled(t: FoldedText, start: number, end: number): boolean {
  const before = t.text.charAt(start - 1);
  if (!' 打电话或和、:：'.includes(before) || before === '') return false;
  const from = Math.max(0, start - CALL_REACH);
  if (t.hasHan && CALLED_IN_HAN.test(t.text.slice(from, start)))
    return !/^[个次通万千百多余]/.test(t.text.slice(end, end + 1));
  const isLong = end - start === 3 || end - start > 4;
  return (
    isLong &&
    CALLED.test(t.lower.slice(from, start)) &&
    /^(?:$|[^ ,]|,(?!\d)| (?!people\b|\w+s\b))/.test(t.text.slice(end, end + 16))
  );
}
/** What is filed under a number with a hyphen or a slash in it (`case number 22-4451`, `Docket No. 21-1484`). */
const FILED =
  /(?:^|[^a-z])(?:(?:cases?|dockets?|tickets?|files?|matters?|petitions?|warrants?|lawsuits?|complaints?|appeals?|index|references?|invoices?|orders?|serial|polic(?:y|ies)|accounts?|permits?|licen[cs]es?|patents?|reports?|incidents?|claims?|tracking|registration|application|booking|confirmation|citation|lot) (?:numbers?|nos?\.?)|nos?\.|#)[ :#]*(?:\d[\d/-]*,? (?:and |or |& )?)*$/;
const FILED_DIRECTLY = /(?:^|[^a-z])(?:case|docket|ticket|lawsuit|petition|file)[ :#]*$/;
const FILED_IN_HAN = /(?:编号|案号|单号|票号|文号|证号|号码|批号|档案号|流水号)(?:为|是)?[:： ]*$/;
const FILE_NUMBER = /\d{1,6}(?:[-/]\d{1,8}){1,4}(?![\d%]|[.,]\d)/y;
/** The longest lead to such a number that is looked at. */
const FILED_REACH = 48;

/** The end of a docket, ticket or other file number at `i`, or `i`. */
export function skipFileNumber(t: FoldedText, i: number): number {
  FILE_NUMBER.lastIndex = i;
  const found = FILE_NUMBER.exec(t.text);
  if (!found) return i;
  const lead = t.lower.slice(Math.max(0, i - FILED_REACH), i);
  const end = i + found[0].length;
  if (FILED.test(lead) || (t.hasHan && FILED_IN_HAN.test(lead))) return end;
  const isLong = /[-/]\d{3,}$/.test(found[0]) && FILED_DIRECTLY.test(lead);
  return isLong && unitAfter(t, end, false) === null && moneyAfter(t, end) === null ? end : i;
}

/** A postal code after its number. */
const POSTAL = /^ (?:zip|post(?:al )?code)/i;
/** Makers' lines of aircraft: `787 Dreamliner`, `747 freighters`, `737s`. */
const AIRCRAFT =
  /^7[0-8]7(?:-\d+)?(?: (?:MAX|Max|Dreamliner|jets?|jetliners?|aircraft|planes?|airliners?|freighters?|fleet|program(?:me)?)\b|客机|飞机)/;
/** A model and its variant (`737-800`, `747-400s`), and the machines that they are of. */
const VARIANT = /^(\d{2,4})-(\d{1,4})(?:s|ER|LR|F)?(?![\w%/:-]|[.,]\d)/;
const MACHINE =
  /^ (?:[a-z]+ ){0,1}(?:jets?|jetliners?|aircraft|planes?|airliners?|freighters?|helicopters?|engines?|fighters?|bombers?)\b|^(?:型|客机|飞机|直升机)/;
/** A congress is known by its number (党的二十大, 十九大以来), as are its plenary sessions. */
const CONGRESS =
  /^大(?=$|[^\u4e00-\u9fff]|[和与及以之后前的上是召开闭提报精代确部作要]|期间|胜利)|^届(?=[一二三四五六七八九]中|中央|全国|人大|政协|联大|中纪委|省委|市委)/;
/** What is known by its number alone, in Chinese: sales days, hotlines, groups of universities, working hours. */
const KNOWN_BY_NUMBER =
  /^(?:315|618|996|985|211|110|119|120|122|911|404|520|1024|12306|12315|12345|10086|10010|95\d{3})(?=[\u4e00-\u9fff](?<![个名位家人年天月日元万亿千百多余倍点分度次例起股份项件条只台辆套间户米公吨斤克升岁左以上下及和与至到之的后前]))/;
/** Software, standards and vehicles that are told apart by a version. */
const VERSIONED =
  /(?:^|[^A-Za-z])(?:Android|Windows|Python|Chrome|Firefox|Java|Linux|Ubuntu|Debian|Bluetooth|Wi-Fi|USB|HTML|HTTP|TLS|Unity|Edge|Safari|Claude|Gemini|Llama|GPT|Kimi|Grok|Sora|Excel|Photoshop|Web|Industry|Node|Swift|Kotlin|Rust|Go|Ruby|PHP|Release|Version|Update|Model|Series|工业|版本|系统|[Vv]ersion|[Rr]elease|[Uu]pdate|firmware|[Vv]er\.?|[Ss]ection|[Ff]igure|[Tt]able|[Cc]hapter|[Rr]oom|[Oo]ffice|[Ss]uite|[Cc]lause|[Rr]ule|[Aa]ppendix|[Ee]xercise|§) ?$|(?:^|[^A-Za-z])(?:[a-z]+[A-Z]|[A-Z][a-z]+[A-Z])[A-Za-z]* $/;

/** Whether a number with a decimal point, at `start`..`end`, is a version (`iOS 17.4`, `HarmonyOS 4.2版本`, `Section 3.2`). */
export function isVersion(text: string, start: number, end: number): boolean {
  return (
    /^\d{1,3}\.\d{1,2}$/.test(text.slice(start, end)) &&
    (/^ ?版(?![权税])/.test(text.slice(end, end + 3)) || VERSIONED.test(text.slice(Math.max(0, start - 20), start)))
  );
}

/** A listed company's code in brackets after its name (`贵州茅台（600519）`). */
const STOCK_CODE = /^(?:[034689]\d{5}|0\d{4})$/;

const HAN_LABEL = new RegExp(
  '(?:中证|沪深|上证|深证|创业板|科创|标普|纳斯达克|日经|富时|恒生|罗素|道琼斯|代码|编号|电话|热线|邮编|尾号|学号|证号|号码|账号|订单号|单号|工号|' +
    '文号|车牌|微信|频道|版本|型号|邮政编码|国道|省道|县道|骁龙|天玑|麒麟|鸿蒙|(?<![A-Za-z])(?:ID|id|No|QQ)|№)(?:为|是)?[:： ]*$',
);
const NAMING_AFTER =
  /^(?:公司|集团|号|路公交|路车|室|弄|版|型|式|系列|手机|浏览器|安全卫士|搜索|创始人|董事长|数科|同城|到家|强(?![度制化劲])|高校|院校|工程|热线|网站|晚会|大促|购物节|国道|省道|高速|航班|事件|工作制|大学|急救|报警|客机)/;

/** A Latin proper noun before the number (`Voyager 2`, `iPhone 15`): a capital inside the sentence, or mixed case. */
const NAME_BEFORE = /([A-Za-z][A-Za-z.]*[A-Za-z]|[A-Z])(?:[ ]|·)$/;
/** Capitalised words that are no name before a number. */
const PLAIN_CAPITALS = new RegExp(
  '^(?:The|A|An|In|On|At|Of|For|From|To|By|About|Around|Over|Under|All|Only|Some|Nearly|' +
    'Almost|More|Less|And|Or|But|With|Of|I|CPM|CPC|ARPU|GDP|CPI|PPI|IPO|AI|Up|Just|Then|That|' +
    'This|These|Those|Those|There|Total|Approximately|Between|USD|RMB|Hey|Is|Are|Was|Were|' +
    'Has|Have|Had|Still|When|While|Since|Than|As|PE|PB|EPS|ROE|GMV|MAU|DAU|PMI|NPS|MW|KG)$',
);

/**
 * Whether a number in digits without unit, at `start`..`end`, is a name or a mark: a list number at the start of a
 * line, an item among names (`网易、360、商汤`), a label's number (`Section 230`, `代码600305`), or the number of a product.
 */
export function isNameOrMark(t: FoldedText, start: number, end: number): boolean {
  const { text } = t;
  const digits = text.slice(start, end);
  const before = text[start - 1] ?? '\n';
  const after = text[end] ?? '\n';
  const lineStart = skipSpacesBack(text, start);
  if (
    (lineStart === 0 || text[lineStart - 1] === '\n') &&
    /^\d{1,3}$/.test(digits) &&
    /^(?:[、)）]|[.．](?!\d)(?=.*\S))/.test(text.slice(end, end + 8))
  )
    return true;
  if (
    (before === '(' || before === '（') &&
    (after === ')' || after === '）') &&
    digits.length <= 2 &&
    (start < 2 || text[start - 2] === '\n')
  )
    return true;
  if (/^0\d+$/.test(digits) || /^1[3-9]\d{9}$/.test(digits)) return true;
  if (after === '.' && isLatin(text.charCodeAt(end + 1)) && /[A-Z]/.test(text.charAt(end + 1))) return true;
  if (NAMING_AFTER.test(text.slice(end, end + 4))) return true;
  if (POSTAL.test(text.slice(end, end + 12)) && /^\d{3,6}$/.test(digits)) return true;
  if (isStreetAfter(text, end)) return true;
  if (AIRCRAFT.test(text.slice(start, end + 14)) || KNOWN_BY_NUMBER.test(text.slice(start, end + 1))) return true;
  if (before === '(' && after === ')' && STOCK_CODE.test(digits) && isHan(text.charCodeAt(start - 2))) return true;
  // `国发〔2023〕5号`: the year of a document.
  if ('〔([【'.includes(before) && /^[〕)\]】]\d{1,6}号/.test(text.slice(end, end + 9))) return true;
  // 90后 and 00后 are generations.
  if (/^\d[05]后/.test(text.slice(start, end + 1))) return true;
  const lead = text.slice(Math.max(0, start - 24), start);
  const small = lead.toLowerCase();
  if (HAN_LABEL.test(lead) || LABELLED.test(small) || (small.includes('s ') && LABELS.test(small))) return true;
  if (digits.length === 2 && isShortYear(text, start, end)) return true;
  if (digits.length < 3 && /(?:^|[^A-Za-z])(?:Windows|Android|Python|Java|Chrome) $/.test(lead)) return true;
  if (isListedName(text, start, end)) return true;
  const word = nameBefore(text, start);
  if (word === '') return false;
  const opens = opensSentence(text, start - 1 - word.length);
  if (/[a-z][A-Z]/.test(word)) return true;
  // At the start of a sentence any word has a capital: there only a year (`Vision 2030 is`) or a number that nothing
  // lower-case follows is a name's.
  return (
    /^[A-Z]/.test(word) &&
    !PLAIN_CAPITALS.test(word) &&
    (!opens ||
      /^(?:19|20)\d\d$/.test(digits) ||
      /^(?:$|[,.;:!?)]| [A-Z])/.test(text.slice(end, end + 2)) ||
      (!word.endsWith('ly') && NAMED_DOES.test(text.slice(end, end + 24))) ||
      // One takes no plural: the word behind it is a verb (`Formula 1 returns`).
      (digits === '1' && /^ [a-z]{3,}s\b/.test(text.slice(end, end + 24))))
  );
}

/** Verbs behind a name that opens a sentence (`Apollo 11 landed`). */
const NAMED_DOES = /^ (?:is|was|has|had|will|would|can|could|may|might|does|did|says?|said|[a-z]{3,}ed)\b/;

/** The word in Latin letters before a number, where it may be a name; otherwise ''. */
function nameBefore(text: string, start: number): string {
  const lead = text.slice(Math.max(0, start - NAME_REACH), start);
  const name = NAME_BEFORE.exec(lead);
  return !name || (name.index === 0 && lead.length === NAME_REACH) ? '' : (name[1] ?? '');
}

/** Longer words before a number are not looked at as names. */
const NAME_REACH = 16;

/** Whether a sentence opens at `i`; the full stop of `U.N.` ends none. */
const opensSentence = (text: string, i: number): boolean =>
  i <= 0 || /(?:[!?\n“"]|(?<!\b[A-Z])\.)\s*$/.test(text.slice(Math.max(0, i - 5), i));

/** What stands before a year of two digits (`the class of '97`, `back in '68`). */
const BEFORE_SHORT_YEAR =
  /(?:^|[ (])(?:of|in|since|from|by|the|until|till|before|after|to|and|a|[Jj]anuary|[Ff]ebruary|[Mm]arch|[Aa]pril|[Mm]ay|[Jj]une|[Jj]uly|[Aa]ugust|[Ss]eptember|[Oo]ctober|[Nn]ovember|[Dd]ecember|[Ss]ummer|[Ww]inter|[Ss]pring|[Aa]utumn|[Ff]all) ['‘’]$/;

/** `'97`: an apostrophe for the century, and no mark that opens a quotation. */
function isShortYear(text: string, start: number, end: number): boolean {
  if (!BEFORE_SHORT_YEAR.test(text.slice(Math.max(0, start - 14), start))) return false;
  return (
    !/^(?:[\d%’']|[.,]\d| (?:per ?cent|percent|million|billion)\b)/.test(text.slice(end, end + 10)) &&
    !/[a-z.,!?]['’](?![a-z])/.test(text.slice(end, end + 60))
  );
}

/** Makers' models with their variant, from `start` (`the Boeing 737-800`); the end of it, or `start`. */
export function skipVariant(t: FoldedText, start: number): number {
  const { text } = t;
  const found = VARIANT.exec(text.slice(start, start + 12));
  if (!found) return start;
  const end = start + found[0].length;
  const isLine = /^7[0-8]7$/.test(found[1] ?? '') && /^[1-9]00$/.test(found[2] ?? '');
  const word = nameBefore(text, start);
  const named = /^[A-Z]/.test(word) && !PLAIN_CAPITALS.test(word) && !opensSentence(text, start - 1 - word.length);
  if (!isLine && !named) return start;
  if (MACHINE.test(text.slice(end, end + 32))) return end;
  return unitAfter(t, end, false) === null && moneyAfter(t, end) === null ? end : start;
}

/** Whether a Han numeral before `end` is the number of a house or a document (`三千六百六十三号`), or of a congress (`二十大`). */
export const isNumberedInHan = (text: string, end: number): boolean =>
  opensNumbered(text, end) &&
  (/^(?:号(?![召称令码角外脚子])|室(?![内外])|弄)/.test(text.slice(end, end + 2)) ||
    CONGRESS.test(text.slice(end, end + 5)));

const opensNumbered = oneOf('号室弄大届');

const isNumeral = (char: string): boolean => isDigit(char.charCodeAt(0)) || isHanNumeralChar(char);

/** A number between enumeration commas whose neighbours are no numbers (`京东、网易、360、商汤`). */
function isListedName(text: string, start: number, end: number): boolean {
  const left = text[start - 1] === '、';
  const right = text[end] === '、';
  if (!left && !right) return false;
  const before = text[start - 2] ?? '\n';
  return (
    (!left || !(isNumeral(before) || '%元岁万亿个年天人'.includes(before))) &&
    (!right || !isNumeral(text.charAt(end + 1)))
  );
}
