/**
 * What may be kept and shown of an untrusted page: a document written anew from an allow-list of elements and
 * attributes.
 *
 * The page's tree goes through hast-util-sanitize, which drops what the schema below does not name, and is written by
 * hast-util-to-html, which escapes all text and values. Elements that can run, load or restyle are removed with their
 * content; other unknown elements lose their tags. Links keep only http and https addresses; pictures are replaced by
 * their description. So the result loads nothing, runs nothing and sends nothing.
 */
import type { Element as CleanElement, ElementContent, Properties } from 'hast';
import { type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { isWebAddress } from '#lib/text/tidy';
import { isElement, nameOf, oneLine, parsePage } from './tree';

const relation = 'noopener noreferrer nofollow';
const pictureClass = 'picture';

/** Attributes by their HTML names. A list gives the only values that are kept. */
const schema = {
  tagNames: (
    'a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl ' +
    'dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i ins kbd li main mark nav ol p pre q rp rt ruby s samp ' +
    'section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr'
  ).split(' '),
  // Removed with everything in them.
  strip: (
    'applet audio base button canvas datalist embed form frame frameset head iframe input link map math meta noembed ' +
    'noframes noscript object option param portal script select source style svg template textarea title track video ' +
    'xml xmp plaintext'
  ).split(' '),
  attributes: {
    '*': ['lang', 'dir'],
    a: ['href', 'title', ['rel', relation]],
    abbr: ['title'],
    col: ['span'],
    colgroup: ['span'],
    ol: ['start'],
    span: [['class', pictureClass]],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan'],
    time: ['datetime'],
  },
  protocols: { href: ['http', 'https'] },
  ancestors: {},
  clobber: [],
  required: {},
  allowComments: false,
  allowDoctypes: false,
} satisfies Schema;

const tagged = new Set([...schema.tagNames, ...schema.strip]);

/** Maximum text of a stored page (UTF-16 units); the rest is left out. */
const longestSnapshot = 3_000_000;
const longestValue = 2_000;

/** Writes a page's body anew; null where its markup is refused. `base` makes its links absolute. */
export function sanitisePage(html: string, base: string | null): { title: string; html: string } | null {
  const document = parsePage(html);
  if (document === null) return null;
  const body: ElementContent[] = [];
  if (document.body) copyChildren(document.body, body, { base, left: longestSnapshot });
  const clean = sanitize({ type: 'root', children: body }, schema);
  return {
    title: oneLine(document.title ?? '').slice(0, 500),
    html: toHtml(clean, { characterReferences: { useNamedReferences: true } }),
  };
}

/** A readable copy that another desk made, as its bytes came in: sanitised as a page is; '' where nothing of it is left. */
export const cleanCopy = (bytes: Uint8Array): string => sanitisePage(new TextDecoder().decode(bytes), null)?.html ?? '';

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

type Copying = {
  base: string | null;
  /** How much may still be copied (UTF-16 units). */
  left: number;
};

/**
 * Copies an element's children into a list of hast nodes, within the limit. Tags of unknown elements are already left
 * out here: the sanitiser would overflow its stack on one with a hundred thousand children.
 */
function copyChildren(parent: Element, into: ElementContent[], copying: Copying): void {
  for (const child of parent.childNodes) {
    if (copying.left <= 0) return;
    if (child.nodeType === 3) into.push(textNode(child.nodeValue ?? '', copying));
    else if (isElement(child)) copyElement(child, into, copying);
  }
}

function copyElement(element: Element, into: ElementContent[], copying: Copying): void {
  const tagName = nameOf(element);
  if (tagName === 'img') {
    const description = oneLine(element.getAttribute('alt') ?? '').slice(0, longestValue);
    if (description === '') return;
    into.push(elementNode('span', { class: pictureClass }, copying, [textNode(description, copying)]));
  } else if (tagged.has(tagName)) {
    const copy = elementNode(tagName, propertiesOf(element, copying.base), copying);
    into.push(copy);
    copyChildren(element, copy.children, copying);
  } else copyChildren(element, into, copying);
}

function textNode(text: string, copying: Copying): ElementContent {
  const value = text.replaceAll('\0', '');
  copying.left -= value.length;
  return { type: 'text', value };
}

function elementNode(
  tagName: string,
  properties: Properties,
  copying: Copying,
  children: ElementContent[] = [],
): CleanElement {
  copying.left -= tagName.length;
  for (const value of Object.values(properties)) copying.left -= String(value).length;
  return { type: 'element', tagName, properties, children };
}

function propertiesOf(element: Element, base: string | null): Properties {
  const properties: Properties = {};
  for (const attribute of element.attributes) {
    const name = attribute.name.toLowerCase();
    const value = attribute.value.replaceAll('\0', '');
    // The desk decides how links relate to the page and how things look.
    if (value.length > longestValue || name === 'rel' || name === 'class') continue;
    if (name !== 'href') {
      properties[name] = value;
      continue;
    }
    const address = wholeAddress(value, base);
    if (address !== null) Object.assign(properties, { href: address, rel: [relation] });
  }
  return properties;
}

function wholeAddress(value: string, base: string | null): string | null {
  if (!URL.canParse(value, base ?? undefined)) return null;
  const { href } = new URL(value, base ?? undefined);
  return isWebAddress(href) ? href : null;
}
