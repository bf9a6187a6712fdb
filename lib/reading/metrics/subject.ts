/**
 * What a sentence with a figure is about: names of companies, products and people, in Latin letters (in either
 * language) or in Chinese, and plain phrases that own a measure (`display advertising CPM`, `CPM for display ads`).
 * Invariant: a name is cut from the text as written, without title, possessive or date. Not subjects: pronouns and
 * general words (该公司, the platform), months, weekdays and parts of numbers.
 */

import { findDateSpans } from '#lib/reading/dates/find-spans';
import { measuresIn } from '#lib/reading/measures';
import { subjectIn } from '#lib/reading/speakers/chinese-subject';
import { notNames as notLatinNames } from '#lib/reading/speakers/english-names';
import { englishRoles } from '#lib/reading/speakers/roles';
import { foldText, isHan, isLatin } from '#lib/text/forms/folded';
import { wordAt, wordList } from '#lib/text/lexicon';

export interface SubjectHit {
  name: string;
  start: number;
  end: number;
  /** One of the names that were given. */
  known: boolean;
  /** A phrase, not a name. */
  phrase: boolean;
  /** The measure is said to be its own (`OpenAI's headcount`, `headcount at OpenAI`). */
  owned: boolean;
  /** It follows `in`, as places do. */
  place: boolean;
  /** It is what is trained. */
  trained: boolean;
}

export interface SubjectPage {
  plain: string;
  form: string;
  from: number;
  to: number;
  names: string[];
  /** Where figures stand. */
  figures: { from: number; to: number }[];
  /** Where the figure begins that a subject is sought for. */
  figure: number;
}

/** The possible subjects of a figure in a span, in order of place. */
export function subjectsIn(page: SubjectPage): SubjectHit[] {
  const [latin, han] = [latinNames(page), hanSubjects(page)];
  const mixed = han.filter(({ start, end }) =>
    latin.some(
      (one) =>
        one.end === end &&
        one.start > start &&
        one.start - start <= longestMaker &&
        !/[这那年月日]|模型|产品|平台|系统|公司|版本|芯片|项目|[听据]说|[表指]示|认为|[曝传]/.test(
          page.form.slice(start, one.start),
        ),
    ),
  );
  const hits = [...knownNames(page), ...mixed, ...latin, ...han, ...hanBodies(page), ...phrases(page)];
  const kept: SubjectHit[] = [];
  for (const hit of hits)
    if (!kept.some(({ start, end }) => hit.start < end && start < hit.end) && hit.name !== '') kept.push(hit);
  return kept.sort((a, b) => a.start - b.start);
}

/** Most characters of a maker's name that go with a product's name in Latin letters (蔚来ES6). */
const longestMaker = 4;

function hitOf({ plain, form }: SubjectPage, start: number, end: number, more: Partial<SubjectHit> = {}): SubjectHit {
  const [before, after] = [form.slice(Math.max(0, start - 16), start), form.slice(end, end + 4)];
  return {
    ...{ name: plain.slice(start, end), start, end, known: false, phrase: false },
    owned: /^(?:['’]s\b|的)/.test(after) || /\b(?:of|for|at) (?:the )?$/.test(before),
    place: /(?:\b(?:in|across|from) (?:the )?|[在于])$/.test(before),
    trained: /(?:\btrain(?:ing|ed)? (?:the )?|训练(?:出|了|一次|一个)? ?)$/.test(before),
    ...more,
  };
}

function knownNames(page: SubjectPage): SubjectHit[] {
  const { form, from, to } = page;
  const hits: SubjectHit[] = [];
  for (const name of [...page.names].sort((a, b) => b.length - a.length)) {
    const sought = foldText(name).lower;
    if (sought.length < 2) continue;
    for (let at = form.indexOf(sought, from); at >= 0 && at + sought.length <= to; at = form.indexOf(sought, at + 1)) {
      const end = at + sought.length;
      const whole = !joinsLatin(form, at) && !joinsLatin(form, end);
      if (whole) hits.push(hitOf(page, at, end, { known: true }));
    }
  }
  return hits;
}

/** Whether letters stand on both sides of a place. */
const joinsLatin = (form: string, at: number): boolean =>
  isLatin(form.charCodeAt(at - 1)) && isLatin(form.charCodeAt(at));

/** A word of a name: letters and digits, with inner marks (`GPT-3.5`, `AT&T`, `O'Brien`, `Booking.com`). */
const latinWord = /[\p{Script=Latin}\p{N}]+(?:[-.&'’+][\p{Script=Latin}\p{N}]+)*/gu;

/** Capitalised and no name: units, ways to say a currency, and what everybody writes in capitals. */
const capitals = new Set(
  wordList(`
    us usd rmb cny eur gbp ceo cfo cto coo ai it pr hr tv pc app gpu gpus cpu api agi us$ hk$ gdp cpi cpm cpc cpa ctr mau dau
    gmv aigc vc llm saas ugc pgc iot q1 q2 q3 q4 h1 h2 fy kb mb gb tb kw mw gw kwh mwh covid-19 covid english chinese american british european asian
    about nearly around almost roughly training total average sources source according data revenue sales profit net
    inside behind beyond meet exclusive opinion analysis display search video mobile online digital social television founded based compared launched headcount analysts experts researchers people employees users
  `),
);

/** Capitals that end a name though they are none by themselves (`Open AI`, `Apple TV`). */
const tails = new Set(['AI', 'TV', 'HR', 'PC']);

function latinNames(page: SubjectPage): SubjectHit[] {
  const { plain, form, from, to, figures } = page;
  const words = [...plain.slice(from, to).matchAll(latinWord)].map((match) => {
    const start = from + match.index;
    const word = match[0].replace(/['’]s$/, '');
    return { start, end: start + word.length, word, possessive: word !== match[0] };
  });
  const isInFigure = (start: number, end: number): boolean => figures.some((one) => start < one.to && end > one.from);
  const isName = ({ word, start, end }: { word: string; start: number; end: number }): boolean => {
    const lower = word.toLowerCase();
    return (
      word !== lower &&
      !notLatinNames.has(lower) &&
      !capitals.has(lower) &&
      (!isInFigure(start, end) || /\p{L}.*\d/u.test(word)) &&
      measuresIn(form, start, end).every((hit) => hit.start > start || hit.end < end)
    );
  };
  const hits: SubjectHit[] = [];
  for (let i = 0; i < words.length; i++) {
    const first = words[i];
    if (!first || !isName(first)) continue;
    let last = first;
    for (let next = words[i + 1]; next && !last.possessive; next = words[i + 1]) {
      const joined = plain.slice(last.end, next.start) === ' ';
      const version = /^\d{1,3}[A-Za-z]?$/.test(next.word) && !isInFigure(next.start, next.end);
      if (!joined || !(isName(next) || version || tails.has(next.word))) break;
      last = next;
      i++;
    }
    const start = afterRoles(form, first.start, last.end);
    if (start < last.end) hits.push(hitOf(page, start, last.end));
  }
  return hits;
}

/** `CEO Sam Altman` without what he is. */
function afterRoles(form: string, from: number, to: number): number {
  let at = from;
  for (let role = wordAt(englishRoles, form, at, to); role && at < to; role = wordAt(englishRoles, form, at, to))
    at += role.text.length + 1;
  return at;
}

/** Words for somebody or something that was named before. */
const references =
  /^(?:该|这家|这个|这款|那家|本|其|我们|他们|它们?|他|她|我|你|这样|此|上述|两家|一家|某)|^(?:公司|企业|集团|平台|团队|机构|模型|产品|网站|项目|系统|双方|对方|前者|后者|数据|报告|总|整体|整个|每|平均|一个|一次|有|全部|目前|预计|截至|此外|其中|累计|合计|共|一共)$|^[一二三四五六七八九十两几半每]+(?:年|个?月|天|周|次)/;

/** How clauses begin that name nobody, and what no name holds: quotation marks, persons spoken of. */
const openings =
  /^(?:[较这那凭但而虽把被让使很更也还又就都说却才]|投[前后]|直到|一经|一旦|比如|例如|譬如|诸如|可能|不[清是会能少到再仅但]|因[为此]|如果|由于|通过|随着|关于|对于|经过|加上|除了|其实|只是|还是|所以|并且|而且|或者|以及|及其|除[^外]{1,8}外|同时|甚至|尤其|特别|当然|当时|如今|现在|未来|最后|首先|例|几乎|左右|以上|以下|之[前后间]|[上下]个?[月周年])|[“”"'‘’「」『』《》〈〉]|[我你他她它]们?|人们|大家|背后|值得|这种/;

/**
 * What ends the subject of a clause with a figure: a copula, a verb of having or reaching, an adverb of degree; not where
 * the character belongs to a name (华为, 美的, 成都, 英伟达).
 */
const subjectEnds =
  /(?<!美)的|日增|日均|月增|月均|年均|新增|平均|共有|共计|拥有|只有|仅有|现有|(?<![国所])有|一共|总共|合计|累计|仅|只|达到|高达|达(?=[约近超逾\d一二三四五六七八九十])|突破|超过|约为|约|大约|(?<!华)为|是|在|从|(?<!自)由|已经|已|将|需要|需|要|每|平均|同比|环比|增长|下降|上涨|下跌|目前|预计|不到|不足|至少|接近|获得|完成|宣布|表示|称|发布|公布|公告|披露|报道|透露|成立|创立|创办|位于|计划|认为|指出|收购|上市|上线|来自|了|没有|推出|实现|录得|产生|采用|使用|投入|花费|耗资|旗下|雇佣|雇用|卖出|售出|覆盖|占|也|(?<!成)都|就|还|仍|却|则/;

const clauseBreak = /[，,；;：:。！？!?（(]/;

/** The beginnings of the clauses before the figure, up to their measure or verb: who or what they are about. */
function hanSubjects(page: SubjectPage): SubjectHit[] {
  const { plain, form, from, to } = page;
  const hits: SubjectHit[] = [];
  const limit = Math.min(to, page.figure);
  for (let at = from; at < limit; ) {
    const rest = plain.slice(at, limit);
    const length = rest.search(clauseBreak);
    const end = length < 0 ? limit : at + length;
    const hit = subjectOfClause(page, at, end);
    if (hit) hits.push(hit);
    at = end + 1;
  }
  return hits.filter(({ start, end }) => /\p{Script=Han}/u.test(form.slice(start, end)));
}

/** Longest name of a body, product or thing in Chinese that is taken whole (characters). */
const longestHan = 14;

function subjectOfClause(page: SubjectPage, from: number, to: number): SubjectHit | null {
  const { form } = page;
  const begin = afterDates(form, from, to);
  const measure = measuresIn(form, begin, to)[0];
  const stop = form.slice(begin, to).search(subjectEnds);
  const cut = Math.min(to, measure?.start ?? to, stop < 0 ? to : begin + stop);
  if (cut <= begin) return null;
  const inner = subjectIn(form, begin, cut);
  // What looks like an adverb may be half of a short name (成都).
  const found = inner && inner.end - inner.start > 1 ? inner : { start: begin, end: cut };
  const start = afterDates(form, found.start, found.end);
  const end = beforeDates(form, start, found.end);
  const name = form.slice(start, end);
  if (
    end - start < 2 ||
    end - start > longestHan ||
    references.test(name) ||
    openings.test(name) ||
    /\d/.test(name.replace(/[a-z][\w.-]*/g, ''))
  )
    return null;
  // A name in Latin letters is found by itself.
  if (!isHan(form.charCodeAt(start)) && !isHan(form.charCodeAt(end - 1))) return null;
  return hitOf(page, start, end);
}

function afterDates(form: string, from: number, to: number): number {
  let at = from;
  const lead =
    /^(?:[\s、]|截至|截止|到|自|从|在|据|年底|末|底|初|上半年|下半年|全年|第?[一二三四]季度|前[一二三四]?季度?)+/;
  for (let moved = true; moved; ) {
    const words = lead.exec(form.slice(at, to))?.[0].length ?? 0;
    const span = findDateSpans(foldText(form.slice(at + words, Math.min(to, at + words + 16))))[0];
    const date = span?.start === 0 ? span.end : 0;
    moved = words + date > 0 && at + words + date < to;
    if (moved) at += words + date;
  }
  return at;
}

function beforeDates(form: string, from: number, to: number): number {
  const spans = findDateSpans(foldText(form.slice(from, to)));
  const last = spans.at(-1);
  const end = last && from + last.end >= to - 1 && last.start > 0 ? from + last.start : to;
  return (
    from +
    form
      .slice(from, end)
      .replace(/(?:上半年|下半年|全年|年底|第?[一二三四]季度|[上这本]个?[月周]|近日|[\s、]|当前|在)+$/, '').length
  );
}

/** A body's name anywhere, by its ending, from the last boundary before it. */
const bodyName =
  /([\p{Script=Han}]{2,8}?(?:公司|集团|大学|银行|研究院|研究所|科技|汽车|证券|基金会|医院|委员会|统计局|交易所))/gu;

function hanBodies(page: SubjectPage): SubjectHit[] {
  const { plain, from, to, form } = page;
  return [...plain.slice(from, to).matchAll(bodyName)].flatMap((match) => {
    const start = from + match.index;
    const end = start + match[0].length;
    const boundary = start === from || !isHan(form.charCodeAt(start - 1)) || /[在与和由对]/.test(form[start - 1] ?? '');
    return boundary && !references.test(match[0]) && !/[的是有为了在]/.test(match[0]) ? [hitOf(page, start, end)] : [];
  });
}

/** Words that no phrase for a thing goes through. */
const phraseStops = new Set([
  ...notLatinNames,
  ...wordList(`
    of in per its than about nearly almost around roughly total average company firm platform team model number rate
    cost costs costing pays paid says said claims estimated reported annual monthly daily global typical current new
    about over under up down more less least most as well if than between within up there whose which who has have
    million billion trillion thousand hundred it's been being reached reaches stands stood amounts amounted totals totalled ranges ranged spent spend
  `),
]);

/** `display advertising CPM`, `the price of gold`, `CPM for display ads`: plain words around a measure. */
function phrases(page: SubjectPage): SubjectHit[] {
  const { plain, form, from, to } = page;
  if (!/[a-z]/.test(form.slice(from, to))) return [];
  const hits: SubjectHit[] = [];
  for (const measure of measuresIn(form, from, to)) {
    if (!isLatin(form.charCodeAt(measure.start))) continue;
    const ahead = /((?:[a-z][a-z-]+ ){1,4})$/.exec(form.slice(Math.max(from, measure.start - 40), measure.start))?.[1];
    const words = ahead?.trimEnd().split(' ') ?? [];
    const kept = words.slice(words.findLastIndex((word) => phraseStops.has(word) || wordIsMeasure(word)) + 1).join(' ');
    const start = measure.start - 1 - kept.length;
    if (kept.length > 2 && start >= from && !joinsLatin(form, start))
      hits.push(hitOf(page, start, start + kept.length, { phrase: true }));
    const behind = /^ (?:of|for) (?:an? |the )?((?:[a-z][a-z-]+ ?){1,4})/.exec(
      form.slice(measure.end, measure.end + 48),
    );
    if (!behind?.[1]) continue;
    const following = behind[1].trimEnd().split(' ');
    const stop = following.findIndex((word) => phraseStops.has(word) || wordIsMeasure(word));
    const phrase = following.slice(0, stop < 0 ? following.length : stop).join(' ');
    const at = measure.end + behind[0].length - behind[1].length;
    if (phrase.length > 2 && plain.slice(at, at + phrase.length) !== '')
      hits.push(hitOf(page, at, at + phrase.length, { phrase: true, owned: true }));
  }
  return hits;
}

const wordIsMeasure = (word: string): boolean =>
  measuresIn(word, 0, word.length).some(({ end }) => end === word.length);
