/**
 * Numbers that name instead of count: model and product names (`GPT-3.5`, `6pen`, `iPhone 15`, `360` in a list of
 * companies), codes and telephone numbers, versions and internet addresses, list numbers (`1、`), section and house
 * numbers. Invariant: what is recognised here is never a figure. Anything with a unit or a currency of its own is left
 * to the figures.
 */

import { isHanNumeralChar } from '#lib/reading/figures/numerals/chinese';
import { digitsEnd, type FoldedText, isDigit, isHan, isLatin, skipSpacesBack } from '#lib/text/forms/folded';

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

/** Lines of aircraft, rockets and spacecraft that a hyphen joins with their number (`歼-20`, `神舟-19`). */
const HAN_MODEL =
  /(?:歼|轰|运|直|空警|翼龙|彩虹|攻击|东风|巨浪|鹰击|霹雳|长剑|长征|神舟|嫦娥|天问|天舟|天宫|风云|高分|米格|(?:^|[^\u4e00-\u9fff]|[和与及])(?:苏|图)|伊尔)-$/;

/** Whether letters, an underscore or a hyphen after a letter or a Chinese line of models stand directly before digits at `i`. */
export function continuesName(text: string, i: number, floor: number): boolean {
  // `5 percent-10 percent`: what ends at the hyphen was a quantity.
  if (floor > 0 && floor === i - 1) return false;
  const before = text.charCodeAt(i - 1);
  if (isLatin(before) || before === 95 || before === 64 || before === 0xa7 || before === 35 || before === 0x2116)
    return true;
  if (before === 43 && isLatin(text.charCodeAt(i - 2))) return true;
  if (before === 45 && isHan(text.charCodeAt(i - 2))) return HAN_MODEL.test(text.slice(Math.max(0, i - 4), i));
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
    String.raw`title|level|type|episode|season|volume|vol\.?|issue|version|no\.|part|step|stage|grade|` +
    'channel|highway|interstate|area|gate|unit|group|id|isbn|code|tel|phone|act|rule|form|' +
    'day|lesson|appendix|verse|clause|schedule|ext\\.?|extension|postcode|version)[ :]*$',
);
const LABELLED = new RegExp(`(?:§|${LABEL.source.slice(0, -1)})[ ]*$`);
/** Who is telephoned. */
const CALLED = /(?:^|[^a-z])(?:call|dial|text)(?:s|ed|led|ing|ling)? $/;
/** A street address and a postal code, after the number and before it. */
const STREET = new RegExp(
  String.raw`^ (?:[NSEW]\.? )?(?:[A-Z][a-z]+|\d{1,3}(?:st|nd|rd|th))(?: [A-Z][a-z]+){0,2} (?:Street|St\b|Avenue|Ave\b|Road|Rd\b|` +
    String.raw`Lane|Drive|Boulevard|Blvd|Square|Court|Terrace|Parkway|Crescent)(?! [a-z]+s\b)`,
);
const AVENUE = /^ (?:[A-Z][a-z]+ ){1,3}(?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Lane|Drive|Boulevard|Blvd)/;
const POSTAL = /^ (?:zip|post(?:al )?code)/i;
/** Makers' lines of aircraft: `787 Dreamliner`, `747 freighters`, `737s`. */
const AIRCRAFT =
  /^7[0-8]7(?:-\d+)?(?: (?:MAX|Max|Dreamliner|jets?|jetliners?|aircraft|planes?|airliners?|freighters?|fleet|program(?:me)?)\b|客机|飞机)/;
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
    '文号|车牌|微信|频道|版本|型号|拨打|致电|邮政编码|(?<![A-Za-z])(?:ID|id|No|QQ)|№)(?:为|是)?[:： ]*$',
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
  const street = isLatin(text.charCodeAt(end + 1)) || isDigit(text.charCodeAt(end + 1));
  if (street && (STREET.test(text.slice(end, end + 48)) || AVENUE.test(text.slice(end, end + 48)))) return true;
  if (AIRCRAFT.test(text.slice(start, end + 14)) || KNOWN_BY_NUMBER.test(text.slice(start, end + 1))) return true;
  if (before === '(' && after === ')' && STOCK_CODE.test(digits) && isHan(text.charCodeAt(start - 2))) return true;
  // 90后 and 00后 are generations.
  if (/^\d[05]后/.test(text.slice(start, end + 1))) return true;
  const lead = text.slice(Math.max(0, start - 16), start);
  const small = lead.toLowerCase();
  if (HAN_LABEL.test(lead) || LABELLED.test(small)) return true;
  if (
    (digits.length === 3 || digits.length > 4) &&
    CALLED.test(small) &&
    /^(?:$|[^ ]| (?!people\b|\w+s\b))/.test(text.slice(end, end + 16))
  )
    return true;
  if (digits.length < 3 && /(?:^|[^A-Za-z])(?:Windows|Android|Python|Java|Chrome) $/.test(lead)) return true;
  if (isListedName(text, start, end)) return true;
  const name = NAME_BEFORE.exec(lead);
  if (!name || (name.index === 0 && lead.length === 16)) return false;
  const word = name[1] ?? '';
  const at = start - name[0].length;
  const opens = at === 0 || /[.!?\n“"]\s*$/.test(text.slice(Math.max(0, at - 3), at));
  if (/[a-z][A-Z]/.test(word)) return true;
  // At the start of a sentence any word has a capital: there only a year (`Vision 2030 is`) or a number that nothing
  // lower-case follows is a name's.
  return (
    /^[A-Z]/.test(word) &&
    !PLAIN_CAPITALS.test(word) &&
    (!opens || /^(?:19|20)\d\d$/.test(digits) || /^(?:$|[,.;:!?)]| [A-Z])/.test(text.slice(end, end + 2)))
  );
}

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
