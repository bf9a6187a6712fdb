/**
 * Who says what: direct quotations with their speakers, and reported speech. Quotation marks alone do not make a quote:
 * names, titles and scare quotes are told from speech by their shape and context. Invariants:
 * `paragraphs[paragraph].slice(start, end) === text`; quotes are in order and do not overlap; a speaker comes from the
 * text (an attribution beside the quote, otherwise the last one it can belong to), and is null where the text does not
 * say. No knowledge of the world is used.
 */

import type { Attribution } from '#lib/reading/quotes/attribution';
import { type Page, type ReadParagraph, readPages } from '#lib/reading/quotes/page';
import { decideSpeech } from '#lib/reading/quotes/speech';
import type { Speaker } from '#lib/reading/speakers/speaker';
import { Cursor } from '#lib/text/cursor';

export interface Quote {
  paragraph: number;
  /** UTF-16 offsets into the paragraph, without the quotation marks. */
  start: number;
  end: number;
  text: string;
  /** Name without title, or the description of an anonymous source. */
  speaker: string | null;
  /** The word that reports the speech, as written in the text. */
  cue: string | null;
}

export interface ReportedSpeech extends Quote {
  /** True for a forecast (预测, expects). */
  forecast: boolean;
}

/** Everything read from an article in one pass, for callers that need more than one part. */
export interface Speech {
  quotes: Quote[];
  reported: ReportedSpeech[];
  speakers: Speaker[];
  /** Sentences that only attribute a quote (`李笛说，“`); they are not claims themselves. */
  leads: Lead[];
  paragraphs: ReadParagraph[];
}

export interface Lead {
  paragraph: number;
  start: number;
  end: number;
}

/** Finds the direct quotes of an article with their speakers. Never throws; linear in the length of the text. */
export function findQuotes(paragraphs: string[]): Quote[] {
  const known = lastQuotes.find((one) => isSameText(one.paragraphs, paragraphs));
  const quotes = known?.quotes ?? keepQuotes(paragraphs, quotesOf(readPages(paragraphs).pages));
  return quotes.map((quote) => ({ ...quote }));
}

/**
 * The quotes of the articles that were read last: a revision is compared with the text before it, which was read when it
 * was stored.
 */
const lastQuotes: { paragraphs: string[]; quotes: Quote[] }[] = [];

/** So many texts are kept, of at most so many UTF-16 units each. */
const mostTexts = 4;
const longestKept = 1_000_000;

const isSameText = (one: string[], other: string[]): boolean =>
  one.length === other.length && one.every((text, at) => text === other[at]);

function keepQuotes(paragraphs: string[], quotes: Quote[]): Quote[] {
  const length = paragraphs.reduce((sum, text) => sum + text.length, 0);
  if (length > longestKept || lastQuotes.some((one) => isSameText(one.paragraphs, paragraphs))) return quotes;
  lastQuotes.unshift({ paragraphs: [...paragraphs], quotes: quotes.map((quote) => ({ ...quote })) });
  lastQuotes.length = Math.min(lastQuotes.length, mostTexts);
  return quotes;
}

/** Finds indirect speech (`X表示，…`, `X said that …`): the reported clause, who said it and the reporting word. */
export function findReportedSpeech(paragraphs: string[]): ReportedSpeech[] {
  return readSpeech(paragraphs).reported;
}

/**
 * Lists everyone to whom the article attributes words, with role, organisation and aliases if given, in order of first
 * mention.
 */
export function findSpeakers(paragraphs: string[]): Speaker[] {
  return readSpeech(paragraphs).speakers;
}

/** Reads quotes, reported speech and speakers together. */
export function readSpeech(paragraphs: string[]): Speech {
  const { pages, roster } = readPages(paragraphs);
  const quotes = keepQuotes(paragraphs, quotesOf(pages));
  const heard = new Set(quotes.map(({ speaker }) => speaker));
  for (const page of pages) for (const { speaker } of page.attributions) if (speaker) heard.add(speaker.name);
  return {
    quotes,
    reported: reportedIn(pages, quotes),
    speakers: roster.speakers().filter(({ name }) => heard.has(name)),
    leads: leadsIn(pages),
    paragraphs: pages,
  };
}

function quotesOf(pages: Page[]): Quote[] {
  return decideSpeech(pages).map(({ paragraph, candidate, speaker, cue }) => {
    const { start, end } = candidate;
    const text = pages[paragraph]?.text.slice(start, end) ?? '';
    return { paragraph, start, end, text, speaker: speaker?.name ?? null, cue };
  });
}

/** The shortest reported clause worth listing (UTF-16 units): shorter ones introduce a quotation (`他判断最终的结果，“…”`). */
const leastHan = 8;
const leastEnglish = 20;

const reports = ({ han }: Page, { contentStart, contentEnd }: Attribution): boolean =>
  contentEnd - contentStart >= (han ? leastHan : leastEnglish);

function reportedIn(pages: Page[], quotes: Quote[]): ReportedSpeech[] {
  const reported: ReportedSpeech[] = [];
  const following = new Cursor(quotes);
  for (const [paragraph, page] of pages.entries()) {
    let floor = 0;
    for (const [at, attribution] of page.attributions.entries()) {
      const { contentStart: start, contentEnd: end, manner, cue, speaker } = attribution;
      if (start < floor || manner === 'ask' || !reports(page, attribution)) continue;
      const quote = following.pass(
        (one) => one.paragraph < paragraph || (one.paragraph === paragraph && one.end <= start),
      );
      // Nothing was said after 说完, and 新华社报道，李强强调 reports what the second of them says.
      if (cue.endsWith('完') || cue.endsWith('罢') || nests(page.attributions[at + 1], attribution)) continue;
      // What begins with the quotation is the quote itself.
      if (quote?.paragraph === paragraph && quote.start <= start + 1) continue;
      floor = end;
      reported.push({
        paragraph,
        start,
        end,
        text: page.text.slice(start, end),
        speaker: speaker?.name ?? null,
        cue: page.text.slice(attribution.cueStart, attribution.cueEnd),
        forecast: manner === 'forecast',
      });
    }
  }
  return reported;
}

/** Whether the next attribution opens the reported clause. */
const nests = (next: Attribution | undefined, { contentStart, cueEnd }: Attribution): boolean =>
  next !== undefined && next.start <= contentStart + 2 && next.start >= cueEnd && next.cueStart > contentStart;

/** The longest text before the subject in a sentence that only attributes (`从目前的反馈看，他判断`). */
const longestLead = 24;

function leadsIn(pages: Page[]): Lead[] {
  const leads: Lead[] = [];
  for (const [paragraph, page] of pages.entries()) {
    if (page.candidates.length === 0) continue;
    for (const attribution of page.attributions) {
      const { start, sentenceStart, sentenceEnd } = attribution;
      if (!reports(page, attribution) && start - sentenceStart <= longestLead)
        leads.push({ paragraph, start: sentenceStart, end: sentenceEnd });
    }
  }
  return leads;
}
