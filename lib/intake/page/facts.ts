/**
 * The facts that a page states about its article: title, publisher, byline, date, address, language.
 *
 * Machine-readable statements come first (JSON-LD, then OpenGraph and meta), then what the page shows beside the
 * article. For the title, the visible one is right if it is the same headline. Nothing is guessed from an address.
 */

import { readDate } from '#lib/intake/text/date';
import type { StatedFacts } from '#lib/intake/text/labels';
import { readCreditLine, readShownCredit } from '#lib/intake/text/labels';
import { hasHan } from '#lib/intake/text/line';
import { type LinkedArticle, readLinkedArticles } from './linked-data';
import { classWords, nameOf, oneLine } from './tree';

/** `language`: the BCP 47 tag that the page declares; `text`: the article as given in JSON-LD. */
export type PageFacts = StatedFacts & { language?: string; text?: string };

/** Longer values are not names (UTF-16 units). */
const longestName = 120;
const longestTitle = 400;
/** How many lines near the title are searched for credits. */
const mostCredits = 60;
/** Platforms that host other publishers; their name is not the publisher's. */
const platforms = /^(?:微信公众平台|微信公眾平台|今日头条|知乎专栏|知乎|百家号|搜狐号|网易号|medium|substack)$/i;
const dateNames = (
  'article:published_time og:published_time datepublished publishdate publish-date pubdate date dc.date ' +
  'dc.date.issued dcterms.created dcterms.issued sailthru.date parsely-pub-date article.published ' +
  'weibo:article:create_at bytedance:published_time citation_publication_date citation_date citation_online_date ' +
  'dcterms.date publication_date publish_time'
).split(' ');
const authorNames =
  'author article:author og:article:author byl dc.creator dcterms.creator citation_author parsely-author sailthru.author'.split(
    ' ',
  );
const titleSeparator = /\s+[|–—·•»:-]{1,2}\s+|\s*[|｜_]\s*|(?<=[\u3400-\u9fff”」》])-(?=[\u3400-\u9fff\w])/;

/** Reads a page's facts. `url` is where it was fetched from, if it was. */
export function readPageFacts(document: Document, url: string | null): PageFacts {
  const meta = readMeta(document);
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
  const linked = readLinkedArticles(scripts.map((script) => script.textContent ?? ''));
  const shownTitles = [...document.querySelectorAll('h1')].map((one) => oneLine(one.textContent ?? '')).filter(Boolean);
  const own = ownArticle(linked, document, shownTitles, url);
  const isOfArticle = partsOfArticle(document);
  const credits = readCredits(document, isOfArticle);
  const siteName = meta('og:site_name') ?? meta('application-name') ?? null;
  const publisher = readPublisher(document, own, credits, siteName);
  const title = readTitle(document, own, meta('og:title') ?? meta('twitter:title'), shownTitles, [siteName, publisher]);
  const date = readPublished(document, own, meta, credits, isOfArticle);
  const byline = readByline(document, own, meta, credits, [siteName, publisher], isOfArticle);
  return {
    ...(title ? { title } : {}),
    ...(publisher ? { publisher } : {}),
    ...(byline ? { byline } : {}),
    ...(date ? { date } : {}),
    ...stateAddress(document, own, meta('og:url'), url),
    ...(own?.text ? { text: own.text } : {}),
    ...declaredLanguage(document, own, meta('og:locale')),
  };
}

type Meta = (name: string) => string | undefined;

function readMeta(document: Document): Meta {
  const values = new Map<string, string>();
  for (const element of document.querySelectorAll('meta')) {
    const name = element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop');
    const value = oneLine(element.getAttribute('content') ?? '').slice(0, 2_000);
    const key = name?.trim().toLowerCase();
    if (key && value !== '' && !values.has(key)) values.set(key, value);
  }
  return (name) => values.get(name);
}

/** The article that the page is about: the one with its title or address, otherwise the first. */
function ownArticle(linked: LinkedArticle[], document: Document, shown: string[], url: string | null) {
  const titles = new Set([...shown, oneLine(document.title ?? '')].map(fold));
  const byTitle = linked.find(({ title }) => title !== null && titles.has(fold(title)));
  return byTitle ?? linked.find((one) => url !== null && one.url === url) ?? linked[0] ?? null;
}

function readTitle(
  document: Document,
  own: LinkedArticle | null,
  social: string | undefined,
  shown: readonly string[],
  names: readonly (string | null)[],
): string | null {
  const head = oneLine(document.title ?? '');
  const stated = [own?.title, social, head].filter((one): one is string => Boolean(one));
  const folded = stated.map(fold);
  const same = shown.find((one) => one.length > 3 && folded.some((other) => isSameTitle(fold(one), other)));
  const found = same ?? own?.title ?? (social ? withoutNames(social, names) : null) ?? lonely(shown);
  return clip(found ?? (head === '' ? null : withoutNames(head, names) || null), longestTitle);
}

/** The same headline, or one with the site's name after it. */
function isSameTitle(shown: string, stated: string): boolean {
  return (
    stated === shown ||
    (shown.length >= 8 && stated.startsWith(shown)) ||
    (shown.length >= 20 && shown.startsWith(stated) && stated.length * 2 > shown.length)
  );
}

function lonely(shown: readonly string[]): string | null {
  return shown.length === 1 ? (shown[0] ?? null) : null;
}

/** Removes site and section names from the end of a title: known names, and short ones after a separator. */
function withoutNames(title: string, names: readonly (string | null)[]): string {
  const parts = title.split(titleSeparator);
  const known = new Set(names.filter((name): name is string => name !== null).map(fold));
  let end = title;
  for (let last = parts.pop(); last !== undefined && parts.length > 0; last = parts.pop()) {
    const before = end.slice(0, end.lastIndexOf(last)).replace(/[\s|｜–—·•»:_-]+$/, '');
    if (!known.has(fold(last)) && (last.length > 24 || last.length >= before.length)) break;
    end = before;
  }
  return end.trim();
}

function readPublisher(
  document: Document,
  own: LinkedArticle | null,
  credits: StatedFacts,
  siteName: string | null,
): string | null {
  const account = document.querySelector('#js_name, #profileBt a, .account_nickname_inner');
  const shown = account === null ? '' : oneLine(account.textContent ?? '');
  const named = [credits.publisher, own?.publisher, shown, siteName];
  return clip(named.find((name) => name && !platforms.test(name) && !/^https?:/i.test(name)) ?? null, longestName);
}

function readPublished(
  document: Document,
  own: LinkedArticle | null,
  meta: Meta,
  credits: StatedFacts,
  isOfArticle: PartTest,
): string | null {
  const machine = [
    own?.published,
    ...dateNames.map(meta),
    ...[...document.querySelectorAll('[itemprop=datePublished], time[pubdate], time[datetime]')]
      .slice(0, mostCredits)
      .filter(isOfArticle)
      .slice(0, 3)
      .map((one) => one.getAttribute('datetime') ?? one.getAttribute('content') ?? one.textContent),
  ].find((value) => value && readDate(value.trim()) !== null);
  const shown = credits.date ?? null;
  const stamp = /\bvar (?:ct|create_?time)\s*=\s*["'](\d{10})["']/i.exec(
    [...document.querySelectorAll('script:not([src])')]
      .map((one) => one.textContent ?? '')
      .join('\n')
      .slice(0, 200_000),
  )?.[1];
  if (!machine) return shown ?? (stamp === undefined ? null : beijingDay(Number(stamp)));
  // A time in UTC may be on the day before or after the one that the page shows.
  const isUtc = /(?:Z|[+-]00:?00)$/.test(machine.trim());
  const [from, to] = [readDate(machine.trim()), shown === null ? null : readDate(shown)];
  const apart = Math.abs(Date.parse(from ?? '') - Date.parse(to ?? ''));
  return isUtc && shown !== null && apart <= 24 * 60 * 60 * 1000 ? shown : machine.trim();
}

/** The day in China of a moment in seconds since 1970, as one large publishing system keeps it in a script. */
function beijingDay(seconds: number): string {
  return new Date((seconds + 8 * 60 * 60) * 1000).toISOString().slice(0, 10);
}

function readByline(
  document: Document,
  own: LinkedArticle | null,
  meta: Meta,
  credits: StatedFacts,
  names: readonly (string | null)[],
  isOfArticle: PartTest,
): string | null {
  const isName = (value: string | undefined | null): value is string =>
    Boolean(value) &&
    (value ?? '').length <= longestName &&
    !/^https?:|@/i.test(value ?? '') &&
    !names.some((name) => name !== null && fold(name) === fold(value ?? ''));
  if (own !== null && own.authors.length > 0) {
    const authors = own.authors.filter(isName).map(withoutBy);
    if (authors.length > 0) return clip(joinNames(authors), longestName * 3);
  }
  const stated = [credits.byline, ...authorNames.map(meta)].find(isName);
  if (stated) return withoutBy(stated);
  const marked = [...document.querySelectorAll('[rel~=author], [itemprop=author], .byline, .author, .author-name')]
    .slice(0, mostCredits)
    .filter(isOfArticle)
    .slice(0, 8)
    .map((one) => withoutBy(oneLine(one.textContent ?? '')))
    .filter((name) => name.length > 1 && !/[。！？!?]|\d{4}/.test(name) && isName(name));
  return [...new Set(marked)][0] ?? null;
}

/** Parts of a page that speak of other articles, or in other people's words. */
const otherParts = new Set(
  (
    'related relatedposts recommend recommended recommendation recommendations tuijian xiangguan xg comment comments ' +
    'commentlist disqus pinglun sidebar references bibliography citations trending popular mostread readmore'
  ).split(' '),
);
const otherHeads = /^(?:references|bibliography|works cited|sources|literature|参考文献|參考文獻|参考资料|引用)$/i;
const otherElements = /^(?:aside|nav|cite|blockquote)$/;

type PartTest = (element: Element) => boolean;

/**
 * Tells whether an element may state a fact of the page's own article: what stands in another item, a comment or a
 * reference may not. Each element is judged once, so that a deep page takes no longer than its length.
 */
function partsOfArticle(document: Document): PartTest {
  const known = new Map<Element, boolean>();
  for (const title of document.querySelectorAll('h1')) {
    for (let up: Element | null = title; up !== null && !known.has(up); up = up.parentElement) known.set(up, true);
  }
  const isOfArticle = (element: Element): boolean => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const parent = element.parentElement;
    const isIn = !isOfOthers(element) && (parent === null || isOfArticle(parent));
    known.set(element, isIn);
    return isIn;
  };
  return isOfArticle;
}

function isOfOthers(element: Element): boolean {
  const name = nameOf(element);
  if (otherElements.test(name) || classWords(element).some((word) => otherParts.has(word))) return true;
  // An item of a list that is a thing of its own is not the page's article.
  if (/^(?:li|tr|dd)$/.test(name) && element.hasAttribute('itemscope') && !element.hasAttribute('itemprop'))
    return true;
  const first = element.firstElementChild;
  return first !== null && /^h[2-6]$/.test(nameOf(first)) && otherHeads.test(oneLine(first.textContent ?? ''));
}

function withoutBy(name: string): string {
  return name
    .replace(/^(?:by|words by|written by|text by)[\s:]+/i, '')
    .replace(/^(?:作者|记者|記者|撰文|撰稿|文)\s*[:：|｜/／\s]\s*/, '')
    .trim();
}

function joinNames(names: readonly string[]): string {
  if (names.some(hasHan)) return names.join('、');
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** What the short lines around the title say: 来源：…, By Jane Doe, a date. The first to state a fact is believed. */
function readCredits(document: Document, isOfArticle: PartTest): StatedFacts {
  const facts: StatedFacts = {};
  for (const line of creditLines(document, isOfArticle)) {
    const credit = readCreditLine(line);
    if (credit !== null) {
      facts.publisher ??= nameOnly(credit.facts.publisher);
      facts.byline ??= nameOnly(credit.facts.byline);
      facts.date ??= credit.facts.date;
    }
    const stated = credit === null ? readShownCredit(line) : null;
    if (stated !== null) {
      facts.publisher ??= stated.publisher;
      facts.byline ??= stated.byline;
      facts.date ??= stated.date;
    }
    const shown = line.replace(
      /^(?:published|posted|updated|发布于|发表于|发布时间|发布日期)(?: on)?\s*[:：]?\s*/i,
      '',
    );
    if (facts.date === undefined && readDate(shown)?.length === 10) facts.date = shown;
  }
  return facts;
}

/** The name in a line: text up to a wide gap, a bar, or a date. */
function nameOnly(name: string | undefined): string | undefined {
  const [first = ''] = (name ?? '').split(/\u3000|\s{2,}|[|｜]|\s+(?=\d{4}[-/.年])/);
  return first.trim() || undefined;
}

function creditLines(document: Document, isOfArticle: PartTest): string[] {
  const title = document.querySelector('h1, #activity-name, .title, .headline');
  const lines: string[] = [];
  let isAfter = title === null;
  for (const element of document.querySelectorAll('h1, p, div, span, time, li, em, address, td, font, a, b')) {
    if (element === title) isAfter = true;
    if (!isAfter) continue;
    const text = element.children.length > 12 ? '' : oneLine(element.textContent ?? '');
    if (text !== '' && text.length <= longestName && isOfArticle(element)) lines.push(text);
    if (lines.length >= mostCredits) break;
    // The article has begun.
    if (text.length === 0 && classWords(element).includes('comments')) break;
  }
  return lines;
}

function stateAddress(
  document: Document,
  own: LinkedArticle | null,
  social: string | undefined,
  url: string | null,
): { url?: string } {
  const canonical = document.querySelector('link[rel~=canonical]')?.getAttribute('href');
  for (const stated of [canonical, social, own?.url]) {
    const address = stated ? absolute(stated, url) : null;
    if (address !== null && (url === null || isSameSite(address, url))) return { url: address };
  }
  return url === null ? {} : { url };
}

function absolute(address: string, base: string | null): string | null {
  const full = URL.canParse(address, base ?? undefined) ? new URL(address, base ?? undefined) : null;
  return full !== null && /^https?:$/.test(full.protocol) && full.username === '' ? full.href : null;
}

/** Whether two hosts belong to one site: a page cannot claim to be of another site. */
function isSameSite(left: string, right: string): boolean {
  const tail = (address: string) => new URL(address).hostname.split('.').slice(-2).join('.');
  const a = new URL(left).hostname;
  const b = new URL(right).hostname;
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`) || (tail(left) === tail(right) && tail(left).length > 7);
}

function declaredLanguage(document: Document, own: LinkedArticle | null, locale: string | undefined) {
  const declared = document.documentElement?.getAttribute('lang') || own?.language || locale?.replace('_', '-');
  return declared && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(declared) ? { language: declared } : {};
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function clip(text: string | null | undefined, most: number): string | null {
  return text && text.length <= most ? text : null;
}
