/**
 * What a page shows beside its headline: names, dates, the newsroom. Lines are read in order, and the first to state a
 * fact is believed; parts that speak of other articles, and comments, state none.
 */

import { readDate } from '#lib/intake/text/date';
import { readCreditLine, readDateline, readShownCredit, type StatedFacts } from '#lib/intake/text/labels';
import { endsSentence, hasHan } from '#lib/intake/text/line';
import { findShownDate } from '#lib/intake/text/shown-date';
import type { PartTest } from './article-parts';
import { classWords, nameOf, oneLine } from './tree';

/** `isUpdate`: the line speaks of a change and not of publication. */
export type DateLine = { readings: string[]; isUpdate: boolean };

/** `dates` are those shown near the headline, the best first; `writers` the names that a page marks as its authors. */
export type Credits = { facts: StatedFacts; dates: DateLine[]; writers: string[] };

/** How many lines near the title are searched for credits. */
const mostLines = 60;
/** How many elements of a page may be marked as a date or an author. */
const mostMarked = 80;
/** Longer lines are no credits (UTF-16 units). */
const longestLine = 120;
/** Text of this length that ends a sentence is the article's; after so many of them, lines are its own (UTF-16 units). */
const proseLength = 100;
const mostProse = 2;
/** Names are no longer (UTF-16 units, words). */
const longestName = 60;
const mostNameWords = 5;

const dateWords = new Set(
  'date dateline datetime pubdate postdate entrydate publishdate published publish pubtime time timestamp datum fecha meta postmeta metadata'.split(
    ' ',
  ),
);
const changeWords = new Set('updated modified update lastmod'.split(' '));
const change =
  /\b(?:updated|modified|revised|last edited|aktualisiert|geändert|mis(?:e)? à jour|modifié|actualizado|aggiornato|atualizado)\b|更新|修改/i;
const authorWords = new Set('author authors byline autor autoren auteur autore verfasser writer username'.split(' '));
/** With these, an element is a box about a person or a list of them. */
const authorBoxWords = new Set(
  'bio box about info description desc image avatar img picture photo count link links more social note notes prep'.split(
    ' ',
  ),
);

/** Reads the credits beside a headline; `title` is the element that shows it. */
export function readCredits(document: Document, title: Element | null, isOfArticle: PartTest): Credits {
  const facts: StatedFacts = {};
  const dates: DateLine[] = [];
  const writers: string[] = [];
  for (const { line, element } of creditLines(document, title, isOfArticle)) {
    const credit = readCreditLine(line);
    const stated = credit === null ? readShownCredit(line) : null;
    facts.publisher ??= credit === null ? stated?.publisher : nameOnly(credit.facts.publisher);
    facts.byline ??= credit === null ? stated?.byline : nameOnly(credit.facts.byline);
    const date = credit?.facts.date ?? stated?.date;
    const shown = date === undefined ? findShownDate(line) : null;
    if (date !== undefined) dates.push({ readings: readingsOf(date), isUpdate: change.test(line) });
    else if (shown !== null && isAboutDate(line, shown, element))
      dates.push({
        readings: shown.readings,
        isUpdate: isMarkedChange(element) || change.test(wordsBefore(element, line, shown.from)),
      });
    const writer = writerIn(line, element);
    if (writer !== null) writers.push(writer);
  }
  facts.byline ??= firstDateline(document, isOfArticle) ?? undefined;
  return {
    facts,
    dates: [...dates.filter(({ readings }) => readings.length > 0), ...markedDates(document, isOfArticle)],
    writers: [...markedWriters(document, isOfArticle), ...writers],
  };
}

/** Reporters are named in one of the first paragraphs. */
const mostDatelines = 12;

function firstDateline(document: Document, isOfArticle: PartTest): string | null {
  for (const paragraph of [...document.querySelectorAll('p')].slice(0, mostDatelines)) {
    const names = isOfArticle(paragraph) ? readDateline(oneLine(paragraph.textContent ?? '')) : null;
    if (names !== null) return names;
  }
  return null;
}

function readingsOf(date: string): string[] {
  const read = readDate(date);
  return read !== null && read.length === 10 ? [read] : (findShownDate(date)?.readings ?? []);
}

/** The name in a line: text up to a wide gap, a bar, or a date. */
function nameOnly(name: string | undefined): string | undefined {
  const [first = ''] = (name ?? '').split(/\u3000|\s{2,}|[|｜]|\s+(?=\d{4}[-/.年])/);
  return first.trim() || undefined;
}

type CreditLine = { line: string; element: Element };

/** The short lines from the headline to the article's first paragraphs. */
function creditLines(document: Document, shown: Element | null, isOfArticle: PartTest): CreditLine[] {
  const title = shown ?? document.querySelector('h1, #activity-name, .title, .headline');
  const lines: CreditLine[] = [];
  let isAfter = title === null;
  let prose = 0;
  for (const element of document.querySelectorAll(
    'h1, h2, p, div, span, time, li, em, address, td, font, a, b, strong, small, abbr',
  )) {
    if (element === title || title?.contains(element) === true) isAfter = true;
    if (!isAfter) continue;
    const text = element.children.length > 12 ? '' : oneLine(element.textContent ?? '');
    if (text.length >= proseLength && nameOf(element) === 'p' && endsSentence(text) && isOfArticle(element)) prose += 1;
    if (text !== '' && text.length <= longestLine && element !== title && isOfArticle(element))
      lines.push({ line: text, element });
    // The article has begun.
    if (lines.length >= mostLines || prose >= mostProse || classWords(element).includes('comments')) break;
  }
  return lines;
}

const creditWords =
  /\b(?:by|and|on|at|published|posted|written|words|updated|date|stand|veröffentlicht|erstellt|geschrieben|publié|publicado|pubblicato|von|par|por|di|le|am|um|uhr|in|filed under|comments?|kommentare?)\b/giu;
/** Besides its date, a line about it says little (words). */
const mostBeside = 6;

/** Whether a line is about a date, rather than a sentence or a headline that has one. */
function isAboutDate(line: string, { from, to }: { from: number; to: number }, element: Element): boolean {
  const rest = `${line.slice(0, from)} ${line.slice(to)}`.replace(creditWords, ' ').trim();
  const words = rest.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (element.querySelector('article') !== null) return false;
  if (words === 0) return true;
  if (hasHan(rest) ? rest.length > longestName : words > mostBeside) return isMarkedDate(element);
  return !endsSentence(rest) || rest.length < 20;
}

function isMarkedDate(element: Element): boolean {
  return nameOf(element) === 'time' || classWords(element).some((word) => dateWords.has(word));
}

function isMarkedChange(element: Element): boolean {
  return classWords(element).some((word) => changeWords.has(word));
}

/** Dates in elements that are named for them, wherever they stand in the article. */
function markedDates(document: Document, isOfArticle: PartTest): DateLine[] {
  const marked = document.querySelectorAll(
    'time, [class*=date], [class*=Date], [class*=publish], [class*=meta], [class*=author], [class*=byline]',
  );
  return [...marked].slice(0, mostMarked).flatMap((element) => {
    const text = element.children.length > 12 ? '' : oneLine(element.textContent ?? '');
    const shown = text === '' || !isOfArticle(element) ? null : findShownDate(text);
    return shown === null
      ? []
      : [
          {
            readings: shown.readings,
            isUpdate: isMarkedChange(element) || change.test(wordsBefore(element, text, shown.from)),
          },
        ];
  });
}

/** What leads to a date is said shortly before it (UTF-16 units). */
const lengthBefore = 30;

/** The words before a place in an element's text, in the line that the element stands in. */
function wordsBefore(element: Element, text: string, from: number): string {
  const line = oneLine(element.parentElement?.textContent ?? '');
  const start = line.length <= longestLine ? line.indexOf(text) : -1;
  const before = `${start > 0 ? line.slice(0, start) : ''} ${text.slice(0, from)}`;
  return before.slice(-lengthBefore);
}

/** Names in elements that are named for authors. */
function markedWriters(document: Document, isOfArticle: PartTest): string[] {
  const marked = document.querySelectorAll(
    '[rel~=author], [itemprop=author], [class*=author], [class*=Author], [class*=byline], [class*=Byline], [class*=autor], [class*=auteur], [class*=verfasser], .username, .vcard .fn',
  );
  const names = [...marked].slice(0, mostMarked).flatMap((element) => {
    if (!isOfArticle(element) || !isMarkedAuthor(element)) return [];
    const name = nameIn(element);
    return name === null ? [] : [name];
  });
  return [...new Set(names)];
}

function isMarkedAuthor(element: Element): boolean {
  if (/author/.test(`${element.getAttribute('rel')} ${element.getAttribute('itemprop')}`)) return true;
  const words = classWords(element);
  if (words.includes('fn')) return true;
  return words.some((word) => authorWords.has(word)) && !words.some((word) => authorBoxWords.has(word));
}

function nameIn(element: Element): string | null {
  const text = oneLine(element.textContent ?? '');
  const named = element.querySelector('[itemprop=name], .fn, a, .name');
  const inner = oneLine(named?.textContent ?? '');
  for (const candidate of [text, inner]) {
    const name = tidyName(candidate);
    if (name !== null) return name;
  }
  return null;
}

const nameStart =
  /^(?:(?:written|words|text|story|posted|published|geschrieben|verfasst|publié|escrito|photos?|interview|(?:ein |gast|blog\s?)?(?:beitrag|artikel|bericht|kommentar|text)) ?)?(?:by|von|par|por|di|da|door|av|af|od|автор)\s*:?\s+/iu;
const otherWords =
  /^(?:authors?|autor(?:in|en)?|auteur|by|von|redaktion|admin(?:istrator)?|editor|editorial|staff|guest|user|webmaster|root|null|undefined|none|about|über|more|mehr|view|posted|published|publiziert|veröffentlicht|publié|publicado|profile|profil|follow|comments?|share|über den autor|about the author|作者|编辑|記者|记者)$/iu;
/** Words that lead from a name to a date. */
const beforeDate = /\s+(?:on|am|le|el|stand|at|updated|published|veröffentlicht|publié)\s*[:：]?\s*$/i;
/** Accounts of publishing systems are no people. */
const account = /^(?:wp|wordpress|web|site|super)?[_-]?admin\d*$|^(?:null|undefined|root|webmaster|administrator)$/i;

/** A name as it is shown, without "By", a date, or what else stands beside it; null for what is no name. */
export function tidyName(shown: string): string | null {
  if (shown.length > longestLine * 2) return null;
  const date = findShownDate(shown);
  const line = (date === null ? shown : `${shown.slice(0, date.from)} ${shown.slice(date.to)}`).trim();
  const name = line
    .replace(
      /^(?:posted|published|written|veröffentlicht|erstellt|publié|am|on|le|stand)\s*:?\s+(?=\p{L}|[|·:–-])/iu,
      '',
    )
    .replace(nameStart, '')
    .replace(/^(?:author|autor(?:in)?|auteur|autore|作者|记者|記者|撰文|撰稿|文)\s*[:：|｜/／]\s*/i, '')
    .replace(beforeDate, '')
    .replace(/^[\s|·•,:–»«-]+|[\s|·•,:–»«-]+$/g, '')
    .trim();
  return name.length > 1 && isPersonName(name) ? name : null;
}

/** Whether a value may be somebody's name: short, no address, no account, no sentence. */
export function isPersonName(name: string): boolean {
  if (name === '' || name.length > longestName || account.test(name) || otherWords.test(name)) return false;
  if (/https?:|www\.|@|\d{3}|[。！？!?{}<>=|]/i.test(name) || /^[\w-]+\.[a-z]{2,6}$/i.test(name)) return false;
  return name.split(/\s+/).length <= mostNameWords * 2 && /\p{L}/u.test(name);
}

/** The name that a line under the headline states: "By Jane Doe", "06.11.2023 13:30 von Olga", "11.12.2019 - Jane Doe". */
function writerIn(line: string, element: Element): string | null {
  if (line.length > longestLine) return null;
  const date = findShownDate(line);
  const rest = (date === null ? line : `${line.slice(0, date.from)} ${line.slice(date.to)}`)
    .replace(/^\s*(?:posted|published|written|veröffentlicht|erstellt|publié|stand)\s*:?\s*(?:on|am|le)?\s*/iu, '')
    .replace(/^[\s|·•,:–-]+|[\s|·•,:–-]+$/g, '')
    .replace(beforeDate, '')
    .trim();
  const start = nameStart.exec(rest);
  if (start === null) {
    const isSection = element.querySelector('[rel~=tag], [rel~=category], [class*=categor]') !== null;
    return date !== null && !isSection && isFullName(rest) ? rest : null;
  }
  const [name = ''] = rest.slice(start[0].length).split(/\s*[|·•–]\s*|\s{2,}|\s(?:on|am|le|in|für|for)\s/);
  const isShort = name.split(/\s+/).length <= mostNameWords && /^\p{Lu}/u.test(name);
  return isShort && !endsSentence(name) && isPersonName(name) ? name : null;
}

const sections =
  /news|press|release|meldung|aktuell|blog|politi|sport|wirtschaft|kultur|kategorie|allgemein|verband|read|min\b|kommentar|comment|update|latest|home|video|photo|foto|print|share|artikel|article/i;

/** A first name and a family name, of two or three words in capitals. */
function isFullName(text: string): boolean {
  return /^\p{Lu}[\p{Ll}\p{M}'’-]+(?:\s\p{Lu}[\p{L}\p{M}.'’-]*){1,2}$/u.test(text) && !sections.test(text);
}
