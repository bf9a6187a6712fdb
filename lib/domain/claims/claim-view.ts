/** A claim with all that was found about it, as a reviewer sees it. */
import type { PersonView } from '#lib/domain/people/person-view';
import type { ClaimKind } from '#lib/reading/claim-kinds';
import type { FigureLanguage } from '#lib/reading/describe-figure';
import type { FigureFacts } from '#lib/reading/figure-types';
import type { MetricName } from '#lib/reading/metrics';
import type { QuoteAnswers } from './quote-check';
import type { SourceKind, Stance } from './source';
import type { Confidence, Standing, Verdict } from './standing';
import type { ClaimWeight } from './weight';

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

/** A metric as a claim names it. `titles`: its name in one line, its measure in each language where the desk knows it. */
export type MetricRef = MetricName & { id: string; titles: Record<FigureLanguage, string> };
