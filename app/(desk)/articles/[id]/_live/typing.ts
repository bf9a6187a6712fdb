/** Whether somebody is in the middle of writing something, so that the page must not move under their hands. */

const isText = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]), textarea'));

export type TypingWatch = { isTyping: () => boolean; stop: () => void };

/**
 * Watches the page's text fields. A person is typing from the first sign that they change in a field until they leave it or
 * the form that it is part of, or send that form. `onPause` is called when they may have stopped.
 */
export function watchTyping(onPause: () => void): TypingWatch {
  let changed: HTMLElement[] = [];
  const scopeOf = (element: Element) => element.closest('form') ?? element;

  function isTyping(): boolean {
    changed = changed.filter((field) => field.isConnected);
    const active = document.activeElement;
    return active !== null && changed.some((field) => scopeOf(active).contains(field));
  }
  function onInput({ target }: Event): void {
    if (isText(target) && !changed.includes(target)) changed.push(target);
  }
  function onSubmit({ target }: Event): void {
    changed = changed.filter((field) => !(target instanceof Element && target.contains(field)));
    onPause();
  }
  function onFocusOut(): void {
    // The next field has the focus only afterwards; while the window is in the background the old one keeps it.
    setTimeout(() => {
      const active = document.activeElement;
      if (active) changed = changed.filter((field) => scopeOf(active).contains(field));
      onPause();
    });
  }
  document.addEventListener('input', onInput);
  document.addEventListener('submit', onSubmit);
  document.addEventListener('focusout', onFocusOut);
  return {
    isTyping,
    stop: () => {
      document.removeEventListener('input', onInput);
      document.removeEventListener('submit', onSubmit);
      document.removeEventListener('focusout', onFocusOut);
    },
  };
}
