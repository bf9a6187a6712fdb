/**
 * The words of the files that people read, in the reader's language. Files for programs (CSV, JSON) have words of their own
 * that never change.
 */
import type { ClaimKind } from '#lib/domain/claim';
import type { EvidenceStrength } from '#lib/domain/evidence-strength';
import type { FigureLanguage } from '#lib/domain/figure-text';
import type { QuoteAnswers, QuoteFinding } from '#lib/domain/quote-check';
import type { SourceKind, Stance } from '#lib/domain/source';
import type { Confidence, Standing } from '#lib/domain/standing';
import type { ClaimWeight } from '#lib/domain/weight';

/** Names of sheets, columns and headings, in the order in which the files use them. */
export const exportLabels = [
  ...['claims', 'figures', 'sources', 'judgements'],
  ...['fact', 'where', 'speaker', 'method', 'source', 'date', 'verdict', 'why'],
  ...['number', 'kind', 'weight', 'checkWorthy', 'claim', 'from', 'words', 'reads', 'low', 'high', 'unit', 'per'],
  ...['bound', 'asOf', 'metric', 'stance', 'title', 'publisher', 'link', 'published', 'accessed', 'sourceKind'],
  ...['repeats', 'excerpt', 'locator', 'reviewer', 'confidence', 'at', 'form', 'ruling', 'judgement', 'said'],
  ...['wording', 'context', 'fromArticle', 'ownText', 'legend', 'noClaims', 'elsewhere', 'original'],
] as const;
export type ExportLabel =
  | ('claims' | 'figures' | 'sources' | 'judgements')
  | ('fact' | 'where' | 'speaker' | 'method' | 'source' | 'date' | 'verdict' | 'why')
  | ('number' | 'kind' | 'weight' | 'checkWorthy' | 'claim' | 'from' | 'words' | 'reads' | 'low' | 'high' | 'unit')
  | ('per' | 'bound' | 'asOf' | 'metric' | 'stance' | 'title' | 'publisher' | 'link' | 'published' | 'accessed')
  | ('sourceKind' | 'repeats' | 'excerpt' | 'locator' | 'reviewer' | 'confidence' | 'at' | 'form' | 'ruling')
  | ('judgement' | 'said' | 'wording' | 'context' | 'fromArticle' | 'ownText' | 'legend' | 'noClaims' | 'elsewhere')
  | 'original';
