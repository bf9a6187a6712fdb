/**
 * The facts that a page states about its article: title, publisher, byline, date, address, language.
 *
 * Machine-readable statements come first (JSON-LD, then OpenGraph and meta), then what the page shows beside the
 * article. For the title, the visible one is right if it is the same headline. Nothing is guessed from an address.
 */

import { readDate } from '#lib/intake/text/date';
import type { StatedFacts } from '#lib/intake/text/labels';
import { hasHan } from '#lib/intake/text/line';
import { type PartTest, partsOfArticle } from './article-parts';
import { type Credits, type DateLine, isPersonName, readCredits } from './credits';
import { fold, readHeadline } from './headline';
import { type LinkedArticle, readLinkedArticles } from './linked-data';
import { oneLine } from './tree';

/** `language`: the BCP 47 tag that the page declares; `text`: the article as given in JSON-LD. */
export type PageFacts = StatedFacts & { language?: string; text?: string };

/** Longer values are not names (UTF-16 units). */
const longestName = 120;
/** How many elements that state a date are looked at. */
const mostDates = 60;
/** Platforms that host other publishers; their name is not the publisher's. */
const platforms = /^(?:微信公众平台|微信公眾平台|今日头条|知乎专栏|知乎|百家号|搜狐号|网易号|medium|substack)$/i;
const dateNames = (
  'article:published_time og:published_time datepublished publishdate publish-date pubdate date dc.date ' +
  'dc.date.issued dcterms.created dcterms.issued sailthru.date parsely-pub-date article.published ' +
  'weibo:article:create_at bytedance:published_time citation_publication_date citation_date citation_online_date ' +
  'dcterms.date publication_date publish_time'
).split(' ');
const authorNames =
  'article:author og:article:author byl dc.creator dcterms.creator citation_author parsely-author sailthru.author'.split(
    ' ',
  );

/** Reads a page's facts. `url` is where it was fetched from, if it was. */
export function readPageFacts(document: Document, url: string | null): PageFacts {
  const meta = readMeta(document);
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
  const linked = readLinkedArticles(scripts.map((script) => script.textContent ?? ''));
  const shownTitles = [...document.querySelectorAll('h1')].map((one) => oneLine(one.textContent ?? '')).filter(Boolean);
  const own = ownArticle(linked, document, shownTitles, url);
  const siteName = meta('og:site_name') ?? meta('application-name') ?? null;
  const { title, element } = readHeadline(document, {
    linked: own?.title ?? null,
    social: meta('og:title') ?? meta('twitter:title') ?? null,
    head: oneLine(document.title ?? ''),
    names: [siteName, own?.publisher ?? null],
    url: url ?? own?.url ?? null,
  });
  const isOfArticle = partsOfArticle(document);
  const credits = readCredits(document, element, isOfArticle);
  const publisher = readPublisher(document, own, credits.facts, siteName);
  const language = declaredLanguage(document, own, meta('og:locale'));
  const date = readPublished(document, own, meta, credits, isOfArticle, language);
  const byline = readByline(own, meta, credits, [siteName, publisher], language);
  return {
    ...(title ? { title } : {}),
    ...(publisher ? { publisher } : {}),
    ...(byline ? { byline } : {}),
    ...(date ? { date } : {}),
    ...stateAddress(document, own, meta('og:url'), url),
    ...(own?.text ? { text: own.text } : {}),
    ...(language ? { language } : {}),
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

/**
 * The day of publication: what the page states for machines, corrected by what it shows. A page's own reader sees the
 * day where the newsroom is; a time in UTC, or the clock of the server, may say the day before or after.
 */
function readPublished(
  document: Document,
  own: LinkedArticle | null,
  meta: Meta,
  credits: Credits,
  isOfArticle: PartTest,
  language: string | null,
): string | null {
  const named = dateNames.map(meta);
  const marked = [...document.querySelectorAll('[itemprop=datePublished], time[pubdate], time[datetime]')]
    .slice(0, mostDates)
    .filter(isOfArticle)
    .slice(0, 3)
    .map((one) => one.getAttribute('datetime') ?? one.getAttribute('content') ?? one.textContent);
  const isDate = (value: string | undefined | null): value is string =>
    Boolean(value) && readDate((value ?? '').trim()) !== null;
  const stated = [own?.published, ...named].filter(isDate);
  const shown = credits.dates.filter(({ isUpdate }) => !isUpdate);
  const first = [...stated, ...marked].find(isDate)?.trim();
  if (first === undefined) return dayShown(shown, language) ?? dayOfStamp(document);
  const day = readDate(first) ?? '';
  const seen = new Set(shown.slice(0, mostShown).flatMap(({ readings }) => readings));
  if (seen.has(day) || seenAnyhow(credits.dates, day)) return day;
  const near = [...seen].find((one) => isBeside(one, day));
  if (near !== undefined) return near;
  // Two statements that differ: the one that the page also shows its readers.
  return stated.find((one) => seenAnyhow(credits.dates, readDate(one.trim()) ?? '')) ?? first;
}

/** How many of the dates near a headline may correct what is stated for machines. */
const mostShown = 3;
const dayLength = 24 * 60 * 60 * 1000;

function isBeside(left: string, right: string): boolean {
  return left.length === 10 && right.length === 10 && Math.abs(Date.parse(left) - Date.parse(right)) <= dayLength;
}

function seenAnyhow(dates: readonly DateLine[], day: string): boolean {
  return dates.slice(0, mostShown).some(({ readings }) => readings.includes(day));
}

/** The first date that is shown; one that can be read in two ways has the day first outside of English. */
function dayShown(dates: readonly DateLine[], language: string | null): string | null {
  const isEnglish = language === null || /^en\b/i.test(language);
  for (const { readings } of dates) {
    const [first, second] = readings;
    if (first !== undefined && (second === undefined || !isEnglish)) return first;
  }
  return null;
}

function dayOfStamp(document: Document): string | null {
  const stamp = /\bvar (?:ct|create_?time)\s*=\s*["'](\d{10})["']/i.exec(
    [...document.querySelectorAll('script:not([src])')]
      .map((one) => one.textContent ?? '')
      .join('\n')
      .slice(0, 200_000),
  )?.[1];
  return stamp === undefined ? null : beijingDay(Number(stamp));
}

/** The day in China of a moment in seconds since 1970, as one large publishing system keeps it in a script. */
function beijingDay(seconds: number): string {
  return new Date((seconds + 8 * 60 * 60) * 1000).toISOString().slice(0, 10);
}

/**
 * Who wrote the article: JSON-LD, then a line of credits, then what the page names for machines or marks as its author.
 * The general author of a site's pages (`name=author`) counts last, since many systems put the owner there.
 */
function readByline(
  own: LinkedArticle | null,
  meta: Meta,
  credits: Credits,
  names: readonly (string | null)[],
  language: string | null,
): string | null {
  const isSite = (value: string) => names.some((name) => name !== null && fold(name) === fold(value));
  const isAuthor = (value: string | undefined | null): value is string =>
    Boolean(value) && (value ?? '').length <= longestName && isListOfNames(value ?? '') && !isSite(value ?? '');
  const authors = (own?.authors ?? []).map(withoutBy).filter(isAuthor);
  if (authors.length > 0) return clip(joinNames(authors, language), longestName * 3);
  const social = authorNames.map(meta).filter(isAuthor).map(withoutBy);
  const writers = credits.writers.filter(isAuthor);
  const general = meta('author');
  const stated = [credits.facts.byline, ...social, ...writers, general].find(isAuthor);
  if (stated !== undefined) {
    const [first = '', ...others] = withoutBy(stated).split(/\s*[,;]\s*(?=\p{Lu}\S*\s)/u);
    return joinNames([first, ...others.filter((name) => !role.test(name))], language);
  }
  // A page that names its newsroom as the author says so.
  return credits.writers.find((name) => name.length <= longestName) ?? null;
}

function isListOfNames(value: string): boolean {
  return value.split(/\s*[,;、]\s*|\s(?:and|und|et|y|e|en)\s/).every((name) => name === '' || isPersonName(name));
}

/** What stands behind a name and is none: what somebody is, or who did something else. */
const role =
  /\b(?:correspondent|reporter|editor|columnist|photographer|staff writer|critic)s?$|^(?:editing|additional reporting|photo(?:graph)?s|pictures|illustrations?) by /i;

function withoutBy(name: string): string {
  return name
    .replace(/^(?:by|words by|written by|text by|reporting by)[\s:]+/i, '')
    .replace(/^(?:作者|记者|記者|撰文|撰稿|文)\s*[:：|｜/／\s]\s*/, '')
    .trim();
}

const andWords: Record<string, string | undefined> = { de: 'und', fr: 'et', es: 'y', it: 'e', pt: 'e', nl: 'en' };

function joinNames(names: readonly string[], language: string | null): string {
  if (names.some(hasHan)) return names.join('、');
  const last = names.at(-1) ?? '';
  const and = andWords[(language ?? '').slice(0, 2).toLowerCase()] ?? 'and';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${and} ${last}`;
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

function declaredLanguage(document: Document, own: LinkedArticle | null, locale: string | undefined): string | null {
  const declared = document.documentElement?.getAttribute('lang') || own?.language || locale?.replace('_', '-');
  return declared && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(declared) ? declared : null;
}

function clip(text: string | null | undefined, most: number): string | null {
  return text && text.length <= most ? text : null;
}
