import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { chooseLocale, type Locale, localeCookie, timeZone } from './locale';
import { messagesOf } from './messages';

/** The reader's language, or the one that was asked for by name: of what is for nobody in particular. */
export default getRequestConfig(async ({ locale: asked }) => {
  const locale = asked ? chooseLocale(asked, null) : await readersLocale();
  return { locale, messages: messagesOf(locale), timeZone: timeZone() };
});

/** The language of whoever sent the request that is being answered. */
export async function readersLocale(): Promise<Locale> {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  return chooseLocale(jar.get(localeCookie)?.value, sent.get('accept-language'));
}
