/** Measures of scores against labels. */

export interface Scored {
  score: number;
  worthy: boolean;
}

/** F1 of what scores half or more. */
export function f1(scored: Scored[]): number {
  let [right, found, wanted] = [0, 0, 0];
  for (const { score, worthy } of scored) {
    if (score >= 0.5) found++;
    if (worthy) wanted++;
    if (score >= 0.5 && worthy) right++;
  }
  return (2 * right) / Math.max(found + wanted, 1);
}

/** Average precision; of equal scores, negatives come first. */
export function averagePrecision(scored: Scored[]): number {
  const ranked = [...scored].sort((a, b) => b.score - a.score || Number(a.worthy) - Number(b.worthy));
  let [hits, sum] = [0, 0];
  for (const [i, { worthy }] of ranked.entries()) if (worthy) sum += ++hits / (i + 1);
  return sum / Math.max(hits, 1);
}

export interface Bin {
  from: number;
  count: number;
  /** Mean score, and the share that is worthy. */
  score: number;
  share: number;
}

/** The reliability curve: ten bins of scores. */
export function reliability(scored: Scored[]): Bin[] {
  return Array.from({ length: 10 }, (_, at) => {
    const own = scored.filter(({ score }) => Math.min(Math.floor(score * 10), 9) === at);
    const count = Math.max(own.length, 1);
    return {
      from: at / 10,
      count: own.length,
      score: own.reduce((sum, { score }) => sum + score, 0) / count,
      share: own.filter(({ worthy }) => worthy).length / count,
    };
  });
}

/** Expected calibration error: how far scores and shares are apart, weighted by the size of the bins. */
export const calibrationError = (scored: Scored[]): number =>
  reliability(scored).reduce(
    (sum, { count, score, share }) => sum + (count * Math.abs(score - share)) / scored.length,
    0,
  );
