import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneFile } from '#lib/data/sources/source-files';
import { readSource } from '#lib/data/sources/sources';
import { locatorOf } from '#lib/domain/files/locator';
import { database } from '#lib/server/database';
import { currentPerson, requirePerson } from '#lib/server/session/session';
import { AreaMessages } from '../../../../../area-messages';
import { FileViewer } from '../../../../_viewer/file-viewer';
import { longestWords } from '../../../../_viewer/shown-file';

type PageProps = {
  params: Promise<{ id: string; file: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const [place, person] = await Promise.all([params, currentPerson()]);
  const file = person && (await oneFile(database(), place, person));
  return { title: file?.name };
}

/** A file of a source, opened at the place that the address names. */
export default async function SourceFilePage({ params, searchParams }: PageProps) {
  const [{ id, file: fileId }, asked] = await Promise.all([params, searchParams]);
  const query = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const path = `/sources/${id}/files/${fileId}`;
  const person = await requirePerson(query.size > 0 ? `${path}?${query}` : path);
  const db = database();
  const [file, source] = await Promise.all([oneFile(db, { id, file: fileId }, person), readSource(db, id, person)]);
  if (!file || !source) notFound();
  const t = await getTranslations('sources.viewer');
  return (
    <AreaMessages areas={['sources.viewer']}>
      <main className="h-[calc(100dvh-3.25rem)]">
        <FileViewer
          sourceId={id}
          file={file}
          place={{ locator: locatorOf(query), words: (query.get('words') ?? '').slice(0, longestWords).toWellFormed() }}
          title={
            <>
              <Link
                href={`/sources/${source.id}`}
                className="flex items-center gap-1.5 text-[12.5px] text-ink-2 hover:text-ink"
              >
                <ArrowLeft size={13} aria-hidden="true" className="shrink-0" />
                <span className="sr-only">{t('back')}</span> <span className="truncate">{source.title}</span>
              </Link>
              <h1 className="truncate font-medium" title={file.name}>
                {file.name}
              </h1>
            </>
          }
          onClose={null}
        />
      </main>
    </AreaMessages>
  );
}
