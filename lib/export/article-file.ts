/**
 * Writes a whole article as a file that another desk can read; the format is in lib/domain/exchange/article-file.ts.
 * The file holds what the view holds: judgements hidden by a blind first pass are left out, so the exporter must be
 * allowed to see all of them. The same article gives the same bytes.
 */

import type { FigureView, SourceView, SpeakerView } from '#lib/domain/claims/claim-view';
import type { ArticleFile } from '#lib/domain/exchange/article-file';
import type { Block, PastPlace, WholeArticle, WholeClaim, WholeRevision } from '#lib/domain/exchange/whole-article';
import type { PersonView } from '#lib/domain/people/person-view';
import { inPieces, jsonParts } from '#lib/export/stream/pieces';
import { codePointCounter } from '#lib/text/code-points';

/** Assigns keys to ids in the order in which they are first used, and remembers their entries. */
class Keys<T> {
  private readonly keys = new Map<string, string>();
  private readonly known = new Set<string>();
  readonly listed: (T & { key: string })[] = [];

  constructor(private readonly prefix: 'person' | 'speaker' | 'source') {}

  of(id: string): string {
    const key = this.keys.get(id) ?? `${this.prefix}-${this.keys.size + 1}`;
    this.keys.set(id, key);
    return key;
  }

  /** The keys of the listed entries, by id. */
  get byId(): ReadonlyMap<string, string> {
    return new Map([...this.keys].filter(([, key]) => this.known.has(key)));
  }

  /** The key of an entry in one of the file's lists. */
  list(id: string, entry: () => T): string {
    const key = this.of(id);
    if (!this.known.has(key)) {
      this.known.add(key);
      this.listed.push({ key, ...entry() });
    }
    return key;
  }
}

type FileClaim = ArticleFile['claims'][number];

const figureOf = (figure: FigureView | null): ArticleFile['claims'][number]['figure'] => {
  if (!figure) return null;
  const { low, high, unit, qualifier, per, asOf, raw, corrected } = figure;
  return { low, high, unit, qualifier, per, asOf, raw, corrected };
};

/** The file's list of paragraphs, each once, and the position of every revision's paragraphs in it. */
class Blocks {
  private readonly numbers = new Map<Block, number>();
  private readonly homes = new Map<string, { revision: number; paragraph: number; block: Block }>();
  private readonly counters = new Map<Block, (offset: number) => number>();

  constructor(revisions: WholeRevision[]) {
    for (const { number: revision, paragraphs } of revisions) {
      for (const [index, { id, block }] of paragraphs.entries()) {
        if (!this.numbers.has(block)) this.numbers.set(block, this.numbers.size + 1);
        this.homes.set(id, { revision, paragraph: index + 1, block });
      }
    }
  }

  get listed(): Block[] {
    return [...this.numbers.keys()];
  }

  numberOf = ({ block }: { block: Block }): number => this.numbers.get(block) ?? 0;

  homeOf(paragraphId: string) {
    const home = this.homes.get(paragraphId);
    return home ? { revision: home.revision, paragraph: home.paragraph } : null;
  }

  /** A span as the file writes it; null where the file has no such paragraph. */
  placeOf({ paragraphId, start, end }: PastPlace) {
    const home = this.homes.get(paragraphId);
    if (!home) return null;
    const points = this.counters.get(home.block) ?? codePointCounter(home.block.text);
    this.counters.set(home.block, points);
    return { revision: home.revision, paragraph: home.paragraph, start: points(start), end: points(end) };
  }
}

/** Marks a finding that counts. Others name the words they were on. */
const onNothing = { on: null };
const on = (revision: number | null | undefined, { exact }: { exact: string }) => ({
  // 0 is not a revision: a finding without a date is refused when the file is read.
  on: { revision: revision ?? 0, exact },
});

/** The article in the file format. Threads about anything that the file does not contain are left out. */
export function exportArticle(whole: WholeArticle): ArticleFile {
  const { file } = fileOf(whole);
  return { ...file, claims: [...file.claims] };
}

/** The ids behind the keys of the file's lists of people and sources. */
type FileKeys = { people: ReadonlyMap<string, string>; sources: ReadonlyMap<string, string> };

/** The same, with claims that are created anew each time they are asked for. */
function fileOf(whole: WholeArticle): {
  file: Omit<ArticleFile, 'claims'> & { claims: Iterable<FileClaim> };
  keys: FileKeys;
} {
  const people = new Keys<{ name: string }>('person');
  const speakers = new Keys<Omit<ArticleFile['speakers'][number], 'key'>>('speaker');
  const sources = new Keys<Omit<ArticleFile['sources'][number], 'key'>>('source');
  const person = ({ id, name }: PersonView) => people.list(id, () => ({ name }));
  const speaker = ({ id, name, role, organisation, aliases }: SpeakerView) =>
    speakers.list(id, () => ({ name, role, organisation, aliases }));
  const source = ({ id, title, publisher, url, published, accessed, kind, note, originId, retired }: SourceView) =>
    sources.list(id, () => ({
      ...{ title, publisher, url, published, accessed, kind, note },
      origin: originId && sources.of(originId),
      ...(retired ? { retired } : {}),
    }));
  const blocks = new Blocks(whole.revisions);

  const { title, publisher, url, byline, publishedOn, language, ...rest } = whole.article;
  const { requiredJudgements, blindFirstPass, createdBy, createdAt, updatedAt } = rest;
  const article = {
    ...{ title, publisher, url, byline, publishedOn, language },
    ...{ lastClaimNumber: whole.lastClaimNumber, requiredJudgements, blindFirstPass },
    ...{ createdBy: person(createdBy), createdAt, updatedAt },
  };
  const revisions = whole.revisions.map(({ number, by, at, intake, minor, restored, counts, paragraphs }) => ({
    ...{ number, by: person(by), at, intake, minor, restored, counts },
    paragraphs: paragraphs.map(blocks.numberOf),
  }));

  const foundOn = ({ claim, dates }: WholeClaim) => {
    const { quoteChecks, judgements, ruling, earlier } = claim;
    const ruled = ruling
      ? { ...ruling, ...onNothing }
      : earlier?.ruling && { ...earlier.ruling, ...on(dates.ruling, earlier.ruling) };
    return {
      quoteChecks: [
        ...quoteChecks.map((check) => ({ ...check, ...onNothing })),
        ...(earlier?.quoteChecks ?? []).map((check) => ({
          ...check,
          ...on(dates.quoteChecks.get(check.reviewer.id), check),
        })),
      ].map(({ reviewer, said, wording, context, on }) => ({ reviewer: person(reviewer), said, wording, context, on })),
      judgements: [
        ...judgements.map((judgement) => ({ ...judgement, ...onNothing })),
        ...(earlier?.judgements ?? []).map((judgement) => ({
          ...judgement,
          ...on(dates.judgements.get(judgement.reviewer.id), judgement),
        })),
      ].map(({ reviewer, verdict, rationale, confidence, pass, at, on }) => ({
        ...{ reviewer: person(reviewer), verdict, rationale, confidence, pass, at, on },
      })),
      returnNote: claim.returnNote,
      correction: claim.correction,
      ruling: ruled
        ? {
            ...{ editor: person(ruled.editor), verdict: ruled.verdict, reason: ruled.reason, at: ruled.at },
            on: ruled.on,
          }
        : null,
    };
  };
  const ordered = [...whole.claims].sort((a, b) => a.claim.number - b.claim.number);
  const claimOf = (one: WholeClaim): FileClaim | null => {
    const { claim, goneSince, places, dates } = one;
    const place = blocks.placeOf(claim);
    if (!place) return null;
    const { revision, paragraph, start, end } = place;
    const { number, exact, prefix, suffix, kind, checkWorthy, weight, standing, metric, lookAgain } = claim;
    return {
      ...{ number, revision, paragraph },
      anchor: { start, end, exact, prefix, suffix },
      goneSince,
      places: places.flatMap((older) => blocks.placeOf(older) ?? []),
      lookAgain: lookAgain && { ...on(dates.lookAgain, lookAgain).on, reads: lookAgain.reads },
      ...{ kind, checkWorthy, weight, standing },
      speaker: claim.speaker && speaker(claim.speaker),
      figure: figureOf(claim.figure),
      metric: metric && { subject: metric.subject, measure: metric.measure, scope: metric.scope },
      derivations: claim.derivations.map(({ reads, pinnedBy }) => ({
        ...{ en: reads.en, zh: reads.zh, pinnedBy: person(pinnedBy) },
      })),
      ...foundOn(one),
      evidence: claim.evidence.map(({ source: cited, stance, excerpt, locator, figure, addedBy }) => ({
        ...{ source: source(cited), stance, excerpt, locator, figure: figureOf(figure), addedBy: person(addedBy) },
      })),
      createdBy: person(claim.createdBy),
      createdAt: claim.createdAt,
    };
  };
  const claims = {
    *[Symbol.iterator]() {
      for (const one of ordered) {
        const claim = claimOf(one);
        if (claim) yield claim;
      }
    },
  };
  // A first pass over the claims fills the lists of people, speakers and sources, which come before the claims in the
  // file.
  const listed = new Set<number>();
  for (const { number } of claims) listed.add(number);
  const numberOf = new Map(ordered.map(({ claim: { id, number } }) => [id, number]));
  const threads = whole.threads.flatMap(({ claimId, paragraphId, comments, resolved }): ArticleFile['threads'] => {
    const number = claimId === null ? undefined : numberOf.get(claimId);
    const claim = number !== undefined && listed.has(number) ? number : null;
    const home = paragraphId === null ? null : blocks.homeOf(paragraphId);
    if ((claim === null) === (home === null)) return [];
    return [
      {
        claim,
        paragraph: home && { revision: home.revision, number: home.paragraph },
        comments: comments.map(({ author, body, at, editedAt, removed, mentions }) => ({
          ...{ author: person(author), body, at, editedAt, removed, mentions: mentions.map(person) },
        })),
        resolved: resolved && { by: resolved.by && person(resolved.by), at: resolved.at, reason: resolved.reason },
      },
    ];
  });
  const dismissed = whole.dismissed.flatMap(({ kind, ...words }) => {
    const place = blocks.placeOf(words);
    return place ? [{ ...place, kind }] : [];
  });
  const file = {
    format: 'claimdesk-article' as const,
    version: 2 as const,
    offsets: 'unicode-code-points' as const,
    article,
    people: people.listed,
    speakers: speakers.listed,
    sources: sources.listed,
    paragraphs: blocks.listed.map(({ kind, text, reason }) => ({ kind, text, reason })),
    revisions,
    claims,
    threads,
    dismissed,
  };
  return { file, keys: { people: people.byId, sources: sources.byId } };
}

/** The text of the file: keys in the order of the format, two spaces of indentation, a line feed at the end. */
export function articleJson(file: ArticleFile): string {
  return [...jsonParts(file)].join('');
}

/** The file of an article in pieces, created while it is read. */
export function articleJsonPieces(whole: WholeArticle): AsyncGenerator<string> {
  return articleJsonWithKeys(whole).json;
}

/** The same, with the ids behind its keys, for what stands beside it in a packet. */
export function articleJsonWithKeys(whole: WholeArticle): FileKeys & { json: AsyncGenerator<string> } {
  const { file, keys } = fileOf(whole);
  return { ...keys, json: inPieces(jsonParts(file)) };
}
