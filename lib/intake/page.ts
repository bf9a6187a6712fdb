/**
 * Turns a web page, an HTML file or a formatted paste into an article draft.
 *
 * A page states its facts separately from its article and contains much else; a paste is the article as a whole. Both
 * are untrusted: scripts never run, and markup larger than any article's is refused.
 */
import type { DraftParagraph } from '#lib/domain/articles/article';
import { type Barrier, findBarrier } from '#lib/intake/page/barrier';
import { readWhole } from '#lib/intake/page/blocks';
import { readPageBody } from '#lib/intake/page/body';
import { type PageFacts, readPageFacts } from '#lib/intake/page/facts';
import { measurePage } from '#lib/intake/page/furniture';
import { takeNotes } from '#lib/intake/page/notes';
import { oneLine, parsePage } from '#lib/intake/page/tree';
import { readDate } from '#lib/intake/text/date';
import { readShownCredit, type StatedFacts } from '#lib/intake/text/labels';
import { endsSentence } from '#lib/intake/text/line';
import { type DraftResult, draftFromArticle, draftFromBlocks } from './draft';

/**
 * Why a page is refused: for the reasons of any draft, because its markup is larger than any article's, or because it
 * stands where the article should be.
 */
export type PageResult = DraftResult | { ok: false; code: 'page-too-tangled' | Barrier };

/** If the markup holds less text than this, the article in JSON-LD is used instead (UTF-16 units). */
const leastText = 200;
/** With fewer letters than this, language statistics are less reliable than the page's declaration. */
const fewLetters = 80;

/** Reads a page. `url` is where it was fetched from. */
export function draftFromPage(html: string, options: { url?: string; today?: string } = {}): PageResult {
  const document = parsePage(html);
  if (document === null) return { ok: false, code: 'page-too-tangled' };
  const { text, language, ...facts } = readPageFacts(document, options.url ?? null);
  const body = readPageBody(document, html);
  const blocks = withoutRepeatedFacts(tidyBlocks(body.blocks), facts);
  const isBare = blocks.reduce((length, block) => length + block.text.length, 0) < leastText;
  const given = isBare && text !== undefined ? bodyOf(text) : [];
  const barrier =
    given.length > 0
      ? null
      : findBarrier(
          document,
          blocks.map((block) => block.text),
        );
  if (barrier !== null) return { ok: false, code: barrier };
  const result = draftFromArticle(given.length > 0 ? given : blocks, facts, {
    today: options.today,
    paragraphs: body.all,
  });
  if (!result.ok || language === undefined) return result;
  const { draft } = result;
  const words = draft.paragraphs.reduce((length, paragraph) => length + paragraph.text.length, 0);
  return words < fewLetters ? { ok: true, draft: { ...draft, language: declared(language) } } : result;
}

const noFacts: PageFacts = {};

/** What a page says about itself, for a cited source: title, publisher and date, each null where not stated. */
export function readSourcePage(html: string, url: string, today: string) {
  const document = parsePage(html);
  // A page of tables has little prose, and its banner is no wall.
  const barrier = document === null ? null : findBarrier(document, textsOf(document));
  const isPage =
    document !== null && (barrier === null || barrier === 'page-consent' || barrier === 'page-needs-script');
  const { title, publisher, date } = isPage ? readPageFacts(document, url) : noFacts;
  return { title: title ?? null, publisher: publisher ?? null, published: date ? readDate(date, today) : null };
}

/** The paragraphs of a page, whether they are of its article or not; a few of them tell an article from a barrier. */
function textsOf(document: Document): string[] {
  const paragraphs = [...document.querySelectorAll('p')].slice(0, mostParagraphs);
  return paragraphs.map((paragraph) => oneLine(paragraph.textContent ?? ''));
}

const mostParagraphs = 100;

/**
 * Reads formatted text that is an article as a whole: what a clipboard or a word processor gives. Everything that is seen
 * in it comes out; only what a page's own clipboard brought along is set aside, and shown.
 */
export function draftFromMarkup(html: string, options: { today?: string } = {}): PageResult {
  const document = parsePage(html);
  if (document === null) return { ok: false, code: 'page-too-tangled' };
  const { blocks, deleted } = readDocument(document);
  return draftFromBlocks(blocks, { ...options, deleted, isDocument: wordProcessor.test(html.slice(0, longestHead)) });
}

/** The marks that Word, LibreOffice and Google Docs leave in what they put on a clipboard. */
const wordProcessor =
  /urn:schemas-microsoft-com:office|class="?Mso|name="?generator"? content="(?:LibreOffice|OpenOffice)|docs-internal-guid|doc-content|google-docs|lst-kix/i;
/** Where those marks stand (UTF-16 units): Word's list of styles comes first. */
const longestHead = 200_000;

/**
 * The blocks of formatted text in order, its notes beside their paragraphs; hidden and deleted text is left out. Where it
 * `isNumbered`, the numbers of its lists stand in their items already.
 */
export function readDocument(
  { body }: Document,
  { isNumbered = false } = {},
): { blocks: DraftParagraph[]; deleted: number } {
  const notes = takeNotes(body);
  const measures = measurePage(body);
  const page = measures.get(body);
  if (page === undefined) return { blocks: [], deleted: 0 };
  const { blocks, deleted } = readWhole(body, page, measures, notes, isNumbered);
  return { blocks: blocks.map(plainBlock), deleted };
}

function plainBlock({ kind, text, reason }: DraftParagraph): DraftParagraph {
  return reason === undefined ? { kind, text } : { kind, text, reason };
}

/**
 * Drops what a page shows twice (pull quotes, versions of a block for narrow windows) and headings at the end with
 * nothing after them.
 */
function tidyBlocks(blocks: readonly DraftParagraph[]): DraftParagraph[] {
  const seen = new Set<string>();
  const bodies = blocks.filter(({ kind }) => kind !== 'heading').map(({ text }) => text);
  const kept = blocks.filter(({ kind, text }) => {
    if (kind !== 'heading' && text.length >= 20 && seen.has(text)) return false;
    seen.add(text);
    const words = text.replace(/^[“"「『\s]+|[”"」』\s]+$/g, '');
    const isPulled =
      words.length >= 12 && words.length <= 300 && bodies.some((body) => isPulledFrom(body, words, text));
    return !(isPulled && kind !== 'list-item' && kind !== 'caption');
  });
  while (kept.length > 1 && kept.at(-1)?.kind === 'heading') kept.pop();
  return kept.map(({ kind, text }) => ({ kind, text }));
}

/** Words that may stand between the facts of a credit line. */
const creditWords =
  /\b(?:by|and|on|at|published|posted|updated|written|words|am|pm|[A-Z]{3,4})\b|作者|记者|記者|撰文|来源|來源|发布|發佈|发表|時間|时间|日期|于/gi;
const dates =
  /\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?|(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?(?: \d{1,2})?,? \d{4}/gi;
const clock = /\d{1,2}[:：]\d{2}/g;
/** Credit lines are among this many blocks at the top. */
const mostCredits = 8;

/** Drops lines at the top that only repeat facts stated elsewhere on the page. */
function withoutRepeatedFacts(blocks: readonly DraftParagraph[], facts: StatedFacts): DraftParagraph[] {
  const names = [facts.byline, facts.publisher, ...(facts.byline ?? '').split(/ and |, |、/)].filter(
    (name): name is string => Boolean(name),
  );
  return blocks.filter(({ text }, index) => {
    if (index >= mostCredits || text.length > 160) return true;
    if (isKnown(readShownCredit(text), facts)) return false;
    const rest = names.reduce((line, name) => line.replaceAll(name, ''), text).replace(dates, '');
    return rest === text || /[\p{L}\p{N}]/u.test(rest.replace(clock, '').replace(creditWords, ''));
  });
}

/** Whether a line without labels states only what is known. */
function isKnown(stated: StatedFacts | null, facts: StatedFacts): boolean {
  if (stated === null) return false;
  const { publisher, byline, date } = stated;
  const day = (value: string | undefined) => (value === undefined ? undefined : readDate(value.trim()));
  return (
    (publisher === undefined || publisher === facts.publisher) &&
    (byline === undefined || byline === facts.byline) &&
    (date === undefined || day(date) === day(facts.date))
  );
}

function isPulledFrom(body: string, words: string, whole: string): boolean {
  return body.length > whole.length * 1.3 && body.includes(words);
}

function bodyOf(text: string): DraftParagraph[] {
  const lines = text.split(/\n+/).map((line) => line.trim());
  return lines
    .filter(Boolean)
    .map((line) => ({ kind: endsSentence(line) || line.length > 60 ? 'body' : 'heading', text: line }));
}

/** A declared language as the desk names it: Chinese by its script. */
function declared(tag: string): string {
  if (!/^zh/i.test(tag)) return tag.toLowerCase().split('-')[0] ?? tag;
  return /hant|tw|hk|mo/i.test(tag) ? 'zh-Hant' : 'zh-Hans';
}
