/**
 * Which parts of a page are furniture: navigation, share bars, comments, forms, hidden parts.
 *
 * Signs are the element itself, its role, and whole words of its class and id. Names may mislead (a whole article may
 * be in `sidebar-right`), so an element with most of a page's writing is never furniture. Writing is measured by
 * punctuation outside links, which menus and lists of headlines do not have.
 */
import { isRelatedMarker } from '#lib/intake/text/boilerplate';
import { classWords, isElement, nameOf, oneLine } from './tree';

const neverText = new Set(
  (
    'script style noscript template iframe object embed svg math canvas video audio map select textarea button input ' +
    'datalist progress meter head meta link title rp rt nav dialog amp-ad amp-sidebar amp-analytics amp-consent img'
  ).split(' '),
);
const furnitureElements = new Set(['footer', 'aside', 'form', 'menu']);
const furnitureRoles = new Set(
  'navigation complementary banner contentinfo search dialog alertdialog menu menubar toolbar'.split(' '),
);
const furnitureWords = new Set(
  (
    'share sharing sharebar shares social sns related relatedposts recommend recommended recommendation ' +
    'recommendations comment comments commentlist discussion disqus newsletter newsletters subscribe subscription ' +
    'signup promo promos promotion ad ads advert advertisement adsbygoogle sponsor sponsored breadcrumb breadcrumbs ' +
    'crumb crumbs nav navigation navbar menu footer sidebar aside toolbar tags taglist keywords pagination pager ' +
    'copyright qrcode qr paywall regwall cookie cookies consent popup modal overlay outbrain taboola mostread ' +
    'popular trending readnext readmore bio toc rating reactions likes donate donation login masthead skip ' +
    'fenxiang pinglun tuijian xiangguan daohang guanggao erweima mianbaoxie bianji zebian'
  ).split(' '),
);
const hiddenWords =
  /(?:^|\s)(?:sr-only|visually-?hidden|visuallyhidden|screen-reader-text|hidden|u-hidden|is-hidden|d-none)(?:\s|$)/;
/** An element with more than this share of a page's writing is or contains the article. */
const mostWriting = 0.5;
/** A form with its words has at most this length; a longer block merely contains one. */
const longestFormText = 400;
/** A list of links: links make up nearly all of its text. */
const linkShare = 0.75;

export type Measure = { writing: number; text: number; links: number; linkCount: number };

/** Measures the content of each element of a page. */
export function measurePage(root: Element): Map<Element, Measure> {
  const measures = new Map<Element, Measure>();
  measure(root, false, measures);
  return measures;
}

function measure(element: Element, isInLink: boolean, measures: Map<Element, Measure>): Measure {
  const sum: Measure = { writing: 0, text: 0, links: 0, linkCount: 0 };
  measures.set(element, sum);
  const name = nameOf(element);
  if (neverText.has(name)) return sum;
  const isLink = isInLink || name === 'a';
  if (name === 'a') sum.linkCount = 1;
  for (const child of element.childNodes) {
    if (isElement(child)) {
      const inner = measure(child, isLink, measures);
      sum.writing += inner.writing;
      sum.text += inner.text;
      sum.links += inner.links;
      sum.linkCount += inner.linkCount;
    } else if (child.nodeType === 3) {
      const text = oneLine(child.nodeValue ?? '');
      sum.text += text.length;
      if (isLink) sum.links += text.length;
      else sum.writing += text.match(/[，。！？；、：]|[,.!?;:](?=\s|$)/g)?.length ?? 0;
    }
  }
  return sum;
}

/** What formatted text shows although a page's article would not: a document may be about its own form. */
const shownInDocuments = new Set('map select textarea button input progress meter nav dialog math'.split(' '));

/** True where formatted text that is an article as a whole does not show an element. */
export function isUnseen(element: Element): boolean {
  const name = nameOf(element);
  return (neverText.has(name) && !shownInDocuments.has(name)) || name.startsWith('annotation') || isHidden(element);
}

/** True where formatted text marks a part as no part of its article, and that part is not most of it. */
export function isSetAside(element: Element, page: Measure, own: Measure | undefined): boolean {
  if (own !== undefined && own.writing > page.writing * mostWriting) return false;
  const name = nameOf(element);
  return name === 'nav' || name === 'footer' || furnitureRoles.has(element.getAttribute('role') ?? '');
}

/** True where an element is no part of any article on this page. `isInline` elements are judged by what they are only. */
export function isFurniture(element: Element, isInline: boolean, page: Measure, own: Measure | undefined): boolean {
  if (neverText.has(nameOf(element))) return true;
  if (own !== undefined && page.writing > 0 && own.writing > page.writing * mostWriting) return false;
  if (isHidden(element)) return true;
  if (isInline) return false;
  if (furnitureElements.has(nameOf(element))) return true;
  if (furnitureRoles.has(element.getAttribute('role') ?? '')) return true;
  if (classWords(element).some((word) => furnitureWords.has(word))) return true;
  if (own === undefined) return false;
  const heading = element.firstElementChild;
  if (heading !== null && isRelatedMarker(oneLine((heading.textContent ?? '').slice(0, 200)))) return true;
  if (own.linkCount >= 2 && own.links > own.text * linkShare) return true;
  return own.text <= longestFormText && element.querySelector('input:not([type=hidden]), textarea, select') !== null;
}

function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  if (/(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute('style') ?? ''))
    return true;
  return hiddenWords.test((element.getAttribute('class') ?? '').toLowerCase());
}
