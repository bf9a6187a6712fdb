/**
 * An article's claims as W3C Web Annotations (Web Annotation Data Model, 2017): JSON-LD that other annotation tools
 * read.
 *
 * A claim is one annotation. Its target is the text of the article (article-text.ts) as this revision has it, at an
 * address of its own, with the article's address as its scope. The passage is quoted with enough context to stand there
 * once, and positioned in code points. Where UTF-16 units differ, a second position counts in them: readers that are
 * written in JavaScript take offsets as such units, and the last position of the list (decision 0019). Its bodies: the kind (classifying); the
 * standing if there is one, each judgement and an editor's ruling (assessing), written as the verdict, a colon and the
 * reason, if any; the sources (linking); and the discussion, if requested (replying). People appear by name only. The
 * address of an annotation is the container's plus the number of the claim.
 */

import { type ClaimView, type EvidenceView, type SourceView } from '#lib/domain/claims/claim-view';
import { type ClaimFilter, isListed } from '#lib/domain/exchange/claim-list';
import { type PersonView } from '#lib/domain/people/person-view';
import type { ThreadView } from '#lib/domain/review/discussion';
import { type ArticleWithClaims, inReadingOrder } from '#lib/domain/review/review';
import type { OnClaim } from '#lib/export/listed-claims';
import { inPieces, jsonParts } from '#lib/export/stream/pieces';
import type { Span } from '#lib/text/span';
import { isWebAddress } from '#lib/text/tidy';
import { uniqueContexts } from '#lib/text/unique-context';
import { articleText, type TextPlace } from './article-text';

const context = 'http://www.w3.org/ns/anno.jsonld';

/** An article to annotate; its threads are read only if the discussion is included. */
export type AnnotatedArticle = ArticleWithClaims & { threads?: ThreadView[] };

/** Where the annotations are, and facts that the article does not hold. Addresses are absolute. */
export type AnnotationSetting = {
  /** The address of the collection; ends with a slash. */
  container: string;
  /** The desk's address of the article, used where the article has none of its own. */
  article: string;
  /** Where the text that offsets refer to can be fetched. */
  text: string;
  /** When this revision was stored, an ISO 8601 moment. */
  revisedAt: string;
  desk: string;
  /** Whether to include the discussion. It is internal unless requested. */
  withDiscussion: boolean;
  filter: ClaimFilter;
};

export type Agent = { type: 'Person' | 'Organization' | 'Software'; name: string };
type Purpose = 'classifying' | 'assessing' | 'linking' | 'replying';
type Made = { creator?: Agent; created?: string; modified?: string };

export type TextualBody = Made & {
  type: 'TextualBody';
  purpose: Purpose;
  value: string;
  format: 'text/plain' | 'text/markdown';
};

type TextQuote = { type: 'TextQuoteSelector'; exact: string; prefix?: string; suffix?: string };
type TextPosition = {
  type: 'TextPositionSelector';
  start: number;
  end: number;
  /** The unit of both numbers, as a term that the annotation context knows. */
  'schema:unitText': (typeof units)['points' | 'utf16'];
};

const units = { points: 'Unicode code point', utf16: 'UTF-16 code unit' } as const;

const unitsTold =
  'Offsets count in the text at the source of each target. The first TextPositionSelector is in Unicode code points; ' +
  'where UTF-16 code units differ, a second one is in those.';

/** A source. Its facts use Dublin Core terms, a prefix that the annotation context knows. */
export type LinkedSource = Made & {
  type: 'SpecificResource';
  purpose: 'linking';
  source: {
    id: string;
    'dcterms:title': string;
    'dcterms:publisher'?: string;
    'dcterms:issued'?: string;
  };
  selector?: TextQuote;
  /** The stance, and the place in the source where it is known: `supports; p. 3`; `withdrawn` where the source is. */
  'dcterms:description': string;
};

export type Annotation = {
  id: string;
  type: 'Annotation';
  motivation: Purpose[];
  creator: Agent;
  created: string;
  modified?: string;
  generator: Agent;
  body: (TextualBody | LinkedSource)[];
  target: {
    type: 'SpecificResource';
    source: string;
    scope: string;
    selector: [TextQuote, ...TextPosition[]];
    state: { type: 'TimeState'; sourceDate: string };
  };
};

type CollectionFacts = {
  id: string;
  type: 'AnnotationCollection';
  label: string;
  /** In which units offsets are. */
  'dcterms:description': typeof unitsTold;
  creator: Agent;
  modified: string;
  total: number;
};

type Page = {
  id: string;
  type: 'AnnotationPage';
  /** What the collection says about itself (Web Annotation Protocol § 4.3). */
  partOf?: CollectionFacts;
  startIndex: number;
  next?: string;
  prev?: string;
  items: Annotation[];
};

export type AnnotationPage = { '@context': typeof context } & Page;

/** `first` is the page itself in a file that holds everything, and its address in a container. */
export type AnnotationCollection<First extends string | Page> = { '@context': typeof context } & CollectionFacts & {
    first?: First;
    last?: string;
  };

const person = ({ name }: PersonView): Agent => ({ type: 'Person', name });

/** An address as an RFC 3986 URI, the only form some readers accept; null if it is not a web address. */
function uriOf(address: string | null): string | null {
  if (address === null || !isWebAddress(address)) return null;
  const { origin, pathname, search, hash } = new URL(address);
  // URL does not escape these.
  return origin + `${pathname}${search}${hash}`.replace(/[[\]|^`{}\\]|%(?![\da-f]{2})/gi, encodeURIComponent);
}

/** The selectors of a claim: its quote, and its place where the text holds its paragraph. */
function selectorsOf(
  { exact, prefix, suffix }: ClaimView,
  text: string,
  place: TextPlace | null,
  context: Span | null,
): [TextQuote, ...TextPosition[]] {
  const type = 'TextPositionSelector';
  if (!place) return [{ type: 'TextQuoteSelector', exact, prefix, suffix }];
  const { points, units: inUnits } = place;
  const from = Math.min(context?.start ?? inUnits.start, inUnits.start - prefix.length);
  const to = Math.max(context?.end ?? inUnits.end, inUnits.end + suffix.length);
  const before = text.slice(Math.max(0, from), inUnits.start);
  const quote: TextQuote = { type: 'TextQuoteSelector', exact, prefix: before, suffix: text.slice(inUnits.end, to) };
  const position: TextPosition = { type, ...points, 'schema:unitText': units.points };
  if (points.start === inUnits.start && points.end === inUnits.end) return [quote, position];
  return [quote, position, { type, ...inUnits, 'schema:unitText': units.utf16 }];
}

/** One claim as an annotation without its own context, as in the items of a page. */
function annotationOf(
  claim: ClaimView,
  { article }: ArticleWithClaims,
  selector: [TextQuote, ...TextPosition[]],
  threads: ThreadView[],
  setting: AnnotationSetting,
): Annotation {
  const body = [...bodiesOf(claim, setting.desk), ...repliesOf(threads)];
  const modified = [...claim.judgements.map(({ at }) => at), ...(claim.ruling ? [claim.ruling.at] : [])]
    .filter((at) => Date.parse(at) > Date.parse(claim.createdAt))
    .sort((a, b) => Date.parse(a) - Date.parse(b))
    .at(-1);
  return {
    id: setting.container + claim.number,
    type: 'Annotation',
    motivation: [...new Set(body.map(({ purpose }) => purpose))],
    creator: person(claim.createdBy),
    created: claim.createdAt,
    ...(modified && { modified }),
    generator: { type: 'Software', name: 'Claimdesk' },
    body,
    target: {
      type: 'SpecificResource',
      source: setting.text,
      scope: uriOf(article.url) ?? setting.article,
      selector,
      state: { type: 'TimeState', sourceDate: setting.revisedAt },
    },
  };
}

function plain(purpose: Purpose, value: string, made: Made = {}): TextualBody {
  return { type: 'TextualBody', purpose, value, format: 'text/plain', ...made };
}

const withReason = (verdict: string, reason: string) => (reason ? `${verdict}: ${reason}` : verdict);

function bodiesOf(claim: ClaimView, desk: string): Annotation['body'] {
  const { kind, standing, judgements, ruling, evidence } = claim;
  return [
    plain('classifying', kind),
    ...(standing === 'open' ? [] : [plain('assessing', standing, { creator: { type: 'Organization', name: desk } })]),
    ...judgements.map(({ reviewer, verdict, rationale, at }) =>
      plain('assessing', withReason(verdict, rationale), { creator: person(reviewer), created: at }),
    ),
    ...(ruling
      ? [
          plain('assessing', withReason(ruling.verdict, ruling.reason), {
            creator: person(ruling.editor),
            created: ruling.at,
          }),
        ]
      : []),
    ...evidence.map(linkOf),
  ];
}

/** A source with an address becomes a link; one without is only named. */
function linkOf({ stance, excerpt, locator, addedBy, source }: EvidenceView): TextualBody | LinkedSource {
  const creator = person(addedBy);
  const id = uriOf(source.url);
  if (id === null) {
    const named = [describeSource(source), locator, excerpt && `“${excerpt}”`].filter(Boolean).join(' · ');
    return plain('linking', `${stance}: ${named}`, { creator });
  }
  return {
    type: 'SpecificResource',
    purpose: 'linking',
    source: {
      id,
      'dcterms:title': source.title,
      ...(source.publisher && { 'dcterms:publisher': source.publisher }),
      ...(source.published && { 'dcterms:issued': source.published }),
    },
    ...(excerpt && { selector: { type: 'TextQuoteSelector', exact: excerpt } }),
    'dcterms:description': [stance, locator, source.retired && withdrawn].filter(Boolean).join('; '),
    creator,
  };
}

/** Said of a source that was withdrawn: no term of Dublin Core says it. */
const withdrawn = 'withdrawn';

const describeSource = ({ title, publisher, published, retired }: SourceView) =>
  [title, publisher, published, retired && withdrawn].filter(Boolean).join(' · ');

function repliesOf(threads: ThreadView[]): TextualBody[] {
  return threads
    .flatMap(({ comments }) => comments)
    .filter(({ removed }) => !removed)
    .map(({ author, body, at, editedAt }) => ({
      type: 'TextualBody',
      purpose: 'replying',
      value: body,
      format: 'text/markdown',
      creator: person(author),
      created: at,
      ...(editedAt && { modified: editedAt }),
    }));
}

/**
 * The annotations of an article from one index to another, in reading order; one at a time, so that they can be
 * streamed.
 */
export function* annotationsOf(
  view: AnnotatedArticle,
  setting: AnnotationSetting,
  from = 0,
  to = Number.POSITIVE_INFINITY,
): Generator<Annotation> {
  const { text, place } = articleText(view.paragraphs);
  const threads = new Map<string, ThreadView[]>();
  for (const thread of setting.withDiscussion ? (view.threads ?? []) : []) {
    if (thread.claimId === null) continue;
    const others = threads.get(thread.claimId);
    if (others) others.push(thread);
    else threads.set(thread.claimId, [thread]);
  }
  const placed = listed(view, setting)
    .slice(from, to)
    .map((claim) => ({ claim, place: place(claim.paragraphId, claim) }));
  const contexts = uniqueContexts(
    text,
    placed.flatMap((one) => (one.place ? [{ ...one.place.units, within: one.place.within }] : [])),
  ).values();
  for (const { claim, place } of placed) {
    const context = place && (contexts.next().value ?? null);
    const selector = selectorsOf(claim, text, place, context);
    yield annotationOf(claim, view, selector, threads.get(claim.id) ?? [], setting);
  }
}

const listed = (view: AnnotatedArticle, { filter }: AnnotationSetting): ClaimView[] =>
  inReadingOrder(
    view.claims.filter((claim) => isListed(claim, filter)),
    view.paragraphs,
  );

/** One claim's annotation as a document of its own; null where no claim has this number. */
export function annotationDocument(
  view: AnnotatedArticle,
  setting: AnnotationSetting,
  number: number,
): ({ '@context': typeof context } & Annotation) | null {
  const [annotation] = annotationsOf(
    { ...view, claims: view.claims.filter((claim) => claim.number === number) },
    setting,
  );
  return annotation ? { '@context': context, ...annotation } : null;
}

function collectionOf(view: AnnotatedArticle, { container, desk }: AnnotationSetting, total: number): CollectionFacts {
  return {
    id: container,
    type: 'AnnotationCollection',
    label: view.article.title,
    'dcterms:description': unitsTold,
    creator: { type: 'Organization', name: desk },
    modified: view.article.updatedAt,
    total,
  };
}

const pageAddress = (container: string, page: number) => `${container}?page=${page}`;

/** Everything in one document: the collection with its one page inside. */
export function annotationCollection(view: AnnotatedArticle, setting: AnnotationSetting): AnnotationCollection<Page> {
  const items = [...annotationsOf(view, setting)];
  const address = pageAddress(setting.container, 0);
  const collection = { '@context': context, ...collectionOf(view, setting, items.length) } as const;
  if (items.length === 0) return collection;
  return { ...collection, first: { id: address, type: 'AnnotationPage', startIndex: 0, items }, last: address };
}

/** The same as text, in pieces; each annotation is created when asked for. */
export function annotationCollectionJson(
  view: AnnotatedArticle,
  setting: AnnotationSetting,
  onClaim?: OnClaim,
): AsyncGenerator<string> {
  const { first, ...collection } = annotationCollection({ ...view, claims: [] }, setting);
  const total = listed(view, setting).length;
  if (total === 0) return inPieces(jsonParts({ ...collection, first }));
  const last = pageAddress(setting.container, 0);
  function* items() {
    let written = 0;
    for (const annotation of annotationsOf(view, setting)) {
      yield annotation;
      written += 1;
      onClaim?.(written);
    }
  }
  const page = { id: last, type: 'AnnotationPage', startIndex: 0, items: items() };
  return inPieces(jsonParts({ ...collection, total, first: page, last }));
}

/** The collection in a container: with the addresses of its first and last page. */
export function annotationContainer(
  view: AnnotatedArticle,
  setting: AnnotationSetting,
  pageSize: number,
): AnnotationCollection<string> {
  const total = listed(view, setting).length;
  const collection = { '@context': context, ...collectionOf(view, setting, total) } as const;
  if (total === 0) return collection;
  const last = Math.ceil(total / pageSize) - 1;
  return { ...collection, first: pageAddress(setting.container, 0), last: pageAddress(setting.container, last) };
}

/** One page of a container, from 0; null where there is none. An empty collection has an empty first page. */
export function annotationPage(
  view: AnnotatedArticle,
  setting: AnnotationSetting,
  page: number,
  pageSize: number,
): AnnotationPage | null {
  const { container } = setting;
  const total = listed(view, setting).length;
  const startIndex = page * pageSize;
  if (!Number.isInteger(page) || page < 0 || (page > 0 && startIndex >= total)) return null;
  return {
    '@context': context,
    id: pageAddress(container, page),
    type: 'AnnotationPage',
    partOf: collectionOf(view, setting, total),
    startIndex,
    ...(page > 0 && { prev: pageAddress(container, page - 1) }),
    ...(startIndex + pageSize < total && { next: pageAddress(container, page + 1) }),
    items: [...annotationsOf(view, setting, startIndex, startIndex + pageSize)],
  };
}

/** Where the text of an article's revision can be fetched, from the address of its annotations. */
export const textAddress = (container: string, revision: number): string => `${container}text?revision=${revision}`;
