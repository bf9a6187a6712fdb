import { FileAudio, FileImage, FileSpreadsheet, FileText, FileVideo, type LucideIcon, Mail } from 'lucide-react';
import Link from 'next/link';
import { getFormatter, getTranslations } from 'next-intl/server';
import { mayNameReaders } from '#lib/domain/files/confidential';
import { type FileKind, type FileView, kindOfType } from '#lib/domain/files/source-file';
import { type Actor, may, mayChange } from '#lib/domain/people/permission';
import type { PersonView } from '#lib/domain/people/person-view';
import { LockMark } from '#ui/lock-mark';
import { fileSize } from '../../../../words/file-size';
import { fileAddress, viewerAddress } from '../../../_viewer/shown-file';
import { AddFile } from './add-file';
import { FileText as TextOfFile } from './file-text';
import { RemoveFile } from './remove-file';
import { WhoSees } from './who-sees';

type Person = Pick<Actor, 'id' | 'role'>;
type FilesProps = {
  source: { id: string };
  files: FileView[];
  person: Person;
  /** Of the desk: who may be named to see a confidential file. */
  people: PersonView[];
  /** Of one file (MB). */
  limit: number;
};

const icons: Record<FileKind, LucideIcon> = {
  ...{ pdf: FileText, docx: FileText, text: FileText, page: FileText },
  ...{ image: FileImage, audio: FileAudio, video: FileVideo, xlsx: FileSpreadsheet, mail: Mail },
};

/** The files that are kept of a source. Nothing where there are none and none may be added. */
export async function SourceFiles({ source, files, person, people, limit }: FilesProps) {
  const t = await getTranslations('sources.files');
  const mayAdd = may(person, 'add-evidence');
  if (files.length === 0 && !mayAdd) return null;
  return (
    <section aria-labelledby="files" className="mt-6">
      <h2 id="files" className="font-serif text-lg font-semibold">
        {t('title')}
      </h2>
      {files.length > 0 && (
        <ul className="mt-2 divide-y divide-line-2 border-y border-line">
          {files.map((file) => (
            <FileRow key={file.id} sourceId={source.id} file={file} person={person} people={people} />
          ))}
        </ul>
      )}
      {mayAdd && <AddFile sourceId={source.id} limit={limit} people={people.filter(({ id }) => id !== person.id)} />}
    </section>
  );
}

type RowProps = { sourceId: string; file: FileView; person: Person; people: PersonView[] };

async function FileRow({ sourceId, file, person, people }: RowProps) {
  const [t, format] = await Promise.all([getTranslations('sources.files'), getFormatter()]);
  const { id, name, mediaType, size, addedBy, createdAt, confidential } = file;
  const names = (confidential?.readers ?? []).map((reader) => reader.name);
  const secrecy = {
    ...{ confidential: confidential !== null, addedById: addedBy.id },
    readerIds: (confidential?.readers ?? []).map((reader) => reader.id),
  };
  const ids = { sourceId, fileId: id };
  const kind = kindOfType(mediaType) ?? 'text';
  const Icon = icons[kind];
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
      <Icon size={18} aria-hidden="true" className="shrink-0 text-ink-3" />
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium wrap-anywhere">
          <Link href={viewerAddress(ids, { locator: null, words: '' })} className="hover:underline">
            {name}
          </Link>{' '}
          {confidential && <LockMark label={t('secret.confidential')} />}
        </p>
        <p className="num text-[12.5px] text-ink-3">
          {[
            t(`kinds.${kind}`),
            fileSize(format, size),
            t('added', { name: addedBy.name, date: format.dateTime(new Date(createdAt), { dateStyle: 'medium' }) }),
          ].join(' · ')}
        </p>
        {confidential && (
          <p className="text-[12.5px] text-ink-2 wrap-anywhere">
            {t('secret.seenBy', { count: names.length, names: format.list(names) })}
          </p>
        )}
        <TextOfFile address={fileAddress(ids)} name={name} text={file.text} />
      </div>
      <div className="ml-auto flex items-center gap-2">
        <a
          href={fileAddress(ids)}
          download={name}
          aria-label={t('saveOf', { name })}
          className="rounded-md px-2 py-1 text-[13px] text-accent hover:underline"
        >
          {t('save')}
        </a>
        {mayNameReaders(person, secrecy) && (
          <WhoSees file={{ id, name, addedBy, confidential }} people={people} meId={person.id} />
        )}
        {mayChange(person, 'source-file', addedBy.id) && <RemoveFile file={{ id, name }} />}
      </div>
    </li>
  );
}
