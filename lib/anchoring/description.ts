/**
 * An anchor, and how it is made from a span. Separate from anchor.ts, which loads the readers of figures and names: a
 * page that marks claims needs only this.
 */

export type Anchor = { start: number; end: number; exact: string; prefix: string; suffix: string };

/** UTF-16 units of context kept on each side: enough to tell repeated phrases apart, as in the W3C model's examples. */
const contextLength = 32;

/**
 * Describes a span. Offsets are UTF-16 indices into `text`. Prefix and suffix have at most 32 units and never begin or
 * end inside a surrogate pair. The span must lie inside the text; anchorClaim (lib/domain/claims/claim) checks that.
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
