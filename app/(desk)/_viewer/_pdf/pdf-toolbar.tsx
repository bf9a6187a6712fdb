'use client';

import { ChevronDown, ChevronUp, MoveHorizontal, ZoomIn, ZoomOut } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { IconButton } from '#ui/icon-button';
import { ViewerBar } from '../viewer-bar';

type PdfToolbarProps = {
  page: number;
  count: number;
  /** 1 is the size in print. */
  zoom: number;
  isFit: boolean;
  status: ReactNode;
  onPage: (page: number) => void;
  onZoom: (step: 1 | -1) => void;
  onFit: () => void;
  /** Leads back to the passage; null where none is marked. */
  onPassage: (() => void) | null;
};

/** Which page is shown, how large, and what became of the passage. */
export function PdfToolbar({ page, count, zoom, isFit, status, onPage, onZoom, onFit, onPassage }: PdfToolbarProps) {
  const t = useTranslations('sources.viewer');
  const format = useFormatter();
  return (
    <ViewerBar status={status} onPassage={onPassage}>
      <span className="flex items-center">
        <IconButton label={t('previous')} onClick={() => onPage(page - 1)}>
          <ChevronUp size={16} />
        </IconButton>
        <IconButton label={t('next')} onClick={() => onPage(page + 1)}>
          <ChevronDown size={16} />
        </IconButton>
      </span>
      <PageBox page={page} count={count} onPage={onPage} />
      <span className="flex items-center">
        <IconButton label={t('zoomOut')} onClick={() => onZoom(-1)}>
          <ZoomOut size={16} />
        </IconButton>
        <span className="num w-11 text-center text-[12.5px] text-ink-2">
          {format.number(zoom, { style: 'percent', maximumFractionDigits: 0 })}
        </span>
        <IconButton label={t('zoomIn')} onClick={() => onZoom(1)}>
          <ZoomIn size={16} />
        </IconButton>
        {!isFit && (
          <IconButton label={t('fit')} onClick={onFit}>
            <MoveHorizontal size={16} />
          </IconButton>
        )}
      </span>
    </ViewerBar>
  );
}

type PageBoxProps = { page: number; count: number; onPage: (page: number) => void };

function PageBox({ page, count, onPage }: PageBoxProps) {
  const t = useTranslations('sources.viewer');
  // Null while nobody types: the page that is in view.
  const [typed, setTyped] = useState<string | null>(null);
  const go = () => {
    const number = Number(typed);
    if (Number.isInteger(number) && number >= 1) onPage(number);
    setTyped(null);
  };
  return (
    <form
      className="num flex items-center gap-1.5 text-[12.5px] text-ink-2"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <input
        aria-label={t('pageBox')}
        inputMode="numeric"
        className="h-7 w-12 rounded border border-line bg-sheet text-center text-ink"
        value={typed ?? page}
        onChange={({ target }) => setTyped(target.value)}
        onFocus={({ target }) => target.select()}
        onBlur={() => setTyped(null)}
      />
      {t('ofPages', { count })}
    </form>
  );
}
