/**
 * Gives every style element that a script makes the nonce of the page's policy. Libraries add such elements (the toaster its
 * look, dialogs the lock of scrolling) and know of no nonce; a style that comes in with markup still has none.
 */
export const styleNonceScript =
  ";(function(n,d){var c=d.createElement;d.createElement=function(t){var e=c.apply(this,arguments);if(String(t).toLowerCase()==='style')e.nonce=n;return e}})(document.currentScript.nonce,document)";
