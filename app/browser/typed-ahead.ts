'use client';

/** Says of an element that a form is on its way to its place. */
const mark = 'data-form-coming';

/** Attributes of what stands where a form will be. */
export const formComing = { [mark]: '', hidden: true };

let typed = '';
let isListening = false;

/** The form's first field takes what was typed for it. */
function giveTo({ target }: FocusEvent): void {
  const text = typed;
  typed = '';
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  if (!text || !isField) return;
  // Once the form is whole; as typing, so that the field can undo it and its form hears of it.
  setTimeout(() => document.activeElement === target && document.execCommand('insertText', false, text));
}

/** These leave a form that does not come. */
const leaving = ['Escape', 'Tab'];

/**
 * Whether a key that was pressed on the page is meant for a form whose code is still being fetched. Letters are kept for its
 * first field: taken for the page's keys, the reason of a verdict would give other verdicts.
 */
export function isForComingForm({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const isComing = document.querySelector(`[${mark}]`) !== null;
  if (!isComing || leaving.includes(key) || ctrlKey || metaKey || altKey) {
    typed = '';
    return false;
  }
  if (!isListening) document.addEventListener('focusin', giveTo);
  isListening = true;
  if (key === 'Backspace') typed = [...typed].slice(0, -1).join('');
  else if ([...key].length === 1) typed += key;
  return true;
}
