import { X } from 'lucide-react';
import Link from 'next/link';
import { getFormatter, getTranslations } from 'next-intl/server';
import {
  type ClaimQuery,
  claimParameters,
  claimSorts,
  countFilters,
  sourceCounts,
} from '#lib/domain/search/claim-query';
import { claimKinds } from '#lib/reading/claim-kinds';
import { Button, buttonClass } from '#ui/button';
import { Field, Select } from '#ui/field';
import { showPartialDate } from '../../i18n/partial-date';
import { controlLook } from '../../ui/control-look';
import { claimsHref } from './address';

const texts = ['figure', 'speaker', 'reviewer', 'source', 'article', 'publisher', 'metric'] as const;
const days = [
  ['judged', 'judgedFrom', 'judgedTo'],
  ['published', 'publishedFrom', 'publishedTo'],
] as const;

/** Everything a list of claims can be narrowed by. A form whose answer is an address: it works without scripts. */
export async function Filters({ query, names }: { query: ClaimQuery; names: Partial<Record<string, string>> }) {
  const [t, kinds] = await Promise.all([getTranslations('claims.filter'), getTranslations('words.kind')]);
  const count = countFilters(query);
  const { q, standing } = claimParameters(query);
  return (
    <details className="group mb-4 rounded-lg border border-line bg-sheet">
      <summary className="flex min-h-10 cursor-pointer items-center gap-2 px-3.5 text-[13.5px] font-medium">
        {t('title')} {count > 0 && <span className="num text-ink-3">{t('count', { count })}</span>}
      </summary>
      <form action="/claims" className="border-t border-line-2 p-3.5">
        {q !== undefined && <input type="hidden" name="q" value={q} />}
        {standing !== undefined && <input type="hidden" name="standing" value={standing} />}
        <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
          <Field label={t('kind')}>
            <Select name="kind" defaultValue={query.kind ?? ''}>
              <option value="">{t('any')}</option>
              {claimKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {kinds(kind)}
                </option>
              ))}
            </Select>
          </Field>
          {texts.map((name) => (
            <Field
              key={name}
              label={t(name)}
              hint={name === 'figure' ? t('figureHint') : names[name] && `= ${names[name]}`}
            >
              <input name={name} defaultValue={query[name]} maxLength={300} className={controlLook} />
            </Field>
          ))}
          {days.map(([name, from, to]) => (
            <fieldset key={name} className="min-w-0 sm:col-span-2">
              <legend className="mb-1 text-[13px] font-medium text-ink-2">{t(name)}</legend>
              <div className="flex items-center gap-1.5">
                <input
                  type="date"
                  name={`${name}-from`}
                  defaultValue={query[from] ?? ''}
                  aria-label={t('from', { what: t(name) })}
                  className={`${controlLook} min-w-0 px-1.5`}
                />
                <span aria-hidden="true" className="text-ink-3">
                  –
                </span>
                <input
                  type="date"
                  name={`${name}-to`}
                  defaultValue={query[to] ?? ''}
                  aria-label={t('to', { what: t(name) })}
                  className={`${controlLook} min-w-0 px-1.5`}
                />
              </div>
            </fieldset>
          ))}
          <Field label={t('sources')}>
            <Select name="sources" defaultValue={query.sources ?? ''}>
              <option value="">{t('any')}</option>
              {sourceCounts.map((one) => (
                <option key={one} value={one}>
                  {t(`sourceCount.${one}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('sort')}>
            <Select name="sort" defaultValue={query.sort}>
              {claimSorts
                .filter((sort) => sort !== 'best' || query.search !== '')
                .map((sort) => (
                  <option key={sort} value={sort}>
                    {t(`by.${sort}`)}
                  </option>
                ))}
            </Select>
          </Field>
        </div>
        <div className="mt-3.5 flex flex-wrap items-center gap-x-5 gap-y-2.5 text-[13.5px]">
          {(['lookAgain', 'overdue'] as const).map((name) => (
            <label key={name} className="flex min-h-7 items-center gap-1.5">
              <input
                type="checkbox"
                name={name === 'lookAgain' ? 'look-again' : name}
                value="1"
                defaultChecked={query[name]}
                className="accent-accent"
              />
              {t(name)}
            </label>
          ))}
          <span className="flex-1" />
          <Button type="submit" look="primary">
            {t('show')}
          </Button>
        </div>
      </form>
    </details>
  );
}

const cleared = {
  ...{ kind: null, speaker: '', reviewer: '', source: '', article: '', publisher: '', metric: '', figure: '' },
  ...{ judgedFrom: null, judgedTo: null, publishedFrom: null, publishedTo: null, sources: null },
  ...{ lookAgain: false, overdue: false },
} satisfies Partial<ClaimQuery>;

/** The filters that are set, each with the address without it. */
export async function FiltersSet({ query, names }: { query: ClaimQuery; names: Partial<Record<string, string>> }) {
  const [t, kinds, format] = await Promise.all([
    getTranslations('claims.filter'),
    getTranslations('words.kind'),
    getFormatter(),
  ]);
  const day = (date: string | null) => showPartialDate(format, date) ?? '…';
  const set: [string, Partial<ClaimQuery>][] = [
    ...(query.kind ? [[kinds(query.kind), { kind: null }] satisfies [string, Partial<ClaimQuery>]] : []),
    ...texts
      .filter((name) => query[name] !== '')
      .map((name): [string, Partial<ClaimQuery>] => [`${t(name)}: ${names[name] ?? query[name]}`, { [name]: '' }]),
    ...days
      .filter(([, from, to]) => query[from] || query[to])
      .map(([name, from, to]): [string, Partial<ClaimQuery>] => [
        `${t(name)}: ${day(query[from])} – ${day(query[to])}`,
        { [from]: null, [to]: null },
      ]),
    ...(query.sources
      ? [
          [`${t('sources')}: ${t(`sourceCount.${query.sources}`)}`, { sources: null }] satisfies [
            string,
            Partial<ClaimQuery>,
          ],
        ]
      : []),
    ...(['lookAgain', 'overdue'] as const)
      .filter((name) => query[name])
      .map((name): [string, Partial<ClaimQuery>] => [t(name), { [name]: false }]),
  ];
  if (set.length === 0) return null;
  return (
    <nav aria-label={t('set')} className="mb-4 flex flex-wrap items-center gap-1.5 text-[13px]">
      {set.map(([label, change]) => (
        <Link
          key={label}
          href={claimsHref(query, change)}
          aria-label={t('without', { filter: label })}
          className="inline-flex min-h-7 max-w-full items-center gap-1 rounded-md bg-wash px-2 text-ink-2 hover:text-ink"
        >
          <span className="truncate">{label}</span>
          <X size={13} className="shrink-0" aria-hidden="true" />
        </Link>
      ))}
      <Link href={claimsHref({ ...query, ...cleared }, {})} className={buttonClass('quiet', 'small')}>
        {t('clear')}
      </Link>
    </nav>
  );
}
