'use client';

import { useTranslations } from 'next-intl';
import { memo } from 'react';
import type { ParagraphKind } from '#lib/domain/articles/article';
import type { ParagraphView } from '#lib/domain/articles/article-view';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { SuggestionView } from '#lib/domain/claims/suggestion';
import { layerSpans, type Segment } from '#lib/text/span';
import { useNear } from '../../../../browser/near-window';
import { ParagraphMark, ToolsMark } from './thread-marks';

type ParagraphProps = {
  paragraph: ParagraphView;
  claims: ClaimView[];
  suggestions: SuggestionView[];
  /** The selected claim or suggestion, where it lies in this paragraph. */
  selectedId: string | null;
  /** Claims that the filter leaves out; drawn faintly. */
  faint: ReadonlySet<string> | null;
  openThreads: number;
  resolvedThreads: number;
  /** null: there is nothing to read, and the viewer may not write. */
  onDiscuss: ((paragraphId: string) => void) | null;
  onKeep: ((paragraph: ParagraphView, kind: ParagraphKind) => void) | null;
  /** Opens the tools for the text; null: the viewer may not revise it. */
  onTools: ((paragraphId: string) => void) | null;
  /** Whether the page has begun, so that buttons do something. */
  isWhole: boolean;
  /** Whether it is drawn with its claims before the browser has said how near it is. */
  isNearAtFirst: boolean;
  /** Whether it is drawn with its claims wherever it is. */
  isAlwaysDrawn: boolean;
};

const looks: Record<ParagraphKind, string> = {
  heading: 'mt-[1.6em] mb-[.7em] font-serif text-[21px]/[1.45] font-semibold',
  body: 'mb-[1.1em] font-serif text-[17.5px]/[1.85] sm:text-[18px]/[1.85]',
  'list-item': 'mb-[.7em] pl-[1.1em] font-serif text-[17.5px]/[1.85] sm:text-[18px]/[1.85]',
  caption: 'mb-[1.1em] text-[14px]/[1.7] text-ink-2',
  boilerplate: 'mb-1.5 text-[13.5px]/[1.5] text-ink-3',
};

/**
 * One paragraph. The element with data-paragraph holds the paragraph's text and nothing else: offsets are counted in it. Its
 * claims are underlined, and what can be done with it is there, while it is near the window; far from it, it is its text
 * alone where the article is long. Painted again only when its own claims change.
 */
export const Paragraph = memo(function Paragraph(props: ParagraphProps) {
  const { paragraph, selectedId, isWhole, isNearAtFirst, isAlwaysDrawn } = props;
  const { place, isNear } = useNear({ atFirst: isNearAtFirst });
  const isDrawn = isNear || isAlwaysDrawn || selectedId !== null;
  const { id, kind, number, text } = paragraph;
  const Element = kind === 'heading' ? 'h2' : 'p';
  return (
    <div ref={place} className="group paragraph" id={`p${number}`} data-number={number}>
      <Element className={looks[kind]}>
        <span data-paragraph={id}>{isDrawn ? <MarkedText {...props} /> : text}</span>
        {isDrawn && kind === 'boilerplate' && <Aside {...props} />}
      </Element>
      {isDrawn && isWhole && <ParagraphButtons {...props} />}
    </div>
  );
});

/** The text in pieces, each under the lines of what covers it. */
function MarkedText({ paragraph: { text }, claims, suggestions, selectedId, faint }: ParagraphProps) {
  return layerSpans(text.length, [...claims, ...suggestions]).map((segment) => (
    <Piece key={segment.start} segment={segment} {...{ text, claims, suggestions, selectedId, faint }} />
  ));
}

/** Why a paragraph is no part of the article's own text, and the way back. */
function Aside({ paragraph, onKeep }: ParagraphProps) {
  const t = useTranslations('review');
  const reasons = useTranslations('words.reason');
  return (
    <span className="ml-2 inline-flex items-center gap-2 font-sans text-[12.5px] select-none">
      <span className="text-ink-3">· {paragraph.reason ? reasons(paragraph.reason) : t('aside')}</span>
      {onKeep && (
        <button
          type="button"
          className="rounded border border-line bg-sheet px-1.5 text-ink-2 hover:bg-wash"
          onClick={() => onKeep(paragraph, 'body')}
        >
          {t('keep')}
        </button>
      )}
    </span>
  );
}

/** What can be done with a paragraph, beside it. */
function ParagraphButtons({
  paragraph,
  claims,
  openThreads,
  resolvedThreads,
  onDiscuss,
  onKeep,
  onTools,
}: ParagraphProps) {
  const t = useTranslations('review');
  const { id, number, kind } = paragraph;
  return (
    <>
      {onDiscuss && (
        <ParagraphMark number={number} open={openThreads} resolved={resolvedThreads} onOpen={() => onDiscuss(id)} />
      )}
      {onTools && <ToolsMark number={number} onOpen={() => onTools(id)} />}
      {kind !== 'boilerplate' && onKeep && claims.length === 0 && (
        <button
          type="button"
          className="absolute -left-14 top-1 hidden -translate-x-full rounded border border-line bg-sheet px-1.5 text-[12px] text-ink-3 opacity-0 group-hover:opacity-100 hover:text-ink focus-visible:opacity-100 2xl:block"
          onClick={() => onKeep(paragraph, 'boilerplate')}
        >
          {t('drop')}
        </button>
      )}
    </>
  );
}

type PieceProps = Pick<ParagraphProps, 'claims' | 'suggestions' | 'selectedId' | 'faint'> & {
  segment: Segment;
  text: string;
};

/** A stretch of text under the lines of all claims and suggestions that cover it, the outermost around the others. */
function Piece({ segment, text, claims, suggestions, selectedId, faint }: PieceProps) {
  let piece = <>{text.slice(segment.start, segment.end)}</>;
  for (const layer of [...segment.layers].reverse()) {
    const claim = claims.find(({ id }) => id === layer.id);
    const suggestion = claim ? undefined : suggestions.find(({ id }) => id === layer.id);
    const span = claim ?? suggestion;
    if (!span) continue;
    const isFirst = span.start === segment.start;
    piece = (
      <mark
        className="claim-mark"
        id={claim && isFirst ? `c${claim.number}` : undefined}
        data-claim={claim?.id}
        data-suggestion={suggestion?.id}
        data-standing={claim?.lookAgain ? 'look-again' : claim?.standing}
        data-lane={Math.min(layer.lane, 3) || undefined}
        data-selected={span.id === selectedId || undefined}
        data-faint={faint?.has(span.id) || undefined}
      >
        {piece}
      </mark>
    );
  }
  return piece;
}
