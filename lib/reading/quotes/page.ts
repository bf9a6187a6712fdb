/**
 * The pages of an article, prepared for reading speech: each paragraph's quotations that may be speech, the
 * attributions outside them with their speakers, and whom the text is about at every place. Invariants: pages are in
 * the order of the paragraphs; attributions and focus are in order within a page; a speaker is resolved from the text
 * before, never from the text after. Which quotation belongs to whom is decided in speech.ts.
 */

import { fullNamesIn } from '#lib/reading/speakers/english-names';
import { Roster, type Speaker, type SpeakerPhrase } from '#lib/reading/speakers/speaker';
import { Cursor } from '#lib/text/cursor';
import { isHan, isLatin } from '#lib/text/forms/folded';
import { isChinese, plainText, readingForm } from '#lib/text/forms/reading-form';
import { buildLexicon, type Lexicon } from '#lib/text/lexicon';
import { splitSentences } from '#lib/text/sentences';
import type { Attribution } from './attribution';
import { findAttributions, type Stretch } from './attributions';
import { findQuotations, type Quotation } from './marks';
import { findMentions, type Mention } from './mentions';
import { shapeOf } from './shape';

/** A paragraph prepared for reading. */
export interface ReadParagraph {
  /** As it was passed in. */
  text: string;
  /** See `plainText` and `readingForm`. */
  plain: string;
  form: string;
  han: boolean;
}

/** A quotation that may be speech. */
export interface Candidate extends Quotation {
  /** True for a whole sentence, false for a fragment. */
  sentence: boolean;
}

/** Whom the text is about from an offset on. */
export interface Focus {
  at: number;
  speaker: Speaker;
}

export interface Page extends ReadParagraph {
  candidates: Candidate[];
  attributions: Attribution[];
  focus: Focus[];
  /** Whom the text was about before the paragraph. */
  inherited: Speaker | null;
  /** The text outside whole-sentence quotations, which attributions are read from. */
  stretches: Stretch[];
  /** True if nothing but quotations stands in it. */
  bare: boolean;
}

/** Reads an article's paragraphs into pages with resolved speakers, and the roster of all who were named. */
export function readPages(paragraphs: string[]): { pages: Page[]; roster: Roster } {
  const pages = openPages(paragraphs);
  const resolver = new Resolver(namesOf(pages));
  for (const page of pages) resolver.read(page);
  return { pages, roster: resolver.roster };
}

function openPages(paragraphs: string[]): Page[] {
  const plain = paragraphs.map(plainText);
  const quotations = new Cursor(findQuotations(plain));
  return paragraphs.map((text, paragraph) =>
    openPage(
      text,
      plain[paragraph] ?? text,
      quotations.take((quotation) => quotation.paragraph === paragraph),
    ),
  );
}

function openPage(text: string, plain: string, quotations: Quotation[]): Page {
  const form = readingForm(plain);
  const han = isChinese(plain);
  const candidates: Candidate[] = [];
  for (const quotation of quotations) {
    const shape = shapeOf(plain, form, quotation, han);
    if (shape === 'name') continue;
    const { paragraph, start, end, outerStart, outerEnd, chain } = quotation;
    candidates.push({ paragraph, start, end, outerStart, outerEnd, chain, sentence: shape === 'sentence' });
  }
  const stretches = stretchesOf(plain, candidates);
  const following = new Cursor(candidates);
  const attributions = stretches
    .flatMap((stretch) => findAttributions(plain, form, stretch, han))
    .filter(({ cueStart, cueEnd }) => {
      const fragment = following.pass(({ end }) => end < cueEnd);
      // A cue within a quotation tells who says something there; one that ends it is itself in doubt (`he “admitted” that`).
      return !fragment || cueStart < fragment.start || cueEnd === fragment.end;
    });
  const bare = stretches.every(({ from, to }) => isBlank(form, from, to));
  return { text, plain, form, han, candidates, attributions, focus: [], inherited: null, stretches, bare };
}

function stretchesOf(plain: string, candidates: Candidate[]): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (const { outerStart, outerEnd, sentence } of candidates) {
    if (!sentence) continue;
    stretches.push(stretchOf(plain, from, outerStart));
    from = outerEnd;
  }
  stretches.push(stretchOf(plain, from, plain.length));
  return stretches;
}

const stretchOf = (plain: string, from: number, to: number): Stretch => ({
  from,
  to,
  sentences: splitSentences(plain, from, to),
  afterQuote: from > 0,
});

function isBlank(form: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = form.charCodeAt(i);
    if (isHan(code) || isLatin(code)) return false;
  }
  return true;
}

/** Names that attributions of the article give, by their reading form. */
function namesOf(pages: Page[]): Lexicon<string> {
  const names: [string, string][] = [];
  for (const { attributions } of pages) {
    for (const { phrase } of attributions)
      if (phrase?.form === 'person') names.push([readingForm(phrase.name), phrase.name]);
  }
  return buildLexicon(names);
}

/** Reads the pages in order: each attribution gets its speaker, each paragraph the people it is about. */
class Resolver {
  readonly roster = new Roster();
  /** Full names by their last word, first come first served. */
  private readonly fullNames = new Map<string, string>();
  private about: Speaker | null = null;

  constructor(private readonly names: Lexicon<string>) {}

  read(page: Page): void {
    const { plain, form, han, stretches } = page;
    page.inherited = this.about;
    if (!han) for (const stretch of stretches) this.learnFullNames(plain, form, stretch);
    const mentioned = new Cursor(stretches.flatMap((stretch) => findMentions(plain, form, stretch, han, this.names)));
    /** A sentence with an attribution is about who speaks in it. */
    let floor = 0;
    for (const attribution of page.attributions) {
      this.mention(page, mentioned, attribution.start, floor);
      floor = Math.max(floor, attribution.sentenceEnd);
      attribution.speaker = attribution.phrase && this.recall(attribution.phrase);
      if (attribution.speaker) this.turnTo(page, attribution.start, attribution.speaker);
    }
    this.mention(page, mentioned, plain.length, floor);
  }

  private mention(page: Page, mentioned: Cursor<Mention>, before: number, floor: number): void {
    for (const { at, phrase } of mentioned.take((mention) => mention.at < before)) {
      const speaker = at < floor ? null : this.recall(phrase);
      if (speaker && speaker.kind !== 'body') this.turnTo(page, at, speaker);
    }
  }

  private turnTo(page: Page, at: number, speaker: Speaker): void {
    this.about = speaker;
    page.focus.push({ at, speaker });
  }

  private recall(phrase: SpeakerPhrase): Speaker | null {
    const full = phrase.form === 'person' && !this.roster.has(phrase.name) && this.fullNames.get(phrase.name);
    return this.roster.recall(full ? { ...phrase, name: full } : phrase);
  }

  private learnFullNames(plain: string, form: string, { from, to }: Stretch): void {
    for (const name of fullNamesIn(plain, form, from, to)) {
      const last = name.slice(name.lastIndexOf(' ') + 1);
      if (!this.fullNames.has(last)) this.fullNames.set(last, name);
    }
  }
}
