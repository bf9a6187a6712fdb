/**
 * The ledger as a reader sees it: metrics with what is known of them, their observations, and their history. An
 * observation is the figure of a claim on the metric, or of evidence of such a claim.
 */
import type { MetricRef, SourceView } from '#lib/domain/claims/claim-view';
import type { Comparison } from '#lib/domain/figures/comparison';
import type { PersonView } from '#lib/domain/people/person-view';
import type { FigureLanguage } from '#lib/reading/describe-figure';
import type { FigureFacts } from '#lib/reading/figure-types';
import type { MetricName } from '#lib/reading/metrics';
import type { Inconsistency } from './consistency';
import type { MetricStanding, ObservationView } from './metric-standing';

export const metricStandings = ['disputed', 'open', 'settled'] as const satisfies MetricStanding[];

/** A figure with its value in words. */
export type ReadFigure = { figure: FigureFacts; reads: Record<FigureLanguage, string> };

export type MetricSummary = MetricRef & {
  aliases: string[];
  standing: MetricStanding;
  observations: number;
  articles: number;
  /** Independent sources: reposts of one origin count once. */
  sources: number;
  /** Highest divided by lowest value in circulation. */
  spread: number | null;
  latest: (ReadFigure & { from: ObservationView['from'] }) | null;
  /** The settled value; while the metric is disputed, the last one. */
  settled: ReadFigure | null;
  watched: boolean;
  /**
   * Whether a blind first pass holds back what others found about some of its claims: it is then open, and counts only what
   * the reader may see.
   */
  heldBack: boolean;
  edition: number;
  /** ISO 8601 moment. */
  changedAt: string;
};

/** A metric that another one may be merged into. */
export type MetricChoice = Pick<MetricSummary, 'id' | 'titles' | 'standing' | 'observations'> & {
  latest: ReadFigure['reads'] | null;
};

/** How a claimed figure compares with another. */
export type Against = Pick<Comparison, 'relation' | 'deviation' | 'factor' | 'power'>;

export type ObservationRow = ObservationView & {
  reads: ReadFigure['reads'];
  /** The words it was read from. */
  raw: string;
  article: { id: string; title: string; language: string; publishedOn: string | null };
  claim: { id: string; number: number; exact: string; paragraph: number };
  source: SourceView | null;
  /** For a claim: how it compares with its sources; null where none gives a figure. */
  against: Against | null;
};

/** A metric with all that was observed for it. */
export type LedgerEntry = { metric: MetricSummary; observations: ObservationRow[] };

export const metricVerbs = [
  'opened',
  'joined',
  'left',
  'figure-changed',
  'source-added',
  'source-removed',
  'standing',
  'named',
  'merged',
  'separated',
] as const;
export type MetricVerb = (typeof metricVerbs)[number];

/**
 * One line of a metric's history. Stored facts outlive this code: facts of an unexpected shape are treated as absent.
 */
export type MetricLine = {
  seq: number;
  at: string;
  actor: PersonView;
  verb: MetricVerb | 'unknown';
  claim: { articleId: string; article: string; number: number } | null;
  before: Readonly<Record<string, unknown>>;
  after: Readonly<Record<string, unknown>>;
};

export type MetricPage = {
  metric: MetricSummary;
  observations: ObservationRow[];
  /** Newest first. */
  history: MetricLine[];
  /** Metrics that were merged into this one. */
  merged: MetricRef[];
};

export const noticeKinds = ['contradiction', 'standing'] as const;

/** A notification for someone who watches a metric. */
export type NoticeView = {
  id: string;
  kind: (typeof noticeKinds)[number];
  metric: MetricRef;
  claim: { number: number; exact: string; articleId: string; article: string; language: string } | null;
  facts: Readonly<Record<string, unknown>>;
  at: string;
  unread: boolean;
};

/** A metric's name in one line, as entered: `OpenAI · headcount · China`. */
export function metricTitle({ subject, measure, scope }: MetricName): string {
  return [subject, measure, scope].filter(Boolean).join(' · ');
}

/** What the ledger knows about one claim's figure, or proposes for it. */
export type ClaimLedger = {
  metric: MetricSummary | null;
  /** If it is on no metric: its likely name, and metrics it may belong to, best first. */
  proposal: { best: MetricName; subjects: string[]; measures: string[]; similar: (MetricSummary & Likely)[] } | null;
  /** Of its metric, or of the likeliest one where that is almost certain. */
  settled: (ReadFigure & { sources: string[] }) | null;
  /** How the claim's figure compares with the settled value. */
  against: Against | null;
  /** How it compares with the figure of each of its sources. */
  evidence: (ReadFigure & { evidenceId: string; source: string; against: Against })[];
};

/** An inconsistency of an article: the numbers of the claims concerned, and the words, if in one place. */
export type InconsistencyView = Pick<Inconsistency, 'code' | 'values'> & {
  claims: number[];
  place: { paragraph: number; words: string } | null;
};

/** How similar a metric's name is to the proposed one (0–1). `same`: same subject, measure and scope. */
export type Likely = { score: number; same: boolean };
