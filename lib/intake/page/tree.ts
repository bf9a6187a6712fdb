/**
 * A page's markup as a tree, for the readers of pages. Scripts never run and nothing is fetched: linkedom only parses.
 *
 * The markup is a stranger's. The parser's time grows with the square of the nesting, and with the number of tags and
 * character references, so all three are counted first and a page beyond any article's measure is refused.
 */
import { parseHTML } from 'linkedom';

/** The longest encyclopedia articles have some 100,000 tags, opening and closing. */
const mostTags = 150_000;
/** Browsers flatten what is nested deeper than 512; pages of news sites stay below 60. */
const deepestTree = 512;
/** A megabyte of text in which every tenth character is escaped. */
const mostReferences = 150_000;

/** These end where the next of them begins, or hold nothing; counting them as open would make a long list a deep one. */
const selfEnding = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot ' +
    'option optgroup'
  ).split(' '),
);

/** The tree of a page, or null where its markup is none of an article's. */
export function parsePage(html: string): Document | null {
  if (isTangled(html)) return null;
  const source = /<(?:html|body)[\s>]/i.test(html.slice(0, 100_000))
    ? html
    : `<!doctype html><html><head></head><body>${html}</body></html>`;
  const { document } = parseHTML(source);
  return depthOf(document.documentElement) > deepestTree ? null : document;
}

function isTangled(html: string): boolean {
  let references = 0;
  for (let at = html.indexOf('&'); at >= 0; at = html.indexOf('&', at + 1)) references += 1;
  if (references > mostReferences) return true;
  const open = new Map<string, number>();
  let depth = 0;
  let tags = 0;
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9-]{0,30})|<[!?]/gi)) {
    tags += 1;
    if (tags > mostTags) return true;
    const tag = name.toLowerCase();
    if (tag === '' || selfEnding.has(tag)) continue;
    const count = open.get(tag) ?? 0;
    if (slash === '') {
      open.set(tag, count + 1);
      depth += 1;
    } else if (count > 0) {
      open.set(tag, count - 1);
      depth -= 1;
    }
    // Text in scripts may look like tags, so the exact measure is taken of the tree.
    if (depth > deepestTree * 8) return true;
  }
  return false;
}

function depthOf(root: Element | null): number {
  let deepest = 0;
  let depth = 0;
  let node: Element | null = root;
  while (node !== null) {
    deepest = Math.max(deepest, depth);
    if (node.firstElementChild) {
      node = node.firstElementChild;
      depth += 1;
      continue;
    }
    while (node !== null && node !== root && !node.nextElementSibling) {
      node = node.parentElement;
      depth -= 1;
    }
    node = node === root || node === null ? null : node.nextElementSibling;
  }
  return deepest;
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
