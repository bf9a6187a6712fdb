import Link from 'next/link';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { SourceListed } from '#lib/domain/claims/claim-view';
import type { CaptureView } from '#lib/domain/files/capture';
import { Tag } from '#ui/tag';
import { CheckLink } from '../../check-link';
import { OriginalLink } from '../../original-link';
import { FindArchived } from './archived';

type CapturesProps = {
  source: Pick<SourceListed, 'id' | 'title' | 'url' | 'archived'>;
  captures: CaptureView[];
  mayCapture: boolean;
  /** Whether the desk lets people ask the Wayback Machine. */
  mayAskArchive: boolean;
};

/** What the desk kept of a source's address, each time it was fetched. Nothing where there is no address and nothing kept. */
export async function Captures({ source, captures, mayCapture, mayAskArchive }: CapturesProps) {
  const [t, format] = await Promise.all([getTranslations('sources.captures'), getFormatter()]);
  if (captures.length === 0 && !(source.url && mayCapture)) return null;
  return (
    <section aria-labelledby="captures" className="mt-6">
      <h2 id="captures" className="font-serif text-lg font-semibold">
        {t('title')}
      </h2>
      {captures.length === 0 && <p className="mt-1 text-[13.5px] text-ink-2">{t('none')}</p>}
      {captures.length > 0 && (
        <ul className="mt-2 divide-y divide-line-2 border-y border-line">
          {captures.map((capture) => (
            <CaptureRow key={capture.id} sourceId={source.id} capture={capture} />
          ))}
        </ul>
      )}
      <p className="mt-2 flex flex-wrap gap-x-4 text-[13.5px] empty:hidden">
        {source.url && mayCapture && (
          <CheckLink id={source.id} title={source.title} label={t(captures.length > 0 ? 'again' : 'first')} />
        )}
        {captures.some(({ status, size }) => status !== null && size !== null) && (
          <a href={`/sources/${source.id}/captures/export`} download className="text-accent hover:underline">
            {t('archive')}
          </a>
        )}
        {source.archived && (
          <a href={source.archived.url} target="_blank" rel="noreferrer" className="text-accent hover:underline">
            {t('archived', { date: format.dateTime(new Date(source.archived.at), { dateStyle: 'medium' }) })}
          </a>
        )}
        {source.url && mayCapture && mayAskArchive && <FindArchived id={source.id} />}
      </p>
    </section>
  );
}

async function CaptureRow({ sourceId, capture }: { sourceId: string; capture: CaptureView }) {
  const [t, format] = await Promise.all([getTranslations('sources.captures'), getFormatter()]);
  const { id, url, finalUrl, fetchedAt, takenBy, status, contentHash, size, isPage, isSame, stampedAt } = capture;
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2.5">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-baseline gap-x-2.5">
          <time dateTime={fetchedAt} className="num font-medium">
            {format.dateTime(new Date(fetchedAt), { dateStyle: 'medium', timeStyle: 'short' })}
          </time>
          {isSame !== null && <Tag tone={isSame ? undefined : 'disputed'}>{t(isSame ? 'same' : 'changed')}</Tag>}
          <span className="text-[12.5px] text-ink-3">{t('by', { name: takenBy.name })}</span>
          {status !== null && <span className="num text-[12.5px] text-ink-3">HTTP {status}</span>}
        </p>
        {finalUrl !== null && finalUrl !== url && (
          <p className="text-[12.5px] text-ink-3 wrap-anywhere">{t('led', { url: finalUrl })}</p>
        )}
        <p className="flex flex-wrap gap-x-3 font-mono text-[11.5px] text-ink-3 wrap-anywhere">
          <abbr title={`SHA-256 ${contentHash}`} className="no-underline">
            {contentHash.slice(0, 16)}…
          </abbr>
          {stampedAt && (
            <a
              href={`/snapshots/${id}/time-stamp`}
              download
              className="font-sans text-[12.5px] text-accent hover:underline"
            >
              {t('stamped', {
                when: format.dateTime(new Date(stampedAt), { dateStyle: 'medium', timeStyle: 'medium' }),
              })}
            </a>
          )}
        </p>
      </div>
      <div className="ml-auto flex flex-wrap items-baseline gap-x-3 text-[13px]">
        {isSame === false && (
          <Link href={`/sources/${sourceId}/captures/${id}`} className="text-accent hover:underline">
            {t('compare')}
          </Link>
        )}
        {isPage && (
          <a href={`/snapshots/${id}`} target="_blank" rel="noreferrer" className="text-accent hover:underline">
            {t('read')}
          </a>
        )}
        <OriginalLink id={id} size={size} />
      </div>
    </li>
  );
}
