/** Scripts that run in the page. Each stands alone: it is sent to the browser as its own text. */
import type * as TestingLibrary from '@testing-library/dom';

declare global {
  interface Window {
    testingLibrary?: typeof TestingLibrary;
  }
}

type Pattern = { text: string } | { source: string; flags: string };

/** Something to look for, as JSON: by role and name, or a field by its label. */
export type Sought =
  | { role: string; name: Pattern | null; inside: Sought | null }
  | { label: Pattern; inside: Sought | null };

/** Something found: where a click meets it, and what it says. */
export type Found = { x: number; y: number; text: string; value: string; isChecked: boolean };

/** The one thing that is sought, where a click can reach it; what is in the way otherwise. */
export function locate(sought: Sought, isToBeClicked: boolean): Found | string {
  const library = window.testingLibrary;
  if (!library) return 'no library';
  const matcher = (pattern: Pattern) => ('text' in pattern ? pattern.text : new RegExp(pattern.source, pattern.flags));
  const all = (one: Sought): HTMLElement[] => {
    const roots = one.inside ? all(one.inside) : [document.body];
    return roots.flatMap((root) => {
      if ('label' in one) return library.queryAllByLabelText(root, matcher(one.label));
      return library.queryAllByRole(root, one.role, one.name ? { name: matcher(one.name) } : {});
    });
  };
  const [element, second] = all(sought);
  if (!element) return 'not there';
  if (second) return 'there more than once';
  const reach = () => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  };
  const isReached = () => {
    const { x, y } = reach();
    const top = document.elementFromPoint(x, y);
    return top !== null && (element.contains(top) || top.contains(element));
  };
  if (isToBeClicked) {
    if (element.matches(':disabled, [aria-disabled=true]')) return 'disabled';
    if (!isReached()) element.scrollIntoView({ block: 'center', behavior: 'instant' });
    if (!isReached()) return 'covered';
  }
  const value = 'value' in element ? String(element.value) : '';
  return { ...reach(), text: element.innerText, value, isChecked: element.matches(':checked') };
}

export type MarkStyle = {
  words: string;
  /** The standing of a claim, or `suggestion`. */
  standing: string;
  line: string;
  style: string;
  colour: string;
  thickness: string;
};

/**
 * How each claim and suggestion of the article is underlined, as the engine reads the style sheet. A claim is drawn in
 * pieces where others cross it; one whose pieces look different comes in as many parts.
 */
export function readMarkStyles(): MarkStyle[] {
  const found = new Map<string, MarkStyle>();
  for (const mark of document.querySelectorAll<HTMLElement>('mark[data-claim], mark[data-suggestion]')) {
    const style = getComputedStyle(mark);
    const look = {
      standing: mark.dataset.standing ?? 'suggestion',
      line: style.textDecorationLine,
      style: style.textDecorationStyle,
      colour: style.textDecorationColor,
      thickness: style.textDecorationThickness,
    };
    const key = JSON.stringify([mark.dataset.claim, mark.dataset.suggestion, look]);
    found.set(key, { words: (found.get(key)?.words ?? '') + mark.textContent, ...look });
  }
  return [...found.values()];
}

/** What a file at an address of the desk holds, asked for with the person's session. */
export async function readFile(address: string): Promise<{ type: string; text: string }> {
  const response = await fetch(address);
  return { type: response.headers.get('content-type') ?? '', text: await response.text() };
}
