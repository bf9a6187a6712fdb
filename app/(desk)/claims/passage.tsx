import type { FoundClaim } from '#lib/domain/search/found-claim';
import type { Span } from '#lib/text/span';

/** So much of a sentence is shown before the claim's own words at most (UTF-16 units). */
const lead = 110;

type Part = { text: string; isOwn: boolean; isHit: boolean };

/** A passage in parts: what is the claim's own, and what was searched for. */
function partsOf(text: string, own: Span, hits: Span[], from: number): Part[] {
  const within = (span: Span, start: number): boolean => span.start <= start && start < span.end;
  const cuts = [from, text.length, ...[own, ...hits].flatMap(({ start, end }) => [start, end])];
  const places = [...new Set(cuts)].filter((at) => at >= from && at <= text.length).sort((a, b) => a - b);
  return places.slice(0, -1).map((start, at) => ({
    text: text.slice(start, places[at + 1]),
    isOwn: within(own, start),
    isHit: hits.some((hit) => within(hit, start)),
  }));
}

/** Where a long sentence is begun: at a word, or at a character that is no half of another. */
function beginning(text: string, start: number): number {
  if (start <= lead) return 0;
  const from = start - lead;
  const space = text.indexOf(' ', from);
  if (space >= 0 && space < start) return space + 1;
  return /[\udc00-\udfff]/.test(text.charAt(from)) ? from + 1 : from;
}

/** The sentences of a claim with its own words in front, and what was searched for marked. */
export function Passage({ passage, lang }: { passage: FoundClaim['passage']; lang: string }) {
  const { text, start, end, hits } = passage;
  const from = beginning(text, start);
  return (
    <span lang={lang} className="font-serif text-[16px]/[1.55] text-ink-3 wrap-anywhere">
      {from > 0 && '… '}
      {partsOf(text, { start, end }, hits, from).map((part, at) => {
        const words = part.isHit ? (
          <mark className="rounded-xs bg-accent-wash text-inherit">{part.text}</mark>
        ) : (
          part.text
        );
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name
          <span key={at} className={part.isOwn ? 'text-ink' : undefined}>
            {words}
          </span>
        );
      })}
    </span>
  );
}
