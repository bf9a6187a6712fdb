/** A claim with everything that was found about it, as a reviewer sees it. */
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
 * `raw`: the words it was read from. `corrected`: a person set it, so it is not read again. `reads`: the value in
 * words, so that a page need not load the names of all units and currencies.
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
  /** Since when (ISO 8601) it is withdrawn, and why; null while it stands. Verdicts that lean on it stay, and are marked. */
  retired: Retired | null;
};

export type Retired = { at: string; note: string };

/**
 * A source with how much rests on it. `checkedAt` is a moment (ISO), `isDead` what was found then; `snapshot` the newest original
 * that was kept, with its bytes where those are kept too, and a readable copy where it is a page; `updatedAt` when it was last edited, put on a claim or taken off one.
 */
export type SourceListed = SourceView & {
  origin: string | null;
  claims: number;
  articles: number;
  checkedAt: string | null;
  isDead: boolean;
  /** Its page in the Wayback Machine, as it was last asked. */
  archived: { url: string; at: string } | null;
  updatedAt: string;
  snapshot: { id: string; size: number | null; isPage: boolean } | null;
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
  /** The claim that it was taken over from, as it was then. */
  takenFrom: TakenFrom | null;
};

/** A claim of another article. */
export type TakenFrom = { articleId: string; number: number; title: string };

/** A value calculated from figures, kept with a claim as a plausibility check. */
export type DerivationView = { id: string; reads: Record<FigureLanguage, string>; pinnedBy: PersonView };

/**
 * `at` is an ISO 8601 moment. `pass`: how it came about where the article's first pass is blind (review/blind.ts), else
 * null.
 */
export type JudgementView = {
  reviewer: PersonView;
  verdict: Verdict;
  rationale: string;
  confidence: Confidence;
  pass: JudgementPass | null;
  at: string;
};

/** A judgement given with nothing of the others' in sight, or after it was. */
export const judgementPasses = ['blind', 'informed'] as const;
export type JudgementPass = (typeof judgementPasses)[number];

export type RulingView = { editor: PersonView; verdict: Verdict; reason: string; at: string };

/**
 * Findings on words that a revision has since changed in meaning; `exact`: those words. They stay readable but no
 * longer count.
 */
export type EarlierFindings = {
  judgements: (JudgementView & { exact: string })[];
  ruling: (RulingView & { exact: string }) | null;
  quoteChecks: (QuoteCheckView & { exact: string })[];
};

/** `exact`: the words that were judged. `reads`: the value of their figure, if it differs now. */
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
  /** How important the claim is for the score. */
  weight: ClaimWeight;
  standing: Standing;
  version: number;
  /** Raised by edits of the claim itself. An edit names the edition it was made on. */
  edition: number;
  speaker: SpeakerView | null;
  /** The value of a claim of kind figure; null where no figure could be read, and for other kinds. */
  figure: FigureView | null;
  /** What its figure measures across articles. */
  metric: MetricRef | null;
  derivations: DerivationView[];
  quoteChecks: QuoteCheckView[];
  createdBy: PersonView;
  createdAt: string;
  /** When the claim, or what was found about it, last changed; null where the findings are hidden from the viewer. */
  updatedAt: string | null;
  judgements: JudgementView[];
  /** How many judgements a blind first pass hides from the viewer. */
  hiddenJudgements: number;
  /** Why an editor returned the claim; null once somebody judges it again. */
  returnNote: string | null;
  /** What the article should say instead, as the desk puts it in the report. */
  correction: string | null;
  ruling: RulingView | null;
  evidence: EvidenceView[];
  /** Set when a revision changed what the claim says and nobody has looked since. */
  lookAgain: LookAgain | null;
  earlier: EarlierFindings | null;
};

/**
 * A metric as a claim names it. `titles`: its name in one line in both languages; the measure is translated where the
 * desk knows it.
 */
export type MetricRef = MetricName & { id: string; titles: Record<FigureLanguage, string> };
