'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { CannotShow } from '../cannot-show';
import { longestWords, type ViewProps } from '../shown-file';
import { type FoundPassage, findInPdf, type NotFound } from './find-in-pdf';
import { type OpenPdf, openPdf, type PdfFault } from './open-pdf';
import { type Anchor, anchorAt, heightOf, type PageSize, type PageSizes, pageAt, sizeOf, topsOf } from './page-layout';
import { PdfPage } from './pdf-page';
import { PdfToolbar } from './pdf-toolbar';

/** Pages beyond the window that are drawn ahead, on each side. */
const ahead = 1;
/** CSS pixels of a point in print. */
const fullSize = 96 / 72;
/** No wider by itself than this: longer lines are hard to follow. */
const widestFit = 1.6;
const zooms = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];
/** Room left and right of a page (px). */
const side = 12;

/** A PDF, opened at its page. Pages are drawn as they come near, and let go when they are far. */
export function PdfView({ file, ...place }: ViewProps) {
  const t = useTranslations('sources.viewer');
  const [state, setState] = useState<{ opened: OpenPdf; usual: PageSize } | PdfFault | null>(null);
  const { address, size } = file;
  useEffect(() => {
    const ending = new AbortController();
    setState(null);
    const open = async () => {
      const opened = await openPdf({ address, size, signal: ending.signal, onFault: setState });
      if (ending.signal.aborted) return;
      if (typeof opened === 'string') return setState(opened);
      const first = await opened.document.getPage(1);
      const { width, height } = first.getViewport({ scale: 1 });
      if (!ending.signal.aborted) setState({ opened, usual: { width, height } });
    };
    open().catch(() => {
      if (!ending.signal.aborted) setState('broken');
    });
    return () => ending.abort();
  }, [address, size]);
  if (state === null) return <p className="p-6 text-center text-ink-3">{t('opening')}</p>;
  if (typeof state === 'string') return <CannotShow file={file}>{t(`pdf.${state}`)}</CannotShow>;
  return <PdfPages {...state} {...place} />;
}

type PdfPagesProps = Omit<ViewProps, 'file'> & { opened: OpenPdf; usual: PageSize };

function PdfPages({ opened, usual, locator, words, copied }: PdfPagesProps) {
  const t = useTranslations('sources.viewer');
  const count = opened.document.numPages;
  const asked = Math.min(locator?.kind === 'page' ? locator.page : 1, count);
  const frame = useRef<HTMLElement>(null);
  const [box, setBox] = useState({ width: 0, height: 0, top: 0 });
  const [read, setRead] = useState<ReadonlyMap<number, PageSize>>(new Map());
  const [zoom, setZoom] = useState<number | null>(null);
  const sizes: PageSizes = useMemo(() => ({ usual, read }), [usual, read]);
  const fit = Math.min(Math.max(0.1, (box.width - 2 * side) / usual.width), widestFit);
  const scale = zoom === null ? fit : zoom * fullSize;
  const tops = useMemo(() => topsOf(count, sizes, scale), [count, sizes, scale]);
  const anchor = useRef<Anchor>({ page: asked, share: 0 });
  const search = useSearch(opened, { words, page: asked });

  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => setBox((old) => ({ ...old, width: element.clientWidth, height: element.clientHeight }));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const layout = useRef(tops);
  useLayoutEffect(() => {
    layout.current = tops;
    // The place in view stays while pages turn out larger or smaller.
    if (box.width > 0) frame.current?.scrollTo({ top: heightOf(tops, anchor.current) });
  }, [tops, box.width]);
  const goTo = useCallback((place: Anchor) => {
    anchor.current = place;
    frame.current?.scrollTo({ top: heightOf(layout.current, place) });
  }, []);
  const onScroll = () => {
    const { scrollTop: top, clientWidth: width, clientHeight: height } = frame.current ?? box0;
    anchor.current = anchorAt(tops, top);
    setBox({ width, height, top });
  };

  const onSize = useCallback(
    (number: number, size: PageSize) =>
      setRead((old) => {
        const known = old.get(number) ?? usual;
        return known.width === size.width && known.height === size.height ? old : new Map(old).set(number, size);
      }),
    [usual],
  );
  const { found } = search;
  // A passage is brought into view once; whoever scrolls on is left alone.
  const shown = useRef<FoundPassage | null>(null);
  const showPassage = useCallback(
    (top: number) => {
      if (!found || shown.current === found) return;
      shown.current = found;
      const above = (frame.current?.clientHeight ?? 0) / 3;
      goTo(anchorAt(layout.current, (layout.current[found.page - 1] ?? 0) + top - above));
    },
    [found, goTo],
  );
  useEffect(() => {
    if (found && shown.current !== found) goTo({ page: found.page, share: 0 });
  }, [found, goTo]);

  const current = pageAt(tops, box.top + box.height / 3);
  const goToPage = (page: number) => goTo({ page: Math.min(Math.max(page, 1), count), share: 0 });
  const zoomBy = (step: 1 | -1) => {
    const now = scale / fullSize;
    const next = step > 0 ? zooms.find((one) => one > now + 0.01) : zooms.findLast((one) => one < now - 0.01);
    if (next !== undefined) setZoom(next);
  };
  useLayoutEffect(() => {
    copied.current = () => ({ locator: { kind: 'page', page: current }, words: selectedWords(frame.current) });
  });

  const first = Math.max(1, pageAt(tops, box.top) - ahead);
  const last = Math.min(count, pageAt(tops, box.top + box.height) + ahead);
  const width = Math.max(...Array.from(range(first, last), (page) => sizeOf(sizes, page).width)) * scale + 2 * side;
  return (
    <>
      <PdfToolbar
        page={current}
        count={count}
        zoom={scale / fullSize}
        isFit={zoom === null}
        onPage={goToPage}
        onZoom={zoomBy}
        onFit={() => setZoom(null)}
        status={<SearchStatus search={search} asked={asked} isAsked={locator?.kind === 'page'} />}
        onPassage={found && search.again}
      />
      <section
        ref={frame}
        aria-label={t('pages')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keys scroll what is focused
        tabIndex={0}
        className="relative min-h-0 flex-1 overflow-auto overscroll-contain bg-wash -outline-offset-2"
        onScroll={onScroll}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
          const act = {
            ArrowRight: () => goToPage(current + 1),
            ArrowLeft: () => goToPage(current - 1),
            '+': () => zoomBy(1),
            '=': () => zoomBy(1),
            '-': () => zoomBy(-1),
            '0': () => setZoom(null),
          }[event.key];
          if (!act) return;
          event.preventDefault();
          act();
        }}
      >
        {box.width > 0 && (
          <div className="relative mx-auto min-w-full" style={{ height: tops[count], width }}>
            {Array.from(range(first, last), (page) => (
              <PdfPage
                key={page}
                opened={opened}
                number={page}
                scale={scale}
                place={{ top: tops[page - 1] ?? 0, size: sizeOf(sizes, page) }}
                passage={found?.page === page ? found.passage : null}
                onSize={onSize}
                onPassage={showPassage}
              />
            ))}
          </div>
        )}
      </section>
    </>
  );
}

const box0 = { scrollTop: 0, clientWidth: 0, clientHeight: 0 };

function* range(first: number, last: number): Generator<number> {
  for (let number = first; number <= last; number += 1) yield number;
}

/** The words that are selected in an element, as far as an address takes them. */
function selectedWords(element: HTMLElement | null): string {
  const selection = document.getSelection();
  if (!selection || !element?.contains(selection.anchorNode)) return '';
  return selection.toString().replaceAll(/\s+/g, ' ').trim().slice(0, longestWords).toWellFormed();
}

type Search = {
  /** The page that is looked through now; null where none is. */
  page: number | null;
  found: FoundPassage | null;
  /** What is told where nothing was found. */
  failure: NotFound | 'notReadable' | null;
  again: () => void;
};

const notSought = { page: null, found: null, failure: null };

/** Looks for the passage that is to be marked. */
function useSearch(opened: OpenPdf, { words, page }: { words: string; page: number }): Search {
  const [search, setSearch] = useState<Omit<Search, 'again'>>(notSought);
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    const tell = (now: Partial<Search>) => !signal.aborted && setSearch({ ...notSought, ...now });
    setSearch(notSought);
    if (words === '') return;
    findInPdf(opened, { page, words }, { signal, onPage: (number) => tell({ page: number }) }).then(
      (found) => tell(typeof found === 'string' ? { failure: found } : { found }),
      () => tell({ failure: 'notReadable' }),
    );
    return () => ending.abort();
  }, [opened, page, words]);
  const again = useCallback(
    () => setSearch((old) => ({ ...old, found: old.found && { ...old.found, passage: { ...old.found.passage } } })),
    [],
  );
  return { ...search, again };
}

/** What came of looking for the passage. */
function SearchStatus({ search, asked, isAsked }: { search: Search; asked: number; isAsked: boolean }) {
  const t = useTranslations('sources.viewer');
  if (search.page !== null) return t('looking', { page: search.page });
  if (!search.found) return search.failure && t(search.failure);
  const { page } = search.found;
  return isAsked && page !== asked ? t('elsewhere', { page, asked }) : t('marked', { page });
}
