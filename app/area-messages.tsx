import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Messages } from './i18n/messages';

/** Hands the sentences of some areas to the client components below, beside those that every page has. */
export async function AreaMessages({ areas, children }: { areas: (keyof Messages)[]; children: ReactNode }) {
  const messages = await getMessages();
  const picked = [...areas, 'shell', 'words', 'refusal'].map((area) => [area, messages[area as keyof Messages]]);
  return <NextIntlClientProvider messages={Object.fromEntries(picked)}>{children}</NextIntlClientProvider>;
}
