/** What a browser remembers of a person's taste, beside the language (app/i18n/locale). */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];
export const themeCookie = 'claimdesk-theme';

/** Writes a preference for a year. Called in the browser. */
export function rememberPreference(name: string, value: string): void {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax${secure}`;
}
