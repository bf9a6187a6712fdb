/**
 * What a page says about its article in JSON-LD (schema.org). Read leniently, since much of it is written by hand or by
 * templates. Values are looked up as own members only, so that no name in the data reaches a prototype.
 */

/** Pages have a handful of scripts with about ten nodes each; a hostile page is cut off here. */
const mostScripts = 40;
const mostNodes = 2_000;
const deepestNode = 12;
/** UTF-16 units of one script; scripts with the text of long articles are smaller. */
const longestScript = 2_000_000;

export type LinkedArticle = {
  title: string | null;
  authors: string[];
  publisher: string | null;
  published: string | null;
  url: string | null;
  language: string | null;
  /** The article's text, where the page gives it there. */
  text: string | null;
};

type Value = unknown;
/** An object of linked data. */
export type Thing = Record<string, Value>;

const articleType = /(?:Article|BlogPosting|Posting|Report)$/;

/** The articles that the scripts of a page describe, in order; the page's own is among the first. */
export function readLinkedArticles(scripts: readonly string[]): LinkedArticle[] {
  const nodes: Thing[] = [];
  const byId = new Map<string, Thing>();
  for (const script of scripts.slice(0, mostScripts)) collect(parseLeniently(script), 0, nodes, byId);
  return nodes.filter((node) => typesOf(node).some((type) => articleType.test(type))).map((node) => read(node, byId));
}

/** The value of a script that templates may have broken; null where it cannot be read. */
export function parseLeniently(script: string): Value {
  if (script.length > longestScript) return null;
  const bare = script
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\/\s*\]\]>|\]\]>)?[\s;]*$/, '');
  for (const text of [bare, repair(bare)]) {
    try {
      return JSON.parse(text);
    } catch {
      // Broken data is common and means nothing; the next script may be readable.
    }
  }
  return null;
}

/** Repairs what templates break most often: line breaks and tabs in strings, commas before a closing bracket. */
function repair(text: string): string {
  return text.replace(/[\p{Cc}]+/gu, ' ').replace(/,\s{0,20}([}\]])/g, '$1');
}

function collect(value: Value, depth: number, nodes: Thing[], byId: Map<string, Thing>): void {
  if (depth > deepestNode || nodes.length >= mostNodes) return;
  if (Array.isArray(value)) {
    for (const one of value.slice(0, mostNodes)) collect(one, depth + 1, nodes, byId);
    return;
  }
  if (!isThing(value)) return;
  nodes.push(value);
  const id = textOf(member(value, '@id'));
  // A mere reference repeats the id and holds no facts.
  if (id !== null && Object.keys(value).length > 1 && !byId.has(id)) byId.set(id, value);
  for (const key of Object.keys(value)) collect(member(value, key), depth + 1, nodes, byId);
}

function read(node: Thing, byId: ReadonlyMap<string, Thing>): LinkedArticle {
  const resolve = (value: Value): Value => {
    const id = isThing(value) ? textOf(member(value, '@id')) : null;
    return id === null ? value : (byId.get(id) ?? value);
  };
  const publisher = nameOf(resolve(first(member(node, 'publisher'))));
  const authors = list(member(node, 'author') ?? member(node, 'creator'))
    .map(resolve)
    .map(nameOf)
    .filter((name): name is string => name !== null && name !== publisher && !/^https?:/i.test(name));
  return {
    title: textOf(first(member(node, 'headline'))) ?? textOf(first(member(node, 'name'))),
    authors: [...new Set(authors)],
    publisher,
    published: textOf(first(member(node, 'datePublished'))) ?? textOf(first(member(node, 'dateCreated'))),
    url: addressOf(first(member(node, 'mainEntityOfPage'))) ?? addressOf(first(member(node, 'url'))),
    language: textOf(first(member(node, 'inLanguage'))),
    text: textOf(first(member(node, 'articleBody'))),
  };
}

/** The names of a thing's types. */
export function typesOf(node: Thing): string[] {
  return list(member(node, '@type')).flatMap((type) => textOf(type) ?? []);
}

/** The name of a thing, or a name that stands in its place. */
export function nameOf(value: Value): string | null {
  return isThing(value) ? textOf(first(member(value, 'name'))) : textOf(value);
}

function addressOf(value: Value): string | null {
  return isThing(value) ? (textOf(member(value, '@id')) ?? textOf(member(value, 'url'))) : textOf(value);
}

/** A member of a thing, its own alone. */
export function member(node: Thing, key: string): Value {
  return Object.hasOwn(node, key) ? node[key] : undefined;
}

/** The values of a member that may be one or several, 50 at most. */
export function list(value: Value): Value[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.slice(0, 50) : [value];
}

/** The first of the values of a member. */
export function first(value: Value): Value {
  return Array.isArray(value) ? value[0] : value;
}

/** A text that says something, trimmed. */
export function textOf(value: Value): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

export function isThing(value: Value): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
