import { Scale } from 'lucide-react';
import Link from 'next/link';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { claimAddress } from '#lib/domain/articles/addresses';
import { metricStandings, type NoticeView } from '#lib/domain/ledger/ledger';

/** A figure's reading among a notice's facts, in the reader's language. */
function readIn(facts: unknown, language: 'en' | 'zh'): string {
  if (facts === null || typeof facts !== 'object') return '';
  const text = new Map(Object.entries(facts)).get(language);
  return typeof text === 'string' ? text : '';
}

/** What a watcher is told of a figure, in a sentence that leads to the claim and to the figure. */
export async function NoticeItem({ notice }: { notice: NoticeView }) {
  const [t, mentions, format, language] = await Promise.all([
    getTranslations('figures'),
    getTranslations('discussion.mentions'),
    getFormatter(),
    getLocale(),
  ]);
  const { kind, metric, claim, facts, at, unread } = notice;
  const standing = (name: string) => {
    const found = metricStandings.find((one) => one === facts[name]) ?? 'open';
    return t(`standingWord.${found}`);
  };
  const link = 'font-medium underline decoration-line decoration-1 underline-offset-3 hover:decoration-ink';
  const form = kind === 'contradiction' && !claim ? 'contradictionGone' : kind;
  return (
    <li className="flex gap-3 px-2 py-3">
      <span className="flex items-center gap-2 self-start pt-0.5">
        <span aria-hidden="true" className={`size-2 rounded-full ${unread ? 'bg-accent' : 'bg-transparent'}`} />
        <span aria-hidden="true" className="grid size-7 place-items-center rounded-full bg-wash text-ink-2">
          <Scale size={15} />
        </span>
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-baseline gap-x-2 text-[12.5px] text-ink-3">
          <b className={`text-ink ${unread ? 'font-semibold' : 'font-medium'}`}>{t('notice.label')}</b>
          <time dateTime={at} className="num">
            {format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })}
          </time>
          {unread && <span className="font-semibold text-accent">{mentions('unread')}</span>}
        </span>
        <span className={`mt-0.5 block wrap-anywhere ${unread ? 'text-ink' : 'text-ink-2'}`}>
          {t.rich(`notice.${form}`, {
            name: metric.titles[language],
            number: claim?.number ?? 0,
            article: claim?.article ?? '',
            value: readIn(facts.figure, language),
            settled: readIn(facts.settled, language),
            ...{ before: standing('before'), after: standing('after') },
            claim: (held) => (
              <Link href={claimAddress(claim?.articleId ?? '', claim?.number ?? 0)} prefetch={false} className={link}>
                {held}
              </Link>
            ),
            metric: (held) => (
              <Link href={`/figures/${metric.id}`} prefetch={false} className={link}>
                {held}
              </Link>
            ),
          })}
        </span>
      </span>
    </li>
  );
}
