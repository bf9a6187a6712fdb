/**
 * Which parts of a page may state a fact of its own article: what stands in another item, a comment or a reference may
 * not.
 */
import { isRelatedMarker } from '#lib/intake/text/boilerplate';
import { classWords, isElement, nameOf, oneLine } from './tree';

/** Parts of a page that speak of other articles, or in other people's words. */
const otherParts = new Set(
  (
    'related relatedposts recommend recommended recommendation recommendations tuijian xiangguan xg comment comments ' +
    'commentlist disqus pinglun sidebar references bibliography citations trending popular mostread readmore'
  ).split(' '),
);
const otherHeads =
  /^(?:references|bibliography|works cited|sources|literature|further reading|(?:foot|end)?notes|quellen|literatur|参考文献|參考文獻|参考资料|引用|注释)\s*[:：]?$/i;
const otherElements = /^(?:aside|nav|cite|blockquote)$/;

export type PartTest = (element: Element) => boolean;

/**
 * Tells whether an element may state a fact of the page's own article: what stands in another item, a comment or a
 * reference may not. Each element is judged once, so that a deep page takes no longer than its length.
 */
export function partsOfArticle(document: Document): PartTest {
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
  if (name === 'article' && isTeaser(element)) return true;
  if (isHeadOfOthers(element.firstElementChild)) return true;
  return /^(?:ol|ul|dl)$/.test(name) && isHeadOfOthers(element.previousElementSibling);
}

/** A heading over references or other articles, which are in its part of the page or in the list after it. */
function isHeadOfOthers(element: Element | null): boolean {
  if (element === null || !/^h[2-6]$/.test(nameOf(element))) return false;
  const head = oneLine((element.textContent ?? '').slice(0, longestHead));
  return otherHeads.test(head) || isRelatedMarker(head);
}

/** Heads over other items are short (UTF-16 units). */
const longestHead = 200;
/** What leads to another article is a link, and little text (UTF-16 units, nodes). */
const longestTeaser = 300;
const mostTeaserNodes = 60;

/** A small part with a link, such as an item of a list of articles. Looks at few nodes of it, however large it is. */
function isTeaser(element: Element): boolean {
  let [nodes, length, hasLink] = [0, 0, false];
  const visit = (node: Node): void => {
    for (const child of node.childNodes) {
      nodes += 1;
      if (nodes > mostTeaserNodes || length > longestTeaser) return;
      if (child.nodeType === 3) length += (child.nodeValue ?? '').trim().length;
      else if (isElement(child)) {
        if (nameOf(child) === 'a') hasLink = true;
        visit(child);
      }
    }
  };
  visit(element);
  return hasLink && nodes <= mostTeaserNodes && length <= longestTeaser;
}
