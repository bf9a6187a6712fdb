/**
 * The words in files that people read, in the reader's language. Files for programs (CSV, JSON) have fixed words of
 * their own.
 */

import type { SpeakerView } from '#lib/domain/claims/claim-view';
import type { EvidenceStrength } from '#lib/domain/claims/evidence-strength';
import type { Context, QuoteFinding, Said, Wording } from '#lib/domain/claims/quote-check';
import type { SourceKind, Stance } from '#lib/domain/claims/source';
import type { Confidence, Standing } from '#lib/domain/claims/standing';
import type { ClaimWeight } from '#lib/domain/claims/weight';
import type { ClaimKind } from '#lib/reading/claim-kinds';
import type { FigureLanguage } from '#lib/reading/describe-figure';
import type { Qualifier } from '#lib/reading/figure-types';

/** Names of sheets, columns and headings. */
export type ExportLabel =
  | ('claims' | 'figures' | 'sources' | 'judgements')
  | ('fact' | 'where' | 'speaker' | 'method' | 'source' | 'date' | 'verdict' | 'why' | 'correction')
  | ('number' | 'kind' | 'weight' | 'checkWorthy' | 'claim' | 'from' | 'words' | 'reads' | 'low' | 'high' | 'unit')
  | ('per' | 'bound' | 'asOf' | 'metric' | 'citation' | 'stance' | 'title' | 'publisher' | 'link' | 'published')
  | ('accessed' | 'sourceKind' | 'repeats' | 'excerpt' | 'locator' | 'reviewer' | 'confidence' | 'at' | 'form')
  | ('ruling' | 'judgement' | 'quoteCheck' | 'said' | 'wording' | 'context' | 'ownText' | 'legend' | 'original')
  | ('retired' | 'noClaims' | 'elsewhere' | 'claimReviewed' | 'publicPage' | 'noPage')
  | ('file' | 'capture' | 'bytes' | 'leftOut' | 'withoutOriginal' | 'confidentialFiles')
  | ('article' | 'sentence' | 'standing' | 'judgedOn' | 'independentSources' | 'address' | 'noneFound');

export type ExportWords = {
  language: FigureLanguage;
  label: Record<ExportLabel, string>;
  standing: Record<Standing, string>;
  kind: Record<ClaimKind, string>;
  weight: Record<ClaimWeight, string>;
  stance: Record<Stance, string>;
  sourceKind: Record<SourceKind, string>;
  /** Said beside a source that was withdrawn. */
  retiredSource: string;
  strength: Record<EvidenceStrength, string>;
  confidence: Record<Confidence, string>;
  qualifier: Record<Qualifier, string>;
  said: Record<Said, string>;
  wording: Record<Wording, string>;
  quoteContext: Record<Context, string>;
  quoteFinding: Record<QuoteFinding, string>;
  /** `paragraph 3` */
  paragraph: (number: number) => string;
  /** How many people judged a claim. */
  judgedBy: (people: number) => string;
  ruledBy: (name: string) => string;
  /** How confident a reviewer was, shown after their verdict. */
  confident: (level: Confidence) => string;
  /** `12 of 40 claims, exported on 5 January 2026` */
  summary: (listed: number, all: number, exportedAt: Date) => string;
  /** `Claims of the desk, exported on 5 January 2026` */
  searched: (exportedAt: Date) => string;
  /** Said where a list ends before all claims are told. */
  firstOnly: (claims: number) => string;
  /** How many independent sources a claim has. */
  sourcesOf: (sources: number) => string;
  /** `Claim 4 of “What AI costs”` */
  claimOf: (number: number, title: string) => string;
  /** A stated date of year, month or day precision. */
  date: (date: string) => string;
};

/** A speaker with role and organisation, in one line. */
export const speakerLine = ({ name, role, organisation }: SpeakerView): string =>
  [name, role, organisation].filter(Boolean).join(', ');
