'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { CannotShow } from './cannot-show';
import type { ViewProps } from './shown-file';
import { ViewerBar } from './viewer-bar';

/** Sound or film, opened at a moment; what is asked for up to an end stops there once. */
export function MediaView({ kind, file, locator, words, copied }: ViewProps & { kind: 'audio' | 'video' }) {
  const t = useTranslations('sources.viewer');
  const [isFaulty, setFaulty] = useState(false);
  const player = useRef<HTMLVideoElement>(null);
  const [seconds, end] = locator?.kind === 'time' ? [locator.seconds, locator.end] : [null];
  const goThere = () => {
    if (player.current && seconds !== null) player.current.currentTime = seconds;
  };
  const stopAt = useRef(end);
  useEffect(() => {
    stopAt.current = end;
    if (player.current && seconds !== null && player.current.readyState > 0) player.current.currentTime = seconds;
  }, [seconds, end]);
  useEffect(() => {
    copied.current = () => {
      const now = player.current?.currentTime ?? 0;
      return { locator: { kind: 'time', seconds: Math.floor(now * 10) / 10 }, words };
    };
  }, [copied, words]);
  if (isFaulty) return <CannotShow file={file}>{t('cannot.media')}</CannotShow>;
  const shared = {
    ref: player,
    src: `${file.address}?show`,
    controls: true,
    preload: 'metadata',
    'aria-label': file.name,
    onLoadedMetadata: goThere,
    onError: () => setFaulty(true),
    onTimeUpdate: () => {
      const { current } = player;
      if (!current || stopAt.current === undefined || current.currentTime < stopAt.current) return;
      stopAt.current = undefined;
      current.pause();
    },
  } as const;
  return (
    <>
      {seconds !== null && (
        <ViewerBar
          status={
            end === undefined
              ? t('at', { time: clock(seconds) })
              : t('fromTo', { from: clock(seconds), to: clock(end) })
          }
          onPassage={() => {
            stopAt.current = end;
            goThere();
          }}
        />
      )}
      <div className="grid min-h-0 flex-1 place-items-center overflow-auto bg-wash p-4">
        {kind === 'video' ? (
          <video {...shared} playsInline className="max-h-full max-w-full bg-[#000]" />
        ) : (
          <audio {...shared} className="w-full max-w-[36rem]" />
        )}
      </div>
    </>
  );
}

/** 3:05, or 1:03:05. */
function clock(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, Math.floor(seconds % 60)];
  const two = (number: number) => String(number).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
