import type { KeyboardEvent as ReactKeyboardEvent } from 'react';

/**
 * Whether a key press belongs to an input method, which writes Chinese and other scripts. Safari ends the composition before
 * it reports the key that ended it, and marks that key by the code 229 alone (UI Events §7.3.1).
 */
export const isComposing = (event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  event.isComposing || event.keyCode === 229;

/** Whether Escape was pressed to leave a form, and not to drop what an input method was about to write. */
export const isEscape = ({ key, nativeEvent }: ReactKeyboardEvent): boolean =>
  key === 'Escape' && !isComposing(nativeEvent);
