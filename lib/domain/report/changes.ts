/** What changed between a published report of an article and the one before it. */

import type { ReportChanges, ReportClaim, ReportClaimChange, ReportContent } from './content';

const differ = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);

type Reported = Pick<ReportContent, 'score' | 'claims' | 'article' | 'sources'>;

/** What changed between two reports of one article. Claims are matched by number. */
export function reportChanges(before: Reported, after: Reported): ReportChanges {
  const old = new Map(before.claims.map((claim) => [claim.number, claim]));
  const kept = new Set(after.claims.map(({ number }) => number));
  const [sourcesBefore, sourcesAfter] = [evidenceReader(before), evidenceReader(after)];
  const claims = after.claims.flatMap((claim): ReportClaimChange[] => {
    const { number, exact, standing } = claim;
    const was = old.get(number);
    const about = { claim: number, exact };
    if (!was) return [{ ...about, what: 'added', standing }];
    const changed: ReportClaimChange[] = [];
    if (was.standing !== standing) changed.push({ ...about, what: 'standing', from: was.standing, to: standing });
    if (was.exact !== exact) changed.push({ ...about, what: 'words', was: was.exact });
    if (differ(foundIn(was), foundIn(claim))) changed.push({ ...about, what: 'findings' });
    if (differ(sourcesBefore(was), sourcesAfter(claim))) changed.push({ ...about, what: 'sources' });
    if (was.correction !== claim.correction) changed.push({ ...about, what: 'correction' });
    if (differ(describedAs(was), describedAs(claim))) changed.push({ ...about, what: 'described' });
    return changed;
  });
  const gone = before.claims
    .filter(({ number }) => !kept.has(number))
    .map(({ number, exact, standing }) => ({ claim: number, exact, what: 'removed' as const, standing }));
  const pointsOf = ({ score: { result } }: Reported) => (result.state === 'scored' ? result.score : null);
  const move = <T>(from: T, to: T) => (from === to ? null : { from, to });
  return {
    score: move(pointsOf(before), pointsOf(after)),
    coverage: move(before.score.result.coverage, after.score.result.coverage),
    revision: move(before.article.revision, after.article.revision),
    claims: [...claims, ...gone],
  };
}

/**
 * Reads what a claim rests on from the content of its sources: the same source may have another number in the other
 * report.
 */
function evidenceReader({ sources }: Reported) {
  const sourceOf = new Map(sources.map((source) => [source.citation, source]));
  return ({ evidence }: ReportClaim) =>
    evidence.map(({ citation, stance, excerpt, locator }) => {
      const source = sourceOf.get(citation);
      return [source?.title, source?.url, source?.published, source?.retiredAt, stance, excerpt, locator];
    });
}

/** What people found about a claim, without who they are: names may be published in one report and not in the other. */
const foundIn = ({ judgements, ruling }: ReportClaim) =>
  [...judgements, ...(ruling ? [ruling] : [])].map(({ verdict, text }) => [verdict, text]);

const describedAs = ({ kind, checkWorthy, weight, speaker, figure, quote }: ReportClaim) => [
  ...[kind, checkWorthy, weight, speaker?.name, figure?.reads.en, figure?.asOf, quote],
];

/** Whether anything at all changed. */
export function hasChanged({ score, coverage, revision, claims }: ReportChanges): boolean {
  return Boolean(score || coverage || revision || claims.length > 0);
}
