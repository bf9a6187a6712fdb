'use client';

import { Lock, Paperclip } from 'lucide-react';
import Link from 'next/link';
import { useParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useContext } from 'react';
import type { EvidenceView } from '#lib/domain/claims/claim-view';
import { type Locator, readLocator } from '#lib/domain/files/locator';
import { type FileKind, type FileView, kindOfType } from '#lib/domain/files/source-file';
import { useRead } from '../../../../browser/use-read';
import { longestWords } from '../../../_viewer/shown-file';
import { OpenBeside } from './beside';

type EvidenceFilesProps = { evidence: Pick<EvidenceView, 'source' | 'excerpt' | 'locator'> };

/** The files of a source that a claim cites: each opens beside the article, at the passage that is cited. */
export function EvidenceFiles({ evidence: { source, excerpt, locator } }: EvidenceFilesProps) {
  const t = useTranslations('review.evidence');
  const openBeside = useContext(OpenBeside);
  const { id: articleId } = useParams<{ id: string }>();
  // Whoever walks through many claims asks of the one that they stay at.
  const { value, isCurrent } = useRead<FileView[]>(`/api/sources/${source.id}/files`, { rest: 150 });
  const files = (isCurrent && value) || [];
  if (files.length === 0) return null;
  const place = readLocator(locator ?? '');
  const words = excerpt.slice(0, longestWords).toWellFormed();
  return (
    <ul className="mt-0.5 flex flex-wrap gap-x-3 gap-y-0.5">
      {files.map((file) => (
        <li key={file.id} className="flex min-w-0 items-center gap-1.5">
          <button
            type="button"
            aria-label={t('openBeside', { name: file.name })}
            title={t('openBeside', { name: file.name })}
            className="flex max-w-full items-center gap-1 text-[12.5px] text-accent hover:underline"
            onClick={({ currentTarget: opener }) =>
              openBeside({ opener, source, file, place: { locator: placeIn(file, place), words } })
            }
          >
            <Paperclip size={12} aria-hidden="true" className="shrink-0" />
            <span className="truncate">{file.name}</span>
          </button>
          {file.confidential && (
            <span className="flex items-center gap-1 text-[12px] text-ink-2">
              <Lock size={11} aria-hidden="true" /> {t('confidentialFile')}
            </span>
          )}
        </li>
      ))}
      <li>
        <Link
          href={`/articles/${articleId}/against/${source.id}`}
          className="text-[12.5px] text-accent hover:underline"
        >
          {t('checkAgainst')}
        </Link>
      </li>
    </ul>
  );
}

const kindsWith: Record<Locator['kind'], FileKind[]> = {
  page: ['pdf'],
  time: ['audio', 'video'],
  cell: ['xlsx'],
  box: ['image'],
  text: ['text', 'docx', 'mail', 'page'],
};

/** The place, where the file is of a kind that has such places: a source may have several files. */
function placeIn({ mediaType }: FileView, place: Locator | null): Locator | null {
  const kind = kindOfType(mediaType);
  return place && kind && kindsWith[place.kind].includes(kind) ? place : null;
}
