import { getFormatter, getTranslations } from 'next-intl/server';
import type { ScoreExplanation } from '#lib/domain/report/score';

/** The score with how sure it is, or what is missing for one; never the one without the other. */
export async function ScoreBlock({ score: { result, rules, sums } }: { score: ScoreExplanation }) {
  const [t, format] = await Promise.all([getTranslations('report.score'), getFormatter()]);
  const percent = (share: number) => format.number(Math.floor(share * 100) / 100, { style: 'percent' });
  const coverage = t('coverage', { coverage: percent(result.coverage ?? 0), floor: percent(rules.coverageFloor) });
  const made = (
    <a href="#method" className="mt-3 inline-block text-[13px] text-accent hover:underline print:hidden">
      {t('how')}
    </a>
  );
  if (result.state === 'scored') {
    const { score, low, high } = result;
    return (
      <div>
        <p className="num font-serif text-[64px]/none font-semibold tracking-tight">
          {format.number(Math.round(score))}
          <small className="ml-1.5 font-sans text-[17px] font-medium tracking-normal text-ink-3">/ 100</small>
        </p>
        <p className="num mt-3 text-[13px] text-ink-2">
          {t.rich('between', {
            low: Math.round(low),
            high: Math.round(high),
            b: (held) => <b className="font-semibold text-ink">{held}</b>,
          })}
          <br />
          {coverage}
        </p>
        <p className="mt-2 text-[13px] text-ink-3">{t('notCounted')}</p>
        {made}
      </div>
    );
  }
  const { missing, isReachable } = result;
  return (
    <div>
      <p className="font-serif text-[25px]/[1.2] font-semibold tracking-tight text-balance break-keep wrap-anywhere">
        {t('notEnough')}
      </p>
      <p className="num mt-3 text-[13px] text-ink-2">
        {coverage}
        <br />
        {t('found', { settled: sums.claims.settled, least: rules.leastSettled })}
      </p>
      <p className="mt-2 text-[13px] text-ink-3">
        {isReachable ? t('missing', { claims: missing.claims, coverage: percent(missing.coverage) }) : t('unreachable')}
      </p>
      {made}
    </div>
  );
}
