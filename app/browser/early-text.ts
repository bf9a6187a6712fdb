declare global {
  interface Window {
    /** What was typed into controls before they were React's. */
    earlyText?: WeakMap<EventTarget, string>;
  }
}

/** Runs before anything else of a page: on a slow line a person types into a text that React has not taken over yet. */
export const earlyTextScript =
  "window.earlyText=new WeakMap;addEventListener('input',function(e){window.earlyText.set(e.target,e.target.value)},true)";

/**
 * Tells React what was typed into a control before the page's scripts were there. By then React has either put its own value
 * in place or kept the typed one without knowing of it.
 */
export function restoreEarlyText(control: HTMLInputElement | HTMLTextAreaElement | null): void {
  const typed = control && window.earlyText?.get(control);
  if (!control || typed === undefined) return;
  const { selectionStart, selectionEnd } = control;
  // React's value tracker ignores writes through the native setter, so write a different value first and then the typed
  // one natively to make the input event count.
  control.value = `${typed} `;
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')?.set?.call(control, typed);
  if (selectionStart !== null) control.setSelectionRange(selectionStart, selectionEnd);
  control.dispatchEvent(new Event('input', { bubbles: true }));
}
