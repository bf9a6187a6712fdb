/**
 * Cross-field checks of an article file; the schema has already checked each field. References must point into the
 * file, every claim's words must stand where it says, lists have no duplicates, and texts are within the limits of an
 * article.
 */
import { maxArticleLength } from '#lib/domain/articles/article';
import { utf16Counter } from '#lib/text/code-points';
import type { ArticleFile } from './article-file-shape';

export type Fault = { path: (string | number)[]; message: string };

/** Maximum UTF-16 units of all revisions' texts together: a short file may expand to a very long article. */
const maxStoredText = 100_000_000;
/** The same limit for paragraphs. */
const maxStoredParagraphs = 500_000;

type Place = { revision: number; paragraph: number };
type Span = { start: number; end: number };

/** The file's revisions as texts, to look up words by place. */
class Texts {
  private readonly pool: { text: string; offset: ((points: number) => number) | null }[];
  private readonly revisions: Map<number, number[]>;

  constructor(file: ArticleFile) {
    this.pool = file.paragraphs.map(({ text }) => ({ text, offset: null }));
    this.revisions = new Map(file.revisions.map(({ number, paragraphs }) => [number, paragraphs]));
  }

  holds = (revision: number): boolean => this.revisions.has(revision);

  at({ revision, paragraph }: Place) {
    return this.pool[(this.revisions.get(revision)?.[paragraph - 1] ?? 0) - 1];
  }

  /** The words at a place; null where there is no such paragraph. */
  wordsAt(place: Place & Span): string | null {
    const entry = this.at(place);
    if (!entry) return null;
    entry.offset ??= utf16Counter(entry.text);
    return entry.text.slice(entry.offset(place.start), entry.offset(place.end));
  }
}

/** All faults, each with the path of its field. */
export function faultsOf(file: ArticleFile): Fault[] {
  const faults: Fault[] = [];
  const fault = (message: string, ...path: Fault['path']) => void faults.push({ path, message });
  /** A set of keys. Adds a fault for each duplicate. */
  const once = (keys: (string | number)[], path: Fault['path'], ...field: Fault['path']) => {
    const seen = new Set<string | number>();
    for (const [index, key] of keys.entries()) {
      if (seen.has(key)) fault('listed-twice', ...path, index, ...field);
      seen.add(key);
    }
    return seen;
  };
  const known = (keys: ReadonlySet<string | number>, meant: string | null, ...path: Fault['path']) => {
    if (meant !== null && !keys.has(meant)) fault('not-in-file', ...path);
  };
  const listed = (list: 'people' | 'speakers' | 'sources') =>
    once(
      file[list].map(({ key }) => key),
      [list],
      'key',
    );
  const [people, speakers, sources] = [listed('people'), listed('speakers'), listed('sources')];
  const texts = new Texts(file);
  const dated = (on: { revision: number } | null, ...path: Fault['path']) => {
    if (on && !texts.holds(on.revision)) fault('not-in-file', ...path, 'on');
  };
  known(people, file.article.createdBy, 'article', 'createdBy');
  checkRevisions(file, fault);
  for (const [index, { by }] of file.revisions.entries()) known(people, by, 'revisions', index, 'by');

  const newest = file.revisions.at(-1)?.number;
  const claims = once(
    file.claims.map(({ number }) => number),
    ['claims'],
    'number',
  );
  for (const [index, claim] of file.claims.entries()) {
    const at = ['claims', index] as const;
    if (claim.number > file.article.lastClaimNumber) fault('number-too-high', ...at, 'number');
    const words = texts.wordsAt({ ...claim.anchor, revision: claim.revision, paragraph: claim.paragraph });
    if (words === null) fault('not-in-file', ...at, 'paragraph');
    else if (words !== claim.anchor.exact) fault('words-elsewhere', ...at, 'anchor');
    if ((claim.goneSince === null) !== (claim.revision === newest)) fault('not-in-newest', ...at, 'revision');
    once(
      claim.places.map(({ revision }) => revision),
      [...at, 'places'],
      'revision',
    );
    for (const [i, place] of claim.places.entries())
      if (!texts.wordsAt(place)) fault('not-in-file', ...at, 'places', i);
    if (claim.lookAgain && !texts.holds(claim.lookAgain.revision)) fault('not-in-file', ...at, 'lookAgain');
    known(speakers, claim.speaker, ...at, 'speaker');
    known(people, claim.createdBy, ...at, 'createdBy');
    known(people, claim.ruling?.editor ?? null, ...at, 'ruling', 'editor');
    dated(claim.ruling?.on ?? null, ...at, 'ruling');
    for (const [i, { pinnedBy }] of claim.derivations.entries()) known(people, pinnedBy, ...at, 'derivations', i);
    for (const list of ['quoteChecks', 'judgements'] as const) {
      once(
        claim[list].map(({ reviewer }) => reviewer),
        [...at, list],
      );
      for (const [i, { reviewer, on }] of claim[list].entries()) {
        known(people, reviewer, ...at, list, i);
        dated(on, ...at, list, i);
      }
    }
    for (const [i, { source, addedBy }] of claim.evidence.entries()) {
      known(sources, source, ...at, 'evidence', i, 'source');
      known(people, addedBy, ...at, 'evidence', i, 'addedBy');
    }
  }
  for (const [index, { claim, paragraph, comments, resolved }] of file.threads.entries()) {
    const at = ['threads', index] as const;
    const place = paragraph && texts.at({ revision: paragraph.revision, paragraph: paragraph.number });
    const isPlaced = claim === null ? place != null : paragraph === null && claims.has(claim);
    if (!isPlaced) fault('not-in-file', ...at);
    known(people, resolved?.by ?? null, ...at, 'resolved', 'by');
    for (const [i, { author, mentions }] of comments.entries()) {
      for (const one of [author, ...mentions]) known(people, one, ...at, 'comments', i);
      once(mentions, [...at, 'comments', i, 'mentions']);
    }
  }
  for (const [index, place] of file.dismissed.entries()) {
    if (!texts.wordsAt(place)) fault('not-in-file', 'dismissed', index);
  }
  return faults;
}

function checkRevisions(
  { paragraphs, revisions }: ArticleFile,
  fault: (message: string, ...path: Fault['path']) => void,
): void {
  let [last, stored, count] = [0, 0, 0];
  for (const [index, { number, paragraphs: places, restored }] of revisions.entries()) {
    const at = ['revisions', index] as const;
    if (number <= last) fault('out-of-order', ...at, 'number');
    if (restored !== null && restored >= number) fault('not-in-file', ...at, 'restored');
    last = number;
    let length = 0;
    for (const [i, place] of places.entries()) {
      const paragraph = paragraphs[place - 1];
      if (!paragraph) fault('not-in-file', ...at, 'paragraphs', i);
      length += paragraph?.text.length ?? 0;
    }
    if (length > maxArticleLength) fault('article-too-long', ...at, 'paragraphs');
    stored += length;
    count += places.length;
  }
  if (stored > maxStoredText || count > maxStoredParagraphs) fault('article-too-long', 'revisions');
}
