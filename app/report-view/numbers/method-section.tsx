import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { evidenceStrengths, findings, type StrengthTally } from '#lib/domain/claims/evidence-strength';
import { verdicts } from '#lib/domain/claims/standing';
import { claimWeights } from '#lib/domain/claims/weight';
import { type RatingScale, ratingOf } from '#lib/domain/report/rating-scale';
import type { ScoreExplanation } from '#lib/domain/report/score';
import type { ClaimRow, RowsAbout } from '../claims/claim-row';
import { type ContributionRow, ContributionRows } from '../claims/claim-rows';
import { cell, Heading, headCell } from '../heading';
import type { Listing } from '../listing';
import { LongRows, RowsLeftOut } from '../long-list';

const numberHead = `${headCell} text-right`;
const numberCell = `${cell} num text-right`;

type MethodProps = {
  score: ScoreExplanation;
  strength: StrengthTally;
  scale: RatingScale;
  /** Rows of the claims, by number. */
  claims: Map<number, ClaimRow>;
  about: RowsAbout;
  listing: Listing;
};

/** How the score comes about: formula, weights and sums, what every claim does to it, and what it would be otherwise. */
export function MethodSection({ score, strength, scale, claims, about, listing }: MethodProps) {
  const t = useTranslations('report.method');
  return (
    <section id="method" className="scroll-mt-16">
      <Heading>{t('title')}</Heading>
      <Formula score={score} scale={scale} />
      <div className="mt-4 grid gap-x-10 gap-y-5 md:grid-cols-2">
        <Sensitivity score={score} />
        <Strength strength={strength} />
      </div>
      <Contributions rows={score.rows} claims={claims} about={about} listing={listing} />
    </section>
  );
}

/** Writes numbers of the method with at most `digits` decimals; a dash for none. */
function useNumber() {
  const format = useFormatter();
  return (value: number | null, digits = 2) =>
    value === null ? '—' : format.number(value, { maximumFractionDigits: digits });
}

/** The formula in words, with the desk's weights and scale. */
function Formula({ score, scale }: Pick<MethodProps, 'score' | 'scale'>) {
  const t = useTranslations('report.method');
  const words = useTranslations('words');
  const format = useFormatter();
  const locale = useLocale();
  const number = useNumber();
  const { result, rules, sums } = score;
  return (
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
  );
}

/** What the score would be if disputed claims counted otherwise. */
function Sensitivity({ score: { sensitivity, rules } }: Pick<MethodProps, 'score'>) {
  const t = useTranslations('report.method');
  const number = useNumber();
  if (sensitivity.length === 0) return null;
  return (
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
          <tr key={row.disputedValue} className={row.disputedValue === rules.disputedValue ? 'font-semibold' : ''}>
            <td className={`${cell} num`}>{number(row.disputedValue)}</td>
            <td className={numberCell}>{number(row.score, 1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How strong the evidence of each finding is. */
function Strength({ strength }: Pick<MethodProps, 'strength'>) {
  const t = useTranslations('report.method');
  const words = useTranslations('words');
  const shown = findings.filter((finding) => evidenceStrengths.some((name) => strength[finding][name] > 0));
  if (shown.length === 0) return null;
  return (
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
  );
}

type ContributionsProps = Pick<MethodProps, 'about' | 'listing' | 'claims'> & { rows: ScoreExplanation['rows'] };

/** What every claim does to the score. */
function Contributions({ rows, claims, about, listing }: ContributionsProps) {
  const t = useTranslations('report.method');
  const format = useFormatter();
  const number = useNumber();
  const signed = (value: number | null) =>
    value === null ? '—' : format.number(value, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const written = rows.flatMap((row): ContributionRow[] => {
    const claim = claims.get(row.number);
    if (!claim) return [];
    const [weight, value] = [number(row.w), number(row.value)];
    return [[claim, weight, value, number(row.points, 1), number(row.without, 1), signed(row.contribution)]];
  });
  return (
    <details
      id="contributions"
      className="mt-5 scroll-mt-16 print:open:block"
      open={rows.length <= 40 || listing.whole === 'contributions'}
    >
      <summary className="cursor-pointer text-[13px] font-medium">{t('contributions')}</summary>
      <table className="report-rows report-contributions mt-2 w-full border-collapse text-[13px]">
        <thead>
          <tr>
            <th className={`${headCell} w-9`}>#</th>
            <th className={headCell}>{t('claim')}</th>
            <th className={headCell}>{t('standing')}</th>
            <th className={numberHead}>w</th>
            <th className={numberHead}>v</th>
            <th className={numberHead}>{t('points')}</th>
            <th className={numberHead}>{t('without')}</th>
            <th className={numberHead}>{t('contribution')}</th>
          </tr>
        </thead>
        <tbody>
          <LongRows
            rows={written}
            list="contributions"
            listing={listing}
            note={(text) => (
              <tr>
                <td colSpan={8}>{text}</td>
              </tr>
            )}
          >
            {(part) => <ContributionRows rows={part} about={about} />}
          </LongRows>
        </tbody>
      </table>
      <RowsLeftOut total={written.length} list="contributions" listing={listing} />
    </details>
  );
}
