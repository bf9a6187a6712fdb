import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { evidenceStrengths, findings, type StrengthTally } from '#lib/domain/claims/evidence-strength';
import { verdicts } from '#lib/domain/claims/standing';
import { claimWeights } from '#lib/domain/claims/weight';
import { type RatingScale, ratingOf } from '#lib/domain/report/rating-scale';
import type { ScoreExplanation } from '#lib/domain/report/score';
import { StandingTag } from '../../words/standing';
import { cell, Heading, headCell } from '../heading';
import { type Listing, LongRows, RowsLeftOut } from '../long-list';

const numberHead = `${headCell} text-right`;
const numberCell = `${cell} num text-right`;

type MethodProps = {
  score: ScoreExplanation;
  strength: StrengthTally;
  scale: RatingScale;
  exact: Map<number, string>;
  language: string;
  listing: Listing;
};

/** How the score comes about: formula, weights and sums, what every claim does to it, and what it would be otherwise. */
export async function MethodSection({ score, strength, scale, exact, language, listing }: MethodProps) {
  const [t, words, format] = await Promise.all([
    getTranslations('report.method'),
    getTranslations('words'),
    getFormatter(),
  ]);
  const locale = await getLocale();
  const { result, rules, sums, rows, sensitivity } = score;
  const number = (value: number | null, digits = 2) =>
    value === null ? '—' : format.number(value, { maximumFractionDigits: digits });
  const signed = (value: number | null) =>
    value === null ? '—' : format.number(value, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const shown = strengthRows(strength);
  return (
    <section id="method" className="scroll-mt-16">
      <Heading>{t('title')}</Heading>
      <div className="max-w-[75ch] text-[13.5px] text-ink-2">
        <p>{t('formula')}</p>
        <p className="num my-2 rounded-md bg-wash px-3 py-2 font-medium text-ink">
          {result.state === 'scored'
            ? `100 · Σwv / Σw = 100 · ${number(sums.weightedValues)} / ${number(sums.weights.valued)} = ${number(result.score, 4)}`
            : '100 · Σwv / Σw'}
        </p>
        <p>
          {t('weights', {
            list: format.list(
              claimWeights.map((weight) => `${t(`weight.${weight}`)} ${number(rules.weights[weight])}`),
              { type: 'unit' },
            ),
            disputed: number(rules.disputedValue),
          })}
        </p>
        <p className="mt-1.5">
          {t('coverage', {
            settled: number(sums.weights.settled),
            all: number(sums.weights.checkWorthy),
            floor: format.number(rules.coverageFloor, { style: 'percent' }),
            least: rules.leastSettled,
          })}
        </p>
        <p className="mt-1.5">{t('interval', { effective: number(sums.effective) })}</p>
        <p className="mt-1.5">
          {t('scale', {
            name: scale.names[locale],
            list: format.list(
              verdicts.map((verdict) => {
                const { alternateName, ratingValue, bestRating } = ratingOf(scale, verdict, locale);
                const grade = ratingValue === null ? alternateName : `${alternateName} (${ratingValue}/${bestRating})`;
                return t('published', { verdict: words(`standing.${verdict}`), grade });
              }),
              { type: 'unit' },
            ),
          })}
        </p>
      </div>
      <div className="mt-4 grid gap-x-10 gap-y-5 md:grid-cols-2">
        {sensitivity.length > 0 && (
          <table className="w-full self-start border-collapse text-[13px] break-inside-avoid">
            <caption className="pb-1 text-left text-[13px] font-medium">{t('sensitivity')}</caption>
            <thead>
              <tr>
                <th className={headCell}>{t('disputedValue')}</th>
                <th className={numberHead}>{t('score')}</th>
              </tr>
            </thead>
            <tbody>
              {sensitivity.map((row) => (
                <tr
                  key={row.disputedValue}
                  className={row.disputedValue === rules.disputedValue ? 'font-semibold' : ''}
                >
                  <td className={`${cell} num`}>{number(row.disputedValue)}</td>
                  <td className={numberCell}>{number(row.score, 1)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {shown.length > 0 && (
          <table className="w-full self-start border-collapse text-[13px] break-inside-avoid">
            <caption className="pb-1 text-left text-[13px] font-medium">{t('strength.title')}</caption>
            <thead>
              <tr>
                <th className={headCell}>{t('finding')}</th>
                {evidenceStrengths.map((name) => (
                  <th key={name} className={numberHead}>
                    {t(`strength.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((finding) => (
                <tr key={finding}>
                  <td className={cell}>{words(`standing.${finding}`)}</td>
                  {evidenceStrengths.map((name) => (
                    <td key={name} className={`${numberCell} ${strength[finding][name] ? '' : 'text-ink-3'}`}>
                      {strength[finding][name]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      <details className="mt-5 print:open:block" open={rows.length <= 40}>
        <summary className="cursor-pointer text-[13px] font-medium">{t('contributions')}</summary>
        <table className="mt-2 w-full border-collapse text-[13px]">
          <thead>
            <tr>
              <th className={`${headCell} w-9`}>#</th>
              <th className={headCell}>{t('claim')}</th>
              <th className={headCell}>{t('standing')}</th>
              <th className={numberHead}>w</th>
              <th className={numberHead}>v</th>
              <th className={`${numberHead} max-sm:hidden`}>{t('points')}</th>
              <th className={`${numberHead} max-sm:hidden`}>{t('without')}</th>
              <th className={numberHead}>{t('contribution')}</th>
            </tr>
          </thead>
          <tbody>
            <LongRows
              rows={rows}
              listing={listing}
              note={(text) => (
                <tr>
                  <td colSpan={8}>{text}</td>
                </tr>
              )}
            >
              {(row) => (
                <tr key={row.number} className="break-inside-avoid">
                  <td className={`${cell} num text-ink-3`}>{row.number}</td>
                  <td className={cell}>
                    <span lang={language} className="line-clamp-1 font-serif">
                      {exact.get(row.number)}
                    </span>
                  </td>
                  <td className={cell}>
                    <StandingTag standing={row.standing} />
                  </td>
                  <td className={numberCell}>{number(row.w)}</td>
                  <td className={numberCell}>{number(row.value)}</td>
                  <td className={`${numberCell} max-sm:hidden`}>{number(row.points, 1)}</td>
                  <td className={`${numberCell} max-sm:hidden`}>{number(row.without, 1)}</td>
                  <td className={numberCell}>{signed(row.contribution)}</td>
                </tr>
              )}
            </LongRows>
          </tbody>
        </table>
        <RowsLeftOut total={rows.length} listing={listing} />
      </details>
    </section>
  );
}

const strengthRows = (strength: StrengthTally) =>
  findings.filter((finding) => evidenceStrengths.some((name) => strength[finding][name] > 0));
