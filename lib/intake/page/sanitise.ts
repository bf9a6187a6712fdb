/**
 * What of a stranger's page may be kept and shown: a document written anew from an allow-list of elements and attributes.
 *
 * Nothing is passed through: text and values are escaped here, elements that are not listed give way to their children, and
 * those that can run, load or restyle go with their content. Links keep http and https addresses alone; pictures are named
 * by their description. So the result loads nothing, runs nothing and sends nothing.
 */
import { isElement, nameOf, oneLine, parsePage } from './tree';

const kept = new Set(
  (
    'a abbr address article aside b bdi bdo blockquote body br caption cite code col colgroup dd del details dfn div dl ' +
    'dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i ins kbd li main mark nav ol p pre q rp rt ruby s samp ' +
    'section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr'
  ).split(' '),
);
/** These go with everything in them. Anything unknown only loses its tag. */
const dropped = new Set(
  (
    'applet audio base button canvas datalist embed form frame frameset head iframe input link map math meta noembed ' +
    'noframes noscript object option param portal script select source style svg template textarea title track video ' +
    'xml xmp plaintext'
  ).split(' '),
);
const empty = new Set(['br', 'hr', 'wbr', 'col']);
const attributes: Record<string, readonly string[] | undefined> = Object.assign(Object.create(null), {
  a: ['href', 'title'],
  abbr: ['title'],
  bdo: ['dir'],
  col: ['span'],
  colgroup: ['span'],
  ol: ['start'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
  time: ['datetime'],
});
const everywhere = ['lang', 'dir'];
/** A kept page is no larger than this (UTF-16 units); the rest of it is left out, and the reader is told. */
const longestSnapshot = 3_000_000;
const longestValue = 2_000;

/** Writes a page anew, its body alone; null where its markup is refused. `base` makes its links whole. */
export function sanitisePage(html: string, base: string | null): { title: string; html: string } | null {
  const document = parsePage(html);
  if (document === null) return null;
  const writer = new Writer(base);
  if (document.body) writer.children(document.body);
  return { title: oneLine(document.title ?? '').slice(0, 500), html: writer.parts.join('') };
}

/** Plain text as a kept page. */
export function textAsPage(text: string): string {
  return `<pre>${escapeText(text.slice(0, longestSnapshot))}</pre>`;
}

/** Escapes text for use between tags and in quoted attributes. */
export function escapeText(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
    .replaceAll('\0', '');
}

class Writer {
  readonly parts: string[] = [];
  private length = 0;

  constructor(private readonly base: string | null) {}

  children(element: Element): void {
    for (const child of element.childNodes) {
      if (this.length > longestSnapshot) return;
      if (isElement(child)) this.element(child);
      else if (child.nodeType === 3) this.write(escapeText(child.nodeValue ?? ''));
    }
  }

  private element(element: Element): void {
    const name = nameOf(element);
    if (dropped.has(name)) return;
    if (name === 'img') {
      const description = oneLine(element.getAttribute('alt') ?? '').slice(0, longestValue);
      if (description !== '') this.write(`<span class="picture">${escapeText(description)}</span>`);
      return;
    }
    if (!kept.has(name) || name === 'body') {
      this.children(element);
      return;
    }
    this.write(`<${name}${this.attributes(element, name)}>`);
    if (empty.has(name)) return;
    this.children(element);
    // What was opened is closed, however long the page is.
    this.parts.push(`</${name}>`);
  }

  private attributes(element: Element, name: string): string {
    const allowed = [...everywhere, ...(attributes[name] ?? [])];
    return allowed
      .map((attribute) => {
        const value = element.getAttribute(attribute);
        if (value === null || value.length > longestValue) return '';
        if (attribute !== 'href') return ` ${attribute}="${escapeText(value)}"`;
        const address = this.address(value);
        return address === null ? '' : ` href="${escapeText(address)}" rel="noopener noreferrer nofollow"`;
      })
      .join('');
  }

  private address(value: string): string | null {
    if (!URL.canParse(value, this.base ?? undefined)) return null;
    const url = new URL(value, this.base ?? undefined);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  }

  private write(part: string): void {
    this.parts.push(part);
    this.length += part.length;
  }
}
