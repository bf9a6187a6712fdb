/**
 * Which parts of a page are furniture: navigation, share bars, comments, forms, hidden parts.
 *
 * Signs are the element itself, its role, and whole words of its class and id. Names may mislead (a whole article may
 * be in `sidebar-right`), so an element with most of a page's writing is never furniture. Writing is measured by
 * punctuation outside links, which menus and lists of headlines do not have.
 */
import { isLineOfFurniture, isRelatedMarker } from '#lib/intake/text/boilerplate';
import { endsSentence, lineWidth } from '#lib/intake/text/line';
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
    'popular trending readnext readmore bio toc rating reactions respond postcomment commentform likes donate donation login masthead skip ' +
    'fenxiang pinglun tuijian xiangguan daohang guanggao erweima mianbaoxie bianji zebian'
  ).split(' '),
);
/**
 * Words that also stand on parts of an article, where a publishing system names a metered part, a numbered section or a
 * place for advertisements after them: text that reads as the article outweighs these.
 */
const doubtfulWords = new Set(
  (
    'share sharing social sns related recommend recommended recommendation recommendations comment comments discussion ' +
    'ad ads advert advertisement sponsor sponsored sidebar aside tags keywords pagination pager paywall regwall overlay ' +
    'popup modal popular trending toc rating reactions likes skip nav navigation promo promos subscription newsletter ' +
    'newsletters subscribe signup tuijian ' +
    'xiangguan guanggao pinglun bianji'
  ).split(' '),
);
/** A box about the author, under or beside an article. */
const authorWords = new Set('author authors vcard autor'.split(' '));
const boxWords = new Set('box bio about card description profile vita'.split(' '));
/** What readers say, unless it is a commentator's on a match or a day. */
const commentWords = new Set('comment comments discussion pinglun'.split(' '));
const tickerWords = new Set('live ticker liveticker match commentary'.split(' '));
/** Lines of readers' comments: the links to answer one, and the heads over all of them. */
const commentLine =
  /^(?:reply|replies|\d{0,6}\s*(?:comments?|kommentare?|commentaires?|comentarios?)|antworten|répondre|responder|report abuse|回复|回覆|全部评论|网友评论|评论|評論|跟帖)\s*[(（]?\d{0,6}[)）]?[:：]?$|(?:^|\s)(?:says|sagt|schrieb|wrote):$/iu;
/** A paragraph that reads as an article's is a finished sentence of this many columns at least. */
const leastSentence = 30;
/** Words of a meter or a wall, which speak to the reader; reports about subscriptions have them further on. */
const offer =
  /^(?:please |to (?:read|continue)[^.!?]{0,60})?(?:subscribe|sign in|sign up|log ?in|register|become a (?:member|subscriber)|already a (?:member|subscriber)|you have \d+ free)(?![\p{L}])|free articles? (?:left|remaining)|(?:in|into|to|delivered to) your (?:inbox|mailbox|e-?mail)|(?:our|free|daily|weekly) (?:newsletters?|briefing|e-?mails?)(?![\p{L}])|(?:unser(?:en?|em)?|kostenlosen?) newsletter|(?:in|an) (?:dein|ihr)(?:en|em)? (?:postfach|e-?mail)|(?:notre|nos) (?:newsletter|lettre)|nuestr[ao] (?:newsletter|boletín)|(?:发送?到|送到)(?:你|您)的?(?:邮箱|信箱)|^(?:jetzt|bitte)[^.!?]{0,40}(?:abonnieren|anmelden|registrieren|einloggen)|^(?:请|請|立即|马上|馬上|点击)?(?:先)?(?:登录|登入|登錄|注册|註冊|订阅|訂閱|开通会员|成为会员|付费)|(?:登录|登入|订阅|訂閱|付费|扫码)后?[^。]{0,6}(?:继续|繼續|可)?阅读全文/iu;
/** A call is at the start of its line (UTF-16 units). */
const longestOffer = 120;
/** Longer lines are no heads over comments (UTF-16 units). */
const longestCommentLine = 40;
/** Of a part that reads as the article, little is linked. */
const mostLinked = 0.25;
const hiddenWords =
  /(?:^|\s)(?:sr-only|visually-?hidden|visuallyhidden|screen-reader-text|hidden|u-hidden|is-hidden|d-none)(?:\s|$)/;
/** Classes by which scripts hide a part until a reader comes to it. */
const laterWords = /^(?:hidden|is-hidden|u-hidden|d-none)$/;
/** An element with more than this share of a page's writing is or contains the article. */
const mostWriting = 0.5;
/** A form with its words has at most this length; a longer block merely contains one. */
const longestFormText = 400;
/** A list of links: links make up nearly all of its text. */
const linkShare = 0.75;

/**
 * `writing`, `text` and `links` count punctuation outside of links, all text and linked text (UTF-16 units), `width` its
 * columns; `comments` the parts that are named for comments.
 */
export type Measure = {
  writing: number;
  text: number;
  links: number;
  linkCount: number;
  width: number;
  comments: number;
  /** The last text in it ends a sentence. */
  isEnded: boolean;
  /** It is or holds a paragraph that reads as one of an article. */
  hasSentence: boolean;
  /** There is something in it to fill in. */
  hasField: boolean;
  /** It holds a line that stands with readers' comments. */
  hasCommentLine: boolean;
  /** It asks its readers to sign in or to pay. */
  hasOffer: boolean;
  hasTime: boolean;
  /** It is named for comments and stands beside another such part, or a line that stands with comments. */
  isAmongComments: boolean;
};

function emptyMeasure(): Measure {
  return {
    writing: 0,
    text: 0,
    links: 0,
    linkCount: 0,
    width: 0,
    comments: 0,
    isEnded: false,
    hasSentence: false,
    hasField: false,
    hasCommentLine: false,
    hasOffer: false,
    hasTime: false,
    isAmongComments: false,
  };
}

/** Measures the content of each element of a page. */
export function measurePage(root: Element): Map<Element, Measure> {
  const measures = new Map<Element, Measure>();
  measure(root, false, measures);
  return measures;
}

function measure(element: Element, isInLink: boolean, measures: Map<Element, Measure>): Measure {
  const sum = emptyMeasure();
  measures.set(element, sum);
  const name = nameOf(element);
  sum.hasField =
    name === 'textarea' || name === 'select' || (name === 'input' && element.getAttribute('type') !== 'hidden');
  sum.hasTime = name === 'time';
  if (neverText.has(name)) return sum;
  const isLink = isInLink || name === 'a';
  if (name === 'a') sum.linkCount = 1;
  const commented: Measure[] = [];
  let hasOwnSentence = false;
  for (const child of element.childNodes) {
    if (isElement(child)) {
      const inner = measure(child, isLink, measures);
      addTo(sum, inner);
      if (inner.comments > 0) commented.push(inner);
    } else if (child.nodeType === 3) {
      const text = oneLine(child.nodeValue ?? '');
      if (text === '') continue;
      sum.text += text.length;
      sum.width += lineWidth(text);
      sum.isEnded = endsSentence(text);
      if (commentLine.test(text.slice(-longestCommentLine))) sum.hasCommentLine = true;
      if (offer.test(text.slice(0, longestOffer))) sum.hasOffer = true;
      if (isLink) sum.links += text.length;
      else sum.writing += text.match(/[，。！？；、：]|[,.!?;:](?=\s|$)/g)?.length ?? 0;
      if (!isLink && !isLineOfFurniture(text)) hasOwnSentence = true;
    }
  }
  if (commented.length > 1 || sum.hasCommentLine) for (const inner of commented) inner.isAmongComments = true;
  if (hasOwnSentence && sum.isEnded && sum.width >= leastSentence) sum.hasSentence = true;
  if (isNamedForComments(element)) sum.comments += 1;
  return sum;
}

/** True for parts with readers' comments; `live-comment` is a reporter's line in a ticker. */
function isNamedForComments(element: Element): boolean {
  const words = classWords(element);
  return words.some((word) => commentWords.has(word)) && !words.some((word) => tickerWords.has(word));
}

function addTo(sum: Measure, inner: Measure): void {
  sum.writing += inner.writing;
  sum.text += inner.text;
  sum.links += inner.links;
  sum.linkCount += inner.linkCount;
  sum.width += inner.width;
  sum.comments += inner.comments;
  if (inner.text > 0) sum.isEnded = inner.isEnded;
  sum.hasSentence ||= inner.hasSentence;
  sum.hasField ||= inner.hasField;
  sum.hasCommentLine ||= inner.hasCommentLine;
  sum.hasOffer ||= inner.hasOffer;
  sum.hasTime ||= inner.hasTime;
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
  if (isHidden(element) && !isShownLater(element, own)) return true;
  if (isInline || isCorrection(element, own)) return false;
  if (furnitureElements.has(nameOf(element))) return true;
  if (furnitureRoles.has(element.getAttribute('role') ?? '')) return true;
  const all = classWords(element);
  if (all.some((word) => authorWords.has(word)) && all.some((word) => boxWords.has(word))) return true;
  const words = all.filter((word) => furnitureWords.has(word));
  if (words.some((word) => !doubtfulWords.has(word))) return true;
  if (words.length > 0 && !readsAsArticle(element, words, own)) return true;
  if (own === undefined) return false;
  const heading = element.firstElementChild;
  if (heading !== null && isRelatedMarker(oneLine((heading.textContent ?? '').slice(0, 200)))) return true;
  if (own.linkCount >= 2 && own.links > own.text * linkShare && !isOutwardList(element)) return true;
  return (
    nameOf(element) !== 'header' &&
    own.text <= longestFormText &&
    element.querySelector('input:not([type=hidden]), textarea, select') !== null
  );
}

const correctionWords = new Set('correction corrections clarification clarifications erratum gengzheng'.split(' '));

/** What an article says of its own mistakes belongs to it, wherever a page puts it. */
function isCorrection(element: Element, own: Measure | undefined): boolean {
  if (own === undefined || !own.hasSentence || own.hasField || own.links > own.text * mostLinked) return false;
  return classWords(element).some((word) => correctionWords.has(word));
}

/** Where readers share a page or follow its makers; a list of these is no list of sources. */
const socialHosts =
  /(?:^|\.)(?:facebook|twitter|x|instagram|youtube|linkedin|pinterest|whatsapp|t|telegram|reddit|tumblr|threads|weibo|qq|xing|flipboard|getpocket|tiktok|apple|bsky|mastodon)\.(?:com|me|net|org|app|social)$/;
/** Longer lists are directories. */
const longestOutward = 40;

/** Lists and pages that were judged already: each item of a list asks for its list. */
const judgedLists = new WeakMap<Element, boolean>();
const ownHosts = new WeakMap<Document, string | null>();

/** A list of links right after a line of text, all of which lead to other sites: sources, or things that are named. */
export function isOutwardList(element: Element): boolean {
  const known = judgedLists.get(element);
  if (known !== undefined) return known;
  const isOutward = leadsOutward(element);
  judgedLists.set(element, isOutward);
  return isOutward;
}

function leadsOutward(element: Element): boolean {
  if (element.children.length > longestOutward) return false;
  const before = element.previousElementSibling;
  if (!/^[uo]l$/.test(nameOf(element)) || before === null || !/^(?:p|h[2-6]|[uo]l)$/.test(nameOf(before))) return false;
  const links = [...element.querySelectorAll('a[href]')];
  const own = ownHost(element.ownerDocument);
  if (own === null || links.length > longestOutward) return false;
  return links.every((link) => {
    const host = hostOf(link);
    return host !== null && !host.endsWith(own) && !own.endsWith(host) && !socialHosts.test(host);
  });
}

function ownHost(document: Document): string | null {
  const known = ownHosts.get(document);
  if (known !== undefined) return known;
  const host = hostOf(document.querySelector('link[rel~=canonical], meta[property="og:url"]'));
  ownHosts.set(document, host);
  return host;
}

function hostOf(element: Element | null): string | null {
  const address = element?.getAttribute('href') ?? element?.getAttribute('content') ?? '';
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return null;
  return new URL(address).hostname.replace(/^www\./, '');
}

/**
 * True where a part that a class word speaks against is text of an article all the same: sentences, hardly linked, with
 * nothing to fill in. Comments by readers are sentences too; they come in numbers, with a time, or a link to answer them.
 */
function readsAsArticle(element: Element, words: readonly string[], own: Measure | undefined): boolean {
  if (own === undefined || own.hasField || !own.hasSentence || own.links > own.text * mostLinked) return false;
  if (own.hasOffer && own.text <= longestFormText) return false;
  if (!words.some((word) => commentWords.has(word)) || !isNamedForComments(element)) return true;
  return own.comments === 1 && !own.hasCommentLine && !own.hasTime && !own.isAmongComments;
}

/** One of a row of parts, of which scripts show one after another: it has text, and a class that its shown neighbour has. */
function isShownLater(element: Element, own: Measure | undefined): boolean {
  if (own === undefined || !own.hasSentence || own.hasField || own.links > own.text * mostLinked) return false;
  if (element.hasAttribute('hidden') || element.hasAttribute('aria-hidden')) return false;
  if (!hiddenWords.test((element.getAttribute('class') ?? '').toLowerCase())) return false;
  const names = (element.getAttribute('class') ?? '').split(/\s+/).filter((name) => name && !laterWords.test(name));
  const [first] = names;
  const list = element.parentElement?.firstElementChild;
  for (const one of [element.previousElementSibling, element.nextElementSibling, list]) {
    if (one && one !== element && first !== undefined && (one.getAttribute('class') ?? '').split(/\s+/).includes(first))
      return true;
  }
  return false;
}

function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  if (/(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute('style') ?? ''))
    return true;
  return hiddenWords.test((element.getAttribute('class') ?? '').toLowerCase());
}
