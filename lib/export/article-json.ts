/**
 * Writes a whole article as a file that another desk can read (article-file.ts has the format). What is written is what the
 * view holds: whoever exports must see all judgements, or those that a blind first pass hides are left out. Writing the same
 * article again gives the same bytes.
 */

import type { ArticleFile } from '#lib/domain/article-file';
import { codePointCounter } from '#lib/domain/code-points';
import type { FigureView, PersonView, ReviewView, SourceView, SpeakerView } from '#lib/domain/review';
import { inPieces, jsonParts } from './pieces';

/** Gives out keys by id in the order in which they are first asked for, and remembers what they stand for. */
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

  /** The key of something that the file lists. */
  list(id: string, entry: () => T): string {
    const key = this.of(id);
    if (!this.known.has(key)) {
      this.known.add(key);
      this.listed.push({ key, ...entry() });
    }
    return key;
  }
}

const figureOf = (figure: FigureView | null): ArticleFile['claims'][number]['figure'] => {
  if (!figure) return null;
  const { low, high, unit, qualifier, per, asOf, raw, corrected } = figure;
  return { low, high, unit, qualifier, per, asOf, raw, corrected };
};

/** The article as the format has it. Threads on what the view does not hold are left out. */
export function exportArticle(view: ReviewView): ArticleFile {
  const people = new Keys<{ name: string }>('person');
  const speakers = new Keys<Omit<ArticleFile['speakers'][number], 'key'>>('speaker');
  const sources = new Keys<Omit<ArticleFile['sources'][number], 'key'>>('source');
  const person = ({ id, name }: PersonView) => people.list(id, () => ({ name }));
  const speaker = ({ id, name, role, organisation, aliases }: SpeakerView) =>
    speakers.list(id, () => ({ name, role, organisation, aliases }));
  const source = ({ id, title, publisher, url, published, accessed, kind, note, originId }: SourceView) =>
    sources.list(id, () => ({
      ...{ title, publisher, url, published, accessed, kind, note },
      origin: originId && sources.of(originId),
    }));

  const paragraphs = [...view.paragraphs].sort((a, b) => a.number - b.number);
  const places = new Map(paragraphs.map(({ id, number, text }) => [id, { number, points: codePointCounter(text) }]));
  const { title, publisher, url, byline, publishedOn, language, ...rest } = view.article;
  const { revision, requiredJudgements, blindFirstPass, createdBy, createdAt, updatedAt } = rest;
  const article = {
    ...{ title, publisher, url, byline, publishedOn, language, revision, requiredJudgements, blindFirstPass },
    ...{ createdBy: person(createdBy), createdAt, updatedAt },
  };
  const ordered = [...view.claims].sort((a, b) => a.number - b.number);
  const claims = ordered.flatMap((claim): ArticleFile['claims'] => {
    const place = places.get(claim.paragraphId);
    if (!place) return [];
    const { number, exact, prefix, suffix, kind, checkWorthy, weight, standing, metric, ruling } = claim;
    return [
      {
        number,
        paragraph: place.number,
        anchor: { start: place.points(claim.start), end: place.points(claim.end), exact, prefix, suffix },
        ...{ kind, checkWorthy, weight, standing },
        speaker: claim.speaker && speaker(claim.speaker),
        figure: figureOf(claim.figure),
        metric: metric && { subject: metric.subject, measure: metric.measure, scope: metric.scope },
        derivations: claim.derivations.map(({ reads, pinnedBy }) => ({
          ...{ en: reads.en, zh: reads.zh, pinnedBy: person(pinnedBy) },
        })),
        quoteChecks: claim.quoteChecks.map(({ reviewer, said, wording, context }) => ({
          ...{ reviewer: person(reviewer), said, wording, context },
        })),
        judgements: claim.judgements.map(({ reviewer, verdict, rationale, confidence, at }) => ({
          ...{ reviewer: person(reviewer), verdict, rationale, confidence, at },
        })),
        returnNote: claim.returnNote,
        correction: claim.correction,
        ruling: ruling && {
          ...{ editor: person(ruling.editor), verdict: ruling.verdict, reason: ruling.reason, at: ruling.at },
        },
        evidence: claim.evidence.map(({ source: cited, stance, excerpt, locator, figure, addedBy }) => ({
          ...{ source: source(cited), stance, excerpt, locator, figure: figureOf(figure), addedBy: person(addedBy) },
        })),
        createdBy: person(claim.createdBy),
        createdAt: claim.createdAt,
      },
    ];
  });
  const numberOf = new Map(
    ordered.filter(({ paragraphId }) => places.has(paragraphId)).map(({ id, number }) => [id, number]),
  );
  const threads = view.threads.flatMap(({ claimId, paragraphId, comments, resolved }): ArticleFile['threads'] => {
    const claim = claimId === null ? null : (numberOf.get(claimId) ?? null);
    const paragraph = paragraphId === null ? null : (places.get(paragraphId)?.number ?? null);
    if ((claim === null) === (paragraph === null)) return [];
    return [
      {
        claim,
        paragraph,
        comments: comments.map(({ author, body, at, editedAt, removed, mentions }) => ({
          ...{ author: person(author), body, at, editedAt, removed, mentions: mentions.map(person) },
        })),
        resolved: resolved && { by: resolved.by && person(resolved.by), at: resolved.at, reason: resolved.reason },
      },
    ];
  });
  return {
    format: 'claimdesk-article',
    version: 1,
    offsets: 'unicode-code-points',
    article,
    people: people.listed,
    speakers: speakers.listed,
    sources: sources.listed,
    paragraphs: paragraphs.map(({ number, kind, text, reason }) => ({ number, kind, text, reason })),
    claims,
    threads,
  };
}

/** The file's bytes: keys in the order of the format, two spaces, a line feed at the end. */
export function articleJson(file: ArticleFile): string {
  return [...jsonParts(file)].join('');
}

/** The same in pieces. */
export function articleJsonPieces(file: ArticleFile): AsyncGenerator<string> {
  return inPieces(jsonParts(file));
}
