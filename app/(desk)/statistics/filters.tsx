import Link from 'next/link';
import { namedPeriods, type StatisticsQuery } from '#lib/domain/statistics/statistics-query';
import { claimKinds } from '#lib/reading/claim-kinds';
import { Button, buttonClass } from '#ui/button';
import { Field, Select } from '#ui/field';
import type { StatisticsWords } from '../../i18n/statistics';
import { controlLook } from '../../ui/control-look';
import { statisticsHref } from './address';

type FiltersProps = { query: StatisticsQuery; outlets: string[]; words: StatisticsWords };

const chipClass =
  'rounded-full border border-line bg-sheet px-2.5 py-0.5 text-[12.5px] text-ink-2 hover:text-ink aria-[current=true]:border-ink aria-[current=true]:bg-ink aria-[current=true]:text-paper';

/** What is counted: links and a form whose answers are addresses, so that they work without scripts. */
export function Filters({ query, outlets, words }: FiltersProps) {
  const { t } = words;
  const { period, from, to, outlet, kind } = query;
  const hasDays = from !== null || to !== null;
  const count = [hasDays, outlet !== '', kind !== null].filter(Boolean).length;
  const day = (date: string | null) => (date === null ? '…' : words.day(date));
  return (
    <>
      <nav aria-label={t('period.label')} className="mb-3.5 flex flex-wrap items-center gap-1.5">
        {namedPeriods.map((name) => (
          <Link
            key={name}
            href={statisticsHref(query, { period: name, from: null, to: null })}
            aria-current={(!hasDays && period === name) || undefined}
            className={chipClass}
          >
            {t(`period.${name}`)}
          </Link>
        ))}
        {hasDays && (
          <Link href={statisticsHref(query)} aria-current className={chipClass}>
            {t('period.days', { from: day(from), to: day(to) })}
          </Link>
        )}
      </nav>
      <details className="group mb-3 rounded-lg border border-line bg-sheet" open={outlet !== '' || kind !== null}>
        <summary className="flex min-h-10 cursor-pointer items-center gap-2 px-3.5 text-[13.5px] font-medium">
          {t('filter.title')} {count > 0 && <span className="num text-ink-3">{t('filter.count', { count })}</span>}
        </summary>
        <form action="/statistics" className="border-t border-line-2 p-3.5">
          <input type="hidden" name="period" value={period} />
          <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
            {(['from', 'to'] as const).map((name) => (
              <Field key={name} label={t(`filter.${name}`)}>
                <input type="date" name={name} defaultValue={query[name] ?? ''} className={controlLook} />
              </Field>
            ))}
            <Field label={t('filter.outlet')}>
              <Select name="outlet" defaultValue={outlet}>
                <option value="">{t('filter.any')}</option>
                {[...new Set([...outlets, ...(outlet === '' ? [] : [outlet])])].map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </Select>
            </Field>
            <Field label={t('filter.kind')}>
              <Select name="kind" defaultValue={kind ?? ''}>
                <option value="">{t('filter.any')}</option>
                {claimKinds.map((one) => (
                  <option key={one} value={one}>
                    {words.kind(one)}
                  </option>
                ))}
              </Select>
            </Field>
          </div>
          <div className="mt-3.5 flex flex-wrap items-center justify-end gap-x-3 gap-y-2.5">
            {count > 0 && (
              <Link
                href={statisticsHref({ ...query, from: null, to: null, outlet: '', kind: null })}
                className={buttonClass('quiet')}
              >
                {t('filter.clear')}
              </Link>
            )}
            <Button type="submit" look="primary">
              {t('filter.show')}
            </Button>
          </div>
        </form>
      </details>
    </>
  );
}
