import Link from 'next/link';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { claimAddress } from '#lib/domain/articles/addresses';
import type { MetricLine } from '#lib/domain/ledger/ledger';
import { Avatar } from '../../_shell/avatar';
import { MetricStandingTag } from '../metric-standing';
import { lineTold } from './history-line';

/** The story of a metric, newest first. */
export async function History({ lines }: { lines: MetricLine[] }) {
  const t = await getTranslations('figures.history');
  if (lines.length === 0) return <p className="text-ink-2">{t('empty')}</p>;
  return (
    <ol className="divide-y divide-line-2 border-t border-line">
      {lines.map((line) => (
        <Line key={line.seq} line={line} />
      ))}
    </ol>
  );
}

async function Line({ line }: { line: MetricLine }) {
  const [t, format, language] = await Promise.all([getTranslations('figures.history'), getFormatter(), getLocale()]);
  const { form, articleId, ...told } = lineTold(line, language);
  return (
    <li className="grid grid-cols-[22px_minmax(0,1fr)] gap-x-3 py-2.5 sm:grid-cols-[22px_minmax(0,1fr)_auto]">
      {line.verb === 'standing' ? (
        <span aria-hidden="true" className="mx-auto mt-1.5 size-2 rounded-full bg-ink-3" />
      ) : (
        <Avatar person={line.actor} small />
      )}
      <p className="min-w-0 text-ink-2 wrap-anywhere [&_b]:text-ink">
        {(form === 'settled' || form === 'disputed' || form === 'open') && (
          <>
            <MetricStandingTag standing={form} />{' '}
          </>
        )}
        {t.rich(`did.${line.verb}`, {
          ...told,
          form,
          name: line.actor.name,
          b: (held) => <b className="font-semibold">{held}</b>,
          link: (held) =>
            articleId ? (
              <Link
                href={claimAddress(articleId, told.claim)}
                className="underline decoration-line decoration-1 underline-offset-3 hover:decoration-ink"
              >
                {held}
              </Link>
            ) : (
              held
            ),
        })}
      </p>
      <time dateTime={line.at} className="num text-[12px] text-ink-3 max-sm:col-start-2">
        {format.dateTime(new Date(line.at), { dateStyle: 'medium', timeStyle: 'short' })}
      </time>
    </li>
  );
}
