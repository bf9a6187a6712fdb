/**
 * Finds the article on a page. Readability finds it, but drops opening paragraphs, datelines and lists, and keeps some
 * related links. So its result only says *where* to look: the blocks are read from the page itself, and what
 * Readability dropped is restored where it stands among what it kept. If it finds nothing, the densest part of the page
 * is used.
 */
import { Readability } from '@mozilla/readability';
import { endsSentence } from '#lib/intake/text/line';
import { type PageBlock, readBlocks } from './blocks';
import { isOutwardList, type Measure, measurePage } from './furniture';
import { nameOf, parsePage } from './tree';

/** Identifies an element of the page in the copy that Readability takes apart. */
const place = 'data-place';
/** The article's container holds at least this share of what was kept; the rest are strays. */
const containerShare = 0.9;
/** Readability is trusted unless it has less than this share of what looks like prose. */
const leastProse = 0.4;
/** A block of prose: longer than this (UTF-16 units, a Chinese character counting as three), or a finished sentence. */
const proseLength = 80;
/** Between a title and the article stand a few blocks at most. */
const mostBefore = 10;
/** How far up a block is compared with its neighbours: a list item stands two below a paragraph's parent. */
const levelsUp = 3;

/**
 * The blocks of the article on a page, in order, and how many blocks the page has outside of its furniture. Takes the
 * page as a tree and as text, since the search changes the tree.
 */
export function readPageBody(document: Document, html: string): { blocks: PageBlock[]; all: number } {
  const { body } = document;
  const nothing = { blocks: [], all: 0 };
  if (!body) return nothing;
  const measures = measurePage(body);
  const page = measures.get(body);
  if (page === undefined) return nothing;
  const all = readBlocks(body, page, measures);
  const kept = keptByReadability(document, html);
  const found = kept === null ? null : withinContainer(all, kept, measures, page);
  const prose = all.filter(isProse);
  const dense = densest(body, prose);
  if (found !== null && weigh(found.filter(isProse)) >= weigh(dense.prose) * leastProse)
    return { blocks: found, all: all.length };
  const blocks = readBlocks(dense.container, page, measures).filter((block) => !isLinkOnly(block));
  return { blocks, all: all.length };
}

/** How much text (UTF-16 units) Readability keeps of each element; null where it finds no article. */
function keptByReadability(document: Document, html: string): Map<Element, number> | null {
  const copy = parsePage(html);
  if (copy === null) return null;
  const originals = [...document.querySelectorAll('*')];
  [...copy.querySelectorAll('*')].forEach((element, index) => {
    element.setAttribute(place, String(index));
    // Pages that reveal their article by script keep it invisible until then.
    if (/visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')) element.removeAttribute('style');
  });
  const article = readArticle(copy);
  if (article === null) return null;
  const kept = new Map<Element, number>();
  const visit = (node: Node, nearest: Element | null) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3 && nearest !== null) {
        const length = (child.nodeValue ?? '').trim().length;
        if (length > 0) kept.set(nearest, (kept.get(nearest) ?? 0) + length);
      } else if (child.nodeType === 1) {
        // Element nodes are the ones of type 1.
        const index = Number((child as Element).getAttribute(place) ?? 'none');
        visit(child, originals[index] ?? nearest);
      }
    }
  };
  visit(article, null);
  return kept;
}

function readArticle(document: Document): Node | null {
  try {
    return new Readability<Node>(document, { serializer: (node) => node, charThreshold: 200 }).parse()?.content ?? null;
  } catch {
    // The library throws on trees it was not made for; the densest part is used then.
    return null;
  }
}

function withinContainer(
  all: readonly PageBlock[],
  kept: ReadonlyMap<Element, number>,
  measures: ReadonlyMap<Element, Measure>,
  page: Measure,
): PageBlock[] {
  const container = commonContainer(kept);
  const blocks = container === null ? [] : readBlocks(container, page, measures);
  const isKept = (block: PageBlock) => isWithin(block.element, (element) => kept.has(element), container);
  const parents = new Set(blocks.filter(isKept).map(({ element }) => element.parentElement));
  const isAmongKept = ({ element }: PageBlock) => {
    let up: Element | null = element;
    for (let level = 0; level < levelsUp && up !== null && up !== container; level += 1) {
      if (parents.has(up.parentElement)) return true;
      up = up.parentElement;
    }
    return up === container;
  };
  const inside = blocks.filter((block) => !isLinkOnly(block) && (isKept(block) || isAmongKept(block)));
  return inside.length > 0 ? withStandfirst(all, inside) : [...all];
}

/**
 * The article with the sentences between its title and its first paragraph, which many pages keep in a box of their own,
 * outside of the article's container or in the head of it.
 */
function withStandfirst(all: readonly PageBlock[], inside: readonly PageBlock[]): PageBlock[] {
  const at = Math.max(0, inside.findIndex(isProse));
  const first = inside[at];
  const start = all.findIndex(({ element, text }) => element === first?.element && text === first.text);
  const before = all.slice(Math.max(0, start - mostBefore), Math.max(0, start));
  const title = before.findLastIndex(({ element }) => nameOf(element) === 'h1');
  if (title < 0) return [...inside];
  const kept = new Set(inside.map(({ element }) => element));
  const between = before
    .slice(title + 1)
    .filter((block) => !kept.has(block.element) && isStandfirst(block) && block.kind !== 'caption');
  return [...inside.slice(0, at), ...between, ...inside.slice(at)];
}

/** The deepest element that holds nearly all of some text. */
function commonContainer(weights: ReadonlyMap<Element, number>): Element | null {
  const sums = new Map<Element, number>();
  let total = 0;
  for (const [element, weight] of weights) {
    total += weight;
    for (let up: Element | null = element; up !== null; up = up.parentElement)
      sums.set(up, (sums.get(up) ?? 0) + weight);
  }
  let container: Element | null = null;
  // Of nested elements the outer one was entered later or first; the smallest sum that is large enough is the deepest.
  for (const [element, sum] of sums) {
    if (sum >= total * containerShare && (container === null || container.contains(element))) container = element;
  }
  return container !== null && weights.size > 1 ? container : (container?.parentElement ?? null);
}

function densest(body: Element, prose: readonly PageBlock[]): { container: Element; prose: PageBlock[] } {
  const weights = new Map<Element, number>();
  for (const block of prose) weights.set(block.element, (weights.get(block.element) ?? 0) + block.text.length);
  const container = commonContainer(weights) ?? body;
  return { container, prose: prose.filter(({ element }) => container.contains(element)) };
}

/** A sentence that leads into the article, which some pages write as a heading. */
function isStandfirst(block: PageBlock): boolean {
  return (
    isProse(block) ||
    (block.kind === 'heading' && block.links < 0.4 && isProse({ ...block, kind: 'body' }) && endsSentence(block.text))
  );
}

function isProse({ kind, text, links }: PageBlock): boolean {
  if (kind === 'heading' || links > 0.4) return false;
  return text.replace(/[\u3400-\u9fff]/g, '...').length >= proseLength || (endsSentence(text) && text.length > 20);
}

/** A line that is entirely a link leads away from the article, unless it is one of a list of sources. */
function isLinkOnly({ kind, text, links, element }: PageBlock): boolean {
  if (kind === 'list-item' && element.parentElement !== null && isOutwardList(element.parentElement)) return false;
  return links > 0.85 && kind !== 'caption' && !endsSentence(text);
}

function weigh(blocks: readonly PageBlock[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

function isWithin(element: Element, test: (element: Element) => boolean, outer: Element | null): boolean {
  let up: Element | null = element;
  for (let level = 0; level < levelsUp && up !== null && up !== outer; level += 1) {
    if (test(up)) return true;
    up = up.parentElement;
  }
  return false;
}
