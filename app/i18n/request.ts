import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { chooseLocale, localeCookie } from './locale';
import { messagesOf } from './messages';

export default getRequestConfig(async () => {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const locale = chooseLocale(jar.get(localeCookie)?.value, sent.get('accept-language'));
  return { locale, messages: messagesOf(locale), timeZone: process.env.TZ || 'UTC' };
});
