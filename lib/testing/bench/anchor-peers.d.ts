/** What the anchors' bench uses of packages that come without types. */

declare module 'diff-match-patch' {
  type Diff = [operation: -1 | 0 | 1, text: string];
  export default class DiffMatchPatch {
    diff_main(before: string, after: string): Diff[];
    diff_xIndex(diffs: Diff[], index: number): number;
    match_main(text: string, pattern: string, near: number): number;
  }
}

declare module 'dom-anchor-text-quote' {
  export function toTextPosition(
    root: { textContent: string },
    selector: { exact: string; prefix?: string; suffix?: string },
    options?: { hint?: number },
  ): { start: number; end: number } | null;
}
