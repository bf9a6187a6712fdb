'use client';

/**
 * Gives every style element that a script makes the nonce of the page's policy. Libraries add such elements (the toaster its
 * look, dialogs the lock of scrolling) and know of no nonce; a style that comes in with markup still has none. Next's own
 * scripts carry it, on every page.
 */
const nonce =
  typeof document === 'undefined' ? undefined : document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;

if (nonce) {
  document.createElement = new Proxy(document.createElement, {
    apply(create, self, given) {
      const made: unknown = Reflect.apply(create, self, given);
      if (made instanceof HTMLStyleElement) made.nonce = nonce;
      return made;
    },
  });
}

/** Stands before everything else of a page, so that this module runs before those libraries do. */
export function StyleNonce() {
  return null;
}
