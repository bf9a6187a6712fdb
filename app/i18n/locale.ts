import { deskZone } from '#lib/domain/statistics/days';

/** The languages of the interface. A person's choice is kept in a cookie; before that, the browser's wish counts. */
export const locales = ['en', 'zh'] as const;
export type Locale = (typeof locales)[number];
export const localeCookie = 'claimdesk-locale';

/** The language to show, from the cookie or else the Accept-Language header (RFC 9110 §12.5.4). */
export function chooseLocale(chosen: string | undefined, accepted: string | null): Locale {
  const known = (tag: string) => locales.find((locale) => tag.toLowerCase().split('-')[0] === locale);
  const fromCookie = chosen && known(chosen);
  if (fromCookie) return fromCookie;
  const wishes = (accepted ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const wish of wishes) {
    const locale = known(wish.tag);
    if (locale) return locale;
  }
  return 'en';
}

/** The time zone that dates are written in: the server's own. */
export const timeZone = deskZone;
