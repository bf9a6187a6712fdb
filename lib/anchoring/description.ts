/**
 * An anchor, and how a span becomes one. Apart from finding it again (anchor.ts), which takes the readers of figures and
 * names along: a page that marks claims needs this alone.
 */

export type Anchor = { start: number; end: number; exact: string; prefix: string; suffix: string };

/** Units of context kept on each side: enough to tell repeated phrases apart, as the W3C model's examples do. */
const contextLength = 32;

/**
 * Describes a span. Offsets are UTF-16 indices into `text`; prefix and suffix are at most 32 units and never begin or end
 * with half of a surrogate pair. The span must lie inside the text (lib/domain/claims/claim refuses others).
 */
export function describeAnchor(text: string, start: number, end: number): Anchor {
  const before = text.slice(Math.max(0, start - contextLength), start);
  const after = text.slice(end, end + contextLength);
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: /^[\udc00-\udfff]/.test(before) ? before.slice(1) : before,
    suffix: /[\ud800-\udbff]$/.test(after) ? after.slice(0, -1) : after,
  };
}
