/**
 * The credibility report: score, counts and coverage, computed only from an article's claims.
 *
 * Only check-worthy claims count. Open and contested claims are unsettled: they lower coverage and never count against
 * the article.
 */

import { type ClaimView, type SourceView } from '#lib/domain/claims/claim-view';
import {
  type EvidenceStrength,
  type StrengthTally,
  strengthOf,
  tallyStrength,
} from '#lib/domain/claims/evidence-strength';
import { countOrigins, type SourceKind, sourceKinds } from '#lib/domain/claims/source';
import { isSettled, type Standing, standings } from '#lib/domain/claims/standing';
import { type ClaimsInText, inReadingOrder } from '#lib/domain/review/review';
import { type ClaimKind, claimKinds } from '#lib/reading/claim-kinds';
import { explainScore, type ScoreExplanation, type ScoreRules } from './score';

export type Tally = { total: number; settled: number; standings: Record<Standing, number> };

/** Progress of some claims, by standing. Only check-worthy claims count. */
export const tally = (claims: { standing: Standing; checkWorthy: boolean }[]): Tally =>
  tallyCounts(claims.map(({ standing, checkWorthy }) => ({ standing, count: checkWorthy ? 1 : 0 })));

/** The same for check-worthy claims that are already counted by standing. */
export function tallyCounts(counts: { standing: Standing; count: number }[]): Tally {
  const sums = Object.fromEntries(standings.map((standing) => [standing, 0])) as Record<Standing, number>;
  let settled = 0;
  let total = 0;
  for (const { standing, count } of counts) {
    sums[standing] += count;
    total += count;
    if (isSettled(standing)) settled += count;
  }
  return { total, settled, standings: sums };
}

export type CitedSource = SourceView & { citation: number; claims: number[] };

export type Report = {
  tally: Tally;
  /**
   * Settled share of the check-worthy claims, 0–1; null where there are none. This is progress of the work. The
   * coverage of the score is different: it goes by weight and counts only findings.
   */
  coverage: number | null;
  score: ScoreExplanation;
  /** What the findings rest on. */
  strength: StrengthTally;
  /** null: the article's own text. */
  bySpeaker: { speaker: { name: string; detail: string | null } | null; tally: Tally }[];
  byKind: { kind: ClaimKind; tally: Tally }[];
  /** The kinds of the cited sources, and the claims that rest on each kind. A claim may occur in several. */
  bySourceKind: { kind: SourceKind; sources: number; tally: Tally }[];
  /** Claims in reading order, with the numbers of the sources they cite. */
  claims: {
    claim: ClaimView;
    paragraph: number;
    citations: number[];
    origins: number;
    strength: EvidenceStrength | null;
  }[];
  /** Every cited source once, numbered from 1 in order of first citation. */
  sources: CitedSource[];
};

/**
 * Claims in reading order and the sources that they cite. Sources are numbered from 1 by first citation among these
 * claims, so part of an article's claims makes a list of its own.
 */
export function citeSources({ paragraphs, claims }: ClaimsInText): Pick<Report, 'claims' | 'sources'> {
  const ordered = inReadingOrder(claims, paragraphs);
  const numberOf = new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph.number]));
  const sources = new Map<string, CitedSource>();
  for (const claim of ordered) {
    for (const { source } of claim.evidence) {
      const cited = sources.get(source.id) ?? { ...source, citation: sources.size + 1, claims: [] };
      // Claims come one after another, so a source already cited by this claim has it last.
      if (cited.claims.at(-1) !== claim.number) cited.claims.push(claim.number);
      sources.set(source.id, cited);
    }
  }
  return {
    claims: ordered.map((claim) => ({
      claim,
      paragraph: numberOf.get(claim.paragraphId) ?? 0,
      citations: [...new Set(claim.evidence.map(({ source }) => sources.get(source.id)?.citation ?? 0))],
      origins: countOrigins(claim.evidence.map(({ source }) => source)),
      strength: strengthOf(claim),
    })),
    sources: [...sources.values()],
  };
}

export function buildReport({ paragraphs, claims }: ClaimsInText, rules: Partial<ScoreRules> = {}): Report {
  const cited = citeSources({ paragraphs, claims });
  const total = tally(claims);
  return {
    tally: total,
    coverage: total.total === 0 ? null : total.settled / total.total,
    score: explainScore(claims, rules),
    strength: tallyStrength(claims),
    bySpeaker: tallyBySpeaker(cited.claims.map(({ claim }) => claim)),
    byKind: claimKinds
      .map((kind) => ({ kind, tally: tally(claims.filter((claim) => claim.kind === kind)) }))
      .filter((row) => row.tally.total > 0),
    bySourceKind: sourceKinds
      .map((kind) => ({
        kind,
        sources: cited.sources.filter((source) => source.kind === kind).length,
        tally: tally(claims.filter(({ evidence }) => evidence.some(({ source }) => source.kind === kind))),
      }))
      .filter((row) => row.sources > 0),
    ...cited,
  };
}

function tallyBySpeaker(claims: ClaimView[]): Report['bySpeaker'] {
  const groups = new Map<string, ClaimView[]>();
  for (const claim of claims) {
    const key = claim.speaker?.id ?? '';
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  return [...groups.values()]
    .map((group) => {
      const speaker = group[0]?.speaker ?? null;
      const detail = speaker && [speaker.role, speaker.organisation].filter(Boolean).join(' · ');
      return { speaker: speaker && { name: speaker.name, detail: detail || null }, tally: tally(group) };
    })
    .filter((row) => row.tally.total > 0)
    .sort((a, b) => b.tally.total - a.tally.total);
}
