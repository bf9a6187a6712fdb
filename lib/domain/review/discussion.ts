/**
 * Discussion: threads of comments on a claim or a paragraph. The first comment of a thread can be resolved, with a
 * reason; the others are replies. A comment mentions people as @Name. Invariant: of a removed comment, a reader sees
 * only that it was removed, and only where it has replies.
 */

import type { PersonView } from '#lib/domain/people/person-view';
import { foldForSearch } from '#lib/text/search';

/** Maximum length of a comment or a reason (UTF-16 units). */
export const maxCommentLength = 4_000;

/** Moments are ISO 8601. */
export type CommentView = {
  id: string;
  author: PersonView;
  /** Markdown as typed; blank where the comment was removed. */
  body: string;
  at: string;
  editedAt: string | null;
  removed: boolean;
  mentions: PersonView[];
};

export type ThreadView = {
  /** The id of its first comment. */
  id: string;
  /** A claim or a paragraph; the other one is null. */
  claimId: string | null;
  paragraphId: string | null;
  /** In the order in which they were written. */
  comments: CommentView[];
  resolved: { by: PersonView | null; at: string; reason: string } | null;
};

/**
 * The result of a write: the thread as it now stands, null where none of it is visible any more, and the comment's id.
 */
export type ThreadChange = { threadId: string; commentId: string; thread: ThreadView | null };

/** A mention of a person, for their list. */
export type MentionView = {
  commentId: string;
  author: PersonView;
  at: string;
  /** Null while a blind first pass holds it back. */
  excerpt: string | null;
  unread: boolean;
  article: { id: string; title: string; language: string };
  /** The number of the claim, or of the paragraph if it is not about a claim. */
  claim: number | null;
  paragraph: number | null;
};

/** The first words of a comment on one line, without markup; at most `length` characters. */
export function excerptOf(body: string, length = 160): string {
  const line = body
    .replace(/^[ \t]*(?:>|[-*+]|\d{1,9}[.)])[ \t]+/gm, '')
    .replace(/\[([^[\]]{1,200})\]\([^()\s]{1,2000}\)/g, '$1')
    .replace(/[*`]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...line];
  return characters.length > length ? `${characters.slice(0, length).join('')}…` : line;
}

/** A stretch of text that mentions people; several where the desk has two of the same name. */
export type NamedPeople<P> = { start: number; end: number; people: P[] };

/** A letter or digit of a script that separates words; Chinese and Japanese do not. */
const wordly = /^(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}_]$/u;

/** Characters before an @ that is part of an address: e-mail (RFC 5322 atext, as far as used) or a path. */
const inAddress = /^[%+\-/@＠]$/;

/** The whole character (code point) that ends before an index. */
function characterBefore(text: string, index: number): string {
  const low = text.charCodeAt(index - 1);
  return text.slice(low >= 0xdc00 && low <= 0xdfff ? index - 2 : index - 1, index);
}

function mayBeginMention(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = characterBefore(text, at);
  return !wordly.test(before) && !inAddress.test(before);
}

/**
 * Finds @Name for people of the desk, also with a full-width ＠; the longest matching name wins. A name in Latin script
 * must end at a word's end; a Chinese one need not (@陈舟请看). Case and width do not matter. E-mail addresses, paths and
 * code mention nobody. Indices are UTF-16 units.
 */
export function mentionsIn<P extends { name: string }>(body: string, people: readonly P[]): NamedPeople<P>[] {
  const byName = new Map<string, P[]>();
  for (const person of people) {
    const name = foldForSearch(person.name);
    if (name) byName.set(name, [...(byName.get(name) ?? []), person]);
  }
  const lengths = [...new Set(people.map(({ name }) => name.length))].sort((a, b) => b - a);
  const code = codeSpans(body);
  const found: NamedPeople<P>[] = [];
  for (const { index: at } of body.matchAll(/[@＠]/g)) {
    if (!mayBeginMention(body, at) || code.some(({ start, end }) => at >= start && at < end)) continue;
    for (const length of lengths) {
      const end = at + 1 + length;
      const named = end <= body.length && byName.get(foldForSearch(body.slice(at + 1, end)));
      if (!named || (wordly.test(characterBefore(body, end)) && wordly.test(characterAt(body, end)))) continue;
      found.push({ start: at, end, people: named });
      break;
    }
  }
  return found;
}

function characterAt(text: string, index: number): string {
  const point = text.codePointAt(index);
  return point === undefined ? '' : String.fromCodePoint(point);
}

/**
 * Code: stretches between runs of equally many backticks (CommonMark 0.31 §6.1). An unclosed fence reaches to the end.
 */
function codeSpans(body: string): { start: number; end: number }[] {
  const runs = Array.from(body.matchAll(/(\\?)(`+)/g), ({ index, 1: slash = '', 2: ticks = '' }) => ({
    // A backslash removes the first backtick of an opening run, not of a closing one.
    opens: ticks.length - slash.length,
    length: ticks.length,
    start: index + slash.length,
    end: index + slash.length + ticks.length,
  }));
  const spans: { start: number; end: number }[] = [];
  for (let i = 0; i < runs.length; i += 1) {
    const run = runs[i];
    if (!run || run.opens === 0) continue;
    const close = runs.findIndex(({ length }, index) => index > i && length === run.opens);
    if (close > i) {
      spans.push({ start: run.start, end: runs[close]?.end ?? body.length });
      i = close;
    } else if (run.opens >= 3 && /(?:^|\n) {0,3}$/.test(body.slice(Math.max(0, run.start - 4), run.start))) {
      spans.push({ start: run.start, end: body.length });
      break;
    }
  }
  return spans;
}

/** A name being typed: from the @ to the caret. */
export type MentionQuery = { start: number; query: string };

/** The name being typed before the caret; null where there is none. Names have at most 60 units. */
export function mentionQueryAt(text: string, caret: number): MentionQuery | null {
  const typed = text.slice(Math.max(0, caret - 61), caret);
  const at = Math.max(typed.lastIndexOf('@'), typed.lastIndexOf('＠'));
  if (at < 0 || typed.includes('\n', at)) return null;
  const start = caret - typed.length + at;
  return mayBeginMention(text, start) ? { start, query: text.slice(start + 1, caret) } : null;
}

/**
 * The people a query may mean, names that begin with it first. It must begin a word of the name or, in Chinese, may be
 * anywhere in it. Empty where nothing is left to choose.
 */
export function peopleMatching<P extends { name: string }>(people: readonly P[], query: string, limit = 6): P[] {
  const sought = foldForSearch(query);
  if (sought !== sought.trimStart()) return [];
  const rank = ({ name }: P): number => {
    const folded = foldForSearch(name);
    if (folded.startsWith(sought)) return 0;
    if (folded.includes(` ${sought}`)) return 1;
    return /^\p{Script=Han}+$/u.test(sought) && folded.includes(sought) ? 2 : 3;
  };
  return people
    .map((person) => ({ person, rank: rank(person) }))
    .filter((one) => one.rank < 3)
    .sort((a, b) => a.rank - b.rank || a.person.name.localeCompare(b.person.name))
    .slice(0, limit)
    .map(({ person }) => person);
}
