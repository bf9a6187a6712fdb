/**
 * What a reviewer sees of an article: the shapes that travel from the database to the screen, the report and the exports.
 * Never database rows: no field is here that a signed-in reader of the article may not see.
 */
import type { ArticleFacts, BoilerplateReason, ParagraphKind } from '#lib/domain/articles/article';
import type { ClaimKind } from '#lib/domain/claims/claim';
import type { QuoteAnswers } from '#lib/domain/claims/quote-check';
import type { SourceKind, Stance } from '#lib/domain/claims/source';
import type { Confidence, Standing, Verdict } from '#lib/domain/claims/standing';
import type { SuggestionView } from '#lib/domain/claims/suggestion';
import type { ClaimWeight } from '#lib/domain/claims/weight';
import type { FigureFacts } from '#lib/domain/figures/figure-facts';
import type { MetricRef } from '#lib/domain/ledger/ledger';
import type { FigureLanguage } from '#lib/reading/describe-figure';
import type { ThreadView } from './discussion';
import type { AssignmentView } from './workflow';

export type PersonView = { id: string; name: string };

export type ParagraphView = {
  id: string;
  /** Its number on the screen and in exports, from 1. */
  number: number;
  kind: ParagraphKind;
  text: string;
  reason: BoilerplateReason | null;
};

export type SpeakerView = {
  id: string;
  name: string;
  role: string | null;
  organisation: string | null;
  /** Other names that articles call them by. */
  aliases: string[];
};

/**
 * `raw`: the words it was read from. `corrected`: a person set it, so it is not read again. `reads`: the reading written
 * out, so that a page need not load the names of all units and currencies.
 */
export type FigureView = FigureFacts & { raw: string; corrected: boolean; reads: Record<FigureLanguage, string> };

export type QuoteCheckView = QuoteAnswers & { reviewer: PersonView };

export type SourceView = {
  id: string;
  title: string;
  publisher: string | null;
  url: string | null;
  published: string | null;
  accessed: string | null;
  kind: SourceKind;
  note: string | null;
  originId: string | null;
};

export type EvidenceView = {
  id: string;
  stance: Stance;
  excerpt: string;
  locator: string | null;
  addedBy: PersonView;
  source: SourceView;
  /** The figure that it gives. */
  figure: FigureView | null;
};

/** A value worked out of figures, pinned to a claim as a check on its sense. */
export type DerivationView = { id: string; reads: Record<FigureLanguage, string>; pinnedBy: PersonView };

/** `at` is an ISO 8601 moment. */
export type JudgementView = {
  reviewer: PersonView;
  verdict: Verdict;
  rationale: string;
  confidence: Confidence;
  at: string;
};

export type RulingView = { editor: PersonView; verdict: Verdict; reason: string; at: string };

/**
 * Findings on words that a revision has since made say something else; `exact` are those words. They are kept to be read,
 * and count for nothing.
 */
export type EarlierFindings = {
  judgements: (JudgementView & { exact: string })[];
  ruling: (RulingView & { exact: string }) | null;
  quoteChecks: (QuoteCheckView & { exact: string })[];
};

/** `exact`: the words that were judged. `reads`: what their figure read, where it reads otherwise now. */
export type LookAgain = { exact: string; reads: Record<FigureLanguage, string> | null };

export type ClaimView = {
  id: string;
  number: number;
  paragraphId: string;
  start: number;
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
  kind: ClaimKind;
  checkWorthy: boolean;
  /** How much hangs on it in the score. */
  weight: ClaimWeight;
  standing: Standing;
  version: number;
  /** Raised by edits of the claim itself; an edit names the one it was made on. */
  edition: number;
  speaker: SpeakerView | null;
  /** What a claim of kind figure comes down to; null where no figure could be read, and for other kinds. */
  figure: FigureView | null;
  /** What its figure measures across articles. */
  metric: MetricRef | null;
  derivations: DerivationView[];
  quoteChecks: QuoteCheckView[];
  createdBy: PersonView;
  createdAt: string;
  judgements: JudgementView[];
  /** Judgements that a blind first pass keeps from the viewer. */
  hiddenJudgements: number;
  /** Why an editor sent the claim back, until somebody judges it again. */
  returnNote: string | null;
  /** What the article should say in its place, as the desk puts it in the report. */
  correction: string | null;
  ruling: RulingView | null;
  evidence: EvidenceView[];
  /** A revision changed what it says, and nobody has looked since. */
  lookAgain: LookAgain | null;
  earlier: EarlierFindings | null;
};

export type ArticleView = ArticleFacts & {
  id: string;
  sample: boolean;
  revision: number;
  /** When this revision was stored. */
  revisedAt: string;
  /** How many claims have no place in it. */
  orphans: number;
  requiredJudgements: number;
  blindFirstPass: boolean;
  edition: number;
  createdBy: PersonView;
  createdAt: string;
  updatedAt: string;
  /** The number of the last change that this view holds. */
  seq: number;
};

export type ReviewView = {
  article: ArticleView;
  paragraphs: ParagraphView[];
  claims: ClaimView[];
  /** Proposed and neither taken up as they are nor dismissed. */
  suggestions: SuggestionView[];
  assignments: AssignmentView[];
  /** On claims and on paragraphs, in the order in which they began. */
  threads: ThreadView[];
};

type Placed = { paragraphId: string; start: number; end: number; number?: number };

/** Reading order: by place in the article, outer spans before the ones inside them, then by number. */
export function inReadingOrder<T extends Placed>(spans: T[], paragraphs: ParagraphView[]): T[] {
  const place = new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph.number]));
  return [...spans].sort(
    (a, b) =>
      (place.get(a.paragraphId) ?? 0) - (place.get(b.paragraphId) ?? 0) ||
      a.start - b.start ||
      b.end - a.end ||
      (a.number ?? 0) - (b.number ?? 0),
  );
}
