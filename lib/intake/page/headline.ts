/**
 * The headline of a page's article. The one that is shown is right if it is the article's own: a heading that leads to
 * the site's front page, or is the site's name, is the site's title. What a page states for machines or in its window's
 * title carries names of sites and sections, which are taken off; a dash in a headline is kept.
 */
import { hasHan } from '#lib/intake/text/line';
import { findShownDate } from '#lib/intake/text/shown-date';
import { classWords, isElement, nameOf, oneLine } from './tree';

/** `element` is the heading that shows the headline, if one does. */
export type Headline = { title: string | null; element: Element | null };

/** What a page states of its title: JSON-LD, social tags and the window's title, and the names it may carry. */
export type StatedTitles = {
  linked: string | null;
  social: string | null;
  head: string;
  names: readonly (string | null)[];
  url: string | null;
};

type Shown = { text: string; element: Element };

const longestTitle = 400;
/** What is stated beyond this is no title (UTF-16 units). */
const longestStated = 1_000;
/** More headings are a list. */
const mostHeadings = 40;
/** Shorter headings are labels ("News"), unless the page states them (UTF-16 units). */
const shortestShown = 4;
/** A headline that stands behind a kicker has at least so many UTF-16 units. */
const shortestKickered = 12;
/** Two versions of a headline share at least this part of the shorter one's words. */
const sameWords = 0.5;
const titleWords = new Set('headline posttitle entrytitle articletitle storytitle newstitle'.split(' '));
const titleOwners = new Set('entry post article story news single page content'.split(' '));
const siteWords = new Set('logo brand sitetitle sitename masthead'.split(' '));

/** Tells the headline of an article, and where it is shown. */
export function readHeadline(document: Document, stated: StatedTitles): Headline {
  const headings = [...document.querySelectorAll('h1, h2')].slice(0, mostHeadings);
  const sites = headings.filter((one) => isSiteTitle(one, stated));
  const names = [...stated.names, ...sites.map(textOf)];
  const shown = headings
    .filter((one) => !sites.includes(one))
    .map((element): Shown => ({ text: textOf(element), element }))
    .filter(({ text }) => text !== '' && text.length <= longestTitle);
  const told = [
    stated.linked,
    stated.social && withoutNames(stated.social.slice(0, longestStated), names, stated.url),
  ].filter((one): one is string => Boolean(one) && !isName(one ?? '', names));
  const window = stated.head.slice(0, longestStated);
  const head = withoutNames(window, names, stated.url);
  const kickered = withKicker(shown, told);
  if (kickered !== null) return kickered;
  const found =
    shownHeadline(shown, [...told, stated.linked ?? '', stated.social ?? '', window].filter(Boolean), head) ??
    (told.length === 0 && isOfSite(window, names) ? titledHeading(shown) : null);
  if (found !== null) return { title: found.text, element: found.element };
  const lone = shown.filter(({ element }) => nameOf(element) === 'h1');
  const fallback = told[0] ?? (lone.length === 1 ? lone[0]?.text : undefined) ?? (head || null);
  return { title: fallback !== null && fallback.length <= longestTitle ? fallback : null, element: null };
}

/** A heading that shows a kicker before the headline that is stated: the headline alone is its title. */
function withKicker(shown: readonly Shown[], stated: readonly string[]): Headline | null {
  for (const { text, element } of shown) {
    const title = stated.find(
      (one) => one.length >= shortestKickered && text.length > one.length && text.endsWith(one),
    );
    // A quotation before the colon is the headline's own.
    if (nameOf(element) === 'h1' && title !== undefined && !/^[“"„«「『]/.test(text)) return { title, element };
  }
  return null;
}

/** The heading that is the headline by what is stated, or by being the page's only one of the first rank. */
function shownHeadline(shown: readonly Shown[], stated: readonly string[], head: string): Shown | null {
  const folded = stated.map(fold);
  const first = shown.filter(({ element }) => nameOf(element) === 'h1');
  const long = first.filter(({ text }) => text.length >= shortestShown);
  const same = long.find(({ text }) => folded.some((other) => isSameTitle(fold(text), other)));
  if (same !== undefined) return same;
  const [own] = long;
  if (own !== undefined && (long.length === 1 || isNamedTitle(own.element))) {
    const isAlike = stated.length === 0 || stated.some((other) => shareWords(own.text, other) >= sameWords);
    if (isAlike || isNamedTitle(own.element)) return own;
  }
  if (first.length > 0) return null;
  // Blogs give the first rank to their own name and the second to the article's.
  const foldedHead = fold(head);
  return (
    shown.find(({ text }) => text.length >= shortestShown && fold(text) === foldedHead) ??
    shown.find(({ text, element }) => isNamedTitle(element) && text.length >= shortestShown) ??
    null
  );
}

/** Whether a window's title begins with the site's name: what follows may be its motto. */
function isOfSite(window: string, names: readonly (string | null)[]): boolean {
  const [gap] = window.matchAll(separator);
  return isName(window.slice(0, gap?.index).trim(), names);
}

/** The first heading that is named a title and nothing else. */
function titledHeading(shown: readonly Shown[]): Shown | null {
  const titled = shown.find(({ element }) => element.getAttribute('class')?.trim() === 'title');
  return titled !== undefined && titled.text.length >= shortestShown ? titled : null;
}

/** The same headline, or one with a kicker before it or a site's name after it. */
function isSameTitle(shown: string, stated: string): boolean {
  return (
    stated === shown ||
    (shown.length >= 8 && (stated.startsWith(shown) || stated.endsWith(shown))) ||
    (shown.length >= 20 && shown.startsWith(stated) && stated.length * 2 > shown.length)
  );
}

function isNamedTitle(element: Element): boolean {
  const words = classWords(element);
  if (words.some((word) => titleWords.has(word)) || element.getAttribute('itemprop') === 'headline') return true;
  return words.includes('title') && words.some((word) => titleOwners.has(word));
}

/** A heading that leads to the site's front page, is named for a logo, or is the site's name. */
function isSiteTitle(element: Element, { names, url }: StatedTitles): boolean {
  if (isName(textOf(element), names)) return true;
  for (let up: Element | null = element; up !== null; up = up.parentElement) {
    const words = classWords(up);
    if (words.some((word) => siteWords.has(word)) || (words.includes('site') && words.includes('title'))) return true;
    if (up !== element && /^(?:header|div|body)$/.test(nameOf(up))) break;
  }
  const link = element.querySelector('a[href]') ?? element.closest('a[href]');
  if (link === null || oneLine(link.textContent ?? '') !== oneLine(element.textContent ?? '')) return false;
  return isFrontPage(link.getAttribute('href') ?? '', url);
}

function isFrontPage(href: string, url: string | null): boolean {
  const base = url ?? 'https://page.invalid/article';
  if (href.startsWith('#') || !URL.canParse(href, base)) return false;
  const { pathname, search, href: address } = new URL(href, base);
  // Archives of the web keep the whole address behind their own.
  const kept = /https?:\/\/[^/]+\/?$/.test(address.slice(8)) && address.slice(8).includes('://');
  return (pathname.replace(/\/(?:index\.\w+)?$/, '') === '' && search === '' && !isSamePage(address, url)) || kept;
}

function isSamePage(address: string, url: string | null): boolean {
  return url !== null && address.replace(/[?#].*$/, '') === url.replace(/[?#].*$/, '');
}

/** A heading's words without what else stands in it: a date, small print. */
function textOf(heading: Element): string {
  const parts: string[] = [];
  const visit = (node: Node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) parts.push(child.nodeValue ?? '');
      else if (isElement(child) && !isBesideHeadline(child)) {
        if (nameOf(child) === 'br') parts.push(' ');
        visit(child);
      }
    }
  };
  visit(heading);
  return oneLine(parts.join('')) || oneLine(heading.textContent ?? '');
}

function isBesideHeadline(element: Element): boolean {
  const name = nameOf(element);
  if (/^(?:small|time|script|style|svg|button)$/.test(name)) return true;
  const text = oneLine(element.textContent ?? '');
  const date = text.length <= 40 ? findShownDate(text) : null;
  return date !== null && date.to - date.from >= text.length - 2;
}

const separator = /\s+[|–—·•»«:-]{1,2}\s+|\s*[|｜_]\s*|(?<=[\u3400-\u9fff”」》])-(?=[\u3400-\u9fff\w])/g;
/** Between bars and underlines nobody writes headlines; a dash may be the headline's own. */
const bar = /[|｜_»«·•]/;
/** A name of a site or a section is no longer (UTF-16 units). */
const longestName = 24;
/** What the names of newsrooms and sites end in, or begin with. */
const newsroom =
  /(?:网|網|报|報|刊|新闻|新聞|频道|頻道|财经|財經|传媒|客户端|在线|卫视|电视台|通讯社|日报|晚报|周刊|杂志|平台|社区)$|\b(?:news|online|times|post|journal|magazine|magazin|zeitung|tageblatt|herald|tribune|gazette|guardian|observer|daily|weekly|radio|tv|blog)$|^(?:le|la|el|il|the) \p{L}+$|\.[a-z]{2,4}$/iu;

/**
 * Takes the names of site and section off a title: those that are known, and short ones behind a bar; behind a dash only
 * what is known, or reads as a site's name.
 */
export function withoutNames(title: string, names: readonly (string | null)[], url: string | null): string {
  const gaps = [...title.matchAll(separator)];
  let [from, to] = [0, title.length];
  // A site's name may have a dash of its own: what begins with the name, or is it as a whole, is the site's.
  gaps.forEach((gap, at) => {
    const start = gap.index + gap[0].length;
    const next = title.slice(start, gaps[at + 1]?.index).trim();
    const isSite = isName(title.slice(start, to).trim(), names) || isName(next, names) || isOfHost(next, url);
    if (gap.index < to && title.slice(0, gap.index).trim() !== '' && isSite) to = gap.index;
  });
  for (let at = gaps.length - 1; at >= 0; at -= 1) {
    const gap = gaps[at];
    if (gap === undefined) break;
    if (gap.index >= to) continue;
    const last = title.slice(gap.index + gap[0].length, to).trim();
    const before = title.slice(from, gap.index).trim();
    if (last !== '' && !isSiteName(last, before, gap[0], names, url)) break;
    to = gap.index;
  }
  // Some sites put their name first.
  const first = gaps.find(({ index }) => index < to);
  if (first !== undefined && isName(title.slice(0, first.index).trim(), names)) from = first.index + first[0].length;
  return title.slice(from, to).trim();
}

function isSiteName(
  last: string,
  before: string,
  gap: string,
  names: readonly (string | null)[],
  url: string | null,
): boolean {
  if (isName(last, names) || isOfHost(last, url)) return true;
  if (last.length > longestName || last.length >= before.length) return false;
  return bar.test(gap) || newsroom.test(last) || (hasHan(last) && !/\s/.test(gap) && last.length <= 8);
}

/** Whether a name is the address's: "BBC News" of bbc.co.uk, "taz.de". */
function isOfHost(name: string, url: string | null): boolean {
  if (url === null || !URL.canParse(url)) return false;
  const host = new URL(url).hostname.split('.').slice(0, -1).map(fold);
  const [word = ''] = name.toLowerCase().split(/[\s.]+/);
  const whole = fold(name);
  return host.some((part) => part.length >= 3 && (part === whole || part === fold(word) || whole.startsWith(part)));
}

function isName(text: string, names: readonly (string | null)[]): boolean {
  const folded = fold(text);
  return names.some((name) => name !== null && fold(name) === folded);
}

/** The part of the shorter title's words (of Chinese: characters) that the other has too. */
function shareWords(left: string, right: string): number {
  const [a, b] = [wordsOf(left), wordsOf(right)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(1, Math.min(a.size, b.size));
}

function wordsOf(text: string): Set<string> {
  return new Set([...text.toLowerCase().matchAll(/\p{Script=Han}|[\p{L}\p{N}]+/gu)].map(([word]) => word));
}

/** Text as it is compared: letters and digits, in one case and width. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
