import { getFormatter, getTranslations } from 'next-intl/server';
import type { SourceListed } from '#lib/domain/claims/claim-view';
import { Tag } from '#ui/tag';
import { showPartialDate } from '../../i18n/partial-date';
import { CheckLink } from './check-link';
import { OriginalLink } from './original-link';

type FactsProps = { source: SourceListed; mayCheck: boolean };

/** What a source is, in one line: kind, publisher, dates, the state of its page, its kept original. */
export async function SourceFactsLine({ source, mayCheck }: FactsProps) {
  const [t, words, format] = await Promise.all([
    getTranslations('intake.sources'),
    getTranslations('words'),
    getFormatter(),
  ]);
  return (
    <p className="flex flex-wrap items-center gap-x-2.5 text-[12.5px] text-ink-3">
      <Tag>{words(`sourceKind.${source.kind}`)}</Tag>
      {source.retired && <Tag tone="false">{words('retiredSource')}</Tag>}
      {source.publisher && <span className="text-ink-2">{source.publisher}</span>}
      {source.published && <time dateTime={source.published}>{showPartialDate(format, source.published)}</time>}
      {source.checkedAt && (
        <span className={source.isDead ? 'font-medium text-false' : ''}>
          {t(source.isDead ? 'dead' : 'alive', {
            when: format.dateTime(new Date(source.checkedAt), { dateStyle: 'medium' }),
          })}
        </span>
      )}
      {source.snapshot && (
        <>
          {source.snapshot.isPage && (
            <a
              href={`/snapshots/${source.snapshot.id}`}
              target="_blank"
              rel="noreferrer"
              className="text-accent hover:underline"
            >
              {t('original')}
            </a>
          )}
          <OriginalLink {...source.snapshot} />
        </>
      )}
      {source.url && mayCheck && <CheckLink id={source.id} title={source.title} />}
      {source.origin && <span>{t('repeats', { title: source.origin })}</span>}
    </p>
  );
}
