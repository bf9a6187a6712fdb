/** The entries of RSS (0.9 to 2.0, RDF) and Atom, read as events: no tree is built, and what is nested too deep is no feed. */
import { Parser } from 'htmlparser2';
import { mostEntries } from '#lib/domain/fact-checks/feed';
import { oneLine } from '#lib/intake/page/tree';

/** Feeds nest four or five elements. */
const deepest = 64;
const longestTitle = 500;
/** How much is read at a time (UTF-16 units), so that reading ends where enough is known. */
const atATime = 65_536;

/** The name of a feed and the addresses of its entries' pages, in order, each once; null for what is no feed. */
export function readEntries(xml: string): { title: string | null; pages: string[] } | null {
  const path: string[] = [];
  const pages = new Set<string>();
  let isFeed = false;
  let isTooDeep = false;
  let title = '';
  let link = '';
  const isIn = (name: string) => path.at(-1) === name;
  const inEntry = () => path.includes('item') || path.includes('entry');
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        const name = localName(tag);
        if (path.length === 0) isFeed = /^(?:rss|rdf|feed)$/.test(name);
        path.push(name);
        isTooDeep ||= path.length > deepest;
        // Atom's link without a relation is that of the page (RFC 4287 §4.2.7.2).
        const { href, rel = 'alternate' } = attributes;
        if (name === 'link' && href && rel === 'alternate' && inEntry()) link ||= href;
      },
      ontext: (text) => {
        if (isIn('link') && inEntry() && link.length <= 2_000) link += text;
        if (isIn('title') && path.length <= 3 && !inEntry() && title.length < longestTitle) title += text;
      },
      onclosetag: (tag) => {
        path.pop();
        const name = localName(tag);
        if (name !== 'item' && name !== 'entry') return;
        if (link.trim() !== '') pages.add(link.trim());
        link = '';
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  for (let at = 0; at < xml.length && !isTooDeep && pages.size < mostEntries; at += atATime) {
    parser.write(xml.slice(at, at + atATime));
    if (path.length > 0 && !isFeed) return null;
  }
  if (!isFeed || isTooDeep) return null;
  return {
    title: oneLine(title).slice(0, longestTitle).toWellFormed() || null,
    pages: [...pages].slice(0, mostEntries),
  };
}

const localName = (tag: string): string => tag.slice(tag.indexOf(':') + 1).toLowerCase();
