import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Messages } from './i18n/messages';
import { atHand } from './i18n/refusal-sentences';

type Area = keyof Messages;

/** An area of the sentences, or a part of one: `intake.new.facts`. */
type Path = Area | `${Area}.${string}`;

/** Hands some of the sentences to the client components below, beside those that every page has. */
export async function AreaMessages({ areas, children }: { areas: Path[]; children: ReactNode }) {
  const messages = await getMessages();
  const picked = {};
  const everywhere = ['shell', 'words', ...atHand.map((code) => `refusal.${code}`)];
  for (const path of [...everywhere, ...areas]) take(messages, picked, path.split('.'));
  return <NextIntlClientProvider messages={picked}>{children}</NextIntlClientProvider>;
}

type Tree = { [key: string]: string | Tree };

/** Puts what stands at a path of one tree at the same path of another. */
function take(from: Tree, into: Tree, [key = '', ...rest]: string[]): void {
  const value = from[key];
  if (value === undefined) throw new Error(`There are no sentences at ${key}.`);
  if (rest.length === 0 || typeof value === 'string') {
    into[key] = value;
    return;
  }
  const held = into[key];
  const inner = typeof held === 'object' ? held : {};
  into[key] = inner;
  take(value, inner, rest);
}
