'use client';

import { useTranslations } from 'next-intl';
import type { PDFPageProxy, TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';
import type { Passage } from '#lib/domain/files/passage';
import { type Box, joinBoxes } from './boxes';
import type { OpenPdf } from './open-pdf';
import type { PageSize } from './page-layout';
import { textOf } from './page-text';

/** Pixels of a page's drawing: what a phone still gives. Larger ones are drawn coarser. */
const mostPixels = 16_000_000;

type PdfPageProps = {
  opened: OpenPdf;
  number: number;
  /** Of the document's own points. */
  scale: number;
  place: { top: number; size: PageSize };
  passage: Passage | null;
  onSize: (number: number, size: PageSize) => void;
  /** How far down the page (px) the passage begins, once it is drawn. */
  onPassage: (top: number) => void;
};

/** One page: its drawing, its text over it, which can be selected and read aloud, and the passage that is marked. */
export function PdfPage({ opened, number, scale, place, passage, onSize, onPassage }: PdfPageProps) {
  const t = useTranslations('sources.viewer');
  const page = usePage(opened, number, onSize);
  const drawing = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [isFaulty, setFaulty] = useState(false);
  const [textDivs, setTextDivs] = useState<HTMLElement[]>([]);

  useEffect(() => {
    const holder = drawing.current;
    if (!page || !holder) return;
    const viewport = page.getViewport({ scale });
    const ratio = Math.min(devicePixelRatio || 1, Math.sqrt(mostPixels / (viewport.width * viewport.height)));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.floor(viewport.width * ratio));
    canvas.height = Math.max(1, Math.floor(viewport.height * ratio));
    canvas.className = 'block size-full';
    const task = page.render({ canvas, viewport, transform: [ratio, 0, 0, ratio, 0, 0] });
    task.promise.then(
      () => {
        letGo(holder);
        holder.replaceChildren(canvas);
      },
      (error: unknown) => setFaulty(!(error instanceof opened.pdfjs.RenderingCancelledException)),
    );
    return () => task.cancel();
  }, [opened, page, scale]);
  useEffect(() => {
    const holder = drawing.current;
    return () => {
      if (holder) letGo(holder);
    };
  }, []);

  useEffect(() => {
    const container = text.current;
    if (!page || !container) return;
    let isHere = true;
    let layer: TextLayer | null = null;
    const lay = async () => {
      const content = await textOf(page);
      if (!isHere) return;
      container.replaceChildren();
      container.style.setProperty('--total-scale-factor', String(scale));
      // Letters are measured in the file's language, and have to be set in it: a generic font differs from one to another.
      container.lang = content.lang ?? '';
      const viewport = page.getViewport({ scale });
      layer = new opened.pdfjs.TextLayer({ textContentSource: content, container, viewport });
      await layer.render();
      if (isHere) setTextDivs([...layer.textDivs]);
    };
    // Without its text a page is still seen.
    lay().catch(() => {});
    return () => {
      isHere = false;
      layer?.cancel();
    };
  }, [opened, page, scale]);

  return (
    <div
      role="group"
      aria-label={t('page', { page: number })}
      className="pdf-page absolute left-1/2 -translate-x-1/2 bg-[#fff] shadow-lift"
      style={{
        top: place.top,
        width: Math.floor(place.size.width * scale),
        height: Math.floor(place.size.height * scale),
      }}
    >
      <div ref={drawing} className="absolute inset-0" aria-hidden="true" />
      {passage && <PassageMark textDivs={textDivs} passage={passage} onPassage={onPassage} />}
      <div ref={text} className="pdf-text" />
      {isFaulty && <p className="absolute inset-x-0 top-1/3 px-6 text-center text-[#57534c]">{t('pageFault')}</p>}
    </div>
  );
}

/** Gives the memory of a drawing back at once, and not when the browser next looks for what is unused. */
function letGo(holder: HTMLElement): void {
  for (const canvas of holder.querySelectorAll('canvas')) canvas.width = canvas.height = 0;
}

/** A page as pdf.js has it; what was read for it is let go when it is far. */
function usePage({ document }: OpenPdf, number: number, onSize: PdfPageProps['onSize']): PDFPageProxy | null {
  const [page, setPage] = useState<PDFPageProxy | null>(null);
  useEffect(() => {
    let isHere = true;
    let read: PDFPageProxy | null = null;
    document.getPage(number).then(
      (found) => {
        read = found;
        if (!isHere) return;
        const { width, height } = found.getViewport({ scale: 1 });
        onSize(number, { width, height });
        setPage(found);
      },
      () => {},
    );
    return () => {
      isHere = false;
      read?.cleanup();
    };
  }, [document, number, onSize]);
  return page;
}

type PassageMarkProps = { textDivs: HTMLElement[]; passage: Passage; onPassage: (top: number) => void };

/** The passage, painted under the text's own letters: of the text layer only the places are right. */
function PassageMark({ textDivs, passage, onPassage }: PassageMarkProps) {
  const [boxes, setBoxes] = useState<Box[]>([]);
  useEffect(() => {
    const found = boxesOf(textDivs, passage);
    setBoxes(found);
    if (found.length > 0) onPassage(Math.min(...found.map(({ top }) => top)));
  }, [textDivs, passage, onPassage]);
  return (
    <div aria-hidden="true" data-passage>
      {boxes.map((box) => (
        <span
          key={`${box.left} ${box.top}`}
          className="absolute rounded-xs bg-[#ffd54a] opacity-80 mix-blend-multiply"
          style={box}
        />
      ))}
    </div>
  );
}

/** Where the letters of a passage lie on their page, one box for each stretch of a line. */
function boxesOf(textDivs: HTMLElement[], { from, to }: Passage): Box[] {
  const origin = textDivs[from.piece]?.closest('.pdf-page')?.getBoundingClientRect();
  if (!origin) return [];
  const boxes = textDivs.slice(from.piece, to.piece + 1).flatMap((div, at) => {
    const letters = div.firstChild;
    if (!letters) return [];
    const range = document.createRange();
    const length = letters.textContent?.length ?? 0;
    range.setStart(letters, at === 0 ? Math.min(from.offset, length) : 0);
    range.setEnd(letters, from.piece + at === to.piece ? Math.min(to.offset, length) : length);
    return Array.from(range.getClientRects(), ({ left, top, width, height }) => ({
      left: left - origin.left,
      top: top - origin.top,
      width,
      height,
    }));
  });
  return joinBoxes(boxes.filter(({ width, height }) => width > 0 && height > 0));
}
