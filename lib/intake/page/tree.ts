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
  const source = /<(?:html|body)[\s>]/i.test(html.slice(0, 100_000))
    ? html
    : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return isTangled(source) ? null : parseHTML(source).document;
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
