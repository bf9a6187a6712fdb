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
import { buildLexicon, buildWordSet, type Lexicon, wordsIn } from '#lib/text/lexicon';
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

/**
 * What a paragraph says by itself, given the quotations in it: the same in whatever article it stands.
 * `candidates` and `attributions` are copied into the page of an article, which numbers and resolves them.
 */
interface Opened extends Omit<Page, 'focus' | 'inherited'> {
  /** The quotations in it, and for each candidate which of them it is. */
  quotations: Quotation[];
  places: number[];
  /** See `fullNamesIn`; read once somebody asks. */
  fullNames: string[] | null;
  /** What is mentioned where an article attributes words to these names. */
  mentions: { names: Names; found: Mention[] } | null;
}

/** UTF-16 units of paragraphs that are kept at most: two revisions of a very long article. */
const mostKept = 1_000_000;

/** A paragraph that is kept, and what it says once it has been opened. */
interface Kept {
  text: string;
  plain: string;
  opened: Opened | null;
}

/**
 * Paragraphs that were opened last. The next revision of an article is mostly made of them, and a preview and its saving,
 * or reading an article's claims and then its quotes, are about the same ones. Each text is kept as it was opened last.
 */
export class OpenedParagraphs {
  private readonly known = new Map<string, Kept>();
  private length = 0;
  /** Goes through the texts as they came. A new one would pass over the places of all that were let go. */
  private readonly oldest = this.known.keys();

  /** The paragraph with a text. */
  at(text: string): Kept {
    const known = this.known.get(text);
    if (known) return known;
    const kept: Kept = { text, plain: plainText(text), opened: null };
    this.known.set(text, kept);
    this.length += text.length;
    while (this.length > mostKept) {
      const { value } = this.oldest.next();
      if (value === undefined) break;
      this.known.delete(value);
      this.length -= value.length;
    }
    return kept;
  }
}

/** What a paragraph says by itself, given the quotations in it. */
function open(kept: Kept, quotations: Quotation[]): Opened {
  if (!kept.opened || !isSameQuotations(kept.opened.quotations, quotations))
    kept.opened = openParagraph(kept.text, kept.plain, quotations);
  return kept.opened;
}

/** Whether two lists of quotations of one paragraph are at the same places. */
const isSameQuotations = (ones: Quotation[], others: Quotation[]): boolean =>
  ones.length === others.length &&
  ones.every(({ outerStart, start, end, outerEnd }, at) => {
    const other = others[at];
    return (
      other?.outerStart === outerStart && other.start === start && other.end === end && other.outerEnd === outerEnd
    );
  });

const lastOpened = new OpenedParagraphs();

/**
 * Reads an article's paragraphs into pages with resolved speakers, and the roster of all who were named. `paragraphs` that
 * `store` has opened before are not read again.
 */
export function readPages(paragraphs: string[], store = lastOpened): { pages: Page[]; roster: Roster } {
  const opened = openParagraphs(paragraphs, store);
  const resolver = new Resolver(namesOf(opened.map(({ page }) => page)));
  for (const one of opened) resolver.read(one);
  return { pages: opened.map(({ page }) => page), roster: resolver.roster };
}

type OpenedPage = { page: Page; opened: Opened };

function openParagraphs(paragraphs: string[], store: OpenedParagraphs): OpenedPage[] {
  const kept = paragraphs.map((text) => store.at(text));
  const quotations = findQuotations(kept.map(({ plain }) => plain));
  let next = 0;
  return kept.map((one, paragraph) => {
    const from = next;
    while (quotations[next]?.paragraph === paragraph) next++;
    const own = quotations.slice(from, next);
    const opened = open(one, own);
    return { page: pageOf(opened, own), opened };
  });
}

/** The page of a paragraph of an article in which these are its quotations. */
function pageOf(opened: Opened, quotations: Quotation[]): Page {
  const { text, plain, form, han, stretches, bare, places } = opened;
  const candidates = opened.candidates.map((candidate, at): Candidate => {
    const { start, end, outerStart, outerEnd, sentence } = candidate;
    const { paragraph, chain } = quotations[places[at] ?? 0] ?? candidate;
    return { paragraph, start, end, outerStart, outerEnd, chain, sentence };
  });
  const attributions = opened.attributions.map((attribution) => ({ ...attribution }));
  return { text, plain, form, han, candidates, attributions, focus: [], inherited: null, stretches, bare };
}

function openParagraph(text: string, plain: string, quotations: Quotation[]): Opened {
  const form = readingForm(plain);
  const han = isChinese(plain);
  const candidates: Candidate[] = [];
  const places: number[] = [];
  for (const [place, quotation] of quotations.entries()) {
    const shape = shapeOf(plain, form, quotation, han);
    if (shape === 'name') continue;
    const { paragraph, start, end, outerStart, outerEnd, chain } = quotation;
    candidates.push({ paragraph, start, end, outerStart, outerEnd, chain, sentence: shape === 'sentence' });
    places.push(place);
  }
  const stretches = stretchesOf(plain, candidates);
  const following = new Cursor(candidates);
  const attributions: Attribution[] = [];
  for (const stretch of stretches) {
    for (const attribution of findAttributions(plain, form, stretch, han)) {
      const { cueStart, cueEnd } = attribution;
      const fragment = following.pass(({ end }) => end < cueEnd);
      // A cue within a quotation tells who says something there; one that ends it is itself in doubt (`he “admitted” that`).
      if (!fragment || cueStart < fragment.start || cueEnd === fragment.end) attributions.push(attribution);
    }
  }
  return {
    text,
    plain,
    form,
    han,
    quotations,
    candidates,
    places,
    attributions,
    stretches,
    bare: stretches.every(({ from, to }) => isBlank(form, from, to)),
    fullNames: null,
    mentions: null,
  };
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

/** The names that an article's attributions give, by their reading form. */
type Names = { lexicon: Lexicon<string>; byForm: Map<string, string> };

function namesOf(pages: Page[]): Names {
  const byForm = new Map<string, string>();
  for (const { attributions } of pages) {
    for (const { phrase } of attributions) {
      if (phrase?.form !== 'person') continue;
      const form = readingForm(phrase.name);
      // The first of several that read alike stands for all of them.
      if (!byForm.has(form)) byForm.set(form, phrase.name);
    }
  }
  return { lexicon: buildLexicon(byForm), byForm };
}

/** The forms that stand for one name among some names, and for another or none among others. */
function formsApart(ones: Names, others: Names): Lexicon<true> {
  const forms = new Set([...ones.byForm.keys(), ...others.byForm.keys()]);
  return buildWordSet([...forms].filter((form) => ones.byForm.get(form) !== others.byForm.get(form)));
}

/** Reads the pages in order: each attribution gets its speaker, each paragraph the people it is about. */
class Resolver {
  readonly roster = new Roster();
  /** Full names by their last word, first come first served. */
  private readonly fullNames = new Map<string, string>();
  private about: Speaker | null = null;
  private readonly apart = new Map<Names, Lexicon<true>>();

  constructor(private readonly names: Names) {}

  read({ page, opened }: OpenedPage): void {
    const { plain, form, han, stretches } = page;
    page.inherited = this.about;
    if (!han) this.learnFullNames(opened);
    const known = opened.mentions && this.isSameIn(form, opened.mentions.names) ? opened.mentions.found : null;
    const found = known ?? stretches.flatMap((stretch) => findMentions(plain, form, stretch, han, this.names.lexicon));
    opened.mentions = { names: this.names, found };
    const mentioned = new Cursor(found);
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

  /** Whether all forms that these names and others do not share are missing in a text. */
  private isSameIn(text: string, others: Names): boolean {
    if (others === this.names) return true;
    const apart = this.apart.get(others) ?? formsApart(this.names, others);
    this.apart.set(others, apart);
    return wordsIn(apart, text, 0, text.length).length === 0;
  }

  private learnFullNames(opened: Opened): void {
    const { plain, form, stretches } = opened;
    opened.fullNames ??= stretches.flatMap(({ sentences }) =>
      sentences.flatMap(({ start, end }) => fullNamesIn(plain, form, start, end)),
    );
    for (const name of opened.fullNames) {
      const last = name.slice(name.lastIndexOf(' ') + 1);
      if (!this.fullNames.has(last)) this.fullNames.set(last, name);
    }
  }
}
