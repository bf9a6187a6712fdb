/**
 * What a report shows, as plain JSON: computed from a draft's claims for viewing, or frozen when it is published. It
 * holds everything that the report's pages need, numbers included, so that a published report stays the same whatever
 * happens to its claims or to this code.
 *
 * It holds nothing that must not be published: no ids of people, claims or sources, no discussion, no internal notes.
 */

import type { ParagraphKind } from '#lib/domain/articles/article';
import type { ArticleView } from '#lib/domain/articles/article-view';
import { claimContext } from '#lib/domain/claims/claim-text';
import type { ClaimView, FigureView, SpeakerView } from '#lib/domain/claims/claim-view';
import type { EvidenceStrength } from '#lib/domain/claims/evidence-strength';
import { quoteFinding } from '#lib/domain/claims/quote-check';
import type { Stance } from '#lib/domain/claims/source';
import { isSettled, type Standing, type Verdict } from '#lib/domain/claims/standing';
import type { PersonView } from '#lib/domain/people/person-view';
import type { ArticleWithClaims } from '#lib/domain/review/review';
import type { FigureReading } from '#lib/reading/figure-types';
import { type Agreement, agreementOf } from './agreement';
import { shownCorrection } from './correction';
import type { RatingScale } from './rating-scale';
import { buildReport, type CitedSource, type Report } from './report';
import type { ScoreExplanation } from './score';

/** A person who worked on the report, by their number in it. `name` is null where names are not published. */
export type ReportPerson = { number: number; name: string | null };

export type ReportFigure = Pick<FigureView, 'reads' | 'asOf'> & FigureReading;

export type ReportFinding = {
  by: ReportPerson;
  verdict: Verdict;
  text: string;
  at: string;
  /** Whether the verdict differs from the claim's standing. */
  dissents: boolean;
};

export type ReportEvidence = {
  citation: number;
  stance: Stance;
  excerpt: string;
  locator: string | null;
  figure: ReportFigure | null;
};

export type ReportClaim = Pick<ClaimView, 'number' | 'exact' | 'kind' | 'checkWorthy' | 'weight' | 'standing'> & {
  paragraph: number;
  /** Its place in its paragraph, in UTF-16 units. */
  start: number;
  end: number;
  /** The sentences around it. */
  context: string;
  speaker: Pick<SpeakerView, 'name' | 'role' | 'organisation'> | null;
  figure: ReportFigure | null;
  /** What was found about a quote as a quote; null for other claims. */
  quote: ReturnType<typeof quoteFinding> | null;
  judgements: ReportFinding[];
  ruling: ReportFinding | null;
  evidence: ReportEvidence[];
  /** Number of independent origins behind its evidence. */
  origins: number;
  strength: EvidenceStrength | null;
  /** What the article should say instead, as the desk puts it. */
  correction: string | null;
};

export type ReportSource = Pick<
  CitedSource,
  'citation' | 'title' | 'publisher' | 'url' | 'published' | 'accessed' | 'kind' | 'claims'
> & {
  /** The citation number of the source that it repeats. */
  repeats: number | null;
  /** Since when (ISO 8601) it is withdrawn; left out while it stands. The reason stays with the desk. */
  retiredAt?: string;
};

/** α in JSON: null where there is nothing to compare. */
export type ReportAgreement = Omit<Agreement, 'alpha'> & { alpha: number | null };

export type ReportContent = {
  format: 'claimdesk-report';
  version: 1;
  /** The number of the report among those of its article; null for a draft. */
  number: number | null;
  /** Differences from the report before; null for the first and for a draft. */
  changes: ReportChanges | null;
  desk: string;
  scale: RatingScale;
  article: Pick<
    ArticleView,
    'title' | 'publisher' | 'url' | 'byline' | 'publishedOn' | 'language' | 'revision' | 'revisedAt'
  >;
  /** `text` is null where the article is not published with the report; `length` is in UTF-16 units. */
  paragraphs: { number: number; kind: ParagraphKind; length: number; text: string | null }[];
  tally: Report['tally'];
  coverage: Report['coverage'];
  score: ScoreExplanation;
  strength: Report['strength'];
  bySpeaker: Report['bySpeaker'];
  byKind: Report['byKind'];
  bySourceKind: Report['bySourceKind'];
  agreement: ReportAgreement;
  /** In reading order. */
  claims: ReportClaim[];
  sources: ReportSource[];
};

/** What the publisher of a report decides, and what the desk publishes under. */
export type ReportSetting = {
  desk: string;
  scale: RatingScale;
  /** Whether those who judged are named. */
  withNames: boolean;
  /** Whether the whole article is published with the report; otherwise only the sentences around claims. */
  withText: boolean;
};

/** The report of an article as it stands. `view` must be that of a person from whom nothing is hidden. */
export function reportContent(
  view: ArticleWithClaims,
  { desk, scale, withNames, withText }: ReportSetting,
): ReportContent {
  const report = buildReport(view);
  const texts = new Map(view.paragraphs.map(({ id, text }) => [id, text]));
  const people = new Map<string, ReportPerson>();
  const personOf = ({ id, name }: PersonView): ReportPerson => {
    const known = people.get(id) ?? { number: people.size + 1, name: withNames ? name : null };
    people.set(id, known);
    return known;
  };
  const citationOf = new Map(report.sources.map(({ id, citation }) => [id, citation]));
  const { title, publisher, url, byline, publishedOn, language, revision, revisedAt } = view.article;
  const agreement = agreementOf(view.claims);
  return {
    ...{ format: 'claimdesk-report', version: 1, number: null, changes: null, desk, scale },
    article: { title, publisher, url, byline, publishedOn, language, revision, revisedAt },
    paragraphs: view.paragraphs
      .filter(({ kind }) => kind !== 'boilerplate')
      .map(({ number, kind, text }) => ({ number, kind, length: text.length, text: withText ? text : null })),
    tally: report.tally,
    coverage: report.coverage,
    score: report.score,
    strength: report.strength,
    bySpeaker: report.bySpeaker,
    byKind: report.byKind,
    bySourceKind: report.bySourceKind,
    agreement: { ...agreement, alpha: Number.isNaN(agreement.alpha) ? null : agreement.alpha },
    claims: report.claims.map(({ claim, paragraph, origins, strength }) => {
      const { number, exact, kind, checkWorthy, weight, standing, start, end, speaker, ruling } = claim;
      const found = ruling?.verdict ?? (isSettled(standing) ? standing : null);
      return {
        ...{ number, exact, kind, checkWorthy, weight, standing, paragraph, start, end, origins, strength },
        context: claimContext(claim, texts.get(claim.paragraphId) ?? exact),
        speaker: speaker && { name: speaker.name, role: speaker.role, organisation: speaker.organisation },
        figure: reportFigure(claim.figure),
        quote: kind === 'quote' ? quoteFinding(claim.quoteChecks) : null,
        judgements: claim.judgements.map(({ reviewer, verdict, rationale, at }) => ({
          ...{ by: personOf(reviewer), verdict, text: rationale, at },
          dissents: found ? verdict !== found : standing === 'contested',
        })),
        ruling: ruling && {
          ...{ by: personOf(ruling.editor), verdict: ruling.verdict, text: ruling.reason, at: ruling.at },
          dissents: false,
        },
        evidence: claim.evidence.map(({ source, stance, excerpt, locator, figure }) => ({
          ...{ citation: citationOf.get(source.id) ?? 0, stance, excerpt, locator, figure: reportFigure(figure) },
        })),
        correction: shownCorrection(claim),
      };
    }),
    sources: report.sources.map((source) => {
      const { citation, kind, published, accessed, claims } = source;
      const about = { title: source.title, publisher: source.publisher, url: source.url, published, accessed };
      const repeats = source.originId ? (citationOf.get(source.originId) ?? null) : null;
      const retired = source.retired ? { retiredAt: source.retired.at } : {};
      return { citation, ...about, kind, claims, repeats, ...retired };
    }),
  };
}

function reportFigure(figure: FigureView | null): ReportFigure | null {
  if (!figure) return null;
  const { low, high, unit, qualifier, per, asOf, reads } = figure;
  return { low, high, unit, qualifier, per, asOf, reads };
}

/** Open, contested and unverifiable claims that are worth checking. */
export function openQuestions({ claims }: Pick<ReportContent, 'claims'>): ReportClaim[] {
  return claims.filter(
    ({ checkWorthy, standing }) => checkWorthy && ['open', 'contested', 'unverifiable'].includes(standing),
  );
}

/** Claims on which somebody's verdict differs from the standing. */
export function dissentedClaims({ claims }: Pick<ReportContent, 'claims'>): ReportClaim[] {
  return claims.filter(({ judgements }) => judgements.some(({ dissents }) => dissents));
}

/** What a published report says differently from the one before, about one claim. */
export type ReportClaimChange =
  | { claim: number; exact: string; what: 'added' | 'removed'; standing: Standing }
  | { claim: number; exact: string; what: 'standing'; from: Standing; to: Standing }
  | { claim: number; exact: string; what: 'words'; was: string }
  | { claim: number; exact: string; what: 'findings' | 'sources' | 'correction' | 'described' };

export type ReportChanges = {
  /** Points before and after; null where there was or is no score. */
  score: { from: number | null; to: number | null } | null;
  /** Share of the weight, 0–1. */
  coverage: { from: number | null; to: number | null } | null;
  revision: { from: number; to: number } | null;
  /** In reading order, removed claims last. A claim may occur several times. */
  claims: ReportClaimChange[];
};
