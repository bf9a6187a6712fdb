'use client';

import { SquareDashed, ZoomIn, ZoomOut } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { Button } from '#ui/button';
import { IconButton } from '#ui/icon-button';
import { type Box, boxBetween, movedBy, resizedBy } from './box';
import { CannotShow } from './cannot-show';
import type { ViewProps } from './shown-file';
import { ViewerBar } from './viewer-bar';

const zooms = [1, 1.5, 2, 3, 4, 6, 8];
/** How far a key moves or widens a box. */
const [step, wideStep] = [0.01, 0.05];
const middle: Box = { x: 0.4, y: 0.4, width: 0.2, height: 0.2 };

/** A picture with a box on it: the one that was asked for, or one that is drawn here. */
export function PictureView({ file, locator, words, copied }: ViewProps) {
  const t = useTranslations('sources.viewer');
  const format = useFormatter();
  const [isFaulty, setFaulty] = useState(false);
  const [zoom, setZoom] = useState(1);
  const [box, setBox] = useState<Box | null>(locator?.kind === 'box' ? locator : null);
  const [isDrawing, setDrawing] = useState(false);
  const boxElement = useRef<HTMLDivElement>(null);
  const surface = useRef<HTMLDivElement>(null);
  useEffect(() => {
    copied.current = () => ({ locator: box && { ...box, kind: 'box' }, words });
  }, [copied, box, words]);
  useEffect(() => {
    if (isDrawing) surface.current?.focus();
  }, [isDrawing]);
  if (isFaulty) return <CannotShow file={file}>{t('cannot.media')}</CannotShow>;

  const show = () => boxElement.current?.scrollIntoView({ block: 'center', inline: 'center' });
  const zoomBy = (way: 1 | -1) => setZoom((now) => zooms[zooms.indexOf(now) + way] ?? now);
  const inPercent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  const told = box && {
    left: inPercent(box.x),
    top: inPercent(box.y),
    width: inPercent(box.width),
    height: inPercent(box.height),
  };
  return (
    <>
      <ViewerBar status={told && t('box', told)} onPassage={box && show}>
        <Button
          size="small"
          aria-pressed={isDrawing}
          className="aria-pressed:bg-accent-wash"
          onClick={() => setDrawing((is) => !is)}
        >
          <SquareDashed size={15} aria-hidden="true" /> {t('draw')}
        </Button>
        <span className="flex items-center">
          <IconButton label={t('zoomOut')} onClick={() => zoomBy(-1)}>
            <ZoomOut size={16} />
          </IconButton>
          <span className="num w-11 text-center text-[12.5px] text-ink-2">{inPercent(zoom)}</span>
          <IconButton label={t('zoomIn')} onClick={() => zoomBy(1)}>
            <ZoomIn size={16} />
          </IconButton>
        </span>
        {isDrawing && <span className="text-[12.5px] text-ink-3">{t('drawHint')}</span>}
      </ViewerBar>
      <section
        aria-label={t('picture')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keys scroll what is focused
        tabIndex={0}
        className="min-h-0 flex-1 overflow-auto overscroll-contain bg-wash p-3 -outline-offset-2"
      >
        <div className="relative mx-auto w-fit" style={{ width: zoom === 1 ? undefined : `${zoom * 100}%` }}>
          {/* biome-ignore lint/performance/noImgElement: bytes of a source are sent as they are */}
          <img
            src={`${file.address}?show`}
            alt={file.name}
            draggable={false}
            className={zoom === 1 ? 'max-h-[calc(100dvh-11rem)] max-w-full' : 'w-full max-w-none'}
            onLoad={show}
            onError={() => setFaulty(true)}
          />
          {box && (
            <div
              ref={boxElement}
              data-box
              className="pointer-events-none absolute rounded-xs border-2 border-[#d6336c] bg-[#ffd54a]/25 outline outline-[#fffc]"
              style={percentOf(box)}
            />
          )}
          {isDrawing && (
            <DrawingSurface
              surface={surface}
              label={t('drawLabel')}
              box={box}
              onBox={setBox}
              onEnd={() => setDrawing(false)}
            />
          )}
        </div>
      </section>
    </>
  );
}

const percentOf = ({ x, y, width, height }: Box) => ({
  left: `${x * 100}%`,
  top: `${y * 100}%`,
  width: `${width * 100}%`,
  height: `${height * 100}%`,
});

type DrawingSurfaceProps = {
  surface: RefObject<HTMLDivElement | null>;
  label: string;
  box: Box | null;
  onBox: (box: Box) => void;
  onEnd: () => void;
};

/** Lies over the picture while a box is drawn: with the pointer from corner to corner, or with the arrow keys. */
function DrawingSurface({ surface, label, box, onBox, onEnd }: DrawingSurfaceProps) {
  const from = useRef<{ x: number; y: number } | null>(null);
  const pointOf = (event: PointerEvent<HTMLElement>) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    return { x: (event.clientX - left) / width, y: (event.clientY - top) / height };
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    const by = event.altKey ? wideStep : step;
    const ways: Record<string, [number, number]> = {
      ArrowLeft: [-by, 0],
      ArrowRight: [by, 0],
      ArrowUp: [0, -by],
      ArrowDown: [0, by],
    };
    const way = ways[event.key];
    if (way) onBox(box ? (event.shiftKey ? resizedBy(box, ...way) : movedBy(box, ...way)) : middle);
    else if (event.key === 'Enter' || event.key === 'Escape') onEnd();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={surface}
      role="application"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys draw here
      tabIndex={0}
      className="absolute inset-0 cursor-crosshair touch-none"
      onKeyDown={onKey}
      onPointerDown={(event) => {
        from.current = pointOf(event);
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        const drawn = from.current && boxBetween(from.current, pointOf(event));
        if (drawn) onBox(drawn);
      }}
      onPointerUp={() => {
        from.current = null;
      }}
    />
  );
}
