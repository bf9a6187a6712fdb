import Link from 'next/link';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { claimAddress } from '#lib/domain/articles/addresses';
import type { Against, ObservationRow } from '#lib/domain/ledger/ledger';
import { Tag } from '#ui/tag';
import { showPartialDate } from '../../../i18n/partial-date';
import { againstWords } from '../../../words/against';
import { SourceLink } from '../../../words/source-link';
import { StandingTag } from '../../../words/standing';

const headCell =
  'border-b border-line py-1.5 pr-4 text-left text-[12px] font-medium whitespace-nowrap text-ink-3 last:pr-0';
const cell = 'border-b border-line-2 py-2.5 pr-4 align-top last:pr-0 max-md:border-0 max-md:p-0';
const fact = `${cell} max-md:flex max-md:gap-2 max-md:before:w-28 max-md:before:shrink-0 max-md:before:text-ink-3 max-md:before:content-[attr(data-column)]`;

/** What the plot shows, in words: every value with who says it, where, and how it stands to the sources. */
export async function Observations({ rows }: { rows: ObservationRow[] }) {
  const [t, words, format, language] = await Promise.all([
    getTranslations('figures.table'),
    getTranslations('words'),
    getFormatter(),
    getLocale(),
  ]);
  return (
    <table className="w-full border-collapse text-[13.5px] max-md:block">
      <thead className="max-md:sr-only">
        <tr>
          <th className={headCell}>{t('value')}</th>
          <th className={headCell}>{t('saidBy')}</th>
          <th className={headCell}>{t('asOf')}</th>
          <th className={headCell}>{t('where')}</th>
          <th className={headCell}>{t('against')}</th>
        </tr>
      </thead>
      <tbody className="max-md:grid max-md:gap-3">
        {rows.map((row) => {
          const { id, article, claim, source, standing, stance, against } = row;
          return (
            <tr
              key={id}
              className="max-md:grid max-md:gap-1 max-md:rounded-lg max-md:border max-md:border-line max-md:bg-sheet max-md:p-3.5"
            >
              <td className={`${cell} num w-44 font-medium max-md:w-auto max-md:text-[15px]`}>{row.reads[language]}</td>
              <td className={fact} data-column={t('saidBy')}>
                <span className="min-w-0">
                  {source ? (
                    <>
                      <SourceLink source={source} />
                      <span className="mt-0.5 block text-[12px] text-ink-3">
                        {words(`sourceKind.${source.kind}`)}
                        {stance && ` · ${words(`stance.${stance}`)}`}
                      </span>
                    </>
                  ) : (
                    <>
                      <span lang={article.language} className="font-serif">
                        {article.title}
                      </span>
                      {standing && (
                        <span className="mt-0.5 block">
                          <StandingTag standing={standing} />
                        </span>
                      )}
                    </>
                  )}
                </span>
              </td>
              <td className={`${fact} num whitespace-nowrap`} data-column={t('asOf')}>
                {showPartialDate(format, row.figure.asOf) ?? <span className="text-ink-3">{t('undated')}</span>}
              </td>
              <td className={`${fact} md:max-w-72`} data-column={t('where')}>
                <span className="min-w-0">
                  <Link
                    href={claimAddress(article.id, claim.number)}
                    lang={article.language}
                    className="line-clamp-2 font-serif underline decoration-line underline-offset-3 hover:decoration-ink"
                  >
                    {source ? row.raw : claim.exact}
                  </Link>
                  <span className="num mt-0.5 block text-[12px] text-ink-3">
                    {source && (
                      <span lang={article.language} className="line-clamp-1">
                        {article.title}
                      </span>
                    )}
                    {t('claim', { number: claim.number, paragraph: claim.paragraph })}
                  </span>
                </span>
              </td>
              <td className={`${fact} ${source ? 'max-md:hidden' : ''}`} data-column={t('against')}>
                {source ? <span className="text-ink-3">–</span> : <AgainstTag against={against} />}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const tones = {
  consistent: 'verified',
  off: 'disputed',
  'power-of-ten': 'false',
  'different-unit': undefined,
  'different-date': undefined,
} as const;

/** How a claimed value stands to what the sources say. */
async function AgainstTag({ against }: { against: Against | null }) {
  const [t, words, format] = await Promise.all([
    getTranslations('figures.table'),
    getTranslations('measure.against'),
    getFormatter(),
  ]);
  if (!against) return <span className="text-[12.5px] text-ink-3">{t('none')}</span>;
  return <Tag tone={tones[against.relation]}>{againstWords(against, words, format).text}</Tag>;
}
