/**
 * Parses a page's markup into a tree. Scripts never run and nothing is fetched: linkedom only parses.
 *
 * The markup is untrusted. The parser's time grows with the square of the nesting, and with the number of tags and
 * character references, so all three are counted first, and a page beyond any article's size is refused. Linkedom
 * builds its tree from the events of htmlparser2, so these show the nesting exactly.
 */
import { Parser } from 'htmlparser2';
import { parseHTML } from 'linkedom';

/** The longest encyclopedia articles have some 100,000 tags, opening and closing. */
const mostTags = 150_000;
/** Browsers flatten nesting deeper than 512; pages of news sites stay below 60. */
const deepestTree = 512;
/** A megabyte of text in which every tenth character is escaped. */
const mostReferences = 150_000;

/** Attributes of one element; the time to read them grows with the square. */
const mostAttributes = 1_000;
/** How much is measured at a time (UTF-16 units), so that bad markup is refused before it is read to its end. */
const measuredAtATime = 16_384;

/** The tree of a page, or null where its markup is too large or too nested for an article. */
export function parsePage(html: string): Document | null {
  if (hasTooMuchMarkup(html)) return null;
  return isTangled(html) ? null : withWholeFrame(parseHTML(html).document);
}

const framePart = /^(?:html|head|body)$/;
const headElement = /^(?:title|meta|link|base|script|style|noscript|template)$/;

/**
 * Gives a tree the frame that a browser would: `<html>`, `<head>` and `<body>`, any of which a page may leave out or write
 * twice. What stands outside of them is moved to where it belongs, in order.
 */
function withWholeFrame(document: Document): Document {
  const root = document.createElement('html');
  const head = document.createElement('head');
  const body = document.createElement('body');
  let hasText = false;
  const place = (node: Node, within: 'head' | 'body' | null): void => {
    const name = isElement(node) ? nameOf(node) : '';
    if (isElement(node) && framePart.test(name)) {
      const part = name === 'html' ? root : name === 'head' ? head : body;
      for (const { name: key, value } of [...node.attributes]) {
        if (!part.hasAttribute(key)) part.setAttribute(key, value);
      }
      for (const child of [...node.childNodes])
        place(child, name === 'html' ? within : part === head ? 'head' : 'body');
    } else if (isElement(node) && headElement.test(name) && (within === 'head' || (within === null && !hasText))) {
      head.appendChild(node);
    } else if (isElement(node) || (node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '')) {
      hasText = true;
      body.appendChild(node);
    } else if (node.nodeType === 3 && (within === 'body' || hasText)) {
      body.appendChild(node);
    }
  };
  const nodes = [...document.childNodes];
  for (const node of nodes) place(node, null);
  for (const node of [...document.childNodes]) if (node.nodeType !== 10) document.removeChild(node);
  root.append(head, body);
  document.appendChild(root);
  return document;
}

function hasTooMuchMarkup(html: string): boolean {
  return hasMore(html.matchAll(/&/g), mostReferences) || hasMore(html.matchAll(/<(?:\/?[a-z]|[!?])/gi), mostTags);
}

function hasMore(found: Iterable<unknown>, limit: number): boolean {
  let count = 0;
  for (const _ of found) {
    count += 1;
    if (count > limit) return true;
  }
  return false;
}

/**
 * Whether the tree would be too deep or an element have too many attributes, by the events of the parser that builds
 * it.
 */
function isTangled(source: string): boolean {
  let depth = 0;
  let attributes = 0;
  let tangled = false;
  const parser = new Parser({
    onopentagname() {
      // The root itself stands at no depth.
      if (depth > deepestTree) tangled = true;
      depth += 1;
      attributes = 0;
    },
    onattribute() {
      attributes += 1;
      if (attributes > mostAttributes) tangled = true;
    },
    onclosetag() {
      depth -= 1;
    },
  });
  for (let at = 0; at < source.length && !tangled; at += measuredAtATime) {
    parser.write(source.slice(at, at + measuredAtATime));
  }
  return tangled;
}

/** An element's own name in lower case. */
export function nameOf(element: Element): string {
  return element.localName.toLowerCase();
}

export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

/** The words of an element's class and id, in lower case: `post-shareBar__item` gives post, share, bar, item. */
export function classWords(element: Element): string[] {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.slice(0, 500);
  return names
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9\u3400-\u9fff]+/)
    .filter(Boolean);
}

/** Text in one line: white space as a browser shows it. */
export function oneLine(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, ' ').trim();
}
