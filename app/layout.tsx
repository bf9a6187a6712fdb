import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2';
import sourceSerif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import type { CSSProperties, ReactNode } from 'react';
import { preload } from 'react-dom';
import { Toaster } from 'sonner';
import { AreaMessages } from './area-messages';
import { earlyTextScript } from './browser/early-text';
import { themeCookie } from './browser/preferences';
import './globals.css';
import { StyleNonce } from './style-nonce';

export const metadata: Metadata = {
  title: { default: 'Claimdesk', template: '%s · Claimdesk' },
  icons: { icon: '/icon.svg' },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#171614' },
  ],
};

/** The toaster's own colours follow its own theme; these follow the desk's. */
const toastColours = {
  '--normal-bg': 'var(--sheet)',
  '--normal-text': 'var(--ink)',
  '--normal-border': 'var(--line)',
} as CSSProperties;

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, jar, sent] = await Promise.all([getLocale(), cookies(), headers()]);
  // Of this response's policy (lib/cli/page-policy.mjs).
  const nonce = sent.get('x-nonce') ?? undefined;
  const theme = jar.get(themeCookie)?.value;
  // A font that came after the text was laid out would have all of it laid out again.
  for (const font of [inter, sourceSerif]) preload(font, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
  return (
    <html
      lang={locale === 'zh' ? 'zh-Hans' : 'en'}
      data-theme={theme === 'light' || theme === 'dark' ? theme : undefined}
    >
      <body>
        <script
          nonce={nonce}
          // Browsers hide a nonce from scripts, so it differs from what the server sent.
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: a script of our own, before all others
          dangerouslySetInnerHTML={{ __html: earlyTextScript }}
        />
        <StyleNonce />
        {/* What every page's client components may need; a route adds its own areas. */}
        <AreaMessages areas={[]}>
          {children}
          <Toaster position="bottom-center" closeButton style={toastColours} />
        </AreaMessages>
      </body>
    </html>
  );
}
