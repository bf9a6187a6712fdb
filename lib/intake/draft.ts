/**
 * Turns pasted text into an article draft: its facts, its paragraphs, and what the person should know about both.
 *
 * Paragraph texts are the article's own words, one line each, never empty. Facts come from the text alone; nothing is
 * guessed from an address. A text that is too large is refused with its limit, never cut.
 */
import {
  type ArticleDraft,
  type ArticleFacts,
  type DraftParagraph,
  type DraftSource,
  type IntakeNotice,
  maxArticleLength,
  maxParagraphLength,
  maxParagraphs,
} from '#lib/domain/articles/article';
import { markBoilerplate } from '#lib/intake/text/boilerplate';
import { cleanText } from '#lib/intake/text/clean';
import { readDate } from '#lib/intake/text/date';
import {
  factNames,
  readCreditLine,
  readFrontMatter,
  readLabelledForm,
  type StatedFacts,
} from '#lib/intake/text/labels';
import { detectLanguage } from '#lib/intake/text/language';
import { endsSentence, hasHan, isBlankLine, lineWidth } from '#lib/intake/text/line';
import { looksLikeMarkdown, markdownBlocks } from '#lib/intake/text/markdown';
import { classifyPlain, isListItem, plainBlocks } from '#lib/intake/text/plain';

export type DraftOptions = {
  format?: 'auto' | 'plain' | 'markdown';
  /** Only the file extension is used. */
  filename?: string;
  /** ISO date; needed to read relative dates such as 昨天. */
  today?: string;
};

export type BlockOptions = DraftOptions & {
  /** The blocks are of a word processor's document, in which nothing is boilerplate that does not say so. */
  isDocument?: boolean;
  /** Tracked deletions that were left out of the blocks. */
  deleted?: number;
};

/** `limit` is the bound that was passed, `paragraph` the index (from 0) of the block that is too long. */
export type DraftResult =
  | { ok: true; draft: ArticleDraft }
  | {
      ok: false;
      code: 'article-empty' | 'article-too-long' | 'paragraph-too-long' | 'too-many-paragraphs';
      limit?: number;
      paragraph?: number;
    };

/** A title that stands on a line of its own is at most 50 Chinese characters or 150 Latin columns. */
const widestHanTitle = 100;
const widestTitle = 150;
/** A text without a title is named after its first words (code points). */
const fallbackTitleLength = 40;
/** Title and credit lines are expected among this many blocks at the top. */
const mostLeadingBlocks = 8;
/** A labelled form has at most this many blocks at the top of a formatted paste. */
const mostFormBlocks = 16;
/** Maximum length of a line with a date and the word that introduces it (UTF-16 units). */
const longestDateLine = 80;
/** A notice shows this much of what was wrong (UTF-16 units). */
const longestNoticeValue = 200;

/** Makes a draft from a text in any of the forms that people paste. Never throws. */
export function draftFromText(text: string, options: DraftOptions = {}): DraftResult {
  const cleaned = cleanText(text);
  if (cleaned.text.length > maxArticleLength) return { ok: false, code: 'article-too-long', limit: maxArticleLength };
  if (isBlankLine(cleaned.text)) return { ok: false, code: 'article-empty' };

  const trimmed = cleaned.text.trimStart();
  const frontMatter = options.format === 'plain' ? null : readFrontMatter(trimmed);
  const form = readLabelledForm(frontMatter?.body ?? trimmed);
  const body = form?.body ?? frontMatter?.body ?? trimmed;
  const stated: StatedFacts = { ...form?.facts, ...frontMatter?.facts };
  const isMarkdown = isMarkdownText(body, options, frontMatter !== null);
  const mostBlocks = maxParagraphs + mostLeadingBlocks + 1;
  const blocks = isMarkdown ? markdownBlocks(body, mostBlocks) : plainBlocks(body, mostBlocks);

  const leading = readLeadingBlocks(blocks, stated, form?.hasBodyLabel ?? false);
  const kept = isMarkdown ? leading.blocks : classifyPlain(leading.blocks);
  return settleDraft(kept, leading.facts, cleaned, options.today, null);
}

/**
 * Makes a draft from formatted text that is an article as a whole: a paste, a Word file. Its labelled form, title and
 * credit lines are read like those of plain text.
 */
export function draftFromBlocks(blocks: readonly DraftParagraph[], options: BlockOptions = {}): DraftResult {
  const { blocks: cleaned, removed, replaced } = cleanBlocks(blocks);
  const form = readBlockForm(cleaned);
  const { isDocument = false, deleted = 0 } = options;
  const leading = readLeadingBlocks(form?.blocks ?? cleaned, form?.facts ?? {}, form?.hasBodyLabel ?? false, {
    isDocument,
  });
  const changes = { removed, replaced, deleted };
  const stated = cleaned.length - leading.blocks.length;
  const source: DraftSource = { of: 'document', paragraphs: cleaned.length, stated };
  return settleDraft(leading.blocks, leading.facts, changes, options.today, source, isDocument);
}

/** Takes a labelled form off the first blocks, each of which is one line. */
function readBlockForm(blocks: readonly DraftParagraph[]) {
  const opening = blocks.slice(0, mostFormBlocks);
  const form = readLabelledForm(opening.map(({ text }) => text).join('\n'));
  if (form === null) return null;
  const { facts, body, hasBodyLabel } = form;
  const lines = body === '' ? [] : body.split('\n').filter((line) => line !== '');
  const kept = lines.map((text, index): DraftParagraph => {
    const block = opening[opening.length - lines.length + index];
    return block === undefined ? { kind: 'body', text } : { ...block, text };
  });
  return { facts, hasBodyLabel, blocks: [...kept, ...blocks.slice(mostFormBlocks)] };
}

/**
 * Makes a draft from an article whose facts are stated elsewhere, as on a web page. `paragraphs` is the number of those on
 * the whole page.
 */
export function draftFromArticle(
  blocks: readonly DraftParagraph[],
  stated: StatedFacts,
  options: DraftOptions & { paragraphs?: number } = {},
): DraftResult {
  const { blocks: cleaned, removed, replaced } = cleanBlocks(blocks);
  const leading = readLeadingBlocks(cleaned, stated, false, { isStated: true });
  const paragraphs = Math.max(options.paragraphs ?? 0, cleaned.length);
  const source: DraftSource = { of: 'page', paragraphs, stated: cleaned.length - leading.blocks.length };
  return settleDraft(leading.blocks, leading.facts, { removed, replaced }, options.today, source);
}

function cleanBlocks(blocks: readonly DraftParagraph[]) {
  let removed = 0;
  let replaced = 0;
  const cleaned = blocks.flatMap((block) => {
    const clean = cleanText(block.text);
    removed += clean.removed;
    replaced += clean.replaced;
    const text = clean.text.replace(/\s*\n\s*/g, ' ').trim();
    return isBlankLine(text) ? [] : [{ ...block, text }];
  });
  return { blocks: cleaned, removed, replaced };
}

function settleDraft(
  kept: DraftParagraph[],
  facts: StatedFacts,
  changes: { removed: number; replaced: number; deleted?: number },
  today: string | undefined,
  source: DraftSource | null,
  isDocument = false,
): DraftResult {
  if (kept.length === 0) return { ok: false, code: 'article-empty' };
  if (kept.reduce((length, { text }) => length + text.length, 0) > maxArticleLength)
    return { ok: false, code: 'article-too-long', limit: maxArticleLength };
  if (kept.length > maxParagraphs) return { ok: false, code: 'too-many-paragraphs', limit: maxParagraphs };
  const tooLong = kept.findIndex((paragraph) => paragraph.text.length > maxParagraphLength);
  if (tooLong >= 0) return { ok: false, code: 'paragraph-too-long', limit: maxParagraphLength, paragraph: tooLong };

  const paragraphs = isDocument ? kept : markBoilerplate(kept);
  const notices: IntakeNotice[] = [];
  if (changes.removed > 0) notices.push({ code: 'characters-removed', count: changes.removed });
  if (changes.replaced > 0) notices.push({ code: 'characters-replaced', count: changes.replaced });
  if (changes.deleted) notices.push({ code: 'tracked-changes', count: changes.deleted });
  const draft = { ...settleFacts(facts, paragraphs, today, notices), paragraphs, notices };
  return { ok: true, draft: source === null ? draft : { ...draft, source } };
}

function isMarkdownText(text: string, options: DraftOptions, hasFrontMatter: boolean): boolean {
  if (options.format === 'markdown' || options.format === 'plain') return options.format === 'markdown';
  return hasFrontMatter || /\.(?:md|markdown)$/i.test(options.filename ?? '') || looksLikeMarkdown(text);
}

/**
 * Takes the title and pure credit lines out of the first blocks. If the form said that the article begins here
 * (`isArticle`), credit lines are read but stay. If the facts are stated elsewhere (`isStated`), they are repetitions.
 * Known boilerplate is skipped. A credit line with names that are no facts is set aside, where it is shown and can be kept;
 * on a page whose facts are stated elsewhere it is a repetition too.
 */
function readLeadingBlocks(
  blocks: DraftParagraph[],
  stated: StatedFacts,
  isArticle: boolean,
  { isStated = false, isDocument = false } = {},
): { blocks: DraftParagraph[]; facts: StatedFacts } {
  const facts: StatedFacts = { ...stated };
  const marked = isDocument ? blocks : markBoilerplate(blocks);
  const taken = new Set<number>();
  const aside = new Set<number>();
  for (let index = 0; index < Math.min(blocks.length, mostLeadingBlocks); index += 1) {
    const block = blocks[index];
    if (block === undefined) continue;
    const credit = readLeadingCredit(block.text);
    const isLast = blocks.length - taken.size === 1;
    if (credit !== null) {
      const stating = factNames.filter((fact) => credit.facts[fact] !== undefined);
      const isNews = stating.every((fact) => facts[fact] === undefined);
      for (const fact of stating) facts[fact] ??= credit.facts[fact];
      if (credit.isPure && (isNews || isStated) && !isArticle && !isLast) {
        if (credit.isWhole || isStated) taken.add(index);
        else aside.add(index);
      }
    } else if (marked[index]?.kind === 'boilerplate') {
      // Furniture above the title or between the credits.
    } else if (facts.title === undefined && !isLast && isTitleBlock(block, blocks[index + 1]?.text ?? '')) {
      facts.title = block.text;
      taken.add(index);
    } else if (
      block.text === facts.title &&
      !isDocument &&
      !isLast &&
      isTitleBlock(block, blocks[index + 1]?.text ?? '')
    ) {
      taken.add(index);
    } else {
      break;
    }
  }
  const kept = blocks.map((block, index): DraftParagraph => {
    return aside.has(index) ? { ...block, kind: 'boilerplate', reason: 'legal' } : block;
  });
  return { blocks: kept.filter((_, index) => !taken.has(index)), facts };
}

function readLeadingCredit(line: string): ReturnType<typeof readCreditLine> {
  // Only a full date on a line of its own counts; 2023 may be a heading.
  const date = line.slice(0, longestDateLine).replace(/^(?:published|posted|发布于|发表于)(?: on)?:?\s*/i, '');
  if (line.length <= longestDateLine && readDate(date)?.length === 10)
    return { facts: { date }, isPure: true, isWhole: true };
  return readCreditLine(line);
}

function isTitleBlock(block: DraftParagraph, next: string): boolean {
  if (block.kind === 'heading') return block.text.length <= widestTitle * 2;
  if (block.kind !== 'body' || isListItem(block.text)) return false;
  const { text } = block;
  if (text.length > widestTitle || lineWidth(text) > (hasHan(text) ? widestHanTitle : widestTitle)) return false;
  if (/^[“"「『].*[”"」』]$/.test(text) || /^\||[，,、：:—]$/.test(text) || !/[\p{L}\p{N}]/u.test(text)) return false;
  if (!endsSentence(text)) return true;
  // A headline may be a question or an exclamation, once; it is then shorter than the next paragraph.
  return (
    /[？?！!][”’"」』]?$/.test(text) &&
    !/[。！？!?；;]./.test(text.replace(/.[”’"」』]?$/, '')) &&
    lineWidth(next) > lineWidth(text)
  );
}

function settleFacts(
  stated: StatedFacts,
  paragraphs: readonly DraftParagraph[],
  today: string | undefined,
  notices: IntakeNotice[],
): ArticleFacts {
  const own = paragraphs.filter((paragraph) => paragraph.kind !== 'boilerplate');
  const title = stated.title ?? openingWords((own[0] ?? paragraphs[0])?.text ?? '');
  const statedUrl = stated.url ?? (/^https?:\/\//i.test(stated.publisher ?? '') ? stated.publisher : undefined);
  const url = statedUrl === undefined ? null : readLink(statedUrl);
  if (statedUrl !== undefined && url === null) notices.push({ code: 'bad-link', value: shorten(statedUrl) });
  const publishedOn = stated.date === undefined ? null : readDate(stated.date, today);
  if (stated.date !== undefined && publishedOn === null)
    notices.push({ code: 'bad-date', value: shorten(stated.date) });
  return {
    title,
    publisher: stated.publisher === undefined || stated.publisher === statedUrl ? null : stated.publisher,
    url,
    byline: stated.byline === undefined ? null : stated.byline.replace(/^by\s+/i, ''),
    publishedOn,
    language: detectLanguage(
      [title, ...own.map((paragraph) => paragraph.text.slice(0, 2_000))].slice(0, 200).join('\n'),
    ),
  };
}

/** An http(s) address without credentials, bare or as `<…>` or `[text](…)`; null for anything else. */
function readLink(value: string): string | null {
  const inner = /^<([^<>]*)>$/.exec(value)?.[1] ?? /^\[[^[\]]*\]\(([^()\s]*)\)$/.exec(value)?.[1] ?? value;
  if (!/^https?:\/\/\S+$/i.test(inner) || !URL.canParse(inner)) return null;
  const url = new URL(inner);
  return url.username === '' && url.password === '' ? url.href : null;
}

/** The first words of a text: its first sentence if short, otherwise about 40 characters and an ellipsis. */
function openingWords(text: string): string {
  const characters = Array.from(text.slice(0, fallbackTitleLength * 4));
  if (characters.length <= fallbackTitleLength) return text.trim();
  const start = characters.slice(0, fallbackTitleLength).join('');
  const space = start.lastIndexOf(' ');
  const cut = !hasHan(start) && space > fallbackTitleLength / 2 ? start.slice(0, space) : start;
  return `${cut.trim()}…`;
}

function shorten(value: string): string {
  const characters = Array.from(value.slice(0, longestNoticeValue * 2));
  return characters.length > longestNoticeValue ? `${characters.slice(0, longestNoticeValue).join('')}…` : value;
}
