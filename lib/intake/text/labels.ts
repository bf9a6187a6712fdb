/**
 * The facts that a text states about itself before it begins: the labelled form (标题: … 链接: … 正文: …, in both languages),
 * Markdown front matter, and credit lines such as 来源：新华社 or By Jane Doe.
 *
 * Only the top of a text is read. A line counts as a label if its value fits (a name is short and not a sentence). The
 * first line that is not a label ends the form, so a sentence that begins like a label stays in the text.
 */
import { readDate } from './date';
import { endsSentence } from './line';

export const factNames = ['title', 'url', 'publisher', 'byline', 'date'] as const;
type StatedFact = (typeof factNames)[number];
export type StatedFacts = Partial<Record<StatedFact, string>>;
type Label = StatedFact | 'body';

const labelWords: Record<Label, string> = {
  title: '标题|標題|题目|題目|文章标题|文章標題|Title|Headline',
  url:
    '链接|連結|鏈接|鏈結|网址|網址|原文链接|原文連結|原文鏈接|原文地址|文章链接|文章連結|文章网址|Link|URL|Source URL|' +
    'Original link|Permalink',
  body: '正文|内容|內容|全文|文章|文章内容|文章內容|文章正文|Text|Full text|Body|Article|Article text|Content',
  publisher:
    '来源|來源|文章来源|文章來源|信息来源|媒体|媒體|出处|出處|出品|发布者|Publisher|Source|Outlet|Publication|Media',
  byline: '作者|记者|記者|撰文|撰稿|文|文字|By|Author|Authors|Byline|Reporter|Writer|Written by',
  date:
    '日期|时间|時間|发布时间|發布時間|發佈時間|发布日期|發布日期|發佈日期|发表时间|发表日期|發表時間|Date|Published|' +
    'Published on|Published at|Publish date|Published date|Publication date|Posted|Posted on',
};

const labelOf = new Map<string, Label>();
for (const label of [...factNames, 'body'] as const) {
  for (const word of labelWords[label].split('|')) labelOf.set(word.toLowerCase(), label);
}
const longestLabelWord = Math.max(...[...labelOf.keys()].map((word) => word.length));

/** A form has six labels; this leaves room for blank lines and values on lines of their own. */
const mostHeaderLines = 40;
/** Longest values (UTF-16 units): a headline, what browsers take as an address, and a list of names. */
const longestTitle = 300;
const longestUrl = 2_048;
const longestName = 80;

/** A one-line form has its text label within this many UTF-16 units. */
const longestFoldedHead = 3_000;
const foldedLabel =
  /[ \t\u3000]+(?=(?:链接|連結|鏈接|网址|網址|原文链接|作者|记者|来源|來源|媒体|日期|时间|发布时间|Link|URL)[:：])/g;
const foldedBody = /[ \t\u3000](?=(?:正文|全文|内容|內容|Text|Body|Article|Content)[:：])/;

type LabelLine = { label: Label; value: string; isBare: boolean };

/**
 * Reads the labelled form at the top of a text; null where there is none. `hasBodyLabel`: the form itself states where
 * the article begins. A first line without a label is the title if a link or text label follows.
 */
export function readLabelledForm(pasted: string): { facts: StatedFacts; body: string; hasBodyLabel: boolean } | null {
  const text = unfoldFirstLine(pasted);
  const lines = firstLines(text, mostHeaderLines);
  const facts: StatedFacts = {};
  let labels = 0;
  let index = skipBlank(lines, 0);
  let isOpenedByTitle = false;
  const opening = lines[index];
  if (opening !== undefined && readLabel(opening.text) === null) {
    const next = readLabel(lines[skipBlank(lines, index + 1)]?.text ?? '');
    const isTitled = next !== null && !next.isBare;
    if (!isTitled || !isPossible('title', opening.text.trim()) || endsWithStop(opening.text)) return null;
    facts.title = undecorate(opening.text);
    isOpenedByTitle = true;
    index = skipBlank(lines, index + 1);
  }
  for (let line = lines[index]; line !== undefined; line = lines[index]) {
    const read = readLabel(line.text);
    if (read === null) break;
    if (read.label === 'body') {
      const isStated = labels > 0 && (facts.title !== undefined || facts.url !== undefined || read.value === '');
      if (!isStated && !(read.value === '' && !read.isBare) && !/^\W*(?:正文|全文)/.test(line.text)) break;
      const body = read.value === '' ? text.slice(line.end) : `${read.value}\n${text.slice(line.end)}`;
      return { facts, body, hasBodyLabel: true };
    }
    if (facts[read.label] !== undefined) break;
    let after = index + 1;
    let value = read.value;
    if (value === '') {
      const below = skipBlank(lines, after);
      const candidate = lines[below]?.text.trim() ?? '';
      if (readLabel(candidate) === null) {
        value = candidate;
        after = below + 1;
      }
    }
    if (value === '' ? read.isBare : !isPossible(read.label, value)) break;
    if (value !== '') facts[read.label] = undecorate(value);
    labels += 1;
    index = skipBlank(lines, after);
  }
  const isForm = labels > 0 && ((facts.title !== undefined && !isOpenedByTitle) || facts.url !== undefined);
  return isForm ? { facts, body: text.slice(lines[index]?.start ?? endOf(lines)), hasBodyLabel: false } : null;
}

/** Some chats and forms drop line ends: a line that starts with a title label is cut before further labels in it. */
function unfoldFirstLine(text: string): string {
  const end = text.indexOf('\n');
  const line = text.slice(0, end < 0 ? longestFoldedHead : Math.min(end, longestFoldedHead));
  if (readLabel(line)?.label !== 'title') return text;
  const body = foldedBody.exec(line);
  // Without an address between them, the second label is more likely a word of the title.
  if (body === null || !/https?:\/\//i.test(line.slice(0, body.index))) return text;
  const head = line.slice(0, body.index).replace(foldedLabel, '\n');
  return `${head}\n${line.slice(body.index).trimStart()}${text.slice(line.length)}`;
}

/** Reads `---` front matter with at least one known key; unknown keys are dropped. */
export function readFrontMatter(text: string): { facts: StatedFacts; body: string } | null {
  if (!/^---[ \t]*\n/.test(text)) return null;
  const lines = firstLines(text, mostHeaderLines * 5);
  const close = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line.text));
  if (close < 0) return null;
  const facts: StatedFacts = {};
  for (const line of lines.slice(1, close)) {
    const colon = line.text.indexOf(':');
    const label = labelOf.get(line.text.slice(0, Math.max(0, colon)).trim().toLowerCase());
    const value = line.text
      .slice(colon + 1)
      .trim()
      .replace(/^(["'])(.*)\1$/, '$2')
      .trim();
    if (label !== undefined && label !== 'body' && value !== '' && isPossible(label, value)) facts[label] ??= value;
  }
  if (Object.keys(facts).length === 0) return null;
  return { facts, body: text.slice(lines[close]?.end) };
}

const creditSeparator = String.raw`\s*[:：｜|丨/／]\s*`;
const creditWords =
  '出品|来源|來源|文章来源|信息来源|出处|媒体|作者|记者|記者|撰文|撰稿|文|编辑|編輯|责编|責編|责任编辑|責任編輯|校对|校對|审核|審核|监制|摄影|攝影|浏览次数|浏览量|阅读量|点击数|字号|日期|时间|发布时间|发布日期|发表时间|Source|Publisher|Author|Date|Published|Byline|By';
const creditMark = new RegExp(`(?:^|[\\s·,，;；])(${creditWords})${creditSeparator}`, 'gi');
const englishByline =
  /^by\s+((?:\p{Lu}[\p{L}\p{M}.'’-]*|and|de|van|von|der|la|al|bin|&|,)(?:,?\s+(?:\p{Lu}[\p{L}\p{M}.'’-]*|and|de|van|von|der|la|al|bin|&))*)$/iu;
const capitalised = /^By\s+\p{Lu}\S*\s+(?:\S+\s+)*\p{Lu}/u;
const longestCredit = 100;
type CreditLine = { facts: StatedFacts; isPure: boolean; isWhole: boolean };
/** 【来源：江城晚报】: brackets around a credit are none of it. */
const inBrackets = /^[【[（(]([^【[（(】\]）)]*)[】\]）)]$/;
/** The longest names of newsrooms have some twelve Chinese characters. */
const longestNewsroom = 14;
/** Whether a relative date can be read does not depend on the day. */
const anyDay = '2000-01-01';

/**
 * Reads a credit line: what it states, and whether it states nothing else (`isPure`). 出品｜网易科技《…》栏目 states a publisher
 * and more, so it remains part of the article. A line is `isWhole` where its facts hold all its names; 摄影：赵六 is a
 * credit, but no fact. null where the line is not a credit.
 */
export function readCreditLine(shown: string): CreditLine | null {
  if (shown.length > longestCredit || /[。！？!?]/.test(shown)) return null;
  const line = inBrackets.exec(shown)?.[1] ?? shown;
  const english = capitalised.test(line) ? englishByline.exec(line) : null;
  if (english?.[1] !== undefined) return { facts: { byline: english[1] }, isPure: true, isWhole: true };
  const marks = [...line.matchAll(creditMark)];
  const [first] = marks;
  if (first === undefined) return null;
  const facts: StatedFacts = {};
  const lead = line.slice(0, first.index).trim();
  // A date may stand before the labels, as in 2023-02-14 10:44:48　来源: 网易科技.
  if (lead !== '' && !/^\d{4}[-年/.][\d\s:：月日/.-]+[|｜]?$/.test(lead)) return null;
  if (lead !== '') facts.date = lead.replace(/\s*[|｜]$/, '');
  let isPure = true;
  let isWhole = true;
  for (const [place, mark] of marks.entries()) {
    const value = line.slice(mark.index + mark[0].length, marks[place + 1]?.index).trim();
    const label = labelOf.get((mark[1] ?? '').toLowerCase());
    if (value === '' || (label !== undefined && label !== 'body' && !isPossible(label, value))) return null;
    if (label === 'date' && readDate(value, anyDay) === null) return null;
    const name = /^[^《（(【[｜|丨,，;；]*/.exec(value)?.[0].trim() ?? '';
    if (name !== value) isPure = false;
    if (label === undefined || label === 'body' || name === '' || facts[label] !== undefined) isWhole = false;
    else facts[label] = label === 'date' ? value : name;
  }
  return { facts, isPure, isWhole };
}

/** Buttons and remarks that stand in one line with a name. */
const afterName =
  /(?:\s*(?:举报|舉報|关注|關注|\+关注|订阅|訂閱|收藏|分享|打印|字号|已认证|[[【（(](?:整理|综合|編譯|编译|转载)[\]】）)]))+$/;
const shownDate = /\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?(?:\s{0,3}\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?/;
const hanName = String.raw`(?!报道|報導|報道|摄影|综合|编辑)[\u4e00-\u9fff]{2,4}(?:·[\u4e00-\u9fff]{1,8})?`;
const hanNames = String.raw`(${hanName}(?:(?:\s|[、，,]\s?)${hanName}){0,4})`;
const reporters = [
  new RegExp(
    String.raw`^(?:本报|本刊|本網|本网|本社)?(?:特约|特派|实习|见习|財經)?(?:记者|記者|通讯员|作者|撰文|文)(?:\s?[/／]\s?(?:文|图|摄影|作者))?\s?[:：/／|｜\s]\s?${hanNames}(?:\s文\s?[/／]\s?(?:图|摄影))?$`,
  ),
  // 河港日报记者 林小禾 报道, （记者 林小禾）, 記者林小禾／台北報導
  new RegExp(
    String.raw`^[（(【[]?(?:[\u4e00-\u9fff]{2,10}(?:报|報|网|網|社|刊|台|新闻|新聞))?(?:全媒体|首席|本报|本台|特约|特派|见习|实习)?(?:记者|記者)\s?${hanNames}\s?(?:[／/]\s?[\u4e00-\u9fff]{2,4})?(?:(?:综合|摄影)?(?:报道|報導|報道))?[）)】\]]?$`,
  ),
  new RegExp(String.raw`^${hanNames}\s?(?:[/／|｜]\s?)(?:记者|記者|文|撰文)(?:\s?[/／]\s?(?:文|图|摄影))?$`),
];
/** What the names of newsrooms and of accounts end in. */
const newsroom =
  /(?:网|網|报|報|刊|社|台|臺|新闻|新聞|财经|財經|传媒|客户端|在线|杂志|频道|观察|研究院|号|周刊|视频|播报|发布)$/;
const onlyHanName = new RegExp(`^${hanName}$`);

/**
 * Reads a line that a page shows under its title without labels: 王小明　2023-11-21 10:20, 2024-05-11 江城晚报[整理],
 * 本报记者 王小明, 王小明/文, a newsroom's name before a button. Answers null where the line is none of these.
 */
export function readShownCredit(shown: string): StatedFacts | null {
  if (shown.length > longestCredit || /[。！？!?]/.test(shown)) return null;
  const line = shown.trim();
  const name = line.replace(afterName, '').trim();
  for (const form of reporters) {
    const names = form.exec(name)?.[1];
    if (names !== undefined && !newsroom.test(names)) return { byline: names };
  }
  const date = shownDate.exec(line);
  if (date === null)
    return name !== line && newsroom.test(name) && name.length <= longestNewsroom ? { publisher: name } : null;
  if (readDate(date[0]) === null) return null;
  const facts: StatedFacts = { date: date[0] };
  for (const side of [line.slice(0, date.index), line.slice(date.index + date[0].length)]) {
    const rest = side
      .replace(/^[\s|｜·•,，]+|[\s|｜·•,，]+$/g, '')
      .replace(afterName, '')
      .trim();
    if (rest === '') continue;
    const byline = reporters.map((form) => form.exec(rest)?.[1]).find((names) => names !== undefined);
    if (byline !== undefined) facts.byline ??= byline;
    else if (/^[\u4e00-\u9fffA-Za-z0-9]+$/.test(rest) && newsroom.test(rest) && rest.length <= longestNewsroom)
      facts.publisher ??= rest;
    else if (onlyHanName.test(rest) && !/^(?:发布|發布|更新|时间|時間|日期|来源|發佈)/.test(rest))
      facts.byline ??= rest;
    else return null;
  }
  return facts;
}

/** Who reports from where begins the first paragraph; its end is not looked for further on (UTF-16 units). */
const longestDateline = 80;
const dateline = new RegExp(
  String.raw`^[^。（(]{2,30}(?:电|電|讯|訊|报道|報導|消息)?\s?[（(](?:本报|本刊|本网)?(?:记者|記者|通讯员)\s?[:：]?\s?${hanNames}[）)]`,
);

/** The reporters that a first paragraph names after its place and day: 新华社北京5月11日电（记者林小禾、周远）…; null where there are none. */
export function readDateline(paragraph: string): string | null {
  return dateline.exec(paragraph.slice(0, longestDateline))?.[1] ?? null;
}

/** Reads one line as label and value, bold, heading, bullet and 【】 marks set aside. Bare: without any colon. */
function readLabel(line: string): LabelLine | null {
  const start = /^[\s*_#>【[\-•]*/.exec(line.slice(0, longestLabelWord))?.[0].length ?? 0;
  const head = line.slice(start, start + longestLabelWord + 12);
  const match = /^([\p{L}][\p{L} ]*?)\s{0,4}([*_\]】]{0,4}\s{0,2}[:：]\s?[*_]{0,3}|[】\]]|\t|[*_]{0,3}\s{0,4}$)/u.exec(
    head,
  );
  const label = labelOf.get(match?.[1]?.toLowerCase() ?? '');
  if (match?.[2] === undefined || label === undefined) return null;
  const value = line.slice(start + match[0].length).trim();
  const isBare = !/[:：】\]\t]/.test(match[2]);
  return isBare && value !== '' ? null : { label, value, isBare };
}

function isPossible(fact: StatedFact, value: string): boolean {
  if (fact === 'title') return value.length <= longestTitle;
  if (fact === 'url') return value.length <= longestUrl && !/[。！？]/.test(value) && value.split(/\s+/).length <= 4;
  if (fact === 'date') return value.length <= longestName && !endsWithStop(value) && /\d|今|昨|前|day/i.test(value);
  return value.length <= longestName && !endsWithStop(value);
}

function endsWithStop(value: string): boolean {
  // A name may end in an abbreviation (Inc., Jr.); a sentence of four words or more is not a name.
  return endsSentence(value) && !(value.endsWith('.') && value.trim().split(/\s+/).length <= 3);
}

/** Removes marks around a whole value: `**title**`, `# title`. */
function undecorate(value: string): string {
  const text = value.trim().replace(/^#{1,6}\s+/, '');
  const bold = /^(\*{1,3}|_{2,3})(?=[^*_\s])(.*[^*_\s])\1$/.exec(text);
  if (bold?.[2] !== undefined) return bold[2].trim();
  // If the label was bold too, its colon may have taken one of the two marks.
  const isUnbalanced = text.split('**').length === 2;
  return (isUnbalanced ? text.replace(/^\*\*|\*\*$/, '') : text).trim();
}

type PlacedLine = { text: string; start: number; end: number };

/** The first lines of a text with their places; `end` is after the line break. */
function firstLines(text: string, most: number): PlacedLine[] {
  const lines: PlacedLine[] = [];
  let start = 0;
  while (start < text.length && lines.length < most) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found + 1;
    lines.push({ text: text.slice(start, found < 0 ? end : found), start, end });
    start = end;
  }
  return lines;
}

function endOf(lines: readonly PlacedLine[]): number {
  return lines.at(-1)?.end ?? 0;
}

function skipBlank(lines: readonly PlacedLine[], from: number): number {
  let index = from;
  while (index < lines.length && lines[index]?.text.trim() === '') index += 1;
  return index;
}
